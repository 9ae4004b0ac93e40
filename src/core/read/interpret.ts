/** Heard → Query: the first rule that applies and leaves nothing unused, else the one that leaves the least. */
import {
  type Bound,
  DIMS,
  type Filter,
  type From,
  isMembers,
  isSet,
  named,
  type Op,
  type Query,
  type Span,
} from "../query.ts";
import { type Flag, has, hasDim, type Heard, type HeardFilter, WHICH } from "./heard.ts";
import { isClaim, isDenied } from "./mood.ts";
import { RULES } from "./rules.ts";
import type { Asked } from "./rules/rule.ts";

type Dims = ReadonlySet<Filter["dim"]>;

/** The dimensions each relation has. What a question says in another one is not used. */
const ASKABLE: Readonly<Record<From, Dims>> = {
  role: new Set(["cluster", "city", "class", "tier", "stars", "giver", "document", "part", "year", "word"]),
  figure: new Set([
    "cluster",
    "city",
    "class",
    "measure",
    "of",
    "status",
    "year",
    "period",
    "value",
    "document",
    "giver",
    "part",
    "series",
    "word",
    "date",
  ]),
  // The two lists are the province's, whoever is said to have set them.
  class: new Set(["cluster", "class", "part", "name", "place", "word", "giver"]),
  city: new Set(["city"]),
  series: new Set(["series", "cluster", "city", "year", "place", "part", "document"]),
  conflict: new Set([
    "cluster",
    "city",
    "class",
    "value",
    "measure",
    "status",
    "year",
    "series",
    "tier",
    "part",
    "topic",
    "document",
    "word",
    "date",
  ]),
  /** A sentence may say anything, but is called nothing. */
  statement: new Set(["value", ...DIMS.filter((dim) => dim !== "name")]),
  overview: new Set(["cluster", "city", "part"]),
};

/** What a relation does not have finds nothing in it: that it was not used is said instead. */
const askable = (where: readonly Filter[], from: From): Filter[] =>
  where.filter(({ dim }) => ASKABLE[from].has(dim));

/** Topics that only say what kind of answer is wanted: a role, a layout, a list, a figure. */
const SOFT_TOPICS: ReadonlySet<string> = new Set([
  "role",
  "layout",
  "membership",
  "figure",
  "profile",
  "mention",
  "rating",
  "threshold",
  "task",
]);

/** Flags that constrain nothing: how a list or a value is asked for. */
const HARMLESS: ReadonlySet<Flag> = new Set<Flag>([
  ...WHICH,
  "members",
  "role",
  "overview",
  "meaning",
  "how",
  "figure",
  "weakKey",
  "auxiliary",
  "noun-city",
  "noun-cluster",
  "policy",
  "whole",
  "whole-each",
  "yesno",
  "tag",
  "hearsay",
  "other",
  "plus",
  "sized",
  "nth",
  "apiece",
]);

/** Queries a question may be, the one that leaves least unused first; those that leave the same stand in the table's order. */
export function interpret(heard: Heard): Query[] {
  const others = otherSets(heard);
  const fitting = RULES.filter((rule) => rule.when(heard)).map((rule) => {
    const asked = ofResults(rule.query(heard));
    return { asked, unused: unusedBy(heard, asked.from, rule.takes) };
  });
  return fitting
    .toSorted((a, b) => a.unused.length - b.unused.length)
    .map(({ asked, unused }) => ({
      ...asked,
      ...(isDenied(heard) && { denied: true as const }),
      where: askable(asked.where, asked.from).filter((f) => !others.some(({ filter }) => filter === f)),
      unused: [...unused, ...others.flatMap(({ spans }) => spans.map(({ text }) => text))],
    }));
}

/** 粤东和粤西哪个多: nobody lies in both, so that one alone is used. */
const otherSets = (heard: Heard): HeardFilter[] =>
  has(heard, "choice") ? [] : heard.filters.filter(({ filter }) => isSet(filter) && !filter.not).slice(1);

/** What can be asked of what has come about; 最大 and 差多少 say themselves what they are of. */
const OF_RESULTS: ReadonlySet<Op> = new Set(["verify", "list", "count", "value"]);

/** 已经过 2000 亿: only what was reported can be so by now, and never what was aimed at. */
const ofResults = (asked: Asked): Asked =>
  asked.from === "figure" &&
  asked.tense === "done" &&
  OF_RESULTS.has(asked.op) &&
  named(asked.where, "status").length === 0
    ? { ...asked, where: [...asked.where, { dim: "status", in: ["target", "threshold"], not: true }] }
    : asked;

/** The words of constraints and operators that neither the relation nor the rule knows what to do with. */
function unusedBy(heard: Heard, from: From, takes: readonly Flag[]): string[] {
  const judges = takes.includes("value");
  const filters = heard.filters.filter(({ filter }) =>
    filter.dim === "value"
      ? !judges || !isOfKind(filter, from)
      : isUnheldWord(filter) ||
        (!ASKABLE[from].has(filter.dim) && !isSoft(filter, from) && !isNth(filter, takes)),
  );
  const flags = [...heard.flags].filter(([flag]) => !takes.includes(flag) && !HARMLESS.has(flag));
  const dropped = isClaim(heard) || isOfAnything(heard, from) ? heard.dropped : droppedBeside(heard);
  const spans: Span[] = [...filters.flatMap((f) => f.spans), ...flags.flatMap(([, s]) => s), ...dropped];
  return [...new Set(spans.toSorted((a, b) => a.start - b.start).map((s) => s.text))];
}

/** 种植业的核心城市: where nothing says of what, a character nobody knew may have said it. */
const isOfAnything = (heard: Heard, from: From): boolean =>
  from === "role" && !hasDim(heard, "cluster", "city", "class", "word") && !has(heard, "whole", "policy");

/** 小鹏汽车的产量: what nobody knew and stands right before a name may make another name of it. */
const droppedBeside = ({ dropped, filters }: Heard): Span[] =>
  dropped.filter(({ end }) =>
    filters.some(({ filter, spans }) => NAMES.has(filter.dim) && spans.some(({ start }) => start === end)),
  );

const NAMES: Dims = new Set(["cluster", "city", "class"]);

/** How many have a role is counted; 半数 and 4000 亿 tell nothing of roles. */
const isOfKind = ({ amount: { base } }: Bound, from: From): boolean =>
  AMOUNTED.has(from) || !(base === "%" || base === "元");
const AMOUNTED: ReadonlySet<From> = new Set<From>(["figure", "statement", "conflict"]);

/** except the disputed ones: what does not stand in a text is no reason to be listed. */
const isUnheldWord = (filter: Filter): boolean =>
  isMembers(filter) && filter.dim === "word" && filter.not === true;

/** 第二大: a rule that ranks knows which is meant. */
const isNth = ({ dim }: Filter, takes: readonly Flag[]): boolean => dim === "place" && takes.includes("nth");

const isSoft = (filter: Filter, from: From): boolean =>
  isMembers(filter) &&
  filter.dim === "topic" &&
  filter.in.every((t) => SOFT_TOPICS.has(t) || (t === "city-system" && from === "figure"));

/** Whether it names anything of the dataset. */
export const namesEntity = (heard: Heard): boolean =>
  heard.filters.some(({ filter }) => ["cluster", "city", "class", "document"].includes(filter.dim)) ||
  has(heard, "whole", "policy");
