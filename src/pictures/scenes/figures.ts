/** Ten clusters: where they started, what is aimed at, what was reached. A gap is shown as a gap. */
import { roleKind } from "../../core/facts.ts";
import type { Found } from "../../core/figures.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import type { ClusterClass } from "../../dataset/schema.ts";
import {
  amountWords,
  figureOf,
  isHollow,
  isOneSeries,
  lengthOf,
  measureWords,
  type Shown,
  caveatOf,
  roundUp,
  STATUS_TITLES,
  STATUSES,
  TARGET_YEAR,
} from "../amounts.ts";
import type { Font } from "../font.ts";
import { ALERT, INK, MUTED, PANEL, PAPER, RULE, STATUS_COLOURS } from "../palette.ts";
import type { Scene } from "../scene.ts";
import { footer, heading, MARGIN, newSheet, paragraph, put, type Sheet, SMALL, toScene } from "../sheet.ts";
import { conflictsOf, type Sources, sourcesOf } from "../sources.ts";
import { figuresAlt } from "../words.ts";

export interface Row {
  cluster: string;
  found: Partial<Record<Shown, Found>>;
}

export const rowsOf = (dataset: Dataset, clusters: readonly string[]): Row[] =>
  clusters.map((cluster) => ({
    cluster,
    found: Object.fromEntries(
      STATUSES.flatMap((status) => {
        const found = figureOf(dataset, cluster, status);
        return found ? [[status, found] as const] : [];
      }),
    ),
  }));

const SLUGS: Readonly<Record<ClusterClass, string>> = { 支柱: "pillar", 新兴: "emerging" };

export function figuresScene(dataset: Dataset, font: Font, scope: ClusterClass): Scene {
  const clusters = dataset.clusters.filter((c) => c.class === scope).map((c) => c.id);
  const rows = rowsOf(dataset, clusters);
  const sheet = newSheet(font);
  heading(sheet, `十大${scope}集群的数字`, ["口径写在数的上面；口径不同的，不能直接比"]);
  drawFigures(sheet, dataset, rows);
  return toScene(sheet, `figures-${SLUGS[scope]}`, figuresAlt(`十大${scope}集群`, rows));
}

/** The table of figures with its scale, remarks and sources: the comparison of clusters ends with it too. */
export function drawFigures(sheet: Sheet, dataset: Dataset, rows: readonly Row[]): void {
  const all = rows.flatMap(({ found }) => Object.values(found));
  const sources = sourcesOf(dataset, all.map((f) => f.fact));
  const most = roundUp(Math.max(1, ...all.map((f) => lengthOf(f) ?? 0)));
  drawHead(sheet);
  for (const row of rows) drawCluster(sheet, dataset, row, { sources, most });
  drawKey(sheet, most, all.some((f) => caveatOf(f).length > 0));
  const conflicts = conflictsOf(dataset, all.map((f) => f.fact)).map((c) => c.title);
  if (conflicts.length > 0)
    paragraph(sheet, "remark:conflicts", `＊ 说法不一：${conflicts.join("；")}。`, { size: SMALL, colour: ALERT });
  footer(sheet, sources.lines);
}

const GAP = 14;
const columnWidth = (sheet: Sheet): number => Math.floor((sheet.width - 2 * MARGIN - 2 * GAP) / 3);
const columnX = (sheet: Sheet, i: number): number => MARGIN + i * (columnWidth(sheet) + GAP);

function drawHead(sheet: Sheet): void {
  for (const [i, status] of STATUSES.entries()) {
    const at = { x: columnX(sheet, i), y: sheet.y, w: columnWidth(sheet), h: 28 };
    put(sheet, `head:${status}`, STATUS_TITLES[status], at, { bold: true, colour: STATUS_COLOURS[status] });
  }
  sheet.y += 32;
}

interface Scale {
  sources: Sources;
  /** 亿元 of a bar as long as its column. */
  most: number;
}

function drawCluster(sheet: Sheet, dataset: Dataset, { cluster, found }: Row, scale: Scale): void {
  const where = { id: `rule:${cluster}`, x: MARGIN, y: sheet.y, w: sheet.width - 2 * MARGIN, h: 2 };
  sheet.shapes.push({ kind: "line", ...where, colour: RULE });
  sheet.y += 8;
  const line = { x: MARGIN, y: sheet.y, w: sheet.width - 2 * MARGIN, h: 31 };
  put(sheet, `cluster:${cluster}`, cluster, line, { bold: true, size: 22 });
  if (!isOneSeries(Object.values(found)))
    put(sheet, `apart:${cluster}`, "口径不同", line, { size: SMALL, colour: MUTED, align: "right" });
  sheet.y += 31;
  const top = sheet.y;
  const bottoms = STATUSES.map((status, i) => {
    sheet.y = top;
    const at = { id: `${status}:${cluster}`, x: columnX(sheet, i), status };
    const one = found[status];
    if (one) drawFigure(sheet, dataset, one, at, scale);
    else drawGap(sheet, at);
    return sheet.y;
  });
  sheet.y = Math.max(...bottoms) + 8;
}

interface Place {
  id: string;
  x: number;
  status: Shown;
}

const gapText = "文件未写";

function drawGap(sheet: Sheet, { id, x }: Place): void {
  const box = { x, y: sheet.y + 4, w: columnWidth(sheet), h: 34 };
  const stroke = { colour: RULE, width: 2 };
  sheet.shapes.push({ kind: "rect", id: `${id}:gap`, ...box, fill: PAPER, radius: 6, stroke });
  put(sheet, id, gapText, box, { size: SMALL, colour: MUTED, align: "center" });
  sheet.y += 44;
}

const BAR = 12;

/** Measure, amount with its source, and a bar where a length can stand for it. */
function drawFigure(sheet: Sheet, dataset: Dataset, found: Found, place: Place, scale: Scale): void {
  const { id, x, status } = place;
  const width = columnWidth(sheet);
  const draft = roleKind(dataset, found.fact) === "draft" ? "征求意见稿：" : "";
  paragraph(sheet, `${id}:measure`, `${draft}${measureWords(found, status === "target" ? TARGET_YEAR : undefined)}`, { size: SMALL, colour: MUTED, x, width });
  const doubt = found.fact.conflict !== undefined ? "＊" : caveatOf(found).length > 0 ? "※" : "";
  const amount = `${amountWords(found)}${doubt}${scale.sources.mark(found.fact)}`;
  paragraph(sheet, id, amount, { bold: true, x, width, colour: found.fact.disputed ? ALERT : INK });
  const length = lengthOf(found);
  if (length === undefined) return;
  const box = { x, y: sheet.y + 2, w: Math.max(3, Math.round((width * length) / scale.most)), h: BAR };
  const colour = STATUS_COLOURS[status];
  const hollow = isHollow(dataset, found);
  const look = hollow ? { fill: PANEL, stroke: { colour, width: 2 } } : { fill: colour };
  sheet.shapes.push({ kind: "rect", id: `bar:${id}`, ...box, ...look });
  sheet.y += BAR + 6;
}

/** One scale for the whole picture, from zero. */
function drawKey(sheet: Sheet, most: number, noted: boolean): void {
  const scale = most >= 10_000 ? `${most / 10_000} 万亿元` : `${most} 亿元`;
  const text = `条从 0 起，一栏宽＝${scale}；空心条＝一部分、别的口径或征求意见稿。`;
  paragraph(sheet, "key", text, { size: SMALL, colour: INK });
  if (noted) paragraph(sheet, "key:note", "※＝用前要看说明：单问这个集群，答案会写明。", { size: SMALL, colour: INK });
  sheet.y += 4;
}

