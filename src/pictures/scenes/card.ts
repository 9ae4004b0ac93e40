/** One city: its clusters by role, then what the province did not give, then its figures. */
import { figuresWhere } from "../../core/ask/figures.ts";
import {
  type Giver,
  GIVERS,
  ordered,
  type Relations,
  type RoleRow,
  TIERS,
} from "../../core/ask/relations.ts";
import { factsOf } from "../../core/tell/lines.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact, Status } from "../../dataset/schema.ts";
import { cardAlt } from "../alts.ts";
import { caveatsOf } from "../amounts.ts";
import { cityFinding, type Stances } from "../findings.ts";
import type { Font } from "../font.ts";
import { CHIP, chip } from "../legend.ts";
import { INK, MUTED, OWN_SWATCHES, PAPER } from "../palette.ts";
import { type Pen } from "../pen.ts";
import { drawTier, INDENT } from "../rows.ts";
import type { Scene } from "../scene.ts";
import {
  doubts,
  footer,
  heading,
  MARGIN,
  newSheet,
  paragraph,
  put,
  scriptOf,
  type Sheet,
  SMALL,
  toScene,
} from "../sheet.ts";
import { slugOf } from "../slug.ts";
import { conflictsOf, readIn, type Sources, sourcesOf } from "../sources.ts";
import { stanceOf } from "../stance.ts";
import type { Own } from "../words.ts";

/** What is said of the city in each cluster. */
const stancesOf = (relations: Relations, city: string): Stances =>
  new Map(relations.dataset.clusters.map(({ id }) => [id, stanceOf(relations, id, city)]));

export function cardScene(relations: Relations, font: Font, pen: Pen, city: string): Scene {
  const { dataset } = relations;
  const sheet = newSheet(font, pen);
  const stances = stancesOf(relations, city);
  const own = ownLines(relations, pen, city);
  const figures = cityFigures(relations, city).slice(0, MOST_FIGURES[scriptOf(sheet)]);
  const given = [...stances.values()].flatMap((s) => (s?.kind === "province" ? [s.fact] : []));
  const facts = [...new Set([...given, ...own.flatMap((line) => line.facts), ...figures])];
  const sources = sourcesOf(pen, facts);
  drawHeading(sheet, dataset, city, stances);
  for (const tier of TIERS) drawTier(sheet, tier, stances, sources);
  drawAllOwn(sheet, own, sources);
  drawFigures(sheet, figures, sources);
  const conflicts = conflictsOf(dataset, facts, [city]);
  doubts(
    sheet,
    conflicts.map((conflict) => pen.lingo.conflict(conflict).title),
    MOST_DOUBTS[scriptOf(sheet)],
  );
  footer(sheet, facts.length > 0 ? [sources.named, ...readIn(dataset, pen, facts)] : []);
  return toScene(sheet, `card-${slugOf(dataset, city)}`, cardAlt(dataset, pen, city, stances, figures));
}

function drawHeading(sheet: Sheet, dataset: Dataset, city: string, stances: Stances): void {
  const { pen } = sheet;
  const finding = cityFinding(pen, city, stances);
  const region = dataset.city.get(city)?.region;
  const kicker = [finding.city, ...(region === undefined ? [] : [pen.words.regions[region]])];
  const besides = finding.named > 0 && finding.beside > 0 ? [pen.words.cardBeside(finding.beside)] : [];
  heading(sheet, kicker.join(pen.frame.bar), pen.words.cardTitle(finding), besides);
}

/** English says the same in twice as many letters: a card must not be too heavy to send. */
const MOST_DOUBTS = { han: 4, latin: 2 };
const MOST_FIGURES = { han: 2, latin: 1 };
const GROUP = { bold: true, size: 21 } as const;

interface OwnLine {
  kind: Own;
  text: string;
  facts: Fact[];
}

/** One line a kind: only where nobody above it says anything, for the rest would repeat the card. */
function ownLines({ dataset, rolesOfCity }: Relations, pen: Pen, city: string): OwnLine[] {
  const rows = rolesOfCity.get(city) ?? [];
  const firstOf = (cluster: string): Giver | undefined =>
    GIVERS.find((giver) => rows.some((r) => r.giver === giver && r.cluster === cluster));
  return (["city", "report", "draft"] as const).flatMap((kind) => {
    const fresh = rows.filter((r) => r.giver === kind && firstOf(r.cluster) === kind);
    const clusters = ordered(
      fresh.map((r) => r.cluster),
      dataset.clusters,
    );
    const text = clusters.map((cluster) => withParts(pen, fresh, cluster)).join(pen.frame.and);
    return clusters.length > 0 ? [{ kind, text, facts: factsOf(fresh) }] : [];
  });
}

/** 新能源（新型储能）, unless something is said of the whole. In English only that it is a part: the answer tells which. */
function withParts({ locale, lingo, words, frame }: Pen, rows: readonly RoleRow[], cluster: string): string {
  const about = rows.filter((r) => r.cluster === cluster);
  const parts = [...new Set(about.flatMap((r) => r.part ?? []))].map((part) => lingo.name(part));
  const whole = about.some((r) => r.part === undefined) || parts.length === 0;
  if (!whole && locale === "en") return words.bracketed(lingo.name(cluster), words.part);
  return whole ? lingo.name(cluster) : words.bracketed(lingo.name(cluster), parts.join(frame.and));
}

/** All under one heading, so that nobody takes a line of them for the province's. */
function drawAllOwn(sheet: Sheet, lines: readonly OwnLine[], sources: Sources): void {
  if (lines.length === 0) return;
  const { words } = sheet.pen;
  const box = { x: MARGIN, y: sheet.y, w: sheet.width - 2 * MARGIN, h: CHIP };
  put(sheet, "group:own", words.ownHeading, box, GROUP);
  sheet.y += CHIP + 6;
  for (const { kind, text, facts } of lines) {
    const swatch = OWN_SWATCHES[kind];
    chip(sheet, { key: kind, text, swatch }, MARGIN, sheet.y);
    const line = words.marked(words.told(words.ownLong[kind], text), sources.marks(facts));
    paragraph(sheet, `own:${kind}`, line, { x: INDENT, colour: swatch.ink });
    sheet.y += 8;
  }
}

/** The best result and the best target that are the city's alone, in the words of the answers. */
function cityFigures(relations: Relations, city: string): Fact[] {
  const wanted: readonly Status[] = ["result", "target"];
  const found = wanted.flatMap((status) => {
    const rows = figuresWhere(relations, [
      { dim: "city", in: [city] },
      { dim: "status", in: [status] },
    ]);
    return rows.filter(({ fact }) => fact.cities.length === 1 && !fact.disputed).slice(0, 1);
  });
  return [...new Set(found.map((row) => row.fact))];
}

/** In the words of the answers, each with its source and what must be known to use it. */
function drawFigures(sheet: Sheet, facts: readonly Fact[], sources: Sources): void {
  if (facts.length === 0) return;
  const { words, lingo } = sheet.pen;
  put(sheet, "group:figures", words.figures, { x: MARGIN, y: sheet.y, w: 200, h: CHIP }, GROUP);
  sheet.y += CHIP + 6;
  for (const [i, fact] of facts.entries()) {
    const said = words.marked(lingo.brief(fact), sources.mark(fact));
    paragraph(sheet, `figure:${i}`, said, { colour: INK, on: PAPER });
    for (const note of caveatsOf(sheet.pen, fact))
      paragraph(sheet, `note:${i}`, words.note(note), { size: SMALL, colour: MUTED });
    sheet.y += 8;
  }
}
