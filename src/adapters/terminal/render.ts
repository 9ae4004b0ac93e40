/** An answer for a terminal: plain text, short or whole, with colour where the terminal can. */
import { blockLines, toPlain, toShort } from "../../core/plain.ts";
import { FRAMES } from "../../core/say/frame.ts";
import { split } from "../../core/short.ts";
import type { Answer } from "../../core/types.ts";

const paint =
  (code: number) =>
  (text: string): string =>
    `\u001b[${code}m${text}\u001b[0m`;
const bold = paint(1);
const dim = paint(2);

/** Plain text without colour: what the batch mode puts into `text`. */
export const render = toPlain;

/** What `ask` and the chat print: the short form, or all of it. */
export const renderText = (answer: Answer, long: boolean): string => (long ? toPlain : toShort)(answer);

/** The same lines with a bold first line and dimmed sources. */
export function renderColour(answer: Answer, long: boolean): string {
  const lines = renderText(answer, long).split("\n");
  const { blocks } = long ? answer : split(answer).short;
  const body = 1 + blocks.flatMap((b) => blockLines(b, FRAMES[answer.locale])).length;
  return lines.map((line, i) => (i === 0 ? bold(line) : i >= body ? dim(line) : line)).join("\n");
}
