/** One cluster or one city at a glance. */
import type { Status } from "../../dataset/schema.ts";
import { named, type Query } from "../query.ts";
import { referenceFacts } from "./reference-facts.ts";
import { membership } from "./classes.ts";
import { figuresWhere } from "./figures.ts";
import { coreCounts, rolesWhere } from "./role-rows.ts";
import { classOf, type FigureRow, type Relations } from "./relations.ts";
import { type NoRows, nothing, type OverviewRows } from "./rows.ts";

const KEY: readonly Status[] = ["result", "target", "base"];

/** @param query one whose `from` is overview. */
export function selectOverview(relations: Relations, query: Query): OverviewRows | NoRows {
  const { want = "cluster", where } = query;
  const [id] = named(where, want);
  if (id === undefined) return nothing(query);
  return want === "city" ? cityOverview(relations, id) : clusterOverview(relations, id);
}

export const clusterOverview = (relations: Relations, id: string): OverviewRows => ({
  kind: "overview",
  of: "cluster",
  id,
  roles: rolesWhere(relations, [{ dim: "cluster", in: [id] }]),
  figures: keyFigures(relations, id),
  facts: membership(relations, classOf(relations.dataset, id)),
  stated: [],
});

/** The newest result, target and base of the whole cluster: what cards and figures show too. */
export const keyFigures = (relations: Relations, id: string): FigureRow[] =>
  KEY.flatMap((status) => {
    const rows = figuresWhere(relations, [
      { dim: "cluster", in: [id] },
      { dim: "status", in: [status] },
    ]);
    return rows.find((r) => r.giver !== "draft" && !r.fact.disputed) ?? [];
  });

export function cityOverview(relations: Relations, id: string): OverviewRows {
  const facts = relations.dataset.factsOfCity.get(id) ?? [];
  const system = facts.filter((f) => f.topics.includes("city-system") && f.clusters.length !== 1);
  return {
    kind: "overview",
    of: "city",
    id,
    roles: rolesWhere(relations, [{ dim: "city", in: [id] }]),
    figures: [],
    facts: [...referenceFacts(relations, [id]), ...system.slice(0, 2)],
    stated: coreCounts(relations, {
      where: [
        { dim: "city", in: [id] },
        { dim: "tier", in: ["core"] },
      ],
      claim: [],
    }),
  };
}
