/** Several questions in one message: each is answered at first sight, and nothing is said twice. */
import { expect, it } from "vitest";
import { split } from "../../src/core/short.ts";
import { ask } from "../support/bot.ts";

/** Questions that stand in one message as well as alone. */
const PAIRS = [
  ["半导体的核心城市有哪些？", "智能家电2025年的目标是多少？"],
  ["深圳在数字创意是什么角色？", "十大新兴集群有哪些？"],
  ["Which cities are core for green petrochemicals?", "What is the 2025 target for new energy?"],
] as const;

it.each(PAIRS)("shows at first sight what each would get by itself: %s %s", (first, second) => {
  const { short } = split(ask(`${first} ${second}`));
  const shown = short.blocks.flatMap((b) => (b.kind === "facts" ? b.items : [])).map(({ text }) => text);
  expect(short.title.text).toBe(ask(first).title.text);
  expect(shown).toContain(ask(second).title.text);
});

it("says nothing twice that answers two of them", () => {
  const { title, blocks } = ask("广东省有多少个战略性产业集群，支柱多少新兴多少");
  const said = [title, ...blocks.flatMap((b) => (b.kind === "facts" ? b.items : []))].map(({ text }) => text);
  expect(said).toHaveLength(3);
  expect(new Set(said).size).toBe(said.length);
});
