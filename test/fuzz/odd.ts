/** What nobody should send and somebody will: texts, numbers, JSON, and good input with something wrong in it. */
import fc from "fast-check";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Any unit of UTF-16, so that halves of signs stand alone. */
const units = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

const SNAGS = [
  "",
  " ",
  "\n",
  "\u0000",
  "\uFEFF",
  "\uD800",
  "深圳\uDC00",
  "\u001B[2J",
  "\u202E深圳",
  "👨‍👩‍👧‍👦",
  "a\u0301\u0301\u0301",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "undefined",
  "NaN",
  "-0",
  "1e999",
  "9".repeat(400),
  "<b>&lt;",
  "</blockquote><a href='x'>",
  "```\n[x](https://x.example)||",
  "@everyone <@1> <#2> <:a:3>",
  "%00%",
  "q:role.value;city=__proto__",
  "q:figure.value;value>=1e999@x",
  "{}",
  "[[",
] as const;

/** What questions are made of. */
const WORDS =
  "深圳 佛山 广州 珠三角 半导体 新能源 家电 集群 城市 核心 是 不是 不 没有 除了 以外 超过 至少 1000亿 2025年 三万亿 第 几 吗 ？ 。 那 呢 和 哪些 哪个对 更多 为什么 分享 出处 来一条 切换繁体 reply in English please shenzhen bandaoti IC 5G which cities /cluster /city /role /compare /fact /daily /daily on 25:99 Mars/Base /language /ask /start /map F001 q:role.value ; = , :".split(
    " ",
  );

const questionLike = fc
  .tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 }), fc.constantFrom("", " "))
  .map(([words, between]) => words.join(between));

const repeated = fc
  .tuple(
    fc.constantFrom("深圳", "不", "囧", "a", "\uD83D", "<", "/", "是", "1", "\n", "a."),
    fc.integer({ min: 2, max: 300 }),
  )
  .map(([piece, times]) => piece.repeat(times));

/** Mostly short; some are questions, and some hold them among other things. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: questionLike },
  { weight: 2, arbitrary: fc.string({ unit: units, maxLength: 30 }) },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 30 }) },
  { weight: 2, arbitrary: fc.constantFrom(...SNAGS) },
  { weight: 1, arbitrary: repeated },
  {
    weight: 2,
    arbitrary: fc.tuple(questionLike, fc.constantFrom(...SNAGS), questionLike).map((parts) => parts.join("")),
  },
);

export const oddNumber: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(
    0,
    -0,
    -1,
    1,
    0.5,
    2 ** 31,
    2 ** 53,
    -(2 ** 63),
    1e21,
    1e308,
    5e-324,
    Number.MAX_SAFE_INTEGER,
  ),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const oddKey = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "prototype", "id", "text", "then", "toJSON"),
  oddText,
);
const deep = fc.integer({ min: 10, max: 1_000 }).map((depth): Json => {
  let nested: Json = [];
  for (let i = 0; i < depth; i += 1) nested = i % 2 === 0 ? [nested] : { a: nested };
  return nested;
});
const leaf = fc.oneof<fc.Arbitrary<Json>[]>(oddText, oddNumber, fc.boolean(), fc.constant(null));
const flat = fc.oneof<fc.Arbitrary<Json>[]>(
  leaf,
  fc.array(leaf, { maxLength: 4 }),
  // fromEntries makes an own property of __proto__, as JSON.parse does.
  fc.array(fc.tuple(oddKey, leaf), { maxLength: 4 }).map((entries): Json => Object.fromEntries(entries)),
);

/** Any JSON, in shapes that meet code by surprise. */
export const oddJson: fc.Arbitrary<Json> = fc.oneof<fc.MaybeWeightedArbitrary<Json>[]>(
  { weight: 6, arbitrary: leaf },
  { weight: 4, arbitrary: flat },
  {
    weight: 2,
    arbitrary: fc.array(fc.tuple(oddKey, flat), { maxLength: 5 }).map((e): Json => Object.fromEntries(e)),
  },
  { weight: 1, arbitrary: deep },
);

interface Change {
  at: number;
  how: "replace" | "remove" | "wrap" | "add";
  by: Json;
  key: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom("replace", "replace", "remove", "wrap", "add"),
  by: oddJson,
  key: oddKey,
});

type Holder = Json[] | { [key: string]: Json };
const isHolder = (value: Json | undefined): value is Holder => typeof value === "object" && value !== null;

/** Every place of a value: what holds it, and its key there. */
function placesIn(value: Json, most = 300): { holder: Holder; key: string }[] {
  const places: { holder: Holder; key: string }[] = [];
  const open: Json[] = [value];
  for (let next = open.pop(); next !== undefined && places.length < most; next = open.pop()) {
    if (!isHolder(next)) continue;
    for (const [key, below] of Object.entries(next)) {
      places.push({ holder: next, key });
      open.push(below);
    }
  }
  return places;
}

function put(holder: Holder, key: string, value: Json): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

function changed(value: Json, { at, how, by: given, key: newKey }: Change): void {
  // A later change may be within it, and the same one is tried again when a smaller input is looked for.
  const by = structuredClone(given);
  const places = placesIn(value);
  const place = places[at % Math.max(1, places.length)];
  if (!place) return;
  const { holder, key } = place;
  if (how === "remove") return void Reflect.deleteProperty(holder, key);
  if (how === "add") return put(holder, Array.isArray(holder) ? String(holder.length) : newKey, by);
  const before = Object.getOwnPropertyDescriptor(holder, key)?.value as Json;
  put(holder, key, how === "wrap" ? [before] : by);
}

/** A good value with one to three things wrong in it. */
export const damaged = (good: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.tuple(good, fc.array(change, { minLength: 1, maxLength: 3 })).map(([value, changes]) => {
    const copy = structuredClone(value);
    for (const one of changes) changed(copy, one);
    return copy;
  });

/** Whether every text in it, keys too, can be written as UTF-8. */
export function isWellFormed(value: unknown): boolean {
  if (typeof value === "string") return !/\p{Surrogate}/u.test(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, below]) => isWellFormed(key) && isWellFormed(below));
}
