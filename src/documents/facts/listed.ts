/** Several amounts that one clause tells at once: 营业收入、增加值分别达到 3000 亿元、500 亿元. */
import type { Amount } from "./amounts.ts";
import { type Head, type Measured, measured, ownerOf, valueOf } from "./measured.ts";
import type { MeasureTests } from "./measure-tests.ts";

export type ReadListed = (before: string, heads: string, list: readonly Amount[]) => Measured[];

/** @returns a function from what stands before 分别, and the amounts behind it, to the figures; none where they do not match. */
export function createListed(tests: MeasureTests, headOf: (left: string) => Head | undefined): ReadListed {
  const one = (head: Head, amount: Amount): Measured =>
    measured(head.measure, head.of, ownerOf(head), valueOf(amount), amount.start);

  /** 到 2025 年、2027 年产业规模分别达到 …. */
  const byYear = (before: string, heads: string, list: readonly Amount[]): Measured[] => {
    const years = [...before.matchAll(/20\d\d(?=年|[、和])/gu)].map(([year]) => Number(year));
    const plain = heads.replaceAll(/[到至]?20\d\d年?(?:底|末)?[、和与及]?/gu, "");
    const head = years.length === list.length ? headOf(plain) : undefined;
    return head ? list.map((amount, i) => ({ ...one(head, amount), year: years[i] ?? 0 })) : [];
  };

  const byMeasure = (heads: string, list: readonly Amount[]): Measured[] => {
    const each = heads.split(tests.next).flatMap((part) => headOf(part) ?? []);
    const [first] = each;
    if (!first || each.length !== list.length) return [];
    return list.map((amount, i) => {
      const head = each[i] ?? first;
      const own = head.of !== undefined || head.cities.length > 0 || head.clusters.length > 0;
      return one(own ? head : { ...first, measure: head.measure, word: head.word }, amount);
    });
  };

  /** 佛山、东莞营业收入分别达到 …. */
  const byCity = (heads: string, list: readonly Amount[]): Measured[] => {
    const head = headOf(heads);
    if (head?.cities.length !== list.length) return [];
    return list.map((amount, i) => one({ ...head, cities: [head.cities[i] ?? ""] }, amount));
  };

  /** 游戏、动漫营业收入分别达到 …. */
  const byPart = (heads: string, list: readonly Amount[]): Measured[] => {
    const head = headOf(heads);
    const parts = head?.of?.split(/[、和与及]/u) ?? [];
    return head && parts.length === list.length
      ? list.map((amount, i) => ({ ...one({ ...head, of: parts[i] ?? "" }, amount), doubts: [] }))
      : [];
  };

  return (before, heads, told) => {
    const [first] = told;
    const list = told.map((amount) =>
      first?.ahead && first.bound !== undefined ? { bound: first.bound, ...amount } : amount,
    );
    const found = [
      byYear(before, heads, list),
      byMeasure(heads, list),
      byCity(heads, list),
      byPart(heads, list),
    ];
    return found.find((figures) => figures.length > 0) ?? [];
  };
}
