/** An answer as plain text: the terminal shows this, and every platform's text says the same. */
import { citationLine } from "./say/cite.ts";
import { type Frame, FRAMES } from "./say/frame.ts";
import { sourceLine, split } from "./short.ts";
import type { Answer, Block, Citation, Item } from "./types.ts";

/** Each mark by itself, never a range: a reader looks for it as it stands in the text. */
const signs = (frame: Frame, marks: readonly number[]): string => marks.map(frame.mark).join("");

const marked = (frame: Frame, { text, marks }: Item): string => `${text}${signs(frame, marks)}`;

/** Lines of one block. Exhaustive: a new kind of block does not compile until it is shown here. */
export function blockLines(block: Block, frame: Frame): string[] {
  switch (block.kind) {
    case "text":
      return [block.text];
    case "note":
      return [`※ ${block.text}`];
    case "facts":
      return [...heading(block.heading, frame), ...block.items.map((i) => `• ${marked(frame, i)}`)];
    case "list":
      return [...heading(block.heading, frame), ...block.items.map((item) => `• ${item}`)];
  }
}

const heading = (words: string | undefined, { colon }: Frame): string[] =>
  words === undefined ? [] : [`${words}${colon.trim()}`];

const MOST_CITATIONS = 6;

/** A line a source, with its address; many are told by document, so that a chat is not flooded. */
function sourceLines({ sources, locale }: Answer): string[] {
  const { sources: words, colon, semicolon, bar, noLink } = FRAMES[locale];
  if (sources.length === 0) return [];
  if (sources.length > MOST_CITATIONS)
    return [`${words}${colon}${byDocument(sources, FRAMES[locale]).join(semicolon)}`];
  const lines = sources.map((s) => `${citationLine(s, locale)}${bar}${s.url ?? noLink}`);
  return [`${words}${colon.trim()}`, ...lines];
}

/** ［1］［3］《意见》（2020）｜新闻转载、新闻报道 */
function byDocument(sources: readonly Citation[], frame: Frame): string[] {
  return [...new Set(sources.map((s) => s.document))].map((document) => {
    const same = sources.filter((s) => s.document === document);
    const grades = new Set(same.map((s) => frame.grades[s.grade]));
    const marks = signs(
      frame,
      same.map((s) => s.mark),
    );
    return `${marks}${frame.gap}${document}${frame.bar}${[...grades].join(frame.and)}`;
  });
}

/** The whole answer: title, blocks, sources, suggested questions; lines joined by \n, no colour, no markup. */
export function toPlain(answer: Answer): string {
  return written(answer, sourceLines(answer), []);
}

/** @param more what can be had beside what can be asked. */
function written(
  { title, blocks, next, locale }: Answer,
  sources: readonly string[],
  more: string[],
): string {
  const frame = FRAMES[locale];
  const labels = [...more, ...next.map((n) => n.label)];
  return [
    marked(frame, title),
    ...blocks.flatMap((block) => blockLines(block, frame)),
    ...sources,
    ...(labels.length > 0 ? [`${frame.askAlso}${frame.colon}${labels.join(frame.bar)}`] : []),
  ].join("\n");
}

/**
 * What people see first: the short form, its sources in one line, and that there is more.
 * @param cited how each source is named; with its address unless given.
 */
export function toShort(answer: Answer, cited?: Frame["cited"]): string {
  const { short, rest } = split(answer);
  const sources = sourceLine(short, cited);
  const more = rest.length > 0 ? [FRAMES[answer.locale].more] : [];
  return written(short, sources === undefined ? [] : [sources], more);
}
