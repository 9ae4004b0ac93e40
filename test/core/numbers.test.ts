import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hanNumber, readNumber } from "../../src/core/numbers.ts";

const sense = (text: string) => readNumber(text, 0)?.senses[0];

describe("hanNumber", () => {
  it.each([
    ["十一", 11],
    ["廿", 20],
    ["二十", 20],
    ["三百", 300],
    ["一点五", 1.5],
    ["一万九千", 19_000],
    ["二〇", 20],
  ])("reads %s as %d", (text, value) => {
    expect(hanNumber(text)).toBe(value);
  });
});

describe("readNumber", () => {
  it.each([
    ["2025年", 2025],
    ["2019", 2019],
    ["25年", 2025],
    ["二〇二五年", 2025],
  ])("reads %s as the year %d", (text, year) => {
    expect(sense(text)).toEqual({ kind: "year", year });
  });

  it.each([
    ["4000亿", { value: 4000, unit: "亿" }],
    ["1.5万亿元", { value: 1.5, unit: "万亿元" }],
    ["一点五万亿", { value: 1.5, unit: "万亿" }],
    ["百分之十", { value: 10, unit: "%" }],
    ["11,875亿", { value: 11_875, unit: "亿" }],
    ["5月18日", { value: 518, unit: "月日" }],
    ["第九个", { value: 9, unit: "第" }],
    ["80多处", { value: 80, unit: "处" }],
  ])("reads %s as an amount", (text, amount) => {
    expect(sense(text)).toEqual({ kind: "amount", amount });
  });

  it("hears 以上, 超过 and 不到", () => {
    expect(sense("5000亿以上")).toMatchObject({ amount: { bound: "atleast" } });
    expect(readNumber("超过4000亿", 2)?.senses[0]).toMatchObject({ amount: { bound: "over" } });
    expect(readNumber("不到2000亿", 2)?.senses[0]).toMatchObject({ amount: { bound: "under" } });
  });

  it("takes 2025亿 for an amount, not for a year", () => {
    expect(sense("2025亿")).toMatchObject({ kind: "amount" });
  });

  it("leaves numerals inside names alone: 三水, 四会", () => {
    expect(readNumber("三水", 0)).toBeUndefined();
    expect(readNumber("四会", 0)).toBeUndefined();
  });

  it("reads any number with a unit back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (n) => {
        expect(sense(`${n}家`)).toEqual({ kind: "amount", amount: { value: n, unit: "家" } });
      }),
    );
  });
});
