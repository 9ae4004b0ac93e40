/** Figures beside one another: which is larger and by how much. Only like is compared with like. */
import { groupBy } from "../../dataset/dataset.ts";
import type { Measure } from "../../dataset/schema.ts";
import { type Filter, isMembers, type Members, named, type Query, RATES, without } from "../query.ts";
import { figuresWhere, isFormal, isSound } from "./figures.ts";
import { type FigureRow, type Relations } from "./relations.ts";
import type { FigureCompareRows, Side } from "./rows.ts";
import { scopeOf } from "./scope.ts";

/**
 * What the question lays side by side: clusters, cities, parts, classes, documents, years, or target and result.
 * Undefined where there is only one of anything, or no figure of any of them.
 */
export function compareSides(relations: Relations, query: Query): FigureCompareRows | undefined {
  // What is claimed of the sides is no constraint on them.
  const found = axisOf(relations, query.op, query.where.filter(isMembers));
  // Of two measures neither is the larger.
  if (!found || (found.axis === "measure" && query.op !== "value")) return undefined;
  const sides = sidesOf(relations, query, found);
  if (sides.every((s) => s.row === undefined) || !isOfOne(found.axis, sides)) return undefined;
  return {
    kind: "figure-compare",
    axis: found.axis,
    scope: scopeOf(query),
    sides,
    differ: differences(relations, sides),
    direction: query.extreme ?? "max",
    compared: query.op !== "value",
    claim: query.claim.length > 0 ? { of: claimed(query), negated: query.negated } : undefined,
  };
}

/** Over years, measures and statuses it has to be the same thing that is told of. */
function isOfOne(axis: Axis, sides: readonly Side[]): boolean {
  if (axis !== "year" && axis !== "status" && axis !== "measure") return true;
  const owners = sides.flatMap(({ row }) =>
    row ? [[...row.clusters, ...row.cities, row.group ?? ""].join()] : [],
  );
  return new Set(owners).size === 1;
}

/** 规模和增加值目标各是多少: each of what is named, where there is a figure of each. */
export function eachOf(relations: Relations, query: Query): FigureCompareRows | undefined {
  const filters = query.where.filter(isMembers);
  if (filters.some((f) => f.as !== undefined || f.not || f.each)) return undefined;
  const rows = compareSides(relations, query);
  if (!rows || rows.sides.length < 2) return undefined;
  const found = rows.sides.flatMap((s) => s.row ?? []);
  const times = new Set(found.map((r) => [r.figure.year, r.status].join(" ")));
  const isOfOneTime = rows.axis !== "measure" || times.size === 1;
  return found.length === rows.sides.length && isOfOneTime ? rows : undefined;
}

const claimed = ({ claim }: Query): "larger" | "same" =>
  named(claim, "name").includes("same") ? "same" : "larger";

const AXES = ["cluster", "city", "part", "class", "document", "year", "status", "measure"] as const;
type Axis = (typeof AXES)[number];

/** One of the things laid side by side: its name, and the filter its figures pass. */
interface Option {
  name: string;
  own: Members;
}

const options = (dim: Axis, values: readonly string[]): Option[] =>
  values.map((value) => ({ name: value, own: { dim, in: [value] } }));

/** Editions that other texts call by one name are one document. */
function documentOptions({ dataset }: Relations, ids: readonly string[]): Option[] {
  const documents = ids.flatMap((id) => dataset.document.get(id) ?? []);
  const groups = groupBy(documents, (d) => [d.called ?? d.short]);
  return [...groups].map(([name, own]) => ({
    name: own.length === 1 ? (own[0]?.short ?? name) : name,
    own: { dim: "document", in: own.map((d) => d.id) },
  }));
}

/** What is laid side by side, and along which dimension. */
interface Laid {
  axis: Axis;
  sides: Option[];
}

/** Along the first dimension that has several; the distance to a target is from the result. */
function axisOf(relations: Relations, op: Query["op"], filters: readonly Filter[]): Laid | undefined {
  for (const axis of AXES) {
    const values = named(filters, axis);
    const sides = axis === "document" ? documentOptions(relations, values) : options(axis, values);
    if (sides.length > 1) return { axis, sides };
  }
  return op === "gap" ? { axis: "status", sides: options("status", ["result", "target"]) } : undefined;
}

function sidesOf(relations: Relations, { op, where }: Query, { axis, sides }: Laid): Side[] {
  const filters = where.filter(isMembers);
  const rest = axis === "year" ? without(filters, "year", "status") : without(filters, axis);
  if (axis === "year" && op === "gap" && named(filters, "status").includes("target"))
    return toTarget(relations, rest, named(filters, "year"));
  const isOverTime = axis === "year" || axis === "status";
  const isFit = op === "value" ? isUndisputed : isSound;
  const fixed = isOverTime || op === "value" ? rest : alikeFilters(relations, rest, sides);
  return sides.map((option) => {
    const own = side(relations, fixed, option, isFit);
    // 离 2025 年的目标还差多少: the year is the target's, the result is the newest.
    if (op === "gap" && own.row === undefined && axis === "status")
      return side(relations, without(fixed, "year"), option);
    return own.row || isOverTime ? own : { ...own, near: nearOf(relations, fixed, option) };
  });
}

/** 离 2025 年的目标还差多少，按 2023 年算: of the named years, the one with a target, and the other's result. */
function toTarget(relations: Relations, rest: readonly Filter[], years: readonly string[]): Side[] {
  const of = (name: string, ...statuses: string[]): Side =>
    side(relations, [...rest, { dim: "year", in: years }], { name, own: { dim: "status", in: statuses } });
  return [of("result", "result", "base"), of("target", "target")];
}

/** The best figure of one side; formal ones first, and for a city those of it alone. */
function side(
  relations: Relations,
  rest: readonly Filter[],
  { name, own }: Option,
  isFit: (row: FigureRow) => boolean = isSound,
): Side {
  const rows = figuresWhere(relations, [...rest, own]);
  const sound = rows.filter(isFit);
  const undisputed = rows.filter(isUndisputed);
  // What is in doubt is told as such, and not as missing.
  const worded = undisputed.length > 0 ? undisputed : rows;
  const single = own.dim === "city" ? sound.toSorted((a, b) => a.cities.length - b.cities.length) : sound;
  const formal = single.filter(isFormal);
  const best = formal.length > 0 ? formal : single;
  // With words instead of an amount it cannot be compared, but it is held.
  const [row, ...others] = best.length > 0 ? best : worded;
  const isLike = (r: FigureRow): boolean =>
    row !== undefined && kindOf(r) === kindOf(row) && r.figure.of === row.figure.of;
  return { name, row, others: others.filter(isLike) };
}

/** What there is of the same measure, where nothing is of the year: told beside the other, and compared with nothing. */
const nearOf = (relations: Relations, fixed: readonly Filter[], option: Option): FigureRow | undefined =>
  named(fixed, "measure").length === 0
    ? undefined
    : side(relations, without(fixed, "year", "status", "period"), option).row;

/** Words are a figure too, where nothing is computed with it: 与全省增速基本同步. */
const isUndisputed = ({ fact }: FigureRow): boolean => !fact.disputed;

const kindOf = ({ measure, figure, status }: FigureRow): string => [measure, figure.year, status].join("|");

/** Of the figures each side has, the kind that all of them have: measure, year and status. */
function alikeFilters(relations: Relations, rest: readonly Filter[], sides: readonly Option[]): Filter[] {
  const rowsOf = ({ own }: Option): FigureRow[] =>
    figuresWhere(relations, [...rest, own]).filter((r) => isSound(r) && isFormal(r));
  const [first = [], ...others] = sides.map(rowsOf);
  // In the order of preference: a kind stands where its best row does.
  const kinds = [...new Map(first.map((r) => [kindOf(r), r])).values()];
  // 谁的目标高 is of size: shares, and how many enterprises there are to be, are told to whoever asks for them.
  const isMeant = (r: FigureRow): boolean =>
    named(rest, "measure").length > 0 || !(COUNTED.has(r.measure) || RATES.has(r.measure));
  const shared = kinds.find(
    (r) => isMeant(r) && others.every((rows) => rows.some((o) => kindOf(o) === kindOf(r))),
  );
  if (!shared) return [...rest];
  return [
    ...without(rest, "measure", "year", "status"),
    { dim: "measure", in: [shared.measure] },
    { dim: "year", in: [String(shared.figure.year)] },
    { dim: "status", in: [shared.status] },
  ];
}

/** What is counted is only told by what it is of: cars, new energy vehicles. */
const COUNTED: ReadonlySet<string> = new Set<Measure>([
  "output",
  "capacity",
  "exports",
  "installed",
  "enterprises",
  "patents",
  "investment",
]);

export const isRate = ({ measure }: FigureRow): boolean => RATES.has(measure);

/** What is measured, without whose it is: 深圳新能源汽车 and 东莞新能源汽车 are one thing, 半导体增加值 is of the cluster. */
export function partOf(
  { dataset: { aliases } }: Relations,
  { figure: { of = "" }, cities, clusters }: FigureRow,
): string {
  const known = aliases.clusters.flatMap((c) => (clusters.includes(c.id) ? [...c.names, ...c.kin] : []));
  return [...cities, ...clusters, ...known]
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, ""), of)
    .replaceAll(/[\p{P}\s]/gu, "");
}

/** In what the sides differ, so that they may not be compared; nothing where one of them is missing. */
function differences(relations: Relations, sides: readonly Side[]): FigureCompareRows["differ"] {
  const rows = sides.flatMap((s) => s.row ?? []);
  if (rows.length < sides.length) return [];
  const differ = (of: (row: FigureRow) => unknown): boolean => new Set(rows.map(of)).size > 1;
  const isOverTime = sides.every((s) => /^(?:\d{4}|base|target|result)$/.test(s.name));
  const found: [FigureCompareRows["differ"][number], boolean][] = [
    ["measure", differ((r) => r.measure)],
    ["base", rows.every((r) => r.amount) && differ((r) => r.amount?.base)],
    ["year", !isOverTime && differ((r) => r.figure.year) && !differ((r) => r.status)],
    ["draft", !rows.every(isFormal)],
    ["doubt", !rows.every(isUndisputed)],
    ["of", differ((r) => r.figure.period)],
    [
      "part",
      (isOverTime || rows.some((r) => COUNTED.has(r.measure) || isRate(r))) &&
        differ((r) => partOf(relations, r)),
    ],
  ];
  return found.flatMap(([name, holds]) => (holds ? name : []));
}
