/** What a picture comes to: the counts and names its title states, worked out from the same stances as its cells. */
import { ordered, TIERS } from "../core/ask/relations.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { namesIn, type Pen } from "./pen.ts";
import { isNamed, type Stance } from "./stance.ts";
import type { CityFinding, Held, MapFinding } from "./words.ts";

/** What is said of each city of a cluster, or of a city in each cluster. */
export type Stances = ReadonlyMap<string, Stance | undefined>;

/** Those of whom it holds, in the order of the dataset. */
export function those(
  stances: Stances,
  order: readonly { id: string }[],
  test: (stance: Stance) => boolean,
): string[] {
  const ids = [...stances].flatMap(([id, stance]) => (stance && test(stance) ? [id] : []));
  return ordered(ids, order);
}

/** 广州、深圳、珠海为核心，四市协同. */
export function mapFinding({ cities }: Dataset, pen: Pen, stances: Stances): MapFinding {
  const held = TIERS.flatMap((tier) =>
    [false, true].flatMap((part): Held[] => {
      const ids = those(stances, cities, (s) => isNamed(s) && s.tier === tier && s.partial === part);
      return ids.length > 0 ? [{ tier, part, names: namesIn(pen, ids) }] : [];
    }),
  );
  const isBeside = (s: Stance): boolean => s.kind === "province" && s.sub;
  const parts = [...stances.values()].flatMap((s) => (s && isBeside(s) ? [s.part] : []));
  const [industry] = new Set(parts).size === 1 ? parts : [];
  return {
    held,
    beside: namesIn(pen, those(stances, cities, isBeside)),
    industry: industry === undefined ? undefined : pen.lingo.name(industry),
  };
}

/** 东莞被 8 个集群点名，没有列为核心的: the numbers of the answers. */
export function cityFinding({ lingo }: Pen, city: string, stances: Stances): CityFinding {
  const all = [...stances.values()];
  const named = all.filter(isNamed);
  return {
    city: lingo.name(city),
    named: named.length,
    core: named.filter((s) => s.tier === "core").length,
    beside: all.filter((s) => s?.kind === "province" && s.sub).length,
  };
}

const MOST_RANKED = 3;

/** Cities by the number of clusters they are core in, the most first. */
export function mostCore(
  { cities }: Dataset,
  coreIn: (city: string) => number,
): { city: string; count: number }[] {
  return cities
    .map(({ id }) => ({ city: id, count: coreIn(id) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_RANKED);
}
