/** From what a person typed to text that can be matched: one script, one width, one case, nothing invisible. */
import type { Dataset } from "../../dataset/dataset.ts";
import { replacements } from "../../dataset/regional.ts";
import { hanNumber } from "../../text/numerals.ts";
import { toSimplified } from "../../text/simplified.ts";

/** Longer questions are not questions: people paste whole articles. In UTF-16 units after clean-up. */
export const MAX_QUESTION = 600;
/** What of a longer text is read at all. */
const MAX_READ = 4000;

// Control and format characters, surrogates left alone, private use: never shown, never matched.
/** Pinyin as people type it: nü, nv. */
const UMLAUT = /[üǖǘǚǜ]/gu;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;
const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u{1f1e6}-\u{1f1ff}]|\u{20e3}|\u{fe0f}/gu;
const MENTION = /(^|[\s,，。])@[\w.-]{2,40}|<@[!&]?\d+>|<#\d+>|<a?:\w+:\d+>/gu;
const RADICAL = /[\u2e80-\u2eff]/gu;
const BREAKS = /[\n\r\t\v\f\u2028\u2029]/g;

export type Normalize = (text: string) => string;

/**
 * @returns a function that makes text ready for the lexicon. Line breaks end sentences; punctuation stays, because it
 * separates words. Linear in the length of the input, of which at most 4,000 UTF-16 units are read.
 */
export function createNormalizer({
  regional,
  radicals,
  words: { months },
}: Pick<Dataset, "regional" | "radicals" | "words">): Normalize {
  const replaced = replacements(regional);
  const dated = englishDates(months);
  return (text) => {
    const visible = text
      .slice(0, MAX_READ)
      .replace(RADICAL, (char) => radicals[char] ?? char)
      .replace(MENTION, "$1 ")
      .normalize("NFKC")
      .replace(/[\n\r\u2028\u2029]+/g, "。")
      .replace(BREAKS, " ")
      .replace(EMOJI, " ")
      .replace(INVISIBLE, "");
    return tidy(replaced(dated(toSimplified(visible).toLowerCase().replace(UMLAUT, "v"))));
  };
}

/** 28 Sept 2020, September 28th, May 2020 → 2020 年 9 月 28 日: dates as they are read. A month alone stays a word. */
function englishDates(months: Dataset["words"]["months"]): Normalize {
  const numberOf = new Map(Object.entries(months).flatMap(([n, names]) => names.map((name) => [name, n])));
  const name = [...numberOf.keys()].toSorted((a, b) => b.length - a.length).join("|");
  const day = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
  const year = String.raw`(?:,? (?:of )?((?:19|20)\d\d))`;
  // 3 may be core: without a year a date ends a phrase, or stands behind “on”.
  const ends = String.raw`(?=\s*(?:$|[,.?!;:)]))`;
  const before = new RegExp(
    String.raw`(?<![\w.])${day} (?:of )?(${name})\b\.?(?:${year}|${ends}|(?<=\bon ${day} (?:of )?(?:${name})\.?))`,
    "gu",
  );
  const behind = new RegExp(
    String.raw`\b(${name})\b\.? ${day}(?![\d%.,]\d|\d|[a-z%]| ?(?:billion|trillion|million))${year}?`,
    "gu",
  );
  const whole = new RegExp(String.raw`\b(${name})\b\.?${year}`, "gu");
  const say = (n: string | undefined, d = "", y = ""): string =>
    `${y && `${y}年`}${numberOf.get(n ?? "")}月${d && `${d}日`} `;
  return (text) =>
    text
      .replace(before, (_, d: string, n: string, y?: string) => say(n, d, y))
      .replace(behind, (_, n: string, d: string, y?: string) => say(n, d, y))
      .replace(whole, (_, n: string, y: string) => say(n, "", y));
}

/** 1 月到 10 月, 一至十月: one stretch of months, as periods are written. */
const MONTHS =
  /(?<![\d十])(\d{1,2}|[一二三四五六七八九十]{1,2}) ?月?份? ?[到至-] ?(\d{1,2}|[一二三四五六七八九十]{1,2}) ?月份?/gu;
const monthOf = (text: string): number => hanNumber(text) ?? Number(text);

const tidy = (text: string): string =>
  text
    .replace(/[‐‑‒–—―~～]/g, "-")
    .replace(/[“”„‟"「」『』]/g, '"')
    // Quotes stay around a single character only: “稳” is a term, “十四五” is a name like any other.
    .replace(/"(?!\p{Script=Han}")(?<!"\p{Script=Han}")/gu, "")
    .replace(/[‘’']/g, "'")
    .replace(MONTHS, (_, from: string, to: string) => `${monthOf(from)}-${monthOf(to)}月`)
    .replace(/\s+/gu, " ")
    .replace(/^[ 。]+|[ ]+$/gu, "");

/** The sentences of normalised text, each with whether it ended in a question mark. */
export function sentences(text: string): { text: string; asked: boolean }[] {
  const found: { text: string; asked: boolean }[] = [];
  for (const part of text.replace(/\.(?= |$)/g, "。").matchAll(/([^。！？!?;；]+)([。！？!?;；]*)/gu)) {
    const sentence = (part[1] ?? "").trim();
    if (sentence !== "") found.push({ text: sentence, asked: /[?？]/u.test(part[2] ?? "") });
  }
  return found;
}
