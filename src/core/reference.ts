/**
 * A query as a short line of text that any chat can open, for good: `q:role.value;city=深圳;cluster=新能源`.
 *
 * It names what the dataset names, never a place in a list, so that it outlives new data, and of the words of whoever asked
 * it holds only those that were looked for.
 *
 *     q:from.op ; filter ; ?claim ; .option
 *     filter    dim=one,two   dim!=not this   dim*=all of these   dim=these@as the question named them
 *               value>=400000000000 元@4000 亿元
 */
import { z } from "zod";
import type { Dataset } from "../dataset/dataset.ts";
import {
  ATTRIBUTES,
  type Bound,
  COMPARES,
  DIMS,
  type Filter,
  FROMS,
  isMembers,
  type Members,
  OPS,
  QUANTIFIERS,
  TENSES,
  type Query,
} from "./query.ts";

const START = "q:";
/** No reference is longer; nobody else's text is read any further. */
const MOST = 400;
/** These rows depend on the wording of the question as well: they are referred to by their facts. */
const WORDED: ReadonlySet<Query["from"]> = new Set(["statement"]);

const Tally = z
  .string()
  .regex(/^(?:>=|<=|[<>=~])\d{1,4}$/)
  .transform((said) => ({
    cmp: z.enum(COMPARES).parse(said.replace(/\d+$/, "")),
    count: Number(/\d+$/.exec(said)?.[0]),
  }));

const Lacks = z
  .string()
  .regex(/^(?:city|cluster):./)
  .transform((said) => {
    const [dim, ...names] = said.split(":");
    return { dim: z.enum(["city", "cluster"]).parse(dim), in: names.join(":").split(",") };
  });

/** Said without a value. */
const Said = z.literal("").transform(() => true as const);

const Words = z
  .string()
  .transform((said) => said.split(",").map(plain))
  .pipe(z.array(z.string()));

const Options = z.strictObject({
  want: z.enum(["cluster", "city", "document"]).optional(),
  quantifier: z.enum(QUANTIFIERS).optional(),
  negated: Said.optional(),
  denied: Said.optional(),
  extreme: z.enum(["max", "min"]).optional(),
  attribute: z.enum(ATTRIBUTES).optional(),
  expected: z.coerce.number().int().nonnegative().optional(),
  tally: Tally.optional(),
  lacks: Lacks.optional(),
  whole: Said.optional(),
  policy: Said.optional(),
  said: Words.optional(),
  tense: z.enum(TENSES).optional(),
  change: z.enum(["raised", "lowered", "changed"]).optional(),
});

const KEYS = Options.keyof().options;

/** @returns undefined for a query of which a part was not understood, or that its words alone would not find again. */
export function referTo(query: Query): string | undefined {
  if (query.unused.length > 0 || WORDED.has(query.from) || query.claim.some(isOfWords)) return undefined;
  const segments = [
    `${START}${query.from}.${query.op}`,
    ...query.where.map(filterSegment),
    ...query.claim.map((filter) => `?${filterSegment(filter)}`),
    ...KEYS.flatMap((key) => optionSegment(key, plainOf(query, key))),
  ];
  const reference = segments.join(";");
  return reference.length > MOST ? undefined : reference;
}

/** A rounded amount, or one of several: how it was said is part of it. */
const isOfWords = (filter: Filter): boolean =>
  !isMembers(filter) && (filter.rough ?? filter.upTo ?? filter.with) !== undefined;

/** `q:passage;plans-2023/半导体与集成电路#37`: asks for a passage. */
export const referToPassage = (id: string): string => `${START}passage;${escaped(id)}`;

/** @returns the id of the passage it asks for; undefined for any other text. */
export function openPassage(text: string): string | undefined {
  const [, id] = /^\s*q[:：]passage;(\S{1,390})\s*$/iu.exec(text) ?? [];
  return id === undefined ? undefined : plain(id);
}

/** Whether it means to be one: it is then in no language. */
export const isReference = (text: string): boolean => /^\s*q[:：]/i.test(text);

/** @returns undefined for a text that is no reference, `broken` for one that nothing can be made of. */
export function openReference(dataset: Dataset, text: string): Query | "broken" | undefined {
  const trimmed = text.trim().replace(/^q：/i, START);
  if (!isReference(trimmed)) return undefined;
  if (trimmed.length > MOST) return "broken";
  const [head = "", ...segments] = trimmed.slice(START.length).split(";");
  const [from, op, ...others] = head.split(".");
  const asked = z.tuple([z.enum(FROMS), z.enum(OPS)]).safeParse([from, op]);
  const options = optionsIn(segments.filter((s) => s.startsWith(".")));
  const where = filtersIn(segments.filter((s) => !/^[.?]/.test(s)));
  const claim = filtersIn(segments.filter((s) => s.startsWith("?")).map((s) => s.slice(1)));
  if (!asked.success || !options || !where || !claim || others.length > 0) return "broken";
  const lacking: Filter[] = options.lacks ? [{ ...options.lacks, in: [...options.lacks.in] }] : [];
  const known = [...where, ...claim, ...lacking].every(
    (filter) => !isMembers(filter) || isHeld(dataset, filter),
  );
  const { data } = asked;
  if (!known || WORDED.has(data[0])) return "broken";
  return { from: data[0], op: data[1], where, claim, unused: [], ...options };
}

/** Names have to be those of the dataset; other values at worst find nothing. */
function isHeld(dataset: Dataset, { dim, in: names }: Members): boolean {
  return dim !== "cluster" && dim !== "city" && dim !== "document"
    ? true
    : names.every((name) => dataset[dim].has(name));
}

// Filters --------------------------------------------------------------------------------------------------------------

/** What has a meaning here, in a name or a word. */
const escaped = (text: string): string => text.replaceAll(/[;,@%=\s]/g, (sign) => encodeURIComponent(sign));

const filterSegment = (filter: Filter): string =>
  isMembers(filter)
    ? `${filter.dim}${filter.not ? "!" : ""}${filter.each ? "*" : ""}=${filter.in.map(escaped).join(",")}${
        filter.as === undefined ? "" : `@${escaped(filter.as)}`
      }`
    : `value${filter.cmp}${filter.amount.value}${escaped(filter.amount.base)}@${escaped(filter.text)}`;

function filtersIn(segments: readonly string[]): Filter[] | undefined {
  const filters = segments.map((segment) => boundIn(segment) ?? membersIn(segment));
  return filters.every((filter) => filter !== undefined) ? filters : undefined;
}

function membersIn(segment: string): Members | undefined {
  const [, name, not, each, values = "", as] = /^([a-z]+)(!?)(\*?)=([^@]+)(?:@(.*))?$/.exec(segment) ?? [];
  const dim = z.enum(DIMS).safeParse(name);
  const names = values.split(",").map(plain);
  if (!dim.success || names.some((one) => one === undefined || one === "")) return undefined;
  return {
    dim: dim.data,
    in: names.flatMap((one) => one ?? []),
    ...(not && { not: true }),
    ...(each && { each: true }),
    ...(as !== undefined && { as: plain(as) ?? as }),
  };
}

function boundIn(segment: string): Bound | undefined {
  const [, cmp, number, base = "", said = ""] =
    /^value(>=|<=|[<>=~])(\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?![\d.])([^@]*)@(.*)$/.exec(segment) ?? [];
  const compare = z.enum(COMPARES).safeParse(cmp);
  const [unit, text] = [plain(base), plain(said)];
  const value = Number(number);
  if (!compare.success || unit === undefined || text === undefined || !Number.isFinite(value))
    return undefined;
  return { dim: "value", cmp: compare.data, amount: { value, base: unit }, text };
}

/** @returns undefined where a percent sign stands before no code. */
function plain(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

// Options --------------------------------------------------------------------------------------------------------------

type Plain = string | number | boolean | readonly string[] | undefined;

function plainOf(query: Query, key: (typeof KEYS)[number]): Plain {
  const { tally, lacks } = query;
  if (key === "tally") return tally && `${tally.cmp}${tally.count}`;
  if (key === "lacks") return lacks && `${lacks.dim}:${lacks.in.join(",")}`;
  return query[key];
}

function optionSegment(key: (typeof KEYS)[number], value: Plain): string[] {
  if (value === undefined || value === false || (Array.isArray(value) && value.length === 0)) return [];
  if (value === true) return [`.${key}`];
  return [`.${key}=${Array.isArray(value) ? value.map(escaped).join(",") : String(value)}`];
}

type Chosen = Pick<Query, "negated"> & Partial<Query>;

function optionsIn(segments: readonly string[]): Chosen | undefined {
  const pairs = segments.map((segment) => {
    const [key = "", ...value] = segment.slice(1).split("=");
    return [key, value.join("=")] as const;
  });
  const read = Options.safeParse(Object.fromEntries(pairs));
  return read.success ? { negated: false, ...defined(read.data) } : undefined;
}

const defined = <T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
