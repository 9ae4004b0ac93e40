/** All that could be listed: the 21 cities or the 20 clusters, within what the question allows. */
import { isMembers, type Query } from "../query.ts";
import type { Relations } from "./relations.ts";

/** What a list, a count or a ranking is of. */
export type Want = "city" | "cluster";

/** Cities, unless clusters are asked for. */
export const wantOf = ({ want }: Pick<Query, "want">): Want => (want === "cluster" ? "cluster" : "city");

export const otherOf = (want: Want): Want => (want === "city" ? "cluster" : "city");

export function universe({ dataset }: Relations, { where }: Query, want: Want): string[] {
  const filters = where.filter(isMembers);
  const allows = (dim: Want | "class", value: string): boolean =>
    filters.every((f) => f.dim !== dim || f.in.includes(value) !== (f.not ?? false));
  return want === "city"
    ? dataset.cities.map((c) => c.id).filter((id) => allows("city", id))
    : dataset.clusters.filter((c) => allows("cluster", c.id) && allows("class", c.class)).map((c) => c.id);
}
