/** Whether a passage answers a question: only where everything that was asked stands in it. */
import { type Flag, type Heard, hasDim } from "../read/heard.ts";
import { isClaim } from "../read/mood.ts";
import type { Need } from "./needs.ts";
import { type ReadPassage, says, sensesIn } from "./reading.ts";

/** Words that only say what kind of answer is wanted. Any other operator is one no passage is judged by. */
const WISHES: ReadonlySet<Flag> = new Set([
  "which-city",
  "which-cluster",
  "which",
  "members",
  "role",
  "overview",
  "figure",
  "auxiliary",
  "noun-city",
  "noun-cluster",
  "weakKey",
]);

/** Whether any passage could be its answer: nothing is claimed, denied, bounded, counted or compared. */
export const isPlain = (heard: Heard): boolean =>
  !isClaim(heard) &&
  heard.expected === undefined &&
  heard.ambiguous.length === 0 &&
  heard.tense !== "done" &&
  [...heard.flags.keys()].every((flag) => WISHES.has(flag));

/** @param needs all that the question has. */
export const answers = (read: ReadPassage, heard: Heard, needs: readonly Need[]): boolean =>
  needs.length > 0 &&
  needs.every((need) => need.isMet(read)) &&
  heard.dropped.every(({ text }) => says(read.own, text)) &&
  (heard.flags.get("weakKey") ?? []).every(({ text }) => says(read.own, text)) &&
  holdsWished(read, heard);

/** Which city, which cluster, how much: something of the kind has to stand there. */
function holdsWished({ own }: ReadPassage, heard: Heard): boolean {
  const { flags } = heard;
  if (flags.has("which-city") && sensesIn(own, "city").length === 0) return false;
  if (flags.has("which-cluster") && sensesIn(own, "cluster").length === 0) return false;
  const asksFigure = flags.has("figure") || hasDim(heard, "measure");
  return !asksFigure || /\d|[一二三四五六七八九十百千万亿]/u.test(own.squeezed);
}
