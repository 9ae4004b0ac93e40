/** One of what was listed or asked back: 第三个呢, 前者, 前沿那个. */
import type { Filter } from "../query.ts";
import { has, hasDim, type Heard, type HeardFilter, valuesOf } from "./heard.ts";

/** What names something by itself. */
export const ENTITY: readonly Filter["dim"][] = ["cluster", "city", "class", "document", "number", "name"];

/** 第三个呢: the third of what was just listed. */
export function picked(
  heard: Heard,
  listed: readonly string[],
  two: readonly string[],
  isCity: (name: string) => boolean,
): Heard | undefined {
  const [said = ""] = valuesOf(heard, "place");
  const place = said === "" ? Number.NaN : Number(said);
  const ofTwo: Readonly<Record<string, string | undefined>> = { former: two[0], latter: two[1] };
  const name = ofTwo[said] ?? (place < 0 ? listed.at(place) : listed[place - 1]);
  if (name === undefined || hasDim(heard, "class", "series", "cluster", "city") || has(heard, "whole"))
    return undefined;
  const filters = heard.filters.filter(({ filter }) => filter.dim !== "place");
  const chosen: HeardFilter = { filter: { dim: isCity(name) ? "city" : "cluster", in: [name] }, spans: [] };
  return { ...heard, filters: [...filters, chosen] };
}

/** 前者: of two turns that asked of one each, else of a list of two. */
export function twoBefore(last: Heard | undefined, listed: readonly string[]): readonly string[] {
  const { rivals } = last ?? {};
  if (rivals?.dim === "city" || rivals?.dim === "cluster") return rivals.in.slice(-2);
  return listed.length === 2 ? listed : [];
}

/** 前沿那个, where it was asked back which of two is meant: what only one of their names holds. */
export function optionOf(last: Heard | undefined, heard: Heard): Heard | undefined {
  const options = last?.ambiguous.flatMap((a) => a.options) ?? [];
  if (hasDim(last ?? heard, "cluster") || hasDim(heard, ...ENTITY)) return undefined;
  const isSaid = (option: string): boolean =>
    pairsIn(option).some(
      (p) => heard.text.includes(p) && options.every((o) => o === option || !o.includes(p)),
    );
  const [name, ...others] = options.filter(isSaid);
  if (name === undefined || others.length > 0) return undefined;
  return { ...heard, filters: [...heard.filters, { filter: { dim: "cluster", in: [name] }, spans: [] }] };
}

const pairsIn = (name: string): string[] =>
  [...name].flatMap((char, i, all) => (i + 1 < all.length ? [char + (all[i + 1] ?? "")] : []));
