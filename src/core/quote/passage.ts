/** A passage as it is read and shown: its own words, what it stands under, and what it is called. */
import type { Imported, Passage } from "../../dataset/passages.ts";

/** A passage with the document it is of. */
export interface Cited {
  document: Imported;
  passage: Passage;
}

/** `plans-2023/半导体与集成电路#37`. */
export const idOf = ({ passage: { document, paragraph } }: Pick<Cited, "passage">): string =>
  `${document}#${paragraph}`;

/** @returns undefined for what is no id of a passage. */
export function readId(text: string): { document: string; paragraph: number } | undefined {
  const [, document, paragraph] = /^(.+)#(\d{1,6})$/u.exec(text.trim()) ?? [];
  return document === undefined ? undefined : { document, paragraph: Number(paragraph) };
}

/** What is shown of it: a row of a table as pairs of heading and cell. */
export function shownOf({ text, row }: Passage): string {
  if (!row) return text;
  const pairs = row.cells.map((cell, i) => pairOf(row.headings[i] ?? [], cell)).filter((pair) => pair !== "");
  return [...(row.caption === undefined ? [] : [row.caption]), pairs.join("；")].join("：");
}

/** A heading over several columns, or one merged with the next, stands once. */
function pairOf(headings: readonly string[], cell: string): string {
  const named = [...new Set(headings.filter((heading) => heading.trim() !== ""))].join(" ");
  return cell.trim() === "" ? "" : [...(named === "" ? [] : [named]), cell].join("：");
}

/** Where in its document it stands: what supplies a cluster, a document and a year that its own words do not name. */
export const aroundOf = ({ document, passage }: Cited): string[] => [document.title, ...passage.section];
