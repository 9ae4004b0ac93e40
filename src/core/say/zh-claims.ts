/** Yes or no, of roles: what a claim got, in Simplified Chinese. */
import type { Catalogue, RoleTexts, RoleVerdict } from "./texts.ts";
import { clustersWith, listOf, onlyIn, roleOf } from "./zh-listed.ts";
import { within } from "./zh-scope.ts";
import {
  besides,
  clusterOf,
  join,
  judge,
  judgeSeveral,
  limitedTo,
  some,
  tierOf,
  unwritten,
  when,
} from "./zh-words.ts";

type Claims = Pick<
  RoleTexts,
  "roleVerdict" | "rolesVerdict" | "onlyVerdict" | "countVerdict" | "insideVerdict" | "anyVerdict"
>;

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

export const ZH_CLAIMS: Catalogue<Claims> = {
  roleVerdict: (args, lingo) => {
    const words = { yes: roleYes, no: roleNo, unsaid: roleUnsaid }[args.verdict](args);
    const from = when(
      args.verdict !== "no" && args.elsewhere.length > 0,
      `（出自${join(args.elsewhere.map((id) => lingo.name(id)))}）`,
    );
    return `${words.slice(0, -1)}${from}。`;
  },
  rolesVerdict: ({ yes, no, unsaid, quantifier, inParts, doubtful, ...rest }) => {
    const { want, subject, tiers } = rest;
    const what = tierOf(tiers) || "点名城市";
    const of = want === "city" ? `${clusterOf(subject)}${onlyIn(rest)}的${what}` : clustersWith(rest);
    const parts = [
      when(yes.length > 0, `${subject.length > 0 || want === "cluster" ? of : what}：${some(yes)}`),
      when(no.length > 0, `不是的：${some(no)}`),
      when(unsaid.length > 0, `没有查到的：${some(unsaid)}`),
      when(inParts.length > 0, `只限一个行业的：${limitedTo(inParts)}`),
    ];
    const told = parts.filter(Boolean).join("；");
    if (yes.length + no.length + unsaid.length === 0) return unwritten(of, inParts);
    // All that is asked about is denied: more than that not all of it holds.
    if (quantifier === "all" && rest.verdict === "no" && !rest.negated && no.length > 1 && told === parts[1])
      return `都不是${subject.length > 0 ? of : what}：${join(no)}。`;
    if (told === parts[2]) return `${judgeSeveral(rest, quantifier)}：没有查到${some(unsaid)}。`;
    return `${judgeSeveral(rest, quantifier)}${when(doubtful, "（说法不一，见下）")}：${told}。`;
  },
  onlyVerdict: ({ region, asked, names, others, open, disputed, verdict, negated, inParts, ...listed }) => {
    const { want, subject, tiers } = listed;
    const there = when(region !== undefined, `${region}里，`);
    const what =
      want === "city"
        ? `${there}${clusterOf(subject) || "这些集群"}${onlyIn(listed)}的${roleOf(tiers)}`
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
  countVerdict: ({ more, tally, names, disputed, inParts, ...rest }) => {
    if (names.length === 0) return unwritten(listOf(rest), inParts);
    const otherwise = rest.verdict === "no" && !rest.negated && tally.cmp === "=";
    const isDisputed = rest.verdict === "unsaid" && disputed.length > 0 && tally.count <= names.length;
    const lead = otherwise ? `不是 ${tally.count} 个` : isDisputed ? "说法不一，不能说是或不是" : judge(rest);
    if (more)
      return `${lead}：${listOf(rest)}，写明的有 ${names.length} 个：${join(names)}；文件说的总数更多，没有列明是哪些${besides(inParts)}。`;
    return `${lead}：${listOf(rest)}，文件写了 ${names.length} 个：${join(names)}${when(disputed.length > 0, `（其中${join(disputed)}说法不一）`)}${besides(inParts)}。`;
  },
  insideVerdict: ({ subject, tiers, verdict, negated, inside: set, yes, no, quantifier, open, inParts }) => {
    const inside = `${set.name}${when(set.not, "以外")}`;
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
    // All that are named are on one side, and only the list may go on.
    if (unclosed !== "" && inParts.length === 0 && (yes.length === 0 || no.length === 0))
      return `写明的${no.length === 0 ? "都" : "都不"}在${inside}：${what}里，写了${join([...yes, ...no])}；名单带“等”字，不能说只有这些。`;
    return `${(quantifier === "none" ? none : each)[verdict]}：${what}里，${rest.filter(Boolean).join("；")}${unclosed}${besides(inParts)}。`;
  },
  anyVerdict: ({ where, names, verdict, negated, inParts, ...listed }, lingo) => {
    const what = `${within(where, lingo)}${listOf(listed)}`;
    if (names.length > 0) return `${when(negated, "不对，")}有：${what}有${some(names)}${besides(inParts)}。`;
    if (verdict === "unsaid") return unwritten(what, inParts);
    return `${when(negated, "对，")}没有：${within(where, lingo)}名单里没有${listOf(listed)}。`;
  },
};
