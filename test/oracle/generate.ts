/** Cases over the real dataset, the same for the same seed, and the questions that ask them. */
import type { Dataset } from "../../src/dataset/dataset.ts";
import type { ClusterClass, Measure, Region } from "../../src/dataset/schema.ts";
import type { Case, Phrasing, Phrasings, RoleTier, Truth } from "./cases.ts";
import { moneyRows, provincialRoles, truthOf } from "./truth.ts";

type Kind = Case["kind"];
type Of<K extends Kind> = Extract<Case, { kind: K }>;

/** How many of a hundred questions are of a kind. */
const WEIGHTS: Record<Kind, number> = {
  role: 19,
  roles: 15,
  cities: 13,
  clusters: 13,
  figure: 14,
  figures: 8,
  best: 1,
  larger: 4,
  class: 5,
  list: 3,
  region: 4,
  "region-list": 1,
};
export const KINDS = Object.keys(WEIGHTS) as Kind[];

export interface Asked {
  case: Case;
  truth: Truth;
  text: string;
  /** Which phrasing of its kind. */
  phrasing: number;
}

/** A linear congruential generator: small, and the same everywhere. */
class Dice {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  below(n: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * n);
  }
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
  some<T>(items: readonly T[], n: number): T[] {
    const rest = [...items];
    return Array.from(
      { length: Math.min(n, rest.length) },
      () => rest.splice(this.below(rest.length), 1)[0] as T,
    );
  }
  maybe<T>(percent: number, make: () => T): T | undefined {
    return this.chance(percent) ? make() : undefined;
  }
}

/** Without the keys that are undefined. */
const tidy = <T extends object>(value: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;

const REGIONS: readonly Region[] = ["珠三角", "粤东", "粤西", "粤北"];
const CLASSES: readonly ClusterClass[] = ["支柱", "新兴"];
const QUANTIFIERS = ["all", "any", "none", "only"] as const;
const CMPS = ["=", ">", ">=", "<", "<="] as const;
const ORDERS = [">", ">=", "<", "<="] as const;
const MEASURES = ["revenue", "value-added", "scale", "output-value"] as const;
/** Things that are certainly none of the 20 clusters, nor another name of one. */
const STRANGERS = [
  "低空经济",
  "商业航天",
  "房地产",
  "旅游业",
  "金融业",
  "跨境电商",
  "快递物流",
  "建筑业",
  "海洋牧场",
  "元宇宙",
];

/** What people call a tier; a role whose label has another word is not asked about in this one. */
const WORD: Record<RoleTier, RegExp> = {
  core: /核心|双核|引领区/,
  key: /重点/,
  support: /协同/,
  base: /基地/,
};

/** Whether the documents use the common word of the tier exactly where the data has the tier. */
function isSpeakable(dataset: Dataset, cluster: string, tier: RoleTier): boolean {
  return provincialRoles(dataset, cluster).every(
    ({ role }) =>
      role === undefined || tier === "core" || (role.tier === tier) === WORD[tier].test(role.label),
  );
}

class Maker {
  readonly #data: Dataset;
  readonly #dice: Dice;
  readonly #clusters: string[];
  readonly #cities: string[];
  readonly #targets: { cluster: string; measure: Measure; value: number }[];
  readonly #results: { cluster: string; measure: Measure; value: number; year: number }[];

  constructor(data: Dataset, dice: Dice) {
    this.#data = data;
    this.#dice = dice;
    this.#clusters = data.clusters.map((c) => c.id);
    this.#cities = data.cities.map((c) => c.id);
    this.#targets = this.#clusters.flatMap((cluster) =>
      moneyRows(data, cluster, "target", 2025).map((r) => ({ ...r, cluster })),
    );
    this.#results = [2020, 2021, 2022, 2023, 2024, 2025].flatMap((year) =>
      this.#clusters.flatMap((cluster) =>
        moneyRows(data, cluster, "result", year).map((r) => ({ ...r, cluster, year })),
      ),
    );
  }

  /** Half of the clusters asked about are among those with roles of the tier, and half of the cities among those that have them. */
  #seat(): { cluster: string; tier: RoleTier; city: string } {
    const dice = this.#dice;
    const tier = dice.chance(75) ? "core" : dice.pick(["key", "support", "base"] as const);
    const held = (cluster: string): string[] =>
      provincialRoles(this.#data, cluster)
        .filter((f) => f.role?.tier === tier)
        .flatMap((f) => f.cities);
    const withRoles = this.#clusters.filter((c) => held(c).length > 0);
    const cluster = dice.pick(dice.chance(70) ? withRoles : this.#clusters);
    const holders = held(cluster);
    const city = dice.pick(holders.length > 0 && dice.chance(40) ? holders : this.#cities);
    return { cluster, tier, city };
  }

  role(): Of<"role"> {
    const seat = this.#seat();
    const tier = this.#dice.chance(75) ? seat.tier : undefined;
    return tidy<Of<"role">>({
      kind: "role",
      city: seat.city,
      cluster: seat.cluster,
      tier,
      negated: this.#dice.chance(45),
    });
  }

  roles(): Of<"roles"> {
    const dice = this.#dice;
    const { cluster, tier } = this.#seat();
    const quantifier = dice.pick(QUANTIFIERS);
    const holders = [
      ...new Set(
        provincialRoles(this.#data, cluster)
          .filter((f) => f.role?.tier === tier)
          .flatMap((f) => f.cities),
      ),
    ];
    const n = quantifier === "only" ? 1 + dice.below(3) : 2 + dice.below(2);
    const cities =
      quantifier === "only" && holders.length > 0 && holders.length < 4 && dice.chance(50)
        ? dice.some(holders, 3)
        : dice.some(holders.length >= n && dice.chance(50) ? holders : this.#cities, n);
    return { kind: "roles", cities, cluster, tier, quantifier, negated: dice.chance(40) };
  }

  cities(): Of<"cities"> {
    const dice = this.#dice;
    const { cluster, tier } = this.#seat();
    const shape = dice.below(6);
    const complement = dice.chance(35);
    const base: Of<"cities"> = { kind: "cities", cluster, complement, count: !complement && dice.chance(20) };
    const asked: Of<"cities"> = dice.chance(80) ? { ...base, tier } : base;
    const listed = truthOf(this.#data, asked);
    const names = listed && "names" in listed ? listed.names : [];
    if (shape <= 1 && names.length > 0) asked.except = dice.some(names, dice.chance(75) ? 1 : 2);
    else if (shape === 2) asked.inside = dice.pick(REGIONS);
    else if (shape === 3) asked.outside = dice.pick(REGIONS);
    return asked;
  }

  clusters(): Of<"clusters"> {
    const dice = this.#dice;
    const complement = dice.chance(35);
    const seat = this.#seat();
    const two = !complement && dice.chance(25);
    const other = dice.pick(["广州", "深圳", "珠海", "佛山", "惠州"].filter((c) => c !== seat.city));
    const base = tidy<Of<"clusters">>({
      kind: "clusters",
      cities: two ? [seat.city, other] : [seat.city],
      tier: dice.chance(80) ? "core" : undefined,
      complement,
      count: !complement && dice.chance(20),
    });
    const shape = dice.below(6);
    if (shape <= 1) base.class = dice.pick(CLASSES);
    else if (shape === 2) base.notClass = dice.pick(CLASSES);
    else if (shape <= 4) {
      const listed = truthOf(this.#data, base);
      const names = listed && "names" in listed ? listed.names : [];
      if (names.length > 0) base.except = dice.some(names, dice.chance(75) ? 1 : 2);
    }
    return base;
  }

  figure(): Of<"figure"> {
    const dice = this.#dice;
    const target = dice.chance(65);
    const row = target ? { ...dice.pick(this.#targets), year: 2025 } : dice.pick(this.#results);
    return {
      kind: "figure",
      cluster: row.cluster,
      measure: row.measure,
      status: target ? "target" : "result",
      year: dice.chance(10) ? dice.pick([2018, 2021, 2027, 2030]) : row.year,
      cmp: dice.pick(CMPS),
      amount: this.#amountNear(row.value),
      negated: dice.chance(40),
    };
  }

  /** The value itself, or a round number around it. */
  #amountNear(value: number): number {
    if (this.#dice.chance(35)) return value;
    const factor = this.#dice.pick([0.4, 0.5, 0.6, 0.75, 0.8, 0.9, 1.1, 1.2, 1.3, 1.5, 2]);
    const step = value >= 10_000 ? 1000 : value >= 2000 ? 500 : 100;
    return Math.max(step, Math.round((value * factor) / step) * step);
  }

  figures(): Of<"figures"> {
    const dice = this.#dice;
    const measure = dice.chance(75) ? dice.pick(MEASURES) : undefined;
    const near = this.#targets.filter((r) => measure === undefined || r.measure === measure);
    return tidy<Of<"figures">>({
      kind: "figures",
      measure,
      status: "target",
      year: 2025,
      class: dice.maybe(30, () => dice.pick(CLASSES)),
      cmp: dice.pick(ORDERS),
      amount: this.#amountNear(dice.pick(near).value),
      negated: dice.chance(25),
    });
  }

  best(): Of<"best"> {
    const dice = this.#dice;
    return tidy<Of<"best">>({
      kind: "best",
      measure: dice.pick(MEASURES),
      status: "target",
      year: 2025,
      class: dice.maybe(50, () => dice.pick(CLASSES)),
      extreme: dice.pick(["max", "min"] as const),
    });
  }

  larger(): Of<"larger"> {
    const dice = this.#dice;
    const { measure } = dice.pick(this.#targets);
    const pool = [...new Set(this.#targets.filter((r) => r.measure === measure).map((r) => r.cluster))];
    const [first = "", second = ""] = dice.some(pool, 2);
    return { kind: "larger", first, second, measure, status: "target", year: 2025, negated: dice.chance(35) };
  }

  class(): Of<"class"> {
    const dice = this.#dice;
    return {
      kind: "class",
      subject: dice.pick(dice.chance(75) ? this.#clusters : STRANGERS),
      class: dice.pick(["支柱", "新兴", "one of the 20"] as const),
      negated: dice.chance(40),
    };
  }

  list(): Of<"list"> {
    const dice = this.#dice;
    const asked: Of<"list"> = { kind: "list", class: dice.pick(CLASSES), complement: dice.chance(45) };
    const pool = this.#data.clusters.filter((k) => (k.class === asked.class) !== asked.complement);
    if (dice.chance(55)) {
      asked.except = dice.some(
        pool.map((k) => k.id),
        1 + dice.below(2),
      );
    }
    return asked;
  }

  region(): Of<"region"> {
    const dice = this.#dice;
    return {
      kind: "region",
      city: dice.pick(this.#cities),
      region: dice.pick(REGIONS),
      negated: dice.chance(40),
    };
  }

  "region-list"(): Of<"region-list"> {
    return { kind: "region-list", region: this.#dice.pick(REGIONS), complement: this.#dice.chance(50) };
  }
}

/** A case with a truth. Verdicts are asked for in turn, so that true and false claims are in balance. */
function makeCase(
  dataset: Dataset,
  maker: Maker,
  dice: Dice,
  kind: Kind,
): { case: Case; truth: Truth } | undefined {
  const roll = dice.below(10);
  const wanted = roll < 4 ? "yes" : roll < 8 ? "no" : "unsaid";
  let last: { case: Case; truth: Truth } | undefined;
  for (let i = 0; i < 25; i++) {
    const made: Case = maker[kind]();
    if (!isAskable(dataset, made)) continue;
    const truth = truthOf(dataset, made);
    if (!truth) continue;
    last = { case: made, truth };
    if ("names" in truth ? truth.names.length > 0 || dice.chance(15) : truth.verdict === wanted) return last;
  }
  return last;
}

function isAskable(dataset: Dataset, c: Case): boolean {
  switch (c.kind) {
    case "role":
    case "roles":
    case "cities":
      return c.tier === undefined || isSpeakable(dataset, c.cluster, c.tier);
    default:
      return true;
  }
}

/** @returns `count` different questions with their truths. */
export function questions(dataset: Dataset, phrasings: Phrasings, count: number, seed = 1): Asked[] {
  const dice = new Dice(seed);
  const maker = new Maker(dataset, dice);
  const bag = KINDS.flatMap((kind) => Array.from({ length: WEIGHTS[kind] }, () => kind));
  const asked = new Map<string, Asked>();
  for (let tries = 0; asked.size < count && tries < count * 20; tries++) {
    const kind = dice.pick(bag);
    const made = makeCase(dataset, maker, dice, kind);
    if (!made) continue;
    const ways = (phrasings[kind] as readonly Phrasing<Kind>[]).flatMap((say, phrasing) => {
      const text = say(made.case);
      return text === undefined || asked.has(text) ? [] : [{ text, phrasing }];
    });
    if (ways.length === 0) continue;
    const way = dice.pick(ways);
    asked.set(way.text, { ...made, ...way });
  }
  return [...asked.values()];
}
