/** Votes as Telegram brings them: late, of deleted messages, of older versions, too many. */
import { expect, test } from "vitest";
import type { Ballot, Cast, Vote } from "../../src/core/types.ts";
import { ask } from "../support/bot.ts";
import { ann, firstIn, home, running, server, serverPerTest, texts, textsIn } from "./support.ts";

serverPerTest();

const given: Ballot[] = [];
const vote: Vote = async (ballot) => {
  given.push(ballot);
  return "counted" satisfies Cast;
};
const answered = async (text = "深圳是半导体的核心吗") => {
  given.length = 0;
  await running({ vote }, () => ask(text));
  server.message(home, ann, text);
  await texts(home, 1);
  const data = (firstIn(home).reply_markup?.inline_keyboard ?? [])
    .flat()
    .map((one) => one.callback_data ?? "");
  return { message: firstIn(home), up: data.at(-2) ?? "", down: data.at(-1) ?? "" };
};
/** What was said on the button. */
const toast = async (count: number): Promise<unknown> => {
  await server.waitFor(() => server.callsOf("answerCallbackQuery").length === count);
  return server.callsOf("answerCallbackQuery").at(-1)?.params["text"];
};

test("a vote is answered on its button alone, and posts nothing", async () => {
  const { message, up, down } = await answered();
  server.press(ann, message, up);
  expect(await toast(1)).toBe("谢谢，记下了。");
  server.press(ann, message, down);
  await toast(2);
  expect(given.map(({ kind, isGood }) => [kind, isGood])).toEqual([
    ["role-verdict", true],
    ["role-verdict", false],
  ]);
  expect(textsIn(home)).toHaveLength(1);
});

test("a vote on a message that is gone counts: Telegram tells only where it was", async () => {
  const { message, down } = await answered();
  server.callbackQuery(ann, { message_id: message.message_id, chat: message.chat, date: 0 }, down);
  expect(await toast(1)).toBe("谢谢，记下了。");
  expect(given).toHaveLength(1);
});

test.each(["v0:+:members:F001", "v1:+:of-another-time:F001", "v1:+:members:", "v1:+:members:<b>"])(
  "a vote of another version is told to be old: %s",
  async (data) => {
    const { message } = await answered();
    server.callbackQuery(ann, message, data);
    expect(await toast(1)).toBe("这个按钮已经失效，请直接打字问我。");
    expect(given).toEqual([]);
  },
);

test("who presses without end is told so once in a while, and others are heard", async () => {
  const { message, up } = await answered();
  for (let i = 0; i < 40; i += 1) server.press(ann, message, up);
  await toast(40);
  expect(given).toHaveLength(30);
});

test("without anybody to count there are no such buttons", async () => {
  await running({}, () => ask("深圳是半导体的核心吗"));
  server.message(home, ann, "深圳是半导体的核心吗");
  await texts(home, 1);
  const labels = (firstIn(home).reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
  expect(labels).not.toContain("👍");
});
