/** A conversation that goes on elsewhere: what was written of its last turn is all there. */
import { expect, it } from "vitest";
import { createBot } from "../../src/core/bot.ts";
import { createMemory } from "../../src/core/memory.ts";
import { readTurn, writeTurn } from "../../src/core/turn-text.ts";
import { dataset } from "../support/bot.ts";

const chat = { platform: "test", id: "1", user: "7" };
const at = 1_000;

/** Asks in a fresh bot that knows of the conversation only what was written of it. */
function goesOn(first: string, second: string) {
  const memory = createMemory();
  const bot = createBot(dataset, [], { memory });
  bot({ text: first, chat, at });
  const turn = memory.recall(chat, at);
  if (!turn) throw new Error(`${first} leaves no turn`);
  const elsewhere = createMemory();
  const other = createBot(dataset, [], { memory: elsewhere });
  const read = readTurn(writeTurn(turn, "same"), "same");
  if (read) elsewhere.keep(chat, read);
  return {
    here: bot({ text: second, chat, at: at + 1 }),
    there: other({ text: second, chat, at: at + 1 }),
  };
}

it.each([
  ["深圳是半导体的核心吗", "那珠海呢"],
  ["半导体的核心城市有哪些", "更多"],
  ["半导体的核心城市有哪些", "第二个呢"],
  ["除了广州，汽车产业有哪些核心城市", "为什么"],
  ["Which cities are core for semiconductors?", "and Zhuhai?"],
  ["用英文回答", "深圳有哪些集群"],
])("“%s”, then elsewhere “%s”: the answer is the same", (first, second) => {
  const { here, there } = goesOn(first, second);
  expect(there).toEqual(here);
});

it("is not understood where another version wrote it", () => {
  const memory = createMemory();
  createBot(dataset, [], { memory })({ text: "深圳是半导体的核心吗", chat, at });
  const turn = memory.recall(chat, at);
  expect(turn && readTurn(writeTurn(turn, "old"), "new")).toBeUndefined();
});
