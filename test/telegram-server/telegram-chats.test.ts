/** Drives the Telegram test server with the real telegraf library over loopback: chats, limits, inline mode, commands, the door. */

import { describe, expect, test } from "vitest";
import {
  ann,
  cleanups,
  home,
  newBot,
  raw,
  refusal,
  server,
  serverPerTest,
} from "../support/telegram/harness.ts";
import { group, privateChat, supergroup, user } from "../support/telegram/incoming.ts";
import { createTelegramServer } from "../support/telegram/server.ts";

serverPerTest();

describe("chats and their faults", () => {
  test("unknown, blocked, kicked and migrated chats", async () => {
    const { telegram } = newBot();
    const send = (id: number) => refusal(telegram.sendMessage(id, "x"));
    expect(await send(404)).toBe("400 Bad Request: chat not found");
    server.block(home.id);
    expect(await send(home.id)).toBe("403 Forbidden: bot was blocked by the user");
    server.restore(home.id);
    expect(await send(home.id)).toBe("accepted");
    server.addChat(group(-20));
    server.kick(-20);
    expect(await send(-20)).toBe("403 Forbidden: bot was kicked from the group chat");
    server.addChat(group(-21));
    server.migrate(-21, supergroup(-100_21), ann);
    const error = await telegram.sendMessage(-21, "x").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 400, parameters: { migrate_to_chat_id: -100_21 } });
    expect(await send(-100_21)).toBe("accepted");
    expect(server.pendingUpdates).toHaveLength(2);
  });

  test("topics", async () => {
    const { telegram } = newBot();
    server.addChat(supergroup(-100_5, "Forum", { is_forum: true }));
    server.addTopic(-100_5, 7);
    expect(await telegram.sendMessage(-100_5, "x", { message_thread_id: 7 })).toMatchObject({
      message_thread_id: 7,
    });
    server.removeTopic(-100_5, 7);
    const late = telegram.sendMessage(-100_5, "x", { message_thread_id: 7 });
    expect(await refusal(late)).toBe("400 Bad Request: message thread not found");
  });

  test("administrators and leaving", async () => {
    const { telegram } = newBot();
    server.addChat(group(-30));
    server.setAdministrators(-30, [ann]);
    expect(await telegram.getChatMember(-30, 11)).toMatchObject({
      status: "administrator",
      user: { id: 11 },
    });
    expect(await telegram.getChatAdministrators(-30)).toHaveLength(1);
    expect(await telegram.getChat(-30)).toMatchObject({ id: -30, type: "group" });
    await telegram.leaveChat(-30);
    expect(await refusal(telegram.sendMessage(-30, "x"))).toBe(
      "403 Forbidden: bot is not a member of the group chat",
    );
  });

  test("limits answer 429 with retry_after", async () => {
    let now = 1_000_000;
    const limited = await createTelegramServer({ limits: true, now: () => now });
    cleanups.push(() => limited.close());
    const { telegram } = newBot(limited.apiRoot);
    limited.addChat(group(-40));
    for (let sent = 0; sent < 20; sent++, now += 1000) await telegram.sendMessage(-40, "x");
    const error = await telegram.sendMessage(-40, "x").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 429,
      description: "Too Many Requests: retry after 40",
      parameters: { retry_after: 40 },
    });
    now += 40_000;
    expect(await refusal(telegram.sendMessage(-40, "x"))).toBe("accepted");
    expect(await refusal(telegram.sendMessage(-40, "y"))).toBe("429 Too Many Requests: retry after 1");
    for (let id = 100; id < 129; id++) limited.addChat(privateChat(user(id)));
    for (let id = 100; id < 129; id++) await telegram.sendMessage(id, "x");
    expect(await refusal(telegram.sendMessage(128, "x"))).toContain("429");
  });

  test("scripted faults hit the calls they are for", async () => {
    const { telegram } = newBot();
    const response = {
      error_code: 429,
      description: "Too Many Requests: retry after 3",
      parameters: { retry_after: 3 },
    };
    server.failNext({ method: "sendMessage", chatId: 11, times: 2, response });
    server.failNext({
      method: "sendMessage",
      apply: true,
      response: { error_code: 500, description: "Internal Server Error" },
    });
    const { status, headers } = await raw("sendMessage", { chat_id: 11, text: "x" });
    expect([status, headers.get("retry-after")]).toEqual([429, "3"]);
    expect(await refusal(telegram.sendMessage(11, "x"))).toContain("429");
    expect(server.sent(11)).toHaveLength(0);
    expect(await refusal(telegram.sendMessage(11, "lost reply"))).toContain("500");
    expect(server.sent(11)).toMatchObject([{ text: "lost reply" }]);
  });
});

describe("inline mode, commands, and the door", () => {
  test("inline answers", async () => {
    const { telegram } = newBot();
    const article = (id: string) =>
      ({ type: "article", id, title: "t", input_message_content: { message_text: "x" } }) as const;
    const answer = (ids: string[], extra = {}) =>
      refusal(telegram.answerInlineQuery(server.inlineQuery(ann, "q"), ids.map(article), extra));
    const many = Array.from({ length: 51 }, (_, i) => String(i));
    expect(await answer(many)).toBe("400 Bad Request: too many inline query results specified");
    expect(await answer(["a", "a"])).toBe("400 Bad Request: RESULT_ID_DUPLICATE");
    expect(await answer(["x".repeat(65)])).toBe("400 Bad Request: RESULT_ID_INVALID");
    expect(await answer(["a"], { next_offset: "x".repeat(65) })).toBe("400 Bad Request: NEXT_OFFSET_INVALID");
    expect(await answer(many.slice(1), { next_offset: "50" })).toBe("accepted");
    const id = server.inlineQuery(ann, "q");
    server.expireQuery(id);
    expect(await refusal(telegram.answerInlineQuery(id, []))).toContain("query is too old");
    const inlineId = server.chooseInlineResult(ann, "a", "q");
    expect(await telegram.editMessageText(undefined, undefined, inlineId, "now")).toBe(true);
  });

  test("commands by scope and language", async () => {
    const { telegram } = newBot();
    const scope = { type: "chat", chat_id: 11 } as const;
    await telegram.setMyCommands([{ command: "ask", description: "Ask" }]);
    await telegram.setMyCommands([{ command: "wen", description: "问" }], {
      scope,
      language_code: "zh",
    });
    expect(await telegram.getMyCommands()).toEqual([{ command: "ask", description: "Ask" }]);
    expect(server.commands(scope, "zh")).toEqual([{ command: "wen", description: "问" }]);
    expect(await telegram.getMyCommands({ scope })).toEqual([]);
    await telegram.deleteMyCommands({ scope, language_code: "zh" });
    expect(server.commands(scope, "zh")).toEqual([]);
    const set = (command: string, description = "d") =>
      refusal(telegram.setMyCommands([{ command, description }]));
    expect(await set("Ask")).toBe("400 Bad Request: BOT_COMMAND_INVALID");
    expect(await set("ask", "x".repeat(257))).toBe("400 Bad Request: BOT_COMMAND_DESCRIPTION_INVALID");
  });

  test("tokens, paths, bodies and logging out", async () => {
    expect(await refusal(newBot(server.apiRoot, "7000000001:wrong").telegram.getMe())).toBe(
      "401 Unauthorized",
    );
    expect((await fetch(`${server.apiRoot}/nothing`)).status).toBe(404);
    expect((await raw("sendDice", { chat_id: 11 })).body).toEqual({
      ok: false,
      error_code: 404,
      description: "Not Found: method not found",
    });
    const path = `${server.apiRoot}/bot${server.token}/SENDMESSAGE`;
    const form = new URLSearchParams({
      chat_id: "11",
      text: "form",
      reply_markup: '{"inline_keyboard":[]}',
    });
    expect((await fetch(path, { method: "POST", body: form })).status).toBe(200);
    expect((await fetch(`${path}?chat_id=11&text=query`)).status).toBe(200);
    expect(
      (
        await fetch(path, {
          method: "POST",
          body: "{",
          headers: { "content-type": "application/json" },
        })
      ).status,
    ).toBe(400);
    expect(server.sent(11).map((message) => message.text)).toEqual(["form", "query"]);
    const { telegram } = newBot();
    expect(await telegram.logOut()).toBe(true);
    expect(await refusal(telegram.getMe())).toBe("400 Logged out");
    server.logIn();
    expect(await telegram.close()).toBe(true);
  });
});
