/** The legend: a little tile and its words, one entry after the other, as many in a line as fit. */
import { widthOf } from "./font.ts";
import { wrap } from "./lines.ts";
import { BLANK, INK, PAPER } from "./palette.ts";
import { BODY, MARGIN, put, type Sheet } from "./sheet.ts";
import type { LegendEntry } from "./stance.ts";

export const CHIP = 28;
const LINE = 26;
const AFTER_CHIP = 8;
const BETWEEN = 20;

/** A little tile as it is drawn on the picture. */
export function chip(sheet: Sheet, { key, swatch }: LegendEntry, x: number, y: number): void {
  const box = { x, y, w: CHIP, h: CHIP };
  const hollow = key === "city" || key === "report" || key === "draft";
  const outlined = hollow || key === "part";
  const fill = swatch === undefined ? BLANK : swatch.fill;
  const stroke = { stroke: { colour: swatch?.edge ?? BLANK, width: hollow ? 2 : 4, dashed: hollow } };
  const look = { ...box, fill, radius: 6, ...(outlined ? stroke : {}) };
  sheet.shapes.push({ kind: "rect", id: `legend:${key}`, ...look });
  if (swatch === undefined || swatch.glyph === "") return;
  const mark = { ...box, id: `legend:${key}:mark`, y: y + 5, h: CHIP - 10, glyph: swatch.glyph };
  sheet.shapes.push({ kind: "mark", ...mark, colour: outlined ? swatch.edge : swatch.ink, on: fill });
}

/** Adds the entries from `x` on and moves down; a text wider than the room takes more lines. */
export function drawLegend(
  sheet: Sheet,
  entries: readonly LegendEntry[],
  x = MARGIN,
  width = sheet.width - MARGIN - x,
): void {
  let at = x;
  const room = width - CHIP - AFTER_CHIP;
  for (const entry of entries) {
    const wide = widthOf(sheet.font, sheet.pen.script(entry.text), BODY);
    if (at > x && at + CHIP + AFTER_CHIP + wide > x + width) {
      at = x;
      sheet.y += CHIP + 7;
    }
    chip(sheet, entry, at, sheet.y);
    const lines = wrap(sheet.font, sheet.pen.script(entry.text), BODY, room);
    for (const [i, text] of lines.entries()) {
      const box = { x: at + CHIP + AFTER_CHIP, y: sheet.y + 1 + i * LINE, w: room - (at - x), h: LINE };
      put(sheet, `legend:${entry.key}:text:${i}`, text, box, { colour: INK, on: PAPER });
    }
    at += CHIP + AFTER_CHIP + wide + BETWEEN;
    if (lines.length > 1) {
      sheet.y += (lines.length - 1) * LINE;
      at = x + width;
    }
  }
  sheet.y += CHIP + 10;
}
