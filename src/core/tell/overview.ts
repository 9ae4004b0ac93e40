/** One cluster or one city at a glance. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { OverviewRows } from "../ask/rows.ts";
import { type Draft, factSection, line, note, section } from "../compose.ts";
import { text } from "../say/say.ts";
import { factsOf, giverBlocks, groupLines, inPartLines, inPartsOf, namesOf, otherLines } from "./lines.ts";
import { nextForCity, nextForCluster } from "./next.ts";

export const tellOverview = (dataset: Dataset, rows: OverviewRows): Draft =>
  rows.of === "city" ? tellCity(dataset, rows) : tellCluster(dataset, rows);

/** What the province gave, of that the cores, and what is only in an industry beside the cluster. */
function given({ roles }: OverviewRows) {
  const all = roles.filter((r) => r.giver === "province");
  const province = all.filter((r) => !r.sub);
  return { province, cores: province.filter((r) => r.tier === "core"), inParts: all.filter((r) => r.sub) };
}

function tellCity(dataset: Dataset, rows: OverviewRows): Draft {
  const { id, roles, facts } = rows;
  const { province, cores, inParts } = given(rows);
  const names = namesOf(dataset, cores, "cluster");
  const clusters = namesOf(dataset, province, "cluster");
  const own = roles.filter((r) => r.giver === "city");
  return {
    outcome: "answer",
    title: line(
      text("overviewCity", {
        city: id,
        cores: names,
        total: clusters.length,
        inParts: inPartsOf(dataset, inParts, "cluster"),
        stated: cores.length === 0 ? rows.stated[0]?.fact : undefined,
      }),
      factsOf([...cores, ...inParts, ...(cores.length === 0 ? rows.stated.slice(0, 1) : [])]),
    ),
    blocks: [
      ...section(groupLines(dataset, province, "cluster"), text("giver", "province")),
      ...inPartLines(dataset, inParts, "cluster"),
      ...otherLines(dataset, own, "cluster"),
      ...factSection(facts),
    ],
    clusters,
    cities: [id],
    next: nextForCity(dataset, id, names),
    picture: { kind: "card", city: id },
  };
}

function tellCluster(dataset: Dataset, rows: OverviewRows): Draft {
  const { id, roles, figures, facts } = rows;
  const { province, cores, inParts } = given(rows);
  const names = namesOf(dataset, cores, "city");
  const more = province.length + inParts.length > 0;
  const group = dataset.cluster.get(id)?.class ?? "";
  return {
    outcome: "answer",
    title: line(text("overviewCluster", { cluster: id, class: group, cores: names, more }), [
      ...facts,
      ...factsOf(cores),
    ]),
    blocks: [
      ...(more
        ? [
            ...section(groupLines(dataset, province, "city"), text("giver", "province")),
            ...inPartLines(dataset, inParts, "city"),
          ]
        : giverBlocks(roles)),
      ...factSection(factsOf(figures), text("heading", "figures")),
      ...(province.some((r) => r.open) ? [note(text("openList"))] : []),
    ],
    clusters: [id],
    cities: namesOf(dataset, province, "city"),
    next: nextForCluster(dataset, id, names),
    picture: { kind: "map", cluster: id },
  };
}
