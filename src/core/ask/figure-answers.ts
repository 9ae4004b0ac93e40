/** What is asked of one figure: its value, whether it is so, whether the target is met. */
import type { Fact } from "../../dataset/schema.ts";
import { type Filter, named, only, type Query } from "../query.ts";
import { bothSides, dispute, disputedFact } from "./conflicts.ts";
import { factsWhere } from "./fact-pool.ts";
import { inDoubt, related } from "./figure-beside.ts";
import { best, list } from "./figure-lists.ts";
import { reached } from "./figure-reached.ts";
import { inUnit, verifySeveral } from "./figure-several.ts";
import { otherSides, verify } from "./figure-verify.ts";
import { nearest } from "./figures.ts";
import type { Relations } from "./relations.ts";
import { revised } from "./revised.ts";
import {
  type ConflictRows,
  type FigureRows,
  type NoRows,
  nothing,
  type Rows,
  type StatementRows,
} from "./rows.ts";
import { constraints, scopeOf } from "./scope.ts";
import { compareSides, eachOf } from "./sides.ts";

/** @param query one whose `from` is figure. */
export function selectFigures(relations: Relations, query: Query): Rows {
  if (query.op === "list" || query.op === "count") return list(relations, query);
  const doubted = disputedFact(relations, constraints(query));
  if (doubted) return dispute(relations, query, doubted);
  switch (query.op) {
    case "verify":
      return query.extreme === undefined ? judge(relations, query) : best(relations, query);
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
      return eachOf(relations, query) ?? orNaming(relations, query, value(relations, query));
  }
}

/** One figure or several; where there are none of the kind, the facts that name what the claim names. */
function judge(relations: Relations, query: Query): Rows {
  const several = verifySeveral(query, (one) => verify(relations, one));
  const rows = several ?? verify(relations, inUnit(query));
  if (rows.kind === "none") return orNaming(relations, query, rows);
  const isHeld = rows.kind === "figure-verdict" && rows.verdict === "yes";
  return (several && !isHeld ? bothSides(relations, constraints(query)) : undefined) ?? rows;
}

const orNaming = (relations: Relations, query: Query, rows: Rows): Rows =>
  rows.kind === "none" ? (naming(relations, query) ?? rows) : rows;

const MOST_NAMING = 6;

/** 没有写 is only said of what no fact names: of the words those that stand somewhere lead to the nearest. */
function naming(relations: Relations, query: Query): StatementRows | undefined {
  const filters = constraints(query);
  const subject = only(filters, "cluster", "city", "part");
  const factsOf = (words: readonly Filter[]): Fact[] => factsWhere(relations, [...subject, ...words], "");
  const words = only(filters, "word");
  const held = words.filter((word) => factsOf([word]).length > 0);
  const facts = held.length > 0 ? factsOf(held) : [];
  if (facts.length === 0) return undefined;
  return {
    kind: "statements",
    scope: scopeOf(query),
    facts: facts.slice(0, MOST_NAMING),
    exact: false,
    missing: words.filter((w) => !held.includes(w)).flatMap((w) => named([w], "word")),
    verdict: undefined,
  };
}

function value(relations: Relations, query: Query): FigureRows | ConflictRows | NoRows {
  const { rows, relaxed } = nearest(relations, query);
  const [first, ...rest] = rows;
  if (!first) return nothing(query);
  const doubt = inDoubt(query, first, rows);
  if (doubt) return dispute(relations, query, doubt.fact);
  const others = related(relations, first, rest);
  return {
    kind: "figures",
    scope: scopeOf(query),
    best: first,
    sides: otherSides(relations, first, others),
    others,
    relaxed,
  };
}
