/** Whether a figure is so: the row that tells most of what is claimed, and whether it may decide it. */
import type { Conflict } from "../../dataset/documents.ts";
import { equal, type Quantity, quantity } from "../../text/units.ts";
import { type Bound, named, type Query, without } from "../query.ts";
import { judge, judged, type Verdict } from "./amounts.ts";
import { dispute } from "./conflicts.ts";
import { inDoubt, related } from "./figure-beside.ts";
import { boundsOf, figuresWhere, isAlike, isFormal, isSound, nearest } from "./figures.ts";
import { isLimited, isOtherShare } from "./limits.ts";
import { type FigureRow, type Relations, sizeOf } from "./relations.ts";
import { type ConflictRows, type FigureVerdictRows, type NoRows, nothing, type Undecided } from "./rows.ts";
import { constraints, scopeOf } from "./scope.ts";

/** The same digits, far off: whoever says 4800 万元以上 of 4800 亿元 has the unit wrong. */
function isSlip(row: FigureRow, bound: Bound): boolean {
  const power = Math.log10(sizeOf(row) / bound.amount.value);
  return isFar(row, bound) && bound.cmp.startsWith(">") && equal(power, Math.round(power));
}

const isFar = (row: FigureRow, { amount }: Bound): boolean =>
  row.amount?.base === amount.base && row.amount.value > FAR * amount.value;

/** How far off an amount is before it is taken for a slip of the unit: 4000 万 for 4000 亿. */
const FAR = 1000;

export function verify(relations: Relations, query: Query): FigureVerdictRows | ConflictRows | NoRows {
  const period = named(query.claim, "period");
  const told = { ...query, claim: without(query.claim, "period") };
  const { rows, relaxed } = elsewhere(relations, told) ?? nearest(relations, told);
  const bounds = boundsOf(constraints(query));
  const first = rows.find((row) => isOfUnit(row, bounds)) ?? rows[0];
  if (!first) return nothing(query);
  const { row, plain: amount } = byNow(query, rows, bounds) ?? weighed(first, rows, bounds);
  // 那不是全年吧: of what time the figure is, is told with it.
  const isOfTime = period.length === 0 || period.includes(row.figure.period ?? "whole");
  const plain = isOfTime ? amount : "no";
  const doubt = row.fact.disputed ? row : inDoubt(query, row, rows);
  if (doubt) return dispute(relations, { ...query, op: "value" }, doubt.fact);
  const why = undecided(relations, query, row, rows, plain);
  const isUnsure = relaxed.length > 0 || why !== undefined || isOpen(relations, query, row, plain);
  return {
    kind: "figure-verdict",
    scope: scopeOf(query),
    ...judged(isUnsure ? "unsaid" : plain, query),
    row,
    besides: [],
    others: related(relations, row, rows),
    relaxed,
    why,
    open: [],
    far: bounds.some((b) => isFar(row, b)),
  };
}

/**
 * Another document than the named one has just that amount, and the named one has no such figure of its own: whoever claims
 * it has taken the one for the other.
 */
function elsewhere(relations: Relations, query: Query): ReturnType<typeof nearest> | undefined {
  const filters = constraints(query);
  const bounds = boundsOf(filters).filter((b) => b.cmp === "=");
  if (bounds.length === 0 || named(filters, "document").length === 0) return undefined;
  const says = (row: FigureRow): boolean => judge(row, bounds) === "yes" && !row.fact.disputed;
  const here = figuresWhere(relations, filters);
  const rows = figuresWhere(relations, without(filters, "document")).filter(says);
  const isOwn = ({ measure, status, figure }: FigureRow): boolean =>
    rows.some((r) => r.measure === measure && r.status === status && r.figure.year === figure.year);
  if (here.some(isOwn)) return undefined;
  return rows.length > 0 ? { rows, relaxed: ["document"] } : undefined;
}

function undecided(
  { dataset }: Relations,
  query: Query,
  row: FigureRow,
  rows: readonly FigureRow[],
  plain: Verdict,
): Undecided {
  const bounds = boundsOf(constraints(query));
  if (!isAsked(query, row)) return "draft";
  if (isOtherSide(dataset.conflict.get(row.fact.conflict ?? ""), row, rows, bounds, plain)) return "divided";
  return bounds.some((b) => isSlip(row, b)) ? "slip" : undefined;
}

/** A draft decides nothing, unless it is asked what the draft says. */
const isAsked = (query: Query, row: FigureRow): boolean =>
  isFormal(row) || named(constraints(query), "document").includes(row.document);

/** It is of less, or more, than what is claimed; or what was not so then may have come about since. */
function isOpen(relations: Relations, query: Query, row: FigureRow, plain: Verdict): boolean {
  const filters = constraints(query);
  const bounds = boundsOf(filters);
  if (bounds.length === 0) return false;
  if (isLimited(relations, query, row)) return true;
  if (isOtherShare(relations, query, row)) return true;
  if (query.tense !== "done") return false;
  const isTimeless = named(filters, "year").length === 0;
  return (
    (plain === "no" && isTimeless) || (plain === "yes" && row.figure.bound === "about" && isEdge(row, bounds))
  );
}

/** 接近 600 亿 is no 到 600 亿了. */
const isEdge = ({ amount }: FigureRow, bounds: readonly Bound[]): boolean =>
  bounds.some((b) => b.cmp !== "~" && amount !== undefined && isSameAmount(b.amount, amount));

/** The row that tells most of the bounds, and what all of its kind tell. That there is a figure is a yes by itself. */
function weighed(
  first: FigureRow,
  rows: readonly FigureRow[],
  bounds: readonly Bound[],
): { row: FigureRow; plain: Verdict } {
  if (bounds.length === 0) return { row: first, plain: "yes" };
  const told = rows
    .filter((row) => isAlike(row, first))
    .flatMap((row) => {
      const verdict = judge(row, bounds);
      return verdict === undefined ? [] : [{ row, verdict }];
    });
  const isExact = bounds.some((b) => b.cmp === "=" || told.some((t) => restates(t.row, b)));
  const said = isExact ? told.find((t) => t.verdict === "yes" && !t.row.fact.disputed) : undefined;
  const current = told.filter((t) => !isOutdated(t.row, first));
  const { row, verdict } = said ?? current[0] ?? { row: first, verdict: "unsaid" };
  // Sources that disagree about it leave it unsaid; for an exact amount one that says it is enough.
  const isSettled = isExact || current.every((t) => t.verdict === verdict);
  return { row, plain: isSettled ? verdict : "unsaid" };
}

/** A target that a later edition has changed is no other opinion about it. */
const isOutdated = (row: FigureRow, first: FigureRow): boolean =>
  row.status === "target" && row.amount !== undefined && row.edition < first.edition;

/** 1 万亿以上 of a target of 1 万亿元以上: the document's own words, whatever an earlier one said. */
const restates = ({ amount, figure }: FigureRow, bound: Bound): boolean =>
  amount !== undefined &&
  isSameAmount(amount, bound.amount) &&
  ((figure.bound === "over" && bound.cmp.startsWith(">")) ||
    (figure.bound === "under" && bound.cmp.startsWith("<")));

/** 3000 亿了吗: whichever result is as much, of whatever year, says yes. */
function byNow(
  query: Query,
  rows: readonly FigureRow[],
  bounds: readonly Bound[],
): ReturnType<typeof weighed> | undefined {
  const isOpenTime = query.tense === "done" && named(constraints(query), "year").length === 0;
  if (!isOpenTime || !bounds.every((b) => b.cmp.startsWith(">"))) return undefined;
  const row = rows.find((r) => r.status === "result" && isSound(r) && judge(r, bounds) === "yes");
  return row && { row, plain: "yes" };
}

/** 目标 8% 以上: of a rate, where the first that is told is an amount of money. */
const isOfUnit = ({ amount }: FigureRow, bounds: readonly Bound[]): boolean =>
  bounds.some((b) => b.amount.base === amount?.base);

/** Another source says just what is asked; or, where neither is taken, makes another verdict. */
function isOtherSide(
  conflict: Conflict | undefined,
  row: FigureRow,
  rows: readonly FigureRow[],
  bounds: readonly Bound[],
  plain: Verdict,
): boolean {
  if (!conflict) return false;
  const isSame = ({ fact, measure, figure }: FigureRow): boolean =>
    fact.conflict === conflict.id && measure === row.measure && figure.year === row.figure.year;
  const said = saidElsewhere(conflict, row);
  const sides = [...said, ...rows.filter((r) => r.fact !== row.fact && isSame(r))];
  const isExact = (side: FigureRow): boolean =>
    plain !== "yes" &&
    bounds.some(
      (b) =>
        (b.cmp === "=" || restates(row, b)) &&
        side.amount !== undefined &&
        isSameAmount(side.amount, b.amount),
    );
  return (
    sides.some(isExact) ||
    (conflict.undecided === true &&
      bounds.some((b) => b.cmp !== "=") &&
      said.some((side) => isNear(row, side) && judge(side, bounds) !== plain))
  );
}

/** Amounts of sources we have no fact of, as if they were the row's. */
const saidElsewhere = ({ others = [] }: Conflict, row: FigureRow): FigureRow[] =>
  others.map(({ value, unit }) => ({
    ...row,
    amount: quantity(value, unit),
    figure: { ...row.figure, value, unit, bound: undefined },
  }));

/** What other sources say of the same, where nobody decided between them. */
export function otherSides({ dataset }: Relations, row: FigureRow, rows: readonly FigureRow[]): FigureRow[] {
  const conflict = dataset.conflict.get(row.fact.conflict ?? "");
  if (!conflict?.undecided) return [];
  const told = rows.filter((r) => r.fact !== row.fact && r.fact.conflict === conflict.id && isAlike(r, row));
  const sides = [...saidElsewhere(conflict, row).filter((side) => isNear(row, side)), ...told];
  return sides.filter(({ amount }) => amount !== undefined && amount.value !== row.amount?.value).slice(0, 1);
}

const SAME = 0.1;

/** Two figures that may be of one thing. */
const isNear = ({ amount: a }: FigureRow, { amount: b }: FigureRow): boolean =>
  a !== undefined && b !== undefined && a.base === b.base && Math.abs(a.value - b.value) <= SAME * a.value;

export const isSameAmount = (a: Quantity, b: Quantity): boolean =>
  a.base === b.base && equal(a.value, b.value);
