/** How long answers are at first sight, and how many of their sources a reader can open: the golden set in each language. */
import { toShort } from "../src/core/plain.ts";
import { split } from "../src/core/short.ts";
import { type Answer, type Block, LOCALES, type Locale } from "../src/core/types.ts";
import { createBot } from "../src/core/bot.ts";
import { loadDataset } from "../src/dataset/load.ts";
import { readGolden } from "../test/golden/judge.ts";
import { percent, percentile } from "./support/numbers.ts";
import { table } from "../test/support/table.ts";

/** Characters before the sources at the median, and lines of the whole at the 95th percentile. */
const GOALS: Readonly<Record<Locale, number>> = { "zh-CN": 200, "zh-TW": 200, en: 240 };
const MOST_LINES = 12;
const LINKED = 0.9;

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

const isLinked = (answer: Answer): boolean[] => {
  const open = new Set(answer.sources.filter((s) => s.url !== null).map((s) => s.mark));
  const items = [answer.title, ...answer.blocks.flatMap((b) => (b.kind === "facts" ? b.items : []))];
  return items.flatMap((item) => item.marks.map((mark) => open.has(mark)));
};

/** The golden set in its conversations, each answer in this language. */
function answersIn(locale: Locale): Answer[] {
  const ask = createBot(dataset);
  return golden.map(({ id, chat = id, text }, i) =>
    ask({ text, locale, chat: { platform: "bench", id: chat }, at: i * 1000 }),
  );
}

const mark = (holds: boolean): string => (holds ? "pass" : "**FAIL**");

const rows = LOCALES.map((locale) => {
  process.stderr.write(`  ${locale}\n`);
  const answers = answersIn(locale);
  const lengths = answers.map(lengthOf);
  const lines = answers.map((answer) => toShort(answer).split("\n").length);
  const links = answers.flatMap(isLinked);
  const linked = links.filter(Boolean).length;
  const [median, p95] = [percentile(lengths, 0.5), percentile(lines, 0.95)];
  return [
    locale,
    `${median} (≤ ${GOALS[locale]}: ${mark(median <= GOALS[locale])})`,
    String(percentile(lengths, 0.95)),
    `${p95} (≤ ${MOST_LINES}: ${mark(p95 <= MOST_LINES)})`,
    `${percent(linked, links.length)} (≥ 90 %: ${mark(linked / links.length >= LINKED)})`,
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
  `${table(HEAD, rows)}\n\n${golden.length} golden questions, what is seen first; sources are not counted in the characters, but in the lines.\n`,
);
