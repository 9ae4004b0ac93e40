/** Folders laid over the shipped data, made for one test. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach } from "vitest";
import { createBot } from "../../src/core/bot.ts";
import type { Ask } from "../../src/core/types.ts";
import type { Dataset } from "../../src/dataset/dataset.ts";
import { DatasetError, loadDataset } from "../../src/dataset/load.ts";
import { DATA } from "./bot.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** @param files path below the folder → its JSON. */
export function folderOf(files: Readonly<Record<string, unknown>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "yuequn-over-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), JSON.stringify(content));
  }
  return folder;
}

export const laidOver = (...over: readonly string[]): Dataset => loadDataset(DATA, false, over);

/** Each as `file id problem`, the folders' own paths left out. */
export function faultsOver(...over: readonly string[]): string[] {
  try {
    laidOver(...over);
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    const plain = (file: string): string =>
      over.reduce((rest, folder, i) => rest.replace(folder, `${i + 1}`), file);
    return error.faults.map((f) => `${plain(f.file)} ${f.id} ${f.problem}`);
  }
  return [];
}

export function botOver(...over: readonly string[]): Ask {
  const bot = createBot(laidOver(...over));
  return (question) => bot({ locale: "zh-CN", ...question });
}

export const SOURCE = {
  id: "OURS",
  title: "半导体产业年度报告",
  publisher: "南岭研究院",
  date: "2026-06-30",
  grade: "official",
  url: "https://example.org/report",
};

/** A figure of our own in the place of a shipped one. */
export const FACT = {
  id: "L1",
  document: "plans-2023",
  source: "OURS",
  clusters: ["半导体与集成电路"],
  cities: [],
  topics: ["figure"],
  text: "半导体与集成电路集群到 2025 年营业收入目标 4321 亿元",
  figures: [{ measure: "revenue", status: "target", value: 4321, unit: "亿元", year: 2025 }],
};

export const factsFile = (...facts: readonly object[]): Record<string, unknown> => ({
  "facts/ours.json": { sources: [SOURCE], facts },
});
