/**
 * The truth of a case, by brute force over the facts: no relations, no select, no rule of the bot. What is ambiguous to a
 * human reader has no truth here (`undefined`), so that nothing is tested against a guess.
 */
import type { Dataset } from "../../src/dataset/dataset.ts";
import type { ClusterClass, Fact, Figure, Measure, Status } from "../../src/dataset/schema.ts";
import type { Case, RoleTier, Truth } from "./cases.ts";

type Verdict = "yes" | "no" | "unsaid";
type Of<K extends Case["kind"]> = Extract<Case, { kind: K }>;

export function truthOf(dataset: Dataset, c: Case): Truth | undefined {
  switch (c.kind) {
    case "role":
      return verdict(roleVerdict(dataset, c), c.negated);
    case "roles":
      return verdict(rolesVerdict(dataset, c), c.negated);
    case "cities":
      return citiesNamed(dataset, c);
    case "clusters":
      return clustersNamed(dataset, c);
    case "figure":
      return verdict(figureVerdict(dataset, c), c.negated);
    case "figures":
      return figuresNamed(dataset, c);
    case "best":
      return bestNamed(dataset, c);
    case "larger":
      return verdict(largerVerdict(dataset, c), c.negated);
    case "class":
      return verdict(classVerdict(dataset, c), c.negated);
    case "list":
      return {
        of: "cluster",
        names: dataset.clusters
          .filter((k) => (k.class === c.class) !== c.complement && !c.except?.includes(k.id))
          .map((k) => k.id),
      };
    case "region":
      return verdict(dataset.city.get(c.city)?.region === c.region ? "yes" : "no", c.negated);
    case "region-list":
      return {
        of: "city",
        names: dataset.cities.filter((k) => (k.region === c.region) !== c.complement).map((k) => k.id),
      };
  }
}

const opposite = (v: Verdict): Verdict => (v === "unsaid" ? v : v === "yes" ? "no" : "yes");

const verdict = (v: Verdict | undefined, negated: boolean): Truth | undefined =>
  v === undefined ? undefined : { verdict: negated ? opposite(v) : v };

// Roles

/** Computed once per dataset and key: thousands of cases ask for the same few. */
function remembered<T>(compute: (dataset: Dataset, key: string) => T): (dataset: Dataset, key: string) => T {
  const known = new WeakMap<Dataset, Map<string, T>>();
  return (dataset, key) => {
    const of = known.get(dataset) ?? new Map<string, T>();
    known.set(dataset, of);
    const value = of.get(key) ?? compute(dataset, key);
    of.set(key, value);
    return value;
  };
}

/** Facts in which the province gives a role in the cluster itself. */
export const provincialRoles = remembered((dataset, cluster): Fact[] =>
  allRoles(dataset, cluster).filter((f) => f.role?.subIndustry !== true),
);

/** The same, with those in an industry beside the cluster. */
const allRoles = remembered((dataset, cluster): Fact[] =>
  dataset.facts.filter(
    (f) =>
      f.role !== undefined &&
      f.clusters.includes(cluster) &&
      dataset.document.get(f.document)?.layer === "province" &&
      f.role.tier !== "city" &&
      f.role.tier !== "news",
  ),
);

/** Two or more cities, or one of as many as the text says. */
const isList = (f: Fact): boolean => f.cities.length >= 2 || f.role?.total !== undefined;

const isWhole = (f: Fact): boolean => f.role?.part === undefined;

function holds(dataset: Dataset, city: string, cluster: string, tier: RoleTier | undefined): boolean {
  return provincialRoles(dataset, cluster).some(
    (f) => f.cities.includes(city) && (tier === undefined || f.role?.tier === tier),
  );
}

/** Has a role, if only in an industry beside the cluster: whoever has one is not among those without any. */
const holdsInPart = (dataset: Dataset, city: string, cluster: string, tier: RoleTier | undefined): boolean =>
  allRoles(dataset, cluster).some(
    (f) => f.cities.includes(city) && (tier === undefined || f.role?.tier === tier),
  );

function roleVerdict(
  dataset: Dataset,
  { city, cluster, tier }: { city: string; cluster: string; tier?: RoleTier },
): Verdict | undefined {
  if (holds(dataset, city, cluster, tier)) return "yes";
  if (tier === undefined) {
    // What a city plans itself, or a report tells, is a link of another kind: whether it counts is for the asker to say.
    const linked = dataset.facts.some((f) => f.clusters.includes(cluster) && f.cities.includes(city));
    return linked ? undefined : "unsaid";
  }
  const roles = provincialRoles(dataset, cluster).filter(isWhole);
  const claimed = roles.filter((f) => f.role?.tier === tier);
  const givenAnother = roles.some(
    (other) =>
      other.role?.tier !== tier &&
      other.cities.includes(city) &&
      claimed.some((f) => f.document === other.document && f.cities.some((x) => x !== city)),
  );
  const leftOut = claimed.some((f) => f.role?.open !== true && isList(f));
  return givenAnother || leftOut ? "no" : "unsaid";
}

function rolesVerdict(dataset: Dataset, c: Of<"roles">): Verdict | undefined {
  const each: Verdict[] = [];
  for (const city of c.cities) {
    const v = roleVerdict(dataset, { city, cluster: c.cluster, tier: c.tier });
    if (v === undefined) return undefined;
    each.push(v);
  }
  const all: Verdict = each.includes("no") ? "no" : each.includes("unsaid") ? "unsaid" : "yes";
  const any: Verdict = each.includes("yes") ? "yes" : each.includes("unsaid") ? "unsaid" : "no";
  switch (c.quantifier) {
    case "all":
      return all;
    case "any":
      return any;
    case "none":
      return opposite(any);
    case "only":
      // "Not only they" takes for granted that they are.
      return c.negated && all !== "yes" ? undefined : onlyVerdict(dataset, c, all);
  }
}

function onlyVerdict(dataset: Dataset, c: Of<"roles">, all: Verdict): Verdict | undefined {
  const facts = provincialRoles(dataset, c.cluster).filter((f) => f.role?.tier === c.tier);
  // Whether a city is there that the sources disagree about is for nobody to say.
  const isDoubted = (f: Fact, city: string): boolean =>
    dataset.conflict.get(f.conflict ?? "")?.cities?.includes(city) === true;
  const certain = new Set(facts.flatMap((f) => f.cities.filter((city) => !isDoubted(f, city))));
  const holders = new Set(facts.flatMap((f) => f.cities));
  if (holders.size > certain.size)
    return [...certain].some((city) => !c.cities.includes(city)) ? "no" : "unsaid";
  if ([...holders].some((city) => !c.cities.includes(city))) return "no";
  const isOpen = facts.some((f) => f.role?.open === true);
  const isClosed = facts.some((f) => f.role?.open !== true && isWhole(f) && isList(f));
  if (all !== "yes") return all;
  // One document closes the list and another leaves it open, or a single city is named and nobody lists: two readings.
  if (isOpen === isClosed) return undefined;
  return isOpen ? "unsaid" : all;
}

function citiesNamed(dataset: Dataset, c: Of<"cities">): Truth | undefined {
  const has = c.complement ? holdsInPart : holds;
  const cities = dataset.cities
    .filter((k) => c.inside === undefined || k.region === c.inside)
    .filter((k) => c.outside === undefined || k.region !== c.outside)
    .filter((k) => !c.except?.includes(k.id));
  const names = cities.filter((k) => has(dataset, k.id, c.cluster, c.tier) !== c.complement).map((k) => k.id);
  // Nobody in the cluster itself and somebody in a part of it: two readings.
  const inPart = !c.complement && cities.some((k) => holdsInPart(dataset, k.id, c.cluster, c.tier));
  return names.length === 0 && inPart ? undefined : { of: "city", names };
}

function clustersNamed(dataset: Dataset, c: Of<"clusters">): Truth | undefined {
  // Those of which neither is, or not both are: two readings.
  if (c.complement && c.cities.length > 1) return undefined;
  const has = c.complement ? holdsInPart : holds;
  const clusters = dataset.clusters
    .filter((k) => c.class === undefined || k.class === c.class)
    .filter((k) => c.notClass === undefined || k.class !== c.notClass)
    .filter((k) => !c.except?.includes(k.id));
  const names = clusters
    .filter((k) => c.cities.every((city) => has(dataset, city, k.id, c.tier)) !== c.complement)
    .map((k) => k.id);
  const inPart =
    !c.complement && clusters.some((k) => c.cities.every((x) => holdsInPart(dataset, x, k.id, c.tier)));
  return names.length === 0 && inPart ? undefined : { of: "cluster", names };
}

// Figures

interface Money {
  /** In 亿元. */
  value: number;
  bound: Figure["bound"];
}

/** 软件业务收入, 工业增加值: what `of` names is how it is measured, not a part of the cluster. */
const MEASURE_ITSELF = /(?:业务收入|营业收入|增加值|总产值)$/;

interface MoneyRow extends Money {
  measure: Measure;
  status: Status;
  year: number;
}

const allMoney = remembered((dataset, cluster): MoneyRow[] =>
  dataset.facts
    .filter(
      (f) =>
        f.clusters.length === 1 &&
        f.clusters[0] === cluster &&
        f.cities.length === 0 &&
        f.regions === undefined &&
        f.disputed !== true &&
        f.background !== true &&
        dataset.document.get(f.document)?.layer !== "draft",
    )
    .flatMap((f) => f.figures ?? [])
    .filter((g) => g.period === undefined && !isOfCity(g))
    .filter((g) => g.of === undefined || MEASURE_ITSELF.test(g.of))
    .flatMap((g) => {
      const value = inYi(g);
      const { bound, measure, status, year } = g;
      return value === undefined ? [] : [{ value, bound, measure, status, year }];
    }),
);

/** What the documents say of a cluster as a whole, in money. */
export const moneyRows = (dataset: Dataset, cluster: string, status: Status, year: number): MoneyRow[] =>
  allMoney(dataset, cluster).filter((r) => r.status === status && r.year === year);

/** A figure may name the city it is of. */
const isOfCity = (figure: Figure): boolean => "cities" in figure && figure.cities !== undefined;

function inYi({ value, unit }: Figure): number | undefined {
  if (value === undefined) return undefined;
  if (unit === "亿元") return value;
  return unit === "万亿元" ? Math.round(value * 1e8) / 1e4 : undefined;
}

type Cmp = Of<"figure">["cmp"];

/** Nearer than this, "about" tells neither more nor less. */
const ABOUT = 0.1;
/** "About 3058.46" is told to the hundredth: several hundredths off is another amount. */
const isVague = (value: number, amount: number): boolean => {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  const zeros = decimals > 0 ? 0 : (/0*$/.exec(String(value))?.[0].length ?? 0);
  return apart(value, amount) <= ABOUT && Math.abs(value - amount) <= 5 * 10 ** (zeros - decimals) * 1.0001;
};
/** Nearer than this, a number in a question may be a rounding. */
const ROUNDED = 0.05;

const apart = (a: number, b: number): number => Math.abs(a - b) / Math.max(a, b);

function isSo(row: Money, status: "target" | "result", cmp: Cmp, amount: number): Verdict | undefined {
  const { value, bound } = row;
  if (bound === "under") return undefined;
  const same = value === amount;
  const isOpen = bound === "over" && status === "result";
  if (cmp === "=") {
    // "Over 2700": whether it is 2700, or 5000, is a matter of taste.
    if (isOpen && value <= amount) return undefined;
    return same ? "yes" : apart(value, amount) < (bound === "about" ? ABOUT : ROUNDED) ? undefined : "no";
  }
  if (bound === "about" && isVague(value, amount)) {
    // "About 3000" is at least 3000 for one reader and not for another.
    return same && (cmp === ">=" || cmp === "<=") ? undefined : "unsaid";
  }
  if (isOpen && value < amount) return "unsaid";
  // "Over 4000": "more than 4000" is said; whether a target of 4000 at most is met is not.
  if (bound === "over" && same) return cmp === "<=" ? undefined : cmp === "<" ? "no" : "yes";
  return compares(value, cmp, amount) ? "yes" : "no";
}

function compares(value: number, cmp: Exclude<Cmp, "=">, amount: number): boolean {
  switch (cmp) {
    case ">":
      return value > amount;
    case ">=":
      return value >= amount;
    case "<":
      return value < amount;
    case "<=":
      return value <= amount;
  }
}

/** What all rows say alike. */
function agreed(verdicts: readonly (Verdict | undefined)[]): Verdict | undefined {
  const [first] = verdicts;
  return verdicts.every((v) => v === first) ? first : undefined;
}

function figureVerdict(dataset: Dataset, c: Of<"figure">): Verdict | undefined {
  const rows = moneyRows(dataset, c.cluster, c.status, c.year).filter((r) => r.measure === c.measure);
  if (rows.length > 0) return agreed(rows.map((r) => isSo(r, c.status, c.cmp, c.amount)));
  const anything = dataset.facts.some(
    (f) => f.clusters.includes(c.cluster) && (f.figures ?? []).some((g) => g.year === c.year),
  );
  return anything ? undefined : "unsaid";
}

/** What stands for the size of a cluster where nobody says which measure. */
const HEADLINE: readonly Measure[] = ["revenue", "scale", "output-value"];

function figuresNamed(dataset: Dataset, c: Of<"figures">): Truth | undefined {
  const names: string[] = [];
  for (const cluster of ofClass(dataset, c.class)) {
    const rows = moneyRows(dataset, cluster, c.status, c.year);
    const counted = rows.filter((r) =>
      c.measure === undefined ? HEADLINE.includes(r.measure) : r.measure === c.measure,
    );
    // Without a measure any amount may be meant: only what all of them make of it is certain.
    const others = c.measure === undefined ? rows.filter((r) => !HEADLINE.includes(r.measure)) : [];
    if (counted.length === 0 && others.length === 0) continue;
    const v = agreed([...counted, ...others].map((r) => isSo(r, c.status, c.cmp, c.amount)));
    if (v === undefined || v === "unsaid") return undefined;
    if ((v === "yes") !== c.negated) names.push(cluster);
  }
  return { of: "cluster", names };
}

const ofClass = (dataset: Dataset, wanted: ClusterClass | undefined): string[] =>
  dataset.clusters.filter((k) => wanted === undefined || k.class === wanted).map((k) => k.id);

interface Range {
  cluster: string;
  low: number;
  high: number;
}

function range(
  dataset: Dataset,
  cluster: string,
  c: { measure: Measure; status: Status; year: number },
): Range | undefined {
  const rows = moneyRows(dataset, cluster, c.status, c.year).filter((r) => r.measure === c.measure);
  if (rows.length === 0 || rows.some((r) => r.bound === "under")) return undefined;
  const slack = ({ bound }: Money): number => (bound === "about" ? ABOUT : 0);
  return {
    cluster,
    low: Math.min(...rows.map((r) => r.value * (1 - slack(r)))),
    high: Math.max(...rows.map((r) => r.value * (1 + slack(r)))),
  };
}

function bestNamed(dataset: Dataset, c: Of<"best">): Truth | undefined {
  const ranges = ofClass(dataset, c.class).flatMap((cluster) => range(dataset, cluster, c) ?? []);
  if (ranges.length < 2) return undefined;
  const best = ranges.filter((r) =>
    ranges.every((o) => o === r || (c.extreme === "max" ? r.low > o.high : r.high < o.low)),
  );
  return best.length === 1 ? { of: "cluster", names: best.map((r) => r.cluster) } : undefined;
}

function largerVerdict(dataset: Dataset, c: Of<"larger">): Verdict | undefined {
  const first = range(dataset, c.first, c);
  const second = range(dataset, c.second, c);
  if (!first || !second) return undefined;
  if (first.low > second.high) return "yes";
  return first.high < second.low ? "no" : undefined;
}

// Classes

function classVerdict(dataset: Dataset, c: Of<"class">): Verdict {
  const cluster = dataset.cluster.get(c.subject);
  if (!cluster) return "no";
  return c.class === "one of the 20" || cluster.class === c.class ? "yes" : "no";
}
