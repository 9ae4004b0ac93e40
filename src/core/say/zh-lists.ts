/** The closed lists in Simplified Chinese: the twenty clusters, the 21 cities, and what stands over each of them. */
import type { Catalogue, ListTexts } from "./texts.ts";
import { besides, join, judge, limitedTo, some, when } from "./zh-words.ts";

export const ZH_LISTS: Catalogue<ListTexts> = {
  classes: ({ groups, not, counted, contains }) => {
    const names = groups.flatMap((g) => g.clusters);
    if (contains !== undefined)
      return names.length === 0
        ? `20 个集群里，没有名称带“${contains}”的。`
        : `名称带“${contains}”的集群有 ${names.length} 个：${join(names)}。`;
    const left = not === undefined ? "" : `除${not}外，`;
    const [only] = groups;
    if (groups.length !== 1 || !only)
      return `${left}一共 ${names.length} 个集群：${groups.map((g) => `${g.class} ${g.clusters.length} 个`).join("，")}。`;
    const list = `战略性${only.class}产业集群`;
    return not === undefined
      ? `十大${list}：${join(names)}${when(counted, `（共 ${names.length} 个）`)}。`
      : `${left}${list}有 ${names.length} 个：${join(names)}。`;
  },
  classAmong: ({ class: group, not, names, others }) => {
    const is = (denied: boolean): string => `${denied ? "不属于" : "属于"}战略性${group}产业集群`;
    if (names.length === 0) return `${join(others)}都${is(!not)}。`;
    const rest = when(others.length > 0, `；${join(others)}${not ? "属于" : "不属于"}`);
    return `${join(names)}${when(names.length > 1, "都")}${is(not)}${rest}。`;
  },
  classLine: ({ class: group, clusters }) => `${group}（${clusters.length} 个）：${join(clusters)}`,
  classHeading: ({ class: group }) => `十大${group}集群`,
  place: ({ class: group, place, cluster }) => `十大${group}集群名单上第 ${place} 个是${cluster}。`,
  noPlace: ({ place }) => `名单里没有第 ${place} 个：支柱、新兴各 10 个。`,
  classOf: ({ subject, own, part, cluster }) =>
    part
      ? `${subject}按我们的归类算在${cluster}集群，这个集群属于十大战略性${own}产业集群。`
      : `${subject}属于十大战略性${own}产业集群。`,
  classVerdict: ({ subject, claimed, own, part, cluster, ...judged }) => {
    const listed = own.length > 0 && !part;
    const truth = part
      ? `20 个集群的名单里没有单列“${subject}”，按我们的归类它算在${cluster}集群`
      : listed
        ? `${subject}属于十大战略性${join([...new Set(own)])}产业集群`
        : `20 个集群的名单里没有“${subject}”`;
    return `${judge(judged)}：${truth}${when(claimed === "whole" && listed, "，是 20 个集群之一")}。`;
  },
  classCount: ({ counts, ...judged }) =>
    `${judge(judged)}：${counts.map((c) => `${c.class}集群 ${c.count} 个`).join("，")}，一共 20 个集群。`,
  cities: ({ name, not, cities, counted }) => {
    const list = `${cities.length} 个市：${join(cities)}。`;
    if (name === "") return `广东有 ${cities.length} 个地级以上市：${join(cities)}。`;
    return not ? `${name}以外有 ${list}` : `${name}${counted ? "有" : "指"} ${list}`;
  },
  inRegion: ({ city, region, name, ...judged }) => {
    const inside = judged.verdict === (judged.negated ? "no" : "yes");
    return `${judge(judged)}：${city}属${region}${when(!inside && name !== region, `，不在${name}`)}。`;
  },
  attribute: ({ attribute, city, judged }) =>
    ({
      "area-code": `${judged ? `${judge(judged)}：` : ""}${city.id}的电话区号是 ${city.areaCode}`,
      region: `${city.id}属${city.region}`,
      metro: `2023 年都市圈规划里，${city.id}的归属是：${city.metro}`,
      "english-name": `${city.id}的英文名是 ${city.english}`,
    })[attribute],
  overviewCluster: ({ cluster, class: group, cores, more }) => {
    const named = more ? "，省级文件点名的城市见下" : "，省级文件没有点名城市";
    const who = cores.length > 0 ? `，核心城市：${some(cores)}` : named;
    return `${cluster}是十大战略性${group}产业集群之一${who}。`;
  },
  overviewCity: ({ city, cores, total, inParts, stated }, lingo) => {
    if (total === 0)
      return inParts.length === 0
        ? `省级文件没有在 20 个集群里点名${city}。`
        : `省级文件只在一个行业的范围里点名${city}：${limitedTo(inParts)}。`;
    if (stated && cores.length === 0)
      return `${city}被 ${total} 个集群点名${besides(inParts)}；另外，${lingo.brief(stated)}，是哪几个没有列出。`;
    const none = inParts.length > 0 ? "没有把它列为整个集群核心的" : "没有列为核心的";
    const role = cores.length > 0 ? `其中 ${cores.length} 个列为核心：${some(cores)}` : none;
    return `${city}被 ${total} 个集群点名，${role}${besides(inParts)}。`;
  },
};
