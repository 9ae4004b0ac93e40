/** Whether a target is met: the newest result of the whole against the newest target of the same measure. */
import { type Bound, type Filter, named, type Query, without } from "../query.ts";
import { allOf, compareAmount, judged, type Verdict } from "./amounts.ts";
import { isSameAmount, verify } from "./figure-verify.ts";
import { boundsOf, figuresWhere, isFormal, isSameMeasure, isSound } from "./figures.ts";
import { isLimited } from "./limits.ts";
import type { FigureRow, Relations } from "./relations.ts";
import { type ConflictRows, type FigureVerdictRows, type NoRows, nothing, type ReachedRows } from "./rows.ts";
import { constraints, scopeOf } from "./scope.ts";

/** The newest result of the whole against the newest target of the same measure; the asked year is the target's. */
export function reached(
  relations: Relations,
  query: Query,
): ReachedRows | FigureVerdictRows | ConflictRows | NoRows {
  const bounds = boundsOf(constraints(query));
  const filters = without(constraints(query), "status", "value");
  const timeless = without(filters, "year");
  const rows = (status: "target" | "result", where: readonly Filter[]): FigureRow[] =>
    figuresWhere(relations, [...where, { dim: "status", in: [status] }]).filter(
      (row) => isSound(row) && isFormal(row),
    );
  const ofYear = rows("target", filters);
  // 2024 年完成目标了吗: of a year without a target, what was reached by then is meant.
  const isByThen = ofYear.length === 0;
  const targets = isByThen ? rows("target", timeless) : ofYear;
  const results = rows("result", isByThen ? filters : timeless);
  const resultOf = (target: FigureRow): FigureRow | undefined => results.find((r) => isResultOf(r, target));
  const isNamed = ({ amount }: FigureRow, b: Bound): boolean =>
    amount !== undefined && isSameAmount(amount, b.amount);
  // 破万亿的目标: the target of that amount; where there is none, whether it is so much by now.
  const meant = targets.filter((t) => bounds.length === 0 || bounds.some((b) => isNamed(t, b)));
  if (bounds.length > 0 && meant.length === 0) {
    // 占 GDP 42.3%，目标达到了没: no target is of that, and that it is so much is no target met.
    const isAim = named(query.where, "status").includes("target");
    const isTold = (): boolean =>
      figuresWhere(relations, timeless).some(
        (r) => r.status === "target" && bounds.some((b) => isNamed(r, b)),
      );
    return isAim && !isTold() ? nothing(query) : amountReached(relations, query, bounds);
  }
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

/** 一万亿完成了吗: whether a result is at least that. One that is not leaves it open. */
function amountReached(
  relations: Relations,
  query: Query,
  bounds: readonly Bound[],
): FigureVerdictRows | ConflictRows | NoRows {
  const by = (...dims: ("year" | "value" | "status")[]): Query => ({
    ...query,
    tense: "done",
    where: [...without(query.where, "value", "status", ...dims), { dim: "status", in: ["result"] }],
    claim: bounds.map((b) => ({ ...b, cmp: ">=" as const })),
  });
  const ofYear = verify(relations, by());
  return ofYear.kind === "figure-verdict" && ofYear.relaxed.length === 0
    ? ofYear
    : verify(relations, by("year"));
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
