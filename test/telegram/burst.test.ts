/** Many people at once. */
import { expect, test } from "vitest";
import type { Chat } from "../support/telegram/types.ts";
import { group, privateChat, user } from "../support/telegram/incoming.ts";
import { plainAnswer, running, server, serverPerTest, settled, textsIn } from "./support.ts";

serverPerTest();

/** On a slow machine a call takes its time too: one that is given up is made again. */
const PATIENT = { holdMs: 60_000, callMs: 60_000 };

const people = Array.from({ length: 100 }, (_, i) => user(1_000 + i));
const [anyone = user(1)] = people;

test("2,000 questions from 100 chats are each answered once, in order within a chat", async () => {
  await running({ timing: PATIENT });
  for (let turn = 0; turn < 20; turn += 1)
    for (const person of people) server.message(privateChat(person), person, `问 ${turn}`);
  await server.waitFor(() => server.pendingUpdates.length === 0, 60_000);
  const expected = Array.from({ length: 20 }, (_, turn) => `答：问 ${turn}`);
  for (const person of people) expect(textsIn(privateChat(person))).toEqual(expected);
});

test("the same through lost connections, refusals for speed and server errors", async () => {
  await running({ timing: PATIENT });
  for (const { id: chatId } of people) {
    server.failNext({
      chatId,
      response: { error_code: 429, description: "Too Many Requests", parameters: { retry_after: 0 } },
    });
    server.failNext({ chatId, response: { error_code: 502, description: "Bad Gateway" } });
  }
  server.failNext({ method: "getUpdates", times: 3, response: { error_code: 409, description: "Conflict" } });
  for (let turn = 0; turn < 5; turn += 1)
    for (const person of people) server.message(privateChat(person), person, `问 ${turn}`);
  await server.waitFor(() => server.pendingUpdates.length === 0, 60_000);
  for (const person of people)
    expect(textsIn(privateChat(person))).toEqual(Array.from({ length: 5 }, (_, turn) => `答：问 ${turn}`));
});

test("Telegram's own limits are kept: next to nothing is refused, and nothing is lost or sent twice", async () => {
  server.setLimits({ perSecond: 30, perChatPerSecond: 3, perGroupPerMinute: 20 });
  const { LIMITS } = await import("../../src/adapters/telegram/transport/options.ts");
  await running({ limits: LIMITS });
  const few = people.slice(0, 30);
  const chats: Chat[] = few.map(privateChat);
  for (const person of few)
    for (let turn = 0; turn < 2; turn += 1) server.message(privateChat(person), person, `问 ${turn}`);
  const street = group(-700);
  for (let turn = 0; turn < 4; turn += 1) server.message(street, anyone, "/help");
  await settled();
  await server.waitFor(() =>
    [...chats, street].every((chat) => textsIn(chat).length === (chat === street ? 4 : 2)),
  );
  // The server counts when messages arrive, the queue when they leave: on a machine that stalls some are refused, and wait.
  // Without the queue more than half of the 64 are.
  expect(server.callsOf("sendMessage").filter(({ response }) => response?.ok === false).length).toBeLessThan(
    16,
  );
});

test("a broadcast keeps Telegram's own limits too, and lets answers through meanwhile", async () => {
  server.setLimits({ perSecond: 30, perChatPerSecond: 1, perGroupPerMinute: 20 });
  const { LIMITS } = await import("../../src/adapters/telegram/transport/options.ts");
  const adapter = await running({ limits: LIMITS });
  for (const person of people) server.addChat(privateChat(person));
  const posts = people
    .slice(1)
    .map(({ id }) => adapter.post({ platform: "telegram", id: String(id) }, plainAnswer("今日一条")));
  await posts[4];
  server.message(privateChat(anyone), anyone, "问");
  await Promise.all(posts);
  const sent = server.sent();
  expect(sent).toHaveLength(people.length);
  expect(sent.findIndex(({ text }) => text === "答：问")).toBeLessThan(60);
  expect(server.callsOf("sendMessage").filter(({ response }) => response?.ok === false).length).toBeLessThan(
    3,
  );
});
