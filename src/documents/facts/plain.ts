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

/** @param parts names that the dataset knows. */
export function createPlain({ figures, parts }: Extraction, known: ReadonlySet<string>): Plain {
  const { unclear, behind, broad, partial } = figures;
  const named = new RegExp(`(?:${parts.nouns.join("|")})$`, "u");
  const strange = new RegExp(unclear.join("|"), "u");
  const wide = new RegExp(broad.join("|"), "u");
  const part = new RegExp(partial, "u");
  const follows = new RegExp(`^(?:${behind.join("|")})?(?:[,;:。、!?)]|和|及|与|以及|并|$)`, "u");
  return {
    subject: (of = "", word, bare) => [
      ...(strange.test(of) || of.length > LONG ? ["what is measured is not plain"] : []),
      ...(of !== "" && !known.has(of) && !named.test(of)
        ? ["whether it is a part of the cluster is not known"]
        : []),
      ...(bare && of === "" && wide.test(word) ? ["whose figure it is is not told"] : []),
    ],
    year: (text) => (part.test(text) ? ["it is of a part of the year"] : []),
    behind: (right) => {
      const [clause = ""] = /^[^,;:。!?]*/u.exec(right) ?? [];
      return follows.test(right) ? [] : [`“${clause}” behind it is not understood`];
    },
  };
}
