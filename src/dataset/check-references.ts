/** What the files beside the facts point at: facts, cities, tiers, words. */
import type { Fault, Parts } from "./dataset.ts";
import { surfacesOf } from "./surfaces.ts";

export const referenceFaults = (parts: Parts): Fault[] => [
  ...terms(parts),
  ...tierTerms(parts),
  ...places(parts),
  ...things(parts),
  ...layouts(parts),
  ...conflicts(parts),
  ...partNames(parts),
  ...documentNames(parts),
  ...sounds(parts),
];

const unknown = (file: string, id: string, what: string, name: string): Fault => ({
  file,
  id,
  problem: `the ${what} “${name}” does not exist; correct or remove it`,
});

const idsOf = (items: readonly { id: string }[]): Set<string> => new Set(items.map((i) => i.id));

/** A definition rests on facts, or is marked as this dataset's own usage. */
function terms({ glossary, facts }: Parts): Fault[] {
  const known = idsOf(facts);
  return glossary.flatMap(({ id, facts: named = [], ours }) => [
    ...named.filter((f) => !known.has(f)).map((f) => unknown("glossary.json", id, "fact", f)),
    ...(named.length === 0 && ours !== true
      ? [{ file: "glossary.json", id, problem: 'rests on no fact; name some, or mark it "ours": true' }]
      : []),
  ]);
}

/** A definition of one tier must not be given for the words of another. */
function tierTerms({ glossary, words }: Parts): Fault[] {
  const tiers = new Map(Object.entries(words.tiers).flatMap(([tier, s]) => s.map((w) => [w, tier] as const)));
  return glossary.flatMap(({ id, names }) => {
    const own = [...new Set(names.flatMap((name) => tiers.get(name) ?? []))];
    if (own.length < 2) return [];
    const problem = `its names are words of several tiers (${own.join(", ")}); keep those of one`;
    return [{ file: "glossary.json", id, problem }];
  });
}

function places({ places: { districts, elsewhere }, cities }: Parts): Fault[] {
  const known = idsOf(cities);
  return [
    ...districts
      .filter(({ city }) => !known.has(city))
      .map(({ city, names }) => unknown("places.json", names[0] ?? "-", "city", city)),
    ...elsewhere
      .filter(({ id }) => known.has(id))
      .map(({ id }) => ({ file: "places.json", id, problem: "is one of our cities; remove it here" })),
  ];
}

/** A list with a name is of a cluster and a document there are. */
function layouts({ aliases, clusters, documents }: Parts): Fault[] {
  return aliases.things.flatMap(({ id, layout }) => {
    if (!layout) return [];
    const { cluster, document } = layout;
    return [
      ...(clusters.some((c) => c.id === cluster) ? [] : [unknown("aliases.json", id, "cluster", cluster)]),
      ...(documents.some((d) => d.id === document)
        ? []
        : [unknown("aliases.json", id, "document", document)]),
    ];
  });
}

/** A thing that is declared a district must be one. */
function things({ aliases, places: { districts } }: Parts): Fault[] {
  return aliases.things
    .filter((t) => t.districtOf !== undefined)
    .filter(
      (t) => !districts.some((d) => d.city === t.districtOf && d.names.some((n) => t.names.includes(n))),
    )
    .map((t) => unknown("aliases.json", t.id, "district of", t.districtOf ?? ""));
}

function conflicts({ conflicts: all, cities, facts }: Parts): Fault[] {
  const known = idsOf(cities);
  const used = new Set(facts.map((f) => f.conflict));
  return all.flatMap(({ id, cities: named = [] }) => [
    ...named.filter((c) => !known.has(c)).map((c) => unknown("conflicts.json", id, "city", c)),
    ...(used.has(id)
      ? []
      : [{ file: "conflicts.json", id, problem: "no fact names it; name it in one, or remove it" }]),
  ]);
}

/** Other words for a part must lead to a cluster as well. */
function partNames({ aliases }: Parts): Fault[] {
  const filed = new Set(aliases.clusters.flatMap((c) => [...c.names, ...c.kin, ...c.related]));
  return aliases.parts.flatMap(({ id, names }) =>
    [id, ...names]
      .filter((name) => !filed.has(name))
      .map((name) => ({
        file: "aliases.json",
        id,
        problem: `the part “${name}” is filed under no cluster; add it to related`,
      })),
  );
}

function documentNames({ documents, words }: Parts): Fault[] {
  return documents
    .filter(({ id }) => words.documents[id] === undefined)
    .map(({ id }) => ({
      file: "words.json",
      id,
      problem: "is a document without surfaces; add some, or [] where nobody asks for it by name",
    }));
}

/** The table of sounds may lag behind the words it was made from, but not lead to words that are gone. Units are none of them. */
function sounds(parts: Parts): Fault[] {
  const words = new Set(surfacesOf(parts).map((s) => s.surface));
  return Object.entries(parts.pinyin)
    .filter(([, word]) => !words.has(word) && !/^[万亿元]+$/.test(word))
    .map(([sound, word]) => ({
      file: "pinyin.json",
      id: sound,
      problem: `“${word}” is no word of the vocabulary; run npm run data:sounds`,
    }));
}
