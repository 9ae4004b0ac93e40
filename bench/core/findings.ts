/** What the measuring processes report to the one that started them. */
import * as z from "zod";

const count = z.number().int().min(0);
/** Ids of golden questions. */
const ids = z.array(z.string());

export const Grades = z.strictObject({
  right: count,
  wrong: ids,
  refused: ids,
  /** Those of the wrong ones that assert something untrue. */
  false: ids,
  /** Questions that got an answer, and how many of these were right. */
  asserted: count,
  assertedRight: count,
});
export type Grades = z.infer<typeof Grades>;

/** The 99th percentile over questions, each by its fastest pass: its own cost, whatever else the machine did. */
const ownP99 = z.number();

export const Latency = z.strictObject({ p50: z.number(), p99: z.number(), max: z.number() });
export type Latency = z.infer<typeof Latency>;

/** All systems side by side in one process. */
export const Comparison = z.strictObject({
  facts: count,
  questions: count,
  passes: count,
  systems: z.array(
    z.strictObject({
      name: z.string(),
      buildMs: z.number(),
      grades: Grades,
      latency: Latency,
      ownP99,
      /** The slowest questions by their fastest pass. */
      slowest: z.array(z.strictObject({ id: z.string(), ms: z.number() })),
    }),
  ),
});
export type Comparison = z.infer<typeof Comparison>;

const memory = z.strictObject({ rss: z.number(), heap: z.number() });

/** One system alone in a process, at one size of the dataset. Memory in bytes, after garbage collection. */
export const Load = z.strictObject({
  name: z.string(),
  facts: count,
  questions: count,
  buildMs: z.number(),
  /** The slowest question of the first, uncounted round: it pays for whatever is built at first use. */
  coldMs: z.number(),
  /** The 99th percentile of the questions after it, while the compiler still works. */
  warmingP99: z.number(),
  latency: Latency,
  ownP99,
  empty: memory,
  loaded: memory,
  after: memory,
});
export type Load = z.infer<typeof Load>;

/** Steps from an empty process to an answer, in order, each in milliseconds. */
export const Steps = z.array(z.strictObject({ step: z.string(), ms: z.number() }));
export type Steps = z.infer<typeof Steps>;
