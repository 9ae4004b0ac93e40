/** Two to four clusters, or cities, side by side. Drawn when somebody asks. */
import { ordered, type Relations } from "../../core/ask/relations.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import { compareAlt } from "../alts.ts";
import { drawTracks } from "../dots.ts";
import type { Font } from "../font.ts";
import { namesIn, type Pen } from "../pen.ts";
import type { Scene } from "../scene.ts";
import { doubts, footer, heading, newSheet, scriptOf, type Sheet, toScene } from "../sheet.ts";
import { slugOf } from "../slug.ts";
import { conflictsOf, documentCounts } from "../sources.ts";
import { stanceOf } from "../stance.ts";
import { drawTable, inCommon, type Table, tableOf } from "../table.ts";

const MOST_DOUBTS = { han: 4, latin: 3 };
/** More columns no phone can show. */
export const MOST_COMPARED = 4;

export function compareClustersScene(
  relations: Relations,
  font: Font,
  pen: Pen,
  clusters: readonly string[],
): Scene {
  const { dataset } = relations;
  const columns = ordered(clusters, dataset.clusters).slice(0, MOST_COMPARED);
  const cities = dataset.cities.map((c) => c.id);
  const table = tableOf("cluster", columns, cities, (city, cluster) => stanceOf(relations, cluster, city));
  const { sheet, title } = begin(font, pen, table);
  const others = doubtsOf(dataset, pen, table, (row) => [row]);
  const facts = factsIn(table);
  // Of more than two, a phone has no room for both: the answer tells the figures.
  if (columns.length === 2) drawTracks(sheet, relations, columns, { others, facts });
  else drawEnd(sheet, others, documentCounts(dataset, pen, facts));
  return toScene(sheet, slugFor(dataset, columns), compareAlt(pen, title, table));
}

export function compareCitiesScene(
  relations: Relations,
  font: Font,
  pen: Pen,
  cities: readonly string[],
): Scene {
  const { dataset } = relations;
  const columns = ordered(cities, dataset.cities).slice(0, MOST_COMPARED);
  const clusters = dataset.clusters.map((c) => c.id);
  const table = tableOf("city", columns, clusters, (cluster, city) => stanceOf(relations, cluster, city));
  const { sheet, title } = begin(font, pen, table);
  drawEnd(
    sheet,
    doubtsOf(dataset, pen, table, () => columns),
    documentCounts(dataset, pen, factsIn(table)),
  );
  return toScene(sheet, slugFor(dataset, columns), compareAlt(pen, title, table));
}

/** Heading and table: who is compared, and in how much they agree. */
function begin(font: Font, pen: Pen, table: Table): { sheet: Sheet; title: string } {
  const sheet = newSheet(font, pen);
  const title = pen.words.compareTitle(table.of, namesIn(pen, table.columns), inCommon(table));
  heading(sheet, pen.words.compareKicker[table.of], title);
  drawTable(sheet, table);
  return { sheet, title };
}

function drawEnd(sheet: Sheet, others: readonly string[], documents: readonly string[]): void {
  doubts(sheet, others, MOST_DOUBTS[scriptOf(sheet)]);
  footer(sheet, documents);
}

const slugFor = (dataset: Dataset, ids: readonly string[]): string =>
  `compare-${ids.map((id) => slugOf(dataset, id).slice(0, 24)).join("-vs-")}`;

const factsIn = ({ rows }: Table): Fact[] => [
  ...new Set(rows.flatMap(({ cells }) => cells.flatMap((s) => (s ? [s.fact] : [])))),
];

/** Titles of the conflicts, each once. */
function doubtsOf(
  dataset: Dataset,
  pen: Pen,
  { rows }: Table,
  cities: (row: string) => readonly string[],
): string[] {
  const titles = rows.flatMap(({ id, cells }) =>
    cells.flatMap((s) =>
      s?.disputed ? conflictsOf(dataset, [s.fact], cities(id)).map((c) => pen.lingo.conflict(c).title) : [],
    ),
  );
  return [...new Set(titles)];
}
