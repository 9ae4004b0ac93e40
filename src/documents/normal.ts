/** One script, one width, one case: how a text is looked up, whatever its document was written in. */
import { toSimplified } from "../text/simplified.ts";

const FIRST = 0x3400;
const LAST = 0x9fff;

/** Character by character: a text and what is looked for in it need to agree, and 25,000 pages are to be converted. */
let simplified: string[] | undefined;

function table(): string[] {
  const all = Array.from({ length: LAST - FIRST + 1 }, (_, i) => String.fromCharCode(FIRST + i));
  // A line each, or neighbours would be read as words.
  return toSimplified(all.join("\n")).split("\n");
}

/** Traditional becomes Simplified, full width half width, capitals small; nothing else changes. */
export function normal(text: string): string {
  simplified ??= table();
  let plain = "";
  for (const char of text.normalize("NFKC").toLowerCase()) {
    const code = char.charCodeAt(0);
    plain += code < FIRST || code > LAST ? char : (simplified[code - FIRST] ?? char);
  }
  return plain;
}
