/** The vocabulary: one meaning for each surface, nothing that points nowhere. Each check is broken once. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createNormalizer } from "../../src/core/read/normalize.ts";
import { COMMANDS } from "../../src/app/commands.ts";
import { surfacesOf } from "../../src/dataset/surfaces.ts";
import { DATA, dataset } from "../support/bot.ts";
import { damaged, type Entry, faultsOf } from "./damage.ts";

type Json = Record<string, never>;

const allBroken = (file: string, change: (content: Json) => void): string[] =>
  faultsOf(
    damaged(file, (content) => {
      change(content as unknown as Json);
    }),
  );

/** The first fault of a file changed so; `change` gets the whole content. */
const broken = (file: string, change: (content: Json) => void): string => allBroken(file, change)[0] ?? "";

const words = (table: string, change: (content: Record<string, string[]>) => void): string =>
  broken("words.json", (content) => change(content[table] as unknown as Record<string, string[]>));

const list = (file: string, change: (entries: Entry[]) => void): string =>
  broken(file, (content) => change(content as unknown as Entry[]));

const find = (entries: Entry[], key: string, value: string): Entry => {
  const entry = entries.find((e) => e[key] === value);
  if (!entry) throw new Error(`no ${value}`);
  return entry;
};

const aliases = (table: string, change: (entries: Entry[]) => void): string =>
  broken("aliases.json", (content) => change(content[table] as unknown as Entry[]));

describe("a surface has one meaning:", () => {
  it("an operator is no filler", () => {
    const fault = broken("words.json", (w) => (w["filler"] as unknown as string[]).push("不是"));
    expect(fault).toBe(
      "words.json 不是 is an operator (ops not) and would be dropped as filler; remove it from filler",
    );
  });

  it("a bound is no filler either", () => {
    const fault = broken("words.json", (w) => (w["filler"] as unknown as string[]).push("超过"));
    expect(fault).toContain("is an operator (bounds over before)");
  });

  it("words of two tables", () => {
    const fault = words("measures", (m) => m["revenue"]?.push("核心"));
    expect(fault).toBe(
      "words.json 核心 means both tiers core (words.json) and measures revenue (words.json); remove it from one of them",
    );
  });

  it("a word and a name, whatever its case", () => {
    expect(words("measures", (m) => m["revenue"]?.push("GuangZhou"))).toContain("means both cities 广州");
  });

  it("one list", () => {
    expect(words("tiers", (t) => t["core"]?.push("核心"))).toContain("is listed twice in tiers core");
  });

  it("a document, unless it is an edition of another", () => {
    expect(words("documents", (d) => d["energy-2023"]?.push("行动计划"))).toContain("means both documents");
  });

  it("a named thing and a district, unless the thing says whose district it is", () => {
    const fault = aliases("things", (things) => delete find(things, "id", "顺德")["districtOf"]);
    expect(fault).toContain("means both things 顺德 (aliases.json) and districts 佛山 (places.json)");
  });

  it("a thing that says it of a city without that district", () => {
    const fault = aliases("things", (things) => (find(things, "id", "激光谷")["districtOf"] = "深圳"));
    expect(fault).toContain("aliases.json 激光谷 the district of “深圳” does not exist");
  });
});

describe("a surface is written as questions are read:", () => {
  it.each([
    ["软体业", "软件业"],
    ["“双核”", "双核"],
    ["（核心）", "(核心)"],
  ])("%s is read as %s", (surface, read) => {
    expect(words("tiers", (t) => t["core"]?.push(surface))).toContain(
      `is never found, because questions are read as “${read}”`,
    );
  });

  it("by the core's own reading, Traditional characters included", () => {
    const normalize = createNormalizer(dataset);
    const lost = surfacesOf(dataset).filter(({ surface }) => normalize(surface) !== surface.toLowerCase());
    expect(lost).toEqual([]);
  });
});

describe("a regional word is replaced only where it stands alone:", () => {
  it("a name that contains it", () => {
    const faults = allBroken("regional.json", (r) =>
      (r as unknown as Entry[]).push({ from: "智能家", to: "智慧家" }),
    );
    expect(faults).toContain("regional.json 智能家 is part of the name 智能家电; add that to its except");
    expect(faults).toContainEqual(expect.stringContaining("aliases.json 智能家电 is never found"));
  });

  it("an exception that is no longer word", () => {
    const fault = list("regional.json", (r) => (find(r, "from", "软体")["except"] = ["机器人"]));
    expect(fault).toContain("regional.json 软体 has the exception 机器人");
  });

  it("twice, or after a part of it", () => {
    expect(list("regional.json", (r) => r.push({ ...r[1] }))).toContain("is listed twice");
    expect(list("regional.json", (r) => r.push({ from: "软体园区", to: "软件园" }))).toContain(
      "never applies, because 软体 is replaced before it",
    );
  });
});

describe("whole turns:", () => {
  it("two acts", () => {
    expect(words("acts", (a) => a["more"]?.push("出处呢"))).toContain(
      "words.json acts more “出处呢” is also “出处” of acts sources",
    );
  });

  it("an act and an answer about the bot, unless declared", () => {
    const fault = list("about.json", (about) => delete find(about, "id", "wrong")["act"]);
    expect(fault).toMatch(/about\.json wrong “.+” is also .+ declare "act": "sure"/);
  });

  it("a declaration without words in common", () => {
    const fault = list("about.json", (about) => (find(about, "id", "cost")["act"] = "back"));
    expect(fault).toContain("about.json cost declares the act back but shares no words with it");
  });

  it("an answer about the bot with something nobody fills in", () => {
    const fault = list("about.json", (about) => (find(about, "id", "cost")["text"] = "{price} 元"));
    expect(fault).toContain("about.json cost nothing fills {price}");
  });

  it("answers about the bot name only commands there are", () => {
    const named = dataset.about.flatMap(({ text }) => [...text.matchAll(/\/(\w+)/g)].map((m) => m[1]));
    for (const name of named) expect(COMMANDS.map((c) => c.name)).toContain(name);
  });

  it("two definitions of one term", () => {
    const fault = list("glossary.json", (g) => (find(g, "id", "重点")["names"] = ["核心"]));
    expect(fault).toContain("glossary.json 重点 “核心” is also “核心” of 核心");
  });
});

describe("what points nowhere:", () => {
  it("a definition's fact", () => {
    const fault = list("glossary.json", (g) => (find(g, "id", "3+N")["facts"] = ["F999"]));
    expect(fault).toContain("glossary.json 3+N the fact “F999” does not exist");
  });

  it("a definition that rests on nothing", () => {
    const fault = list("glossary.json", (g) => delete find(g, "id", "3+N")["facts"]);
    expect(fault).toContain("glossary.json 3+N rests on no fact");
  });

  it("a definition for the words of two tiers", () => {
    const fault = list("glossary.json", (g) => (find(g, "id", "重点")["names"] = ["重点城市", "龙头"]));
    expect(fault).toContain("its names are words of several tiers (key, core)");
  });

  it("a district's city, and a place elsewhere that is ours", () => {
    const fault = broken("places.json", (p) =>
      (p["districts"] as unknown as Entry[]).push({ city: "羊城", names: ["某某区"] }),
    );
    expect(fault).toContain("places.json 某某区 the city “羊城” does not exist");
    const ours = broken("places.json", (p) =>
      (p["elsewhere"] as unknown as Entry[]).push({ id: "广州", names: ["某某省"] }),
    );
    expect(ours).toContain("places.json 广州 is one of our cities");
  });

  it("a stranger that is one of ours", () => {
    const fault = broken("strangers.json", (s) => (s["industries"] as unknown as string[]).push("半导体"));
    expect(fault).toContain("strangers.json 半导体 means both clusters 半导体与集成电路 names");
  });

  it("a conflict that no fact names, and its cities", () => {
    const fault = list("conflicts.json", (c) => c.push({ id: "X99", title: "题", say: "说法" }));
    expect(fault).toContain("conflicts.json X99 no fact names it");
    const city = list("conflicts.json", (c) => (find(c, "id", "X9")["cities"] = ["羊城"]));
    expect(city).toContain("conflicts.json X9 the city “羊城” does not exist");
  });

  it("another word for a part of no cluster", () => {
    const fault = aliases("parts", (p) => (find(p, "id", "游戏")["names"] = ["掌上游戏"]));
    expect(fault).toContain("the part “掌上游戏” is filed under no cluster");
  });

  it("a document that nobody can ask for", () => {
    expect(words("documents", (d) => delete d["sme-national"])).toContain(
      "words.json sme-national is a document without surfaces",
    );
  });

  it("a sound of a word that is gone", () => {
    const fault = broken("pinyin.json", (p) => Object.assign(p, { dabaicai: "大白菜" }));
    expect(fault).toContain("pinyin.json dabaicai “大白菜” is no word of the vocabulary");
  });
});

describe("roles against a closed list:", () => {
  const changed = (id: string, change: (fact: Entry) => void): string[] =>
    allBroken("facts/policy.json", (content) =>
      change(find(content["facts"] as unknown as Entry[], "id", id)),
    );

  it("a city that the list leaves out", () => {
    const faults = changed("F085", (f) => (f["cities"] = ["珠海"]));
    expect(faults).toEqual([
      "facts/policy.json F085 珠海 is not on the closed list of F084 (base); mark that open, correct one, or give both a conflict",
    ]);
  });

  it("unless both are told as a conflict", () => {
    expect(changed("F039", (f) => delete f["conflict"])).toEqual([
      expect.stringContaining("F039 珠海 is not on the closed list of F226"),
    ]);
  });
});

describe("data/README.md", () => {
  const text = readFileSync(join(DATA, "README.md"), "utf8");
  const files = readdirSync(DATA, { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".json"));

  it.each(files)("describes %s", (file) => expect(text).toContain(`\`${file.replaceAll("\\", "/")}\``));

  it("types no number of facts: the check prints it", () => {
    expect(text).not.toMatch(/\d{2,} facts/);
  });
});
