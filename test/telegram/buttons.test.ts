/** Suggestions, pages, inline mode and menus. */
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/app/commands.ts";
import { LANGUAGES, menus } from "../../src/adapters/telegram/commands.ts";
import { DESCRIPTIONS } from "../../src/adapters/telegram/descriptions.ts";
import { createManners } from "../../src/adapters/shared/manners.ts";
import type { Answer } from "../../src/core/types.ts";
import { newBot } from "../support/bot.ts";
import type { Call, Message } from "../support/telegram/types.ts";
import {
  ann,
  firstIn,
  bob,
  echo,
  home,
  logged,
  newAdapter,
  plainAnswer,
  running,
  server,
  serverPerTest,
  settled,
  texts,
  textsIn,
  town,
} from "./support.ts";

serverPerTest();

const SUGGESTION = { label: "深圳呢", ask: "/role 深圳 新一代电子信息" };
const suggesting = ({ text }: { text: string }): Answer => plainAnswer(`答：${text}`, { next: [SUGGESTION] });
const buttonsOf = (message: Message | undefined): string[] =>
  (message?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
const dataOf = (message: Message | undefined, label: string): string =>
  (message?.reply_markup?.inline_keyboard ?? []).flat().find(({ text }) => text === label)?.callback_data ??
  "";

/** An answer of about ten thousand characters. */
const long = (): Answer =>
  plainAnswer("很长的答案", {
    blocks: [
      { kind: "list", items: Array.from({ length: 200 }, (_, i) => `第 ${i} 条${"产业".repeat(20)}`) },
    ],
  });

/** What the button presses were answered with. */
const acknowledged = (): unknown[] =>
  server.callsOf("answerCallbackQuery").map(({ params }) => params["text"]);

describe("a suggestion", () => {
  test("is a button that asks its question, for whoever presses it, where it was pressed", async () => {
    const users: (string | undefined)[] = [];
    await running({}, (question) => {
      users.push(question.chat.user);
      return suggesting(question);
    });
    server.message(town, ann, "/help");
    await texts(town, 1);
    const message = firstIn(town);
    expect(buttonsOf(message)).toEqual(["深圳呢"]);
    server.press(bob, message, dataOf(message, "深圳呢"));
    expect(await texts(town, 2)).toEqual(["答：/help", "答：/role 深圳 新一代电子信息"]);
    await settled();
    expect(acknowledged()).toEqual([undefined]);
    expect(users).toContain("12");
  });

  test("too long for a button is left out instead of spoiling the answer", async () => {
    await running({}, () =>
      plainAnswer("好", {
        next: [
          { label: "长", ask: "产".repeat(21) },
          { label: "短", ask: "产".repeat(20) },
        ],
      }),
    );
    server.message(home, ann, "一");
    await texts(home, 1);
    expect(buttonsOf(server.sent(home.id)[0])).toEqual(["短"]);
  });

  test("of another time, of no use or forged is answered politely", async () => {
    await running();
    server.message(home, ann, "一");
    await texts(home, 1);
    const message = firstIn(home);
    for (const data of ["old:button", "q:", "p:0123456:1", "p:x"]) server.callbackQuery(ann, message, data);
    server.pushUpdate({ callback_query: { id: "5", from: ann, chat_instance: "1", data: "q:深圳" } });
    await settled();
    const old = "这个按钮已经失效，请直接打字问我。";
    expect(acknowledged().filter((text) => text === old)).toHaveLength(4);
    expect(acknowledged().filter((text) => text !== old)).toEqual(["这一页已经过期，请再问一次。"]);
    expect(textsIn(home)).toEqual(["答：一"]);
  });

  test("of an older version, whose command is no more, is answered by what there is", async () => {
    await running({}, newBot());
    server.message(home, ann, "半导体");
    await texts(home, 1);
    const message = firstIn(home);
    for (const data of ["q:/industry 半导体", "q:/fact F999999", "q:/map", "q:/daily:old"])
      server.callbackQuery(ann, message, data);
    const [, ...answers] = await texts(home, 5);
    for (const answer of answers) expect(answer).toMatch(/\p{Script=Han}/u);
    expect(logged.filter((line) => /could not|cannot/u.test(line))).toEqual([]);
  });

  test("pressed too often is answered with a notice on the button, not with messages", async () => {
    await running({ manners: createManners({ count: 1, windowMs: 60_000 }) }, suggesting);
    server.message(home, ann, "一");
    await texts(home, 1);
    const message = firstIn(home);
    for (let i = 0; i < 3; i += 1) server.press(ann, message, dataOf(message, "深圳呢"));
    await settled();
    expect(textsIn(home)).toHaveLength(1);
    expect(acknowledged().filter((text) => text !== undefined)).toEqual(["问得有点快，请过一分钟再问。"]);
  });

  test("whose press is too old to acknowledge still gets its answer", async () => {
    await running({}, suggesting);
    server.message(home, ann, "一");
    await texts(home, 1);
    const message = firstIn(home);
    server.expireQuery(server.press(ann, message, dataOf(message, "深圳呢")));
    expect(await texts(home, 2)).toHaveLength(2);
  });
});

describe("a long answer", () => {
  test("comes in pages that are turned in place, and loses nothing", async () => {
    await running({}, long);
    server.message(home, ann, "一");
    await texts(home, 1);
    const shown = (): Message => firstIn(home);
    const seen = [shown().text ?? ""];
    for (let label = "下一页 ⟩"; buttonsOf(shown()).includes(label);) {
      const before = shown().text;
      server.press(ann, shown(), dataOf(shown(), label));
      await server.waitFor(() => shown().text !== before);
      seen.push(shown().text ?? "");
    }
    expect(textsIn(home)).toHaveLength(1);
    expect(seen.every((text) => text.length <= 4096)).toBe(true);
    for (let i = 0; i < 200; i += 1) expect(seen.join("\n")).toContain(`第 ${i} 条`);
    expect(seen.at(-1)).toContain(`第 ${seen.length} 页，共 ${seen.length} 页`);
    expect(buttonsOf(shown())).toEqual(["⟨ 上一页"]);
  });

  test("whose page is pressed twice at once is turned once, without a fuss", async () => {
    await running({}, long);
    server.message(home, ann, "一");
    await texts(home, 1);
    const message = firstIn(home);
    const next = dataOf(message, "下一页 ⟩");
    server.press(ann, message, next);
    server.callbackQuery(bob, message, next);
    await settled();
    expect(server.sent(home.id)[0]?.text).toContain("第 2 页");
    expect(logged.filter((line) => line.includes("could not"))).toEqual([]);
  });

  test("of an earlier process has expired", async () => {
    const first = await running({}, long);
    server.message(home, ann, "一");
    await texts(home, 1);
    await first.stop();
    await running({}, long);
    const message = firstIn(home);
    server.press(ann, message, dataOf(message, "下一页 ⟩"));
    await settled();
    expect(acknowledged()).toEqual(["这一页已经过期，请再问一次。"]);
  });

  test("with one item longer than any message is cut rather than lost", async () => {
    await running({}, () => plainAnswer("好", { blocks: [{ kind: "text", text: "产<😀>".repeat(1_500) }] }));
    server.message(home, ann, "一");
    const [text = ""] = await texts(home, 1);
    expect(text.startsWith("好\n产<😀>")).toBe(true);
    expect(text.length).toBeGreaterThan(4_000);
  });
});

describe("inline mode", () => {
  const names = Array.from({ length: 60 }, (_, i) => `集群${i}`);
  const complete = (text: string, most: number): string[] =>
    names.filter((name) => name.includes(text)).slice(0, most);
  type Article = { title: string; input_message_content: { message_text: string } };
  const results = (call: Call): Article[] => call.params["results"] as unknown as Article[];
  const answers = (): Call[] => server.callsOf("answerInlineQuery");

  test("offers the answer to the query and what it may become, at most 50", async () => {
    await running({ complete });
    server.inlineQuery(ann, "集群");
    const call = await server.waitFor(() => answers()[0]);
    expect(call.response).toMatchObject({ ok: true });
    expect(results(call)).toHaveLength(50);
    expect(results(call)[0]).toMatchObject({
      title: "集群",
      input_message_content: { message_text: "<b>答：集群</b>" },
    });
    expect(results(call)[1]?.title).toBe("集群0");
  });

  test("offers names to an empty query, and puts what was not understood last", async () => {
    await running({ complete }, (question) => ({
      ...echo(question),
      outcome: question.text === "集群5" ? "unknown" : "answer",
    }));
    server.inlineQuery(ann, "");
    server.inlineQuery(bob, "集群5");
    await server.waitFor(() => answers().length === 2);
    const titles = answers().map((call) => results(call).map(({ title }) => title));
    expect(titles.find((found) => found.length === 50)).toBeUndefined();
    expect(titles).toContainEqual(names.slice(0, 49));
    expect(titles.find((found) => found.length < 49)?.at(-1)).toBe("集群5");
  });

  test("survives fifty long answers, markup in the query, and a query too old to answer", async () => {
    await running({ complete }, ({ text }) => ({
      ...long(),
      title: { text: `<b>${text}&@ann_test`, facts: [], marks: [] },
    }));
    server.inlineQuery(ann, "集群");
    server.inlineQuery(bob, "<b>&\ud800");
    await server.waitFor(() => answers().filter(({ response }) => response?.ok).length === 2);
    server.expireQuery(server.inlineQuery(ann, "集"));
    server.message(home, ann, "一");
    expect(await texts(home, 1)).toHaveLength(1);
  });
});

describe("the descriptions of the bot", () => {
  test("are set in Chinese and English, and only when they differ", async () => {
    await running();
    await server.waitFor(() => server.callsOf("setMyShortDescription").length === 3);
    for (const language of LANGUAGES) {
      const { description, short } = DESCRIPTIONS[language];
      expect(server.description("description", language)).toBe(description);
      expect(server.description("short_description", language)).toBe(short);
    }
    await running();
    await server.waitFor(
      () => logged.filter((line) => line.includes("descriptions are up to date")).length === 2,
    );
    expect(server.callsOf("setMyDescription")).toHaveLength(3);
  });
});

describe("the menus of commands", () => {
  test("are set for private chats and groups in Chinese and English, and only when they differ", async () => {
    await running();
    await server.waitFor(() => server.callsOf("setMyCommands").length === 6);
    for (const { scope, language, commands } of menus(COMMANDS))
      expect(server.commands(scope, language)).toEqual(commands);
    const clusterIn = (language: string): string | undefined =>
      server.commands({ type: "all_private_chats" }, language).find(({ command }) => command === "cluster")
        ?.description;
    expect(clusterIn("zh")).toContain("集群");
    for (const language of ["", "en"]) expect(clusterIn(language)).toContain("cluster");
    await running();
    await server.waitFor(() => server.callsOf("getMyCommands").length === 12);
    await server.waitFor(
      () => logged.filter((line) => line.includes("commands are up to date")).length === 2,
    );
    expect(server.callsOf("setMyCommands")).toHaveLength(6);
  });

  test("are set in the end when Telegram refuses at first, and questions do not wait for them", async () => {
    server.failNext({
      method: "setMyCommands",
      times: 2,
      response: { error_code: 500, description: "Internal Server Error" },
    });
    await newAdapter().start(echo);
    server.message(home, ann, "一");
    expect(await texts(home, 1)).toEqual(["答：一"]);
    await server.waitFor(() => server.commands({ type: "all_group_chats" }, "en").length > 0);
  });
});
