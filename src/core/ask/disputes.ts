/** Roles the sources disagree about. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { RoleRow } from "./relations.ts";

/** The conflict of the fact is about this very city. */
export const isDisputed = (dataset: Dataset, { fact, city }: Pick<RoleRow, "fact" | "city">): boolean =>
  dataset.conflict.get(fact.conflict ?? "")?.cities?.includes(city) ?? false;
