/** Which language a text is in: Simplified, Traditional, English, or nobody could say. */
import { Converter } from "opencc-js/t2cn";
import type { Dataset } from "../../dataset/dataset.ts";
import { toTraditional } from "../../text/traditional.ts";
import type { Locale } from "../types.ts";

export interface LanguageReader {
  /** The language of a question; undefined where it is in doubt: 深圳, IC, pinyin. */
  of(text: string): Locale | undefined;
  /** The language somebody asks to be answered in: reply in English please, 切换繁体. */
  wish(text: string): Locale | undefined;
}

/** A question this long tells its language by its beginning. */
const MOST_READ = 500;
/** One English word as long as this is no abbreviation. */
const LONG_WORD = 5;
/** Letters of English words to each Han character from which on the names in it are quoted. */
const QUOTED = 3;

export function createLanguageReader({ homophones, words }: Dataset): LanguageReader {
  const toSimplified = Converter({ from: "t", to: "cn" });
  const isPinyin = pinyinTest(new Set(Object.keys(homophones)));
  const wishes = Object.entries(words.languages) as [Locale, readonly string[]][];

  function english(text: string): string[] {
    const found = text.toLowerCase().match(/[a-z]{2,}/g) ?? [];
    return found.filter((word) => !isPinyin(word));
  }

  function chinese(han: readonly string[]): Locale | undefined {
    const simplified = han.filter((char) => toTraditional(char) !== char).length;
    const traditional = han.filter((char) => toSimplified(char) !== char).length;
    if (simplified === traditional) return undefined;
    return traditional > simplified ? "zh-TW" : "zh-CN";
  }

  return {
    of(text) {
      const asked = text.slice(0, MOST_READ).replace(/^[/／][a-z_]+(?:@\w+)?/i, "");
      const han = asked.match(/\p{Script=Han}/gu) ?? [];
      const own = english(asked);
      const letters = own.join("").length;
      if (han.length === 0)
        return own.length > 1 || own.some((w) => w.length >= LONG_WORD) ? "en" : undefined;
      return own.length > 1 && letters >= han.length * QUOTED ? "en" : chinese(han);
    },
    wish(text) {
      const bare = toSimplified(text.normalize("NFKC"))
        .toLowerCase()
        .replaceAll(/[\p{P}\p{S}\s]/gu, "");
      return wishes.find(([, phrases]) => phrases.some((p) => p.replaceAll(" ", "") === bare))?.[0];
    },
  };
}

/** Whether a word falls into syllables: shenzhen does, semiconductor does not. */
function pinyinTest(syllables: ReadonlySet<string>): (word: string) => boolean {
  const longest = 6;
  const falls = (word: string): boolean => {
    if (word === "") return true;
    for (let n = Math.min(longest, word.length); n > 0; n -= 1)
      if (syllables.has(word.slice(0, n)) && falls(word.slice(n))) return true;
    return false;
  };
  return falls;
}
