/** The words of questions, by their kinds. */
import * as z from "zod";
import { Act as Happening, ClusterClass, Measure, Period, Series, Status, Tier, Topic } from "./schema.ts";
import { Act, AskWord, BoundWord, OpWord, Talk, Whole } from "./word-kinds.ts";

const surfaces = z.array(z.string().min(1));

export const Words = z.strictObject({
  /** Turns that ask to be answered in a language, or in that of each question; kept in Simplified and lower case. */
  languages: z.strictObject({ "zh-CN": surfaces, "zh-TW": surfaces, en: surfaces, auto: surfaces }),
  tiers: z.partialRecord(Tier, surfaces),
  /** 重点 alone: a tier only where a role is asked for. */
  weakKey: surfaces,
  asks: z.partialRecord(AskWord, surfaces),
  topics: z.partialRecord(Topic, surfaces),
  /** Marks of so many stars. */
  stars: z.record(z.string().regex(/^[123]$/), surfaces),
  /** What happened on a date: 出台, 公布. */
  happenings: z.partialRecord(Happening, surfaces),
  /** 万亿级: what is counted over the years and numbered in the order it came. */
  series: z.partialRecord(Series, surfaces),
  measures: z.partialRecord(Measure, surfaces),
  /** 占全国, of the world: that a share is meant, and what it is of. */
  wholes: z.record(Whole, surfaces),
  status: z.partialRecord(Status, surfaces),
  classes: z.partialRecord(ClusterClass, surfaces),
  bothClasses: surfaces,
  /** All twenty clusters. */
  whole: surfaces,
  /** Those of them that say each of the twenty, and not only which list is meant. */
  wholeEach: surfaces,
  /** Right before a cluster: no part of it is meant, though its name may hold one. */
  wholly: surfaces,
  /** 所有, 每个: all of whatever is named beside it. */
  everything: surfaces,
  /** Document id → how people call it; only editions that share their `called` may share a surface. */
  documents: z.record(z.string(), surfaces),
  /** Who set it: 省里定的, 自己定的. */
  layers: z.strictObject({ province: surfaces, city: surfaces }),
  /** The policy as a whole. */
  policy: surfaces,
  /** 最大, 最强: of the words for the first and the last those of size, not of number. */
  sizes: surfaces,
  ops: z.record(OpWord, surfaces),
  /** How an amount is bounded: by a word before it (超过) or after it (以上). */
  bounds: z.record(BoundWord, z.strictObject({ before: surfaces, after: surfaces })),
  /** Bids for a list: 列出, give me. */
  listing: surfaces,
  /** How a sentence says somebody's place: 第一, 并列. */
  standings: surfaces,
  /** 超没超过, 到没到: asks of the amount behind it whether it is more, or as much. */
  whether: z.strictObject({ over: surfaces, atleast: surfaces }),
  /** 一半, three quarters: how many per cent that is. */
  fractions: z.record(z.string().regex(/^\d+(?:\.\d+)?$/), surfaces),
  talk: z.partialRecord(Talk, surfaces),
  /** Whole turns that act on the last answer. */
  acts: z.record(Act, surfaces),
  /** 这个集群 takes the cluster of the turn before, 该市 its city, 它 either, 两者 all that was asked of. */
  pronouns: z.strictObject({ cluster: surfaces, city: surfaces, either: surfaces, several: surfaces }),
  followUps: surfaces,
  /** 不是，我问的是: what was meant stands behind it, perhaps after 就是; and what was not, behind 不是. */
  corrections: z.strictObject({ denied: surfaces, meant: surfaces, instead: surfaces, links: surfaces }),
  /** 前者, 后一个: of the two that were talked about. */
  ofTwo: z.strictObject({ former: surfaces, latter: surfaces }),
  /** 最后一个, third: places in what was listed, from the end where they are negative. */
  places: z.record(z.string().regex(/^-?\d{1,2}$/), surfaces),
  /** 哈哈, 好的: whole turns that ask nothing. */
  nods: surfaces,
  /** 云浮的: whose the same is asked of. */
  possessives: surfaces,
  /** 不是 … 吗: asked so, it is held to be. */
  rhetoric: z.strictObject({ opens: surfaces, closes: surfaces }),
  /** Months as English writes them, by their numbers. */
  months: z.record(z.string().regex(/^(?:[1-9]|1[0-2])$/), surfaces),
  /** Parts of a year: a figure of another part, or of the whole, does not answer. */
  periods: z.partialRecord(Period, surfaces),
  wholeYear: surfaces,
  yearly: surfaces,
  /** 今年: years from the one in which the question is asked. */
  relativeYears: z.record(z.string().regex(/^-?\d$/), surfaces),
  /** How a clause begins that is about the person: 我在东莞上班; and how one does not: 我想. */
  narrators: surfaces,
  narratorsNot: surfaces,
  dwellings: surfaces,
  /** Where somebody turns from who they are to what they ask. */
  turns: surfaces,
  /** How it is to be answered: 不要漏. The heads open such a clause, the verbs say what is not to be done. */
  manners: z.strictObject({ heads: surfaces, verbs: surfaces }),
  /** 云浮这五个市: what may stand between names and their number. */
  demonstratives: surfaces,
  /** Between names that are meant together. */
  conjunctions: surfaces,
  nouns: z.strictObject({ city: surfaces, cluster: surfaces }),
  /** A negation that ends the sentence asks: 是核心不, 有没. */
  closers: surfaces,
  /** 组长写 …: who said it is no part of what was said. */
  speech: surfaces,
  /** 广东, 全省: the province as a whole; nothing of the turn before is then missing. */
  province: surfaces,
  /** 就深圳和珠海 2 个: they and no others. */
  exactly: surfaces,
  /** What is said of those behind such a word, where they are the only ones: 就茂名是; not 就茂名而言. */
  exactlyBefore: surfaces,
  /** Whether somebody is there is asked: 有没有, is there. */
  there: surfaces,
  /** Behind the characters a name is said to hold: 两个字. */
  nameEnds: surfaces,
  /** Of each by itself: 各, each. */
  apiece: surfaces,
  /** A superlative before a thing, a bound before an amount that is not counted: to top 500 billion. */
  toppers: surfaces,
  /** 非新兴集群 is one word, whatever follows. */
  prefixes: surfaces,
  /** 有没有 2500 亿, 广州、深圳里有没有 …: whether there is that. */
  existence: surfaces,
  /** 要求增速不低于 10%: beside a figure they ask what is aimed at, and no task. */
  demands: surfaces,
  /** 年均增速 is another rate than that of one year; the first is how texts say it. */
  averages: surfaces,
  /** 有 3000 亿吗: right before an amount they ask whether it is that much, and not whether it is just that. */
  amounting: surfaces,
  /** Units by what is counted in them in English: million cars. */
  unitNouns: z.record(z.string(), surfaces),
  /** What cities and clusters are counted in: 5 个; and how often a text says something: 30 处. */
  counters: surfaces,
  mentionCounters: surfaces,
  /** clusters where …: no place is asked for. */
  relatives: surfaces,
  /** 珠海呢: hands the question on. */
  openEnds: surfaces,
  /** What may stand around a whole turn and does not make it another one: 那出处呢. */
  turnOpeners: surfaces,
  turnClosers: surfaces,
  /** English words that open a yes/no question. */
  auxiliaries: surfaces,
  filler: surfaces,
  /** With one of them a claim of a city and a cluster is that it takes part: 佛山家电行吗 is another. */
  takesPart: surfaces,
  /** The same directly behind a city: Is Foshan in home appliances. */
  takesPartBehind: surfaces,
  /** 已经: what is claimed is a result; so is what 了 stands directly behind. */
  accomplished: surfaces,
  aspects: surfaces,
  /** 提出, 要: what is claimed is a plan. */
  intended: surfaces,
  /** In what a figure is of, words that limit it to nothing: 陶瓷工业 is 陶瓷. */
  loose: surfaces,
  /** Single characters that do carry content when left over; all others left over alone are ignored. */
  contentSingles: z.string(),
  /** Unknown ones beside which a claim is still whole: left over from longer words, or helping a verb. */
  emptySingles: z.string(),
});
export type Words = z.infer<typeof Words>;
