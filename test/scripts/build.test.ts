/** What a build leaves in dist: what it needs, and for a while what a bot that was started before may still load. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cleanUp, folder } from "../support/process.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DAY_MS = 24 * 3_600_000;
let project: string;
const inDist = (name: string): string => join(project, "dist", name);
const build = (...args: readonly string[]): void =>
  void execFileSync(process.execPath, [join(project, "scripts/build.mjs"), ...args], { stdio: "pipe" });
const leftSince = (days: number): void =>
  writeFileSync(
    inDist("stale.json"),
    JSON.stringify({ "old-ABC.js": new Date(Date.now() - days * DAY_MS).toISOString() }),
  );

beforeAll(() => {
  project = folder();
  for (const name of ["src", "scripts", "package.json", "tsconfig.json"])
    cpSync(join(ROOT, name), join(project, name), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(project, "node_modules"));
  build();
});
afterAll(cleanUp);

it("keeps for a week what only an earlier build needed, counted from the first build without it", () => {
  const needed = readdirSync(join(project, "dist")).filter((name) => name.endsWith(".js"));
  writeFileSync(inDist("old-ABC.js"), "");
  build();
  expect(existsSync(inDist("old-ABC.js"))).toBe(true);
  expect(readFileSync(inDist("stale.json"), "utf8")).toContain("old-ABC.js");
  leftSince(6);
  build();
  expect(existsSync(inDist("old-ABC.js"))).toBe(true);
  leftSince(8);
  build();
  expect(existsSync(inDist("old-ABC.js"))).toBe(false);
  expect(readdirSync(join(project, "dist"))).toEqual(expect.arrayContaining(needed));
});

it("leaves nothing but itself where a package is made", () => {
  writeFileSync(inDist("old-DEF.js"), "");
  writeFileSync(inDist("notes.txt"), "");
  build();
  expect(existsSync(inDist("notes.txt"))).toBe(true);
  build("--clean");
  expect(readdirSync(join(project, "dist")).filter((name) => !name.endsWith(".js"))).toEqual([]);
  expect(existsSync(inDist("old-DEF.js"))).toBe(false);
});
