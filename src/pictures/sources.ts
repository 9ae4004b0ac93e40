/** The footer of a picture: the documents it rests on, how close to them what we read is, who published that and when. */
import { giverOf } from "../core/ask/relations.ts";
import type { Locale } from "../core/types.ts";
import type { Dataset } from "../dataset/dataset.ts";
import type { Conflict, Source } from "../dataset/documents.ts";
import type { Fact } from "../dataset/schema.ts";
import type { Pen } from "./pen.ts";

export interface Sources {
  /** ［1］ for a fact's document. */
  mark: (fact: Fact) => string;
  /** ［1］［3］, each once, in order. */
  marks: (facts: readonly Fact[]) => string;
  /** ［1］《意见》（2020）、［2］… */
  named: string;
}

const gradeOf = (dataset: Dataset, { frame }: Pen, { source }: Fact): string =>
  frame.grades[dataset.source.get(source)?.grade ?? "industry"];

/** Numbers the documents of the facts, in the order they come. */
export function sourcesOf(pen: Pen, facts: readonly Fact[]): Sources {
  const { lingo, frame, words } = pen;
  const order = [...new Set(facts.map((fact) => lingo.document(fact.document)))];
  const number = (fact: Fact): number => order.indexOf(lingo.document(fact.document)) + 1;
  const marks = (of: readonly Fact[]): string =>
    [...new Set(of.map(number))]
      .toSorted((a, b) => a - b)
      .map(frame.mark)
      .join("");
  return {
    mark: (fact) => frame.mark(number(fact)),
    marks,
    named: order.map((document, i) => words.numbered(frame.mark(i + 1), document)).join(frame.and),
  };
}

/** Who published what we read, and how close that is to the original. */
export const readIn = (dataset: Dataset, pen: Pen, facts: readonly Fact[]): string[] => [
  published(dataset, pen, facts),
  grades(dataset, pen, facts),
];

interface Cited {
  given: string[];
  others: string[];
}

/** Names of documents, those of the province apart. */
function cited(dataset: Dataset, { lingo }: Pen, facts: readonly Fact[]): Cited {
  const documents = (kept: (fact: Fact) => boolean): string[] => [
    ...new Set(facts.filter(kept).map((f) => lingo.document(f.document))),
  ];
  const given = documents((f) => giverOf(dataset, f) === "province");
  const others = documents((f) => giverOf(dataset, f) !== "province").filter((d) => !given.includes(d));
  return { given, others };
}

const grades = (dataset: Dataset, pen: Pen, facts: readonly Fact[]): string =>
  pen.words.grades([...new Set(facts.map((f) => gradeOf(dataset, pen, f)))].join(pen.frame.and));

/** Where every fact stands on its own tile: the documents without numbers. */
export function documentLines(dataset: Dataset, pen: Pen, facts: readonly Fact[]): string[] {
  const { words, frame } = pen;
  if (facts.length === 0) return [words.nothing];
  const { given, others } = cited(dataset, pen, facts);
  const named = words.documents(given.join(frame.and), others.join(frame.and));
  return [named, ...readIn(dataset, pen, facts)];
}

/** Where there are too many to name: /sources lists them with their grades. */
export function documentCounts(dataset: Dataset, pen: Pen, facts: readonly Fact[]): string[] {
  const { words, frame } = pen;
  if (facts.length === 0) return [words.nothing];
  const { given, others } = cited(dataset, pen, facts);
  return [words.documentCount(given.length, others.join(frame.and)), published(dataset, pen, facts)];
}

/** English names are long. */
const MOST_NAMED: Readonly<Record<Locale, number>> = { "zh-CN": 3, "zh-TW": 3, en: 2 };

/** 发布：南方日报 2024-05-22、…等，共 12 处，最新 2026-02-24: what the province gave was read there first. */
export function published(dataset: Dataset, pen: Pen, facts: readonly Fact[]): string {
  const given = (fact: Fact): number => Number(giverOf(dataset, fact) === "province");
  const read = facts
    .flatMap((fact) => {
      const source = dataset.source.get(fact.source);
      return source ? [{ fact, source }] : [];
    })
    .toSorted((a, b) => given(b.fact) - given(a.fact) || signed(b.source) - signed(a.source));
  const names = read.map(({ source }) => publisher(pen, source));
  const sources = new Set(read.map(({ source }) => source));
  const newest = [...sources].flatMap(({ date }) => date ?? []).toSorted();
  return pen.words.published(
    [...new Set(names)].slice(0, MOST_NAMED[pen.locale]),
    sources.size,
    newest.at(-1),
  );
}

/** A publisher tells more than a date, both more than one. */
const signed = ({ publisher: name, date }: Source): number =>
  2 * Number(name !== null) + Number(date !== null);

const publisher = ({ lingo, frame }: Pen, { id, date }: Source): string =>
  `${lingo.publisher(id) ?? frame.unsigned} ${date ?? frame.undated}`;

/** The conflicts of the facts, each once; `cities` leaves out those that concern others only. */
export function conflictsOf(
  dataset: Dataset,
  facts: readonly Fact[],
  cities: readonly string[] = [],
): Conflict[] {
  const ids = [...new Set(facts.flatMap((f) => f.conflict ?? []))];
  return ids
    .flatMap((id) => dataset.conflict.get(id) ?? [])
    .filter(
      (c) => c.cities === undefined || cities.length === 0 || c.cities.some((city) => cities.includes(city)),
    );
}
