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
  return segment(letters, pinyin, (at) => ends.has(at)) ?? segment(letters, pinyin, () => true);
}

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
): string | undefined {
  const best: (string | undefined)[] = [];
  best[letters.length] = "";
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    for (let end = Math.min(letters.length, at + LONGEST_SOUND); end > at; end -= 1) {
      const rest = mayEnd(end) || end === letters.length ? best[end] : undefined;
      const word = rest === undefined ? undefined : pinyin[letters.slice(at, end)];
      if (rest !== undefined && word !== undefined) {
        best[at] = word + rest;
        break;
      }
    }
  }
  return best[0];
}

/** zh, sh, ch and ng are often typed without their second letter. */
export const southern = (latin: string): string =>
  latin.replace(/([zsc])h/g, "$1").replace(/ng\b|ng(?=[^aeiou])/g, "n");
