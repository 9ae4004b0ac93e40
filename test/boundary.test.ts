/** Who may import whom. Types count; there are no exceptions. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { PLATFORMS } from "../src/app/platforms.ts";

const SRC = fileURLToPath(new URL("../src", import.meta.url));
/** Below a folder beside src, or src itself. */
const filesIn = (folder: string): string[] =>
  readdirSync(resolve(SRC, "..", folder), { recursive: true, encoding: "utf8" })
    .filter((f) => f.endsWith(".ts"))
    .map((f) => f.replaceAll("\\", "/"));
const files = filesIn("src");
const source = (file: string): string => readFileSync(`${SRC}/${file}`, "utf8");

/** Each import with what stands before the name: `import type { … } from`. */
const statementsOf = (file: string): { what: string; to: string }[] =>
  [...source(file).matchAll(/^\s*((?:import|export)\b[^"';]*?(?:from\s*)?)"([^"]+)"/gm)].map((m) => ({
    what: m[1] ?? "",
    to: m[2] ?? "",
  }));

const importsOf = (file: string): string[] => statementsOf(file).map(({ to }) => to);

/** As a path below src. */
const below = (file: string, to: string): string =>
  relative(SRC, resolve(dirname(`${SRC}/${file}`), to)).replaceAll("\\", "/");

/** Loaded only when needed: `await import("…")`. */
const lateImports = (file: string): string[] =>
  [...source(file).matchAll(/\bimport\("([^"]+)"\)/g)].map((m) => m[1] ?? "");

const localImports = (file: string): string[] =>
  importsOf(file)
    .filter((to) => to.startsWith("."))
    .map((to) => below(file, to));

const room = (file: string): string =>
  file.startsWith("adapters/") ? file.split("/").slice(0, 2).join("/") : (file.split("/")[0] ?? file);

const ADAPTERS = [...new Set(files.map(room))].filter(
  (name) => name.startsWith("adapters/") && name !== "adapters/shared",
);
/** The one file that is shown the platforms, and what it is shown of each. */
const TABLE = "app/platforms.ts";
const DESCRIPTORS = ADAPTERS.filter((adapter) => adapter !== "adapters/terminal").map(
  (adapter) => `${adapter}/descriptor.ts`,
);
const BELOW_APP = [
  "core",
  "daily",
  "dataset",
  "documents",
  "feedback",
  "inbox",
  "pictures",
  "shared",
  "store",
];

/** The rooms each room may look into, besides itself. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  text: [],
  shared: [],
  dataset: ["text"],
  core: ["dataset", "text"],
  store: [],
  pictures: ["core", "dataset", "shared", "text"],
  daily: ["core", "dataset", "shared", "store", "text"],
  inbox: ["adapters/shared", "core", "shared", "store"],
  feedback: ["core", "dataset", "shared", "store", "text"],
  doctor: ["shared", "store"],
  documents: ["core", "dataset", "shared", "text"],
  "adapters/shared": ["core", "dataset", "shared", "text"],
  ...Object.fromEntries(
    ADAPTERS.map((adapter) => [adapter, ["core", "dataset", "adapters/shared", "shared", "text"]]),
  ),
  app: ["adapters/shared", ...BELOW_APP],
  cli: ["adapters/terminal", "app", "doctor", "text", ...BELOW_APP],
  "main.ts": ["cli", "shared"],
};

/** A chamber of the core, or one of the files beside them. */
const chamber = (file: string): string => file.split("/").slice(0, 2).join("/");

/** What the files that join the chambers may look into: one question, a conversation, the bot, each upon the one before. */
const JOINED: readonly string[] = [
  "core/ask",
  "core/commands.ts",
  "core/compose.ts",
  "core/memory.ts",
  "core/query.ts",
  "core/quote",
  "core/read",
  "core/reference.ts",
  "core/say",
  "core/tell",
  "core/types.ts",
];

/** Where each chamber of the core may look, besides itself, the ground and the dataset. */
const CHAMBERS: Readonly<Record<string, readonly string[]>> = {
  "core/read": ["core/commands.ts", "core/query.ts", "core/types.ts"],
  "core/ask": ["core/query.ts"],
  "core/say": ["core/ask", "core/commands.ts", "core/query.ts", "core/types.ts"],
  "core/tell": [
    "core/ask",
    "core/commands.ts",
    "core/compose.ts",
    "core/memory.ts",
    "core/query.ts",
    "core/quote",
    "core/read",
    "core/reference.ts",
    "core/say",
    "core/types.ts",
  ],
  "core/quote": ["core/query.ts", "core/read"],
  "core/types.ts": [],
  "core/query.ts": [],
  "core/commands.ts": ["core/types.ts"],
  "core/pieces.ts": ["core/types.ts"],
  "core/reference.ts": ["core/query.ts"],
  "core/pack.ts": ["core/pieces.ts", "core/say", "core/types.ts"],
  "core/short.ts": ["core/pieces.ts", "core/say", "core/types.ts"],
  "core/plain.ts": ["core/say", "core/short.ts", "core/types.ts"],
  "core/memory.ts": ["core/read", "core/types.ts"],
  "core/turn-text.ts": ["core/memory.ts", "core/read"],
  "core/compose.ts": ["core/ask", "core/quote", "core/say", "core/types.ts"],
  "core/refusal.ts": ["core/ask", "core/compose.ts", "core/read", "core/tell"],
  "core/heeded.ts": ["core/ask", "core/query.ts", "core/read"],
  "core/limited.ts": ["core/compose.ts", "core/say"],
  "core/last-resort.ts": [
    "core/limited.ts",
    "core/ask",
    "core/compose.ts",
    "core/query.ts",
    "core/read",
    "core/say",
    "core/tell",
  ],
  "core/answer.ts": [
    "core/heeded.ts",
    "core/last-resort.ts",
    "core/limited.ts",
    "core/refusal.ts",
    ...JOINED,
  ],
  "core/converse.ts": ["core/answer.ts", ...JOINED],
  "core/bot.ts": ["core/answer.ts", "core/converse.ts", "core/short.ts", ...JOINED],
};

/** Chamber → others it may know the types of, and no more, but for these files. */
const BY_TYPE: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "core/say": { "core/ask": [], "core/commands.ts": [], "core/query.ts": [], "core/types.ts": [] },
  "core/tell": { "core/read": ["core/read/heard.ts", "core/read/nearest.ts"] },
  "core/compose.ts": { "core/ask": [] },
  "core/memory.ts": { "core/read": [] },
};

const IMPURE = [/^discord/, /^@discordjs\//, /^telegraf/, /^node:/, /^undici/, /^pino/, /^ws$/, /^dotenv/];

describe("the house", () => {
  it.each(files)("%s looks only into rooms it may look into", (file) => {
    const own = room(file);
    expect(Object.keys(MAY)).toContain(own);
    const allowed = [own, ...(MAY[own] ?? [])];
    const late = lateImports(file).filter((to) => to.startsWith("."));
    for (const to of [...localImports(file), ...late.map((path) => below(file, path))])
      if (file !== TABLE || !DESCRIPTORS.includes(to)) expect(allowed, `${file} → ${to}`).toContain(room(to));
  });

  it("has a row for every platform there is a folder for", () => {
    const shown = localImports(TABLE).toSorted();
    expect(shown).toEqual(DESCRIPTORS.toSorted());
    expect(PLATFORMS.map(({ name }) => `adapters/${name}/descriptor.ts`).toSorted()).toEqual(shown);
  });

  it.each(DESCRIPTORS)("%s says what its platform is without loading it", (file) => {
    for (const to of localImports(file)) expect(to).toMatch(/^(?:adapters\/)?shared\//u);
  });

  it.each(files.filter((f) => f !== TABLE))("%s names no platform but that of its folder", (file) => {
    // What a comment says of the limits of platforms, the program does not know.
    const code = source(file).replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gmu, "");
    for (const { name } of PLATFORMS)
      if (room(file) !== `adapters/${name}`) expect(code).not.toMatch(new RegExp(name, "iu"));
  });

  it.each(files.filter((f) => f.startsWith("core/")))(
    "%s looks only into chambers it may look into",
    (file) => {
      const own = chamber(file);
      expect(Object.keys(CHAMBERS)).toContain(own);
      const allowed = [own, ...(CHAMBERS[own] ?? [])];
      for (const to of localImports(file).filter((path) => path.startsWith("core/")))
        expect(allowed, `${file} → ${to}`).toContain(chamber(to));
    },
  );

  it.each(files.filter((f) => BY_TYPE[chamber(f)] !== undefined))(
    "%s knows by their types those it may know by their types alone",
    (file) => {
      for (const { what, to } of statementsOf(file)) {
        if (!to.startsWith(".")) continue;
        const path = below(file, to);
        const except = BY_TYPE[chamber(file)]?.[chamber(path)];
        if (chamber(path) === chamber(file) || except === undefined || except.includes(path)) continue;
        expect(what, `${file} → ${path}`).toMatch(/^import type /);
      }
    },
  );

  it.each(files.filter((f) => f.startsWith("core/")))(
    "%s is pure: no node, no platform, no clock, no chance",
    (file) => {
      for (const to of importsOf(file)) for (const impure of IMPURE) expect(to).not.toMatch(impure);
      expect(source(file)).not.toMatch(/Date\.now\(|new Date\(\)|Math\.random\(|process\.|console\./);
    },
  );

  it("lets the daily posts and feedback know the store by its types alone", () => {
    for (const file of files.filter((f) => /^(?:daily|feedback|inbox)\//.test(f))) {
      const lines = source(file).split("\n");
      for (const line of lines.filter((l) => l.includes('"../store/'))) expect(line).toMatch(/^import type /);
    }
  });

  it("knows the databases and their query language in the store alone, but for the file of documents", () => {
    for (const file of files) {
      const libraries = importsOf(file).filter((to) => /^(?:kysely|pg|@photostructure)/.test(to));
      if (libraries.length > 0) expect(file).toMatch(/^store\/|^documents\/database\.ts$/);
    }
  });

  it("knows what reads files of documents where they are read, which no look-up in them leads to", () => {
    const reading = /^(?:chardet|domhandler|htmlparser2|marked|unpdf|yauzl)/u;
    for (const file of files.filter((f) =>
      [...importsOf(f), ...lateImports(f)].some((to) => reading.test(to)),
    ))
      expect(file).toMatch(/^documents\/read\//u);
    const known = new Set(["documents/library.ts"]);
    for (const file of known) for (const next of localImports(file)) known.add(next);
    expect([...known].filter((file) => file.startsWith("documents/read/"))).toEqual([]);
  });

  it("knows MiniSearch in one file", () => {
    expect(files.filter((f) => importsOf(f).includes("minisearch"))).toEqual(["core/ask/search.ts"]);
  });

  it("keeps what it remembers in the core without a time to live, which would take a clock", () => {
    const remembering = files.filter((f) => f.startsWith("core/") && importsOf(f).includes("lru-cache"));
    expect(remembering).toEqual(["core/memory.ts"]);
    for (const file of remembering) expect(source(file)).not.toMatch(/\bttl\b/u);
  });

  it("knows the renderer of pictures in one file", () => {
    // Dynamic imports too: the library is loaded only when a picture is drawn.
    expect(files.filter((f) => source(f).includes("@takumi-rs"))).toEqual(["pictures/render.ts"]);
  });

  it("knows the library of metrics in one file", () => {
    expect(files.filter((f) => source(f).includes('"prom-client"'))).toEqual(["app/metrics.ts"]);
  });

  it("knows a platform library only in its platform's folder, and there not in its descriptor", () => {
    for (const file of files) {
      const libraries = [...importsOf(file), ...lateImports(file)].filter((to) =>
        /^(?:discord\.js|@discordjs|telegraf)/.test(to),
      );
      for (const library of libraries)
        expect(file).toMatch(
          library.startsWith("telegraf") ? /^adapters\/telegram\// : /^adapters\/discord\//,
        );
      if (DESCRIPTORS.includes(file)) expect(libraries).toEqual([]);
    }
  });

  describe("Telegram's folder", () => {
    const HOUSE = "adapters/telegram/";
    const TRANSPORT = `${HOUSE}transport/`;
    const bot = files.filter((f) => f.startsWith(HOUSE) && !f.startsWith(TRANSPORT));
    const transport = files.filter((f) => f.startsWith(TRANSPORT));
    /** All that a file leads to. */
    const reach = (file: string, known = new Set<string>()): Set<string> => {
      for (const next of localImports(file).filter((f) => !known.has(f))) reach(next, known.add(next));
      return known;
    };

    it.each(transport)("%s knows nothing of the bot, nor of answers, commands or the core", (file) => {
      const beyond = [...reach(file)].filter((f) => !f.startsWith(TRANSPORT));
      expect(beyond.filter((f) => !/^(?:adapters\/)?shared\//u.test(f))).toEqual([]);
    });

    it.each(bot)("%s knows nothing of how updates arrive or how requests are paced", (file) => {
      const made = file === `${HOUSE}index.ts` ? [`${TRANSPORT}index.ts`] : [];
      const into = localImports(file).filter((f) => f.startsWith(TRANSPORT) && !made.includes(f));
      const seen = [`${TRANSPORT}types.ts`, `${TRANSPORT}options.ts`];
      expect(into.filter((f) => !seen.includes(f))).toEqual([]);
      for (const { what, to } of statementsOf(file))
        if (into.includes(below(file, to)) || to.startsWith("telegraf"))
          expect(what, `${file} → ${to}`).toMatch(/^import type /);
    });
  });

  it("reads process.env in main.ts alone", () => {
    expect(files.filter((f) => source(f).includes("process.env"))).toEqual(["main.ts"]);
  });

  it("has no barrels", () => {
    for (const file of files) expect(source(file), file).not.toMatch(/^export (?:\*|\{[^}]*\}) from/m);
  });

  it.each(["src", "bench", "test"])("has no import cycles in %s", (folder) => {
    const own = folder === "src" ? files : filesIn(folder).map((f) => `../${folder}/${f}`);
    expect(own.length).toBeGreaterThan(1);
    const edges = new Map(own.map((f) => [f, localImports(f)]));
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (done.has(file)) return;
      expect(path, "a cycle of imports").not.toContain(file);
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of own) visit(file, []);
  });

  it("lets benchmarks know the tests' support, and no test a benchmark", () => {
    for (const file of filesIn("test").map((f) => `../test/${f}`))
      for (const to of localImports(file)) expect(to, file).not.toMatch(/^\.\.\/bench\//u);
  });

  it("keeps files short enough to read at a sitting", () => {
    for (const file of files) expect(source(file).split("\n").length, file).toBeLessThanOrEqual(260);
  });
});
