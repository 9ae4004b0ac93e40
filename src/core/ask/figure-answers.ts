/** What is asked of one figure: its value, whether it is so, whether the target is met. */
import type { Query } from "../query.ts";
import { dispute, disputedFact } from "./conflicts.ts";
import { inDoubt, related } from "./figure-beside.ts";
import { best, list } from "./figure-lists.ts";
import { reached } from "./figure-reached.ts";
import { verify } from "./figure-verify.ts";
import { nearest } from "./figures.ts";
import type { Relations } from "./relations.ts";
import { revised } from "./revised.ts";
import { type ConflictRows, type FigureRows, type NoRows, nothing, type Rows } from "./rows.ts";
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
  const doubt = inDoubt(query, first, rows);
  if (doubt) return dispute(relations, query, doubt.fact);
  return {
    kind: "figures",
    scope: scopeOf(query),
    best: first,
    others: related(relations, first, rest),
    relaxed,
  };
}
