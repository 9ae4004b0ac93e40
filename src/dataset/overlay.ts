/** What an operator's own folder may hold: any of these files, each with only what is added to those before it. */
import * as z from "zod";
import type { Fault } from "./dataset.ts";
import { Conflict, Document } from "./documents.ts";
import { ENGLISH, type English } from "./english.ts";
import { Aliases, Term } from "./language.ts";
import {
  FACTS,
  faultIn,
  type Folder,
  namesIn,
  readFacts,
  readFile,
  readRelease,
  RELEASE,
  type Told,
} from "./read.ts";
import type { Release } from "./release.ts";

const surfaces = z.array(z.string().min(1)).default([]);

/** Names of what is there already, and of what is new. */
const MoreAliases = z.strictObject({
  clusters: z
    .array(z.strictObject({ id: z.string(), names: surfaces, kin: surfaces, related: surfaces }))
    .default([]),
  parts: Aliases.shape.parts.default([]),
  cities: Aliases.shape.cities.default([]),
  things: Aliases.shape.things.default([]),
  blocked: Aliases.shape.blocked.default([]),
});
/** How people call its documents; one that is not here has no name. */
const MoreWords = z.strictObject({ documents: z.record(z.string(), surfaces) });

const { facts, terms, documents, sources, conflicts, glossary } = ENGLISH;
const OWN_ENGLISH = { facts, terms, documents, sources, conflicts, glossary } as const;
type OwnEnglish = Pick<English, keyof typeof OWN_ENGLISH>;

/** A folder that is laid over others. */
export interface Overlay extends Told {
  folder: Folder;
  release: Omit<Release, "facts">;
  documents: Document[];
  conflicts: Conflict[];
  glossary: Term[];
  aliases: z.infer<typeof MoreAliases>;
  words: z.infer<typeof MoreWords>;
  english: OwnEnglish;
}

const EN = "en";
const FILES: readonly string[] = [
  RELEASE,
  FACTS,
  "documents.json",
  "conflicts.json",
  "glossary.json",
  "aliases.json",
  "words.json",
  EN,
];
/** For people: not read, and no fault. Neither are hidden files. */
const FOR_PEOPLE = /^(?:\.|README|LICENSE)/u;

/** @returns undefined, with faults, where something in it cannot be used. */
export function readOverlay(path: string, faults: Fault[]): Overlay | undefined {
  const folder: Folder = { path, nameOf: (file) => (file === "." ? path : `${path}/${file}`), faults };
  const before = faults.length;
  const names = namesIn(folder, ".")?.filter((name) => !FOR_PEOPLE.test(name)) ?? [];
  for (const name of names) if (!FILES.includes(name)) faultIn(folder, name, notRead(FILES));
  const read = <T>(file: string, schema: z.ZodType<T>): T =>
    (names.includes(file) ? readFile(folder, file, schema) : undefined) ?? schema.parse(EMPTY[file] ?? []);
  const told = names.includes(FACTS) ? readFacts(folder) : undefined;
  const overlay: Overlay = {
    folder,
    release: readRelease(folder),
    ...(told ?? { sources: [], facts: [], fileOf: () => FACTS }),
    documents: read("documents.json", z.array(Document)),
    conflicts: read("conflicts.json", z.array(Conflict)),
    glossary: read("glossary.json", z.array(Term)),
    aliases: read("aliases.json", MoreAliases),
    words: read("words.json", MoreWords),
    english: readEnglish(folder, names.includes(EN)),
  };
  return faults.length > before ? undefined : overlay;
}

const EMPTY: Readonly<Record<string, unknown>> = { "aliases.json": {}, "words.json": { documents: {} } };

const notRead = (files: readonly string[]): string =>
  `is nothing that is read here; a folder laid over another holds any of ${files.join(", ")}`;

function readEnglish(folder: Folder, isThere: boolean): OwnEnglish {
  const files = Object.keys(OWN_ENGLISH).map((name) => `${name}.json`);
  const names = isThere ? (namesIn(folder, EN) ?? []).filter((name) => !FOR_PEOPLE.test(name)) : [];
  for (const name of names) if (!files.includes(name)) faultIn(folder, `${EN}/${name}`, notRead(files));
  const tables = Object.entries(OWN_ENGLISH).map(([name, schema]) => [
    name,
    (names.includes(`${name}.json`) && readFile<unknown>(folder, `${EN}/${name}.json`, schema)) || {},
  ]);
  return Object.fromEntries(tables) as OwnEnglish;
}
