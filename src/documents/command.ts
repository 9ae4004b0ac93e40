/** The command `documents`: what is typed, and what is said. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { UsageError, usedRightly } from "../shared/usage-error.ts";
import { type AddOptions, addFiles } from "./add.ts";
import type { DocumentsCommand } from "./desk.ts";
import { openLibrary } from "./library.ts";
import { FILE } from "./schema.ts";
import { listLines, showLines } from "./shown.ts";
import { openStore } from "./store.ts";

export const HELP = `Documents of your own: read, kept as text with page and paragraph, quoted where no fact answers.

  npm run documents -- add FILE... --as ID    read PDF (with text), DOCX, HTML, Markdown or plain text
      --as plans-2023/半导体      a document of the dataset and a cluster, by any of its names; or any name of your own.
                                  Several files take the first part here and the second from their names.
      --title, --issuer, --number, --date 2023-12-06, --url      what is shown beside a quotation
      --grade official            or official-copy, news, news-copy, industry
      --replace                   where the id is another file's: that one goes, this one comes
      --dry-run                   read and say what would be added
  npm run documents -- list                   what is there
  npm run documents -- show ID [--page n]     what was read of it, all or a page
  npm run documents -- remove ID              forget it
  npm run --silent documents -- facts ID      what it seems to state, as JSON; --review: keep what you accept

The files stay where they are; docs/documents.md tells more.
Exit codes: 0 well, 1 a file was not taken, 2 wrong use, 130 stopped with Ctrl-C (nothing is half added).`;

/** @returns the exit code. @throws UsageError */
export async function runDocuments(command: DocumentsCommand, args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (args.includes("--help") || name === "help") return told(command, HELP);
  switch (name) {
    case "add":
      return add(command, rest);
    case "list":
      return list(command, rest);
    case "show":
      return show(command, rest);
    case "remove":
      return remove(command, rest);
    default:
      throw new UsageError(
        `documents takes add, list, show or remove${name === undefined ? "" : `, not “${name}”`}.\n\n${HELP}`,
      );
  }
}

const checked = <T>(parse: () => T): T => usedRightly(parse, `\n\n${HELP}`);

function told({ print }: DocumentsCommand, text: string): number {
  print(text);
  return 0;
}

const text = { type: "string" } as const;
const yes = { type: "boolean", default: false } as const;

async function add(command: DocumentsCommand, args: readonly string[]): Promise<number> {
  const options = {
    as: text,
    title: text,
    issuer: text,
    number: text,
    date: text,
    url: text,
    grade: text,
    replace: yes,
    "dry-run": yes,
  } as const;
  const { values, positionals } = checked(() =>
    parseArgs({ args: [...args], options, allowPositionals: true }),
  );
  if (positionals.length === 0)
    throw new UsageError("add takes files: npm run documents -- add FILE --as plans-2023/半导体");
  const { "dry-run": dryRun, as, ...given } = values;
  const wish: AddOptions = { ...given, id: as, dryRun };
  return addFiles(command, positionals, wish);
}

function list({ dataDir, print, warn }: DocumentsCommand, args: readonly string[]): number {
  checked(() => parseArgs({ args: [...args], options: {} }));
  const library = openLibrary({ dataDir, onTrouble: warn });
  try {
    for (const line of listLines(library)) print(line);
    return 0;
  } finally {
    library.close();
  }
}

function show({ dataDir, print, warn }: DocumentsCommand, args: readonly string[]): number {
  const { values, positionals } = checked(() =>
    parseArgs({ args: [...args], options: { page: text }, allowPositionals: true }),
  );
  const id = single("show", positionals);
  const page = values.page === undefined ? undefined : pageOf(values.page);
  const library = openLibrary({ dataDir, onTrouble: warn });
  try {
    const found = library.document(id);
    if (found === undefined) throw new Error(unknown(id));
    for (const line of showLines(found, library.passages(id), page)) print(line);
    return 0;
  } finally {
    library.close();
  }
}

function remove({ dataDir, print }: DocumentsCommand, args: readonly string[]): number {
  const { positionals } = checked(() => parseArgs({ args: [...args], options: {}, allowPositionals: true }));
  const id = single("remove", positionals);
  const file = join(dataDir, FILE);
  if (!existsSync(file)) throw new Error(unknown(id));
  const store = openStore(file);
  try {
    if (!store.remove(id)) throw new Error(unknown(id));
    print(`${id} is forgotten; its file is where it was`);
    return 0;
  } finally {
    store.close();
  }
}

const unknown = (id: string): string =>
  `There is no document “${id}”: npm run documents -- list shows those there are.`;

function single(name: string, [id, ...rest]: readonly string[]): string {
  if (id === undefined || rest.length > 0)
    throw new UsageError(`${name} takes one id: npm run documents -- ${name} ID`);
  return id;
}

function pageOf(written: string): number {
  const page = Number(written);
  if (!Number.isInteger(page) || page < 1) throw new UsageError(`--page ${written}: give a number from 1.`);
  return page;
}
