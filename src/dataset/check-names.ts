/** What people call things: every name leads to one thing, and stays apart from its neighbours. */
import { distance } from "../text/distance.ts";
import { MIN_EDIT_HAN, MIN_EDIT_LATIN } from "../text/edits.ts";
import type { Fault, Parts } from "./dataset.ts";
import type { City } from "./schema.ts";

const fault = (id: string, problem: string, file = "aliases.json"): Fault => ({ file, id, problem });

const idsOf = (items: readonly { id: string }[]): Set<string> => new Set(items.map((i) => i.id));

/** Names of things that are not there. */
export function vocabulary({ aliases, words, clusters, cities, documents, facts }: Parts): Fault[] {
  const unknown = (ids: readonly string[], known: Set<string>, file?: string): Fault[] =>
    ids.filter((id) => !known.has(id)).map((id) => fault(id, "names nothing that exists", file));
  const told = facts.map((f) => f.text.toLowerCase()).join("\n");
  const cityIds = idsOf(cities);
  const clusterIds = idsOf(clusters);
  return [
    ...unknown(
      aliases.clusters.map((c) => c.id),
      clusterIds,
    ),
    ...unknown(
      aliases.ambiguous.flatMap((a) => a.options),
      clusterIds,
    ),
    ...unknown(
      aliases.cities.map((c) => c.id),
      cityIds,
    ),
    ...unknown(
      aliases.sets.flatMap((s) => s.cities),
      cityIds,
    ),
    ...aliases.things
      // What stands for roles is held by the roles: 3+N 的 N is in no text.
      .filter(({ id, layout }) => layout === undefined && !told.includes(id))
      .map(({ id }) => fault(id, "is a thing that no fact names")),
    ...unknown(Object.keys(words.documents), idsOf(documents), "words.json"),
  ];
}

/** A metropolitan area is a set of the cities that lie in it, wholly or in part. */
export function areaFaults({ aliases, cities }: Parts): Fault[] {
  const isBeside = (city: City): boolean => ["linked", "measures"].includes(city.area?.extent ?? "");
  const inside = (id: string): string[] =>
    cities.filter((c) => c.area?.id === id && !isBeside(c)).map((c) => c.id);
  const ids = new Set(cities.flatMap(({ area }) => area?.id ?? []));
  return [
    ...cities
      .filter(({ area, metro }) => area !== undefined && !metro.includes(area.id))
      .map((c) => fault(c.id, "is placed in an area that its source does not name", "cities.json")),
    ...[...ids]
      .filter(
        (id) =>
          aliases.sets
            .find((s) => s.id === id)
            ?.cities.toSorted()
            .join() !== inside(id).toSorted().join(),
      )
      .map((id) => fault(id, "is no set of the cities that lie in it")),
  ];
}

interface Named {
  surface: string;
  owner: string;
}

/** A one-edit repair is safe only where no other correctable name lies within two edits. */
export function correctionDistances(parts: Parts): Fault[] {
  const correctable = parts.aliases.clusters.flatMap((c) =>
    c.names.filter((s) => isCorrectable(s)).map((s): Named => ({ surface: s.toLowerCase(), owner: c.id })),
  );
  return correctable.flatMap((a, i) =>
    correctable
      .slice(i + 1)
      .filter((b) => a.owner !== b.owner && isNear(a.surface, b.surface))
      .map((b) => fault(a.surface, `is within two edits of ${b.surface} (${b.owner})`)),
  );
}

/** Lengths and letters tell most pairs apart without counting edits. */
const isNear = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) < 3 && strangers(a, b) < 3 && distance(a, b) < 3;

/** Each letter of `a` that is nowhere in `b` takes an edit of its own. */
const strangers = (a: string, b: string): number =>
  Array.from(a).filter((letter) => !b.includes(letter)).length;

const isCorrectable = (surface: string): boolean =>
  /^\p{Script=Han}+$/u.test(surface)
    ? surface.length >= MIN_EDIT_HAN
    : /^[a-z]+$/.test(surface) && surface.length >= MIN_EDIT_LATIN;
