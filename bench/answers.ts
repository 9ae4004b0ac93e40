/** How long answers are at first sight, and how many of their sources a reader can open: the golden set in each language. */
import { toShort } from "../src/core/plain.ts";
import { split } from "../src/core/short.ts";
import { type Answer, type Block, type Citation, LOCALES, type Locale } from "../src/core/types.ts";
import { createBot } from "../src/core/bot.ts";
import { loadDataset } from "../src/dataset/load.ts";
import { readGolden } from "../test/golden/judge.ts";
import { percent, percentile } from "./support/numbers.ts";
import { table } from "../test/support/table.ts";

/** Characters before the sources at the median, and lines of the whole at the 95th percentile. */
const GOALS: Readonly<Record<Locale, number>> = { "zh-CN": 200, "zh-TW": 200, en: 240 };
const MOST_LINES = 12;
const LINKED = 0.9;
/** How many documents are named whose sources have none. */
const MOST_NAMED = 8;

const golden = readGolden(new URL("../test/golden/questions.jsonl", import.meta.url));
const dataset = loadDataset("data");

const textOf = (block: Block): string =>
  "text" in block
    ? block.text
    : block.items.map((item) => (typeof item === "string" ? item : item.text)).join("");

/** Characters of what is seen first; in English the words of lists do not count. */
function lengthOf(answer: Answer): number {
  const { short } = split(answer);
  return [...[short.title.text, ...short.blocks.map(textOf)].join("")].length;
}

/** The source of each mark, as often as it is shown. */
const citedIn = ({ title, blocks, sources }: Answer): Citation[] => {
  const items = [title, ...blocks.flatMap((b) => (b.kind === "facts" ? b.items : []))];
  return items.flatMap(({ marks }) => marks.flatMap((mark) => sources.find((s) => s.mark === mark) ?? []));
};

const isLinked = ({ url }: Citation): boolean => url !== null;

/** Where to look next: the documents whose sources have no address, those shown most often first. */
function unlinked(answers: readonly Answer[]): string {
  const times = new Map<string, number>();
  for (const { document } of answers.flatMap(citedIn).filter((c) => !isLinked(c)))
    times.set(document, (times.get(document) ?? 0) + 1);
  const most = [...times].toSorted(([, a], [, b]) => b - a).slice(0, MOST_NAMED);
  return most.map(([document, n]) => `${document} ${n}`).join(", ");
}

/** The golden set in its conversations, each answer in this language. */
function answersIn(locale: Locale): Answer[] {
  const ask = createBot(dataset);
  return golden.map(({ id, chat = id, text }, i) =>
    ask({ text, locale, chat: { platform: "bench", id: chat }, at: i * 1000 }),
  );
}

const mark = (holds: boolean): string => (holds ? "pass" : "**FAIL**");

const all = LOCALES.map((locale) => {
  process.stderr.write(`  ${locale}\n`);
  return { locale, answers: answersIn(locale) };
});

const rows = all.map(({ locale, answers }) => {
  const lengths = answers.map(lengthOf);
  const lines = answers.map((answer) => toShort(answer).split("\n").length);
  const cited = answers.flatMap(citedIn);
  const linked = cited.filter(isLinked).length;
  const [median, p95] = [percentile(lengths, 0.5), percentile(lines, 0.95)];
  return [
    locale,
    `${median} (≤ ${GOALS[locale]}: ${mark(median <= GOALS[locale])})`,
    String(percentile(lengths, 0.95)),
    `${p95} (≤ ${MOST_LINES}: ${mark(p95 <= MOST_LINES)})`,
    `${percent(linked, cited.length)} (≥ 90 %: ${mark(linked / cited.length >= LINKED)})`,
  ];
});

const HEAD = [
  "language",
  "characters, median",
  "characters, p95",
  "lines, p95",
  "marks whose source has an address",
];

process.stdout.write(
  `${table(HEAD, rows)}\n\n${golden.length} golden questions, what is seen first; sources are not counted in the characters, but in the lines.\n\nMarks without an address, of: ${unlinked(all.find(({ locale }) => locale === "en")?.answers ?? [])}.\n`,
);
