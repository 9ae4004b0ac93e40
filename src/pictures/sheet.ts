/** A sheet that grows downwards: what all scenes have in common (margins, heading, paragraphs, legend, footer). */
import type { Font } from "./font.ts";
import { wrap } from "./lines.ts";
import { ALERT, BLANK, INK, MUTED, PAPER, RULE } from "./palette.ts";
import type { Colour, Scene, Shape } from "./scene.ts";
import type { LegendEntry } from "./stance.ts";

/** A phone shows it 360 points wide, two dots a point. Wider, the fullest card would be over 60 KB. */
export const WIDTH = 720;
export const MARGIN = 28;
/** What must be read is at least this tall: 10 px where the picture is shown 360 px wide. */
export const BODY = 20;
/** Sources and remarks. */
export const SMALL = 17;

export interface Sheet {
  font: Font;
  shapes: Shape[];
  width: number;
  /** Where the next thing goes. */
  y: number;
}

export const newSheet = (font: Font, width = WIDTH): Sheet => ({ font, shapes: [], width, y: MARGIN });

export interface Style {
  size?: number;
  bold?: boolean;
  colour?: Colour;
  on?: Colour;
  x?: number;
  width?: number;
}

const LEADING = 1.42;

/** Adds a text that may take several lines, and moves down. @returns the number of lines. */
export function paragraph(sheet: Sheet, id: string, text: string, style: Style = {}): number {
  const { size = BODY, bold = false, colour = INK, on = PAPER, x = MARGIN } = style;
  const width = style.width ?? sheet.width - MARGIN - x;
  const lines = wrap(sheet.font, text, size, width, bold);
  const h = Math.round(size * LEADING);
  for (const [i, line] of lines.entries()) {
    const where = { id: `${id}:${i}`, x, y: sheet.y, w: width, h };
    sheet.shapes.push({ kind: "text", ...where, text: line, size, bold, colour, on });
    sheet.y += h;
  }
  return lines.length;
}

/** The name of what is shown, and one or two lines that say how to read it. */
export function heading(sheet: Sheet, title: string, lines: readonly string[]): void {
  sheet.y = MARGIN - 6;
  paragraph(sheet, "title", title, { size: 38, bold: true });
  sheet.y += 4;
  for (const [i, line] of lines.entries())
    paragraph(sheet, `subtitle:${i}`, line, { size: 21, colour: MUTED });
  sheet.y += 14;
}

export const CHIP = 30;
/** Height of one legend line. */
export const LEGEND_LINE = 37;

/** A little tile as it is drawn on the picture. */
export function chip(sheet: Sheet, { key, swatch }: LegendEntry, x: number, y: number): void {
  const box = { x, y, w: CHIP, h: CHIP };
  const hollow = key === "city" || key === "report" || key === "draft";
  const outlined = hollow || key === "part";
  const fill = swatch === undefined ? BLANK : swatch.fill;
  const stroke = { stroke: { colour: swatch?.edge ?? BLANK, width: hollow ? 2 : 4, dashed: hollow } };
  sheet.shapes.push({
    kind: "rect",
    id: `legend:${key}`,
    ...box,
    fill,
    radius: 6,
    ...(outlined ? stroke : {}),
  });
  if (swatch === undefined || swatch.glyph === "") return;
  const mark = { ...box, id: `legend:${key}:mark`, y: y + 6, h: CHIP - 12, glyph: swatch.glyph };
  sheet.shapes.push({ kind: "mark", ...mark, colour: outlined ? swatch.edge : swatch.ink, on: fill });
}

/** One legend entry: chip and words. */
export function legendEntry(sheet: Sheet, entry: LegendEntry, x: number, y: number, width: number): void {
  chip(sheet, entry, x, y + 3);
  const where = { id: `legend:${entry.key}:text`, x: x + CHIP + 10, y, w: width - CHIP - 10, h: CHIP + 6 };
  sheet.shapes.push({ kind: "text", ...where, text: entry.text, size: BODY, colour: INK, on: PAPER });
}

/** Adds one line of text where it is told to. */
export function put(
  sheet: Sheet,
  id: string,
  text: string,
  at: { x: number; y: number; w: number; h: number },
  style: Pick<Style, "size" | "bold" | "colour" | "on"> & { align?: "left" | "center" | "right" } = {},
): void {
  const { size = BODY, bold = false, colour = INK, on = PAPER, align = "left" } = style;
  sheet.shapes.push({ kind: "text", id, ...at, text, size, bold, align, colour, on });
}

export function rule(sheet: Sheet): void {
  const where = { id: "rule", x: MARGIN, y: sheet.y, w: sheet.width - 2 * MARGIN, h: 2 };
  sheet.shapes.push({ kind: "line", ...where, colour: RULE });
  sheet.y += 14;
}

/** What must be known beside the roles: conflicts, open lists. */
export function remarks(sheet: Sheet, texts: readonly string[]): void {
  for (const [i, text] of texts.entries()) {
    paragraph(sheet, `remark:${i}`, text, { size: SMALL, colour: text.startsWith("＊") ? ALERT : MUTED });
    sheet.y += 4;
  }
}

/** What the asterisks stand for. As many are told as there is room for; the answers tell all. */
export function disagreements(sheet: Sheet, titles: readonly string[], room = 5): void {
  const each = [...new Set(titles)];
  const more = each.length > room ? "；其余单问时答案会写明" : "";
  if (each.length > 0) remarks(sheet, [`＊ 说法不一：${each.slice(0, room).join("；")}${more}。`]);
}

/** The documents it rests on. */
export function footer(sheet: Sheet, lines: readonly string[]): void {
  sheet.y += 8;
  rule(sheet);
  const small = { size: SMALL, colour: MUTED };
  for (const [i, line] of lines.entries()) paragraph(sheet, `source:${i}`, line, small);
  sheet.y += MARGIN - 10;
}

export const toScene = (sheet: Sheet, slug: string, alt: string): Scene => ({
  slug,
  width: sheet.width,
  height: Math.ceil(sheet.y),
  background: PAPER,
  shapes: sheet.shapes,
  alt: clip(alt),
});

/** Discord shows 1,024 characters of a description. */
const MOST_ALT = 1000;

const clip = (text: string): string => (text.length <= MOST_ALT ? text : `${text.slice(0, MOST_ALT - 1)}…`);
