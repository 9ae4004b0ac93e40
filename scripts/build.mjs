/**
 * Bundles src into dist. zod, minisearch and opencc-js are bundled in because their several hundred small files
 * cost more to find and load than a question takes; the platforms' libraries are loaded from node_modules when used.
 */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

try {
  await build({
    entryPoints: [here("../src/main.ts")],
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
    ],
    logLevel: "warning",
  });
} catch {
  process.exitCode = 1; // esbuild has already said what is wrong
}
