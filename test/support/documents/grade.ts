/** What was proposed beside what is true: a city's role, a figure, a date, a number, an issuer or a period each counts once. */
import type { Proposal } from "../../../src/documents/facts/proposal.ts";
import type { Truth, Wording } from "./corpus/truth.ts";

export type Kind = Truth["kind"];

export interface Told {
  paragraph: number;
  says: Truth;
}

export interface Tally {
  kind: Kind;
  /** Stated by the documents. */
  stated: number;
  /** Proposed without a doubt, and how many of them are stated. */
  sure: number;
  right: number;
  /** The same with those in doubt. */
  proposed: number;
  rightOfAll: number;
}

/** One thing said: what has to agree, and what it is for whoever looks into a miss. */
export interface Item {
  kind: Kind;
  paragraph: number;
  key: string;
  /** Keys that are as good, where what is told may be worded in several ways. */
  also?: readonly string[];
  /** The sentence that a task must be told in. */
  text?: string;
  sure: boolean;
}

const of = (
  kind: Kind,
  paragraph: number,
  sure: boolean,
  ...parts: readonly (string | number | boolean | readonly string[] | undefined)[]
): Item => ({
  kind,
  paragraph,
  sure,
  key: parts.map((part) => (part === undefined ? "-" : String(part))).join("|"),
});

/** Each way to word what is told. */
const waysOf = (said: Wording | undefined): readonly (string | undefined)[] =>
  said === undefined || typeof said === "string" ? [said] : said.map((way) => way ?? undefined);

function worded(said: Wording | undefined, make: (way: string | undefined) => Item): Item {
  const [first, ...others] = waysOf(said).map(make);
  if (first === undefined) throw new Error("worded in no way");
  return { ...first, also: others.map(({ key }) => key) };
}

/** A list counts city by city. */
export function itemsTold({ paragraph, says }: Told): Item[] {
  if (says.kind === "role")
    return says.clusters.flatMap((cluster) =>
      says.cities.map((city) => ({
        ...worded(says.part, (part) =>
          of("role", paragraph, true, cluster, city, says.tier, part, says.open, says.total),
        ),
        ...(says.says !== undefined && { text: says.says }),
      })),
    );
  if (says.kind === "figure") {
    const { clusters, cities, measure, status, value, unit, words, year, bound, of: what } = says;
    const one = (way: string | undefined): Item =>
      of("figure", paragraph, true, clusters, cities, measure, status, value, unit, words, year, bound, way);
    return [worded(what, one)];
  }
  if (says.kind === "date") return [of("date", paragraph, true, says.act, says.date)];
  if (says.kind === "number") return [of("number", paragraph, true, says.number.replaceAll(" ", ""))];
  if (says.kind === "period") return [of("period", paragraph, true, says.from, says.to)];
  return [of("issuer", paragraph, true, says.says)];
}

export function itemsProposed({ fact, confidence, evidence: { paragraph } }: Proposal): Item[] {
  const sure = confidence === "sure";
  const { role, clusters, cities, figures = [], dates = [], numbers = [], topics, text } = fact;
  const roles = role
    ? clusters.flatMap((cluster) =>
        cities.map((city) => ({
          ...of("role", paragraph, sure, cluster, city, role.tier, role.part, role.open, role.total),
          text,
        })),
      )
    : [];
  const years = /(\d{4})—(\d{4}) 年$/u.exec(text);
  const issuers = /由(.+)印发$/u.exec(text)?.[1]?.split("、") ?? [];
  return [
    ...roles,
    ...figures.map((f) =>
      of(
        "figure",
        paragraph,
        sure,
        clusters,
        cities,
        f.measure,
        f.status,
        f.value,
        f.unit,
        f.words,
        f.year,
        f.bound,
        f.of,
      ),
    ),
    ...dates.map((d) => of("date", paragraph, sure, d.act, d.date)),
    ...numbers.map((n) => of("number", paragraph, sure, n.replaceAll(" ", ""))),
    ...(topics.includes("period") && years ? [of("period", paragraph, sure, years[1], years[2])] : []),
    ...(topics.includes("issuer") ? issuers.map((name) => of("issuer", paragraph, sure, name)) : []),
  ];
}

const agree = (told: Item, proposed: Item): boolean =>
  told.kind === proposed.kind &&
  told.paragraph === proposed.paragraph &&
  (told.key === proposed.key || told.also?.includes(proposed.key) === true) &&
  (told.text === undefined || proposed.text?.includes(told.text) === true);

export interface Graded {
  stated: Item[];
  missed: Item[];
  wrong: Item[];
  right: Item[];
}

/** Of one document. */
export function grade(told: readonly Told[], proposals: readonly Proposal[]): Graded {
  const stated = told.flatMap(itemsTold);
  const proposed = proposals.flatMap(itemsProposed);
  return {
    stated,
    missed: stated.filter((t) => !proposed.some((p) => p.sure && agree(t, p))),
    wrong: proposed.filter((p) => !stated.some((t) => agree(t, p))),
    right: proposed.filter((p) => stated.some((t) => agree(t, p))),
  };
}

const KINDS: readonly Kind[] = ["role", "figure", "date", "number", "period", "issuer"];

export function tally(graded: readonly Graded[]): Tally[] {
  const all = (pick: (g: Graded) => readonly Item[], kind: Kind): Item[] =>
    graded.flatMap(pick).filter((item) => item.kind === kind);
  const sure = (items: readonly Item[]): number => items.filter((item) => item.sure).length;
  return KINDS.map((kind) => {
    const right = all((g) => g.right, kind);
    const wrong = all((g) => g.wrong, kind);
    return {
      kind,
      stated: all((g) => g.stated, kind).length,
      sure: sure(right) + sure(wrong),
      right: sure(right),
      proposed: right.length + wrong.length,
      rightOfAll: right.length,
    };
  });
}
