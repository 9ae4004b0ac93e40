/** Joins what lines and pages have broken. */

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]/u;
const HYPHENATED = /(?<=\p{Script=Latin})[-\u00ad\u2010]$/u;
const SMALL = /^\p{Ll}/u;
const HAN = /\p{Script=Han}/u;
const FIGURE_ENDS = /[\d.,]$/u;
const FIGURE_BEGINS = /^[\d.,%％]/u;

/** Chinese without a space, Latin and digits with one; a word that was hyphenated at the end of a line is whole again. */
export function joined(before: string, after: string): string {
  const [left, right] = [before.trimEnd(), after.trimStart()];
  if (left === "" || right === "") return left + right;
  if (HYPHENATED.test(left) && SMALL.test(right)) return left.replace(HYPHENATED, "") + right;
  // Among Chinese a line may end in the middle of a number.
  const isFigure = FIGURE_ENDS.test(left) && FIGURE_BEGINS.test(right) && HAN.test(left);
  const isTight =
    isFigure || WIDE.test(left.at(-1) ?? "") || WIDE.test(right.charAt(0)) || left.endsWith("-");
  return isTight ? left + right : `${left} ${right}`;
}

export const joinedAll = (lines: readonly string[]): string =>
  lines.reduce((text, line) => joined(text, line), "");

/** After one of these a paragraph is at its end. */
const ENDS = /[。！？；：.!?;:…”」』）)]$/u;

export const isEnded = (text: string): boolean => ENDS.test(text.trimEnd());

/** One line of text: no breaks, no runs of spaces, nothing invisible. */
export const tidy = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\u2028\u2029\u00a0]+/gu, " ")
    .replaceAll(/[\p{Cf}\p{Co}\ufffe\uffff]/gu, "")
    .replaceAll(/[ \u3000]{2,}/gu, " ")
    .replaceAll(/^[\s\u3000]+|[\s\u3000]+$/gu, "");
