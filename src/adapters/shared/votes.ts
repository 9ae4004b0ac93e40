/**
 * 👍 and 👎 under an answer. The button itself names the answer: its kind and as many of its facts as have room, first
 * those its first line rests on. So a vote counts after a restart, too, and where the message is gone.
 */
import type { Allowance } from "./manners.ts";
import { type Answer, type Ballot, KINDS } from "../../core/types.ts";

/** Telegram keeps 64 bytes with a button, Discord 100 characters: one form for both. */
const MOST_BYTES = 64;

/** Somebody who thinks twice is no flood. */
export const VOTE_ALLOWANCE: Allowance = { count: 30, windowMs: 60_000 };

export interface VoteButton {
  label: string;
  data: string;
}

/** The same without buttons for votes, where nobody counts them. */
export function unvoted(answer: Answer): Answer {
  const { kind: _, ...rest } = answer;
  return rest;
}

/** @returns two buttons; none for what is no answer from facts. */
export function voteButtons({ kind, title, facts }: Answer): VoteButton[] {
  if (kind === undefined) return [];
  const head = (sign: string): string => `v1:${sign}:${kind}:`;
  const named = fitting([...new Set([...title.facts, ...facts])], MOST_BYTES - head("+").length);
  return [
    { label: "👍", data: `${head("+")}${named}` },
    { label: "👎", data: `${head("-")}${named}` },
  ];
}

/** As many as have room, in their order. Ids are ASCII. */
function fitting(facts: readonly string[], most: number): string {
  let text = "";
  for (const fact of facts) {
    const longer = text === "" ? fact : `${text},${fact}`;
    if (longer.length > most) break;
    text = longer;
  }
  return text;
}

const DATA = /^v1:([+-]):([a-z-]{1,20}):((?:[A-Z]{1,2}\d{1,4}(?:-\d+)?(?:,|$))+)$/u;

/** @returns undefined for what is no vote, or one of a kind of answer there is not any more. */
export function readVote(data: string): Ballot | undefined {
  const [, sign, name, facts = ""] = DATA.exec(data) ?? [];
  const kind = KINDS.find((one) => one === name);
  return kind && { kind, isGood: sign === "+", facts: facts.split(",") };
}
