/** What is asked of one figure: its value, whether it is so, whether the target is met. */
import { equal, type Quantity, quantity } from "../../text/units.ts";
import { type Bound, named, type Query, without } from "../query.ts";
import { allOf, compareAmount, judge, judged, type Verdict } from "./amounts.ts";
import { dispute, disputedFact } from "./conflicts.ts";
import { best, list } from "./figure-lists.ts";
import { boundsOf, figuresWhere, isAlike, isFormal, isSameMeasure, isSound, nearest } from "./figures.ts";
import { isLimited } from "./limits.ts";
import type { FigureRow, Relations } from "./relations.ts";
import { type ConflictRows, type FigureRows, type FigureVerdictRows, type NoRows, nothing } from "./rows.ts";
import { revised } from "./revised.ts";
import type { ReachedRows, Rows } from "./rows.ts";
import { constraints, scopeOf } from "./scope.ts";
import { compareSides, eachOf } from "./sides.ts";

/** @param query one whose `from` is figure. */
export function selectFigures(relations: Relations, query: Query): Rows {
  if (query.op === "list" || query.op === "count") return list(relations, query);
  const doubted = disputedFact(relations, constraints(query));
  if (doubted) return dispute(relations, query, doubted);
  switch (query.op) {
    case "verify":
      return query.extreme === undefined ? verify(relations, query) : best(relations, query);
    case "best":
      return best(relations, query);
    case "compare":
    case "gap":
      return compareSides(relations, query) ?? value(relations, query);
    case "reached":
      return reached(relations, query);
    case "revised":
      return revised(relations, query) ?? value(relations, query);
    case "value":
      return eachOf(relations, query) ?? value(relations, query);
  }
}

function value(relations: Relations, query: Query): FigureRows | ConflictRows | NoRows {
  const { rows, relaxed } = nearest(relations, query);
  const [first, ...rest] = rows;
  if (!first) return nothing(query);
  // A criterion beside a figure in doubt: it is the figure that was asked for.
  const isCriterion = first.status === "threshold" && named(query.where, "status").length === 0;
  const doubt = isCriterion ? rows.find((r) => r.fact.disputed) : undefined;
  if (doubt) return dispute(relations, query, doubt.fact);
  return {
    kind: "figures",
    scope: scopeOf(query),
    best: first,
    others: related(relations, first, rest),
    relaxed,
  };
}

/** The other sides of a conflict first, then the other rows; a fact that says the same is left out. */
function related({ figures }: Relations, first: FigureRow, rest: readonly FigureRow[]): FigureRow[] {
  const { id, conflict, agrees = [] } = first.fact;
  const sides = figures.filter(
    (r) =>
      conflict !== undefined &&
      r.fact.conflict === conflict &&
      (r.measure === first.measure || r.status === first.status),
  );
  const others = [...sides, ...rest].filter((r) => r.fact.id !== id && !agrees.includes(r.fact.id));
  return [...new Map(others.map((r) => [r.fact.id, r])).values()];
}

// Yes or no --------------------------------------------------------------------------------------------------------

/** How far off an amount is before it is taken for a slip of the unit: 4000 万 for 4000 亿. */
const FAR = 1000;

function verify(relations: Relations, query: Query): FigureVerdictRows | ConflictRows | NoRows {
  const { rows, relaxed } = nearest(relations, query);
  const [first] = rows;
  if (!first) return nothing(query);
  const bounds = boundsOf(constraints(query));
  const { row, plain } = weighed(first, rows, bounds);
  if (row.fact.disputed) return dispute(relations, { ...query, op: "value" }, row.fact);
  const isUnsure =
    relaxed.length > 0 ||
    !isAsked(query, row) ||
    isOtherSide(relations, row, bounds) ||
    isOpen(relations, query, row, plain);
  return {
    kind: "figure-verdict",
    scope: scopeOf(query),
    ...judged(isUnsure ? "unsaid" : plain, query),
    row,
    others: related(relations, row, rows),
    relaxed,
    far: bounds.some(
      ({ amount }) => row.amount?.base === amount.base && row.amount.value > FAR * amount.value,
    ),
  };
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
  const isExact = bounds.some((b) => b.cmp === "=");
  const said = isExact ? told.find((t) => t.verdict === "yes" && !t.row.fact.disputed) : undefined;
  const { row, verdict } = said ?? told[0] ?? { row: first, verdict: "unsaid" };
  // Sources that disagree about it leave it unsaid; for an exact amount one that says it is enough.
  const isSettled = isExact || told.every((t) => t.verdict === verdict);
  return { row, plain: isSettled ? verdict : "unsaid" };
}

/** Another source says just what is asked. */
function isOtherSide({ dataset }: Relations, row: FigureRow, bounds: readonly Bound[]): boolean {
  const others = dataset.conflict.get(row.fact.conflict ?? "")?.others ?? [];
  return bounds.some(
    (b) => b.cmp === "=" && others.some((o) => equal(quantity(o.value, o.unit).value, b.amount.value)),
  );
}

// The target --------------------------------------------------------------------------------------------------------

/** The newest result of the whole against the newest target of the same measure; the asked year is the target's. */
function reached(
  relations: Relations,
  query: Query,
): ReachedRows | FigureVerdictRows | ConflictRows | NoRows {
  const bounds = boundsOf(constraints(query));
  const filters = without(constraints(query), "status", "value");
  const rows = (status: "target" | "result"): FigureRow[] =>
    figuresWhere(relations, [
      ...(status === "target" ? filters : without(filters, "year")),
      { dim: "status", in: [status] },
    ]).filter((row) => isSound(row) && isFormal(row));
  const targets = rows("target");
  const results = rows("result");
  const resultOf = (target: FigureRow): FigureRow | undefined => results.find((r) => isResultOf(r, target));
  const isNamed = ({ amount }: FigureRow, b: Bound): boolean =>
    amount !== undefined && isSameAmount(amount, b.amount);
  // 破万亿的目标: the target of that amount; where there is none, whether it is so much by now.
  const meant = targets.filter((t) => bounds.length === 0 || bounds.some((b) => isNamed(t, b)));
  if (bounds.length > 0 && meant.length === 0) return amountReached(relations, query, bounds);
  const target = meant.find(resultOf) ?? meant[0];
  if (!target) return nothing(query);
  const result = resultOf(target);
  // 目标 6000 亿，搞到 6800 亿: what else is named is said of the result.
  const said = bounds.filter((b) => !isNamed(target, b));
  const isPart = isLimited(relations, query, target);
  return {
    kind: "reached",
    scope: scopeOf(query),
    ...judged(
      isPart ? "unsaid" : allOf([met(result, target), ...said.map((b) => heldBy(result, target, b))]),
      query,
    ),
    target,
    result,
    others: results.filter((r) => r !== result && isLater(r, target) && r.figure.of === target.figure.of),
  };
}

const isSameAmount = (a: Quantity, b: Quantity): boolean => a.base === b.base && equal(a.value, b.value);

/** 一万亿完成了吗: whether a result is at least that. One of before the asked year that is not leaves it open. */
function amountReached(
  relations: Relations,
  query: Query,
  bounds: readonly Bound[],
): FigureVerdictRows | ConflictRows | NoRows {
  const rows = verify(relations, {
    ...query,
    tense: "done",
    where: [...without(query.where, "value", "status", "year"), { dim: "status", in: ["result"] }],
    claim: bounds.map((b) => ({ ...b, cmp: ">=" as const })),
  });
  return rows;
}

const isResultOf = (result: FigureRow, target: FigureRow): boolean =>
  isSameMeasure(result.measure, target.measure) &&
  result.figure.of === target.figure.of &&
  result.figure.period === undefined &&
  result.amount?.base === target.amount?.base;

/** A result of any year that is as much says yes; that it was not met, only one of the target's year or a later one. */
function met(result: FigureRow | undefined, target: FigureRow): Verdict {
  const { amount } = target;
  const verdict = result && amount && compareAmount(result, { dim: "value", cmp: ">=", amount, text: "" });
  if (verdict === "no" && result && !isLater(result, target)) return "unsaid";
  return verdict ?? "unsaid";
}

const isLater = ({ figure: { year } }: FigureRow, target: FigureRow): boolean => year >= target.figure.year;

/** What is said of the result, by one of the target's year. */
const heldBy = (result: FigureRow | undefined, target: FigureRow, bound: Bound): Verdict =>
  (result && isLater(result, target) ? compareAmount(result, bound) : undefined) ?? "unsaid";
