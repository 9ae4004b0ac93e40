/** What is accepted lands in the operator's own folder, checked, or not at all. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadDataset } from "../../../src/dataset/load.ts";
import { openMemory } from "../../../src/documents/facts/decisions.ts";
import { fromEdit, patched, toEdit } from "../../../src/documents/facts/edit.ts";
import { keep, type Keeping } from "../../../src/documents/facts/keep.ts";
import { nextId } from "../../../src/documents/facts/number.ts";
import type { Proposal } from "../../../src/documents/facts/proposal.ts";
import { weigh } from "../../../src/documents/facts/weigh.ts";
import { DATA, dataset } from "../../support/bot.ts";
import { from } from "./sentence.ts";

/** What the operator has written already. */
const OWN = `${JSON.stringify({ sources: [], facts: [] })}\n`;

let folder: string;
let keeping: Keeping;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "yuequn-")), "data");
  mkdirSync(join(folder, "facts"), { recursive: true });
  writeFileSync(join(folder, "facts", "own.json"), OWN);
  keeping = {
    folder,
    facts: () => loadDataset(DATA, false, [folder]).facts,
    check: (path) => void loadDataset(DATA, true, [path]),
  };
});
afterEach(() => rmSync(dirname(folder), { recursive: true }));

const target = (): Proposal => from("到2025年，封装测试营业收入突破900亿元。")[0] as Proposal;

describe("an accepted fact", () => {
  it("is in the operator's folder with its source and its English, under an id of its own", () => {
    const [core] = from("到2025年，营业收入突破4321亿元。");
    expect(keep(keeping, core as Proposal)).toBe("L100-1");
    expect(keep(keeping, target())).toBe("L100-2");
    const read = loadDataset(DATA, true, [folder]);
    expect(read.fact.get("L100-1")).toMatchObject({ source: "plans-2023/半导体与集成电路", paragraph: 1 });
    expect(read.source.get("plans-2023/半导体与集成电路")).toMatchObject({ grade: "official" });
    expect(read.english.facts["L100-1"]?.text).toContain("RMB 432.1 billion or more");
  });

  it("with a fault is not written, and nothing else is changed", () => {
    const proposal = target();
    const wrong = { ...proposal, fact: { ...proposal.fact, text: "没有数字" } };
    expect(() => keep(keeping, wrong)).toThrow(/the figure 900 亿元 is not in the text/u);
    expect(existsSync(join(folder, "facts", "documents.json"))).toBe(false);
    expect(readdirSync(dirname(folder))).toEqual(["data"]);
  });

  it("leaves what the folder holds as it is", () => {
    keep(keeping, target());
    expect(readFileSync(join(folder, "facts", "own.json"), "utf8")).toBe(OWN);
  });
});

describe("an id", () => {
  it("is the next of its document, and never one that is used", () => {
    const facts = [
      { id: "L100-1", source: "a" },
      { id: "L101-7", source: "b" },
      { id: "L102", source: "mine" },
    ];
    expect(nextId(facts, "b")).toBe("L101-8");
    expect(nextId(facts, "new")).toBe("L103-1");
  });
});

describe("beside what is known", () => {
  it("a role that a closed list leaves out is in doubt", () => {
    const [one] = weigh(dataset, from("以广州、深圳、惠州为核心。"));
    expect(one?.doubts.join()).toContain("F175");
  });

  it("what the dataset has already is said to be there", () => {
    expect(weigh(dataset, from("以广州、深圳、珠海为核心。"))[0]?.doubts).toEqual(["F175 says the same"]);
  });
});

describe("an edited proposal", () => {
  it("comes back from the editor as it went, or as it was changed", () => {
    const proposal = target();
    expect(fromEdit(proposal, toEdit(proposal))).toEqual(proposal);
    expect(patched(proposal, '{"note": "只含封测"}').fact.note).toBe("只含封测");
  });

  it("loses its English with its text", () => {
    const [core] = from("到2025年，营业收入突破4321亿元。");
    expect(patched(core as Proposal, '{"text": "2025 年 4321 亿元"}').english).toBeUndefined();
  });

  it.each(["{", '{"colour": 1}', '{"cities": 3}'])("is refused where it is %s", (patch) => {
    expect(() => patched(target(), patch)).toThrow();
  });
});

it("what was decided is known the next time, by the file's hash", () => {
  const file = join(dirname(folder), "var", "decided.json");
  openMemory(file, "one").note("key", "skipped");
  openMemory(file, "two").note("key", "accepted");
  expect(openMemory(file, "one").of("key")).toBe("skipped");
  expect(openMemory(file, "two").of("key")).toBe("accepted");
});
