/** Data folders laid over one another: what they add, what takes the place of what, and what is refused. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPlain } from "../../src/core/plain.ts";
import { lastHeir, type Placed, supersede } from "../../src/dataset/supersede.ts";
import type { Fault } from "../../src/dataset/dataset.ts";
import { readGolden } from "../golden/judge.ts";
import { dataset, newBot } from "../support/bot.ts";
import { botOver, FACT, factsFile, faultsOver, folderOf, laidOver, SOURCE } from "../support/overlay.ts";

const chat = { platform: "test", id: "overlay" };
const RELEASE = { name: "南岭数据", version: "3", date: "2026-07-01" };
const golden = readGolden(new URL("../golden/questions.jsonl", import.meta.url));

describe("a folder laid over the shipped data", () => {
  it("that is empty changes nothing but the list of releases", () => {
    const { releases, ...over } = laidOver(folderOf());
    const { releases: shipped, ...alone } = dataset;
    expect({ ...over, source: undefined }).toEqual({ ...alone, source: undefined });
    expect(releases.slice(0, 1)).toEqual(shipped);
  });

  it("adds facts that answer, and the answer says from where", () => {
    const ask = botOver(folderOf({ ...factsFile({ ...FACT, supersedes: "F177" }), "release.json": RELEASE }));
    const said = toPlain(ask({ text: "半导体2025年营收目标", chat }));
    expect(said).toContain("4321 亿元");
    expect(said).toContain("南岭研究院 2026-06-30，本地数据：南岭数据");
  });

  it("asserts no more what it supersedes, but tells what took its place", () => {
    const ask = botOver(folderOf(factsFile({ ...FACT, supersedes: "F177" })));
    const answer = ask({ text: "/fact F177", chat });
    expect(answer.title.text).toMatch(/^F177 已由 L1 取代：.*4321 亿元/);
    expect(answer.facts).toEqual(["L1"]);
    expect(ask({ text: "F177", chat }).facts).toEqual(["L1"]);
  });

  it("is named where the bot says which data it has", () => {
    const ask = botOver(folderOf({ ...factsFile(FACT), "release.json": RELEASE }));
    for (const text of ["/sources", "/help"]) {
      const said = toPlain(ask({ text, chat }));
      expect(said, text).toContain("Yuequn 2026.11（2026-11-30，697 条）");
      expect(said, text).toContain("本地数据 南岭数据 3（2026-07-01，1 条）");
    }
    expect(toPlain(ask({ text: "数据是什么时候的", chat }))).toContain("Yuequn 2026.11 + 南岭数据 3");
  });

  it("without English is shown in Chinese, in brackets", () => {
    const ask = botOver(folderOf(factsFile({ ...FACT, supersedes: "F177" })));
    const said = toPlain(ask({ text: "L1", chat, locale: "en" }));
    expect(said).toContain(`[${FACT.text}]`);
    expect(said).toContain("[南岭研究院]");
    expect(said).toContain("local data: ");
  });

  it("with English is held against its Chinese", () => {
    const english = {
      "en/facts.json": { L1: { text: "Revenue target of 1234 (RMB 100 million) for 2025" } },
    };
    const faults = faultsOver(folderOf({ ...factsFile(FACT), ...english }));
    expect(faults).toContain("1/en/facts.json L1 the number 432100000000 of the Chinese is missing");
  });

  it("adds names, documents and terms", () => {
    const document = {
      id: "ours-2026",
      name: "《年度报告》",
      short: "年度报告",
      layer: "report",
      year: 2026,
    };
    const over = laidOver(
      folderOf({
        ...factsFile({ ...FACT, document: "ours-2026" }),
        "documents.json": [document],
        "words.json": { documents: { "ours-2026": ["南岭年度报告"] } },
        "aliases.json": { clusters: [{ id: "半导体与集成电路", names: ["南岭芯业"] }] },
        "glossary.json": [{ id: "南岭口径", names: ["南岭口径"], text: "南岭口径是本地的说法", ours: true }],
      }),
    );
    expect(over.aliases.clusters.find((c) => c.id === "半导体与集成电路")?.names).toContain("南岭芯业");
    expect(over.aliases.clusters).toHaveLength(20);
    expect(over.document.get("ours-2026")?.short).toBe("年度报告");
    expect(over.glossary.at(-1)?.id).toBe("南岭口径");
  });

  it("corrects a document under its own id, in its place", () => {
    const old = dataset.document.get("plans-2023");
    const corrected = { ...old, supersedes: "plans-2023", short: "行动计划（订正）" };
    const over = laidOver(folderOf({ "documents.json": [corrected] }));
    expect(over.document.get("plans-2023")?.short).toBe("行动计划（订正）");
    expect(over.documents.map((d) => d.id)).toEqual(dataset.documents.map((d) => d.id));
  });

  it("puts a conflict in the place of another, for every fact that names it", () => {
    const [old] = dataset.conflicts;
    const id = old?.id ?? "";
    const over = laidOver(
      folderOf({ "conflicts.json": [{ id: "LY1", supersedes: id, title: "新说法", say: "已核对" }] }),
    );
    expect(over.conflict.has(id)).toBe(false);
    expect(over.factsOfConflict.get("LY1")?.map((f) => f.id)).toEqual(
      dataset.factsOfConflict.get(id)?.map((f) => f.id),
    );
  });
});

describe("several folders", () => {
  const newer = { ...FACT, id: "L2", supersedes: "L1", text: FACT.text.replace("4321", "5432") };
  const later = { ...newer, source: "OURS2", figures: [{ ...FACT.figures[0], value: 5432 }] };
  const first = { ...factsFile({ ...FACT, supersedes: "F177" }), "release.json": RELEASE };
  const second = { "facts/more.json": { sources: [{ ...SOURCE, id: "OURS2" }], facts: [later] } };

  it("lie one over the other, the later over the earlier", () => {
    const over = laidOver(
      folderOf(first),
      folderOf({ ...second, "release.json": { ...RELEASE, name: "乙" } }),
    );
    expect([...over.superseded].map(([id, { by }]) => [id, by])).toEqual([
      ["F177", "L2"],
      ["L1", "L2"],
    ]);
    expect(over.releases.map(({ name, facts }) => [name, facts])).toEqual([
      ["Yuequn", 696],
      ["南岭数据", 0],
      ["乙", 1],
    ]);
  });

  it("in the other order are refused", () => {
    const faults = faultsOver(folderOf(second), folderOf(first));
    expect(faults).toEqual([
      "1/facts/more.json L2 supersedes “L1” of a later folder; put that folder before this one",
    ]);
  });

  it("need names of their own", () => {
    const faults = faultsOver(folderOf({ "release.json": RELEASE }), folderOf({ "release.json": RELEASE }));
    expect(faults).toEqual(["2/release.json 南岭数据 is the name of another folder too; give it its own"]);
  });
});

describe("refused with the folder, the file and the entry:", () => {
  it.each([
    [
      "an unknown file",
      { "facts.json": [] },
      /^1\/facts\.json - is nothing that is read here.*documents\.json/,
    ],
    [
      "an unknown English file",
      { "en/about.json": {} },
      /^1\/en\/about\.json - is nothing that is read here/,
    ],
    [
      "a table of the shipped data",
      { "regional.json": [] },
      /^1\/regional\.json - is nothing that is read here/,
    ],
    [
      "an id of the release's own kind",
      factsFile({ ...FACT, id: "F999" }),
      /F999 the id of a fact of your own is L/,
    ],
    ["an id used twice", factsFile(FACT, FACT), /^1\/facts\/ours\.json L1 the id is used twice$/],
    [
      "an unknown id superseded",
      factsFile({ ...FACT, supersedes: "F999" }),
      /L1 supersedes “F999”, which does not exist$/,
    ],
    [
      "one superseded twice",
      factsFile({ ...FACT, supersedes: "F177" }, { ...FACT, id: "L2", supersedes: "F177" }),
      /L2 supersedes “F177”, which L1 has superseded; supersede L1$/,
    ],
    ["itself", factsFile({ ...FACT, supersedes: "L1" }), /L1 takes, over others, its own place/],
    [
      "a circle",
      factsFile({ ...FACT, supersedes: "L2" }, { ...FACT, id: "L2", supersedes: "L1" }),
      /L1 takes, over others/,
    ],
    [
      "a figure that is not in the text",
      factsFile({ ...FACT, text: "没有数字" }),
      /^1\/facts\/ours\.json L1 the figure 4321/,
    ],
    [
      "a document twice",
      { "documents.json": [dataset.documents[0]] },
      /^1\/documents\.json opinion-2020 the id is used twice/,
    ],
    [
      "a document in the place of another",
      { "documents.json": [{ ...dataset.documents[0], id: "new", supersedes: "opinion-2020" }] },
      /new supersedes another document/,
    ],
    [
      "a name that is taken",
      { "aliases.json": { blocked: ["半导体"] } },
      /^1\/aliases\.json 半导体 means both/,
    ],
    [
      "names of a cluster there is not",
      { "aliases.json": { clusters: [{ id: "酿酒" }] } },
      /^1\/aliases\.json 酿酒 names nothing/,
    ],
    [
      "a release without a date",
      { "release.json": { name: "甲", version: "1" } },
      /^1\/release\.json date date:|^1\/release\.json date/,
    ],
    [
      "a conflict no fact names",
      { "conflicts.json": [{ id: "LY", title: "甲", say: "乙" }] },
      /^1\/conflicts\.json LY no fact names it/,
    ],
  ])("%s", (_, files, fault) => {
    expect(faultsOver(folderOf(files))).toContainEqual(expect.stringMatching(fault));
  });

  it("a file that is no JSON, and a folder that is not there", () => {
    const folder = folderOf();
    writeFileSync(join(folder, "documents.json"), "[");
    expect(faultsOver(folder)).toEqual([
      expect.stringMatching(/^1\/documents\.json - cannot be read as JSON/),
    ]);
    expect(faultsOver("/nowhere/at/all")).toContainEqual(expect.stringMatching(/^1 - cannot be read/));
  });

  it("but not what is for people, or hidden", () => {
    expect(faultsOver(folderOf({ "README.md": "", ".gitignore": "" }))).toEqual([]);
  });
});

describe("whatever is superseded", () => {
  const shipped = newBot();
  const used = [...new Set(golden.slice(0, 120).flatMap(({ text }) => shipped({ text, chat }).facts))];

  it("appears in no answer to the golden questions", () => {
    const some = used.filter((id) => dataset.fact.get(id)?.role === undefined).slice(0, 40);
    const heirs = some.flatMap((id, i) => {
      const fact = dataset.fact.get(id);
      return fact ? [{ ...fact, id: `L${i + 1}`, supersedes: id }] : [];
    });
    const ask = botOver(folderOf({ "facts/all.json": { sources: [], facts: heirs } }));
    const told = new Set(golden.flatMap(({ text }) => ask({ text, chat }).facts));
    expect(some.filter((id) => told.has(id))).toEqual([]);
    expect([...told].filter((id) => id.startsWith("L")).length).toBeGreaterThan(10);
  });

  it("is superseded once, ends in what is asserted, and never in a circle", () => {
    const id = fc.nat(7).map((n) => `L${n}`);
    const entry = fc.record({ id, supersedes: fc.option(id, { nil: undefined }) });
    const placed = fc.uniqueArray(fc.record({ entry, at: fc.nat(2), file: fc.constant("f") }), {
      selector: (p) => p.entry.id,
    });
    fc.assert(
      fc.property(placed, (entries: Placed<{ id: string; supersedes: string | undefined }>[]) => {
        const faults: Fault[] = [];
        const heirs = supersede(entries, faults);
        const ordered = entries.every((p) => {
          const old = entries.find((o) => o.entry.id === p.entry.supersedes);
          return p.entry.supersedes === undefined || (old !== undefined && old.at <= p.at);
        });
        if (!ordered) expect(faults).not.toEqual([]);
        fc.pre(faults.length === 0);
        for (const old of heirs.keys()) expect(heirs.has(lastHeir(old, heirs))).toBe(false);
        expect(new Set(heirs.values()).size).toBe(heirs.size);
      }),
    );
  });
});
