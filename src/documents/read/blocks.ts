/** What a reader of a format makes of a file: blocks in the order of the text. */

export interface Paragraph {
  kind: "paragraph";
  text: string;
  page: number | null;
  /** How the format marks it as a heading: 0 the title, 1 the outermost; without it only its own words can make it one. */
  level?: number;
  /** It goes on from the paragraph before, over whatever stands between pages. */
  goesOn?: true;
}

/** A cell where it begins; `across` and `down` are how many columns and rows it takes. */
export interface Cell {
  text: string;
  across: number;
  down: number;
  /** The format marks it as a heading. */
  heading?: true;
}

export interface TableLine {
  cells: readonly Cell[];
  page: number | null;
}

export interface Table {
  kind: "table";
  caption?: string;
  lines: readonly TableLine[];
  /** It goes on from the table before, which a page has cut. */
  goesOn?: true;
}

export type Block = Paragraph | Table;

/** What could be read of a file. */
export interface Contents {
  /** As the file says beside its text, for where no heading of it is one. */
  title?: string;
  /** Null where the format has no pages. */
  pages: number | null;
  blocks: readonly Block[];
  /** What was left out, in a line each for whoever adds the file: macros, pages without text. */
  remarks: readonly string[];
}
