/** A topic that was closed while the question in it was answered. */
import { expect, test } from "vitest";
import { createManners } from "../../src/adapters/shared/manners.ts";
import type { Attend } from "../../src/core/types.ts";
import { user } from "../support/telegram/incoming.ts";
import {
  ann,
  firstIn,
  forum,
  plainAnswer,
  running,
  server,
  serverPerTest,
  settled,
  textsIn,
} from "./support.ts";

serverPerTest();

const mention = "@loopback_test_bot";
const topic = { message_thread_id: 7, is_topic_message: true };

function closedForum(): void {
  server.addChat(forum);
  server.addTopic(forum.id, 7);
  server.closeTopic(forum.id, 7);
}

test("the answer says whom and what it answers, and replies to nothing", async () => {
  await running();
  closedForum();
  server.message(forum, ann, `${mention} 半导体有哪些核心城市`, topic);
  await settled();
  expect(textsIn(forum)).toEqual([
    "回答 Ann 的提问“半导体有哪些核心城市”（原来的话题已关闭）：\n答：半导体有哪些核心城市",
  ]);
  expect(firstIn(forum)).not.toHaveProperty("reply_to_message");
  expect(firstIn(forum)).not.toHaveProperty("message_thread_id");
});

test("what it answers is short, in the answer's language, and nothing of it can be clicked", async () => {
  const attend: Attend = () => plainAnswer("Yes.", { locale: "en" });
  await running({}, attend);
  closedForum();
  const mallory = user(66, "Mal /ban <b>@ann_test</b>");
  const question = `/evil http://evil.example #tag ${"很长".repeat(60)}`;
  server.message(forum, mallory, `${mention} ${question}`, topic);
  await settled();
  const [sent] = server.sent(forum.id);
  expect(sent?.text).toMatch(/^To Mal .*, who asked “.{1,90}…” in a topic that is closed now:\nYes\.$/u);
  // Telegram finds no links in code.
  const code = (sent?.entities ?? []).filter(({ type }) => type === "code");
  const [name, asked] = code.map(({ offset, length }) => sent?.text?.slice(offset, offset + length));
  expect(name).toMatch(/^Mal ／ban <b>@.?ann_test<[/／]b>$/u);
  expect(asked).toMatch(/^／evil .*…$/u);
});

test("the answer to a button says so too", async () => {
  await running({}, ({ text }) => plainAnswer(`答：${text}`, { next: [{ label: "再", ask: "佛山" }] }));
  server.addChat(forum);
  server.addTopic(forum.id, 7);
  server.message(forum, ann, `${mention} 一`, topic);
  await settled();
  server.closeTopic(forum.id, 7);
  server.press(ann, firstIn(forum), "q:佛山");
  await settled();
  expect(textsIn(forum).at(-1)).toBe("回答 Ann 的提问“佛山”（原来的话题已关闭）：\n答：佛山");
});

test("a notice stays out: in General nobody would know whom it is for", async () => {
  const none = { count: 0, windowMs: 60_000 };
  await running({ manners: createManners(none, none) });
  closedForum();
  server.message(forum, ann, `${mention} 一`, topic);
  await settled();
  expect(textsIn(forum)).toEqual([]);
});

test("a daily post goes on without its topic, as it is", async () => {
  const adapter = await running();
  closedForum();
  await adapter.post({ platform: "telegram", id: String(forum.id), thread: "7" }, plainAnswer("今日"));
  expect(textsIn(forum)).toEqual(["今日"]);
});
