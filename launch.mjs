#!/usr/bin/env node
/** Starts dist/main.js, building it first when it is missing or older than src: nobody has to think of building. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const built = here("dist/main.js");

function newest(folder) {
  const times = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs;
  });
  return Math.max(0, ...times);
}

function build() {
  const { status } = spawnSync(process.execPath, [here("scripts/build.mjs")], { stdio: ["ignore", 2, 2] });
  if (status === 0) return;
  if (existsSync(built))
    return void process.stderr.write("The build failed; this runs what was built before.\n");
  process.stderr.write(
    "The build failed. Run npm ci, or npm run build, as a user who may write into this folder; then it can be read only.\n",
  );
  process.exit(1);
}

if (existsSync(here("src")) && (!existsSync(built) || statSync(built).mtimeMs < newest(here("src")))) build();
await import("./dist/main.js");
