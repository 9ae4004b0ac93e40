/** What each amount of a sentence measures, read from the words on both sides of it. */
import type { Extraction } from "../../dataset/extraction.ts";
import type { Measure } from "../../dataset/schema.ts";
import type { Amount, Bound } from "./amounts.ts";
import { createSubject, type Subject } from "./subject.ts";
import type { Names } from "./names.ts";

export interface Measured {
  measure: Measure;
  value?: number;
  unit?: string;
  words?: string;
  bound?: Bound;
  of?: string;
  cities: readonly string[];
  clusters: readonly string[];
  doubts: readonly string[];
  /** Where in the sentence. */
  at: number;
}

export type ReadMeasures = (text: string, amounts: readonly Amount[]) => Measured[];

const anyOf = (words: readonly string[]): string =>
  `(?:${words.toSorted((a, b) => b.length - a.length).join("|")})`;

/** The measure and what stands before it. */
interface Named extends Subject {
  measure: Measure;
  /** As the sentence words it. */
  word: string;
}

export function createMeasures(names: Names, words: Extraction): ReadMeasures {
  const { figures } = words;
  const tests = createTests(figures);
  const subjectOf = createSubject(names, words);

  const named = (left: string): Named | undefined => {
    for (const [measure, test] of tests.measures) {
      const found = test.exec(left)?.groups;
      if (found) return { measure, word: found["word"] ?? "", ...subjectOf(found["subject"] ?? "") };
    }
    return undefined;
  };

  /** 产业规模突破 3000 亿元, 营业收入、增加值分别达到 3000 亿元、500 亿元. */
  const ordinary = (left: string, list: readonly Amount[]): Measured[] => {
    const several = tests.respectively.exec(left)?.groups;
    if (several && list.length > 1) return respectively(several["heads"] ?? "", list);
    const [amount] = list;
    const head = named(left);
    if (!amount || !head || list.length > 1) return [];
    if (tests.counted.has(amount.unit) && head.measure !== "patents") return [];
    return ranged(amount, figures).map((figure) => measured(head, amount, figure));
  };

  const respectively = (heads: string, list: readonly Amount[]): Measured[] => {
    const parts = heads.split(/、|和|与|及/u);
    const each = parts.map((part) => named(part));
    if (each.length === list.length && each.every((e) => e !== undefined)) {
      const owner = each[0];
      return list.map((amount, i) =>
        measured({ ...owner, ...each[i], ...ownerOf(owner) } as Named, amount, plainly(amount)),
      );
    }
    const head = named(heads);
    if (head?.cities.length !== list.length) return [];
    return list.map((amount, i) =>
      measured({ ...head, cities: [head.cities[i] ?? ""] }, amount, plainly(amount)),
    );
  };

  return (text, amounts) => {
    const found: Measured[] = [];
    let last: Named | undefined;
    for (const { list, left, right } of runs(text, amounts)) {
      const [amount] = list;
      if (!amount || tests.attributive.test(right)) continue;
      const share = amount.unit === "%" ? shareOf(left, last) : undefined;
      const growth = amount.unit === "%" && !share ? growthOf(left, last) : undefined;
      const counted = tests.counted.has(amount.unit) ? countOf(left, right, amount) : [];
      if (share ?? growth) {
        const one = share ?? growth;
        if (one && list.length === 1) found.push({ ...one, ...plainly(amount), at: amount.start });
      } else if (counted.length > 0) found.push(...counted);
      else if (amount.unit !== "%") {
        const own = ordinary(left, list);
        found.push(...own);
        const head = named(left);
        if (own.length > 0 && head) last = head;
      }
    }
    return [...found, ...inWords(text)];
  };

  /** 研发投入占营业收入比重, or 占全国的 behind a figure. */
  function shareOf(left: string, last: Named | undefined): Omit<Measured, "at"> | undefined {
    const found = tests.share.exec(left)?.groups;
    if (!found) return undefined;
    const subject = found["subject"] ?? "";
    const whole = found["whole"] ?? "";
    if (subject !== "") {
      const { of, cities, clusters, doubts } = subjectOf(subject);
      return of === undefined
        ? undefined
        : { measure: "share", of: `${of}占${whole}`, cities, clusters, doubts };
    }
    if (!last) return undefined;
    return {
      measure: "share",
      of: `${last.of ?? ""}${last.word}占${whole}`,
      ...ownerOf(last),
      doubts: last.doubts,
    };
  }

  /** 营业收入年均增长, or 年均增长 behind a figure. */
  function growthOf(left: string, last: Named | undefined): Omit<Measured, "at"> | undefined {
    const found = tests.growth.exec(left)?.groups;
    const pace = figures.pace[found?.["pace"] ?? ""];
    if (!found || pace === undefined) return undefined;
    const subject = found["subject"] ?? "";
    const head = subject === "" ? last : named(subject);
    if (!head) return undefined;
    return {
      measure: "growth",
      of: `${head.of ?? ""}${head.word}${pace}`,
      ...ownerOf(head),
      doubts: head.doubts,
    };
  }

  /** 打造 10 家以上百亿级企业, 建成示范项目 10 个以上, 规模以上企业 200 家. */
  function countOf(left: string, right: string, amount: Amount): Measured[] {
    const made = tests.makes.test(left);
    const ahead = made ? (tests.noun.exec(right)?.groups?.["noun"] ?? "") : "";
    const behind = ahead === "" ? (tests.made.exec(left)?.groups?.["noun"] ?? "") : "";
    const noun = ahead || behind;
    if (noun === "" || tests.not.test(noun)) return [];
    const subject = subjectOf(ahead === "" ? "" : left.replace(tests.makes, ""));
    const owner = { cities: subject.cities, clusters: subject.clusters, doubts: subject.doubts };
    const measure = tests.enterprise.test(noun) ? "enterprises" : "count";
    const name = noun.replaceAll(/[“”"]/gu, "");
    return [{ measure, of: name, ...owner, ...plainly(amount), at: amount.start }];
  }

  /** 营业收入年均增速与全省经济社会发展增速基本同步. */
  function inWords(text: string): Measured[] {
    const found = tests.same.exec(text);
    const { subject = "", pace = "", words: said = "" } = found?.groups ?? {};
    const head = found ? named(subject) : undefined;
    const counted = figures.pace[pace];
    if (!found || !head || counted === undefined) return [];
    const of = `${head.of ?? ""}${head.word}${counted}`;
    return [
      {
        measure: "growth",
        words: said,
        of,
        ...ownerOf(head),
        doubts: head.doubts,
        at: found.index + found[0].length,
      },
    ];
  }
}

const ownerOf = (head: Subject | undefined): Pick<Measured, "cities" | "clusters"> => ({
  cities: head?.cities ?? [],
  clusters: head?.clusters ?? [],
});

interface Value extends Pick<Amount, "value" | "unit" | "bound"> {
  /** Which end of a range. */
  end?: string;
}

const plainly = ({ value, unit, bound }: Amount): Value => ({
  value,
  unit,
  ...(bound !== undefined && { bound }),
});

/** 4000—5000 亿元 are two figures. */
const ranged = (amount: Amount, { low, high }: Extraction["figures"]): Value[] =>
  amount.high === undefined
    ? [plainly(amount)]
    : [
        { value: amount.value, unit: amount.unit, end: low },
        { value: amount.high, unit: amount.unit, end: high },
      ];

function measured({ measure, of, cities, clusters, doubts }: Named, amount: Amount, value: Value): Measured {
  const what = [of, value.end].filter((w) => w !== undefined).join("，");
  return {
    measure,
    value: value.value,
    unit: value.unit,
    ...(value.bound !== undefined && { bound: value.bound }),
    ...(what !== "" && { of: what }),
    cities,
    clusters,
    doubts,
    at: amount.start,
  };
}

/** Amounts that stand in one list, with the clause before them and what follows. */
function runs(text: string, amounts: readonly Amount[]): { list: Amount[]; left: string; right: string }[] {
  const found: { list: Amount[]; left: string; right: string }[] = [];
  let from = 0;
  for (let i = 0; i < amounts.length; i += 1) {
    const list = [amounts[i] as Amount];
    for (
      let next = amounts[i + 1];
      next && /^(?:、|和|及|与)?$/u.test(text.slice(list.at(-1)?.end, next.start));
      next = amounts[i + 1]
    ) {
      list.push(next);
      i += 1;
    }
    const start = list[0]?.start ?? 0;
    const end = list.at(-1)?.end ?? 0;
    const clause = text.slice(from, start);
    const left = clause.slice(Math.max(...[...",;:。"].map((m) => clause.lastIndexOf(m))) + 1);
    found.push({ list, left, right: text.slice(end) });
    from = end;
  }
  return found;
}

function createTests(figures: Extraction["figures"]) {
  const bounds = Object.values(figures.bounds).flatMap((b) => b.before);
  const verb = `(?:${anyOf([...figures.verbs, ...bounds])})*`;
  const total = `(?:${anyOf(figures.total)})?`;
  const measures = Object.entries(figures.measures).map(
    ([measure, words]) =>
      [
        measure as Measure,
        new RegExp(`^(?<subject>.*?)(?<word>${anyOf(words)})${total}${verb}$`, "u"),
      ] as const,
  );
  const pace = anyOf(Object.keys(figures.pace));
  const rise = anyOf(figures.growth);
  return {
    measures,
    respectively: new RegExp(`^(?<heads>.+?)分别${verb}$`, "u"),
    share: new RegExp(`^(?<subject>.*)占(?<whole>[^占]{2,20}?)的?(?:${anyOf(figures.share)})?${verb}$`, "u"),
    growth: new RegExp(`^(?<subject>.*?)(?<pace>${pace})${rise}?${verb}$`, "u"),
    same: new RegExp(`(?<subject>[^,;:]*?)(?<pace>${pace})${rise}(?<words>${anyOf(figures.same)})`, "u"),
    counted: new Set(figures.counted),
    makes: new RegExp(`${anyOf(figures.makes)}${verb}$`, "u"),
    made: new RegExp(`${anyOf(figures.makes)}(?<noun>[^,;:、]{2,24}?)(?:数量|总数|数)?${verb}$`, "u"),
    noun: /^(?<noun>[^,;:。、\d]{2,24}?)(?=[,;:。、]|和\d|$)/u,
    not: new RegExp(`${anyOf(figures.not)}$`, "u"),
    enterprise: new RegExp(anyOf(figures.enterprise), "u"),
    // 投资 10 亿元以上的项目: it says which projects.
    attributive: /^的(?!比重|比例|份额)\p{Script=Han}/u,
  };
}
