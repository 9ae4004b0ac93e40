/** Adds files to the library: each is read apart, and is there as a whole or not at all. */
import { existsSync } from "node:fs";
import { basename, extname, join } from "node:path";
import * as z from "zod";
import { Grade, PartialDate } from "../dataset/documents.ts";
import type { Dataset } from "../dataset/dataset.ts";
import type { Imported } from "../dataset/passages.ts";
import { UsageError } from "../shared/usage-error.ts";
import type { DocumentsCommand } from "./desk.ts";
import { type Named, readId } from "./id.ts";
import { progressOn } from "./progress.ts";
import { readApart } from "./read/apart.ts";
import type { Gathered } from "./read/read.ts";
import { Refused } from "./read/refused.ts";
import { FILE } from "./schema.ts";
import { type Added, type DocumentStore, openStore } from "./store.ts";

/** As typed. */
export interface AddOptions {
  id: string | undefined;
  title?: string | undefined;
  issuer?: string | undefined;
  number?: string | undefined;
  date?: string | undefined;
  url?: string | undefined;
  grade?: string | undefined;
  replace: boolean;
  dryRun: boolean;
}

const line = z.string().trim().min(1).max(300).optional();

const Given = z.object({
  title: line,
  issuer: line,
  number: line,
  date: PartialDate.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  grade: Grade.default("official"),
});
type Given = z.infer<typeof Given>;

const REMEDY: Readonly<Record<string, string>> = {
  date: "give 2023, 2023-12 or 2023-12-06",
  url: "give an address of the web, https://…",
  grade: `give ${Grade.options.join(", ")}`,
};

function givenOf(options: AddOptions): Given {
  const parsed = Given.safeParse(options);
  if (parsed.success) return parsed.data;
  const name = String(parsed.error.issues[0]?.path[0] ?? "");
  const written = Object.entries(options).find(([key]) => key === name)?.[1];
  throw new UsageError(`--${name} ${written}: ${REMEDY[name] ?? "give a line of text"}.`);
}

interface Wanted {
  file: string;
  named: Named;
}

/** @returns the exit code: 1 where a file was not taken. @throws UsageError */
export async function addFiles(
  command: DocumentsCommand,
  files: readonly string[],
  options: AddOptions,
): Promise<number> {
  const given = givenOf(options);
  const dataset = command.dataset();
  const wanted = files.map((file) => ({ file, named: namedOf(file, files.length, options.id, dataset) }));
  const library = join(command.dataDir, FILE);
  // A rehearsal leaves nothing behind.
  const store = options.dryRun && !existsSync(library) ? undefined : openStore(library);
  try {
    let code = 0;
    for (const one of wanted)
      if (!(await addOne(command, store, one, { ...options, given, dataset }))) code = 1;
    if (!options.dryRun) store?.settle();
    return code;
  } finally {
    store?.close();
  }
}

/** One file is known by what was given; of several, each by its own name below it. */
function namedOf(file: string, count: number, id: string | undefined, dataset: Dataset): Named {
  if (count > 1 && id?.includes("/") === true)
    throw new UsageError(
      `--as ${id}: several files take one part, --as ${id.split("/")[0]}; the other is each file's name.`,
    );
  const own = basename(file, extname(file));
  const written =
    count === 1 && id !== undefined ? id : [id, own].filter((part) => part !== undefined).join("/");
  const named = readId(written, dataset);
  if ("problem" in named)
    throw new UsageError(`${id === undefined ? basename(file) : "--as"}: ${named.problem}`);
  return named;
}

interface Wish {
  given: Given;
  dataset: Dataset;
  replace: boolean;
  dryRun: boolean;
}

/** @returns whether it is there now, or would be. */
async function addOne(
  command: DocumentsCommand,
  store: DocumentStore | undefined,
  { file, named }: Wanted,
  wish: Wish,
): Promise<boolean> {
  const name = basename(file);
  try {
    const read = await reading(command, file);
    const document = documentOf(named, read, name, wish);
    const added = addedTo(store, document, read, wish, command.now);
    for (const remark of read.remarks) command.warn(`${name}: ${remark}`);
    return told(command, name, read, added, wish.dryRun);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    command.warn(`${name}: ${error.message}`);
    return false;
  }
}

function addedTo(
  store: DocumentStore | undefined,
  document: Imported,
  { passages }: Gathered,
  { dryRun, replace }: Wish,
  now: number,
): Added {
  if (store === undefined) return { outcome: "added", document };
  return dryRun ? store.foresee(document, replace) : store.add(document, passages, { replace, now });
}

async function reading(command: DocumentsCommand, file: string): Promise<Gathered> {
  const { thread, cmaps, signal, progress } = command;
  const onProgress = progressOn(basename(file), progress);
  try {
    return await readApart(file, { thread, cmaps, signal, onProgress });
  } finally {
    progress?.("");
  }
}

function documentOf(
  { id, document, cluster }: Named,
  read: Gathered,
  name: string,
  { given, dataset }: Wish,
): Imported {
  const number =
    given.number ?? (document === undefined ? undefined : dataset.document.get(document)?.number);
  const { title = read.title ?? basename(name, extname(name)), issuer, date, url, grade } = given;
  return {
    id,
    ...(document !== undefined && { document }),
    ...(cluster !== undefined && { cluster }),
    title,
    ...(issuer !== undefined && { issuer }),
    ...(number !== undefined && { number }),
    ...(date !== undefined && { date }),
    ...(url !== undefined && { url }),
    grade,
    hash: read.hash,
    pages: read.pages,
  };
}

function told(
  { print, warn }: DocumentsCommand,
  name: string,
  read: Gathered,
  { outcome, document }: Added,
  dryRun: boolean,
): boolean {
  const { id, pages } = document;
  if (outcome === "taken") {
    warn(
      `${name}: ${id} is there, from another file: give another --as, or --replace to put this one in its place.`,
    );
    return false;
  }
  if (outcome === "same") print(`${name}: is there already, as ${id}; nothing to do`);
  else {
    const size = [pages === null ? [] : [`${pages} pages`], `${read.passages.length} passages`]
      .flat()
      .join(", ");
    print(`${name}: ${dryRun ? "would be " : ""}${outcome} as ${id} “${document.title}”, ${size}`);
  }
  return true;
}
