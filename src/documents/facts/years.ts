/** The years of a sentence: which year a figure is for, and whether it is aimed at or was reached. */
import type { Extraction } from "../../dataset/extraction.ts";
import type { Imported, Passage } from "../../dataset/passages.ts";
import type { Status } from "../../dataset/schema.ts";
import { tidy } from "./tidy.ts";

export interface YearSaid {
  year: number;
  /** 2023—2025 年: growth over these years. */
  from?: number;
  at: number;
}

const YEAR = /(?<!\d)(?:(20\d\d)年?[-—–~至](20\d\d)年|(20\d\d)年)/gu;

export type ReadYears = (text: string, imported: Imported) => YearSaid[];

/** @returns a function to the years of a text in their order; 十四五末 is the last of its period, 今年 that of its document. */
export function createYears({ figures: { periods, compared, relative } }: Extraction): ReadYears {
  const against = new RegExp(`(?:${compared.before.join("|")})$`, "u");
  const beside = new RegExp(`^[底末]?(?:${compared.after.join("|")})`, "u");
  const told = relative.map(({ say, ...rest }) => ({ ...rest, say: new RegExp(say, "gu") }));
  const period = new RegExp(
    `[“"]?(${Object.keys(periods).join("|")})[”"]?(?:规划)?(?:期?末|期间|时期|目标)`,
    "gu",
  );
  /** 较 2020 年翻一番: a year that others are measured by. */
  const isOther = (text: string, { 0: said, index }: RegExpExecArray): boolean =>
    against.test(text.slice(0, index)) || beside.test(text.slice(index + said.length));

  return (text, imported) =>
    [
      ...[...text.matchAll(YEAR)]
        .filter((found) => !isOther(text, found))
        .map(({ 1: from, 2: to, 3: one, index }) => ({
          year: Number(to ?? one),
          ...(from !== undefined && { from: Number(from) }),
          at: index,
        })),
      ...[...text.matchAll(period)].map(({ 1: name = "", index }) => ({
        year: periods[name] ?? 0,
        at: index,
      })),
      ...told.flatMap(({ say, titled, years }) => {
        const year = yearOf(imported, titled);
        return year === undefined
          ? []
          : [...text.matchAll(say)].map(({ index }) => ({ year: year + years, at: index }));
      }),
    ].toSorted((a, b) => a.at - b.at);
}

/** Of a report on a year, or as it was issued where its title names none. @param titled whether the title must name it. */
function yearOf({ title, date }: Imported, titled = false): number | undefined {
  const named = /^[^\d]{0,12}(20\d\d)年(?![-—–~至]20)/u.exec(tidy(title))?.[1];
  const year = named ?? (titled ? undefined : date?.slice(0, 4));
  return year === undefined ? undefined : Number(year);
}

/** The last one named before a place of the sentence. */
export const yearBefore = (years: readonly YearSaid[], at: number): YearSaid | undefined =>
  years.findLast((y) => y.at < at);

export type TellStatus = (
  imported: Imported,
  passage: Passage,
  text: string,
  year: number,
) => Status | undefined;

/** base: how things stood, in a plan that says so to begin with. @returns undefined where nothing tells. */
export function createStatus({ figures }: Extraction): TellStatus {
  const target = new RegExp(figures.target.join("|"), "u");
  const reached = new RegExp(figures.reached.join("|"), "u");
  const base = new RegExp(figures.baseSections.join("|"), "u");
  const report = new RegExp(figures.reports.join("|"), "u");
  return ({ date, title }, { section }, text, year) => {
    const written = date === undefined ? undefined : Number(date.slice(0, 4));
    if (written !== undefined && year > written) return "target";
    const begun = !report.test(title) && section.some((s) => base.test(s)) ? "base" : "result";
    if (written !== undefined && year < written) return begun;
    if (target.test(text) !== reached.test(text)) return target.test(text) ? "target" : begun;
    if (begun === "base" && !target.test(text)) return begun;
    return undefined;
  };
}
