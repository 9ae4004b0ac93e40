/** Figures as rows: base ● — latest ● against target ▏, from zero, in one unit. What has no sum stands in a footnote. */
import { type Relations, sizeOf } from "../core/ask/relations.ts";
import {
  caveatsOf,
  drawnIn,
  factsIn,
  isAlike,
  isHollow,
  mostOf,
  shareOf,
  sorted,
  type Track,
  trackOf,
  trackWords,
  unitFor,
} from "./amounts.ts";
import type { FigureRow } from "../core/ask/relations.ts";
import type { Fact } from "../dataset/schema.ts";
import { widthOf } from "./font.ts";
import { wrap } from "./lines.ts";
import { INK, MUTED, PANEL, RULE, STATUS_COLOURS } from "./palette.ts";
import { listed } from "./pen.ts";
import type { Colour } from "./scene.ts";
import {
  BODY,
  doubts,
  footer,
  footnotes,
  MARGIN,
  paragraph,
  put,
  scriptOf,
  type Sheet,
  SMALL,
} from "./sheet.ts";
import { conflictsOf, documentCounts, readIn, type Sources, sourcesOf } from "./sources.ts";
import type { Unit } from "./words.ts";

/** What a picture has beside its figures. */
export interface Around {
  /** What else the sources disagree about, and what else the picture rests on. */
  others: readonly string[];
  facts: readonly Fact[];
}

/** What all rows share. */
interface Scale {
  unit: Unit;
  /** 元 from the left edge to the right; zero at the left. */
  most: number;
  sources: Sources;
}

/** The rows of these clusters with key, footnotes and footer: the comparison of clusters ends with them too. */
export function drawTracks(
  sheet: Sheet,
  relations: Relations,
  clusters: readonly string[],
  { others, facts: rest }: Around = { others: [], facts: [] },
): void {
  const { dataset } = relations;
  const tracks = sorted(clusters.map((cluster) => trackOf(relations, cluster)));
  const facts = [...new Set(tracks.flatMap(factsIn))];
  const sources = sourcesOf(sheet.pen, facts);
  const most = mostOf(tracks);
  const scale = { unit: unitFor(sheet.pen.words, most), most, sources };
  if (most > 0) {
    drawKey(sheet, scale.unit);
    drawAxis(sheet, scale);
  }
  for (const track of tracks) if (drawnIn(track).length > 0) drawTrack(sheet, track, scale);
  footnotes(sheet, notesOf(sheet, tracks));
  const conflicts = conflictsOf(dataset, facts).map((c) => sheet.pen.lingo.conflict(c).title);
  doubts(sheet, [...others, ...conflicts], MOST_DOUBTS[scriptOf(sheet)]);
  const all = [...new Set([...rest, ...facts])];
  const read = rest.length > 0 ? documentCounts(dataset, sheet.pen, all) : readIn(dataset, sheet.pen, all);
  footer(sheet, [sources.named, ...read]);
}

const MOST_DOUBTS = { han: 4, latin: 3 };
/** Behind a figure whose dot is hollow. */
const HOLLOW = "○";
const SMALL_DOT = 12;
const DOT = 18;
const TICK = { w: 6, h: 28 };
const TRACK = 30;

/** A round area, filled or hollow, with its middle at `x`. */
function dot(sheet: Sheet, id: string, x: number, size: number, colour: Colour, hollow: boolean): void {
  const box = { x: Math.round(x - size / 2), y: sheet.y + (TRACK - size) / 2, w: size, h: size };
  const look = hollow ? { fill: PANEL, stroke: { colour, width: 3 } } : { fill: colour };
  sheet.shapes.push({ kind: "rect", id, ...box, radius: size / 2, ...look });
}

function tick(sheet: Sheet, id: string, x: number): void {
  const box = { x: Math.round(x - TICK.w / 2), y: sheet.y + (TRACK - TICK.h) / 2, ...TICK };
  sheet.shapes.push({ kind: "rect", id, ...box, fill: STATUS_COLOURS.target });
}

/** What dots and ticks stand for, and the unit of everything. */
function drawKey(sheet: Sheet, { name }: Unit): void {
  const { words, script } = sheet.pen;
  let x = MARGIN;
  const entry = (id: string, text: string, draw: (at: number) => void): void => {
    draw(x + DOT / 2);
    const w = Math.ceil(widthOf(sheet.font, script(text), BODY));
    put(sheet, `key:${id}`, text, { x: x + DOT + 6, y: sheet.y + 1, w, h: 28 });
    x += DOT + 6 + w + 20;
  };
  entry("base", words.base, (at) => dot(sheet, "key:base:dot", at, SMALL_DOT, STATUS_COLOURS.base, false));
  entry("latest", words.latest, (at) => dot(sheet, "key:latest:dot", at, DOT, STATUS_COLOURS.result, false));
  entry("target", words.target, (at) => tick(sheet, "key:target:tick", at));
  const unit = { x, y: sheet.y + 1, w: sheet.width - MARGIN - x, h: 28 };
  put(sheet, "key:unit", words.unit(name), unit, { align: "right", colour: MUTED });
  sheet.y += TRACK;
  paragraph(sheet, "key:kind", words.hollow, { size: SMALL, colour: MUTED });
  sheet.y += 6;
}

const wide = (sheet: Sheet): number => sheet.width - 2 * MARGIN - DOT;

/** Where so many 元 lie: zero half a dot from the margin, the largest half a dot from the other. */
const along = (sheet: Sheet, { most }: Scale, size: number): number =>
  MARGIN + DOT / 2 + (wide(sheet) * size) / most;

/** 0, 5000, 10000: round steps, no more than five of them. */
export function ticksTo(most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(most / 5));
  const step = [1, 2, 5, 10].map((n) => n * power).find((one) => most / one <= 5) ?? most;
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, i) =>
    Number((i * step).toPrecision(6)),
  );
}

function drawAxis(sheet: Sheet, scale: Scale): void {
  const { worth } = scale.unit;
  for (const value of ticksTo(scale.most / worth)) {
    const x = along(sheet, scale, value * worth);
    const text = sheet.pen.words.number(value);
    const half = widthOf(sheet.font, text, SMALL) / 2 + 1;
    const left = Math.min(Math.max(MARGIN, x - half), sheet.width - MARGIN - 2 * half);
    const box = { x: left, y: sheet.y, w: 2 * half, h: 24 };
    put(sheet, `axis:${value}`, text, box, { size: SMALL, colour: MUTED, align: "center" });
  }
  sheet.y += 30;
}

/** Name and share of the target; the track; what it stands for in words. */
function drawTrack(sheet: Sheet, track: Track, scale: Scale): void {
  const { cluster } = track;
  drawName(sheet, track);
  const line = { y: sheet.y + TRACK / 2 - 1, h: 2, x: MARGIN, w: sheet.width - 2 * MARGIN };
  sheet.shapes.push({ kind: "line", id: `track:${cluster}`, ...line, colour: RULE });
  for (const value of ticksTo(scale.most / scale.unit.worth)) {
    const x = Math.round(along(sheet, scale, value * scale.unit.worth)) - 1;
    const mark = { x, y: sheet.y + TRACK / 2 - 5, w: 2, h: 10 };
    sheet.shapes.push({ kind: "line", id: `axis:${cluster}:${value}`, ...mark, colour: RULE });
  }
  const { base, latest, target } = track;
  const at = (row: FigureRow): number => along(sheet, scale, sizeOf(row));
  if (base && latest && isAlike(base, latest)) {
    const [from = 0, to = 0] = [at(base), at(latest)].toSorted((a, b) => a - b);
    const way = { x: from, y: sheet.y + TRACK / 2 - 3, w: Math.max(1, to - from), h: 6 };
    sheet.shapes.push({ kind: "line", id: `way:${cluster}`, ...way, colour: STATUS_COLOURS.result });
  }
  if (base) dot(sheet, `base:${cluster}`, at(base), SMALL_DOT, STATUS_COLOURS.base, isHollow(track, base));
  if (latest)
    dot(sheet, `latest:${cluster}`, at(latest), DOT, STATUS_COLOURS.result, isHollow(track, latest));
  if (target) tick(sheet, `target:${cluster}`, at(target));
  sheet.y += TRACK;
  const { words } = sheet.pen;
  const told = words.marked(
    trackWords(sheet.pen, track, scale.unit, HOLLOW),
    scale.sources.marks(factsIn(track)),
  );
  paragraph(sheet, `figure:${cluster}`, told, { colour: MUTED });
  sheet.y += 10;
}

function drawName(sheet: Sheet, track: Track): void {
  const { words, lingo, script } = sheet.pen;
  const share = shareOf(track);
  const unlike = share === undefined && track.latest !== undefined && track.target !== undefined;
  const said = share ? words.ofTarget(words.share(share.percent, share.bound)) : unlike ? words.notAlike : "";
  const size = share ? BODY : SMALL;
  const w = Math.ceil(widthOf(sheet.font, script(said), size, share !== undefined)) + 2;
  const line = { x: sheet.width - MARGIN - w, y: sheet.y, w, h: 28 };
  const style = { size, bold: share !== undefined, colour: share?.reached ? STATUS_COLOURS.result : MUTED };
  if (said !== "") put(sheet, `share:${track.cluster}`, said, line, { ...style, align: "right" });
  const room = sheet.width - 2 * MARGIN - (said === "" ? 0 : w + 16);
  const name = script(lingo.name(track.cluster));
  for (const [i, text] of wrap(sheet.font, name, BODY + 1, room, true).entries()) {
    const box = { x: MARGIN, y: sheet.y, w: room, h: 28 };
    put(sheet, `cluster:${track.cluster}:${i}`, text, box, { bold: true, size: BODY + 1, colour: INK });
    sheet.y += 28;
  }
}

/** Clusters without a sum, and those whose figures need a word. */
function notesOf({ pen }: Sheet, tracks: readonly Track[]): string[] {
  const ids = (test: (track: Track) => boolean): string[] =>
    tracks.filter(test).map(({ cluster }) => cluster);
  const empty = ids((track) => drawnIn(track).length === 0);
  // What is hollow says by itself that it is of another kind.
  const isNoted = (track: Track, row: FigureRow): boolean =>
    !isHollow(track, row) && caveatsOf(pen, row.fact).length > 0;
  const noted = ids((track) => drawnIn(track).some((row) => isNoted(track, row)));
  return [
    ...(empty.length > 0 ? [pen.words.noMoney(listed(pen, empty))] : []),
    ...(noted.length > 0 ? [pen.words.noted(listed(pen, noted))] : []),
  ];
}
