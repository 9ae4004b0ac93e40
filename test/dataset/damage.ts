/** Copies of the real data with something wrong in them, and what the check says. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import { DatasetError, loadDataset } from "../../src/dataset/load.ts";
import { DATA } from "../support/bot.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

export type Entry = Record<string, unknown>;

/** A copy of the real data with one file changed. */
export function damaged(file: string, change: (entries: Entry[]) => unknown): string {
  const folder = mkdtempSync(join(tmpdir(), "yuequn-data-"));
  folders.push(folder);
  cpSync(DATA, folder, { recursive: true });
  const entries = JSON.parse(readFileSync(join(folder, file), "utf8")) as Entry[];
  writeFileSync(join(folder, file), JSON.stringify(change(entries) ?? entries));
  return folder;
}

export function faultsOf(folder: string): string[] {
  try {
    loadDataset(folder);
  } catch (error) {
    if (error instanceof DatasetError) return error.faults.map((f) => `${f.file} ${f.id} ${f.problem}`);
    throw error;
  }
  return [];
}
