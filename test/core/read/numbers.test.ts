import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNumber } from "../../../src/core/read/numbers.ts";
import { hanNumber } from "../../../src/text/numerals.ts";

const sense = (text: string) => readNumber(text, 0)?.sense;

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
    ["4 000 亿元", { value: 4000, unit: "亿元" }],
    ["80多处", { value: 80, unit: "处", more: true }],
    ["6000多亿", { value: 6000, unit: "亿", more: true }],
    ["三分之一", { value: 33.3333, unit: "%", rough: true }],
    ["4分之3", { value: 75, unit: "%", rough: true }],
    ["百分之26.8", { value: 26.8, unit: "%" }],
    ["四成四", { value: 44, unit: "%" }],
    ["三成半", { value: 35, unit: "%" }],
    ["四成多", { value: 40, unit: "%", rough: true, more: true }],
  ])("reads %s as an amount", (text, amount) => {
    expect(sense(text)).toEqual({ kind: "amount", ...amount });
  });

  it("reads days and places as such", () => {
    expect(sense("5月18日")).toEqual({ kind: "date", month: 5, day: 18 });
    expect(sense("第九个")).toEqual({ kind: "ordinal", place: 9 });
    expect(sense("粤府函〔2020〕82 号")).toEqual({ kind: "number", number: "粤府函〔2020〕82号" });
  });

  it("takes a level for a name: 5000 亿级", () => {
    expect(sense("5000亿级集群")).toEqual({ kind: "thing", id: "5000亿级" });
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
        expect(sense(`${n}家`)).toEqual({ kind: "amount", value: n, unit: "家" });
      }),
    );
  });
});
