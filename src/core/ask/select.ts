/** A query against the relations: the only place where filters meet rows. */
import { type From, named, type Query } from "../query.ts";
import { type Judged, judged } from "./amounts.ts";
import { selectCities } from "./cities.ts";
import { selectClasses } from "./classes.ts";
import { selectConflicts } from "./conflicts.ts";
import { selectFigures } from "./figure-answers.ts";
import { selectOverview } from "./overview.ts";
import type { Relations } from "./relations.ts";
import { selectRoles } from "./roles.ts";
import type { Rows } from "./rows.ts";
import type { Search } from "./search.ts";
import { selectSeries } from "./series.ts";
import { selectStatements } from "./statements.ts";

type Selector = (relations: Relations, query: Query, search: Search, text: string) => Rows;

const SELECTORS: Readonly<Record<From, Selector>> = {
  role: selectRoles,
  figure: selectFigures,
  class: selectClasses,
  city: selectCities,
  statement: selectStatements,
  series: selectSeries,
  conflict: selectConflicts,
  overview: selectOverview,
};

/** @param text the question as read, for telling like facts apart; never a source of constraints. */
export function select(relations: Relations, search: Search, query: Query, text: string): Rows {
  const meant = listsNoRoles(relations, query) ? { ...query, from: "statement" as const } : query;
  const rows = SELECTORS[meant.from](relations, meant, search, text);
  return query.denied ? denied(rows) : rows;
}

/** 中小企业特色产业集群有哪些: a list that gives nobody a role in the twenty is told by its facts. */
const listsNoRoles = ({ rolesOfDocument }: Relations, { from, op, where }: Query): boolean => {
  const documents = named(where, "document");
  return (
    from === "role" &&
    (op === "list" || op === "count") &&
    documents.length > 0 &&
    documents.every((id) => !rolesOfDocument.has(id))
  );
};

/** The claim as a whole is denied: what was right is wrong, and what is said is that it is not so. */
function denied(rows: Rows): Rows {
  switch (rows.kind) {
    case "role-verdict":
      return { ...rows, ...flipped(rows), quantifier: rows.quantifier === "only" ? "only" : undefined };
    case "class-verdict":
    case "figure-verdict":
    case "reached":
    case "revised":
      return { ...rows, ...flipped(rows) };
    case "figure-best":
      return { ...rows, negated: !rows.negated };
    case "figure-compare":
      return { ...rows, claim: rows.claim && { ...rows.claim, negated: !rows.claim.negated } };
    case "ranking":
    case "statements":
    case "series":
      return { ...rows, verdict: rows.verdict && flipped(rows.verdict) };
    case "area-verdict":
      return { ...rows, judged: flipped(rows.judged) };
    case "cities":
      return { ...rows, verdict: rows.verdict && { ...rows.verdict, ...flipped(rows.verdict) } };
    default:
      return rows;
  }
}

const flipped = ({ verdict, negated }: Judged): Judged => ({
  ...judged(verdict, { negated: true }),
  negated: !negated,
});
