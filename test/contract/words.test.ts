/** Every text that a person reads besides answers, of every table: each language speaks itself alone. */
import { describe, expect, it } from "vitest";
import { argumentsOf, definitions } from "../../src/adapters/discord/commands.ts";
import { WORDS as DISCORD } from "../../src/adapters/discord/words.ts";
import { menus } from "../../src/adapters/telegram/commands.ts";
import { WORDS as TELEGRAM } from "../../src/adapters/telegram/words.ts";
import { WORDS as TERMINAL } from "../../src/adapters/terminal/words.ts";
import { WORDLESS } from "../../src/adapters/shared/wordless.ts";
import { localeOf } from "../../src/adapters/shared/locale.ts";
import { COMMANDS } from "../../src/app/commands.ts";
import { createVoices } from "../../src/core/say/say.ts";
import { type Locale, LOCALES } from "../../src/core/types.ts";
import { createTongues, WORDS as DAILY } from "../../src/daily/tongues.ts";
import { inTraditional } from "../../src/text/table.ts";
import { toTraditional } from "../../src/text/traditional.ts";
import { dataset, newBot } from "../support/bot.ts";

const HAN = /\p{Script=Han}/u;
/** Whatever a text is given: it tells no language. */
const ANYTHING = new Proxy({}, { get: () => "7" });

/** Every text of a table, by where it stands. */
function textsOf(table: object, path = ""): [string, string][] {
  return Object.entries(table).flatMap(([name, entry]: [string, unknown]) => {
    const at = path === "" ? name : `${path}.${name}`;
    if (typeof entry === "string") return [[at, entry] as [string, string]];
    if (typeof entry === "function") return [[at, String((entry as (given: object) => unknown)(ANYTHING))]];
    return entry !== null && typeof entry === "object" ? textsOf(entry, at) : [];
  });
}

const TABLES: Readonly<Record<string, Readonly<Record<Locale, object>>>> = {
  "every chat": WORDLESS,
  daily: DAILY,
  discord: DISCORD,
  telegram: TELEGRAM,
  terminal: TERMINAL,
};

describe.each(Object.entries(TABLES))("the words of %s", (_name, tables) => {
  const of = (locale: Locale): [string, string][] => textsOf(tables[locale]);

  it("are the same texts in every language, none of them empty", () => {
    const [simplified, ...others] = LOCALES.map(of);
    expect(simplified?.length).toBeGreaterThan(0);
    for (const other of others) expect(other.map(([at]) => at)).toEqual(simplified?.map(([at]) => at));
    for (const [at, text] of LOCALES.flatMap(of)) expect(text.trim(), at).not.toBe("");
  });

  it("have no Han in English", () => {
    for (const [at, text] of of("en")) expect(text, at).not.toMatch(HAN);
  });

  it("have no character in Traditional Chinese that is Simplified alone", () => {
    for (const [at, text] of of("zh-TW")) expect(text, at).toBe(toTraditional(text));
  });

  it("differ by language wherever they have Han", () => {
    for (const [i, [at, text]] of of("zh-CN").entries())
      if (HAN.test(text)) expect(of("en")[i]?.[1], at).not.toBe(text);
  });
});

describe("what topics and zones are called", () => {
  const tongues = createTongues(dataset);
  const topics = [
    "all",
    "class:支柱",
    "class:新兴",
    ...dataset.clusters.map(({ id }) => `cluster:${id}`),
    ...dataset.cities.map(({ id }) => `city:${id}`),
  ];

  it.each(topics)("%s", (topic) => {
    expect(tongues.en.topic(topic)).not.toMatch(HAN);
    expect(tongues["zh-TW"].topic(topic)).toBe(toTraditional(tongues["zh-CN"].topic(topic)));
  });

  it("zones and moments", () => {
    const at = Date.parse("2026-11-27T09:00+08:00");
    expect(LOCALES.map((locale) => tongues[locale].zone("Asia/Shanghai"))).toEqual([
      "北京时间",
      "北京時間",
      "Beijing time",
    ]);
    expect(LOCALES.map((locale) => tongues[locale].moment(at, "Asia/Shanghai"))).toEqual([
      "11 月 27 日 09:00",
      "11 月 27 日 09:00",
      "27 November, 09:00",
    ]);
    expect(tongues.en.zone("Etc/GMT-8")).toBe("UTC+8");
  });
});

describe("commands", () => {
  it("are described in English without Han, in the menus too", () => {
    for (const { name, en } of COMMANDS) expect(en, name).not.toMatch(HAN);
    for (const { language, commands } of menus(COMMANDS))
      for (const { command, description } of commands)
        expect(HAN.test(description), `${language} ${command}`).toBe(language === "zh");
  });

  it("speak on Discord the language of who looks at them", () => {
    const withOwn = definitions(COMMANDS).flatMap((command) => [command, ...(command.options ?? [])]);
    const parts = withOwn.flatMap((part) => [part, ...("options" in part ? (part.options ?? []) : [])]);
    const named = parts.flatMap((part) => [part, ...("choices" in part ? (part.choices ?? []) : [])]);
    const maps = [
      ...named.map(({ name_localizations: names }) => names),
      ...parts.map(({ description_localizations: texts }) => texts),
    ];
    for (const map of maps) {
      expect(Object.keys(map ?? {})).toEqual(["zh-CN", "zh-TW", "en-US", "en-GB"]);
      for (const locale of ["en-US", "en-GB"] as const) expect(map?.[locale]).not.toMatch(HAN);
      expect(map?.["zh-TW"]).toBe(toTraditional(map?.["zh-CN"] ?? ""));
      expect(map?.["zh-CN"]).toMatch(HAN);
    }
  });
});

describe("names offered while someone types", () => {
  const bot = newBot();
  const voices = createVoices(dataset);
  const ask = (text: string) => bot({ text, chat: { platform: "test", id: "1" } });

  it.each(LOCALES)("are understood as they are offered: %s", (locale) => {
    const { lingo } = voices[locale];
    for (const { id } of dataset.clusters)
      expect(ask(`/cluster ${lingo.name(id)}`)).toMatchObject({ outcome: "answer", clusters: [id] });
    for (const { id } of dataset.cities)
      expect(ask(`/city ${lingo.name(id)}`)).toMatchObject({ outcome: "answer", cities: [id] });
  });

  it.each(LOCALES)("and so are the classes: %s", (locale) => {
    for (const id of ["支柱", "新兴"]) {
      const [word = ""] = argumentsOf(COMMANDS, "list", { values: new Map([["class", id]]) }, locale);
      expect(ask(`/list ${word}`).clusters).toEqual(ask(`/list ${id}`).clusters);
      expect(ask(`/figures ${word}`).title.text).toContain(id);
    }
  });
});

describe("a language as platforms write it", () => {
  it.each([
    ["zh-hant", "zh-TW"],
    ["zh-TW", "zh-TW"],
    ["zh-HK", "zh-TW"],
    ["zh-Hant-HK", "zh-TW"],
    ["zh-hans", "zh-CN"],
    ["zh-CN", "zh-CN"],
    ["zh", "zh-CN"],
    ["zh-hans-hk", "zh-CN"],
    ["en", "en"],
    ["en-GB", "en"],
    ["fr", "en"],
    ["pt-br", "en"],
    ["zh_TW", "zh-TW"],
    ["zh-Hans-HK", "zh-CN"],
    ["cmn-Hant", "zh-TW"],
    ["nan", "zh-CN"],
    ["tlh", "en"],
    ["en-x-unheard", "en"],
  ])("%s is %s", (tag, locale) => expect(localeOf(tag)).toBe(locale));

  it("is unknown where it is not told", () => {
    for (const tag of [undefined, "", "?", "简体", "-", "i-klingon", "x".repeat(5_000)])
      expect(localeOf(tag), tag).toBe(undefined);
  });
});

it("a table is converted whole: texts, functions and what stands in it", () => {
  const table = { a: "龙", b: ({ word }: { word: string }) => `“${word}”里`, c: { d: "国" } };
  const { a, b, c } = inTraditional(table);
  expect([a, b({ word: "龙" }), c.d]).toEqual(["龍", toTraditional("“龙”里"), "國"]);
});
