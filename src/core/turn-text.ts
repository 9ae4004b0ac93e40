/** A turn as text and back, so that a conversation may go on elsewhere. */
import type { Turn } from "./memory.ts";
import { emptyHeard, type Heard } from "./read/heard.ts";

/** A turn as JSON holds it: all of it is plain data but for one map. */
interface Written extends Omit<Turn, "heard"> {
  /** Of which program and data it is. */
  made: string;
  heard?: Omit<Heard, "flags"> & {
    flags: [Heard extends { flags: Map<infer F, unknown> } ? F : never, Spans][];
  };
}
type Spans = Heard["flags"] extends Map<unknown, infer S> ? S : never;

/** @param made names program and data; only who has the same reads it. */
export function writeTurn(turn: Turn, made: string): string {
  const { heard, ...rest } = turn;
  return JSON.stringify({ ...rest, made, ...(heard && { heard: { ...heard, flags: [...heard.flags] } }) });
}

/** @returns undefined where another version wrote it, which may have meant something else by it. */
export function readTurn(text: string, made: string): Turn | undefined {
  // Nobody but `writeTurn` of the same program makes a text that says so.
  const written = JSON.parse(text) as Partial<Written>;
  if (written.made !== made) return undefined;
  const { heard, made: _, reference, wish, ...rest } = written as Written;
  return { ...rest, reference, wish, heard: heard && heardIn(heard) };
}

const heardIn = (heard: NonNullable<Written["heard"]>): Heard => ({
  ...emptyHeard(heard.text, heard.asked),
  ...heard,
  flags: new Map(heard.flags),
});
