/** What each amount of a sentence measures, read from the words on both sides of it. */
import type { Extraction } from "../../dataset/extraction.ts";
import type { Amount } from "./amounts.ts";
import { createCounts } from "./counts.ts";
import { createListed } from "./listed.ts";
import { type Head, type Measured, measured, ownerOf, valueOf, valuesOf } from "./measured.ts";
import { createTests } from "./measure-tests.ts";
import type { Names } from "./names.ts";
import { createPlain } from "./plain.ts";
import { createRates } from "./rates.ts";
import { runsOf } from "./runs.ts";
import { createSubject } from "./subject.ts";

export type ReadMeasures = (text: string, amounts: readonly Amount[]) => Measured[];

export function createMeasures(names: Names, words: Extraction): ReadMeasures {
  const { figures } = words;
  const tests = createTests(figures);
  const subjectOf = createSubject(names, words);
  const rates = createRates(figures, tests, headOf, subjectOf);
  const plain = createPlain(words, names.parts);
  const respectively = createListed(tests, headOf);
  const counts = createCounts(figures, tests, subjectOf);

  function headOf(left: string): Head | undefined {
    for (const [measure, test] of tests.measures) {
      const found = test.exec(left)?.groups;
      const word = found?.["word"] ?? "";
      if (!found) continue;
      const subject = subjectOf((found["subject"] ?? "").replace(tests.scaled, ""));
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
  const headAgain = (left: string, amount: Amount, last: Last | undefined): Head | undefined => {
    if (!last || (last.unit !== undefined && kindOf(last.unit) !== kindOf(amount.unit))) return undefined;
    if (tests.again.test(left.replace(/^、/u, ""))) return last.head;
    const part = tests.within.exec(left) ?? (last.within ? tests.too.exec(left) : undefined);
    const subject = part?.groups?.["subject"];
    if (subject === undefined) return undefined;
    const { of = subject.replace(/(?:产业|的)+$/u, ""), ...owner } = subjectOf(subject);
    return { ...last.head, ...owner, of };
  };

  const moved = (clause: string): Last | undefined => {
    const head = headOf(tests.moved.exec(clause)?.groups?.["head"] ?? "");
    return head && { head, within: false };
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
    let last: Last | undefined;
    let counted = false;
    const each = runsOf(text, amounts, tests.attributive).flatMap((run): Measured[] => {
      const { list, left, earlier, right, parted, describes } = run;
      const [amount] = list;
      const [before, listed] = [parted ? undefined : (last ?? moved(earlier)), counted];
      [last, counted] = [undefined, false];
      if (!amount || amount.foreign) return [];
      if (list.length > 1) {
        const heads = (tests.respectively.exec(left) ?? tests.several.exec(left))?.groups?.["heads"];
        return heads === undefined ? [] : respectively(text.slice(0, amount.start), heads, list);
      }
      const doubts = [...plain.behind(right), ...(describes ? ["it may tell which thing is meant"] : [])];
      if (amount.unit === "%") {
        const grower = rates.grower(left);
        last = before ?? (grower && { head: grower, within: false });
        const rate = rates.of(left, before?.head);
        return rate
          ? [{ ...rate, ...valueOf(amount), at: amount.start, doubts: [...rate.doubts, ...doubts] }]
          : [];
      }
      if (tests.counted.has(amount.unit)) {
        if (describes) return [];
        last = before;
        const found = counts(left, right, amount, listed);
        counted = found.length > 0;
        return found;
      }
      const own = headOf(left.replace(/^[、和与及]/u, ""));
      const head = own
        ? beside(own, before?.unit === undefined ? undefined : before.head, left)
        : headAgain(left, amount, before);
      if (!head) return [];
      last = { head, unit: amount.unit, within: own === undefined && !tests.again.test(left) };
      const found = ordinary(head, amount, doubts);
      return own ? found : found.map((one) => ({ ...one, again: true }));
    });
    return [...each, ...rates.inWords(text)];
  };
}

/** 亿千瓦 and 万千瓦 are of one kind. */
const kindOf = (unit: string): string => unit.replace(/^[万亿]+/u, "");

/** The figure before, which what follows may go on from. */
interface Last {
  head: Head;
  /** Undefined where it was told without an amount. */
  unit?: string;
  /** It is one of several within another. */
  within: boolean;
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
