/** Somebody replies to a message of the bot: which answer it shows goes along with the question. */
import { expect, test } from "vitest";
import type { Answer, Question } from "../../src/core/types.ts";
import { newBot } from "../support/bot.ts";
import type { Message } from "../support/telegram/types.ts";
import {
  ann,
  bob,
  firstIn,
  forum,
  home,
  plainAnswer,
  running,
  server,
  serverPerTest,
  street,
  texts,
} from "./support.ts";

serverPerTest();

/** A bot that notes what it is asked and what it answered. */
async function noting() {
  const asked: Question[] = [];
  const answers: Answer[] = [];
  const adapter = await running({}, (question) => {
    asked.push(question);
    const answer = plainAnswer(`答：${question.text}`, { next: [{ label: "再", ask: "再问" }] });
    answers.push(answer);
    return answer;
  });
  return { adapter, asked, answers };
}

const replyTo = (message: Message, extra: object = {}): object => ({ reply_to_message: message, ...extra });

test("in a group, to an answer somebody else asked for", async () => {
  const { asked, answers } = await noting();
  server.message(street, ann, "/list");
  await texts(street, 1);
  server.message(street, bob, "佛山呢", replyTo(firstIn(street)));
  await texts(street, 2);
  expect(asked[1]?.about?.answer).toBe(answers[0]);
  expect(asked[1]?.chat.user).toBe(String(bob.id));
});

test("with a part of it picked out", async () => {
  const { asked, answers } = await noting();
  server.message(street, ann, "/list");
  await texts(street, 1);
  server.message(street, bob, "佛山呢", replyTo(firstIn(street), { quote: { text: "半导体", position: 3 } }));
  await texts(street, 2);
  expect(asked[1]?.about?.answer).toBe(answers[0]);
  expect(asked[1]?.about?.quote).toBe("半导体");
});

test("in a private chat, to an older answer than the last", async () => {
  const { asked, answers } = await noting();
  server.message(home, ann, "一");
  await texts(home, 1);
  server.message(home, ann, "二");
  await texts(home, 2);
  server.message(home, ann, "佛山呢", replyTo(firstIn(home)));
  await texts(home, 3);
  expect(asked[2]?.about?.answer).toBe(answers[0]);
});

test("to the answer to a button, and to a post", async () => {
  const { adapter, asked, answers } = await noting();
  server.message(street, ann, "/list");
  await texts(street, 1);
  server.press(ann, firstIn(street), "q:再问");
  await texts(street, 2);
  const post = plainAnswer("今日");
  const { id } = await adapter.post({ platform: "telegram", id: String(street.id) }, post);
  const [, second, third] = server.sent(street.id);
  if (!second || !third) throw new Error("the bot has not sent three messages");
  expect(id).toBe(String(third.message_id));
  server.message(street, bob, "佛山呢", replyTo(second));
  server.message(street, bob, "东莞呢", replyTo(third));
  await texts(street, 5);
  expect(asked[2]?.about?.answer).toBe(answers[1]);
  expect(asked[3]?.about?.answer).toBe(post);
});

test("to a message of an earlier process: its first line stands for it", async () => {
  const { asked } = await noting();
  const old = { message_id: 4_000, date: 1, chat: street, from: server.bot, text: "珠海是重点城市\n来源" };
  server.message(street, bob, "佛山呢", replyTo(old));
  await texts(street, 1);
  expect(asked[0]?.about).toEqual({ quote: "珠海是重点城市" });
});

test("to somebody else, or to the message that opened a topic, is about no answer", async () => {
  const { asked } = await noting();
  const bobs = server.message(street, bob, "半导体");
  server.message(street, ann, "@loopback_test_bot 佛山呢", replyTo(bobs));
  await texts(street, 1);
  server.addChat(forum);
  server.addTopic(forum.id, 7);
  const opened = { message_id: 7, date: 1, chat: forum, from: server.bot, forum_topic_created: {} };
  const topic = { message_thread_id: 7, is_topic_message: true };
  server.message(forum, ann, "@loopback_test_bot 一", replyTo(opened, topic));
  await texts(forum, 1);
  expect(asked.map(({ about }) => about)).toEqual([undefined, undefined]);
});

test("the real core goes on from what is replied to, not from what who replies asked last", async () => {
  const bot = newBot();
  await running({}, (question) => bot(question));
  server.message(street, ann, "@loopback_test_bot 珠海在半导体是什么角色");
  await texts(street, 1);
  server.message(street, bob, "@loopback_test_bot 智能家电有哪些核心城市");
  await texts(street, 2);
  server.message(street, bob, "佛山呢", replyTo(firstIn(street)));
  const said = await texts(street, 3);
  expect(said[2]).toMatch(/^佛山.*半导体与集成电路/u);
});
