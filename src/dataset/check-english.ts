/** The English against the Chinese: the same numbers, years, money, units, cities and clusters, and nothing added. */
import type { Fault, FileOf, Parts } from "./dataset.ts";
import { numbersInChinese, numbersInEnglish, unsaid } from "./numbers-said.ts";
import type { Fact } from "./schema.ts";

/** A text in both languages, and where its English stands. */
interface Pair {
  file: string;
  id: string;
  zh: string;
  en: string;
}

/** @returns what the English says otherwise. A text without English is none: it is shown in Chinese, and marked. */
export function englishFaults(all: Parts, fileOf: FileOf): Fault[] {
  const parts = { ...all, facts: firstOfEach(all.facts) };
  const namesIn = readerOf(parts);
  return [
    ...strangers(parts),
    ...pairsOf(parts).flatMap((pair) => pairProblems(pair, namesIn).map((problem) => faultOf(pair, problem))),
    ...parts.facts.flatMap((fact) => unasked(fact, parts)),
    ...parts.facts.flatMap((fact) =>
      briefProblems(fact).map((problem) => ({ file: fileOf(fact), id: fact.id, problem })),
    ),
    ...parts.facts.flatMap((fact) => englishBrief(fact, parts.english.facts[fact.id]?.brief, namesIn)),
  ];
}

/** An id used twice is a fault of its own. */
const firstOfEach = (facts: readonly Fact[]): Fact[] => [
  ...new Map(facts.toReversed().map((fact) => [fact.id, fact])).values(),
];

const faultOf = ({ file, id }: Pair, problem: string): Fault => ({ file, id, problem });

/** English of what is not in the dataset. */
function strangers({ english, ...parts }: Parts): Fault[] {
  const tables = ["facts", "documents", "sources", "conflicts", "glossary", "about"] as const;
  return tables.flatMap((name) => {
    const ids = new Set(parts[name].map(({ id }) => id));
    return Object.keys(english[name])
      .filter((id) => !ids.has(id))
      .map((id) => ({ file: `en/${name}.json`, id, problem: `${name} has no such id` }));
  });
}

/** Notes and briefs of facts that have none in Chinese. */
function unasked({ id, note, brief }: Fact, { english }: Parts): Fault[] {
  const own = english.facts[id];
  const extra = [
    ...(own?.note !== undefined && note === undefined ? ["a note"] : []),
    ...(own?.brief !== undefined && brief === undefined ? ["a brief"] : []),
  ];
  return extra.map((what) => ({ file: "en/facts.json", id, problem: `${what} that the Chinese lacks` }));
}

function pairsOf(parts: Parts): Pair[] {
  const { facts, conflicts, glossary, about, documents, english } = parts;
  const pair = (file: string, id: string, zh: string | undefined, en: string | undefined): Pair[] =>
    zh === undefined || en === undefined ? [] : [{ file: `en/${file}.json`, id, zh, en }];
  return [
    ...facts.flatMap(({ id, text, note }) => [
      ...pair("facts", id, text, english.facts[id]?.text),
      ...pair("facts", id, note, english.facts[id]?.note),
    ]),
    ...conflicts.flatMap(({ id, title, say }) => [
      ...pair("conflicts", id, title, english.conflicts[id]?.title),
      ...pair("conflicts", id, say, english.conflicts[id]?.say),
    ]),
    ...documents.flatMap(({ id, name, short }) => [
      ...pair("documents", id, name, english.documents[id]?.name),
      ...pair("documents", id, short, english.documents[id]?.short),
    ]),
    ...glossary.flatMap(({ id, text }) => pair("glossary", id, text, english.glossary[id]?.text)),
    ...about.flatMap(({ id, text }) => pair("about", id, text, english.about[id]?.text)),
  ];
}

const pairProblems = (pair: Pair, namesIn: Reader): string[] => [
  ...script(pair.en),
  ...numberProblems(pair),
  ...unitProblems(pair),
  ...cityProblems(pair, namesIn),
  ...clusterProblems(pair, namesIn),
  ...gapProblems(pair),
];

const script = (en: string): string[] =>
  /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u.test(en) ? ["holds a Han character or full-width sign"] : [];

/** @param whole the Chinese that numbers may come from, where that is more than what has to be said. */
function numberProblems({ zh, en }: Pick<Pair, "zh" | "en">, whole = zh): string[] {
  const chinese = numbersInChinese(zh);
  const english = numbersInEnglish(en);
  return [
    ...unsaid(chinese, english).map((n) => `the number ${n} of the Chinese is missing`),
    ...unsaid(english, whole === zh ? chinese : numbersInChinese(whole)).map(
      (n) => `the number ${n} is not in the Chinese`,
    ),
  ];
}

/** What is counted, as each language writes it. */
const UNITS: ReadonlyArray<readonly [string, RegExp, RegExp]> = [
  ["money", /\d ?(?:万亿|亿|万)?元/, /\bRMB\b|\byuan\b/],
  ["percentage points", /个百分点/, /\bpercentage points?\b/],
  ["per cent", /\d ?%/, /\d ?%|\bper cent\b/],
  ["vehicles", /辆/, /\bvehicles?\b/],
  ["tonnes", /吨/, /\btonnes?\b/],
];

const unitProblems = ({ zh, en }: Pick<Pair, "zh" | "en">): string[] =>
  UNITS.filter(([, chinese, own]) => chinese.test(zh) && !own.test(en)).map(
    ([name]) => `the unit is not the Chinese one (${name})`,
  );

/** Who is named in a text of either language, by English names. */
interface Reader {
  cities: (texts: Pick<Pair, "zh" | "en">) => { chinese: ReadonlySet<string>; english: ReadonlySet<string> };
  clusters: (zh: string) => string[];
}

/** Things whose names hold that of a city. */
const NO_CITY = /中山大学/g;

/** One expression a language: this is asked some thousand times at every start. */
function readerOf({ cities, clusters }: Pick<Parts, "cities" | "clusters">): Reader {
  const anyOf = (names: readonly string[]): string => `(?:${names.join("|")})`;
  const english = new Map([...cities, ...clusters].map((c) => [c.id, c.english]));
  const chineseCity = new RegExp(anyOf(cities.map((c) => c.id)), "g");
  const englishCity = new RegExp(`\\b${anyOf(cities.map((c) => c.english))}\\b`, "g");
  const cluster = new RegExp(anyOf(clusters.map((c) => c.id)), "g");
  const named = (text: string, names: RegExp): string[] =>
    (text.match(names) ?? []).map((name) => english.get(name) ?? name);
  return {
    cities: ({ zh, en }) => ({
      chinese: new Set(named(zh.replaceAll(NO_CITY, ""), chineseCity)),
      english: new Set(named(en, englishCity)),
    }),
    clusters: (zh) => [...new Set(named(zh, cluster))],
  };
}

function cityProblems(texts: Pick<Pair, "zh" | "en">, { cities }: Reader): string[] {
  const { chinese, english } = cities(texts);
  return [
    ...[...chinese].filter((c) => !english.has(c)).map((c) => `the city ${c} is missing`),
    ...[...english].filter((c) => !chinese.has(c)).map((c) => `the city ${c} is not in the Chinese`),
  ];
}

const clusterProblems = ({ zh, en }: Pair, { clusters }: Reader): string[] =>
  clusters(zh)
    .filter((name) => !en.toLowerCase().includes(name.toLowerCase()))
    .map((name) => `the cluster “${name}” is missing`);

/** {facts}: what is filled in. */
const gapProblems = ({ zh, en }: Pair): string[] =>
  (zh.match(/\{\w+\}/g) ?? []).filter((gap) => !en.includes(gap)).map((gap) => `${gap} is missing`);

// One breath -----------------------------------------------------------------------------------------------------------

const MOST_CHINESE = 36;
const MOST_ENGLISH = 100;

/** A brief says no number that the text does not. */
function briefProblems({ text, brief }: Fact): string[] {
  if (brief === undefined) return [];
  const { length } = [...brief];
  const added = unsaid(numbersInChinese(brief), numbersInChinese(text));
  return [
    ...(length > MOST_CHINESE ? [`the brief has ${length} characters, ${MOST_CHINESE} at most`] : []),
    ...(brief.endsWith("。") ? ["the brief must not end in 。"] : []),
    ...added.map((n) => `the number ${n} of the brief is not in the text`),
  ];
}

function englishBrief({ id, text, brief }: Fact, en: string | undefined, namesIn: Reader): Fault[] {
  if (brief === undefined || en === undefined) return [];
  const pair = { zh: brief, en };
  const problems = [
    ...(en.length > MOST_ENGLISH ? [`has ${en.length} characters, ${MOST_ENGLISH} at most`] : []),
    ...(en.endsWith(".") ? ["must not end in a full stop"] : []),
    ...script(en),
    ...numberProblems(pair, text),
    ...unitProblems(pair),
    ...cityProblems(pair, namesIn),
  ];
  return problems.map((problem) => ({ file: "en/facts.json", id, problem: `brief: ${problem}` }));
}
