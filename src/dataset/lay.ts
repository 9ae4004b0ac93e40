/** Lays folders over the first: what they add, and what takes the place of what. */
import type { Fault, FileOf, Parts } from "./dataset.ts";
import type { Source } from "./documents.ts";
import { documentWords, moreNames, overEnglish } from "./lay-names.ts";
import type { Overlay } from "./overlay.ts";
import type { Told } from "./read.ts";
import { type Fact, LOCAL_ID } from "./schema.ts";
import { lastHeir, type Placed, supersede } from "./supersede.ts";

/** Everything that is there, what is superseded included: whatever points at it is checked with it. */
export interface Laid {
  parts: Parts;
  fileOf: FileOf;
  /** Superseded fact → the one that is asserted in its place, at the end of all. */
  heirs: ReadonlyMap<string, string>;
}

/** @param base the first folder. @param overlays those over it, in their order. */
export function lay(base: Parts, told: Told, overlays: readonly Overlay[], faults: Fault[]): Laid {
  const conflicts = overConflicts(base, overlays, faults);
  const origin = new Map<Fact | Source, string>();
  const facts = placedFacts(base, told, overlays).map(({ entry, at, file }): Placed<Fact> => {
    const own = withConflict(entry, conflicts.heirs);
    origin.set(own, file);
    return { entry: own, at, file };
  });
  for (const { sources, fileOf } of overlays)
    for (const source of sources) origin.set(source, fileOf(source));
  for (const { entry, at, file } of facts)
    if ((at === 0) === LOCAL_ID.test(entry.id)) faults.push({ file, id: entry.id, problem: idProblem(at) });
  const heirs = supersede(facts, faults);
  return {
    parts: {
      ...base,
      facts: facts.map(({ entry }) => entry),
      sources: [base, ...overlays].flatMap((o) => o.sources),
      documents: overDocuments(base, overlays, faults),
      conflicts: conflicts.entries,
      glossary: [base, ...overlays].flatMap((o) => o.glossary),
      aliases: overlays.reduce((names, o) => moreNames(names, o.aliases), base.aliases),
      words: { ...base.words, documents: documentWords(base, overlays) },
      english: overEnglish(base.english, overlays, faults),
    },
    fileOf: (entry) => origin.get(entry) ?? told.fileOf(entry),
    // A circle is a fault, and has no end.
    heirs: faults.length > 0 ? heirs : new Map([...heirs.keys()].map((old) => [old, lastHeir(old, heirs)])),
  };
}

const idProblem = (at: number): string =>
  at === 0
    ? "an id that begins with L is for folders laid over this one"
    : "the id of a fact of your own is L and up to four digits, such as L1; no release will ever use it";

/** Each fact of an overlay tells where it is from. */
const placedFacts = (base: Parts, told: Told, overlays: readonly Overlay[]): Placed<Fact>[] => [
  ...base.facts.map((entry) => ({ entry, at: 0, file: told.fileOf(entry) })),
  ...overlays.flatMap(({ facts, fileOf, release }, i) =>
    facts.map((fact) => ({ entry: { ...fact, origin: release.name }, at: i + 1, file: fileOf(fact) })),
  ),
];

function withConflict(fact: Fact, heirs: ReadonlyMap<string, string>): Fact {
  const heir = fact.conflict === undefined ? undefined : heirs.get(fact.conflict);
  return heir === undefined ? fact : { ...fact, conflict: heir };
}

// Documents and conflicts ----------------------------------------------------------------------------------------------

interface Named {
  id: string;
  supersedes?: string | undefined;
}

/** A new edition is a document beside the old one, whose facts it did not state; only itself can be corrected. */
function overDocuments(base: Parts, overlays: readonly Overlay[], faults: Fault[]): Parts["documents"] {
  const file = "documents.json";
  const placed = placedIn(base.documents, overlays, "documents", file);
  for (const p of placed)
    if (p.entry.supersedes !== undefined && p.entry.supersedes !== p.entry.id)
      faults.push({
        file: p.file,
        id: p.entry.id,
        problem: "supersedes another document; leave that to stand beside it",
      });
  return replaced(placed, faults).entries;
}

const overConflicts = (
  base: Parts,
  overlays: readonly Overlay[],
  faults: Fault[],
): Replaced<Parts["conflicts"][number]> =>
  replaced(placedIn(base.conflicts, overlays, "conflicts", "conflicts.json"), faults);

const placedIn = <K extends "documents" | "conflicts">(
  base: Parts[K],
  overlays: readonly Overlay[],
  of: K,
  file: string,
): Placed<Parts[K][number]>[] => [
  ...base.map((entry) => ({ entry, at: 0, file })),
  ...overlays.flatMap((o, i) =>
    o[of].map((entry) => ({ entry: entry as Parts[K][number], at: i + 1, file: o.folder.nameOf(file) })),
  ),
];

interface Replaced<T> {
  entries: T[];
  /** Replaced id → the one whose place it is now. */
  heirs: ReadonlyMap<string, string>;
}

/** Each in its turn: one under the id of the old takes its place in the row, too. */
function replaced<T extends Named>(placed: readonly Placed<T>[], faults: Fault[]): Replaced<T> {
  const inPlace = placed.filter(({ entry }) => entry.supersedes === entry.id);
  const others = placed.filter(({ entry }) => entry.supersedes !== entry.id);
  const heirs = supersede(others, faults);
  const entries = new Map<string, Placed<T>>();
  for (const p of others) {
    if (entries.has(p.entry.id)) faults.push({ file: p.file, id: p.entry.id, problem: twice });
    entries.set(p.entry.id, p);
  }
  for (const p of inPlace) {
    const old = entries.get(p.entry.id);
    if (!old || old.at >= p.at)
      faults.push({ file: p.file, id: p.entry.id, problem: "supersedes what no earlier folder has" });
    entries.set(p.entry.id, p);
  }
  const live = [...entries.values()].filter(({ entry }) => !heirs.has(entry.id)).map(({ entry }) => entry);
  return { entries: live, heirs };
}

const twice = "the id is used twice; name it in “supersedes” to take its place";
