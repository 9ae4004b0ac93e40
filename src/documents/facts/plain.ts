/** Whether the words around a figure are understood. */
import type { Extraction } from "../../dataset/extraction.ts";

/** Longer than the name of anything that is measured. */
const LONG = 16;

export interface Plain {
  /** @param of what is measured. @param bare whether no cluster or city is named for it. */
  subject(of: string | undefined, word: string, bare: boolean): string[];
  /** @param text up to the figure. */
  year(text: string): string[];
  /** @param right what follows the amount. */
  behind(right: string): string[];
}

export function createPlain({ unclear, behind, broad, partial }: Extraction["figures"]): Plain {
  const strange = new RegExp(unclear.join("|"), "u");
  const wide = new RegExp(broad.join("|"), "u");
  const part = new RegExp(partial, "u");
  const known = new RegExp(`^(?:${behind.join("|")})?(?:[,;:。、!?)]|和|及|与|以及|并|$)`, "u");
  return {
    subject: (of = "", word, bare) => [
      ...(strange.test(of) || of.length > LONG ? ["what is measured is not plain"] : []),
      ...(bare && of === "" && wide.test(word) ? ["it may be a figure of all industry"] : []),
    ],
    year: (text) => (part.test(text) ? ["it is of a part of the year"] : []),
    behind: (right) => {
      const [clause = ""] = /^[^,;:。!?]*/u.exec(right) ?? [];
      return known.test(right) ? [] : [`“${clause}” behind it is not understood`];
    },
  };
}
