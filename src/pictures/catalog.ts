/** All pictures there are beforehand, and which scene belongs to which. */
import type { Relations } from "../core/ask/relations.ts";
import type { Locale, Picture } from "../core/types.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { ClusterClass } from "../dataset/schema.ts";
import type { Font } from "./font.ts";
import { createPen } from "./pen.ts";
import type { Scene } from "./scene.ts";
import { cardScene } from "./scenes/card.ts";
import { compareCitiesScene, compareClustersScene } from "./scenes/compare.ts";
import { figuresScene } from "./scenes/figures.ts";
import { mapScene } from "./scenes/map.ts";
import { matrixScene } from "./scenes/matrix.ts";

/** Everything that can be drawn before anybody asks: 20 maps, 21 cards, the matrix, the figures of both classes. */
export const staticPictures = (dataset: Dataset): Picture[] => [
  ...dataset.clusters.map(({ id }): Picture => ({ kind: "map", cluster: id })),
  ...dataset.cities.map(({ id }): Picture => ({ kind: "card", city: id })),
  { kind: "matrix" },
  ...ClusterClass.options.map((scope): Picture => ({ kind: "figures", scope })),
];

/**
 * What the picture shows, as shapes, in a language. Pure.
 * @throws Error where it names a cluster or city that is not in the dataset, or compares fewer than two.
 */
export function sceneOf(relations: Relations, font: Font, picture: Picture, locale: Locale): Scene {
  const { dataset } = relations;
  const pen = createPen(dataset, locale);
  switch (picture.kind) {
    case "map":
      return mapScene(relations, font, pen, known(dataset.cluster, picture.cluster));
    case "card":
      return cardScene(relations, font, pen, known(dataset.city, picture.city));
    case "matrix":
      return matrixScene(relations, font, pen);
    case "figures":
      return figuresScene(relations, font, pen, picture.scope);
    case "compare-clusters":
      return compareClustersScene(relations, font, pen, several(dataset.cluster, picture.clusters));
    case "compare-cities":
      return compareCitiesScene(relations, font, pen, several(dataset.city, picture.cities));
  }
}

function known(all: ReadonlyMap<string, unknown>, id: string): string {
  if (!all.has(id)) throw new Error(`no picture of “${id}”: the dataset does not know it`);
  return id;
}

function several(all: ReadonlyMap<string, unknown>, ids: readonly string[]): string[] {
  const each = [...new Set(ids)].map((id) => known(all, id));
  if (each.length < 2) throw new Error("a comparison needs two that are different");
  return each;
}
