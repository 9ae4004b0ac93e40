/** An answer as Telegram's HTML. Only four characters are special there, so nothing a person typed can be markup. */
import { citationLine } from "../../core/say/cite.ts";
import { type Frame, FRAMES } from "../../core/say/frame.ts";
import { split } from "../../core/short.ts";
import type { Answer, Block, Citation, Item, Locale } from "../../core/types.ts";
import { sourceLine } from "../shared/sources.ts";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Where Telegram begins a link by itself: @name, #tag, $CASH, http://…, the name of a host. Letters of other scripts are
 * taken roughly: this runs over every text, and a joiner too many is not seen.
 */
const LINKS = /[@#$](?=[\w\u0080-\uffff])|:(?=\/\/)|\.(?=[a-z\u0080-\uffff])/gi;

/**
 * Text as text: the four escapes; halves of characters, which Telegram refuses, dropped; a word joiner where it would
 * become a link, so that nobody is mentioned and nothing a person typed can be clicked.
 */
export const escape = (text: string): string => escapeMarkup(text.replace(LINKS, "$&\u2060"));

const escapeMarkup = (text: string): string =>
  text.replace(/\p{Surrogate}/gu, "").replace(/[&<>"]/gu, (char) => ENTITIES[char] ?? char);

/** The whole answer but for its suggestions, which are buttons: what is read first, and folded below it all the rest. */
export function render(answer: Answer): string {
  const { short, rest } = split(answer);
  const frame = FRAMES[answer.locale];
  const folded = [...rest.flatMap((block) => blockLines(block, frame)), ...sourceLines(answer)];
  return [...head(short, frame), ...shortSources(short), ...fold(folded)].join("\n");
}

/** A page that follows another: nothing of it folds but its sources. */
export const renderPage = (page: Answer): string =>
  [...head(page, FRAMES[page.locale]), ...fold(sourceLines(page))].join("\n");

const head = ({ title, blocks }: Answer, frame: Frame): string[] => [
  `<b>${escape(title.text)}</b>${marksOf(title, frame)}`,
  ...blocks.flatMap((block) => blockLines(block, frame)),
];

/** Three lines show, the rest on a touch. */
const fold = (lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`<blockquote expandable>${lines.join("\n").trimStart()}</blockquote>`];

/** The title by itself and without marks, for where a reader sees the rest elsewhere. */
export const renderTitle = ({ title }: Answer, units: number): string =>
  `<b>${escape(shorten(title.text, units))}</b>`;

/** Whole sentences where they fit. */
function shorten(text: string, units: number): string {
  if (text.length <= units) return text;
  const [sentences] = /^.*[。！？；]/su.exec(text.slice(0, units)) ?? [];
  return sentences ?? `${text.slice(0, units - 1)}…`;
}

/** Lines of one block. Exhaustive: a new kind of block does not compile until it is shown here. */
function blockLines(block: Block, frame: Frame): string[] {
  switch (block.kind) {
    case "text":
      return [escape(block.text)];
    case "note":
      return [`<i>※ ${escape(block.text)}</i>`];
    case "facts":
      return [
        ...heading(block.heading, frame),
        ...block.items.map((i) => `• ${escape(i.text)}${marksOf(i, frame)}`),
      ];
    case "list":
      return [...heading(block.heading, frame), ...block.items.map((item) => `• ${escape(item)}`)];
  }
}

const heading = (text: string | undefined, { colon }: Frame): string[] =>
  text === undefined ? [] : [`\n<b>${escape(text)}${colon.trim()}</b>`];

const marksOf = (item: Item, { mark }: Frame): string => item.marks.map(mark).join("");

/** Those of what is read first, in one line. */
function shortSources(short: Answer): string[] {
  const { sources: words, colon } = FRAMES[short.locale];
  if (short.sources.length === 0) return [];
  return [`${words}${colon}${sourceLine(short, ({ document, url }) => linked(document, url), escape)}`];
}

/** Every source, a line each. */
function sourceLines({ sources: cited, locale }: Answer): string[] {
  const { sources: words, colon } = FRAMES[locale];
  if (cited.length === 0) return [];
  return [`${words}${colon.trim()}`, ...cited.map((citation) => wholeLine(citation, locale))];
}

function wholeLine(citation: Citation, locale: Locale): string {
  const { url, document } = citation;
  const name = escape(document);
  return escape(citationLine(citation, locale)).replace(name, () => linked(document, url));
}

const linked = (document: string, url: string | null): string =>
  url === null || !/^https?:\/\/[^\s]+\.[^\s]+$/u.test(url)
    ? escape(document)
    : `<a href="${escapeMarkup(url)}">${escape(document)}</a>`;

/** Length as Telegram counts it: UTF-16 units after its parser took tags and escapes away. */
export const visibleLength = (html: string): number =>
  html.replace(/<[^>]*>/gu, "").replace(/&(?:amp|lt|gt|quot);/gu, "&").length;
