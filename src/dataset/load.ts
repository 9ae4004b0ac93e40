/** Reads `data/`, checks all of it, and either gives a dataset or ONE error that lists every fault. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { check } from "./check.ts";
import { Aliases, Homophones, Pinyin, Words } from "./language.ts";
import { City, Cluster, Conflict, Document, Fact, Source } from "./schema.ts";
import { type Dataset, type Fault, index } from "./dataset.ts";

export class DatasetError extends Error {
  readonly faults: readonly Fault[];
  constructor(folder: string, faults: readonly Fault[]) {
    const lines = faults.map((f) => `  ${f.file} ${f.id}: ${f.problem}`);
    super(`${faults.length} fault(s) in the dataset at ${folder}:\n${lines.join("\n")}`);
    this.name = "DatasetError";
    this.faults = faults;
  }
}

/** @param folder directory that holds the JSON files. @throws DatasetError listing every fault. */
export function loadDataset(folder: string): Dataset {
  const faults: Fault[] = [];
  const read = <T>(file: string, schema: z.ZodType<T>): T | undefined =>
    readJson(join(folder, file), file, schema, faults);
  const parts = {
    documents: read("documents.json", z.array(Document)),
    sources: read("sources.json", z.array(Source)),
    clusters: read("clusters.json", z.array(Cluster)),
    cities: read("cities.json", z.array(City)),
    facts: read("facts.json", z.array(Fact)),
    conflicts: read("conflicts.json", z.array(Conflict)),
    aliases: read("aliases.json", Aliases),
    words: read("words.json", Words),
    homophones: read("homophones.json", Homophones),
    pinyin: read("pinyin.json", Pinyin),
  };
  const whole = complete(parts);
  if (whole) faults.push(...check(whole));
  if (!whole || faults.length > 0) throw new DatasetError(folder, faults);
  return index(whole);
}

type Parts<T> = { [K in keyof T]: T[K] | undefined };

function complete<T extends object>(parts: Parts<T>): T | undefined {
  return Object.values(parts).includes(undefined) ? undefined : (parts as T);
}

function readJson<T>(path: string, file: string, schema: z.ZodType<T>, faults: Fault[]): T | undefined {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    faults.push({ file, id: "-", problem: `cannot be read as JSON (${problem})` });
    return undefined;
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    faults.push({ file, id: nameEntry(json, issue.path), problem: describe(issue) });
  }
  return undefined;
}

/** The id of the entry an issue lies in, where the file is a list of entries with ids. */
function nameEntry(json: unknown, path: readonly PropertyKey[]): string {
  const [first] = path;
  if (Array.isArray(json) && typeof first === "number") {
    const entry: unknown = json[first];
    if (typeof entry === "object" && entry !== null && "id" in entry) return String(entry.id);
    return `[${first}]`;
  }
  return first === undefined ? "-" : String(first);
}

function describe(issue: z.core.$ZodIssue): string {
  const where = issue.path.slice(1).map(String).join(".");
  return where === "" ? issue.message : `${where}: ${issue.message}`;
}
