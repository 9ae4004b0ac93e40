/** Which language a text is in: Simplified, Traditional, English, or nobody could say. */
import { Converter } from "opencc-js/t2cn";
import type { Dataset } from "../../dataset/dataset.ts";
import { toTraditional } from "../../text/traditional.ts";
import type { LanguageChoice } from "../commands.ts";
import { type Locale, LOCALES } from "../types.ts";

export interface LanguageReader {
  /** The language of a question; where it is in doubt (深圳, IC, pinyin) the first of these that it could be in. */
  of(text: string, otherwise: readonly (Locale | undefined)[]): Locale;
  /** The language somebody asks to be answered in: reply in English please, 切换繁体; that of each question again. */
  wish(text: string): LanguageChoice | undefined;
}

/** Where nothing tells the language. */
const HOME: Locale = "zh-CN";
/** A question this long tells its language by its beginning. */
const MOST_READ = 500;
/** One English word as long as this is no abbreviation. */
const LONG_WORD = 5;
/** More Han characters than this are a sentence; fewer are a name, which people write in any language. */
const LONG_NAME = 4;
/** Letters of English words to each Han character from which on the names in it are quoted. */
const QUOTED = 3;

export function createLanguageReader({ homophones, words }: Dataset): LanguageReader {
  const toSimplified = Converter({ from: "t", to: "cn" });
  const isPinyin = pinyinTest(new Set(Object.keys(homophones)));
  const wishes = wishesOf(words.languages);
  const beginnings = new Set([...wishes.keys()].map((wish) => wish.charAt(0)));

  function english(text: string): string[] {
    const found = text.toLowerCase().match(/[a-z]{2,}/g) ?? [];
    return found.filter((word) => !isPinyin(word));
  }

  function isEnglish(own: readonly string[], han: number): boolean {
    if (han === 0) return own.length > 1 || own.some((w) => w.length >= LONG_WORD);
    return own.length > 1 && own.join("").length >= han * QUOTED;
  }

  /** The table of Traditional characters takes long to load: only where something depends on it. */
  function chinese(han: readonly string[], otherwise: Locale): Locale {
    const traditional = han.filter((char) => toSimplified(char) !== char).length;
    if (traditional === 0 && otherwise === HOME) return HOME;
    const simplified = han.filter((char) => toTraditional(char) !== char).length;
    if (simplified === traditional) return otherwise;
    return traditional > simplified ? "zh-TW" : "zh-CN";
  }

  return {
    of(text, otherwise) {
      const asked = text.slice(0, MOST_READ).replace(/^[/／][a-z_]+(?:@\w+)?/i, "");
      const han = asked.match(/\p{Script=Han}/gu) ?? [];
      if (isEnglish(english(asked), han.length)) return "en";
      const could = otherwise.filter((locale) => locale !== "en" || han.length <= LONG_NAME);
      return chinese(han, could.find((locale) => locale !== undefined) ?? HOME);
    },
    wish(text) {
      const plain = text.normalize("NFKC");
      // Hardly any question begins as a wish does.
      const [first = ""] = /[^\p{P}\p{S}\s]/u.exec(plain) ?? [];
      if (!beginnings.has(toSimplified(first).toLowerCase())) return undefined;
      const bare = toSimplified(plain)
        .toLowerCase()
        .replaceAll(/[\p{P}\p{S}\s]/gu, "");
      return wishes.get(bare);
    },
  };
}

/** Each phrase without its spaces, and the language it asks for. */
const wishesOf = (languages: Dataset["words"]["languages"]): ReadonlyMap<string, LanguageChoice> =>
  new Map(
    [...LOCALES, "auto" as const].flatMap((choice) =>
      languages[choice].map((phrase) => [phrase.replaceAll(" ", ""), choice] as const),
    ),
  );

/** Whether a word falls into syllables: shenzhen does, semiconductor does not. */
function pinyinTest(syllables: ReadonlySet<string>): (word: string) => boolean {
  const longest = 6;
  return (word) => {
    // Where a syllable may end: xian falls in two ways, and a word of many of them in more than can be tried.
    const ends = new Set([0]);
    for (let end = 1; end <= word.length; end += 1)
      for (let start = Math.max(0, end - longest); start < end; start += 1)
        if (ends.has(start) && syllables.has(word.slice(start, end))) ends.add(end);
    return ends.has(word.length);
  };
}
