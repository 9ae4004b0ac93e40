/** One claim of one city in one cluster. */
import { type Filter, named, only, type Query, without } from "../query.ts";
import { roleTest } from "./match.ts";
import type { Relations, RoleRow } from "./relations.ts";
import { isClosed } from "./role-judged.ts";
import { asksPart, given } from "./role-rows.ts";
import type { Pair } from "./rows.ts";
import { constraints } from "./scope.ts";

/**
 * Yes where a row says so. No where the same document gives the city another role beside those it gives this one, or
 * where a list of it without 等 leaves the city out. Otherwise the documents do not say.
 */
export function pairVerdicts(
  relations: Relations,
  query: Query,
  cluster: string,
  cities: readonly string[],
): Pair[] {
  const rest = without(constraints(query), "cluster", "city");
  const fitsBare = roleTest(without(rest, "tier", "stars", "giver", "document", "part", "word"));
  const inCluster = relations.rolesOfCluster.get(cluster) ?? [];
  const ranked = only(rest, "tier", "stars").length > 0;
  const fits = roleTest(given(rest));
  const claimed = inCluster.filter((r) => (asksPart(rest) || !ranked || !r.sub) && fits(r));
  // 3+N: the N may go on, though the 3 may not.
  const isOpenLayout = named(rest, "tier").length > 1 && claimed.some((r) => r.open);
  return cities.map((city): Pair => {
    const rows = claimed.filter((r) => r.city === city);
    const own = inCluster.filter((r) => r.city === city && fitsBare(r));
    if (rows.length > 0) return { cluster, city, verdict: "yes", rows, own };
    const denied =
      (ranked || asksPart(rest) || isOneList(rest, claimed)) && !isOpenLayout ? denies(claimed, own) : [];
    return { cluster, city, verdict: denied.length > 0 ? "no" : "unsaid", rows: denied, own };
  });
}

/** All that the named document says of the cluster is one list, of as many cities as it says. */
const isOneList = (rest: readonly Filter[], claimed: readonly RoleRow[]): boolean =>
  named(rest, "document").length > 0 && claimed.length > 0 && claimed.every((r) => r.counted);

/** Rows of others that leave no room for this city. */
function denies(claimed: readonly RoleRow[], own: readonly RoleRow[]): RoleRow[] {
  const wholly = own.filter((o) => o.giver === "province" && o.part === undefined && !o.sub);
  const documents = new Set(wholly.map((o) => o.document));
  const beside = claimed.filter((r) => r.part === undefined && documents.has(r.document));
  return beside.length > 0 ? beside : claimed.filter(isClosed);
}
