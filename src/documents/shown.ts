/** Documents and passages as lines on a terminal. Pure. */
import type { Imported, Library, Passage } from "../dataset/passages.ts";

/** A line each. */
export function listLines(library: Library): string[] {
  const documents = library.documents();
  if (documents.length === 0) return ["There are no documents yet: npm run documents -- add FILE --as ID"];
  return documents.map((one) => [one.id, one.title, ...detailsOf(one)].join("  "));
}

const detailsOf = ({ number, issuer, date, grade, pages }: Imported): string[] =>
  [number, issuer, date, grade, pages === null ? undefined : `${pages} pages`].filter(
    (part) => part !== undefined,
  );

/** What was read, each passage below its headings. */
export function showLines(
  document: Imported,
  passages: readonly Passage[],
  page: number | undefined,
): string[] {
  const shown = passages.filter((one) => page === undefined || one.page === page);
  const head = [[document.id, document.title, ...detailsOf(document)].join("  ")];
  if (shown.length === 0) return [...head, `nothing stands on page ${page}`];
  let section = "";
  return [
    ...head,
    ...shown.flatMap((passage) => {
      const path = passage.section.join(" › ");
      const lines = path === section ? [] : ["", path];
      section = path;
      return [...lines, `${placeOf(passage)}  ${textOf(passage)}`];
    }),
  ];
}

const placeOf = ({ paragraph, page }: Passage): string =>
  `${paragraph}${page === null ? "" : ` (p. ${page})`}`;

function textOf({ text, row }: Passage): string {
  if (row === undefined) return text;
  const cells = row.cells.map((cell, i) => `${(row.headings[i] ?? []).join(" / ")}: ${cell}`);
  return `[table ${row.table}] ${cells.filter((cell) => !cell.endsWith(": ")).join("; ")}`;
}
