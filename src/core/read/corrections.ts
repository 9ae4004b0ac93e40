/** 不是，我问的是深圳: what is corrected stands in front, and is no part of the question. */
import type { Words } from "../../dataset/words.ts";
import { literal } from "../../text/pattern.ts";

export interface Corrected {
  /** What is asked instead. */
  text: string;
  corrects: boolean;
}

const anyOf = (surfaces: readonly string[]): string =>
  surfaces
    .toSorted((a, b) => b.length - a.length)
    .map(literal)
    .join("|");

const GAP = String.raw`[,，。!！\s]`;

/** No city in the north is one denies nothing that was said. */
const BREAK = String.raw`\s*[,，。!！][,，。!！\s]*`;

/** @returns a function over normalised text; a correction that says nothing else is left as it is. */
export function createCorrector({ corrections }: Pick<Words, "corrections">): (text: string) => Corrected {
  const { denied, meant, instead, links } = corrections;
  const opener = new RegExp(`^(?:(?:${anyOf(denied)})${GAP}*)*(?:${anyOf(meant)})[:：,，\\s]*`, "u");
  // Without 我问的是 a break has to follow: 不是深圳吗 asks.
  const denial = new RegExp(`^(?:(?:${anyOf(denied)})${BREAK})+`, "u");
  const not = new RegExp(`(?:^|${GAP}+)(?:${anyOf(instead)}) ?[^,，。\\s]+(?=${GAP}|$)`, "gu");
  const but = new RegExp(`^(?:${GAP}|${anyOf(links)})+`, "u");
  return (text) => {
    const found = opener.exec(text) ?? denial.exec(text);
    if (!found) return { text, corrects: false };
    const rest = text.slice(found[0].length);
    const asked = rest.replace(not, "").replace(but, "").trim();
    return asked === "" ? { text, corrects: false } : { text: asked, corrects: true };
  };
}
