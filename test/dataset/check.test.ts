import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { DatasetError, loadDataset } from "../../src/dataset/load.ts";
import { DATA, dataset } from "../support/bot.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

type Entry = Record<string, unknown>;

/** A copy of the real data with one file changed. */
function damaged(file: string, change: (entries: Entry[]) => unknown): string {
  const folder = mkdtempSync(join(tmpdir(), "yuequn-data-"));
  folders.push(folder);
  cpSync(DATA, folder, { recursive: true });
  const entries = JSON.parse(readFileSync(join(folder, file), "utf8")) as Entry[];
  writeFileSync(join(folder, file), JSON.stringify(change(entries) ?? entries));
  return folder;
}

function faultsOf(folder: string): string[] {
  try {
    loadDataset(folder);
  } catch (error) {
    if (error instanceof DatasetError) return error.faults.map((f) => `${f.file} ${f.id} ${f.problem}`);
    throw error;
  }
  return [];
}

const edit = (file: string, id: string, change: (entry: Entry) => void): string[] =>
  faultsOf(
    damaged(file, (entries) => {
      const entry = entries.find((e) => e["id"] === id);
      if (!entry) throw new Error(`no ${id} in ${file}`);
      change(entry);
    }),
  );

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
    const faults = edit("facts.json", "F087", (f) => (f["source"] = "NOWHERE"));
    expect(faults).toEqual(["facts.json F087 source “NOWHERE” does not exist"]);
  });

  it("a fact without a source", () => {
    const faults = edit("facts.json", "F087", (f) => delete f["source"]);
    expect(faults[0]).toContain("facts.json F087 source:");
  });

  it("a figure without a unit", () => {
    const faults = edit("facts.json", "F087", (f) => delete (f["figures"] as Entry[])[0]?.["unit"]);
    expect(faults[0]).toContain("F087");
    expect(faults[0]).toContain("a value needs a unit");
  });

  it("a figure without a year", () => {
    const faults = edit("facts.json", "F087", (f) => delete (f["figures"] as Entry[])[0]?.["year"]);
    expect(faults[0]).toContain("year");
  });

  it("a figure that the sentence does not state", () => {
    const faults = edit(
      "facts.json",
      "F087",
      (f) => ((f["figures"] as Entry[])[0] = { ...(f["figures"] as Entry[])[0], value: 77 }),
    );
    expect(faults).toEqual([expect.stringContaining("the figure 77")]);
  });

  it("an id used twice", () => {
    const faults = faultsOf(damaged("facts.json", (entries) => [...entries, entries[0]]));
    expect(faults).toEqual([expect.stringContaining("the id is used twice")]);
  });

  it("an alias that names two clusters", () => {
    const faults = faultsOf(
      damaged("aliases.json", (aliases) => {
        const { clusters } = aliases as unknown as { clusters: { id: string; names: string[] }[] };
        clusters.find((c) => c.id === "新能源")?.names.push("半导体");
      }),
    );
    expect(faults.join("\n")).toContain("names both");
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
    const folder = damaged("facts.json", (entries) => {
      for (const entry of entries.slice(0, 3)) entry["source"] = "NOWHERE";
    });
    expect(faultsOf(folder)).toHaveLength(3);
  });
});
