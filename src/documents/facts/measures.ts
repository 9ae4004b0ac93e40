/** What each amount of a sentence measures, read from the words on both sides of it. */
import type { Extraction } from "../../dataset/extraction.ts";
import type { Amount } from "./amounts.ts";
import { createCounts } from "./counts.ts";
import { type Head, type Measured, measured, ownerOf, valueOf, valuesOf } from "./measured.ts";
import { createTests } from "./measure-tests.ts";
import type { Names } from "./names.ts";
import { createPlain } from "./plain.ts";
import { createRates } from "./rates.ts";
import { createSubject } from "./subject.ts";

export type ReadMeasures = (text: string, amounts: readonly Amount[]) => Measured[];

export function createMeasures(names: Names, words: Extraction): ReadMeasures {
  const { figures } = words;
  const tests = createTests(figures);
  const subjectOf = createSubject(names, words);
  const rates = createRates(figures, tests, headOf, subjectOf);
  const plain = createPlain(figures);
  const counts = createCounts(figures, tests, subjectOf);

  function headOf(left: string): Head | undefined {
    for (const [measure, test] of tests.measures) {
      const found = test.exec(left)?.groups;
      const word = found?.["word"] ?? "";
      if (!found) continue;
      const subject = subjectOf(found["subject"] ?? "");
      if (subject.firms) subject.doubts.push("it may be a figure of single firms");
      const bare = subject.clusters.length === 0 && subject.cities.length === 0;
      subject.doubts.push(...plain.subject(subject.of, word, bare));
      // Of patents there are several kinds.
      return {
        measure,
        word,
        ...subject,
        ...(measure === "patents" && subject.of === undefined && { of: word }),
      };
    }
    return undefined;
  }

  /** The head of the figure before it: 2022 年达到, 其中安全应急产业约. */
  const headAgain = (
    left: string,
    amount: Amount,
    last: { head: Head; unit: string } | undefined,
  ): Head | undefined => {
    if (!last || last.unit !== amount.unit) return undefined;
    if (tests.again.test(left)) return last.head;
    const subject = tests.within.exec(left)?.groups?.["subject"];
    if (subject === undefined) return undefined;
    const { of = subject.replace(/(?:产业|的)+$/u, ""), ...owner } = subjectOf(subject);
    return { ...last.head, ...owner, of };
  };

  /** 营业收入、增加值分别达到 3000 亿元、500 亿元; 佛山、东莞营业收入分别达到 …. */
  const respectively = (heads: string, list: readonly Amount[]): Measured[] => {
    const each = heads.split(tests.next).flatMap((part) => headOf(part) ?? []);
    const [first] = each;
    if (first && each.length === list.length)
      return list.map((amount, i) => {
        const head = each[i] ?? first;
        return measured(
          head.measure,
          i === 0 ? head.of : undefined,
          ownerOf(first),
          valueOf(amount),
          amount.start,
        );
      });
    const head = headOf(heads);
    if (head?.cities.length !== list.length) return [];
    return list.map((amount, i) =>
      measured(
        head.measure,
        head.of,
        { ...ownerOf(head), cities: [head.cities[i] ?? ""] },
        valueOf(amount),
        amount.start,
      ),
    );
  };

  /** 2025 年、2027 年产业规模分别达到 …. */
  const yearly = (heads: string, list: readonly Amount[]): Measured[] => {
    const years = [...heads.matchAll(/20\d\d(?=年)/gu)].map(([year]) => Number(year));
    const head = years.length === list.length ? headOf(heads.replaceAll(/20\d\d年/gu, "")) : undefined;
    return head === undefined
      ? []
      : list.flatMap((amount, i) =>
          ordinary(head, amount, []).map((one) => ({ ...one, year: years[i] ?? 0 })),
        );
  };

  const ordinary = (head: Head, amount: Amount, doubts: readonly string[]): Measured[] =>
    valuesOf(amount, figures).map((value) =>
      measured(
        head.measure,
        head.of,
        { ...ownerOf(head), doubts: [...head.doubts, ...doubts] },
        value,
        amount.start,
      ),
    );

  return (text, amounts) => {
    let last: { head: Head; unit: string } | undefined;
    let counted = false;
    const each = runs(text, amounts).flatMap(({ list, left, right }): Measured[] => {
      const [amount] = list;
      const listed = counted;
      counted = false;
      if (!amount || tests.attributive.test(right)) return [];
      const heads = tests.respectively.exec(left)?.groups?.["heads"];
      if (list.length > 1) {
        if (heads === undefined) return [];
        const byYear = yearly(heads, list);
        return byYear.length > 0 ? byYear : respectively(heads, list);
      }
      const doubts = plain.behind(right);
      if (amount.unit === "%") {
        const rate = rates.of(left, last?.head);
        return rate
          ? [{ ...rate, ...valueOf(amount), at: amount.start, doubts: [...rate.doubts, ...doubts] }]
          : [];
      }
      if (tests.counted.has(amount.unit)) {
        const found = counts(left, right, amount, listed);
        counted = found.length > 0;
        return found;
      }
      const own = headOf(left.replace(/^[、和与及]/u, ""));
      const head = own ? beside(own, last?.head, left) : headAgain(left, amount, last);
      if (!head) return [];
      last = { head, unit: amount.unit };
      return ordinary(head, amount, doubts);
    });
    return [...each, ...rates.inWords(text)];
  };
}

/**
 * A measure with no subject of its own behind one that has: 零部件营业收入 6000 亿元、利润 300 亿元 are of the same; behind a
 * comma, or where only the city is another, it is not told.
 */
function beside(head: Head, last: Head | undefined, left: string): Head {
  const silent = head.of === undefined && head.clusters.length === 0;
  if (!silent || last?.of === undefined || last.of === last.word) return head;
  if (head.cities.length === 0 && /^[、和与及]/u.test(left))
    return { ...last, measure: head.measure, word: head.word };
  const may = head.cities.length === 0 || head.measure === last.measure;
  return may
    ? { ...head, doubts: [...head.doubts, `it may be of ${last.of} as what stands before it`] }
    : head;
}

/** Amounts that stand in one list, with the clause before them and what follows. */
function runs(text: string, amounts: readonly Amount[]): { list: Amount[]; left: string; right: string }[] {
  const found: { list: Amount[]; left: string; right: string }[] = [];
  let from = 0;
  for (const amount of amounts) {
    const run = found.at(-1)?.list;
    const between = text.slice(run?.at(-1)?.end ?? 0, amount.start);
    if (run && /^(?:、|和|及|与)?$/u.test(between)) run.push(amount);
    else found.push({ list: [amount], left: lastClause(text.slice(from, amount.start)), right: "" });
    from = amount.end;
  }
  return found.map((run) => ({ ...run, right: text.slice(run.list.at(-1)?.end) }));
}

const lastClause = (text: string): string =>
  text.slice(Math.max(...[...",;:。"].map((mark) => text.lastIndexOf(mark))) + 1);
