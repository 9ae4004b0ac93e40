/** The years of a sentence: which year a figure is for, and whether it is aimed at or was reached. */
import type { Extraction } from "../../dataset/extraction.ts";
import type { Imported, Passage } from "../../dataset/passages.ts";
import type { Status } from "../../dataset/schema.ts";

export interface YearSaid {
  year: number;
  /** 2023—2025 年: growth over these years. */
  from?: number;
  at: number;
}

const YEAR = /(?<!\d)(?:(20\d\d)年?[-—–~至](20\d\d)年|(20\d\d)年)/gu;

export type ReadYears = (text: string) => YearSaid[];

/** @returns a function to the years of a text in their order; 十四五末 is the last of its period. */
export function createYears({ figures: { periods } }: Extraction): ReadYears {
  const period = new RegExp(
    `[“"]?(${Object.keys(periods).join("|")})[”"]?(?:规划)?(?:期?末|期间|时期|目标)`,
    "gu",
  );
  return (text) =>
    [
      ...[...text.matchAll(YEAR)].map(({ 1: from, 2: to, 3: one, index }) => ({
        year: Number(to ?? one),
        ...(from !== undefined && { from: Number(from) }),
        at: index,
      })),
      ...[...text.matchAll(period)].map(({ 1: name = "", index }) => ({
        year: periods[name] ?? 0,
        at: index,
      })),
    ].toSorted((a, b) => a.at - b.at);
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
  return ({ date }, { section }, text, year) => {
    const written = date === undefined ? undefined : Number(date.slice(0, 4));
    if (written !== undefined && year > written) return "target";
    const begun = section.some((s) => base.test(s)) ? "base" : "result";
    if (written !== undefined && year < written) return begun;
    if (target.test(text) !== reached.test(text)) return target.test(text) ? "target" : begun;
    if (begun === "base" && !target.test(text)) return begun;
    return undefined;
  };
}
