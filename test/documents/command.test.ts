/** What an operator types, and what is said. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FILE } from "../../src/documents/schema.ts";
import { readId } from "../../src/documents/id.ts";
import { loadDataset } from "../../src/dataset/load.ts";
import { cleanUp, folder, start } from "../support/process.ts";

const dataset = loadDataset("data", false);
let dataDir = "";
beforeEach(() => void (dataDir = folder()));
afterEach(cleanUp);

async function type(...args: readonly string[]) {
  const run = start({ DATA_DIR: dataDir }, "documents", ...args);
  run.child.stdin.end();
  return { code: await run.code, out: await run.output, error: await run.logs };
}

function written(name: string, text: string): string {
  const inside = join(folder(), "来件");
  mkdirSync(inside);
  writeFileSync(join(inside, name), text);
  return join(inside, name);
}

const PLAN = "半导体行动计划\n一、目标\n到2025年营业收入突破4000亿元。\n";

it("adds, lists, shows and removes a document, and leaves its file alone", async () => {
  const file = written("计划.txt", PLAN);
  const added = await type(
    "add",
    file,
    "--as",
    "plans-2023/芯片",
    "--issuer",
    "省工信厅",
    "--date",
    "2023-12",
  );
  expect(added).toMatchObject({ code: 0, error: "" });
  expect(added.out).toMatch(/added as plans-2023\/半导体与集成电路 “半导体行动计划”, 2 passages/u);
  expect((await type("add", file, "--as", "another")).out).toMatch(
    /is there already, as plans-2023\/半导体与集成电路; nothing to do/u,
  );
  expect((await type("list")).out).toMatch(
    /^plans-2023\/半导体与集成电路 {2}半导体行动计划 {2}省工信厅 {2}2023-12 {2}official\n$/u,
  );
  expect((await type("show", "plans-2023/半导体与集成电路")).out).toContain(
    "\n\n一、目标\n2  到2025年营业收入突破4000亿元。\n",
  );
  const other = written("b.txt", `${PLAN}二、附则\n解释权归省。\n`);
  const taken = await type("add", other, "--as", "plans-2023/半导体");
  expect(taken.error).toMatch(
    /b\.txt: plans-2023\/半导体与集成电路 is there, from another file: .*--replace/u,
  );
  expect(taken.code).toBe(1);
  expect((await type("add", other, "--as", "plans-2023/半导体", "--replace")).out).toMatch(/replaced as/u);
  expect((await type("remove", "plans-2023/半导体与集成电路")).code).toBe(0);
  expect(await type("remove", "plans-2023/半导体与集成电路")).toMatchObject({
    code: 1,
    error: expect.stringMatching(/There is no document/u) as string,
  });
  expect(readFileSync(file, "utf8")).toBe(PLAN);
});

it("rehearses without leaving anything behind", async () => {
  expect((await type("add", written("a.txt", PLAN), "--as", "own", "--dry-run")).out).toMatch(
    /would be added as own/u,
  );
  expect(existsSync(join(dataDir, FILE))).toBe(false);
});

it("takes the good ones of several files, each by its own name, and ends with 1", async () => {
  const files = [written("半导体.txt", PLAN), written("汽车.txt", ""), written("说明.txt", "另一份。")];
  const { code, out, error } = await type("add", ...files, "--as", "plans-2023");
  expect(out).toMatch(/plans-2023\/半导体与集成电路[\s\S]*plans-2023\/说明/u);
  expect(error).toBe("汽车.txt: it is empty.\n");
  expect(code).toBe(1);
});

describe("wrong use is 2 and says what to do", () => {
  it.each([
    [[], /add, list, show or remove/u],
    [["drop"], /not “drop”/u],
    [["add"], /add takes files/u],
    [["add", "a.txt", "--as", "../../etc/passwd"], /can be no id/u],
    [["add", "a.txt", "b.txt", "--as", "x/y"], /several files take one part, --as x/u],
    [["add", "a.txt", "--as", "x", "--date", "12.2023"], /--date 12\.2023: give 2023, 2023-12/u],
    [["add", "a.txt", "--as", "x", "--url", "ftp://a"], /--url ftp:\/\/a: give an address/u],
    [["add", "a.txt", "--as", "x", "--grade", "best"], /--grade best: give official/u],
    [["show", "x", "--page", "0"], /--page 0/u],
    [["list", "--loud"], /--loud/u],
  ] as const)("%j", async (args, said) => {
    const { code, error } = await type(...args);
    expect(error).toMatch(said);
    expect(code).toBe(2);
  });

  it("shows its help, and a missing file is 1", async () => {
    expect(await type("--help")).toMatchObject({
      code: 0,
      out: expect.stringContaining("--dry-run") as string,
    });
    expect(await type("add", "/nowhere/a.txt", "--as", "x")).toMatchObject({
      code: 1,
      error: "a.txt: there is no such file.\n",
    });
  });
});

describe("an id", () => {
  it.each([
    [
      "plans-2023/半导体",
      { id: "plans-2023/半导体与集成电路", document: "plans-2023", cluster: "半导体与集成电路" },
    ],
    [
      "plans-2023/半導體產業集群",
      { id: "plans-2023/半导体与集成电路", document: "plans-2023", cluster: "半导体与集成电路" },
    ],
    ["own/2024", { id: "own/2024" }],
    ["某市方案（2024）", { id: "某市方案（2024）" }],
  ])("%s", (given, named) => {
    expect(readId(given, dataset)).toEqual(named);
  });

  it("never leads anywhere, whatever is typed", () => {
    const part = fc.string({ unit: fc.constantFrom(..."a深.../\\:~\0 \n-") });
    fc.assert(
      fc.property(part, (given) => {
        const named = readId(given, dataset);
        if ("id" in named) expect(named.id).not.toMatch(/\.\.|[\\:~\0\n]|^[./]|\/[./]|\/.*\/|\/$/u);
      }),
    );
  });
});
