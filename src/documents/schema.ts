/** The tables of library.db, and what a row must be. */
import * as z from "zod";
import { Grade, PartialDate } from "../dataset/documents.ts";
import type { Imported, Passage, TableRow } from "../dataset/passages.ts";

export const FILE = "library.db";

/** Of the tables below. A file of another number was made by another release. */
export const VERSION = 1;

/**
 * `key` orders passages by length, then by document and place: the index gives them in this order, so that the shortest
 * are found without looking at the others. `terms` is that index; it holds no text, and its rows are named by `key`.
 */
export const TABLES = `
create table document (
  no integer primary key autoincrement,
  id text not null unique,
  hash text not null unique,
  document text, cluster text, title text not null, issuer text, number text, date text, url text,
  grade text not null, pages integer, added_at integer not null
) strict;
create table passage (
  key integer primary key,
  no integer not null references document (no),
  paragraph integer not null,
  page integer,
  section text not null,
  text text not null,
  tablerow text
) strict;
create unique index passage_place on passage (no, paragraph);
create virtual table terms using fts5 (
  text, around, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
);
pragma user_version = ${VERSION};
`;

/** Most passages of a document: what has room in a key. 2,000 pages have about 20,000. */
export const MOST_PASSAGES = 2 ** 20 - 1;
const LONGEST = 2 ** 14 - 1;

/** Below 2^53 up to the document of number 500,000. */
export const keyOf = (no: number, { paragraph, text }: Pick<Passage, "paragraph" | "text">): number =>
  Math.min(text.length, LONGEST) * 2 ** 39 + no * 2 ** 20 + paragraph;

const optional = z
  .string()
  .nullable()
  .transform((value) => value ?? undefined);

export const DocumentRow = z.object({
  no: z.number(),
  id: z.string(),
  hash: z.string(),
  document: optional,
  cluster: optional,
  title: z.string(),
  issuer: optional,
  number: optional,
  date: z.union([PartialDate, z.null()]).transform((value) => value ?? undefined),
  url: optional,
  grade: Grade,
  pages: z.number().nullable(),
});
export type DocumentRow = z.infer<typeof DocumentRow>;

/** Without what is not known of it. */
export function importedOf(row: DocumentRow): Imported {
  const known = Object.entries(row).filter(([name, value]) => name !== "no" && value !== undefined);
  // What is filtered out is optional in `Imported`, and nothing else can be undefined in a row.
  return Object.fromEntries(known) as unknown as Imported;
}

const TableCells: z.ZodType<TableRow> = z
  .object({
    table: z.number(),
    caption: z.string().optional(),
    headings: z.array(z.array(z.string())),
    cells: z.array(z.string()),
  })
  .transform(({ caption, ...rest }) => ({ ...rest, ...(caption !== undefined && { caption }) }));

const json = <T>(schema: z.ZodType<T>) => z.string().transform((text) => schema.parse(JSON.parse(text)));

export const PassageRow = z
  .object({
    id: z.string(),
    paragraph: z.number(),
    page: z.number().nullable(),
    section: json(z.array(z.string())),
    text: z.string(),
    tablerow: json(TableCells).nullable(),
  })
  .transform(({ id, tablerow, ...rest }): Passage => ({
    document: id,
    ...rest,
    ...(tablerow !== null && { row: tablerow }),
  }));
