/** A larger dataset: the real facts, copied about other cities, clusters, years and figures. */
import { type Dataset, index } from "../../src/dataset/dataset.ts";
import type { Fact, Figure } from "../../src/dataset/schema.ts";

/** How one copy differs from the original. */
interface Shift {
  copy: number;
  /** Entity id → the entity id that takes its place. */
  names: ReadonlyMap<string, string>;
  pattern: RegExp;
  years: number;
}

/** @returns the dataset with `factor` times as many facts; the vocabulary stays. 1 leaves it as it is. */
export function enlarge(dataset: Dataset, factor: number): Dataset {
  const copies = Array.from({ length: factor - 1 }, (_, i) => shiftOf(dataset, i + 1));
  return index({
    ...dataset,
    facts: [...dataset.facts, ...copies.flatMap((s) => dataset.facts.map((f) => copyOf(f, s)))],
  });
}

function shiftOf({ cities, clusters }: Dataset, copy: number): Shift {
  const names = new Map([...rotated(cities, copy), ...rotated(clusters, copy)]);
  // Longest first: 新能源 must not break a longer name.
  const surfaces = [...names.keys()].toSorted((a, b) => b.length - a.length);
  return {
    copy,
    names,
    pattern: new RegExp(`${surfaces.join("|")}|\\d+(?:\\.\\d+)?`, "g"),
    years: (copy % 5) - 2,
  };
}

const rotated = (items: readonly { id: string }[], by: number): [string, string][] =>
  items.map(({ id }, i) => [id, items[(i + by) % items.length]?.id ?? id]);

function copyOf(fact: Fact, shift: Shift): Fact {
  const numbers = new Map<string, string>();
  const figures = fact.figures?.map((figure) => otherFigure(figure, shift, numbers));
  const moved = (ids: readonly string[]): string[] => ids.map((id) => shift.names.get(id) ?? id);
  const said = (text: string): string =>
    text.replace(shift.pattern, (part) => reworded(part, shift, numbers));
  const { agrees: _, ...rest } = fact;
  return {
    ...rest,
    id: otherId(fact.id, shift.copy),
    clusters: moved(fact.clusters),
    cities: moved(fact.cities),
    text: said(fact.text),
    ...(fact.note === undefined ? {} : { note: said(fact.note) }),
    ...(figures === undefined ? {} : { figures }),
  };
}

/** F098 → F098-1001, S04-1 → S04-2001: unlike any real id, and unlike each other. */
function otherId(id: string, copy: number): string {
  const [stem = id, part = "0"] = id.split("-");
  return `${stem}-${(Number(part) + 1) * 1000 + copy}`;
}

/** Another value and year; `numbers` learns how the text has to say them. */
function otherFigure(figure: Figure, { copy, years }: Shift, numbers: Map<string, string>): Figure {
  const year = figure.year + years;
  if (figure.value === undefined) return { ...figure, year };
  const value = Math.round(figure.value * (1 + copy / 10) * 100) / 100;
  numbers.set(String(figure.value), String(value));
  return { ...figure, year, value };
}

function reworded(part: string, { names, years }: Shift, numbers: ReadonlyMap<string, string>): string {
  const other = names.get(part) ?? numbers.get(part);
  if (other !== undefined) return other;
  return /^20[12]\d$/.test(part) ? String(Number(part) + years) : part;
}
