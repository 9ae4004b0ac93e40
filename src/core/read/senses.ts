/** What a stretch of a question can mean. A surface has one sense; the data check sees to it. */
import type { AskWord, OpWord, Talk, Whole } from "../../dataset/word-kinds.ts";
import type {
  Act,
  ClusterClass,
  Measure,
  Period,
  Series,
  Status,
  Tier,
  Topic,
} from "../../dataset/schema.ts";
import type { Compare } from "../query.ts";

export type Sense =
  | { kind: "cluster"; id: string; how: "name" | "kin" | "part" }
  | { kind: "city"; id: string }
  | { kind: "set"; id: string }
  | { kind: "district"; city: string }
  | { kind: "elsewhere"; id: string }
  | { kind: "stranger"; what: "companies" | "industries" | "subjects" | "prompts" }
  | { kind: "class"; id: ClusterClass }
  | { kind: "classes" }
  | { kind: "whole" }
  | { kind: "everything" }
  | { kind: "ambiguous"; options: readonly string[] }
  | { kind: "blocked" }
  | { kind: "thing"; id: string }
  | { kind: "document"; ids: readonly string[] }
  | { kind: "policy" }
  | { kind: "giver"; giver: "province" | "city" }
  | { kind: "tier"; tier: Tier }
  | { kind: "weakKey" }
  | { kind: "measure"; measure: Measure; of?: Whole }
  | { kind: "status"; status: Status }
  /** `stars`: 三星. */
  | { kind: "topic"; topic: Topic; stars?: number }
  | { kind: "act"; act: Act }
  | { kind: "series"; series: Series }
  | { kind: "ask"; ask: AskWord }
  | { kind: "noun"; of: "city" | "cluster" }
  | { kind: "op"; op: OpWord }
  | { kind: "bound"; cmp: Compare | "between"; side: "before" | "after" }
  | { kind: "period"; period: Period }
  | { kind: "wholeYear" }
  | { kind: "yearly" }
  | { kind: "relativeYear"; offset: number }
  | { kind: "year"; year: number }
  /** `rough`: 三分之一, 四成; `more`: 6000 多亿. */
  | { kind: "amount"; value: number; unit: string; rough?: true; more?: true }
  /** Without a day the whole month is meant. */
  | { kind: "date"; month: number; day?: number }
  /** `ranks`: 第二大, 排第二, and not 第二个. */
  | { kind: "ordinal"; place: number; ranks?: true }
  /** 前者, 后一个: of two that stand beside each other. */
  | { kind: "of-two"; which: "former" | "latter" }
  | { kind: "number"; number: string }
  | { kind: "talk"; talk: Talk }
  | { kind: "pronoun"; of: "cluster" | "city" | "either" | "several" }
  | { kind: "followUp" }
  | { kind: "auxiliary" }
  | { kind: "filler" };

export interface Token {
  surface: string;
  start: number;
  end: number;
  /** Undefined: nobody knows this stretch of text. */
  sense: Sense | undefined;
  /** A comma or the like stands before it. */
  opens?: true;
}

type Kind = Sense["kind"];

/** The sense of a token, where it is of that kind. */
export function as<K extends Kind>(
  token: Token | undefined,
  kind: K,
): Extract<Sense, { kind: K }> | undefined {
  return token?.sense?.kind === kind ? (token.sense as Extract<Sense, { kind: K }>) : undefined;
}

export const is = (token: Token | undefined, ...kinds: readonly Kind[]): boolean =>
  token?.sense !== undefined && kinds.includes(token.sense.kind);
