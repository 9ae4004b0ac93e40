/** An answer for a terminal: the plain text, with colour where the terminal can. */
import { blockLines, toPlain } from "../../core/plain.ts";
import { FRAMES } from "../../core/say/frame.ts";
import type { Answer } from "../../core/types.ts";

const paint =
  (code: number) =>
  (text: string): string =>
    `\u001b[${code}m${text}\u001b[0m`;
const bold = paint(1);
const dim = paint(2);

/** Plain text without colour: what `ask` prints and what the batch mode puts into `text`. */
export const render = toPlain;

/** The same lines with a bold first line and dimmed sources. */
export function renderColour(answer: Answer): string {
  const lines = toPlain(answer).split("\n");
  const body = 1 + answer.blocks.flatMap((b) => blockLines(b, FRAMES[answer.locale])).length;
  return lines.map((line, i) => (i === 0 ? bold(line) : i >= body ? dim(line) : line)).join("\n");
}
