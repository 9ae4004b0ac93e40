/** Which language a text is in: Simplified, Traditional, English, or nobody could say. */
import type { Dataset } from "../../dataset/dataset.ts";
import { isSyllabic } from "../../text/pinyin.ts";
import { toSimplified } from "../../text/simplified.ts";
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
/** A shorter one is an abbreviation or a particle. */
const SHORT_WORD = 4;
/** More Han characters than this are a sentence; fewer are a name, which people write in any language. */
const LONG_NAME = 4;
/** Letters of English words to each Han character from which on the names in it are quoted. */
const QUOTED = 3;

export function createLanguageReader(dataset: Dataset): LanguageReader {
  const { isEnglish: isOurEnglish, isPinyin } = latinOf(dataset);
  const wishes = wishesOf(dataset.words.languages);
  const beginnings = new Set([...wishes.keys()].map((wish) => wish.charAt(0)));

  const latin = (text: string): string[] => text.toLowerCase().match(/[a-z]{2,}/g) ?? [];

  /** banddaoti de hexin chengshi: more than a name, and no English word beside it. */
  function isSpelt(text: string): boolean {
    const said = latin(text);
    const sounds = said.filter((word) => word.length >= SHORT_WORD && isPinyin(word));
    const spelt = sounds.length > 1 || sounds.some((word) => word.length > LONG_WORD);
    return spelt && !said.some((word) => word.length >= SHORT_WORD && isOurEnglish(word));
  }

  function isEnglish(text: string, han: number): boolean {
    const own = latin(text).filter((word) => !isPinyin(word));
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
      const spelt = han.length === 0 && isSpelt(asked);
      if (!spelt && isEnglish(asked, han.length)) return "en";
      const could = otherwise.filter((locale) => locale !== "en" || (!spelt && han.length <= LONG_NAME));
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

/** What tells pinyin from English where both are written in the same letters. */
interface Latin {
  isEnglish: (word: string) => boolean;
  isPinyin: (word: string) => boolean;
}

/** A word of our tables is English unless it is the sound of one of them; a name is both, and tells nothing. */
function latinOf({ words, aliases, pinyin }: Dataset): Latin {
  const known = new Set(
    JSON.stringify([words, aliases])
      .toLowerCase()
      .match(/[a-z]{2,}/g),
  );
  const names = new Set([...words.province, ...aliases.cities.flatMap((city) => city.names)]);
  const isSound = (word: string): boolean => Object.hasOwn(pinyin, word) && !names.has(word);
  return {
    isEnglish: (word) => known.has(word) && !Object.hasOwn(pinyin, word) && !isSyllabic(word),
    isPinyin: (word) => isSound(word) || (!known.has(word) && isSyllabic(word)),
  };
}
