/** Roles of cities in clusters, in Simplified Chinese. */
import { groupBy } from "../../dataset/dataset.ts";
import type { Tier } from "../../dataset/schema.ts";
import type { Scope } from "../ask/rows.ts";
import type { Compare, Tally } from "../query.ts";
import type { Catalogue, InParts, Listed, RoleTexts } from "./texts.ts";
import { ZH_CLAIMS } from "./zh-claims.ts";
import { clustersWith } from "./zh-listed.ts";
import { within } from "./zh-scope.ts";
import {
  besides,
  clusterOf,
  extremeOf,
  join,
  judge,
  limitedTo,
  some,
  tierOf,
  unitOf,
  either,
  when,
} from "./zh-words.ts";

/** 列为核心的集群; 核心城市: what is counted. */
const countedAs = (want: Listed["want"], tiers: readonly Tier[]): string => {
  if (want === "cluster") return `${tierOf(tiers) || "点名"}城市`;
  return tiers.length > 0 ? `列为${tierOf(tiers)}的集群` : "被点名的集群";
};

const TALLIES: Readonly<Record<Compare, string>> = {
  ">": "超过",
  ">=": "不少于",
  "<": "不到",
  "<=": "不超过",
  "=": "刚好",
  "~": "刚好",
};
const tallyOf = ({ cmp, count }: Tally): string => `${TALLIES[cmp]} ${count} 个`;

/** （限服装）: of a part of the cluster alone. */
const limitedOf = ({ parts }: Scope): string => when(parts.length > 0, `（限${join(parts)}）`);

const doubt = (doubtful: boolean): string => when(doubtful, "（说法不一，见下）");

/** 没有把深圳列为核心的集群; 没有核心城市的集群. */
const noneOf = (subject: readonly string[], tiers: readonly Tier[]): string => {
  if (subject.length === 0) return `没有${tierOf(tiers) || "点名任何"}城市的集群`;
  return `没有把${join(subject)}${tiers.length > 0 ? `列为${tierOf(tiers)}` : "点名"}的集群`;
};

/** Roles in an industry beside the cluster count for none. */
const uncounted = (entries: InParts): string =>
  when(entries.length > 0, `；只限一个行业的不计：${limitedTo(entries)}`);

export const ZH_ROLES: Catalogue<RoleTexts> = {
  members: ({ where, want, subject, tiers, names, parts, each, doubtful, more, by, inParts }, lingo) => {
    const limit = when(parts.length > 0, `（限${join(parts)}）`);
    const tiered = tiers.length > 0;
    const list = `${join(names)}${doubt(doubtful)}`;
    if (want === "city") {
      const of = when(subject.length > 0, clusterOf(subject));
      const what = tiered ? `${when(subject.length > 0, "的")}${tierOf(tiers)}城市` : "点名的城市";
      return `${within(where, lingo)}${of}${what}${limit}有 ${names.length} 个：${list}。`;
    }
    const lead = `${when(where.classes.length > 0, `${join(where.classes)}集群里，`)}${within(where, lingo)}`;
    // Each of these clusters has one of them, which need not be all.
    const industries = inParts.flatMap((entry) => entry.parts);
    const beside = when(industries.length > 0, `；另有只限一个行业的：${join(industries)}`);
    const who = each ? `${join(subject)}${when(subject.length > 1, "都")}` : either(subject);
    const held = join(by.map((b) => `${b.name}（${join(b.parts)}）`));
    if (by.length > 0)
      return `${lead}${who}有城市${tiered ? `列为${tierOf(tiers)}` : "被点名"}${limit}的集群有 ${by.length} 个：${held}。`;
    if (subject.length > 0 && tiered)
      return more
        ? `${lead}写明的有 ${names.length} 个集群把${who}列为${tierOf(tiers)}${limit}：${list}；文件说的总数更多，没有列明是哪些${beside}。`
        : `${lead}${names.length} 个集群把${who}列为${tierOf(tiers)}${limit}：${list}${beside}。`;
    const what = subject.length > 0 ? `${who}被点名` : tiered ? `有${tierOf(tiers)}城市` : "点名城市";
    return `${lead}${what}${limit}的集群有 ${names.length} 个：${join(names)}${beside}。`;
  },
  complement: ({ where, want, subject, tiers, names, open }, lingo) => {
    const role = tiers.length > 0 ? `列为${tierOf(tiers)}` : "点名";
    const said =
      want === "city" ? `${clusterOf(subject)}${limitedOf(where)}没有${role}的市` : noneOf(subject, tiers);
    const rest = when(open, "（名单可能不全，不能说它们一定不是）");
    const lead = `${within(where, lingo)}${when(where.classes.length > 0, `${join(where.classes)}集群里，`)}`;
    return names.length === 0
      ? `${lead}没有这样的${want === "city" ? "市" : "集群"}：个个都有。`
      : `${lead}省级文件${when(lead === "" || !said.startsWith("没有"), "里，")}${said}有 ${names.length} 个${rest}：${join(names)}。`;
  },
  noMembers: ({ where, near, ...listed }, lingo) => {
    const { want, subject, tiers } = listed;
    const clusters = tiers.length > 0 ? clustersWith(listed) : `点名${join(subject)}的集群`;
    const of = when(subject.length > 0, `${clusterOf(subject)}${limitedOf(where)}的`);
    const classes = when(want === "cluster" && where.classes.length > 0, `${join(where.classes)}集群里，`);
    const who = want === "city" ? `${of}${tierOf(tiers)}${unitOf(want)}` : clusters;
    return `${classes}${within(where, lingo)}省级文件没有写${who}${when(near.length > 0, `；另外点名的是${some(near)}`)}。`;
  },
  onlyOthers: ({ where: scope, want, subject, names }, lingo) => {
    const classes = when(scope.classes.length > 0, `${join(scope.classes)}集群里，`);
    const together = when(scope.each && subject.length > 1, "同时");
    const who =
      want === "city"
        ? `点名${when(subject.length > 0, `${clusterOf(subject)}的`)}城市`
        : `${together}点名${join(subject)}`;
    return `${classes}${within(scope, lingo)}省级文件没有${who}，市级或报道写到的有：${some(names)}。`;
  },
  group: ({ label, names, document, count }, lingo) =>
    `${label}${when(count, `（${names.length} 个）`)}：${join(names)}（${lingo.name(document)}）`,
  role: ({ city, cluster, labels, doubtful }) =>
    `${city}在${cluster}集群的角色：${join(labels)}${doubt(doubtful)}。`,
  noRole: ({ city, cluster, other, inPlan }, lingo) =>
    other
      ? `省级文件没有给${city}在${cluster}集群的角色${when(inPlan, "，只写了它的市级集群")}；${lingo.brief(other)}。`
      : `省级文件没有给${city}在${cluster}集群的角色。`,

  numberOnly: ({ fact, judged }, lingo) =>
    `${judged ? `${judge(judged)}：` : ""}${lingo.brief(fact)}；是哪几个，我们手上的文件没有列出。`,
  roleWider: ({ city, cluster, where, labels }, lingo) => {
    const asked = `${within(where, lingo)}${when(where.parts.length > 0, `就“${join(where.parts)}”`)}`;
    return `省级文件里，${city}在${cluster}集群的角色是${join(labels)}；${asked}没有另写。`;
  },

  // Yes or no
  ...ZH_CLAIMS,

  // Side by side
  counts: ({ entries, tiers, want, extreme, judged, inParts, incomplete }) => {
    const sorted = entries.toSorted((a, b) => (extreme === "max" ? b.count - a.count : a.count - b.count));
    const [first, second] = sorted;
    const apart = first && second ? Math.abs(first.count - second.count) : 0;
    const more = entries.length > 2 ? "最" : "更";
    const lead = apart === 0 ? "一样多" : `${first?.name}${more}${extremeOf(extreme, "多", "少")}`;
    const list = entries.map((e) => `${e.name} ${e.count} 个`).join("，");
    if (incomplete)
      return `${judged ? "文件没有这样说" : "比不出多少"}：写明${countedAs(want, tiers)}的，${list}；但名单没有列全，规划另有星级总数（见下）${uncounted(inParts)}。`;
    const gap = when(entries.length === 2 && apart > 0, `，相差 ${apart} 个`);
    return `${judged ? judge(judged) : lead}：按省级文件数，${countedAs(want, tiers)}：${list}${gap}${uncounted(inParts)}。`;
  },
  ranking: ({ top, count, want, tiers, extreme, inParts, leaving, behind }) => {
    const named = tiers.length > 0 ? `列为${tierOf(tiers)}` : "点名";
    const by = want === "city" ? `被 ${count} 个集群${named}` : `有 ${count} 个${countedAs(want, tiers)}`;
    const left = when(leaving.length > 0, behind ? `排在${join(leaving)}之后、` : `除去${some(leaving)}，`);
    return `按省级文件数，${left}${extremeOf(extreme, "最多", "最少")}的是${some(top)}：${by}${uncounted(inParts)}。`;
  },
  tallied: ({ entries, unsure, totals, tally, want, tiers, inParts }) => {
    const asked = `${countedAs(want, tiers)}${tallyOf(tally)}`;
    const list = join(entries.map((e) => `${e.name}（${e.count} 个）`));
    const open = `名单带“等”字、可能不止的：${join(unsure)}`;
    if (entries.length + unsure.length === 0) return `按省级文件数，没有查到这样的${unitOf(want)}。`;
    if (entries.length === 0)
      return `按省级文件数，${asked}的${unitOf(want)}只有${open}${uncounted(inParts)}。`;
    const rest = `${when(unsure.length > 0, `；${open}`)}${when(totals.length > 0, `；另有只给总数、没有列明的：${join(totals)}`)}`;
    return `按省级文件数，${asked}的${unitOf(want)}有 ${entries.length} 个：${list}${rest}${uncounted(inParts)}。`;
  },
  apiece: ({ entries, none, open, tiers, want, inParts }) => {
    const list = entries.map((e) => `${e.name} ${e.count} 个`).join("，");
    const rest = `${when(none.length > 0, `；没有写的：${join(none)}`)}${when(open, "；有的名单带“等”字，可能不止")}`;
    return `按省级文件数，${countedAs(want, tiers)}：${list}${rest}${uncounted(inParts)}。`;
  },
  rankLine: ({ name, count, members }) =>
    `${name} ${count} 个${when(members.length > 0, `${when(members.length < count, `，写明的 ${members.length} 个`)}：${some(members)}`)}`,
  compared: ({ names, of, common, inParts }) => {
    const what = of === "city" ? "都被点名的集群" : "都点名的城市";
    if (common.length === 0 && inParts.length > 0)
      return `${join(names)}${what}都只限一个行业：${limitedTo(inParts)}。`;
    return `${join(names)}${what}有 ${common.length} 个${when(common.length > 0, `：${join(common)}`)}${besides(inParts)}。`;
  },
  notCompared: ({ names, of, clusters, tiers }) =>
    of === "city"
      ? `省级文件没有${when(clusters.length > 0, `在${clusterOf(clusters)}里`)}${tiers.length > 0 ? `把${join(names)}列为${tierOf(tiers)}` : `点名${join(names)}`}。`
      : `省级文件没有给${clusterOf(names)}${tiers.length > 0 ? `写${tierOf(tiers)}` : "点名"}城市。`,
  pairLine: ({ subject, said }) => {
    const roles = [...groupBy(said, ({ labels }) => [join(labels)])];
    const each = roles.map(
      ([role, own]) => `${join(own.map((s) => s.name))} ${role || "省级文件没有给角色"}`,
    );
    return `${subject}：${each.join("；")}。`;
  },
  onlyOne: ({ name, names }) => `只有${name}（${names.length} 个）：${join(names)}`,
  rolesLine: ({ cluster, said }) => {
    const roles = said.map(({ label, names }) => `${label} ${join(names)}`).join("；");
    return `${cluster}：${roles || "省级文件没有点名城市"}`;
  },
};
