/** An answer as Telegram's HTML. Only four characters are special there, so nothing a person typed can be markup. */
import { citationLine } from "../../core/say/cite.ts";
import { type Frame, FRAMES } from "../../core/say/frame.ts";
import type { Answer, Block, Citation, Item, Locale } from "../../core/types.ts";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Text as text: the four escapes; halves of characters, which Telegram refuses, dropped; a word joiner after @, so that
 * nobody is mentioned.
 */
export const escape = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, "")
    .replace(/@(?=\w)/gu, "@\u2060")
    .replace(/[&<>"]/gu, (char) => ENTITIES[char] ?? char);

/** The whole answer but for its suggestions, which are buttons. */
export function render(answer: Answer): string {
  const frame = FRAMES[answer.locale];
  return [
    `<b>${escape(answer.title.text)}</b>${marksOf(answer.title, frame)}`,
    ...answer.blocks.flatMap((block) => blockLines(block, frame)),
    ...sources(answer),
  ].join("\n");
}

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

/** Sources fold: three lines show, the rest on a touch. */
function sources({ sources: cited, locale }: Answer): string[] {
  const { sources: words, colon } = FRAMES[locale];
  const lines = cited.map((citation) => sourceLine(citation, locale));
  return cited.length === 0
    ? []
    : [`<blockquote expandable>${words}${colon.trim()}\n${lines.join("\n")}</blockquote>`];
}

function sourceLine(citation: Citation, locale: Locale): string {
  const { url, document } = citation;
  const line = escape(citationLine(citation, locale));
  if (url === null || !/^https?:\/\/[^\s]+\.[^\s]+$/u.test(url)) return line;
  const name = escape(document);
  return line.replace(name, () => `<a href="${escape(url)}">${name}</a>`);
}

/** Length as Telegram counts it: UTF-16 units after its parser took tags and escapes away. */
export const visibleLength = (html: string): number =>
  html.replace(/<[^>]*>/gu, "").replace(/&(?:amp|lt|gt|quot);/gu, "&").length;
