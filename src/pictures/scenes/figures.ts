/** The ten clusters of a class: where they started, what is aimed at, what was reached. */
import type { Relations } from "../../core/ask/relations.ts";
import type { ClusterClass } from "../../dataset/schema.ts";
import { drawFigures, rowsOf } from "../figure-table.ts";
import type { Font } from "../font.ts";
import type { Scene } from "../scene.ts";
import { heading, newSheet, toScene } from "../sheet.ts";
import { figuresAlt } from "../words.ts";

const SLUGS: Readonly<Record<ClusterClass, string>> = { 支柱: "pillar", 新兴: "emerging" };

export function figuresScene(relations: Relations, font: Font, scope: ClusterClass): Scene {
  const { dataset } = relations;
  const clusters = dataset.clusters.filter((c) => c.class === scope).map((c) => c.id);
  const rows = rowsOf(relations, clusters);
  const sheet = newSheet(font);
  heading(sheet, `十大${scope}集群的数字`, ["口径写在数的上面；口径不同的，不能直接比"]);
  drawFigures(sheet, dataset, rows);
  return toScene(sheet, `figures-${SLUGS[scope]}`, figuresAlt(`十大${scope}集群`, rows));
}
