/** Every surface of the vocabulary with what it means: what competes for a stretch of a question. */
import type { Parts } from "./dataset.ts";

export interface Surface {
  surface: string;
  file: "aliases.json" | "words.json" | "places.json" | "strangers.json";
  /** What it means and where that is written: `ops not`, `clusters 新能源 names`. */
  meaning: string;
}

type File = Surface["file"];

const of = (file: File, meaning: string, surfaces: readonly string[]): Surface[] =>
  surfaces.map((surface) => ({ surface, file, meaning }));

/** Tables of words.json that sort their surfaces by key. */
const SORTED = [
  "tiers",
  "asks",
  "topics",
  "stars",
  "happenings",
  "series",
  "measures",
  "wholes",
  "fractions",
  "status",
  "classes",
  "layers",
  "talk",
  "pronouns",
  "periods",
  "relativeYears",
  "nouns",
  "ops",
] as const;

/** Lists of words.json with one meaning each. */
const PLAIN = [
  "weakKey",
  "bothClasses",
  "whole",
  "everything",
  "policy",
  "followUps",
  "wholeYear",
  "yearly",
  "auxiliaries",
  "filler",
] as const;

/** The tables that are scanned for in a question. Whole turns (acts, about, glossary) compete among themselves only. */
export const surfacesOf = (parts: Parts): Surface[] => [
  ...aliasSurfaces(parts),
  ...placeSurfaces(parts),
  ...wordSurfaces(parts),
  ...Object.entries(parts.strangers).flatMap(([what, s]) => of("strangers.json", what, s)),
];

function aliasSurfaces({ aliases }: Parts): Surface[] {
  const { clusters, cities, sets, ambiguous, things, blocked, blockedSuffixes } = aliases;
  const own = (meaning: string, surfaces: readonly string[]): Surface[] =>
    of("aliases.json", meaning, surfaces);
  return [
    ...clusters.flatMap((c) => own(`clusters ${c.id} names`, c.names)),
    ...clusters.flatMap((c) => own(`clusters ${c.id} kin`, c.kin)),
    ...clusters.flatMap((c) => own(`clusters ${c.id} related`, c.related)),
    ...cities.flatMap((c) => own(`cities ${c.id}`, c.names)),
    ...sets.flatMap((s) => own(`sets ${s.id}`, s.names)),
    ...ambiguous.flatMap((a) => own(`ambiguous ${a.options.join("/")}`, a.names)),
    ...things.flatMap((t) => own(`things ${t.id}`, t.names)),
    ...own("blocked", blocked),
    ...cities.flatMap((c) =>
      own(
        "blockedSuffixes",
        blockedSuffixes.map((suffix) => c.id + suffix),
      ),
    ),
  ];
}

function placeSurfaces({ places }: Parts): Surface[] {
  return [
    ...places.districts.flatMap((d) => of("places.json", `districts ${d.city}`, d.names)),
    ...places.elsewhere.flatMap((e) => of("places.json", `elsewhere ${e.id}`, e.names)),
  ];
}

function wordSurfaces({ words }: Parts): Surface[] {
  const sorted = SORTED.flatMap((table) =>
    Object.entries(words[table]).flatMap(([key, s]) => of("words.json", `${table} ${key}`, s ?? [])),
  );
  const bounds = Object.entries(words.bounds).flatMap(([bound, { before, after }]) => [
    ...of("words.json", `bounds ${bound} before`, before),
    ...of("words.json", `bounds ${bound} after`, after),
  ]);
  const documents = Object.entries(words.documents).flatMap(([id, s]) =>
    of("words.json", `documents ${id}`, s),
  );
  return [
    ...sorted,
    ...bounds,
    ...documents,
    ...PLAIN.flatMap((list) => of("words.json", list, words[list])),
  ];
}
