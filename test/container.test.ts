/** What the Dockerfile, compose.yaml and the unit name is there. scripts/try-container.ts performs the steps. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { execForm, lastOf, letIn, readStages } from "../scripts/container/dockerfile.ts";
import { READS } from "../src/app/config.ts";

const at = (file: string): URL => new URL(`../${file}`, import.meta.url);
const read = (file: string): string => readFileSync(at(file), "utf8");
const stages = readStages(read("Dockerfile"));
const last = stages.at(-1) ?? { name: undefined, base: "", instructions: [] };

describe("the Dockerfile", () => {
  it("copies only what .dockerignore lets in, and all of that is there", () => {
    const allowed = letIn(read(".dockerignore"));
    const copied = (stages[0]?.instructions ?? [])
      .filter(({ name, text }) => name === "COPY" && !text.includes("--from"))
      .flatMap(({ text }) => text.split(" ").slice(0, -1));
    expect(copied.toSorted()).toEqual(allowed.toSorted());
    for (const path of copied) expect(existsSync(at(path)), path).toBe(true);
  });

  it("builds and runs on the same base, without rights, and starts what there is", () => {
    expect(new Set(stages.map(({ base }) => base)).size).toBe(1);
    expect(lastOf(last, "USER")).toMatch(/^[1-9]\d*:/u);
    expect(execForm(lastOf(last, "ENTRYPOINT") ?? "[]")).toEqual(["node", "launch.mjs"]);
  });

  it("sets only what the program reads", () => {
    const set = (lastOf(last, "ENV") ?? "").split(" ").map((pair) => pair.split("=")[0] ?? "");
    for (const name of set.filter((one) => one !== "NODE_ENV")) expect(READS.everything).toContain(name);
  });

  it("is understood by the script or refused, never half", () => {
    expect(() => readStages("FROM a\nADD x /y")).toThrow(/does not know ADD/u);
    expect(() => letIn("node_modules")).toThrow(/\.dockerignore/u);
  });
});

it("the bundle leaves out only libraries that are installed for production", () => {
  const { dependencies } = z
    .looseObject({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(read("package.json")));
  const [, list = ""] = /external: \[([^\]]*)\]/u.exec(read("scripts/build.mjs")) ?? [];
  const external = [...list.matchAll(/"([^"]+)"/gu)].map((m) => m[1] ?? "");
  expect(external.length).toBeGreaterThan(5);
  for (const name of external) expect(Object.keys(dependencies)).toContain(name);
});

describe.each(["docs/yuequn.service", "compose.yaml", "Dockerfile", "docs/operate.md"])("%s", (file) => {
  it("names only files there are", () => {
    const named = [...read(file).matchAll(/\b(?:docs|scripts)\/[\w.-]+\w/gu)].map(([path]) => path);
    for (const path of named) expect(existsSync(at(path)), path).toBe(true);
  });
});
