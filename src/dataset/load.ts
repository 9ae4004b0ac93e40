/** Reads `data/`, checks all of it, and either gives a dataset or ONE error that lists every fault. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { check } from "./check.ts";
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
import { ENGLISH, type English } from "./english.ts";
import { Words } from "./words.ts";
import { Conflict, Document, type Source } from "./documents.ts";
import { City, Cluster, type Fact, FactFile } from "./schema.ts";
import { type Dataset, type Fault, type FileOf, index } from "./dataset.ts";

export class DatasetError extends Error {
  readonly faults: readonly Fault[];
  constructor(folder: string, faults: readonly Fault[]) {
    const lines = faults.map((f) => `  ${f.file} ${f.id}: ${f.problem}`);
    super(`${faults.length} fault(s) in the dataset at ${folder}:\n${lines.join("\n")}`);
    this.name = "DatasetError";
    this.faults = faults;
  }
}

/**
 * @param folder directory that holds the JSON files.
 * @param sentences whether the English of each text is held against the Chinese, which takes longer than an answer:
 *   needless for what a release has shipped.
 * @throws DatasetError listing every fault.
 */
export function loadDataset(folder: string, sentences = true): Dataset {
  const faults: Fault[] = [];
  const read = <T>(file: string, schema: z.ZodType<T>): T | undefined =>
    readJson(join(folder, file), file, schema, faults);
  const told = readFacts(folder, read, faults);
  const parts = {
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
  };
  const whole = complete(parts);
  if (whole && told) faults.push(...check(whole, told.fileOf, sentences));
  if (!whole || faults.length > 0) throw new DatasetError(folder, faults);
  return index(whole);
}

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

type Parts<T> = { [K in keyof T]: T[K] | undefined };

function complete<T extends object>(parts: Parts<T>): T | undefined {
  return Object.values(parts).includes(undefined) ? undefined : (parts as T);
}

interface Told {
  sources: Source[];
  facts: Fact[];
  fileOf: FileOf;
}

type Read = <T>(file: string, schema: z.ZodType<T>) => T | undefined;

/** Every file of `facts/`, merged in the order of their names. Undefined when one of them cannot be used. */
function readFacts(folder: string, read: Read, faults: Fault[]): Told | undefined {
  const names = factFiles(folder, faults);
  const files = names.map((name) => ({ name, content: read(name, FactFile) }));
  const origin = new Map<Fact | Source, string>();
  const told: Omit<Told, "fileOf"> = { sources: [], facts: [] };
  for (const { name, content } of files) {
    if (!content) continue;
    told.sources.push(...content.sources);
    told.facts.push(...content.facts);
    for (const entry of [...content.sources, ...content.facts]) origin.set(entry, name);
  }
  const usable = files.length > 0 && files.every(({ content }) => content !== undefined);
  return usable ? { ...told, fileOf: (entry) => origin.get(entry) ?? FACTS } : undefined;
}

const FACTS = "facts";

function factFiles(folder: string, faults: Fault[]): string[] {
  try {
    const names = readdirSync(join(folder, FACTS)).filter((name) => name.endsWith(".json"));
    if (names.length === 0) faults.push({ file: FACTS, id: "-", problem: "holds no JSON file" });
    return names.sort().map((name) => `${FACTS}/${name}`);
  } catch (error) {
    faults.push({ file: FACTS, id: "-", problem: `cannot be read (${messageOf(error)})` });
    return [];
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function readJson<T>(path: string, file: string, schema: z.ZodType<T>, faults: Fault[]): T | undefined {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    faults.push({ file, id: "-", problem: `cannot be read as JSON (${messageOf(error)})` });
    return undefined;
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) faults.push({ file, ...locate(json, issue) });
  return undefined;
}

/** The id of the entry an issue lies in, where the file has lists of entries with ids, and what is wrong with it. */
function locate(json: unknown, issue: z.core.$ZodIssue): { id: string; problem: string } {
  const at = issue.path.findIndex((step) => typeof step === "number");
  const depth = at >= 0 && at <= 1 ? at : 0;
  const path = issue.path.map(String);
  const where = path.slice(depth + 1).join(".");
  const id = idAt(json, path.slice(0, depth + 1)) ?? path[0] ?? "-";
  return { id, problem: where === "" ? issue.message : `${where}: ${issue.message}` };
}

/** The id of the entry at the end of a path; its position where it has none. */
function idAt(json: unknown, path: readonly string[]): string | undefined {
  let entry: unknown = json;
  for (const step of path) entry = (entry as Record<string, unknown> | undefined)?.[step];
  if (typeof entry === "object" && entry !== null && "id" in entry) return String(entry.id);
  const last = path.at(-1);
  return last !== undefined && /^\d+$/.test(last) ? `[${last}]` : undefined;
}
