/** The English of the dataset: all of it is there, and whatever it says otherwise than the Chinese is found. */
import { describe, expect, it } from "vitest";
import { english } from "../../src/core/say/lingo.ts";
import { numbersInChinese, numbersInEnglish, unsaid } from "../../src/dataset/numbers-said.ts";
import { dataset } from "../support/bot.ts";
import { damaged, type Entry, faultsOf } from "./damage.ts";

type Table = Record<string, Record<string, string>>;

/** @returns the faults of a copy in which one text of `data/en` was changed. */
const edited = (file: string, id: string, field: string, change: (text: string) => string): string[] =>
  faultsOf(
    damaged(`en/${file}.json`, (content) => {
      const entry = (content as unknown as Table)[id];
      const text = entry?.[field];
      if (!entry || text === undefined) throw new Error(`no ${field} of ${id}`);
      entry[field] = change(text);
      if (entry[field] === text) throw new Error(`${id} was not changed: ${text}`);
    }),
  );

const swap =
  (from: string, to: string) =>
  (text: string): string =>
    text.replace(from, to);

describe("English that says otherwise than the Chinese is refused:", () => {
  it.each([
    ["a figure", "F087", "text", "RMB 2 trillion", "RMB 3 trillion", "the number 3000000000000 is not in"],
    ["its scale", "F087", "text", "trillion", "billion", "the number 2000000000 is not in"],
    ["a year", "F001", "text", "2020", "2021", "the number 2021 is not in"],
    ["a month", "F001", "text", "May", "June", "the number 5 of the Chinese is missing"],
    ["a city", "F176", "text", "Foshan", "Zhaoqing", "the city Zhaoqing is not in the Chinese"],
    ["a city left out", "F176", "text", "Foshan, ", "", "the city Foshan is missing"],
    ["a unit", "F087", "text", "RMB 2", "USD 2", "the unit is not the Chinese one (money)"],
    ["what is counted", "G217", "note", "vehicles", "tonnes", "the unit is not the Chinese one (vehicles)"],
    ["a cluster", "F176", "text", "semiconductors and integrated circuits", "chips", "the cluster “Semi"],
    ["Chinese characters", "F001", "text", "May", "May 五", "holds a Han character"],
    ["full-width signs", "F001", "text", " on ", "，on ", "holds a Han character or full-width sign"],
    ["a note", "G217", "note", "1.733", "1.737", "the number 1737000 is not in the Chinese"],
    ["a brief", "G217", "brief", "5.19", "5.91", "brief: the number 5910000 is not in the Chinese"],
    ["a long brief", "G217", "brief", "in 2023", `in 2023${", and so on".repeat(9)}`, "100 at most"],
    ["a full stop", "G217", "brief", "in 2023", "in 2023.", "must not end in a full stop"],
  ])("%s", (_, id, field, from, to, problem) => {
    const faults = edited("facts", id, field, swap(from, to));
    expect(faults.join("\n")).toContain(problem);
    for (const fault of faults) expect(fault).toMatch(new RegExp(`^en/facts\\.json ${id} `));
  });

  it.each([
    ["conflicts", "X7", "title", "9", "8"],
    ["glossary", "1+20", "text", "28 September", "29 September"],
    ["documents", "fyp-2021", "name", "14th", "15th"],
    ["about", "howmany", "text", "{facts}", "all"],
  ])("%s %s", (file, id, field, from, to) => {
    const [fault] = edited(file, id, field, swap(from, to));
    expect(fault?.split(" ").slice(0, 2)).toEqual([`en/${file}.json`, id]);
  });

  it("an id of nothing", () => {
    const folder = damaged("en/facts.json", (content) => {
      (content as unknown as Table)["F999"] = { text: "Nothing" };
    });
    expect(faultsOf(folder)).toEqual(["en/facts.json F999 facts has no such id"]);
  });

  it("a note that the Chinese lacks", () => {
    const { id = "" } = dataset.facts.find((f) => f.note === undefined) ?? {};
    const folder = damaged("en/facts.json", (content) => {
      const fact = (content as unknown as Table)[id];
      if (fact) fact["note"] = "Said by nobody";
    });
    expect(faultsOf(folder)).toEqual([`en/facts.json ${id} a note that the Chinese lacks`]);
  });

  it("a Chinese brief that says more than its text, or takes too long", () => {
    const brief = (words: string): string[] =>
      faultsOf(
        damaged("facts/regional.json", (content) => {
          const { facts } = content as unknown as { facts: Entry[] };
          const fact = facts.find((f) => f["id"] === "G217");
          if (fact) fact["brief"] = words;
        }),
      );
    expect(brief("2023 年广东汽车产量 520 万辆，新能源汽车 253.18 万辆").join("\n")).toContain(
      "facts/regional.json G217 the number 5200000 of the brief is not in the text",
    );
    expect(brief(`2023 年广东汽车产量 519 万辆，新能源汽车 253.18 万辆${"，如上".repeat(9)}`)[0]).toContain(
      "36 at most",
    );
  });
});

describe("a fact without English", () => {
  it("is no fault: it is shown in Chinese", () => {
    const folder = damaged("en/facts.json", (content) => {
      delete (content as unknown as Table)["F001"];
    });
    expect(faultsOf(folder)).toEqual([]);
  });

  it("is none of ours", () => {
    const { facts } = dataset.english;
    const lacking = dataset.facts.filter(
      ({ id, note, brief }) =>
        facts[id] === undefined ||
        (note !== undefined && facts[id].note === undefined) ||
        (brief !== undefined && facts[id].brief === undefined),
    );
    expect(lacking.map((f) => f.id)).toEqual([]);
  });
});

const HAN = /\p{Script=Han}/u;
const lingo = english(dataset);
const inChinese = (ids: readonly string[]): string[] => ids.filter((id) => HAN.test(lingo.name(id)));

describe("everything the dataset names has an English name:", () => {
  const { cities, clusters, aliases, facts, documents } = dataset;
  const roles = facts.flatMap((f) => f.role ?? []);
  const figures = facts.flatMap((f) => f.figures ?? []);

  it.each([
    ["cities, clusters, documents", [...cities, ...clusters, ...documents].map(({ id }) => id)],
    ["classes, regions, sets", [...clusters.map((c) => c.class), ...cities.map((c) => c.region)]],
    ["sets", aliases.sets.map(({ id }) => id)],
    ["metropolitan areas", cities.map((c) => c.metro)],
    ["role words", roles.map((r) => r.label)],
    ["parts", [...roles.flatMap((r) => r.part ?? []), ...aliases.parts.map(({ id }) => id)]],
    ["what a figure is of", figures.flatMap((f) => [...(f.of ? [f.of] : []), ...(f.words ? [f.words] : [])])],
  ])("%s", (_, ids) => {
    expect(inChinese([...new Set(ids)])).toEqual([]);
  });

  it("units of counts", () => {
    const units = figures.flatMap((f) => f.unit ?? []).filter((unit) => !/元/.test(unit));
    expect(inChinese([...new Set(units)])).toEqual([]);
  });

  it("publishers, conflicts, terms, and what the bot says of itself", () => {
    const { sources, conflicts, glossary, about } = dataset.english;
    const lacks = (own: object, all: readonly { id: string }[]): string[] =>
      all.map(({ id }) => id).filter((id) => !(id in own));
    expect(lacks(sources, dataset.sources)).toEqual([]);
    expect(lacks(conflicts, dataset.conflicts)).toEqual([]);
    expect(lacks(glossary, dataset.glossary)).toEqual([]);
    expect(lacks(about, dataset.about)).toEqual([]);
    const unsigned = dataset.sources.filter((s) => s.publisher && !sources[s.id]?.publisher);
    expect(unsigned.map((s) => s.id)).toEqual([]);
  });
});

describe("numbers of two languages", () => {
  it.each([
    ["4000 亿元", "RMB 400 billion", []],
    ["11163.18 亿元", "RMB 1.116318 trillion", []],
    ["90 万辆", "900,000 vehicles", []],
    ["2020 年 5 月 18 日", "18 May 2020", []],
    ["十大支柱集群", "the ten pillar clusters", []],
    ["4000 亿元", "RMB 400 million", [4e11]],
  ])("%s: %s", (zh, en, missing) => {
    expect(unsaid(numbersInChinese(zh), numbersInEnglish(en))).toEqual(missing);
  });
});
