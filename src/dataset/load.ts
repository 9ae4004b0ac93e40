/** Reads the data folders, checks all of them, and either gives a dataset or ONE error that lists every fault. */
import * as z from "zod";
import { check } from "./check.ts";
import { englishFaults } from "./check-english.ts";
import { type Dataset, type Fault, type Folders, index, type Parts } from "./dataset.ts";
import { Conflict, Document } from "./documents.ts";
import { ENGLISH, type English } from "./english.ts";
import {
  About,
  Aliases,
  Homophones,
  Pinyin,
  Places,
  Radicals,
  Regional,
  Strangers,
  Suggestions,
  Term,
} from "./language.ts";
import { type Laid, lay } from "./lay.ts";
import { type Overlay, readOverlay } from "./overlay.ts";
import { type Folder, readFacts, readFile, readRelease, type Told } from "./read.ts";
import type { Release } from "./release.ts";
import { City, Cluster, type Fact } from "./schema.ts";
import { Words } from "./words.ts";

export class DatasetError extends Error {
  readonly faults: readonly Fault[];
  constructor(folders: readonly string[], faults: readonly Fault[]) {
    const lines = [...new Set(faults.map((f) => `  ${f.file} ${f.id}: ${f.problem}`))];
    super(`${lines.length} fault(s) in the dataset at ${folders.join(", ")}:\n${lines.join("\n")}`);
    this.name = "DatasetError";
    this.faults = faults;
  }
}

/**
 * @param path folder that holds all the JSON files.
 * @param sentences whether the English of each of its texts is held against the Chinese, which takes longer than an
 *   answer: needless for what a release has shipped.
 * @param over folders laid over it, the later over the earlier: each is checked in full.
 * @throws DatasetError listing every fault.
 */
export function loadDataset(path: string, sentences = true, over: readonly string[] = []): Dataset {
  const faults: Fault[] = [];
  const base = readBase(path, faults);
  const read = over.map((folder) => readOverlay(folder, faults));
  const overlays = read.filter((overlay) => overlay !== undefined);
  faults.push(...sameNames(overlays));
  const laid =
    base && overlays.length === over.length ? lay(base.parts, base.told, overlays, faults) : undefined;
  if (base && laid && faults.length === 0) faults.push(...faultsOf(base, overlays, laid, sentences));
  if (!base || !laid || faults.length > 0) throw new DatasetError([path, ...over], faults);
  return index(...asserted(base, overlays, laid));
}

interface Base {
  parts: Parts;
  told: Told;
  release: Omit<Release, "facts">;
}

/** Undefined where one of its files cannot be used. */
function readBase(path: string, faults: Fault[]): Base | undefined {
  const folder: Folder = { path, nameOf: (file) => file, faults };
  const read = <T>(file: string, schema: z.ZodType<T>): T | undefined => readFile(folder, file, schema);
  const told = readFacts(folder);
  const parts = complete({
    documents: read("documents.json", z.array(Document)),
    sources: told?.sources,
    clusters: read("clusters.json", z.array(Cluster)),
    cities: read("cities.json", z.array(City)),
    facts: told?.facts,
    conflicts: read("conflicts.json", z.array(Conflict)),
    aliases: read("aliases.json", Aliases),
    words: read("words.json", Words),
    places: read("places.json", Places),
    strangers: read("strangers.json", Strangers),
    glossary: read("glossary.json", z.array(Term)),
    about: read("about.json", z.array(About)),
    suggestions: read("suggestions.json", Suggestions),
    regional: read("regional.json", z.array(Regional)),
    radicals: read("radicals.json", Radicals),
    homophones: read("homophones.json", Homophones),
    pinyin: read("pinyin.json", Pinyin),
    english: readEnglish(read),
  });
  return parts && told && { parts, told, release: readRelease(folder) };
}

type Read = <T>(file: string, schema: z.ZodType<T>) => T | undefined;

/** Undefined when one of the files of `en/` cannot be used. */
const readEnglish = (read: Read): English | undefined =>
  complete({
    facts: read("en/facts.json", ENGLISH.facts),
    terms: read("en/terms.json", ENGLISH.terms),
    documents: read("en/documents.json", ENGLISH.documents),
    sources: read("en/sources.json", ENGLISH.sources),
    conflicts: read("en/conflicts.json", ENGLISH.conflicts),
    glossary: read("en/glossary.json", ENGLISH.glossary),
    about: read("en/about.json", ENGLISH.about),
    suggestions: read("en/suggestions.json", ENGLISH.suggestions),
  });

type Partly<T> = { [K in keyof T]: T[K] | undefined };

function complete<T extends object>(parts: Partly<T>): T | undefined {
  return Object.values(parts).includes(undefined) ? undefined : (parts as T);
}

/** An answer tells by its name which folder a fact is from. */
const sameNames = (overlays: readonly Overlay[]): Fault[] =>
  overlays.flatMap(({ release: { name }, folder }, i) =>
    overlays.slice(0, i).some((other) => other.release.name === name)
      ? [
          {
            file: folder.nameOf("release.json"),
            id: name,
            problem: "is the name of another folder too; give it its own",
          },
        ]
      : [],
  );

// What is wrong with them ----------------------------------------------------------------------------------------------

const liveOf = ({ parts, heirs }: Laid): Fact[] => parts.facts.filter(({ id }) => !heirs.has(id));

function faultsOf(base: Base, overlays: readonly Overlay[], laid: Laid, sentences: boolean): Fault[] {
  return [
    ...check(laid.parts, laid.fileOf, liveOf(laid)).map((fault) => placed(fault, overlays)),
    ...(sentences ? englishFaults(base.parts, base.told.fileOf) : []),
    ...overlays.flatMap((overlay) => ownEnglish(base, overlay)),
  ];
}

/** What an overlay brings is held against its own English alone. */
function ownEnglish({ parts }: Base, overlay: Overlay): Fault[] {
  const { facts, sources, documents, conflicts, glossary, fileOf, folder } = overlay;
  const english = { ...overlay.english, about: {}, suggestions: parts.english.suggestions };
  const own = { ...parts, facts, sources, documents, conflicts, glossary, about: [], english };
  return englishFaults(own, fileOf).map((fault) =>
    fault.file.startsWith("en/") ? { ...fault, file: folder.nameOf(fault.file) } : fault,
  );
}

/** A fault in an entry that an overlay brought stands in that overlay's file. */
function placed(fault: Fault, overlays: readonly Overlay[]): Fault {
  const owner = overlays.findLast((overlay) => broughtIn(overlay, fault.file).has(fault.id));
  return owner ? { ...fault, file: owner.folder.nameOf(fault.file) } : fault;
}

/** The ids and surfaces of an overlay's file. */
function broughtIn({ documents, conflicts, glossary, aliases, words }: Overlay, file: string): Set<string> {
  const ids = (entries: readonly { id: string }[]): string[] => entries.map(({ id }) => id);
  switch (file) {
    case "documents.json":
      return new Set(ids(documents));
    case "conflicts.json":
      return new Set(ids(conflicts));
    case "glossary.json":
      return new Set(ids(glossary));
    case "aliases.json": {
      const { clusters, parts, cities, things, blocked } = aliases;
      const named = [...clusters, ...parts, ...cities, ...things];
      const filed = clusters.flatMap(({ kin, related }) => [...kin, ...related]);
      return new Set([...ids(named), ...named.flatMap(({ names }) => names), ...filed, ...blocked]);
    }
    case "words.json":
      return new Set(Object.entries(words.documents).flatMap(([id, surfaces]) => [id, ...surfaces]));
    default:
      return new Set();
  }
}

// What is asserted -----------------------------------------------------------------------------------------------------

/** Without what is superseded, and without whatever only that led to. */
function asserted(base: Base, overlays: readonly Overlay[], laid: Laid): [Parts, Folders] {
  const { parts, heirs } = laid;
  const facts = liveOf(laid).map((fact) => withoutOld(fact, heirs));
  const used = new Set(facts.map((f) => f.conflict));
  const current = (id: string): string => heirs.get(id) ?? id;
  const countOf = (origin: string | undefined): number => facts.filter((f) => f.origin === origin).length;
  const releases = [
    { ...base.release, facts: countOf(undefined) },
    ...overlays.map(({ release }) => ({ ...release, facts: countOf(release.name) })),
  ];
  const superseded = new Map(
    parts.facts.flatMap((fact) => {
      const by = heirs.get(fact.id);
      return by === undefined ? [] : [[fact.id, { fact, by }] as const];
    }),
  );
  const live: Parts = {
    ...parts,
    facts,
    conflicts: parts.conflicts.filter(({ id }) => used.has(id)),
    glossary: parts.glossary.map((term) => (term.facts ? { ...term, facts: term.facts.map(current) } : term)),
  };
  return [live, { releases, superseded }];
}

/** Who agreed with a fact that is superseded does not agree with the one in its place. */
function withoutOld(fact: Fact, heirs: ReadonlyMap<string, string>): Fact {
  const { agrees } = fact;
  return agrees?.some((id) => heirs.has(id)) === true
    ? { ...fact, agrees: agrees.filter((id) => !heirs.has(id)) }
    : fact;
}
