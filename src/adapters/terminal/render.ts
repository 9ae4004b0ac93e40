/** An answer for a terminal: plain text, short or whole, with colour where the terminal can. */
import { blockLines, toPlain, toShort } from "../../core/plain.ts";
import { FRAMES } from "../../core/say/frame.ts";
import { split } from "../../core/short.ts";
import type { Answer } from "../../core/types.ts";
import { linked, withReadable } from "./address.ts";
import { wrap, wrapped } from "./wrap.ts";

const paint =
  (code: number) =>
  (text: string): string =>
    `\u001b[${code}m${text}\u001b[0m`;
const bold = paint(1);
const dim = paint(2);
const plain = (text: string): string => text;

/** Plain text without colour: what the batch mode puts into `text`. */
export const render = toPlain;

/** What `ask` and the chat print: the short form, or all of it, in lines of at most so many columns. */
export const renderText = (answer: Answer, long: boolean, columns = Infinity): string =>
  wrapped((long ? toPlain : toShort)(withReadable(answer)), columns);

/** The same lines with a bold first line and dimmed sources. */
export function renderColour(answer: Answer, long: boolean, columns = Infinity): string {
  const lines = renderText(answer, long).split("\n");
  const { blocks } = long ? answer : split(answer).short;
  const body = 1 + blocks.flatMap((b) => blockLines(b, FRAMES[answer.locale])).length;
  const style = (i: number) => (i === 0 ? bold : i >= body ? dim : plain);
  const shown = lines.flatMap((line, i) => wrap(line, columns).map(style(i)));
  return shown.map((line) => linked(line, answer)).join("\n");
}
