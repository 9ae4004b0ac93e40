/** Names for files. */
import type { Dataset } from "../dataset/dataset.ts";

/** `semiconductors-and-integrated-circuits`, `shenzhen`: the English name as part of a file name. */
export function slugOf(dataset: Dataset, id: string): string {
  const english = (dataset.cluster.get(id) ?? dataset.city.get(id))?.english ?? "unknown";
  return english
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
