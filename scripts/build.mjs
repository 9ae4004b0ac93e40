/**
 * Bundles src into dist. zod, minisearch and opencc-js are bundled in because their several hundred small files
 * cost more to find and load than a question takes; the platforms' libraries are loaded from node_modules when used.
 * What this build does not need any more goes a week after the first build without it: a bot that runs from this folder loads
 * parts of itself late, and is restarted some time after an upgrade, not in the middle of it. When a file was made says nothing of
 * that, so dist/stale.json tells since when each is left over. With --clean all of it is removed at once.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const DIST = here("../dist");
const STALE = `${DIST}/stale.json`;
const KEPT_MS = 7 * 24 * 3_600_000;

try {
  const { metafile } = await build({
    // Paths stand in the bundle: the same input must give the same bytes wherever it lies.
    absWorkingDir: here("../"),
    metafile: true,
    // The second is the thread that reads documents.
    entryPoints: { main: here("../src/main.ts"), "read-document": here("../src/documents/read/thread.ts") },
    outdir: DIST,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    charset: "utf8", // escaped, the tables of characters are three times as long
    external: [
      "@photostructure/sqlite",
      "@takumi-rs/core",
      "discord.js",
      "dotenv",
      "https-proxy-agent",
      "pg",
      "pg-cursor",
      "pino",
      "prom-client",
      "telegraf",
      "undici",
      "unpdf",
      "yauzl",
    ],
    logLevel: "warning",
  });
  clean(new Set(Object.keys(metafile.outputs).map((path) => basename(path))));
} catch (error) {
  // What is wrong with the sources esbuild has already said.
  if (!Array.isArray(error.errors)) process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function clean(current) {
  const rest = readdirSync(DIST).filter((name) => !current.has(name));
  if (process.argv.includes("--clean")) return rest.forEach(remove);
  const known = leftOver();
  const now = new Date().toISOString();
  const parts = rest.filter((name) => name.endsWith(".js")).map((name) => [name, known[name] ?? now]);
  const isDue = ([, since]) => Date.now() - Date.parse(since) > KEPT_MS;
  for (const [name] of parts.filter(isDue)) remove(name);
  const kept = parts.filter((part) => !isDue(part));
  writeFileSync(STALE, `${JSON.stringify(Object.fromEntries(kept), undefined, 2)}\n`);
}

/** Since when each part is needed no more, by its name. */
function leftOver() {
  try {
    return existsSync(STALE) ? JSON.parse(readFileSync(STALE, "utf8")) : {};
  } catch {
    return {}; // Another build writes it just now: counted from now on.
  }
}

/** Another build may have done so already. */
function remove(name) {
  rmSync(`${DIST}/${name}`, { recursive: true, force: true });
}
