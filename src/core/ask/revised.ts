/** Whether a target was changed: what the oldest and the newest document say of it. */
import { equal } from "../../text/units.ts";
import { type Query, without } from "../query.ts";
import { judged, type Verdict } from "./amounts.ts";
import { figuresWhere, isAlike, isFormal, isSound } from "./figures.ts";
import { type FigureRow, type Relations, sizeOf } from "./relations.ts";
import type { RevisedRows } from "./rows.ts";
import { constraints, scopeOf } from "./scope.ts";

/** The oldest and the newest document's target of the same measure and year: only documents can change one. */
export function revised(relations: Relations, query: Query): RevisedRows | undefined {
  const filters = without(constraints(query), "status", "value", "document");
  const targets = figuresWhere(relations, [...filters, { dim: "status", in: ["target"] }]).filter(
    (r) => isSound(r) && isFormal(r) && r.giver === "province" && r.figure.of === undefined,
  );
  const alike = targets.filter((r) => isAlike(r, targets[0] ?? r));
  const [first, ...later] = alike.toSorted((a, b) => a.edition - b.edition);
  const last = later.findLast((r) => r.document !== first?.document);
  if (!first) return undefined;
  const { change = "changed", negated } = query;
  const verdict = last ? CHANGES[change](first, last) : "unsaid";
  return {
    kind: "revised",
    scope: scopeOf(query),
    change,
    first,
    last,
    ...judged(verdict, { negated }),
  };
}

const yesIf = (holds: boolean): Verdict => (holds ? "yes" : "no");

const CHANGES: Readonly<Record<NonNullable<Query["change"]>, (a: FigureRow, b: FigureRow) => Verdict>> = {
  raised: (a, b) => yesIf(sizeOf(b) > sizeOf(a)),
  lowered: (a, b) => yesIf(sizeOf(b) < sizeOf(a)),
  changed: (a, b) => yesIf(!equal(sizeOf(a), sizeOf(b))),
};
