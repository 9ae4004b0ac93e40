/**
 * What the longest texts cost that are read, beside an ordinary question: a step that goes through the text once for each of
 * its words would show. Processor time, of three tries the least, so that a busy machine changes little.
 *
 *     npx tsx bench/long-texts.ts
 */
import { createBot } from "../src/core/bot.ts";
import { loadDataset } from "../src/dataset/load.ts";
import { longText, PIECES, SYLLABLES } from "../test/support/long-texts.ts";
import { table } from "../test/support/table.ts";
import { ms } from "./support/numbers.ts";

const TRIES = 3;
const WARM_UP = 200;
/** The goal, of processor time: what a person does not notice, and a group does not wait for. */
const MOST_MS = 60;
const ORDINARY = "广州是半导体的核心城市吗，2023年营收多少，不超过3000亿";
const SHOWN = 8;

const ask = createBot(loadDataset("data"));
const say = (text: string): void => void ask({ text, chat: { platform: "bench", id: "long" } });

function cost(text: string): number {
  const tries = Array.from({ length: TRIES }, () => {
    const before = process.cpuUsage();
    say(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...tries);
}

for (let i = 0; i < WARM_UP; i += 1) say(ORDINARY);
const ordinary = cost(ORDINARY);
const costs = [
  ...PIECES.map((piece) => [piece, longText(piece)] as const),
  ["xianxian…q", SYLLABLES] as const,
]
  .map(([name, text]) => ({ name, length: text.length, took: cost(text) }))
  .toSorted((a, b) => b.took - a.took);
const worst = costs[0]?.took ?? 0;
process.stdout.write(
  `${table(
    ["goal", "measured", ""],
    [
      [
        `no text of 4,000 characters takes ${MOST_MS} ms`,
        `${ms(worst)} ms`,
        worst < MOST_MS ? "pass" : "**FAIL**",
      ],
    ],
  )}\n\n${table(
    ["over and over", "characters", "ms", "times an ordinary question"],
    [
      ["an ordinary question", `${ORDINARY.length}`, ms(ordinary), "1"],
      ...costs
        .slice(0, SHOWN)
        .map(({ name, length, took }) => [name.trim(), `${length}`, ms(took), (took / ordinary).toFixed(0)]),
    ],
  )}\n`,
);
