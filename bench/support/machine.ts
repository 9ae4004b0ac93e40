/** What a number was measured on: without it, it says nothing. */
import { readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type as osType } from "node:os";
import * as z from "zod";

const Manifest = z.looseObject({ version: z.string() });

function version(library: string): string {
  const file = new URL(`../../node_modules/${library}/package.json`, import.meta.url);
  return Manifest.parse(JSON.parse(readFileSync(file, "utf8"))).version;
}

/** One paragraph: date, processor, cores, memory, operating system, how busy it is, node, and the versions of `libraries`. */
export function machine(libraries: readonly string[]): string {
  const cores = cpus();
  const gib = (totalmem() / 2 ** 30).toFixed(0);
  const parts = [
    new Date().toISOString().slice(0, 10),
    `${cores[0]?.model.trim() ?? "unknown processor"}, ${cores.length} cores, ${gib} GiB`,
    `${osType()} ${release()}`,
    `load average ${(loadavg()[0] ?? 0).toFixed(1)} at the start`,
    `node ${process.versions.node}`,
    ...libraries.map((library) => `${library} ${version(library)}`),
  ];
  return parts.join(" · ");
}
