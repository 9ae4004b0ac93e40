/** A sheet that grows downwards: what all scenes have in common (margins, heading, paragraphs, footnotes, footer). */
import type { Font } from "./font.ts";
import { wrap } from "./lines.ts";
import { ACCENT, ALERT, INK, MUTED, PAPER, RULE } from "./palette.ts";
import type { Pen } from "./pen.ts";
import type { Colour, Scene, Shape } from "./scene.ts";

/** A phone shows it 360 points wide, two dots a point. Wider, the fullest card would be over 60 KB. */
export const WIDTH = 720;
export const MARGIN = 24;
/** What must be read is at least this tall: 10 px where the picture is shown 360 px wide. */
export const BODY = 20;
/** Sources and footnotes: 9 px there. Nothing is smaller. */
export const SMALL = 18;

export interface Sheet {
  font: Font;
  pen: Pen;
  shapes: Shape[];
  width: number;
  /** Where the next thing goes. */
  y: number;
}

export const newSheet = (font: Font, pen: Pen): Sheet => ({ font, pen, shapes: [], width: WIDTH, y: MARGIN });

export interface Style {
  size?: number;
  bold?: boolean;
  colour?: Colour;
  on?: Colour;
  x?: number;
  width?: number;
}

/** Which of two measures is for this language. */
export const scriptOf = ({ pen }: Sheet): "han" | "latin" => (pen.locale === "en" ? "latin" : "han");

const LEADING = 1.38;

/** Adds a text that may take several lines, and moves down. @returns the number of lines. */
export function paragraph(sheet: Sheet, id: string, text: string, style: Style = {}): number {
  const { size = BODY, bold = false, colour = INK, on = PAPER, x = MARGIN } = style;
  const width = style.width ?? sheet.width - MARGIN - x;
  const lines = wrap(sheet.font, sheet.pen.script(text), size, width, bold);
  const h = Math.round(size * LEADING);
  for (const [i, line] of lines.entries()) {
    const where = { id: `${id}:${i}`, x, y: sheet.y, w: width, h };
    sheet.shapes.push({ kind: "text", ...where, text: line, size, bold, colour, on });
    sheet.y += h;
  }
  return lines.length;
}

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Adds one line of text where it is told to. */
export function put(
  sheet: Sheet,
  id: string,
  text: string,
  at: Box,
  style: Pick<Style, "size" | "bold" | "colour" | "on"> & { align?: "left" | "center" | "right" } = {},
): void {
  const { size = BODY, bold = false, colour = INK, on = PAPER, align = "left" } = style;
  const words = sheet.pen.script(text);
  sheet.shapes.push({ kind: "text", id, ...at, text: words, size, bold, align, colour, on });
}

/** An English title is twice as long. */
const TITLE = { han: 32, latin: 28 };

/** What is shown, what it comes to, and how to read it. */
export function heading(sheet: Sheet, kicker: string, title: string, lines: readonly string[] = []): void {
  sheet.y = MARGIN - 6;
  paragraph(sheet, "kicker", kicker, { bold: true, colour: ACCENT });
  sheet.y += 2;
  paragraph(sheet, "title", title, { size: TITLE[scriptOf(sheet)], bold: true });
  sheet.y += 4;
  for (const [i, line] of lines.entries()) paragraph(sheet, `subtitle:${i}`, line, { colour: MUTED });
  sheet.y += 12;
}

export function rule(sheet: Sheet): void {
  const where = { id: "rule", x: MARGIN, y: sheet.y, w: sheet.width - 2 * MARGIN, h: 2 };
  sheet.shapes.push({ kind: "line", ...where, colour: RULE });
  sheet.y += 12;
}

/** What must be known beside what is drawn: parts, open lists. */
export function footnotes(sheet: Sheet, texts: readonly string[]): void {
  for (const [i, text] of texts.entries()) {
    paragraph(sheet, `footnote:${i}`, text, { size: SMALL, colour: MUTED });
    sheet.y += 4;
  }
}

/** What the sources disagree about, in one footnote. As many are told as there is room for; the answers tell all. */
export function doubts(sheet: Sheet, texts: readonly string[], room = 5): void {
  const each = [...new Set(texts)];
  if (each.length === 0) return;
  const words = sheet.pen.words.doubt(each.slice(0, room), each.length > room);
  paragraph(sheet, "doubt", words, { size: SMALL, colour: ALERT });
}

/** The documents it rests on, who published what we read of them, and when. */
export function footer(sheet: Sheet, lines: readonly string[]): void {
  sheet.y += 8;
  rule(sheet);
  const small = { size: SMALL, colour: MUTED };
  for (const [i, line] of lines.entries()) paragraph(sheet, `source:${i}`, line, small);
  sheet.y += MARGIN - 8;
}

export const toScene = (sheet: Sheet, slug: string, alt: string): Scene => ({
  slug,
  locale: sheet.pen.locale,
  width: sheet.width,
  height: Math.ceil(sheet.y),
  background: PAPER,
  shapes: sheet.shapes,
  alt: clip(sheet.pen.script(alt)),
});

/** Discord shows 1,024 characters of a description. */
const MOST_ALT = 1000;

const clip = (text: string): string => (text.length <= MOST_ALT ? text : `${text.slice(0, MOST_ALT - 1)}…`);
