/** 粤东和粤西: cities named by two names that stand together are those of both. */
import type { Words } from "../../dataset/words.ts";
import { isMembers, type Members } from "../query.ts";
import { type Flag, has, type Heard, type HeardFilter } from "./heard.ts";

/** Asked of in turn, and not together. */
const APART: readonly Flag[] = ["choice", "compare", "more", "less", "than", "same", "gap", "max", "min"];

/** Sets that a word joins become one, by both of their names. */
export function setsTogether({ conjunctions }: Words, heard: Heard): void {
  if (has(heard, ...APART)) return;
  const kept: HeardFilter[] = [];
  for (const next of heard.filters) {
    const last = kept.at(-1);
    const both = last && together(last.filter, next.filter);
    if (last && both && conjunctions.includes(between(heard.text, last, next)))
      kept.splice(-1, 1, { filter: both, spans: [...last.spans, ...next.spans] });
    else kept.push(next);
  }
  heard.filters = kept;
}

const between = (text: string, a: HeardFilter, b: HeardFilter): string =>
  text.slice(a.spans.at(-1)?.end, b.spans[0]?.start).trim();

function together(a: HeardFilter["filter"], b: HeardFilter["filter"]): Members | undefined {
  if (!isMembers(a) || !isMembers(b) || a.as === undefined || b.as === undefined) return undefined;
  if (a.dim !== "city" || b.dim !== "city" || a.not !== b.not) return undefined;
  return { ...a, in: [...new Set([...a.in, ...b.in])], as: `${a.as}、${b.as}` };
}
