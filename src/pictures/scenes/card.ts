/** One city: its clusters by role, then what the province did not give, then its figures. */
import { figuresWhere } from "../../core/ask/figures.ts";
import { type Giver, ordered, type Relations, type RoleRow, TIERS } from "../../core/ask/relations.ts";
import { ZH_NAMES } from "../../core/say/zh-names.ts";
import { factsOf } from "../../core/tell/lines.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact, Status, Tier } from "../../dataset/schema.ts";
import { caveatOf } from "../amounts.ts";
import { slugOf } from "../slug.ts";
import type { Font } from "../font.ts";
import { widthOf } from "../font.ts";
import { INK, KIND_SWATCHES, MUTED, PANEL, PAPER, TIER_SWATCHES } from "../palette.ts";
import type { Scene } from "../scene.ts";
import {
  BODY,
  CHIP,
  chip,
  disagreements,
  footer,
  heading,
  MARGIN,
  newSheet,
  paragraph,
  put,
  type Sheet,
  SMALL,
  toScene,
} from "../sheet.ts";
import { conflictsOf, type Sources, sourcesOf } from "../sources.ts";
import { isDisputed, type Stance, stanceOf } from "../stance.ts";
import { cardAlt } from "../words.ts";

export type CityStances = ReadonlyMap<string, Stance | undefined>;

/** What is said of the city in each cluster. */
const stancesOf = (relations: Relations, city: string): CityStances =>
  new Map(relations.dataset.clusters.map(({ id }) => [id, stanceOf(relations, id, city)]));

export function cardScene(relations: Relations, font: Font, city: string): Scene {
  const { dataset } = relations;
  const stances = stancesOf(relations, city);
  const own = ownLines(relations, city);
  const figures = cityFigures(relations, city);
  const given = [...stances.values()].flatMap((s) => (s?.kind === "province" ? [s.fact] : []));
  const facts = [...new Set([...given, ...own.flatMap((line) => line.facts), ...figures])];
  const sources = sourcesOf(dataset, facts);
  const sheet = newSheet(font);
  heading(sheet, city, subtitle(dataset, city, stances));
  for (const tier of TIERS) drawTier(sheet, tier, stances, sources);
  drawAllOwn(sheet, own, sources);
  drawCityFigures(sheet, figures, sources);
  disagreements(
    sheet,
    conflictsOf(dataset, facts, [city]).map((c) => c.title),
  );
  footer(sheet, sources.lines);
  return toScene(sheet, `card-${slugOf(dataset, city)}`, cardAlt(dataset, city, stances, figures));
}

function subtitle(dataset: Dataset, city: string, stances: CityStances): string[] {
  const region = dataset.city.get(city)?.region ?? "";
  const given = [...stances.values()].filter((s) => s?.kind === "province");
  if (given.length === 0) return [`${region}｜我们手上的省级文件没有点名它的角色`];
  const named = given.filter((s) => s?.sub === false);
  const partial = named.filter((s) => s?.partial).length;
  const parts = partial > 0 ? `（${partial} 个只指一部分）` : "";
  const beside = given.length - named.length;
  const industries = beside > 0 ? `，另 ${beside} 个指子行业` : "";
  return [`${region}｜省级文件点名 ${named.length} 个集群${parts}${industries}`];
}

const GROUP = { bold: true, size: 21 } as const;
const ROW = 36;
const GAP = 8;
const INDENT = MARGIN + CHIP + 12;

interface Given {
  cluster: string;
  stance: Stance;
}

/** Heading of a tier and its clusters: for the whole first, then for parts; two in a line where they fit. */
function drawTier(sheet: Sheet, tier: Tier, stances: CityStances, sources: Sources): void {
  const given = [...stances].flatMap(([cluster, s]) =>
    s?.kind === "province" && s.tier === tier ? [{ cluster, stance: s }] : [],
  );
  if (given.length === 0) return;
  title(sheet, tier, ZH_NAMES.tiers[tier], TIER_SWATCHES[tier]);
  const half = (sheet.width - MARGIN - INDENT - GAP) / 2;
  const short = given.filter((g) => neededFor(sheet, g) <= half);
  for (const [i, row] of short.entries()) {
    drawRow(sheet, row, { x: INDENT + (i % 2) * (half + GAP), w: half }, sources);
    if (i % 2 === 1 || i + 1 === short.length) sheet.y += ROW;
  }
  for (const row of given.filter((g) => !short.includes(g))) {
    drawRow(sheet, row, { x: INDENT, w: 2 * half + GAP }, sources);
    sheet.y += ROW;
  }
  sheet.y += 10;
}

const PADDING = 12;
const MARK_WIDTH = 46;

const neededFor = (sheet: Sheet, { cluster, stance }: Given): number =>
  2 * PADDING +
  widthOf(sheet.font, cluster, BODY, true) +
  (wordsOf(stance) === "" ? 0 : 10 + widthOf(sheet.font, wordsOf(stance), SMALL)) +
  MARK_WIDTH;

/** 软件与信息服务 · the source's own words where they say more · ［1］ */
function drawRow(
  sheet: Sheet,
  { cluster, stance }: Given,
  { x, w }: { x: number; w: number },
  sources: Sources,
): void {
  const box = { x, y: sheet.y, w, h: ROW - 5 };
  const { fill, edge, ink } = TIER_SWATCHES[stance.tier];
  const on = stance.partial ? PANEL : fill;
  const stroke = stance.partial ? { stroke: { colour: edge, width: 3 } } : {};
  sheet.shapes.push({ kind: "rect", id: `row:${cluster}`, ...box, fill: on, radius: 7, ...stroke });
  const colour = stance.partial ? INK : ink;
  const inner = { ...box, x: x + PADDING, w: w - 2 * PADDING };
  put(sheet, `cluster:${cluster}`, cluster, inner, { bold: true, colour, on });
  const name = widthOf(sheet.font, cluster, BODY, true) + 10;
  const label = { ...inner, x: inner.x + name, w: inner.w - name - MARK_WIDTH + PADDING };
  if (wordsOf(stance) !== "")
    put(sheet, `label:${cluster}`, wordsOf(stance), label, { size: SMALL, colour, on });
  put(sheet, `source:${cluster}`, sources.mark(stance.fact), inner, {
    size: SMALL,
    colour,
    on,
    align: "right",
  });
}

/** The source's word, where it is not the heading's, and the part. An asterisk where sources disagree. */
function wordsOf({ label, tier, disputed }: Stance): string {
  const told = [ZH_NAMES.tiers[tier], "城市任务"].find(
    (word) => label === word || label.startsWith(`${word}（`),
  );
  return `${label.slice(told?.length ?? 0)}${disputed ? "＊" : ""}`;
}

function title(sheet: Sheet, key: string, text: string, swatch: (typeof TIER_SWATCHES)[Tier]): void {
  chip(sheet, { key, text, swatch }, MARGIN, sheet.y);
  const at = { x: INDENT, y: sheet.y, w: sheet.width - MARGIN - INDENT, h: CHIP };
  put(sheet, `group:${key}`, text, at, GROUP);
  sheet.y += CHIP + 6;
}

interface Own {
  kind: Exclude<Giver, "province">;
  text: string;
  facts: Fact[];
}

/**
 * One line a kind. What the city plans itself is told for every cluster; reports and drafts only where neither the
 * province nor the city says anything: the rest would repeat the card.
 */
function ownLines({ dataset, rolesOfCity }: Relations, city: string): Own[] {
  const rows = rolesOfCity.get(city) ?? [];
  const told = new Set(
    rows.filter((r) => r.giver === "province" || r.giver === "city").map((r) => r.cluster),
  );
  return (["city", "report", "draft"] as const).flatMap((kind) => {
    const fresh = rows.filter((r) => r.giver === kind && (kind === "city" || !told.has(r.cluster)));
    const clusters = ordered(
      fresh.map((r) => r.cluster),
      dataset.clusters,
    );
    const text = clusters.map((cluster) => cluster + partsIn(dataset, fresh, cluster)).join("、");
    return clusters.length > 0 ? [{ kind, text, facts: factsOf(fresh) }] : [];
  });
}

/** （新型储能）, unless something is said of the whole; an asterisk where sources disagree. */
function partsIn(dataset: Dataset, rows: readonly RoleRow[], cluster: string): string {
  const about = rows.filter((r) => r.cluster === cluster);
  const parts = [...new Set(about.flatMap((r) => r.part?.split("、") ?? []))];
  const whole = about.some((r) => r.part === undefined);
  const doubt = about.some((r) => isDisputed(dataset, r.fact, r.city)) ? "＊" : "";
  return `${whole || parts.length === 0 ? "" : `（${parts.join("、")}）`}${doubt}`;
}

/** All under one heading, so that nobody takes a line of them for the province's. */
function drawAllOwn(sheet: Sheet, lines: readonly Own[], sources: Sources): void {
  if (lines.length === 0) return;
  put(sheet, "group:own", "不是省里给的角色", { x: MARGIN, y: sheet.y, w: 400, h: CHIP }, GROUP);
  sheet.y += CHIP + 6;
  for (const { kind, text, facts } of lines) {
    const swatch = KIND_SWATCHES[kind];
    chip(sheet, { key: kind, text, swatch }, MARGIN, sheet.y);
    const line = `${OWN_NAMES[kind]}：${text}${sources.marks(facts)}`;
    paragraph(sheet, `own:${kind}`, line, { x: INDENT, colour: swatch.ink });
    sheet.y += 10;
  }
}

const OWN_NAMES: Readonly<Record<Own["kind"], string>> = {
  city: "城市自己的规划",
  report: "报道",
  draft: "征求意见稿（非正式）",
};

/** The best result and the best target that are the city's alone, in the words of the answers. */
export function cityFigures(relations: Relations, city: string): Fact[] {
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
export function drawCityFigures(sheet: Sheet, facts: readonly Fact[], sources: Sources): void {
  if (facts.length === 0) return;
  put(sheet, "group:figures", "数字", { x: MARGIN, y: sheet.y, w: 200, h: CHIP }, GROUP);
  sheet.y += CHIP + 6;
  for (const [i, fact] of facts.entries()) {
    const doubt = fact.conflict === undefined ? "" : "＊";
    paragraph(sheet, `figure:${i}`, `${fact.text}${doubt}${sources.mark(fact)}`, { colour: INK, on: PAPER });
    for (const note of caveatOf({ fact }))
      paragraph(sheet, `note:${i}`, `注意：${note}。`, { size: SMALL, colour: MUTED });
    sheet.y += 10;
  }
}
