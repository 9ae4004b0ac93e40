/** A city's clusters under the role they share: a row each, filled for the whole, outlined for a part. */
import type { Tier } from "../dataset/schema.ts";
import type { Stances } from "./findings.ts";
import { widthOf } from "./font.ts";
import { CHIP, chip } from "./legend.ts";
import { wrap } from "./lines.ts";
import { INK, PANEL, TIER_SWATCHES } from "./palette.ts";
import { BODY, MARGIN, put, type Sheet, SMALL } from "./sheet.ts";
import type { Sources } from "./sources.ts";
import type { Stance } from "./stance.ts";
import { ZH } from "./words-zh.ts";

/** Where rows begin, beside the role's chip. */
export const INDENT = MARGIN + CHIP + 12;
const GAP = 6;
const PADDING = 12;
const MARK_WIDTH = 48;
const LINE = 26;

interface Given {
  cluster: string;
  stance: Stance;
}

/** Heading of a tier and its clusters; two in a line where they fit. */
export function drawTier(sheet: Sheet, tier: Tier, stances: Stances, sources: Sources): void {
  const given = [...stances].flatMap(([cluster, s]) =>
    s?.kind === "province" && s.tier === tier ? [{ cluster, stance: s }] : [],
  );
  if (given.length === 0) return;
  drawTitle(sheet, tier);
  const half = (sheet.width - MARGIN - INDENT - GAP) / 2;
  const short = given.filter((g) => neededFor(sheet, g) <= half);
  for (const [i, row] of short.entries()) {
    drawRow(sheet, row, { x: INDENT + (i % 2) * (half + GAP), w: half }, sources);
    if (i % 2 === 1 || i + 1 === short.length) sheet.y += LINE + 5 + GAP;
  }
  for (const row of given.filter((g) => !short.includes(g)))
    sheet.y += drawRow(sheet, row, { x: INDENT, w: 2 * half + GAP }, sources) + GAP;
  sheet.y += 8;
}

function drawTitle(sheet: Sheet, tier: Tier): void {
  const text = sheet.pen.words.tiers[tier];
  chip(sheet, { key: tier, text, swatch: TIER_SWATCHES[tier] }, MARGIN, sheet.y);
  const at = { x: INDENT, y: sheet.y, w: sheet.width - MARGIN - INDENT, h: CHIP };
  put(sheet, `group:${tier}`, text, at, { bold: true, size: 21 });
  sheet.y += CHIP + 5;
}

const nameOf = ({ pen }: Sheet, cluster: string): string => pen.script(pen.lingo.name(cluster));

/** The source's word and the part, where they say more than the heading: 集聚地, 食品工业, 特色集群城市（…）. */
function labelIn({ pen }: Sheet, { label, part, tier }: Stance): string {
  const [, word = label, rest] = /^(.+?)（(.+)）$/u.exec(label) ?? [];
  const { lingo, words } = pen;
  const more = [rest, label.includes(part ?? "") ? undefined : part].flatMap((text) =>
    text === undefined ? [] : lingo.name(text),
  );
  const name = lingo.name(word);
  const isHeading = tier === "task" || word === ZH.tiers[tier] || word === ZH.role[tier];
  if (isHeading) return pen.script(more.join(pen.frame.semicolon));
  return pen.script(more.length === 0 ? name : words.bracketed(name, more.join(pen.frame.semicolon)));
}

function neededFor(sheet: Sheet, { cluster, stance }: Given): number {
  const label = labelIn(sheet, stance);
  const said = label === "" ? 0 : 10 + widthOf(sheet.font, label, SMALL);
  return 2 * PADDING + widthOf(sheet.font, nameOf(sheet, cluster), BODY, true) + said + MARK_WIDTH;
}

/** 软件与信息服务 · the source's own words where they say more · ［1］. @returns its height. */
function drawRow(
  sheet: Sheet,
  { cluster, stance }: Given,
  { x, w }: { x: number; w: number },
  sources: Sources,
): number {
  const inner = w - 2 * PADDING - MARK_WIDTH;
  const label = labelIn(sheet, stance);
  const names = wrap(sheet.font, nameOf(sheet, cluster), BODY, inner, true);
  const beside = neededFor(sheet, { cluster, stance }) <= w;
  const labels = beside || label === "" ? [] : wrap(sheet.font, label, SMALL, inner);
  const h = (names.length + labels.length) * LINE + 5;
  const { fill, edge, ink } = TIER_SWATCHES[stance.tier];
  const on = stance.partial ? PANEL : fill;
  const colour = stance.partial ? INK : ink;
  const stroke = stance.partial ? { stroke: { colour: edge, width: 3 } } : {};
  const box = { x, y: sheet.y, w, h, fill: on, radius: 7, ...stroke };
  sheet.shapes.push({ kind: "rect", id: `row:${cluster}`, ...box });
  const at = (line: number) => ({ x: x + PADDING, y: sheet.y + 2 + line * LINE, w: inner, h: LINE });
  for (const [i, text] of names.entries())
    put(sheet, `cluster:${cluster}:${i}`, text, at(i), { bold: true, colour, on });
  for (const [i, text] of labels.entries())
    put(sheet, `label:${cluster}:${i}`, text, at(names.length + i), { size: SMALL, colour, on });
  if (beside && label !== "") {
    const past = widthOf(sheet.font, nameOf(sheet, cluster), BODY, true) + 10;
    const where = { ...at(0), x: x + PADDING + past, w: inner - past + 1 };
    put(sheet, `label:${cluster}:0`, label, where, { size: SMALL, colour, on });
  }
  const mark = { ...at(0), w: w - 2 * PADDING };
  put(sheet, `source:${cluster}`, sources.mark(stance.fact), mark, {
    size: SMALL,
    colour,
    on,
    align: "right",
  });
  return h;
}
