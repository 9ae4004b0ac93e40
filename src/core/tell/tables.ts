/** Pictures in words: every cluster with its cities, the figures of a class, the two lists of ten. */
import { type Dataset, groupBy } from "../../dataset/dataset.ts";
import { ClusterClass } from "../../dataset/schema.ts";
import { keyFigures } from "../ask/overview.ts";
import type { Relations } from "../ask/relations.ts";
import { rolesWhere } from "../ask/role-rows.ts";
import { type Draft, factSection, type Line, line, note, section } from "../compose.ts";
import { text } from "../say/say.ts";
import { factsOf, labelOf, namesOf } from "./lines.ts";
import { tellClasses } from "./lists.ts";
import { membership } from "../ask/classes.ts";

const CLASSES = ClusterClass.options;

const idsOf = ({ clusters }: Dataset, group: ClusterClass): string[] =>
  clusters.filter((c) => c.class === group).map((c) => c.id);

/** /list: the two lists of ten, or one of them. */
export function lists(dataset: Dataset, only: ClusterClass | undefined): Draft {
  const groups = only === undefined ? CLASSES : [only];
  return tellClasses(dataset, {
    kind: "classes",
    groups: groups.map((group) => ({
      class: group,
      clusters: idsOf(dataset, group),
      facts: membership({ dataset }, group),
    })),
    lists: [],
    counted: true,
  });
}

/** /matrix: every cluster with the cities the province names, a line a cluster. */
export function matrix(relations: Relations): Draft {
  const { dataset } = relations;
  return {
    outcome: "answer",
    title: line(text("matrix")),
    blocks: [
      ...CLASSES.flatMap((group) =>
        section(
          idsOf(dataset, group).map((cluster) => rolesLine(relations, cluster)),
          text("classHeading", { class: group }),
        ),
      ),
      note(text("closedToday")),
    ],
    clusters: dataset.clusters.map(({ id }) => id),
    next: "matrix",
    picture: { kind: "matrix" },
  };
}

function rolesLine(relations: Relations, cluster: string): Line {
  const rows = rolesWhere(relations, [
    { dim: "cluster", in: [cluster] },
    { dim: "giver", in: ["province"] },
  ]).filter((r) => !r.sub);
  const said = [...groupBy(rows, (row) => [labelOf(row)])].map(([label, own]) => ({
    label,
    names: namesOf(relations.dataset, own, "city"),
  }));
  return line(text("rolesLine", { cluster, said }), factsOf(rows));
}

/** /figures 支柱: start, target and latest result of each cluster, where documented. */
export function figuresTable(relations: Relations, only: ClusterClass | undefined): Draft {
  const { dataset } = relations;
  const scope = only ?? ClusterClass.enum.支柱;
  const other = CLASSES.find((group) => group !== scope) ?? scope;
  const clusters = idsOf(dataset, scope);
  return {
    outcome: "answer",
    title: line(text("figuresTable", { class: scope })),
    blocks: clusters.flatMap((cluster) => {
      const facts = factsOf(keyFigures(relations, cluster));
      return facts.length === 0
        ? [{ kind: "text" as const, text: text("noFigures", { cluster }) }]
        : factSection(facts, text("name", cluster));
    }),
    clusters,
    next: [
      text("ask", { about: "class-target", name: scope }),
      text("ask", { about: "class-target", name: other }),
      text("ask", { about: "matrix" }),
    ],
    picture: { kind: "figures", scope },
  };
}
