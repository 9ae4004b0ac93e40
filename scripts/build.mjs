/**
 * Bundles src into dist. zod, minisearch and opencc-js are bundled in because their several hundred small files
 * cost more to find and load than a question takes; the platforms' libraries are loaded from node_modules when used.
 * With --clean what earlier builds left is removed; a bot that runs from this folder may still need it.
 */
import { readdirSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

try {
  const { metafile } = await build({
    // Paths stand in the bundle: the same input must give the same bytes wherever it lies.
    absWorkingDir: here("../"),
    metafile: true,
    // The second is the thread that reads documents.
    entryPoints: { main: here("../src/main.ts"), "read-document": here("../src/documents/read/thread.ts") },
    outdir: here("../dist"),
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
  if (process.argv.includes("--clean"))
    clean(new Set(Object.keys(metafile.outputs).map((path) => basename(path))));
} catch {
  process.exitCode = 1; // esbuild has already said what is wrong
}

function clean(current) {
  for (const name of readdirSync(here("../dist")))
    if (!current.has(name)) rmSync(here(`../dist/${name}`), { recursive: true });
}
