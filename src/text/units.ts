/** Quantities with Chinese and English units, brought to one scale so that they can be compared. */

/** A quantity in its smallest unit: 4000 亿元 is 4e11 元, 530 万辆 is 5.3e6 辆. */
export interface Quantity {
  value: number;
  /** 元, 辆, 个, %, … Empty where the text names none: it then compares with anything. */
  base: string;
}

const SCALES: ReadonlyArray<readonly [string, number]> = [
  ["万亿", 1e12],
  ["亿", 1e8],
  ["万", 1e4],
  ["trillion", 1e12],
  ["billion", 1e9],
  ["million", 1e6],
  ["bn", 1e9],
  ["tn", 1e12],
  ["trn", 1e12],
  ["mn", 1e6],
];

/** Counters that people use for one another. */
const COUNTERS = /^[个家项条座种类处次款份名位市]$/;

/**
 * @param unit as written: 亿元, 万亿, 万辆, %, trillion, 万台（套）.
 * @returns undefined never; an unknown unit is its own base.
 */
export function quantity(value: number, unit: string): Quantity {
  const scale = SCALES.find(([name]) => unit.startsWith(name));
  const rest = (scale ? unit.slice(scale[0].length) : unit).replace(/（.*$|\/年$/, "").trim();
  const money = scale !== undefined && scale[1] !== 1e4 && rest === "";
  const base = money || /^(?:元|yuan|rmb|人民币)$/.test(rest) ? "元" : baseOf(rest);
  return { value: value * (scale?.[1] ?? 1), base };
}

const baseOf = (rest: string): string =>
  /^(?:%|percent|per cent)$/.test(rest) ? "%" : COUNTERS.test(rest) ? "个" : rest === "套" ? "台" : rest;

/** Whether two quantities measure the same kind of thing. */
export const sameBase = (a: Quantity, b: Quantity): boolean =>
  a.base === b.base || a.base === "" || b.base === "";

const EPSILON = 1e-9;

export const equal = (a: number, b: number): boolean => Math.abs(a - b) <= EPSILON * Math.max(1, Math.abs(a));
