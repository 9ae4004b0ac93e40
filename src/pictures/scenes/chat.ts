/** Questions and answers as a chat shows them: for the README, from what the bot really says. */
import { toShort } from "../../core/plain.ts";
import type { Answer, Citation } from "../../core/types.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { type Font, widthOf } from "../font.ts";
import { wrap } from "../lines.ts";
import { ACCENT, INK, MUTED, PANEL, RULE } from "../palette.ts";
import { createPen } from "../pen.ts";
import type { Colour, Scene } from "../scene.ts";
import { BODY, MARGIN, newSheet, put, type Sheet, SMALL, toScene } from "../sheet.ts";

export interface Turn {
  question: string;
  answer: Answer;
}

const WHITE: Colour = "#FFFFFF";
const PADDING = 18;
const WIDEST = 600;

interface Line {
  text: string;
  size: number;
  bold: boolean;
  colour: Colour;
}

export function chatScene(dataset: Dataset, font: Font, turns: readonly Turn[]): Scene {
  const sheet = newSheet(font, createPen(dataset, "zh-CN"));
  for (const [i, { question, answer }] of turns.entries()) {
    bubble(sheet, `question:${i}`, asked(sheet, question), { right: true, fill: ACCENT });
    bubble(sheet, `answer:${i}`, said(sheet, answer), { right: false, fill: PANEL });
  }
  sheet.y += MARGIN - 16;
  const alt = turns.map(({ question, answer }) => `问：${question}\n答：${answer.title.text}`).join("\n");
  return toScene(sheet, "chat", alt);
}

const asked = (sheet: Sheet, question: string): Line[] =>
  lines(sheet, question, { size: BODY + 2, bold: false, colour: WHITE });

/** Nobody can follow an address in a picture. */
const cited = ({ document, locator }: Pick<Citation, "document" | "locator">): string =>
  `${document} ${locator}`;

/** What people see first of the answer: its first line bold, the sources small. */
function said(sheet: Sheet, answer: Answer): Line[] {
  const [title = "", ...rest] = toShort(answer, cited).split("\n");
  const sources = rest.findIndex((line) => line.startsWith("来源："));
  return [
    ...lines(sheet, title, { size: BODY + 2, bold: true, colour: INK }),
    ...rest.flatMap((line, i) => {
      const small = sources >= 0 && i >= sources;
      return lines(sheet, line, { size: small ? SMALL : BODY, bold: false, colour: small ? MUTED : INK });
    }),
  ];
}

const lines = (sheet: Sheet, text: string, style: Omit<Line, "text">): Line[] =>
  wrap(sheet.font, text, style.size, WIDEST - 2 * PADDING, style.bold).map((line) => ({
    ...style,
    text: line,
  }));

const heightOf = ({ size }: Line): number => Math.round(size * 1.5);

function bubble(
  sheet: Sheet,
  id: string,
  text: readonly Line[],
  { right, fill }: { right: boolean; fill: Colour },
): void {
  const widest = Math.max(...text.map((l) => widthOf(sheet.font, l.text, l.size, l.bold)));
  const w = Math.ceil(widest) + 2 * PADDING;
  const h = text.reduce((sum, line) => sum + heightOf(line), 0) + PADDING;
  const x = right ? sheet.width - MARGIN - w : MARGIN;
  const stroke = right ? {} : { stroke: { colour: RULE, width: 2 } };
  sheet.shapes.push({ kind: "rect", id, x, y: sheet.y, w, h, fill, radius: 18, ...stroke });
  let y = sheet.y + PADDING / 2;
  for (const [i, line] of text.entries()) {
    const at = { x: x + PADDING, y, w: w - 2 * PADDING, h: heightOf(line) };
    put(sheet, `${id}:${i}`, line.text, at, { ...line, on: fill });
    y += heightOf(line);
  }
  sheet.y += h + 16;
}
