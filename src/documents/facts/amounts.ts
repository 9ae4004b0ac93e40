/** Numbers with a unit, and what stands around each of them in its sentence. */
import type { Extraction } from "../../dataset/extraction.ts";

export type Bound = "over" | "under" | "about";

export interface Amount {
  /** Of a unit that is not ours: nothing is taken from it, but what follows it may be of it. */
  foreign?: true;
  value: number;
  /** The upper end, where a range is given. */
  high?: number;
  unit: string;
  /** A share that is told in words instead: 九成以上. */
  words?: string;
  bound?: Bound;
  /** The bound stands before it, and so before all of its list. */
  ahead?: true;
  start: number;
  /** Behind its unit and the bound behind that. */
  end: number;
}

const anyOf = (words: readonly string[]): string =>
  `(?:${words
    .toSorted((a, b) => b.length - a.length)
    .map(escape)
    .join("|")})`;
const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);

/** Where one ends a subject begins: to be used after what stands behind an amount. */
export type ReadAmounts = (text: string) => Amount[];

/**
 * @returns the amounts of a text in their order. One without a unit takes that of the next in its list (4000、1000 亿元).
 */
export function createAmounts({ figures }: Extraction): ReadAmounts {
  const { bounds, units, foreign } = figures;
  const unit = anyOf([...units, ...foreign]);
  const number = "\\d+(?:\\.\\d+)?";
  const written = new RegExp(
    `(?<![\\d.〔])(?<low>${number})(?:(?<lowUnit>${unit})?(?:-|—|–|~|至|到)+(?<high>${number}))?(?<early>多|余)?(?:(?<unit>${unit})|(?=、${number}))`,
    "gu",
  );
  const tenths = new RegExp(figures.tenths, "gu");
  const before = boundTest(bounds, "before", (words) => new RegExp(`${words}$`, "u"));
  const after = boundTest(bounds, "after", (words) => new RegExp(`^${words}`, "u"));
  const toldIn = (text: string): Amount[] =>
    [...text.matchAll(tenths)].map(({ 0: words, index: start }) => {
      const behind = after(text.slice(start + words.length));
      const bound = behind?.bound ?? before(text.slice(0, start))?.bound;
      const end = start + words.length + (behind?.length ?? 0);
      return { value: 0, words: text.slice(start, end), unit: "%", ...(bound && { bound }), start, end };
    });
  return (text) => {
    const found = [...text.matchAll(written)].map((match): Amount => {
      const { low = "", high, unit: own = "", early } = match.groups ?? {};
      const end = match.index + match[0].length;
      const behind = after(text.slice(end));
      // 控制在 9000 万吨左右: what follows is nearer.
      const ahead = before(text.slice(0, match.index))?.bound;
      const bound = behind?.bound ?? ahead ?? (early ? "over" : undefined);
      return {
        value: Number(low),
        ...(high !== undefined && { high: Number(high) }),
        unit: own,
        ...(bound !== undefined && { bound }),
        ...(bound !== undefined && bound === ahead && { ahead: true as const }),
        start: match.index,
        end: end + (behind?.length ?? 0),
      };
    });
    return withUnits([...found, ...toldIn(text)].toSorted((a, b) => a.start - b.start)).map((a) =>
      units.includes(a.unit) ? a : { ...a, foreign: true },
    );
  };
}

function boundTest(
  bounds: Extraction["figures"]["bounds"],
  side: "before" | "after",
  make: (words: string) => RegExp,
): (text: string) => { bound: Bound; length: number } | undefined {
  const tests = (["over", "under", "about"] as const).map((bound) => ({
    bound,
    test: make(anyOf(bounds[bound][side])),
  }));
  return (text) => {
    const found = tests.flatMap(({ bound, test }) => {
      const [matched] = test.exec(text) ?? [];
      return matched === undefined ? [] : [{ bound, length: matched.length }];
    });
    // 不超过 is longer than 超过.
    return found.toSorted((a, b) => b.length - a.length)[0];
  };
}

const withUnits = (amounts: readonly Amount[]): Amount[] =>
  amounts
    .reduceRight<Amount[]>(
      (later, amount) => [{ ...amount, unit: amount.unit || (later[0]?.unit ?? "") }, ...later],
      [],
    )
    .filter(({ unit }) => unit !== "");
