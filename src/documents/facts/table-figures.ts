/** Figures in tables: a measure in its row, a year above each value. */
import type { Extraction } from "../../dataset/extraction.ts";
import type { Imported, Passage, TableRow } from "../../dataset/passages.ts";
import type { Figure, Measure } from "../../dataset/schema.ts";
import type { Names } from "./names.ts";
import { aboutOf } from "./place.ts";
import type { Found } from "./proposal.ts";
import { tidy } from "./tidy.ts";

export type ReadTableFigures = (imported: Imported, passage: Passage & { row: TableRow }) => Found[];

interface Column {
  year: number;
  target: boolean;
  at: number;
}

export function createTableFigures(names: Names, { figures, tables }: Extraction): ReadTableFigures {
  const measures = Object.entries(figures.measures).flatMap(([measure, words]) =>
    words.map((word) => ({ measure: measure as Measure, word })),
  );
  const target = new RegExp(tables.target.join("|"), "u");

  const columnsOf = (headings: readonly string[], written: number | undefined): Column[] =>
    headings.flatMap((heading, at) => {
      const [, year] = /^(20\d\d)年?[^\d]{0,6}$/u.exec(heading) ?? [];
      return year === undefined
        ? []
        : [{ year: Number(year), target: target.test(heading) || Number(year) > (written ?? Infinity), at }];
    });
  /** 营业收入（亿元）, or with a column for the unit. */
  const measureOf = (
    cells: readonly string[],
    headings: readonly string[],
  ): { measure: Measure; unit: string } | undefined => {
    const own = cells[headings.findIndex((h) => tables.unit.includes(h))];
    for (const cell of cells) {
      const [, name = "", within] = /^([^(]+?)(?:\(([^)]+)\))?$/u.exec(cell) ?? [];
      const found = measures.find(({ word }) => word === name);
      const unit = within ?? own;
      if (found && unit !== undefined && figures.units.includes(unit))
        return { measure: found.measure, unit };
    }
    return undefined;
  };

  return (imported, passage) => {
    const { row } = passage;
    const cells = row.cells.map(tidy);
    const headings = row.headings.map((h) => tidy(h.at(-1) ?? ""));
    const measured = measureOf(cells, headings);
    const columns = columnsOf(
      headings,
      imported.date === undefined ? undefined : Number(imported.date.slice(0, 4)),
    );
    if (!measured || columns.length === 0) return [];
    const about = aboutOf(names, imported, passage, tidy(row.caption ?? ""));
    if (about.clusters.length === 0) return [];
    const planned = columns.some((c) => c.target);
    return columns.flatMap(({ year, target: aimed, at }): Found[] => {
      const value = valueIn(cells[at] ?? "");
      if (!value) return [];
      const status = aimed ? "target" : planned ? "base" : "result";
      return [
        {
          content: {
            clusters: [...about.clusters],
            cities: [],
            topics: ["figure"],
            figures: [{ ...measured, status, year, ...value }],
          },
          sentence: passage.text,
          doubts: about.doubts,
        },
      ];
    });
  };
}

/** 4000, ≥4000, 约 4000. Anything more is not understood. */
function valueIn(cell: string): Pick<Figure, "value" | "bound"> | undefined {
  const [, before, digits, after] = /^([≥>≤<约])?(\d+(?:\.\d+)?)(以上|左右)?$/u.exec(cell) ?? [];
  if (digits === undefined) return undefined;
  const over = before === "≥" || before === ">" || after === "以上";
  const under = before === "≤" || before === "<";
  const bound = over ? "over" : under ? "under" : before === "约" || after === "左右" ? "about" : undefined;
  return { value: Number(digits), ...(bound !== undefined && { bound }) };
}
