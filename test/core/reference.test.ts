/** A reference asks the same in any chat: it holds the whole query, and nothing of whoever asked. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ATTRIBUTES,
  COMPARES,
  DIMS,
  type Filter,
  FROMS,
  OPS,
  QUANTIFIERS,
  type Query,
} from "../../src/core/query.ts";
import { openReference, referTo } from "../../src/core/reference.ts";
import type { Answer } from "../../src/core/types.ts";
import { readGolden } from "../golden/judge.ts";
import { ask, converse, dataset, newBot } from "../support/bot.ts";

const golden = readGolden(new URL("../golden/questions.jsonl", import.meta.url));
const MOST_LENGTH = 400;

const word = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 8 })
  .filter((text) => !/\p{Cs}/u.test(text));
const free = DIMS.filter((dim) => dim !== "cluster" && dim !== "city" && dim !== "document");
const flag = fc.constant(true as const);

const members = fc.oneof(
  namesOf("cluster", [...dataset.cluster.keys()]),
  namesOf("city", [...dataset.city.keys()]),
  fc.record(
    {
      dim: fc.constantFrom(...free),
      in: fc.array(word, { minLength: 1, maxLength: 3 }),
      not: flag,
      as: word,
    },
    { requiredKeys: ["dim", "in"] },
  ),
);

function namesOf(dim: "cluster" | "city", names: readonly string[]): fc.Arbitrary<Filter> {
  const some = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 });
  return fc.record(
    { dim: fc.constant(dim), in: some, not: flag, each: flag },
    { requiredKeys: ["dim", "in"] },
  );
}

const bound = fc.record({
  dim: fc.constant("value" as const),
  cmp: fc.constantFrom(...COMPARES),
  amount: fc.record({
    value: fc.double({ min: 0, max: 1e15, noNaN: true }),
    base: fc.constantFrom("元", "%", "", "台"),
  }),
  text: word,
});

const filters = fc.array(fc.oneof(members, bound), { maxLength: 3 });

const queries: fc.Arbitrary<Query> = fc.record(
  {
    from: fc.constantFrom(...FROMS.filter((from) => from !== "statement")),
    op: fc.constantFrom(...OPS),
    where: filters,
    claim: filters,
    negated: fc.boolean(),
    unused: fc.constant<string[]>([]),
    want: fc.constantFrom("cluster" as const, "city" as const, "document" as const),
    quantifier: fc.constantFrom(...QUANTIFIERS),
    denied: flag,
    extreme: fc.constantFrom("max" as const, "min" as const),
    attribute: fc.constantFrom(...ATTRIBUTES),
    expected: fc.nat(100),
    whole: flag,
    policy: flag,
    said: fc.array(word, { minLength: 1, maxLength: 2 }),
    change: fc.constantFrom("raised" as const, "lowered" as const, "changed" as const),
  },
  { requiredKeys: ["from", "op", "where", "claim", "negated", "unused"] },
);

describe("a reference", () => {
  it("is read as the query it was made of", () => {
    fc.assert(
      fc.property(queries, (query) => {
        const reference = referTo(query);
        fc.pre(reference !== undefined && reference.length <= MOST_LENGTH);
        expect(openReference(dataset, reference)).toEqual(query);
      }),
    );
  });

  it("never holds a query of which something was not understood", () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(referTo({ ...query, unused: ["x"] })).toBeUndefined();
      }),
    );
  });

  it("with a number that is none is refused, and one that runs on into its unit asks one thing", () => {
    expect(openReference(dataset, "q:figure.value;value>=1e400@x")).toBe("broken");
    const query = openReference(dataset, "q:figure.value;value<0e0.0@");
    if (query === undefined || query === "broken") throw new Error("it can be read");
    expect(openReference(dataset, referTo(query) ?? "")).toEqual(query);
  });

  it("damaged in any way asks something well-formed or is refused", () => {
    const cut = fc.tuple(queries, fc.nat(400), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(cut, ([query, at, put]) => {
        const reference = referTo(query) ?? "q:";
        expect(
          ask(`q:${reference.slice(2, at)}${put}${reference.slice(Math.max(2, at))}`).title.text,
        ).not.toBe("");
      }),
    );
  });
});

describe("the reference of an answer", () => {
  const referred = golden.flatMap(({ id, text, chat }) => {
    const answer = ask(text);
    return chat === undefined && answer.reference !== undefined ? [{ id, text, answer }] : [];
  });

  it("gets the same answer in another chat", () => {
    const heard = ({ title, verdict, clusters, cities }: Answer): object => ({
      title: title.text,
      verdict,
      clusters,
      cities,
    });
    const other = newBot();
    const differing = referred.filter(({ answer }) => {
      const again = other({ text: answer.reference ?? "", chat: { platform: "other", id: "two" } });
      return (
        answer.reference?.startsWith("q:") === true &&
        JSON.stringify(heard(again)) !== JSON.stringify(heard(answer))
      );
    });
    expect(differing.map(({ id, text, answer }) => `${id} ${text} ${answer.reference}`)).toEqual([]);
    expect(referred.length).toBeGreaterThan(golden.length / 3);
  });

  it("is told when asked for, and is that of a fact where one fact answers", () => {
    const [, shared] = converse("激光谷在哪个城市", "分享");
    const [id = ""] = /[A-Z]\d{3}/.exec(shared?.title.text ?? "") ?? [];
    expect(dataset.fact.has(id)).toBe(true);
    expect(ask(id).facts).toEqual([id]);
  });

  it("is answered in the language of whoever opens it", () => {
    const open = (locale: "en" | "zh-CN"): string =>
      newBot()({ text: "q:role.value;cluster=新能源;city=深圳", chat: { platform: "t", id: "1" }, locale })
        .title.text;
    expect(open("en")).toMatch(/^Shenzhen/);
    expect(open("zh-CN")).toMatch(/^深圳/);
  });
});
