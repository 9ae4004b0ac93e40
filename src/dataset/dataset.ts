/** The checked dataset and the indexes every look-up uses. Built once, never changed. */
import type {
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
import type { English } from "./english.ts";
import type { Words } from "./words.ts";
import type { Conflict, Document, Source } from "./documents.ts";
import type { Release } from "./release.ts";
import type { City, Cluster, Fact } from "./schema.ts";

export interface Parts {
  documents: Document[];
  sources: Source[];
  clusters: Cluster[];
  cities: City[];
  facts: Fact[];
  conflicts: Conflict[];
  aliases: Aliases;
  words: Words;
  places: Places;
  strangers: Strangers;
  glossary: Term[];
  about: About[];
  suggestions: Suggestions;
  regional: Regional[];
  radicals: Radicals;
  homophones: Homophones;
  pinyin: Pinyin;
  english: English;
}

/** The file that a fact or a source stands in: `facts/policy.json`. */
export type FileOf = (entry: Fact | Source) => string;

/** A fault in the data: the file, the id of the entry (or its position), and what to do about it. */
export interface Fault {
  file: string;
  id: string;
  problem: string;
}

/** A fact that is not asserted any more, and the id of the one that is in its place. */
export interface Superseded {
  fact: Fact;
  by: string;
}

/** What the folders are that the parts are from. */
export interface Folders {
  /** The shipped one first. */
  releases: readonly Release[];
  /** By the id of the old fact. */
  superseded: ReadonlyMap<string, Superseded>;
}

const ALONE: Folders = { releases: [], superseded: new Map() };

export interface Dataset extends Parts, Folders {
  fact: ReadonlyMap<string, Fact>;
  document: ReadonlyMap<string, Document>;
  source: ReadonlyMap<string, Source>;
  cluster: ReadonlyMap<string, Cluster>;
  city: ReadonlyMap<string, City>;
  conflict: ReadonlyMap<string, Conflict>;
  factsOfCluster: ReadonlyMap<string, readonly Fact[]>;
  factsOfCity: ReadonlyMap<string, readonly Fact[]>;
  /** The same, by what they are about. */
  factsOfGroup: ReadonlyMap<string, readonly Fact[]>;
  /** Facts about regions. */
  ofRegions: readonly Fact[];
  /** Facts about a class of clusters or all twenty. */
  grouped: readonly Fact[];
  factsOfConflict: ReadonlyMap<string, readonly Fact[]>;
  disputed: readonly Fact[];
  /** Named thing → the longer ones that contain its name: 省长 is not said by 副省长. */
  longerNames: ReadonlyMap<string, readonly string[]>;
  /** Year printed on each source; 0 where none is. */
  sourceYear: ReadonlyMap<string, number>;
}

const byId = <T extends { id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** Items by each of their keys, in their order. */
export function groupBy<T>(items: readonly T[], keys: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keys(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

const longerNames = (names: readonly string[]): Map<string, string[]> =>
  new Map(
    names
      .map((name): [string, string[]] => [
        name,
        names.filter((other) => other !== name && other.includes(name)),
      ])
      .filter(([, longer]) => longer.length > 0),
  );

/** Look-up tables over checked parts. Linear in the number of facts. */
export function index(parts: Parts, folders: Folders = ALONE): Dataset {
  return {
    ...parts,
    ...folders,
    fact: byId(parts.facts),
    document: byId(parts.documents),
    source: byId(parts.sources),
    cluster: byId(parts.clusters),
    city: byId(parts.cities),
    conflict: byId(parts.conflicts),
    factsOfCluster: groupBy(parts.facts, (f) => f.clusters),
    factsOfCity: groupBy(parts.facts, (f) => f.cities),
    factsOfGroup: groupBy(parts.facts, (f) => (f.group ? [f.group] : [])),
    ofRegions: parts.facts.filter((f) => f.regions !== undefined),
    grouped: parts.facts.filter((f) => f.group !== undefined),
    factsOfConflict: groupBy(parts.facts, (f) => (f.conflict ? [f.conflict] : [])),
    longerNames: longerNames(parts.aliases.things.map((t) => t.id)),
    disputed: parts.facts.filter((f) => f.disputed),
    sourceYear: new Map(parts.sources.map((s) => [s.id, Number(s.date?.slice(0, 4) ?? 0)])),
  };
}
