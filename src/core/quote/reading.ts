/** A passage as a question is read: the same tables find what it names, so that 中山大学 is no 中山 here either. */
import type { Reader } from "../read/read.ts";
import { as, type Sense, type Token } from "../read/senses.ts";
import { aroundOf, type Cited, shownOf } from "./passage.ts";

export interface Words {
  /** Without spaces and quotes: a PDF puts them anywhere. */
  squeezed: string;
  tokens: readonly Token[];
}

/** What stands in a passage itself, and what it stands under. */
export interface ReadPassage {
  cited: Cited;
  own: Words;
  around: Words;
}

export const squeeze = (text: string): string => text.toLowerCase().replaceAll(/[\s“”"「」『』]/gu, "");

export function readPassage(reader: Reader, cited: Cited): ReadPassage {
  return {
    cited,
    own: wordsIn(reader, shownOf(cited.passage)),
    around: wordsIn(reader, aroundOf(cited).join("。")),
  };
}

const wordsIn = (reader: Reader, text: string): Words => ({
  squeezed: squeeze(reader.normalize(text)),
  tokens: reader.scan(text),
});

export const says = ({ squeezed }: Words, word: string): boolean => {
  const wanted = squeeze(word);
  return wanted !== "" && squeezed.includes(wanted);
};

/** What is called so, by that and by all its other names. */
export const allNames = (
  table: readonly { id: string; names: readonly string[] }[],
  id: string,
): string[] => [id, ...(table.find((one) => one.id === id)?.names ?? [])];

/** The senses of one kind that stand in it. */
export const sensesIn = <K extends Sense["kind"]>(
  { tokens }: Words,
  kind: K,
): Extract<Sense, { kind: K }>[] => tokens.flatMap((token) => as(token, kind) ?? []);

/** In digits or in Chinese numerals. */
export const yearsIn = (words: Words): string[] => [
  ...(words.squeezed.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? []),
  ...sensesIn(words, "year").map(({ year }) => String(year)),
];

const clustersIn = (words: Words): string[] =>
  sensesIn(words, "cluster").flatMap(({ id, how }) => (how === "part" ? [] : [id]));

/** Its document or section may name the cluster, unless it speaks of another one itself. */
export function isOfCluster({ cited, own, around }: ReadPassage, id: string): boolean {
  const named = sensesIn(own, "cluster").some((sense) => sense.id === id && sense.how === "name");
  if (named || clustersIn(own).length > 0) return named;
  const above = clustersIn(around);
  return above.length > 0 ? above.every((other) => other === id) : cited.document.cluster === id;
}
