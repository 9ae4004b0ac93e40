/**
 * So many conversations through the whole bot: one process as an operator starts it, on a file, behind a webhook. Everybody
 * asks from a chat of their own, every fourth goes on; each has to be answered. At each tenth of the way: the process's
 * memory after collecting garbage.
 *
 *     npx tsx bench/conversations.ts [conversations, 100000]
 */
import { cleanUp } from "../test/support/process.ts";
import { table } from "../test/support/table.ts";
import { build, talk, type Used, usedByAll } from "./scale/town.ts";
import { mib, ms, percentile } from "./support/numbers.ts";

const [, , conversations = "100000"] = process.argv;
const TENTH = Math.ceil(Number(conversations) / 10);
/** People who wait for an answer at a time. */
const AT_ONCE = 32;
const MOST_MS = 3_600_000;
/** Every so manieth goes on, each time with another of these. */
const GOES_ON = 4;
const MORE = ["那佛山呢", "为什么", "更多", "出处", "还有哪些城市", "and Dongguan?", "那2025年呢"];
/** The goal: how much more the last tenth may hold than the second, by which all that is kept up to a number is full. */
const MOST_GROWTH = 0.1;

const goOn = (id: number): string | undefined =>
  id % GOES_ON === 0 ? MORE[(id / GOES_ON) % MORE.length] : undefined;

interface Look {
  used: Used;
  answers: number;
  waits: readonly number[];
}

async function run(): Promise<Look[]> {
  try {
    const town = await build(0);
    const looks: Look[] = [];
    for (let tenth = 1; tenth <= 10; tenth += 1) {
      const waits = await talk(town, { atOnce: AT_ONCE, forMs: MOST_MS, most: TENTH, goOn });
      const [used] = await usedByAll(town.children);
      if (!used) throw new Error("there is no process");
      looks.push({ used, waits, answers: (looks.at(-1)?.answers ?? 0) + waits.length });
      process.stderr.write(
        `  ${tenth * TENTH} conversations: ${mib(used.heap)} MiB, ${mib(used.rss)} resident\n`,
      );
    }
    return looks;
  } finally {
    await cleanUp();
  }
}

const looks = await run();
const rows = looks.map(({ used: { heap, rss }, answers, waits }, i) => [
  `${(i + 1) * TENTH}`,
  `${answers}`,
  mib(heap),
  mib(rss),
  ms(percentile(waits, 0.5)),
  ms(percentile(waits, 0.99)),
]);
const heaps = looks.map(({ used }) => used.heap);
const growth = (heaps.at(-1) ?? 0) / (heaps[1] ?? 1) - 1;
const head = ["conversations", "answers", "heap MiB", "resident MiB", "p50 ms", "p99 ms"];
const isFlat = growth < MOST_GROWTH;
process.stdout.write(
  `${table(
    ["goal", "measured", ""],
    [
      ["every question is answered", `${looks.at(-1)?.answers ?? 0} answers, nobody left`, "pass"],
      [
        "heap at the end less than 10 % above that of the second tenth",
        `${(100 * growth).toFixed(1)} %`,
        isFlat ? "pass" : "**FAIL**",
      ],
    ],
  )}\n\n${table(head, rows)}\n\n${AT_ONCE} people wait at a time, so that latency is mostly that of the queue.\n`,
);
process.exit();
