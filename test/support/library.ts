/** A library in memory, over passages written for a test. It finds them as `Library` says. */
import { createNormalizer } from "../../src/core/read/normalize.ts";
import type { Imported, Library, Passage } from "../../src/dataset/passages.ts";
import { dataset } from "./bot.ts";

const normalize = createNormalizer(dataset);
const plain = (text: string): string => normalize(text).replaceAll(/\s/g, "");

export const imported = (id: string, more: Partial<Imported> = {}): Imported => ({
  id,
  title: id,
  grade: "official",
  hash: "0".repeat(64),
  pages: 30,
  ...more,
});

/** The passages of a document, one a text, a page each. */
export const passagesOf = (document: string, ...texts: readonly (string | Partial<Passage>)[]): Passage[] =>
  texts.map((text, i) => ({
    document,
    paragraph: i + 1,
    page: i + 1,
    section: ["一、总体要求"],
    ...(typeof text === "string" ? { text } : { text: "", ...text }),
  }));

export function libraryOf(documents: readonly Imported[], passages: readonly Passage[]): Library {
  const document = (id: string): Imported | undefined => documents.find((d) => d.id === id);
  const own = ({ text, row }: Passage): string =>
    plain([text, row?.caption ?? "", ...(row?.headings.flat() ?? []), ...(row?.cells ?? [])].join("。"));
  const around = (p: Passage): string => plain([document(p.document)?.title ?? "", ...p.section].join("。"));
  const names = (text: string, wordings: readonly string[]): boolean =>
    wordings.some((wording) => text.includes(plain(wording)));
  return {
    documents: () => documents,
    document,
    passages: (id) => passages.filter((p) => p.document === id),
    passage: (id, paragraph) => passages.find((p) => p.document === id && p.paragraph === paragraph),
    find: (asked, limit) =>
      passages
        .filter((p) => asked.every((wordings) => names(own(p) + around(p), wordings)))
        .map((p) => ({ p, named: asked.filter((wordings) => names(own(p), wordings)).length }))
        .toSorted((a, b) => b.named - a.named || a.p.text.length - b.p.text.length)
        .slice(0, limit)
        .map(({ p }) => p),
  };
}
