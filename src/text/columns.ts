/** How many columns of a terminal a text takes. */
import { eastAsianWidth } from "get-east-asian-width";

/** Marks on the character before, and what is not shown. */
const NOTHING = /[\p{M}\p{Cf}]/u;

/**
 * @param ambiguousAsWide whether characters that some terminals show narrow and others wide (“ ” … —) count as wide:
 *   for what must fit in any terminal. Narrow unless given, as most show them.
 */
export function columnsOf(text: string, ambiguousAsWide = false): number {
  let columns = 0;
  for (const char of text)
    if (!NOTHING.test(char)) columns += eastAsianWidth(char.codePointAt(0) ?? 0, { ambiguousAsWide });
  return columns;
}
