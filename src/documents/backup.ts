/**
 * The library beside a backup. What was typed when a document was added (its id, issuer, number, date) stands in no file
 * of its own, so that the documents alone would not bring it back.
 */
import { chmodSync, closeSync, copyFileSync, existsSync, openSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { openToRead } from "./database.ts";
import { FILE } from "./schema.ts";

/** Where the library of a backup lies. */
export const libraryBeside = (file: string): string => `${file}.library`;

const Count = z.object({ count: z.number() });
const Check = z.object({ quick_check: z.string() });

/**
 * A consistent copy, while others read and write. @returns how many documents it holds; undefined where there is no
 * library. @throws Error naming the file and the remedy.
 */
export function backUpLibrary(dataDir: string, file: string): number | undefined {
  const from = join(dataDir, FILE);
  if (!existsSync(from)) return undefined;
  const to = libraryBeside(file);
  if (existsSync(to)) throw new Error(`${to} is there already; name a new file.`);
  const partial = `${to}.partial`;
  rmSync(partial, { force: true });
  closeSync(openSync(partial, "wx", 0o600));
  try {
    const database = openToRead(from);
    try {
      database.prepare("vacuum into ?").run(partial);
    } finally {
      database.close();
    }
    const count = checked(partial);
    renameSync(partial, to);
    return count;
  } finally {
    rmSync(partial, { force: true });
  }
}

/**
 * Looks at the library of a backup before anything is touched.
 * @returns how to put it in its place, which tells how many documents it holds; undefined where the backup has none.
 * @throws Error where it is not whole, or the place holds documents and is not to be replaced.
 */
export function libraryOf(file: string, dataDir: string, force: boolean): (() => number) | undefined {
  const from = libraryBeside(file);
  if (!existsSync(from)) return undefined;
  const count = checked(from);
  const to = join(dataDir, FILE);
  const there = existsSync(to) && !force ? documentsIn(to) : 0;
  if (there > 0)
    throw new Error(`${to} holds ${there} documents; --force replaces them. Nothing was changed.`);
  return () => {
    const partial = `${to}.partial`;
    copyFileSync(from, partial);
    chmodSync(partial, 0o600);
    for (const log of [`${to}-wal`, `${to}-shm`]) rmSync(log, { force: true });
    renameSync(partial, to);
    return count;
  };
}

const documentsIn = (file: string): number => {
  const database = openToRead(file);
  try {
    return Count.parse(database.prepare("select count(*) as count from document").get()).count;
  } finally {
    database.close();
  }
};

/** @returns how many documents a file holds that is found whole. */
function checked(file: string): number {
  const count = documentsIn(file);
  const database = openToRead(file);
  try {
    const { quick_check: said } = Check.parse(database.prepare("pragma quick_check(1)").get());
    if (said !== "ok") throw new Error(`${file} is damaged (${said}). Nothing was changed.`);
    return count;
  } finally {
    database.close();
  }
}
