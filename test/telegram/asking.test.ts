/** Who is answered, where, and who is not. */
import { describe, expect, test } from "vitest";
import type { Question } from "../../src/core/types.ts";
import { createManners } from "../../src/adapters/shared/manners.ts";
import { user } from "../support/telegram/incoming.ts";
import {
  ann,
  bob,
  firstIn,
  echo,
  forum,
  home,
  plainAnswer,
  running,
  server,
  serverPerTest,
  settled,
  street,
  texts,
  textsIn,
  town,
} from "./support.ts";

serverPerTest();

const mention = "@loopback_test_bot";

describe("in a private chat", () => {
  test("free text and commands are answered, without a quote", async () => {
    await running();
    server.message(home, ann, "深圳有哪些集群");
    server.message(home, ann, "/cluster 半导体");
    expect(await texts(home, 2)).toEqual(["答：深圳有哪些集群", "答：/cluster 半导体"]);
    expect(server.sent(home.id)[0]?.reply_to_message).toBeUndefined();
  });

  test("a caption is a question", async () => {
    await running();
    server.pushUpdate({ message: { message_id: 900, date: 1, chat: home, from: ann, caption: "半导体" } });
    await settled();
    expect(textsIn(home)).toEqual(["答：半导体"]);
  });

  test("edited messages, bots and what was sent through inline mode are left alone", async () => {
    await running();
    const message = server.message(home, ann, "一");
    server.pushUpdate({ edited_message: { ...message, text: "二", edit_date: 2 } });
    server.message(home, user(77, "Robot", { is_bot: true }), "三");
    server.message(home, ann, "四", { via_bot: server.bot } as object);
    await settled();
    expect(textsIn(home)).toEqual(["答：一"]);
  });

  test("the conversation is told apart by chat, topic and person, with the time", async () => {
    const asked: Question[] = [];
    await running({ now: () => 1_234 }, (question) => {
      asked.push(question);
      return plainAnswer("好");
    });
    server.addChat(forum);
    server.addTopic(forum.id, 7);
    server.message(home, ann, "一");
    server.message(forum, bob, `${mention} 二`, { message_thread_id: 7, is_topic_message: true });
    await texts(forum, 1);
    expect(asked).toContainEqual({
      text: "一",
      at: 1_234,
      chat: { platform: "telegram", id: "11", user: "11" },
    });
    expect(asked).toContainEqual({
      text: "二",
      at: 1_234,
      chat: { platform: "telegram", id: String(forum.id), thread: "7", user: "12" },
    });
  });
});

describe("the language of a person", () => {
  const tang = user(31, "Tang", { language_code: "zh-hant" });
  const eve = user(32, "Eve", { language_code: "pt-br" });

  test("goes along as a hint, never as a demand: with a message, a button and an inline query", async () => {
    const asked: Question[] = [];
    const next = [{ label: "再问", ask: "二" }];
    await running({}, (question) => {
      asked.push(question);
      return plainAnswer("好", { next });
    });
    server.message({ ...home, id: tang.id }, tang, "一");
    await texts(tang, 1);
    server.press(tang, firstIn(tang), "q:二");
    await texts(tang, 2);
    server.inlineQuery(eve, "三");
    server.message(home, ann, "四");
    await settled();
    const heard = asked.map(({ text, hint, locale }) => [text, hint, locale]);
    expect(heard.toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1))).toEqual([
      ["一", "zh-TW", undefined],
      ["三", "en", undefined],
      ["二", "zh-TW", undefined],
      ["四", undefined, undefined],
    ]);
  });

  test.each(["tlh", "x-klingon", "", "简体", 7, null, {}])(
    "is perhaps one Telegram never had, %j: nothing is lost for it",
    async (language_code) => {
      await running();
      const from = { ...user(34, "Worf"), language_code };
      server.pushUpdate({
        message: { message_id: 900, date: 1, chat: { ...home, id: 34 }, from, text: "一" },
      });
      await settled();
      expect(textsIn({ id: 34 })).toEqual(["答：一"]);
    },
  );

  test("is that of notices, unless the chat has set one", async () => {
    const manners = () => createManners({ count: 0, windowMs: 60_000 });
    await running({ manners: manners() });
    server.message({ ...home, id: tang.id }, tang, "一");
    server.message({ ...home, id: eve.id }, eve, "一");
    expect(await texts(tang, 1)).toEqual(["問得有點快，請過一分鐘再問。"]);
    expect(await texts(eve, 1)).toEqual(["That was a little fast. Please ask again in a minute."]);
  });

  test("what the chat has set goes before it, in notices, apologies and old buttons", async () => {
    await running({ setting: async ({ id }) => (id === String(tang.id) ? "en" : undefined) }, () => {
      throw new Error("no");
    });
    server.message({ ...home, id: tang.id }, tang, "一");
    server.message({ ...home, id: eve.id }, eve, "一");
    expect(await texts(tang, 1)).toEqual([
      "Sorry, I could not answer that this time. Please ask in other words.",
    ]);
    await texts(eve, 1);
    server.callbackQuery(tang, firstIn(tang), "old:button");
    server.callbackQuery(eve, firstIn(eve), "p:0123456:1");
    await settled();
    expect(new Set(server.callsOf("answerCallbackQuery").map(({ params }) => params["text"]))).toEqual(
      new Set([
        "This button has expired. Please type your question.",
        "This page has expired. Please ask again.",
      ]),
    );
  });

  test("is that of an introduction: of whoever added the bot", async () => {
    await running();
    server.memberUpdate(town, tang, "left", "member");
    server.memberUpdate(street, eve, "left", "member");
    expect((await texts(town, 1))[0]).toContain("大家好，我是粵群。\n我回答廣東");
    expect((await texts(street, 1))[0]).toContain("Hello, I am Yuequn.\nI answer questions");
  });

  test("is that of the names to pick from while typing, and nobody else is shown them", async () => {
    const complete = (_text: string, _most: number, locale: string): string[] => [`名字 ${locale}`];
    await running({ complete });
    for (const who of [tang, eve, ann]) server.inlineQuery(who, "");
    const calls = await server.waitFor(() => {
      const done = server.callsOf("answerInlineQuery");
      return done.length === 3 && done;
    });
    const titles = calls.map(({ params }) => (params["results"] as { title: string }[])[0]?.title);
    expect(new Set(titles)).toEqual(new Set(["名字 en", "名字 zh-CN", "名字 zh-TW"]));
    expect(calls.map(({ params }) => params["is_personal"])).toEqual(["true", "true", "true"]);
  });
});

describe("in a group", () => {
  test("commands, commands to this bot, mentions and replies to it are answered as replies", async () => {
    await running();
    server.message(street, ann, "/cluster 半导体");
    server.message(street, bob, `/city@Loopback_Test_Bot 深圳`);
    server.message(street, ann, `请问 ${mention} 佛山呢`);
    await texts(street, 3);
    const first = firstIn(street);
    server.message(street, bob, "那广州呢", { reply_to_message: first });
    expect(await texts(street, 4)).toEqual([
      "答：/cluster 半导体",
      "答：/city@\u2060Loopback_Test_Bot 深圳",
      "答：请问   佛山呢",
      "答：那广州呢",
    ]);
    expect(first.reply_to_message?.text).toBe("/cluster 半导体");
  });

  test("talk, other bots' commands, unknown commands, other mentions and replies to people are not", async () => {
    await running();
    const talk = server.message(town, ann, "深圳有哪些集群");
    server.message(town, ann, "/cluster@OtherBot 半导体");
    server.message(town, ann, "/weather 广州");
    server.message(town, ann, "@other_bot 半导体");
    server.message(town, bob, "我也想知道", { reply_to_message: talk });
    server.message(town, ann, "看看 /cluster 这个命令");
    await settled();
    expect(textsIn(town)).toEqual([]);
  });

  test("an administrator who writes as the group is answered, a channel's forward is not", async () => {
    await running();
    const anonymous = user(1_087_968_824, "Group", { is_bot: true });
    server.message(town, anonymous, "/help", { sender_chat: town } as object);
    server.message(town, user(777_000, "Telegram"), `${mention} 转发`, {
      is_automatic_forward: true,
    } as object);
    await settled();
    expect(textsIn(town)).toEqual(["答：/help"]);
  });

  test("a topic is answered in the topic, a reply thread outside a forum without one", async () => {
    await running();
    server.addChat(forum);
    server.addTopic(forum.id, 7);
    server.message(forum, ann, "/help", { message_thread_id: 7, is_topic_message: true });
    server.message(town, ann, "/help", { message_thread_id: 3 });
    await texts(town, 1);
    await texts(forum, 1);
    expect(server.sent(forum.id)[0]?.message_thread_id).toBe(7);
    expect(server.callsOf("sendMessage").map(({ params }) => params["message_thread_id"])).toContain(
      undefined,
    );
  });

  test("the first message of a topic the bot opened is no reply to the bot", async () => {
    await running();
    server.addChat(forum);
    server.addTopic(forum.id, 7);
    const opening = {
      message_id: 7,
      date: 1,
      chat: forum,
      from: server.bot,
      forum_topic_created: { name: "话题" },
    };
    server.message(forum, ann, "大家好", {
      message_thread_id: 7,
      is_topic_message: true,
      reply_to_message: opening,
    });
    await settled();
    expect(textsIn(forum)).toEqual([]);
  });
});

describe("being added to a group", () => {
  test("the bot introduces itself once, and not again for becoming an administrator", async () => {
    await running();
    server.memberUpdate(street, ann, "left", "member");
    await texts(street, 1);
    server.memberUpdate(street, ann, "member", "administrator");
    await settled();
    expect(textsIn(street)).toHaveLength(1);
    expect(textsIn(street)[0]).toContain("我是粤群");
  });

  test("a group that became a supergroup is not introduced to again, a channel never", async () => {
    const moved: string[] = [];
    await running({ handlers: { moved: (from, to) => void moved.push(`${from} → ${to}`) } });
    server.addChat(street);
    server.migrate(street.id, town, ann);
    await settled();
    server.memberUpdate(town, ann, "left", "member");
    server.memberUpdate({ id: -1_009, type: "channel", title: "News" }, ann, "left", "administrator");
    await settled();
    expect(textsIn(town)).toEqual([]);
    expect(moved).toEqual([`${street.id} → ${town.id}`]);
  });
});

test("a person's chat never moves, whatever an update says", async () => {
  const moved: string[] = [];
  await running({ handlers: { moved: (from, to) => void moved.push(`${from} → ${to}`) } });
  const message = {
    message_id: 9,
    date: 1,
    chat: { id: home.id, type: "group" },
    migrate_to_chat_id: town.id,
  };
  server.pushUpdate({ message });
  server.pushUpdate({ message: { ...message, chat: street, migrate_to_chat_id: home.id } });
  server.message(home, ann, "深圳");
  expect(await texts(home, 1)).toEqual(["答：深圳"]);
  expect(moved).toEqual([]);
});

describe("manners", () => {
  test("who asks too fast is told once, and then left without an answer", async () => {
    await running({ manners: createManners({ count: 2, windowMs: 60_000 }) });
    for (const text of ["一", "二", "三", "四", "五"]) server.message(home, ann, text);
    server.message({ ...home, id: 12 }, bob, "我呢");
    await settled();
    expect(textsIn(home)).toEqual(["答：一", "答：二", "问得有点快，请过一分钟再问。"]);
    expect(server.sent(12)).toHaveLength(1);
  });

  test("a fault while answering is told politely, and the next question is answered", async () => {
    await running({}, (question) => {
      if (question.text === "坏") throw new Error("broken");
      return echo(question);
    });
    server.message(home, ann, "坏");
    server.message(home, ann, "好");
    expect(await texts(home, 2)).toEqual(["抱歉，这次没能答上来，请换个说法再问一次。", "答：好"]);
  });
});
