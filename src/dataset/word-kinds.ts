/** The kinds of words a question is made of: what can be asked for, what constrains, what one turn wants of the one before. */
import * as z from "zod";

/** What a question can ask for besides a figure or a topic. */
export const AskWord = z.enum([
  "which-city",
  "which-cluster",
  "how-many-cities",
  "how-many-clusters",
  "which",
  "members",
  "role",
  "class",
  "overview",
  "meaning",
  "how",
  "why",
  "figure",
  "sources",
  "conflict",
  "plate",
  "area-code",
  "region",
  "metro",
  "nickname",
  "english-name",
  "belongs",
]);
export type AskWord = z.infer<typeof AskWord>;

/** Words that constrain or combine. None of them may ever stand among the fillers. */
export const OpWord = z.enum([
  "not",
  "none",
  "not-only",
  "among",
  "or",
  "deny",
  "leave-out",
  "except",
  "except-after",
  "outside",
  "other",
  "only",
  "all",
  "any",
  "yesno",
  "tag",
  "hearsay",
  "choice",
  "compare",
  "more",
  "less",
  "which-more",
  // 提高, 下调, 改过: of a target
  "raised",
  "lowered",
  "changed",
  "than",
  "same",
  "max",
  "min",
  "rank",
  // 仅次于深圳: of those that follow it
  "behind",
  "gap",
  // 加上佛山呢: one more beside those before it
  "plus",
  "ratio",
  "sum",
  "average",
  "reached",
  "count",
  "name-has",
  // 全国: of the country, which no figure of the province is
  "nation",
  "time-shift-back",
  "time-shift-on",
]);
export type OpWord = z.infer<typeof OpWord>;

export const Talk = z.enum([
  "greeting",
  "thanks",
  "help",
  "subscribe",
  "unsubscribe",
  "matrix",
  // 来一条, 有没有图: wishes that are no questions
  "fact",
  "picture",
]);
export type Talk = z.infer<typeof Talk>;

/** What a short turn can want of the answer before it. */
export const Act = z.enum([
  "why",
  "sources",
  "sure",
  "wrong",
  "differ",
  "share",
  "link",
  "more",
  "detail",
  "short",
  "rephrase",
  "back",
]);
export type Act = z.infer<typeof Act>;

/** What a share is of. One of the country is none of the province. */
export const Whole = z.enum(["nation", "province", "world", "city", "gdp"]);
export type Whole = z.infer<typeof Whole>;

export const BoundWord = z.enum(["over", "atleast", "under", "atmost", "about", "between", "equal"]);
export type BoundWord = z.infer<typeof BoundWord>;
