/** Reads the JSON files of a data folder: each is what its schema says, or a fault that names the file and the entry. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import * as z from "zod";
import type { Fault, FileOf } from "./dataset.ts";
import type { Source } from "./documents.ts";
import { type Release, ReleaseFile } from "./release.ts";
import { type Fact, FactFile } from "./schema.ts";

/** A folder, how its files are called in a fault, and where faults go. */
export interface Folder {
  path: string;
  /** `facts/policy.json` of the first folder, with its path of any other. */
  nameOf: (file: string) => string;
  faults: Fault[];
}

const NONE = "-";
export const faultIn = ({ nameOf, faults }: Folder, file: string, problem: string): void =>
  void faults.push({ file: nameOf(file), id: NONE, problem });

/** Undefined, and a fault, where the file cannot be used. */
export function readFile<T>(folder: Folder, file: string, schema: z.ZodType<T>): T | undefined {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(join(folder.path, file), "utf8"));
  } catch (error) {
    faultIn(folder, file, `cannot be read as JSON (${messageOf(error)})`);
    return undefined;
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues)
    folder.faults.push({ file: folder.nameOf(file), ...locate(json, issue) });
  return undefined;
}

/** The names in a folder, or in one below it, in their order. Undefined, and a fault, where it cannot be read. */
export function namesIn(folder: Folder, below: string): string[] | undefined {
  try {
    return readdirSync(join(folder.path, below)).toSorted();
  } catch (error) {
    faultIn(folder, below, `cannot be read (${messageOf(error)})`);
    return undefined;
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What a folder calls itself; by its own name where it has no `release.json`. */
export function readRelease(folder: Folder): Omit<Release, "facts"> {
  const isThere = namesIn(folder, ".")?.includes(RELEASE) ?? false;
  const release = isThere ? readFile(folder, RELEASE, ReleaseFile) : undefined;
  return release ?? { name: basename(folder.path) || folder.path };
}

export const RELEASE = "release.json";

// Facts ----------------------------------------------------------------------------------------------------------------

export interface Told {
  sources: Source[];
  facts: Fact[];
  fileOf: FileOf;
}

export const FACTS = "facts";

/** Every file of `facts/`, merged in the order of their names. Undefined when one of them cannot be used. */
export function readFacts(folder: Folder): Told | undefined {
  const names = (namesIn(folder, FACTS) ?? []).filter((name) => name.endsWith(".json"));
  if (names.length === 0) {
    if (folder.faults.every(({ file }) => file !== folder.nameOf(FACTS)))
      faultIn(folder, FACTS, "holds no JSON file");
    return undefined;
  }
  const files = names.map((name) => {
    const file = `${FACTS}/${name}`;
    return { file: folder.nameOf(file), content: readFile(folder, file, FactFile) };
  });
  return files.every(({ content }) => content !== undefined) ? merged(files) : undefined;
}

function merged(files: readonly { file: string; content: z.infer<typeof FactFile> | undefined }[]): Told {
  const origin = new Map<Fact | Source, string>();
  const told: Omit<Told, "fileOf"> = { sources: [], facts: [] };
  for (const { file, content } of files) {
    const { sources = [], facts = [] } = content ?? {};
    told.sources.push(...sources);
    told.facts.push(...facts);
    for (const entry of [...sources, ...facts]) origin.set(entry, file);
  }
  return { ...told, fileOf: (entry) => origin.get(entry) ?? FACTS };
}

// Where a fault is -----------------------------------------------------------------------------------------------------

/** The id of the entry an issue lies in, where the file has lists of entries with ids, and what is wrong with it. */
function locate(json: unknown, issue: z.core.$ZodIssue): { id: string; problem: string } {
  const at = issue.path.findIndex((step) => typeof step === "number");
  const depth = at >= 0 && at <= 1 ? at : 0;
  const path = issue.path.map(String);
  const where = path.slice(depth + 1).join(".");
  const id = idAt(json, path.slice(0, depth + 1)) ?? path[0] ?? NONE;
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
