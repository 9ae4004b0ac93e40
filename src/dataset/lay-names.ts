/** Lays an operator's names and English over those that are there: nothing of what is there is changed. */
import type { Fault, Parts } from "./dataset.ts";
import type { English } from "./english.ts";
import type { Aliases } from "./language.ts";
import type { Overlay } from "./overlay.ts";

interface Named {
  id: string;
  names: string[];
}

/** New names of one that is there stand behind those it has. */
const addTo = <T extends Named>(all: readonly T[], more: readonly T[], join: (one: T, more: T) => T): T[] => [
  ...all.map((one) => more.filter(({ id }) => id === one.id).reduce(join, one)),
  ...more.filter(({ id }) => all.every((one) => one.id !== id)),
];

const withNames = <T extends Named>(one: T, more: T): T => ({ ...one, names: [...one.names, ...more.names] });

type Cluster = Aliases["clusters"][number];
const withAll = (one: Cluster, more: Cluster): Cluster => ({
  ...withNames(one, more),
  kin: [...one.kin, ...more.kin],
  related: [...one.related, ...more.related],
});

export const moreNames = (names: Aliases, more: Overlay["aliases"]): Aliases => ({
  ...names,
  clusters: addTo(names.clusters, more.clusters, withAll),
  parts: addTo(names.parts, more.parts, withNames),
  cities: addTo(names.cities, more.cities, withNames),
  things: addTo(names.things, more.things, withNames),
  blocked: [...names.blocked, ...more.blocked],
});

/** A document that brings no surfaces has none: nobody asks for it by name. */
export function documentWords(base: Parts, overlays: readonly Overlay[]): Parts["words"]["documents"] {
  const words: Record<string, string[]> = { ...base.words.documents };
  for (const { documents, words: more } of overlays)
    for (const id of new Set([...documents.map((d) => d.id), ...Object.keys(more.documents)]))
      words[id] = [...(words[id] ?? []), ...(more.documents[id] ?? [])];
  return words;
}

/** That of a corrected document or conflict takes the place of the old one's; a word's English is given once. */
export function overEnglish(base: English, overlays: readonly Overlay[], faults: Fault[]): English {
  for (const { english, folder } of overlays)
    for (const term of Object.keys(english.terms))
      if (term in base.terms)
        faults.push({
          file: folder.nameOf("en/terms.json"),
          id: term,
          problem: "has its English already; remove it",
        });
  return overlays.reduce<English>(
    (all, { english }) => ({
      ...all,
      facts: { ...all.facts, ...english.facts },
      terms: { ...all.terms, ...english.terms },
      documents: { ...all.documents, ...english.documents },
      sources: { ...all.sources, ...english.sources },
      conflicts: { ...all.conflicts, ...english.conflicts },
      glossary: { ...all.glossary, ...english.glossary },
    }),
    base,
  );
}
