/** Chance that can be repeated, and lists of cities as documents write them. */

/** xorshift: the same seed, the same choices. */
export class Chance {
  #state: number;
  constructor(seed: number) {
    this.#state = (seed * 2654435761) >>> 0 || 1;
    for (let i = 0; i < 8; i += 1) this.#next();
  }
  #next(): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) / 2 ** 32;
  }
  /** Both ends count. */
  between(low: number, high: number): number {
    return low + Math.floor(this.#next() * (high - low + 1));
  }
  often(share: number): boolean {
    return this.#next() < share;
  }
  of<T>(items: readonly T[]): T {
    return items[this.between(0, items.length - 1)] as T;
  }
  shuffle<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, at: this.#next() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ item }) => item);
  }
  sample<T>(items: readonly T[], count: number): T[] {
    return this.shuffle(items).slice(0, count);
  }
}

export interface List {
  text: string;
  cities: string[];
  open?: true;
  total?: number;
}

const COUNTS = ["", "一", "两", "三", "四", "五"];

export const slotsIn = (phrase: string): string[] => [
  ...new Set([...phrase.matchAll(/\{(\w)\}/gu)].map(([, slot = ""]) => slot)),
];

/** Takes its cities away from those left. @param suffix whether something may stand behind the last. */
export function listOf(left: string[], count: number, chance: Chance, suffix: "plain" | "free"): List {
  const cities = left.splice(0, count);
  if (suffix === "plain" || cities.length === 1) return { cities, text: joined(cities, "", chance) };
  const number = COUNTS[cities.length] ?? "";
  return chance.of<() => List>([
    () => ({ cities, text: joined(cities, "", chance) }),
    () => ({ cities, text: joined(cities, "", chance) }),
    () => ({ cities, text: joined(cities, "市", chance) }),
    () => ({ cities, open: true, text: `${cities.join("、")}等地` }),
    () => ({ cities, open: true, text: `${cities.join("、")}等市` }),
    () => ({ cities, open: true, text: `${cities.join("、")}等` }),
    () => ({ cities, total: cities.length, text: `${cities.join("、")}${number}市` }),
    () => ({ cities, total: cities.length, text: `${cities.join("、")}等${number}市` }),
  ])();
}

function joined(cities: readonly string[], city: string, chance: Chance): string {
  const named = cities.map((c) => `${c}${city}`);
  const last = named.at(-1) ?? "";
  return named.length > 1 && chance.often(0.25)
    ? `${named.slice(0, -1).join("、")}${chance.of(["和", "及", "以及"])}${last}`
    : named.join("、");
}
