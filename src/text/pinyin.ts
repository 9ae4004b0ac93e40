/** Pinyin as people type it: with spaces, without, and with a southern ear. */

const LONGEST_SOUND = 40;

/**
 * Pinyin → Han, longest words first; undefined if anything is left over. Written with spaces, words end where
 * spaces are (zhizhu haishi is not zhi zhuhai shi); written together, they end anywhere.
 */
export function spell(latin: string, pinyin: Readonly<Record<string, string>>): string | undefined {
  const parts = latin.split(/[ ']+/).filter((part) => part !== "");
  const letters = parts.join("");
  if (letters.length < 4 || letters.length > 120 || !/^[a-z]+$/.test(letters)) return undefined;
  const ends = boundaries(parts);
  const words = segment(letters, pinyin, (at) => ends.has(at)) ?? segment(letters, pinyin, () => true);
  return words && !isCrumbled(words, parts) ? words.join("") : undefined;
}

/** banbaoti as 版吧哦题: a word that falls into single characters, not typed one by one, is misspelt, and is none of them. */
function isCrumbled(words: readonly string[], parts: readonly string[]): boolean {
  const single = words.filter((word) => word.length === 1).length;
  const typed = parts.filter((part) => part.length <= LONGEST_SYLLABLE).length;
  return single - typed >= MOST_SINGLE;
}
const MOST_SINGLE = 3;

function boundaries(parts: readonly string[]): Set<number> {
  const ends = new Set<number>();
  let at = 0;
  for (const part of parts) ends.add((at += part.length));
  return ends;
}

/** From the end backwards: the longest word at each place whose rest can be spelt too. */
function segment(
  letters: string,
  pinyin: Readonly<Record<string, string>>,
  mayEnd: (at: number) => boolean,
): string[] | undefined {
  const best: (string[] | undefined)[] = [];
  best[letters.length] = [];
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    for (let end = Math.min(letters.length, at + LONGEST_SOUND); end > at; end -= 1) {
      const rest = mayEnd(end) || end === letters.length ? best[end] : undefined;
      const word = rest === undefined ? undefined : pinyin[letters.slice(at, end)];
      if (rest !== undefined && word !== undefined) {
        best[at] = [word, ...rest];
        break;
      }
    }
  }
  return best[0];
}

/** zh, sh, ch and ng are often typed without their second letter. */
export const southern = (latin: string): string =>
  latin.replace(/([zsc])h/g, "$1").replace(/ng\b|ng(?=[^aeiou])/g, "n");

/** Initials and the finals that stand behind them, row by row: all syllables of Mandarin without their tones. */
const ROWS: readonly (readonly [initials: string, finals: string])[] = [
  ["b p m", "a ai an ang ao ei en eng i ian iao ie in ing o u"],
  ["m", "e iu ou"],
  ["p", "ou"],
  ["f", "a an ang ei en eng o ou u"],
  ["d t", "a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo"],
  ["d", "en iu ia"],
  ["n l", "a ai an ang ao e ei eng i ian iang iao ie in ing iu ong ou u uan uo v ve ue"],
  ["n", "en"],
  ["l", "un ia o"],
  ["g k h", "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"],
  ["j q x", "i ia ian iang iao ie in ing iong iu u uan ue un"],
  ["zh ch sh", "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo"],
  ["zh ch", "ong"],
  ["z c s", "a ai an ang ao e en eng i ong ou u uan ui un uo"],
  ["z", "ei"],
  ["r", "an ang ao e en eng i ong ou u uan ui un uo"],
  ["y", "a an ang ao e i in ing ong ou u uan ue un"],
  ["w", "a ai an ang ei en eng o u"],
  ["", "a ai an ang ao e ei en er o ou"],
];

const SYLLABLES: ReadonlySet<string> = new Set(
  ROWS.flatMap(([initials, finals]) =>
    initials.split(" ").flatMap((i) => finals.split(" ").map((f) => i + f)),
  ),
);

const LONGEST_SYLLABLE = 6;

/** Whether a word falls into syllables: shenzhen does, and so does take. In time linear in its length. */
export function isSyllabic(word: string): boolean {
  const ends = new Set([0]);
  for (let at = 0; at < word.length; at += 1) {
    if (!ends.has(at)) continue;
    for (let end = at + 1; end <= Math.min(word.length, at + LONGEST_SYLLABLE); end += 1)
      if (SYLLABLES.has(word.slice(at, end))) ends.add(end);
  }
  return word !== "" && ends.has(word.length);
}
