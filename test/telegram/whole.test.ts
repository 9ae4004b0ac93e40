/** The whole bot on Telegram: the real dataset and core, the real adapter and library. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { SETTINGS } from "../../src/daily/commands.ts";
import type { Draw } from "../../src/adapters/shared/drawing.ts";
import { createBot } from "../../src/core/bot.ts";
import { complete } from "../../src/core/read/nearest.ts";
import { loadDataset } from "../../src/dataset/load.ts";
import { PNG } from "../support/telegram/harness.ts";
import {
  ann,
  firstIn,
  home,
  logged,
  running,
  server,
  serverPerTest,
  settled,
  texts,
  textsIn,
} from "./support.ts";

serverPerTest();

const dataset = loadDataset(fileURLToPath(new URL("../../data", import.meta.url)));
const ask = createBot(dataset, SETTINGS);
const questions = readFileSync(new URL("../golden/questions.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => (JSON.parse(line) as { text: string }).text)
  .filter((text) => text.trim() !== "");

test("a follow-up is understood, and a button asks its question", async () => {
  await running({}, ask);
  server.message(home, ann, "半导体集群以哪些城市为核心");
  server.message(home, ann, "那新能源呢");
  const [first, second] = await texts(home, 2);
  expect(first).toContain("深圳");
  expect(second).toContain("新能源");
  const message = firstIn(home);
  const data = message.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? "";
  server.press(ann, message, data);
  expect(await texts(home, 3)).toHaveLength(3);
});

test("every answer of the golden set is taken by Telegram at the first try", async () => {
  await running({}, ask);
  for (const text of questions) server.message(home, ann, text);
  await settled();
  expect(textsIn(home)).toHaveLength(questions.length);
  expect(server.callsOf("sendMessage").filter(({ response }) => response?.ok !== true)).toEqual([]);
  expect(logged.filter((line) => line.includes("could not"))).toEqual([]);
});

test("every answer of the golden set that has a picture is taken with it at the first try", async () => {
  const draw: Draw = async (picture) => ({ name: JSON.stringify(picture), bytes: PNG, alt: "" });
  await running({ draw }, ask);
  const alone = createBot(dataset, SETTINGS);
  const pictured = questions.filter((text) => alone({ text, chat: { platform: "test", id: text } }).picture);
  // Each from somebody else: nothing is carried over from the question before.
  for (const [i, text] of pictured.entries())
    server.message({ ...home, id: 5_000 + i }, { ...ann, id: 5_000 + i }, text);
  await settled();
  expect(pictured.length).toBeGreaterThan(20);
  const sends = server.calls.filter(({ method }) => method.startsWith("send"));
  expect(sends.filter(({ response }) => response?.ok !== true)).toEqual([]);
  expect(server.callsOf("sendPhoto")).toHaveLength(pictured.length);
  const photos = server.sent().flatMap(({ photo }) => photo?.at(-1)?.file_id ?? []);
  const uploads = server.callsOf("sendPhoto").filter(({ files }) => files.length > 0);
  expect(uploads).toHaveLength(new Set(photos).size);
  expect(logged.filter((line) => /could not|without/u.test(line))).toEqual([]);
});

test("every name can be picked in inline mode", async () => {
  const names = (text: string, most: number): string[] => complete(dataset, text, "both", most);
  await running({ complete: names }, ask);
  server.inlineQuery(ann, "");
  const call = await server.waitFor(
    () => server.callsOf("answerInlineQuery")[0]?.response && server.callsOf("answerInlineQuery")[0],
  );
  expect(call.response).toMatchObject({ ok: true });
  expect(call.params["results"]).toHaveLength(41);
});
