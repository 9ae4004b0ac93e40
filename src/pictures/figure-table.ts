/** Figures in columns: where clusters started, what is aimed at, what was reached. A gap is shown as a gap. */
import type { FigureRow, Relations } from "../core/ask/relations.ts";
import { amountOf } from "../core/say/figure.ts";
import type { Dataset } from "../dataset/dataset.ts";
import {
  caveatOf,
  figureOf,
  isHollow,
  isOneSeries,
  lengthOf,
  measureWords,
  roundUp,
  type Shown,
  STATUS_TITLES,
  STATUSES,
  TARGET_YEAR,
} from "./amounts.ts";
import { ALERT, INK, MUTED, PANEL, PAPER, RULE, STATUS_COLOURS } from "./palette.ts";
import { disagreements, footer, MARGIN, paragraph, put, type Sheet, SMALL } from "./sheet.ts";
import { conflictsOf, type Sources, sourcesOf } from "./sources.ts";

export interface Row {
  cluster: string;
  found: Partial<Record<Shown, FigureRow>>;
}

/** @param statuses which columns there are. */
export const rowsOf = (
  relations: Relations,
  clusters: readonly string[],
  statuses: readonly Shown[] = STATUSES,
): Row[] =>
  clusters.map((cluster) => ({
    cluster,
    found: Object.fromEntries(
      statuses.flatMap((status) => {
        const found = figureOf(relations, cluster, status);
        return found ? [[status, found] as const] : [];
      }),
    ),
  }));

/** What a picture has beside its figures. */
export interface Around {
  /** Columns. */
  statuses: readonly Shown[];
  /** What else the sources disagree about, and how many disagreements there is room for. */
  doubts: readonly string[];
  room: number;
  /** What else the picture rests on. */
  documents: readonly string[];
}

const ALONE: Around = { statuses: STATUSES, doubts: [], room: 8, documents: [] };

/** The table of figures with its scale, remarks and sources: the comparison of clusters ends with it too. */
export function drawFigures(
  sheet: Sheet,
  dataset: Dataset,
  rows: readonly Row[],
  { statuses, doubts, room, documents }: Around = ALONE,
): void {
  const all = rows.flatMap(({ found }) => Object.values(found));
  const facts = all.map((f) => f.fact);
  const sources = sourcesOf(dataset, facts);
  const most = roundUp(Math.max(1, ...all.map((f) => lengthOf(f) ?? 0)));
  const columns = columnsOf(sheet, statuses);
  drawHead(sheet, columns);
  for (const row of rows) drawCluster(sheet, row, columns, { sources, most });
  drawKey(
    sheet,
    most,
    all.some((f) => caveatOf(f).length > 0),
  );
  disagreements(sheet, [...doubts, ...conflictsOf(dataset, facts).map((c) => c.title)], room);
  footer(sheet, [...documents, ...sources.lines]);
}

const GAP = 14;

interface Column {
  status: Shown;
  x: number;
  w: number;
}

function columnsOf(sheet: Sheet, statuses: readonly Shown[]): Column[] {
  const room = sheet.width - 2 * MARGIN - GAP * (statuses.length - 1);
  const w = Math.floor(room / statuses.length);
  return statuses.map((status, i) => ({ status, x: MARGIN + i * (w + GAP), w }));
}

function drawHead(sheet: Sheet, columns: readonly Column[]): void {
  for (const { status, x, w } of columns) {
    const style = { bold: true, colour: STATUS_COLOURS[status] };
    put(sheet, `head:${status}`, STATUS_TITLES[status], { x, y: sheet.y, w, h: 28 }, style);
  }
  sheet.y += 32;
}

interface Scale {
  sources: Sources;
  /** 亿元 of a bar as long as its column. */
  most: number;
}

function drawCluster(sheet: Sheet, { cluster, found }: Row, columns: readonly Column[], scale: Scale): void {
  drawName(sheet, cluster, isOneSeries(Object.values(found)));
  const top = sheet.y;
  const bottoms = columns.map((column) => {
    sheet.y = top;
    const one = found[column.status];
    const place = { ...column, id: `${column.status}:${cluster}` };
    if (one) drawFigure(sheet, one, place, scale);
    else drawGap(sheet, place);
    return sheet.y;
  });
  sheet.y = Math.max(...bottoms) + 8;
}

/** The cluster's name, and a warning where its figures are of different kinds. */
function drawName(sheet: Sheet, cluster: string, oneSeries: boolean): void {
  const w = sheet.width - 2 * MARGIN;
  sheet.shapes.push({ kind: "line", id: `rule:${cluster}`, x: MARGIN, y: sheet.y, w, h: 2, colour: RULE });
  const line = { x: MARGIN, y: sheet.y + 8, w, h: 31 };
  put(sheet, `cluster:${cluster}`, cluster, line, { bold: true, size: 22 });
  const warning = { size: SMALL, colour: MUTED, align: "right" } as const;
  if (!oneSeries) put(sheet, `apart:${cluster}`, "口径不同", line, warning);
  sheet.y += 39;
}

interface Place extends Column {
  id: string;
}

function drawGap(sheet: Sheet, { id, x, w }: Place): void {
  const box = { x, y: sheet.y + 4, w, h: 34 };
  const stroke = { colour: RULE, width: 2 };
  sheet.shapes.push({ kind: "rect", id: `${id}:gap`, ...box, fill: PAPER, radius: 6, stroke });
  put(sheet, id, "文件未写", box, { size: SMALL, colour: MUTED, align: "center" });
  sheet.y += 44;
}

const BAR = 12;

/** Measure, amount with its source, and a bar where a length can stand for it. */
function drawFigure(sheet: Sheet, found: FigureRow, place: Place, scale: Scale): void {
  const { id, x, w: width, status } = place;
  const draft = found.giver === "draft" ? "征求意见稿：" : "";
  paragraph(
    sheet,
    `${id}:measure`,
    `${draft}${measureWords(found, status === "target" ? TARGET_YEAR : undefined)}`,
    { size: SMALL, colour: MUTED, x, width },
  );
  const doubt = found.fact.conflict !== undefined ? "＊" : caveatOf(found).length > 0 ? "※" : "";
  const amount = `${amountOf(found)}${doubt}${scale.sources.mark(found.fact)}`;
  paragraph(sheet, id, amount, { bold: true, x, width, colour: found.fact.disputed ? ALERT : INK });
  const length = lengthOf(found);
  if (length === undefined) return;
  const box = { x, y: sheet.y + 2, w: Math.max(3, Math.round((width * length) / scale.most)), h: BAR };
  const colour = STATUS_COLOURS[status];
  const hollow = isHollow(found);
  const look = hollow ? { fill: PANEL, stroke: { colour, width: 2 } } : { fill: colour };
  sheet.shapes.push({ kind: "rect", id: `bar:${id}`, ...box, ...look });
  sheet.y += BAR + 6;
}

/** One scale for the whole picture, from zero. */
function drawKey(sheet: Sheet, most: number, noted: boolean): void {
  const scale = most >= 10_000 ? `${most / 10_000} 万亿元` : `${most} 亿元`;
  const text = `条从 0 起，一栏宽＝${scale}；空心条＝一部分、别的口径或征求意见稿。`;
  paragraph(sheet, "key", text, { size: SMALL, colour: INK });
  if (noted)
    paragraph(sheet, "key:note", "※＝用前要看说明：单问这个集群，答案会写明。", { size: SMALL, colour: INK });
  sheet.y += 4;
}
