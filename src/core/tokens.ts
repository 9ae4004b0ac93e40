/** What a stretch of a question can mean. */
import type { AskWord, Op, Scope, Talk, TopicWord } from "../dataset/language.ts";
import type { Measure, Status, Tier } from "../dataset/schema.ts";
import type { Amount } from "./frame.ts";

export type Sense =
  | { kind: "cluster"; id: string; how: "name" | "kin" | "part" }
  | { kind: "city"; id: string }
  | { kind: "set"; id: string }
  | { kind: "ambiguous"; options: string[] }
  | { kind: "blocked" }
  | { kind: "tier"; tier: Tier }
  | { kind: "weakKey" }
  | { kind: "ask"; ask: AskWord }
  | { kind: "topic"; topic: TopicWord }
  | { kind: "measure"; measure: Measure }
  | { kind: "figure" }
  | { kind: "status"; status: Status }
  | { kind: "scope"; scope: Scope }
  | { kind: "document"; id: string }
  | { kind: "policy" }
  | { kind: "layer"; layer: "province" | "city" }
  | { kind: "op"; op: Op }
  | { kind: "talk"; talk: Talk }
  | { kind: "pronoun"; of: "cluster" | "city" | "either" }
  | { kind: "thing"; id: string }
  | { kind: "followUp" }
  | { kind: "period" }
  | { kind: "relativeYear" }
  | { kind: "outside" }
  | { kind: "stop" }
  | { kind: "year"; year: number }
  | { kind: "amount"; amount: Amount };

export interface Token {
  surface: string;
  start: number;
  end: number;
  /** Empty: nobody knows this stretch of text. */
  senses: readonly Sense[];
}
