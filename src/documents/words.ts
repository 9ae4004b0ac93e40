/**
 * Text cut for the index. Han is cut into pairs, 深圳市 into 深圳 圳市, and the last character stands once more by itself:
 * so that any stretch of text is a phrase of the index, and only stretches that are there are found. Pure.
 */
import { normal } from "./normal.ts";

/** A run of Han, a run of other letters and digits, or what stands between runs. */
const PARTS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+|[^\p{L}\p{N}]+/gu;
const HAN = /^\p{Script=Han}/u;
const WORD = /^[\p{L}\p{N}]/u;
/** Between digits, where three follow: 2,500 is 2500. */
const GROUPING = /(?<=\d),(?=\d{3}(?!\d))/gu;

/** Stands for punctuation that no phrase reaches over. A letter no text has: the index drops what is none. */
const BREAK = "ꙮ";

/** Words and breaks. Between two runs of Han no break is needed: the last character of the first, alone, is one. */
function runsOf(text: string): string[] {
  const parts = normal(text).replaceAll(GROUPING, "").match(PARTS) ?? [];
  return parts.flatMap((part, i) => {
    if (WORD.test(part)) return [part];
    const beside = [parts[i - 1], parts[i + 1]];
    const ends = beside.includes(undefined) || part.trim() === "";
    return ends || beside.every((run) => HAN.test(run ?? "")) ? [] : [BREAK];
  });
}

function pairs(run: string): string[] {
  const chars = [...run];
  return chars.slice(1).map((char, i) => `${chars[i] ?? ""}${char}`);
}

/** A word before Han stands once more with the first character of it, so that 4000亿 is found without trying all of 亿…. */
function wordsOf(runs: readonly string[]): string[] {
  return runs.flatMap((run, i) => {
    if (HAN.test(run)) return [...pairs(run), [...run].at(-1) ?? ""];
    const next = runs[i + 1];
    return run !== BREAK && next !== undefined && HAN.test(next) ? [run, run + ([...next][0] ?? "")] : [run];
  });
}

/** What a text is indexed as: words with spaces between them. */
export const indexed = (text: string): string => wordsOf(runsOf(text)).join(" ");

/** What finds a wording wherever a text has it: words of the index in this order, nothing between them. */
export interface Phrase {
  words: string;
  /** The last word may go on: a single character is the beginning of a pair. */
  open: boolean;
}

/** Undefined where there is nothing to look for. */
export function phraseOf(wording: string): Phrase | undefined {
  const runs = runsOf(wording);
  const last = runs.at(-1);
  if (last === undefined) return undefined;
  const all = wordsOf(runs);
  // A text may go on behind the last character, which then is not the last of its run.
  const closed = HAN.test(last) && all.length > 1 ? all.slice(0, -1) : all;
  return { words: closed.join(" "), open: HAN.test(last) && all.length === 1 };
}

/** Without those that hold another: whoever names 深圳市 names 深圳. */
export function distinct(phrases: readonly Phrase[]): Phrase[] {
  const shorter = phrases.toSorted((a, b) => a.words.length - b.words.length);
  return shorter.filter((phrase, i) => !shorter.slice(0, i).some((one) => isNamed(one, phrase.words)));
}

/** @param text as `indexed` gives it. */
export const isNamed = ({ words, open }: Phrase, text: string): boolean =>
  ` ${text} `.includes(` ${words}${open ? "" : " "}`);
