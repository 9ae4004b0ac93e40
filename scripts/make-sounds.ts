/**
 * Writes data/homophones.json and data/pinyin.json from the aliases and words. Run it after editing those two.
 * pinyin-pro is needed here only: at run time the two tables are all the core knows about sounds.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pinyin } from "pinyin-pro";
import { Aliases } from "../src/dataset/language.ts";
import { Words } from "../src/dataset/words.ts";
import { southern } from "../src/text/pinyin.ts";

const folder = new URL("../data/", import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), "utf8"));
const aliases = Aliases.parse(read("aliases.json"));
const words = Words.parse(read("words.json"));

const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);
/** zh = z, ng = n: what many speakers do not tell apart. */
const blurred = (syllable: string): string => southern(syllable);
const sound = (text: string): string => pinyin(text, { toneType: "none", type: "array", v: true }).join("");

/** The 6,763 characters of GB 2312: what people type. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder("gb2312");
  const found: string[] = [];
  for (let high = 0xb0; high <= 0xf7; high += 1) {
    for (let low = 0xa1; low <= 0xfe; low += 1) {
      const char = decoder.decode(Uint8Array.of(high, low));
      if (isHan(char)) found.push(char);
    }
  }
  return found;
}

const entityNames = [
  ...aliases.clusters.flatMap((c) => c.names),
  ...aliases.cities.flatMap((c) => c.names),
].filter(isHan);

function homophones(): Record<string, string> {
  const needed = new Set(entityNames.flatMap((name) => [...name].map((char) => blurred(sound(char)))));
  const table: Record<string, string> = {};
  for (const char of commonCharacters()) {
    const readings = new Set(pinyin(char, { toneType: "none", type: "array", multiple: true, v: true }));
    for (const reading of new Set([...readings].map(blurred))) {
      if (needed.has(reading)) table[reading] = (table[reading] ?? "") + char;
    }
  }
  return sorted(table);
}

/** Of amounts: 4000 yiyuan. */
const UNITS = ["元", "万", "亿", "万亿", "万元", "亿元", "万亿元"];

/** Entities first: where two words sound alike the earlier one keeps the sound. */
function pinyinTable(): Record<string, string> {
  const groups = [
    words.tiers,
    words.asks,
    words.topics,
    words.stars,
    words.happenings,
    words.series,
    words.measures,
    words.wholes,
    words.status,
    words.classes,
    words.ops,
    words.nouns,
  ];
  const surfaces = [
    ...entityNames,
    ...aliases.clusters.flatMap((c) => [...c.kin, ...c.related]),
    ...aliases.sets.flatMap((s) => s.names),
    ...groups.flatMap((group) => Object.values(group).flat()),
    ...Object.values(words.bounds).flatMap(({ before, after }) => [...before, ...after]),
    ...aliases.things.flatMap((t) => t.names),
    ...words.filler,
    ...UNITS,
  ]
    .filter(isHan)
    // shenzhen shi bu shi asks whether: of 市 and 是, which sound alike, the second is what people mean.
    .filter((surface) => !aliases.cities.some(({ id }) => surface === `${id}市`));
  const table: Record<string, string> = {};
  for (const surface of surfaces) table[sound(surface)] ??= surface;
  return sorted(table);
}

const sorted = (table: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(table).toSorted(([a], [b]) => (a < b ? -1 : 1)));

for (const [file, table] of [
  ["homophones.json", homophones()],
  ["pinyin.json", pinyinTable()],
] as const) {
  writeFileSync(new URL(file, folder), `${JSON.stringify(table, null, 2)}\n`);
  console.log(`${file}: ${Object.keys(table).length} entries`);
}
