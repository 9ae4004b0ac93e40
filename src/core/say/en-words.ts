/** Turns of phrase that the English texts share. */
import { groupBy } from "../../dataset/dataset.ts";
import type { Tier } from "../../dataset/schema.ts";
import { type Lingo, unnamed } from "./lingo.ts";
import type { Compare, Tally } from "../query.ts";
import type { InParts, Judged, Want } from "./texts.ts";

/** A, B and C. Names that hold a comma or an “and” of their own are told apart by semicolons. */
export function join(items: readonly string[], last = "and"): string {
  if (items.length > 1 && items.some((item) => /,| and /.test(item))) return items.join("; ");
  const before = items.slice(0, -1);
  const end = items.at(-1) ?? "";
  return before.length === 0 ? end : `${before.join(", ")} ${last} ${end}`;
}

/** Names in the middle of a sentence. */
export const names = (ids: readonly string[], lingo: Lingo, last?: string): string =>
  join(
    ids.map((id) => lingo.inline(id)),
    last,
  );

const MOST_NAMED = 12;
/** A long list is named in part, and counted. */
export function some(ids: readonly string[], lingo: Lingo): string {
  if (ids.length <= MOST_NAMED) return names(ids, lingo);
  const shown = ids.slice(0, MOST_NAMED).map((id) => lingo.inline(id));
  return `${shown.join("; ")}; and ${ids.length - MOST_NAMED} more`;
}

/** The words, or nothing where there is nothing to say them of. */
export const when = (holds: boolean, words: string): string => (holds ? words : "");

/** Guangzhou and Foshan (food industry). */
export const limitedTo = (entries: InParts, lingo: Lingo): string =>
  join(
    [...groupBy(entries, ({ parts }) => [parts.join()])].map(([, own]) => {
      const who = own.map((e) => e.name);
      return `${some(who, lingo)} (${names(own[0]?.parts ?? [], lingo)})`;
    }),
  );

/** Behind what is said of whole clusters. */
export const besides = (entries: InParts, lingo: Lingo): string =>
  when(entries.length > 0, `; in one industry only: ${limitedTo(entries, lingo)}`);

/** a revenue target, an output target, a 2025 target. */
export const article = (noun: string): string => `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;

/** 1 city, 3 cities. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** One has, several have. */
export const verb = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence by itself: a capital before, a full stop behind. */
export const sentence = (text: string): string => `${capital(text.trim())}.`;

/** A sentence after a colon: The 2025 target → the 2025 target. */
export const inner = (text: string): string =>
  text.replace(/^(?:The|There|One|It|An?|In|On|By|Each|Reported|Media)\b/, (word) => word.toLowerCase());

/** Somebody's own words: in quotes, or where they are Chinese in brackets. */
export function quoted(words: string): string {
  const shown = unnamed(words);
  return shown === words ? `"${words}"` : shown;
}

/** A place as it was written, in small letters: Shanghai. */
export const place = (word: string): string =>
  unnamed(word.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase()));

/** the semiconductors and integrated circuits cluster; nothing where none is named. */
export function clusterOf(ids: readonly string[], lingo: Lingo): string {
  if (ids.length === 0) return "";
  return ids.length === 1 ? `the ${names(ids, lingo)} cluster` : `the clusters ${names(ids, lingo)}`;
}

/** the action plans 2021–2025. */
export function documentOf(id: string, lingo: Lingo): string {
  const name = lingo.name(id);
  return name.startsWith("the ") ? name : `the ${name}`;
}

/** Of one city, and of several. */
const CITIES: Readonly<Record<Tier, readonly [string, string]>> = {
  core: ["core city", "core cities"],
  key: ["key city", "key cities"],
  base: ["base", "bases"],
  support: ["supporting city", "supporting cities"],
  listed: ["listed city", "listed cities"],
  task: ["city with a task", "cities with a task"],
  city: ["city by its own plan", "cities by their own plans"],
  news: ["city named in reports", "cities named in reports"],
};

/** core city, core or key cities; of any role where none is named. */
export function cityWord(tiers: readonly Tier[], count: number): string {
  const words = tiers.map((tier) => CITIES[tier][count === 1 ? 0 : 1]);
  return words.length === 0 ? verb(count, "city", "cities") : words.join(" or ");
}

const TALLIES: Readonly<Record<Compare, string>> = {
  ">": "more than ",
  ">=": "at least ",
  "<": "fewer than ",
  "<=": "at most ",
  "=": "just ",
  "~": "just ",
};

/** 3 cities are core cities of at least 3 clusters; 2 clusters have more than 3 core cities. */
export function tallyOf({
  entries: { length },
  tally,
  want,
  tiers,
}: {
  entries: readonly unknown[];
  tally: Tally;
  want: Want;
  tiers: readonly Tier[];
}): string {
  const many = `${TALLIES[tally.cmp]}${tally.count}`;
  const plain = tiers.length === 0;
  if (want === "cluster")
    return `${counted(length, "cluster")} ${verb(length, "has", "have")} ${many} ${when(plain, "named ")}${cityWord(tiers, tally.count)}`;
  const role = plain ? "named by" : `${when(length === 1, "a ")}${cityWord(tiers, length)} of`;
  return `${counted(length, "city", "cities")} ${verb(length, "is", "are")} ${role} ${many} ${verb(tally.count, "cluster", "clusters")}`;
}

/** Shenzhen as a core city; a core city in the Pearl River Delta; Shenzhen, where no role is named. */
export function having(ids: readonly string[], tiers: readonly Tier[], lingo: Lingo, all = false): string {
  if (ids.some((id) => lingo.isSet(id))) return havingOf(ids, tiers, lingo, all);
  const who = names(ids, lingo, all ? "and" : "or");
  const several = all && ids.length > 1;
  const both = when(several, ids.length === 2 ? "both " : "all of ");
  const as = several ? cityWord(tiers, ids.length) : `a ${cityWord(tiers, 1)}`;
  return `${both}${who}${when(tiers.length > 0, ` as ${as}`)}`;
}

/** The same of a set: one of its cities, or every one. */
function havingOf(ids: readonly string[], tiers: readonly Tier[], lingo: Lingo, all: boolean): string {
  const role = cityWord(tiers, 1);
  const as = when(tiers.length > 0, ` as a ${role}`);
  return all ? `every city of ${names(ids, lingo)}${as}` : `a ${role} in ${names(ids, lingo)}`;
}

/** What a claim got: yes, no; of a denial right, not right. */
export const judge = ({ verdict, negated }: Judged): string =>
  ({
    yes: negated ? "Right" : "Yes",
    no: negated ? "Not right" : "No",
    unsaid: "The documents do not say so",
  })[verdict];
