/** Who may import whom. Types count; there are no exceptions. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../src", import.meta.url));
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((f) => f.endsWith(".ts"))
  .map((f) => f.replaceAll("\\", "/"));
const source = (file: string): string => readFileSync(`${SRC}/${file}`, "utf8");

const importsOf = (file: string): string[] =>
  [...source(file).matchAll(/^\s*(?:import|export)\b[^"';]*?(?:from\s*)?"([^"]+)"/gm)].map((m) => m[1] ?? "");

/** Local imports as paths below src. */
const localImports = (file: string): string[] =>
  importsOf(file)
    .filter((to) => to.startsWith("."))
    .map((to) => relative(SRC, resolve(dirname(`${SRC}/${file}`), to)).replaceAll("\\", "/"));

const room = (file: string): string =>
  file.startsWith("adapters/") ? file.split("/").slice(0, 2).join("/") : (file.split("/")[0] ?? file);

/** The rooms each room may look into, besides itself. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  dataset: ["core"],
  core: ["dataset"],
  store: [],
  pictures: ["core", "dataset"],
  daily: ["core", "dataset", "shared", "store"],
  "adapters/shared": ["core", "dataset", "shared"],
  "adapters/terminal": ["core", "dataset", "adapters/shared", "shared"],
  "adapters/discord": ["core", "dataset", "adapters/shared", "shared"],
  "adapters/telegram": ["core", "dataset", "adapters/shared", "shared"],
};

const PLATFORMS = [/^discord/, /^@discordjs\//, /^telegraf/, /^node:/, /^undici/, /^pino/, /^ws$/, /^dotenv/];

describe("the house", () => {
  it.each(files.filter((f) => f.includes("/")))("%s looks only into rooms it may look into", (file) => {
    const own = room(file);
    const allowed = [own, ...(MAY[own] ?? [])];
    for (const to of localImports(file)) expect(allowed, `${file} → ${to}`).toContain(room(to));
  });

  it("lets dataset borrow nothing from the core but arithmetic on names", () => {
    const borrowed = files
      .filter((f) => f.startsWith("dataset/"))
      .flatMap(localImports)
      .filter((to) => to.startsWith("core/"));
    for (const to of borrowed)
      expect(["core/distance.ts", "core/numbers.ts", "core/repair.ts"]).toContain(to);
  });

  it.each(files.filter((f) => f.startsWith("core/")))(
    "%s is pure: no node, no platform, no clock, no chance",
    (file) => {
      for (const to of importsOf(file)) for (const platform of PLATFORMS) expect(to).not.toMatch(platform);
      expect(source(file)).not.toMatch(/Date\.now\(|new Date\(\)|Math\.random\(|process\.|console\./);
    },
  );

  it("lets the daily posts know the store by its types alone", () => {
    for (const file of files.filter((f) => f.startsWith("daily/"))) {
      const lines = source(file).split("\n");
      for (const line of lines.filter((l) => l.includes('"../store/'))) expect(line).toMatch(/^import type /);
    }
  });

  it("knows the databases and their query language in the store alone", () => {
    for (const file of files) {
      const libraries = importsOf(file).filter((to) => /^(?:kysely|pg|@photostructure)/.test(to));
      if (libraries.length > 0) expect(file).toMatch(/^store\//);
    }
  });

  it("knows MiniSearch in one file", () => {
    expect(files.filter((f) => importsOf(f).includes("minisearch"))).toEqual(["core/search.ts"]);
  });

  it("knows the renderer of pictures in one file", () => {
    // Dynamic imports too: the library is loaded only when a picture is drawn.
    expect(files.filter((f) => source(f).includes("@takumi-rs"))).toEqual(["pictures/render.ts"]);
  });

  it("knows a platform library only in its platform's folder", () => {
    for (const file of files) {
      const libraries = importsOf(file).filter((to) => /^(?:discord|@discordjs|telegraf)/.test(to));
      for (const library of libraries)
        expect(file).toMatch(
          library.startsWith("telegraf") ? /^adapters\/telegram\// : /^adapters\/discord\//,
        );
    }
  });

  it("reads process.env in main.ts alone", () => {
    expect(files.filter((f) => source(f).includes("process.env"))).toEqual(["main.ts"]);
  });

  it("has no barrels", () => {
    for (const file of files) expect(source(file), file).not.toMatch(/^export (?:\*|\{[^}]*\}) from/m);
  });

  it("has no import cycles", () => {
    const edges = new Map(files.map((f) => [f, localImports(f)]));
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (done.has(file)) return;
      expect(path, "a cycle of imports").not.toContain(file);
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
  });

  it("keeps files short enough to read at a sitting", () => {
    for (const file of files) expect(source(file).split("\n").length, file).toBeLessThanOrEqual(260);
  });
});
