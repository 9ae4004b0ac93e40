/** Roles of cities in clusters, in Simplified Chinese. */
import { groupBy } from "../../dataset/dataset.ts";
import type { Tier } from "../../dataset/schema.ts";
import type { Catalogue, InParts, Listed, RoleTexts, RoleVerdict } from "./texts.ts";
import { within } from "./zh-scope.ts";
import {
  besides,
  clusterOf,
  extremeOf,
  join,
  judge,
  judgeSeveral,
  limitedTo,
  some,
  tierOf,
  unitOf,
  unwritten,
  when,
} from "./zh-words.ts";

/** 核心; the tiers asked for, or any city that is named. */
const roleOf = (tiers: readonly Tier[]): string => tierOf(tiers) || "点名城市";
/** （限食品工业）. */
const onlyIn = ({ limits = [] }: Listed): string => when(limits.length > 0, `（限${join(limits)}）`);
const clustersWith = (listed: Listed): string => {
  const { subject, tiers } = listed;
  const what = tiers.length > 0 ? `以${join(subject)}为${tierOf(tiers)}的集群` : `点名${join(subject)}的集群`;
  return `${what}${onlyIn(listed)}`;
};

/** X集群的核心城市; 以Y为核心的集群. */
const listOf = (listed: Listed): string =>
  listed.want === "city"
    ? `${clusterOf(listed.subject)}${onlyIn(listed)}的${tierOf(listed.tiers) || "点名"}城市`
    : clustersWith(listed);

/** 列为核心的集群; 核心城市: what is counted. */
const countedAs = (want: Listed["want"], tiers: readonly Tier[]): string => {
  if (want === "cluster") return `${tierOf(tiers) || "点名"}城市`;
  return tiers.length > 0 ? `列为${tierOf(tiers)}的集群` : "被点名的集群";
};

const doubt = (doubtful: boolean): string => when(doubtful, "（说法不一，见下）");

function roleYes({ city, cluster, tiers, labels, negated, doubtful }: RoleVerdict): string {
  const lead = negated ? "不对，" : `是${tierOf(tiers)}：`;
  return `${lead}${city}在${cluster}集群的角色是${join(labels)}${when(doubtful, "，但来源说法不一")}。`;
}

function roleNo({ city, cluster, tiers, labels, holders, negated }: RoleVerdict): string {
  const own = when(labels.length > 0, `是${join(labels)}`);
  const others = when(holders.length > 0, `${tierOf(tiers) || "点名的"}是${some(holders)}`);
  const rest = [own, others].filter(Boolean).join("；");
  const lead = negated ? `对，${city}不是${cluster}集群的${roleOf(tiers)}` : `不是${tierOf(tiers)}`;
  const mark = negated || own === "" ? "：" : "，";
  return `${lead}${when(rest !== "", `${mark}${rest}`)}。`;
}

function roleUnsaid({ city, cluster, tiers, labels, holders, negated }: RoleVerdict): string {
  const own =
    labels.length > 0
      ? `${city}在${cluster}集群，写的是${join(labels)}`
      : `没有给${city}在${cluster}集群的角色`;
  const others = when(holders.length > 0 && tiers.length > 0, `；点名的${tierOf(tiers)}是${some(holders)}`);
  // Who denies it is not contradicted: that nothing is written proves neither.
  const lead = negated && labels.length === 0 ? "文件没有说是，也没有说不是" : "文件没有这样说";
  return `${lead}：${own}${others}。`;
}

/** Roles in an industry beside the cluster count for none. */
const uncounted = (entries: InParts): string =>
  when(entries.length > 0, `；只限一个行业的不计：${limitedTo(entries)}`);

export const ZH_ROLES: Catalogue<RoleTexts> = {
  members: ({ where, want, subject, tiers, names, parts, each, doubtful }, lingo) => {
    const limit = when(parts.length > 0, `（限${join(parts)}）`);
    const tiered = tiers.length > 0;
    const list = `${join(names)}${doubt(doubtful)}`;
    if (want === "city") {
      const of = when(subject.length > 0, clusterOf(subject));
      const what = tiered ? `${when(subject.length > 0, "的")}${tierOf(tiers)}城市` : "点名的城市";
      return `${within(where, lingo)}${of}${what}${limit}有 ${names.length} 个：${list}。`;
    }
    const lead = `${when(where.classes.length > 0, `${join(where.classes)}集群里，`)}${within(where, lingo)}`;
    const who = `${join(subject)}${when(each && subject.length > 1, "都")}`;
    if (subject.length > 0 && tiered)
      return `${lead}${names.length} 个集群把${who}列为${tierOf(tiers)}${limit}：${list}。`;
    const what = subject.length > 0 ? `${who}被点名` : tiered ? `有${tierOf(tiers)}城市` : "点名城市";
    return `${lead}${what}${limit}的集群有 ${names.length} 个：${join(names)}。`;
  },
  complement: ({ where, want, subject, tiers, names, open }, lingo) => {
    const role = tiers.length > 0 ? `列为${tierOf(tiers)}` : "点名";
    const said =
      want === "city" ? `${clusterOf(subject)}没有${role}的市` : `没有把${join(subject)}${role}的集群`;
    const rest = when(open, "（名单可能不全，不能说它们一定不是）");
    return names.length === 0
      ? `${within(where, lingo)}没有这样的${want === "city" ? "市" : "集群"}：个个都有。`
      : `${within(where, lingo)}省级文件里，${said}有 ${names.length} 个${rest}：${join(names)}。`;
  },
  noMembers: ({ where, near, ...listed }, lingo) => {
    const { want, subject, tiers } = listed;
    const clusters = tiers.length > 0 ? clustersWith(listed) : `点名${join(subject)}的集群`;
    const who = want === "city" ? `${clusterOf(subject)}的${tierOf(tiers)}${unitOf(want)}` : clusters;
    return `省级文件没有写${within(where, lingo)}${who}${when(near.length > 0, `；另外点名的是${some(near)}`)}。`;
  },
  onlyOthers: ({ where: scope, want, subject, names }, lingo) => {
    const where = within(scope, lingo);
    const together = when(scope.each && subject.length > 1, "同时");
    const who =
      want === "city"
        ? `点名${where}${clusterOf(subject)}的城市`
        : `${when(where !== "", `在${where}`)}${together}点名${join(subject)}`;
    return `省级文件没有${who}，市级或报道写到的有：${some(names)}。`;
  },
  group: ({ label, names, document, count }, lingo) =>
    `${label}${when(count, `（${names.length} 个）`)}：${join(names)}（${lingo.name(document)}）`,
  role: ({ city, cluster, labels, doubtful }) =>
    `${city}在${cluster}集群的角色：${join(labels)}${doubt(doubtful)}。`,
  noRole: ({ city, cluster, other }, lingo) =>
    other
      ? `省级文件没有给${city}在${cluster}集群的角色；${lingo.brief(other)}。`
      : `省级文件没有给${city}在${cluster}集群的角色。`,

  numberOnly: ({ fact, judged }, lingo) =>
    `${judged ? `${judge(judged)}：` : ""}${lingo.brief(fact)}；是哪几个，我们手上的文件没有列出。`,
  roleWider: ({ city, cluster, where, labels }, lingo) => {
    const asked = `${within(where, lingo)}${when(where.parts.length > 0, `就“${join(where.parts)}”`)}`;
    return `省级文件里，${city}在${cluster}集群的角色是${join(labels)}；${asked}没有另写。`;
  },

  // Yes or no
  roleVerdict: (args, lingo) => {
    const words = { yes: roleYes, no: roleNo, unsaid: roleUnsaid }[args.verdict](args);
    const from = when(
      args.verdict !== "no" && args.elsewhere.length > 0,
      `（出自${join(args.elsewhere.map((id) => lingo.name(id)))}）`,
    );
    return `${words.slice(0, -1)}${from}。`;
  },
  rolesVerdict: ({ yes, no, unsaid, quantifier, inParts, ...rest }) => {
    const { want, subject, tiers } = rest;
    const what = tierOf(tiers) || "点名的";
    const of = want === "city" ? `${clusterOf(subject)}${onlyIn(rest)}的${what}` : clustersWith(rest);
    const parts = [
      when(yes.length > 0, `是${subject.length > 0 ? of : what}的：${some(yes)}`),
      when(no.length > 0, `不是的：${some(no)}`),
      when(unsaid.length > 0, `文件没有写的：${some(unsaid)}`),
      when(inParts.length > 0, `只限一个行业的：${limitedTo(inParts)}`),
    ];
    const told = parts.filter(Boolean).join("；");
    if (yes.length + no.length + unsaid.length === 0) return unwritten(of, inParts);
    // All that is asked about is denied: more than that not all of it holds.
    if (quantifier === "all" && rest.verdict === "no" && !rest.negated && no.length > 1 && told === parts[1])
      return `都不是：${join(no)}。`;
    return `${judgeSeveral(rest, quantifier)}：${told}。`;
  },
  onlyVerdict: ({ asked, names, others, open, disputed, verdict, negated, inParts, ...listed }) => {
    const { want, subject, tiers } = listed;
    const what =
      want === "city"
        ? `${clusterOf(subject) || "这些集群"}${onlyIn(listed)}的${roleOf(tiers)}`
        : clustersWith(listed);
    if (verdict === "unsaid" && disputed.length > 0) {
      const sure = names.filter((n) => !disputed.includes(n));
      return `说法不一，不能说是或不是：${what}有说${join(sure) || "没有别的"}，也有说还有${join(disputed)}。`;
    }
    if (verdict === "unsaid") {
      const these = names.length > 1 ? "这些" : "一个";
      const rest = open ? `名单带“等”字，不止${these}` : `没有写只有${these}`;
      return names.length === 0
        ? unwritten(what, inParts)
        : `文件没有这样说：${what}写了${some(names)}，${rest}${besides(inParts)}。`;
    }
    const all = others.length > 0 ? `${what}还有${some(others)}` : `${what}就是${join(asked)}`;
    const truth = {
      yes: negated ? "对，不是" : "是，只有",
      no: negated ? "不对，只有" : "不是只有",
    };
    return `${truth[verdict]}${join(asked)}：${all}${besides(inParts)}。`;
  },
  countVerdict: ({ expected, names, disputed, inParts, ...rest }) => {
    if (names.length === 0) return unwritten(listOf(rest), inParts);
    const otherwise = rest.verdict === "no" && !rest.negated;
    const lead = otherwise ? `不是 ${expected} 个` : judge(rest);
    return `${lead}：${listOf(rest)}，文件写了 ${names.length} 个：${join(names)}${when(disputed.length > 0, `（其中${join(disputed)}说法不一）`)}${besides(inParts)}。`;
  },
  insideVerdict: ({ subject, tiers, verdict, negated, inside, yes, no, quantifier, open, inParts }) => {
    const all = `${when(quantifier !== "any", "都")}在${inside}`;
    const none = { yes: `对，没有一个在${inside}`, no: `不对，有在${inside}的`, unsaid: "文件没有这样说" };
    const each = {
      yes: negated ? `对，不${all}` : `是，${all}`,
      no: negated ? `不对，${all}` : `不${all}`,
      unsaid: "文件没有这样说",
    };
    const rest = [
      when(yes.length > 0, `在${inside}的有${join(yes)}`),
      when(no.length > 0, `不在的有${join(no)}`),
    ];
    const what = `${clusterOf(subject) || "这些集群"}的${roleOf(tiers)}`;
    if (yes.length + no.length === 0) return unwritten(what, inParts);
    const unclosed = when(verdict === "unsaid" && open, "，名单带“等”字");
    return `${(quantifier === "none" ? none : each)[verdict]}：${what}里，${rest.filter(Boolean).join("；")}${unclosed}${besides(inParts)}。`;
  },
  anyVerdict: ({ where, names, verdict, negated, inParts, ...listed }, lingo) => {
    const what = `${within(where, lingo)}${listOf(listed)}`;
    if (names.length > 0) return `${when(negated, "不对，")}有：${what}有${some(names)}${besides(inParts)}。`;
    if (verdict === "unsaid") return unwritten(what, inParts);
    return `${when(negated, "对，")}没有：名单里没有${what}。`;
  },

  // Side by side
  counts: ({ entries, tiers, want, extreme, judged, inParts }) => {
    const sorted = entries.toSorted((a, b) => (extreme === "max" ? b.count - a.count : a.count - b.count));
    const [first, second] = sorted;
    const apart = first && second ? Math.abs(first.count - second.count) : 0;
    const more = entries.length > 2 ? "最" : "更";
    const lead = apart === 0 ? "一样多" : `${first?.name}${more}${extremeOf(extreme, "多", "少")}`;
    const list = entries.map((e) => `${e.name} ${e.count} 个`).join("，");
    const gap = when(entries.length === 2 && apart > 0, `，相差 ${apart} 个`);
    return `${judged ? judge(judged) : lead}：按省级文件数，${countedAs(want, tiers)}：${list}${gap}${uncounted(inParts)}。`;
  },
  ranking: ({ top, count, want, tiers, extreme, inParts }) => {
    const named = tiers.length > 0 ? `列为${tierOf(tiers)}` : "点名";
    const by = want === "city" ? `被 ${count} 个集群${named}` : `有 ${count} 个${countedAs(want, tiers)}`;
    return `按省级文件数，${extremeOf(extreme, "最多", "最少")}的是${some(top)}：${by}${uncounted(inParts)}。`;
  },
  rankLine: ({ name, count, members }) => `${name} ${count} 个${when(count > 0, `：${some(members)}`)}`,
  compared: ({ names, of, common, inParts }) => {
    const what = of === "city" ? "都被点名的集群" : "都点名的城市";
    if (common.length === 0 && inParts.length > 0)
      return `${join(names)}${what}都只限一个行业：${limitedTo(inParts)}。`;
    return `${join(names)}${what}有 ${common.length} 个${when(common.length > 0, `：${join(common)}`)}${besides(inParts)}。`;
  },
  notCompared: ({ names, of, clusters }) =>
    of === "city"
      ? `省级文件没有${when(clusters.length > 0, `在${clusterOf(clusters)}里`)}点名${join(names)}。`
      : `省级文件没有给${clusterOf(names)}点名城市。`,
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
