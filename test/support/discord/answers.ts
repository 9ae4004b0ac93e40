/** Answers made for tests of delivery: what they say does not matter. */
import type { Answer } from "../../../src/core/types.ts";

export const SHORT: Answer = {
  outcome: "answer",
  locale: "zh-CN",
  title: { text: "今天的一条", facts: [], marks: [] },
  blocks: [],
  sources: [],
  next: [],
  clusters: [],
  cities: [],
  facts: [],
};

/** Three pages or so. */
export const LONG: Answer = {
  ...SHORT,
  blocks: [{ kind: "list", items: Array.from({ length: 100 }, (_, i) => `第 ${i} 条${"。".repeat(40)}`) }],
};
