/** How fast files are read and added, and how fast 500 of them answer. What is measured runs in a process of its own. */
import { fileURLToPath } from "node:url";
import * as z from "zod";
import type { Depth } from "../run.ts";
import { run } from "../support/child.ts";
import { machine } from "../support/machine.ts";
import { mib, ms } from "../support/numbers.ts";
import { table } from "../../test/support/table.ts";

const Import = z.object({
  format: z.string(),
  pages: z.number(),
  seconds: z.number(),
  busy: z.number(),
  rss: z.number(),
});

const Findings = z.object({
  imports: z.array(Import),
  documents: z.number(),
  passages: z.number(),
  bytes: z.number(),
  addSeconds: z.number(),
  find: z.object({
    count: z.number(),
    found: z.number(),
    p50: z.number(),
    p99: z.number(),
    max: z.number(),
  }),
  kinds: z.array(z.object({ kind: z.string(), p50: z.number(), p99: z.number() })),
  startMs: z.number(),
  rss: z.number(),
});
export type ImportFindings = z.infer<typeof Findings>;

const MEASURE = fileURLToPath(new URL("measure.ts", import.meta.url));
const GOAL = { pagesASecond: 20, findMs: 10, startMs: 5_000, mib: 300 } as const;

const verdict = (ok: boolean): string => (ok ? "pass" : "**FAIL**");

/** @returns Markdown below a heading. */
export async function importReport({ quick }: Depth): Promise<string> {
  const about = machine(["@photostructure/sqlite", "unpdf", "htmlparser2", "yauzl"]);
  await run(process.execPath, ["scripts/build.mjs"]);
  const [documents, pages] = quick ? [50, 30] : [500, 200];
  const args = ["--expose-gc", "--import", "tsx", MEASURE, documents, pages].map(String);
  const found = Findings.parse(JSON.parse((await run(process.execPath, args)).stdout));
  const slowest = Math.min(...found.imports.map((one) => one.pages / one.busy));
  const goals = [
    [
      `a file is added with ≥ ${GOAL.pagesASecond} pages a second of processor time`,
      slowest.toFixed(0),
      verdict(slowest >= GOAL.pagesASecond),
    ],
    [
      `a look-up takes < ${GOAL.findMs} ms of processor time at p99`,
      ms(found.find.p99),
      verdict(found.find.p99 < GOAL.findMs),
    ],
    [`open and first look-up < ${GOAL.startMs} ms`, ms(found.startMs), verdict(found.startMs < GOAL.startMs)],
    [`memory of the process < ${GOAL.mib} MiB`, mib(found.rss), verdict(found.rss < GOAL.mib * 2 ** 20)],
  ];
  return `${about}

${table(["goal", "measured", ""], goals)}

${table(
  ["added as", "pages", "seconds", "processor, s", "pages a second", "most memory, MiB"],
  found.imports.map(({ format, pages: count, seconds, busy, rss }) => [
    format,
    String(count),
    seconds.toFixed(2),
    busy.toFixed(2),
    (count / busy).toFixed(0),
    mib(rss),
  ]),
)}

${table(
  ["look-up", "p50 ms", "p99 ms"],
  [
    ["all", ms(found.find.p50), ms(found.find.p99)],
    ...found.kinds.map(({ kind, p50, p99 }) => [kind, ms(p50), ms(p99)]),
  ],
)}

${found.documents} documents with ${found.passages} passages in ${mib(found.bytes)} MiB; put into the index in ${found.addSeconds.toFixed(0)} s. ${found.find.count} look-ups, of which ${found.find.found} found something; the slowest took ${ms(found.find.max)} ms. A page of a file has 700 characters and a table every fifth. The most memory is that of the whole process that adds, the thread in it.`;
}
