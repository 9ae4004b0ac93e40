import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DATA, dataset } from "../support/bot.ts";
import { damaged, type Entry, faultsOf } from "./damage.ts";

/** A copy of the real data with the facts or the sources of one file changed. */
const damagedFacts = (file: string, change: (facts: Entry[], sources: Entry[]) => void): string =>
  damaged(file, (content) => {
    const { facts, sources } = content as unknown as { facts: Entry[]; sources: Entry[] };
    change(facts, sources);
  });

const entryOf = (entries: readonly Entry[], id: string): Entry => {
  const entry = entries.find((e) => e["id"] === id);
  if (!entry) throw new Error(`no ${id}`);
  return entry;
};

const edit = (file: string, id: string, change: (entry: Entry) => void): string[] =>
  faultsOf(damagedFacts(file, (facts) => change(entryOf(facts, id))));

const POLICY = "facts/policy.json";
const REGIONAL = "facts/regional.json";

describe("the dataset", () => {
  it("is without faults", () => {
    expect(faultsOf(DATA)).toEqual([]);
  });

  it("has the two lists of ten and the twenty-one cities", () => {
    expect(dataset.clusters.filter((c) => c.class === "支柱")).toHaveLength(10);
    expect(dataset.clusters.filter((c) => c.class === "新兴")).toHaveLength(10);
    expect(dataset.cities).toHaveLength(21);
  });

  it("names every source by a grade a reader can see", () => {
    for (const fact of dataset.facts) expect(dataset.source.get(fact.source)?.grade).toBeDefined();
  });
});

describe("a faulty dataset is refused with the file, the entry and the fault:", () => {
  it("a reference to a source that does not exist", () => {
    const faults = edit(POLICY, "F087", (f) => (f["source"] = "NOWHERE"));
    expect(faults).toEqual(["facts/policy.json F087 source “NOWHERE” does not exist"]);
  });

  it("a fact without a source", () => {
    const faults = edit(POLICY, "F087", (f) => delete f["source"]);
    expect(faults[0]).toContain("facts/policy.json F087 source:");
  });

  it("a figure without a unit", () => {
    const faults = edit(POLICY, "F087", (f) => delete (f["figures"] as Entry[])[0]?.["unit"]);
    expect(faults[0]).toContain("F087");
    expect(faults[0]).toContain("a value needs a unit");
  });

  it("a figure without a year", () => {
    const faults = edit(POLICY, "F087", (f) => delete (f["figures"] as Entry[])[0]?.["year"]);
    expect(faults[0]).toContain("year");
  });

  it("a figure that the sentence does not state", () => {
    const faults = edit(
      POLICY,
      "F087",
      (f) => ((f["figures"] as Entry[])[0] = { ...(f["figures"] as Entry[])[0], value: 77 }),
    );
    expect(faults).toEqual([expect.stringContaining("the figure 77")]);
  });

  it("an id used twice", () => {
    const faults = faultsOf(damagedFacts(REGIONAL, (facts) => facts.push({ ...facts[0], id: "F087" })));
    expect(faults).toEqual([expect.stringMatching(/^facts\/regional\.json F087 the id is used twice$/)]);
  });

  it("a source used twice, even in another file", () => {
    const faults = faultsOf(
      damagedFacts(REGIONAL, (_, sources) => sources.push({ ...sources[0], id: "SEED" })),
    );
    expect(faults).toEqual(["facts/regional.json SEED the id is used twice"]);
  });

  it("a source whose date is a remark", () => {
    const faults = faultsOf(
      damagedFacts(POLICY, (_, sources) => (entryOf(sources, "SOFT23")["date"] = "2023（据文号）")),
    );
    expect(faults).toEqual([expect.stringContaining("facts/policy.json SOFT23 date:")]);
  });

  it("a folder without facts", () => {
    const folder = damaged("cities.json", () => undefined);
    rmSync(join(folder, "facts"), { recursive: true });
    expect(faultsOf(folder)).toEqual([expect.stringContaining("facts - cannot be read")]);
    mkdirSync(join(folder, "facts"));
    expect(faultsOf(folder)).toEqual(["facts - holds no JSON file"]);
  });

  it("an alias that names two clusters", () => {
    const faults = faultsOf(
      damaged("aliases.json", (aliases) => {
        const { clusters } = aliases as unknown as { clusters: { id: string; names: string[] }[] };
        clusters.find((c) => c.id === "新能源")?.names.push("半导体");
      }),
    );
    expect(faults.join("\n")).toContain(
      "aliases.json 半导体 means both clusters 半导体与集成电路 names (aliases.json) and clusters 新能源 names",
    );
  });

  it("two correctable names within each other's reach", () => {
    const faults = faultsOf(
      damaged("aliases.json", (aliases) => {
        const { clusters } = aliases as unknown as { clusters: { id: string; names: string[] }[] };
        clusters.find((c) => c.id === "新能源")?.names.push("智能机器车");
      }),
    );
    expect(faults.join("\n")).toContain("is within two edits of");
  });

  it("a file that is no JSON", () => {
    const folder = damaged("cities.json", () => undefined);
    writeFileSync(join(folder, "cities.json"), "{");
    expect(faultsOf(folder)).toEqual([expect.stringContaining("cities.json - cannot be read as JSON")]);
  });

  it("all of them at once", () => {
    const folder = damagedFacts(POLICY, (facts) => {
      for (const fact of facts.slice(0, 3)) fact["source"] = "NOWHERE";
    });
    expect(faultsOf(folder)).toHaveLength(3);
  });
});

describe("a field that says more than the sentence is refused:", () => {
  it.each([
    ["2020-05-19", "a day"],
    ["2020-06-18", "a month"],
    ["2021-05-18", "a year"],
  ])("the date %s (%s)", (date) => {
    const faults = edit(POLICY, "F001", (f) => (f["dates"] = [{ act: "issued", date }]));
    expect(faults).toEqual([`facts/policy.json F001 the date ${date} is not in the text`]);
  });

  it("a month that is only the end of another", () => {
    const faults = edit(POLICY, "F001", (f) => {
      f["text"] = "《意见》于 2020 年 12 月出台";
      f["dates"] = [{ act: "issued", date: "2020-02" }];
    });
    expect(faults).toContain("facts/policy.json F001 the date 2020-02 is not in the text");
  });

  it("a document number", () => {
    const faults = edit(POLICY, "F002", (f) => (f["numbers"] = ["粤府函〔2020〕83 号"]));
    expect(faults).toEqual([expect.stringContaining("the document number 粤府函〔2020〕83 号")]);
  });

  it("a place in a series, which may be written in words", () => {
    const ninth = { series: "trillion", place: 9 };
    expect(edit(REGIONAL, "G061", (f) => (f["ordinal"] = ninth))).toEqual([]);
    const faults = edit(REGIONAL, "G061", (f) => (f["ordinal"] = { ...ninth, place: 8 }));
    expect(faults).toEqual([expect.stringContaining("the place 8 in a series")]);
  });

  it("what is ranked, and a place that is not the first", () => {
    const rank = { place: 5, among: "全国城市", what: "制造业总产值" };
    expect(edit(REGIONAL, "G059", (f) => (f["rank"] = rank))).toEqual([]);
    const faults = edit(REGIONAL, "G059", (f) => (f["rank"] = { ...rank, place: 3, what: "营收" }));
    expect(faults).toEqual([
      expect.stringContaining("what is ranked (营收)"),
      expect.stringContaining("the rank 3 is not in the text"),
    ]);
  });

  it.each([
    ["F063", "H2"],
    ["F073", "Q3"],
    ["F063", "M7"],
  ])("the part of a year (%s, %s)", (id, period) => {
    const faults = edit(POLICY, id, (f) => (((f["figures"] as Entry[])[0] as Entry)["period"] = period));
    expect(faults).toEqual([`facts/policy.json ${id} the period ${period} is not in the text`]);
  });

  it("1—10 月 is not 1—11 月", () => {
    const faults = edit(REGIONAL, "G176", (f) => {
      for (const figure of f["figures"] as Entry[]) figure["period"] = "M11";
    });
    expect(faults).toHaveLength(dataset.fact.get("G176")?.figures?.length ?? 0);
  });

  it("an open list without 等, and a list that ends in 等 without being open", () => {
    expect(edit(POLICY, "F097", (f) => ((f["role"] as Entry)["open"] = true))).toEqual([
      expect.stringContaining("no 等 is in the text"),
    ]);
    for (const id of ["F016", "F146"]) {
      expect(edit(POLICY, id, (f) => delete (f["role"] as Entry)["open"])).toEqual([
        expect.stringContaining("ends in 等, but the role is not open"),
      ]);
    }
  });
});
