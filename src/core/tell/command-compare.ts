/** /compare: two cities or two clusters; with one of them it asks for the other. */
import { scopeOf } from "../ask/scope.ts";
import type { FigureRow, Relations } from "../ask/relations.ts";
import { rolesWhere } from "../ask/role-rows.ts";
import type { Command } from "../commands.ts";
import type { Draft } from "../compose.ts";
import type { Filter, Query } from "../query.ts";
import type { Reading } from "../read/read.ts";
import { text } from "../say/say.ts";
import type { Want } from "../say/texts.ts";
import { askSecond, tellCompare } from "./compare.ts";

interface Named {
  cities: string[];
  clusters: string[];
}

/** @returns undefined where neither was named. */
export function compared(
  relations: Relations,
  command: Command,
  reading: Reading,
  { cities, clusters }: Named,
): Draft | undefined {
  const of = cities.length > 1 || (cities.length === 1 && clusters.length === 0) ? "city" : "cluster";
  const names = of === "city" ? cities : clusters;
  const [first, second] = names;
  if (first === undefined) return undefined;
  if (second !== undefined) return sideBySide(relations, of, names);
  const twice = reading.text.split(first).length > 2;
  const words = twice ? text("same", { name: first, command }) : text("second", { first, command });
  return { ...askSecond(relations.dataset, of, first, words), aside: true };
}

function sideBySide(relations: Relations, of: Want, names: string[]): Draft {
  const where: Filter[] = [{ dim: of, in: names }];
  const query: Query = { from: "role", op: "compare", where, claim: [], negated: false, unused: [] };
  return tellCompare(relations.dataset, {
    kind: "compare",
    scope: scopeOf(query),
    of,
    names,
    others: [],
    rows: rolesWhere(relations, [...where, { dim: "giver", in: ["province"] }]),
    figures: of === "cluster" ? names.flatMap((name) => wholeFigures(relations, name)) : [],
  });
}

const wholeFigures = ({ figuresOfCluster }: Relations, cluster: string): FigureRow[] =>
  (figuresOfCluster.get(cluster) ?? []).filter((f) => f.cities.length === 0 && !f.regional);
