/** What the bot says in Simplified Chinese. Every text of an answer is one of these; a language lacking one does not compile. */
import { number } from "./figure.ts";
import { ZH_NAMES } from "./zh-names.ts";
import type { Catalogue, StatementTexts } from "./texts.ts";
import { ZH_FIGURES } from "./zh-figures.ts";
import { ZH_AREAS } from "./zh-areas.ts";
import { ZH_LISTS } from "./zh-lists.ts";
import { ZH_QUOTES } from "./zh-quotes.ts";
import { ZH_ROLES } from "./zh-roles.ts";
import { notHeld } from "./zh-scope.ts";
import { ZH_TALK } from "./zh-talk.ts";
import { join, judge, when } from "./zh-words.ts";
import { saidBy } from "./lingo.ts";

const HEADINGS: Readonly<Record<StatementTexts["heading"], string>> = {
  inParts: "只限其中一个行业的（省级文件）",
  regional: "省级文件在区域层面的说法",
  ownCounts: "文件自己的数法",
  besides: "另有",
  otherNamed: "省级文件另外点名的",
  bySource: "各处的说法",
  counts: "各年的说法",
  figures: "数字",
};

const ZH_STATEMENTS: Catalogue<StatementTexts> = {
  plain: (words) => words,
  name: (id, lingo) => lingo.name(id),
  sentence: (fact, lingo) => `${lingo.fact(fact)}。`,
  superseded: ({ old, by }) => `${old} 已由 ${by} 取代：`,
  line: (fact, lingo) => lingo.fact(fact),
  sentences: (facts, lingo) => `${facts.map((f) => lingo.fact(f)).join("；")}。`,
  numbers: (entries, lingo) =>
    `我们手上有文号的：${entries.map((e) => `${lingo.name(e.name)} ${e.numbers.join("、")}`).join("；")}；其他的没有查到文号。`,
  statements: (facts, lingo) => `${facts.map((f) => lingo.brief(f)).join("；")}。`,
  names: join,
  statementVerdict: ({ fact, verdict, negated }, lingo) => {
    if (verdict === "unsaid") return `文件没有这样说，最接近的是：${lingo.brief(fact)}。`;
    const not = when(verdict === "yes" && negated, "，不是");
    return `${judge({ verdict, negated })}${not}：${lingo.brief(fact)}。`;
  },
  statementNear: ({ missing, fact }, lingo) => {
    const said = fact === undefined ? "" : `${lingo.brief(fact)}。`;
    return missing.length > 0
      ? `文件里没有查到“${join(missing)}”，最接近的说法是：${said}`
      : `没有查到完全对得上的说法，最接近的是：${said}`;
  },
  seriesCount: (counts, lingo) =>
    `${counts.map((row) => `${number(row.figure.value ?? 0)} 个（${row.figure.year} 年，${saidBy(row.fact, lingo)}）`).join("；")}。`,
  seriesCountVerdict: ({ row, ...judged }, lingo) => {
    const lead = judged.verdict === "unsaid" ? "要看哪一年" : judge(judged);
    return `${lead}：${row.figure.year} 年是 ${number(row.figure.value ?? 0)} 个（${saidBy(row.fact, lingo)}）。`;
  },
  disputed: ({ conflict, verdict }, lingo) =>
    `${verdict ? "不是，这个数不可信" : "这个数有争议，不能直接用"}：${lingo.conflict(conflict).title}。`,
  conflictTitle: (conflict, lingo) => `${lingo.conflict(conflict).title}。`,
  conflicts: () => "已知的来源矛盾有这些，问到时两边都会列出：",
  nothing: ({ names = [], scope, verdict }) => {
    const subject = scope ? notHeld(scope) : join(names);
    return `${verdict ? "文件没有这样说：" : "我们手上的文件里"}没有查到${subject || "这件事"}。`;
  },

  // Notes and headings
  conflictFull: (conflict, lingo) => {
    const { title, say } = lingo.conflict(conflict);
    return `说法不一：${title}。${say}。`;
  },
  conflictBrief: (conflicts, lingo) =>
    `说法不一：${conflicts.map((c) => lingo.conflict(c).title).join("；")}。`,
  remark: (fact, lingo) => `注意：${lingo.note(fact)}。`,
  noReason: () => "文件没有说为什么。",
  openList: () => "原文名单带“等”字，不一定齐全。",
  closedToday: () => "没有列出的，只表示我们手上的省级文件没有写，不等于没有布局。",
  ofWhole: (parts) => `文件没有单独写“${parts.join("”“")}”的城市分工；就整个集群说，`,
  nearest: (words) => `没有用到“${words.join("”“")}”，最接近的是：`,
  unused: (words) => `没有用到：“${words.join("”“")}”，所以这只是最接近的答案。`,
  unjudged: () => "这句话没有全看懂，不能说是或不是；相关的说法是：",
  carried: (names) => `接上文：${join(names)}。`,
  repaired: ({ from, to }) => `“${from}”按“${to}”理解。`,
  mapped: ({ surface, cluster }) => `“${surface}”按我们的归类算在${cluster}里，这不是文件的说法。`,
  districtNote: ({ surface, city }) => `“${surface}”属${city}，文件按市写，下面说的是${city}。`,
  expectedOther: ({ expected, found }) => `你说的是 ${expected} 个，文件里数得出的是 ${found} 个。`,
  giver: (giver) => ZH_NAMES.givers[giver],
  heading: (name) => HEADINGS[name],
};

export const ZH: Catalogue = {
  ...ZH_STATEMENTS,
  ...ZH_ROLES,
  ...ZH_FIGURES,
  ...ZH_LISTS,
  ...ZH_AREAS,
  ...ZH_TALK,
  ...ZH_QUOTES,
};
