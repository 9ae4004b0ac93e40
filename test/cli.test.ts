/** What is typed: the table of commands, its help, and what is said of wrong use. */
import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { CLI } from "../src/cli/commands.ts";
import { helpOf } from "../src/cli/help.ts";
import { cleanUp, start } from "./support/process.ts";

afterEach(cleanUp);

const { scripts, version } = z
  .object({ scripts: z.record(z.string(), z.string()), version: z.string() })
  .parse(JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")));

/** As somebody types it, with nothing set but what is given. */
async function type(args: readonly string[], env: Record<string, string> = {}) {
  const run = start(env, ...args);
  run.child.stdin.end();
  return { code: await run.code, out: await run.output, error: await run.logs };
}

describe.each(CLI)("$name", ({ name, usages }) => {
  it("is a script, and in the help as it is typed", () => {
    expect(scripts[name]).toMatch(/^node launch\.mjs/u);
    const help = helpOf(CLI).split("\n");
    for (const [typed] of usages) {
      expect(typed).toMatch(new RegExp(`^npm (?:run (?:--silent )?)?${name}\\b`, "u"));
      expect(help.some((line) => line.startsWith(`  ${typed} `))).toBe(true);
    }
  });
});

it("the help keeps what commands do in one column", () => {
  const does = helpOf([
    { name: "a", usages: [["问", "one", "two"]], run: () => 0 },
    { name: "b", usages: [["bb", "three"]], run: () => 0 },
  ]).split("\n");
  const at = (word: string): number => does.find((line) => line.endsWith(word))?.indexOf(word) ?? -1;
  expect(at("two")).toBeGreaterThan(10);
  expect(at("three")).toBe(at("two"));
  // One character, two columns.
  expect(at("one")).toBe(at("two") - 1);
});

describe("whoever asks for help gets it", () => {
  it.each([["--help"], ["help"], ["start", "--help"], ["ask", "--help"], ["discord:commands", "--help"]])(
    "%s %s, and nothing else is done",
    async (...args) => {
      const { code, out } = await type(args);
      expect(out).toContain("npm run doctor");
      expect(code).toBe(0);
    },
  );

  it("or the version", async () => {
    expect(await type(["--version"])).toMatchObject({ code: 0, out: `${version}\n` });
  });
});

describe("wrong use is 2, anything else that fails 1, and both say what to do", () => {
  const TOKEN = { DISCORD_TOKEN: "MTE4ODg4ODg4ODg4ODg4ODg4.GhIjKl.abcdefghijklmnopqrstuvwxyz0123456789AB" };

  it.each([
    [["nonsense"], {}, 2, /There is no command “nonsense”[\s\S]*npm start/u],
    [["ask"], {}, 2, /takes a question/u],
    [["doctor", "--loud"], {}, 2, /--loud: doctor takes --json/u],
    [["discord:commands", "--guild"], TOKEN, 2, /--guild and the id of a server/u],
    [["discord:commands", "--loud"], TOKEN, 2, /--guild and the id of a server/u],
    [["discord:commands"], {}, 1, /DISCORD_TOKEN is not set/u],
    [["backup"], {}, 2, /one new file/u],
  ] as const)("%j", async (args, env, exit, said) => {
    const { code, error } = await type(args, env);
    expect(error).toMatch(said);
    expect(code).toBe(exit);
  });
});
