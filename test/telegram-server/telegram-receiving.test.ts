/** Drives the Telegram test server with the real telegraf library over loopback: polling and webhook. */

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Telegraf } from "telegraf";
import { describe, expect, test } from "vitest";
import {
  ann,
  cleanups,
  home,
  newBot,
  poll,
  raw,
  refusal,
  server,
  serverPerTest,
} from "../support/telegram/harness.ts";
import { group, privateChat, user } from "../support/telegram/incoming.ts";

serverPerTest();

describe("receiving by polling", () => {
  test("a command reaches the bot and its answer is kept", async () => {
    const bot = newBot();
    bot.command("start", (ctx) =>
      ctx.reply("hello", { reply_parameters: { message_id: ctx.message.message_id } }),
    );
    void poll(bot);
    const question = server.message(home, ann, "/start now @ann_test");
    expect(question.entities).toEqual([
      { type: "bot_command", offset: 0, length: 6 },
      { type: "mention", offset: 11, length: 9 },
    ]);
    const [answer] = await server.waitFor(() => server.sent(home.id).length > 0 && server.sent(home.id));
    expect(answer).toMatchObject({
      text: "hello",
      reply_to_message: { message_id: question.message_id },
    });
    expect(server.callsOf("sendMessage")[0]).toMatchObject({
      params: { text: "hello" },
      via: "http",
      response: { ok: true },
    });
    await server.waitFor(() => server.pendingUpdates.length === 0);
  });

  test("the second poller ends the first with a 409", async () => {
    const first = poll(newBot());
    await server.waitFor(() => server.callsOf("getUpdates").length > 0);
    void poll(newBot());
    const error = await first;
    expect(error?.message).toContain(
      "409: Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    );
  });

  test("unconfirmed updates are delivered again until an offset confirms them", async () => {
    const ids = ["a", "b", "c"].map((text) =>
      server.pushUpdate({ message: { ...server.message(home, ann, text) } }),
    );
    const { telegram } = newBot();
    const get = async (offset: number, limit = 100) =>
      (await telegram.callApi("getUpdates", { offset, limit, timeout: 0, allowed_updates: [] })).map(
        (u) => u.update_id,
      );
    const all = await get(0);
    expect(all).toHaveLength(6);
    expect(await get(0)).toEqual(all);
    expect(await get(0, 2)).toEqual(all.slice(0, 2));
    expect(await get((ids[1] ?? 0) + 1)).toEqual(all.filter((id) => id > (ids[1] ?? 0)));
    expect(await get(-1)).toEqual(all.slice(-1));
    expect(server.pendingUpdates).toEqual(all.slice(-1));
  });

  test("a poller that goes away loses nothing", async () => {
    const gone = new AbortController();
    const left = raw("getUpdates", { timeout: 30 }, gone.signal).catch(() => "left");
    await server.waitFor(() => server.callsOf("getUpdates").length === 1);
    gone.abort();
    expect(await left).toBe("left");
    server.message(home, ann, "still there?");
    expect((await raw("getUpdates", { timeout: 1 })).body["result"]).toHaveLength(1);
  });

  test("allowed_updates drops other kinds as they come", async () => {
    await raw("getUpdates", { allowed_updates: ["callback_query"] });
    server.message(home, ann, "dropped");
    expect(server.pendingUpdates).toEqual([]);
    await raw("getUpdates", { allowed_updates: [] });
    server.memberUpdate(group(-5), ann, "left", "member", user(12));
    server.memberUpdate(group(-5), ann, "left", "member");
    expect(server.pendingUpdates).toHaveLength(1);
  });
});

describe("the webhook", () => {
  /** A receiver that hands requests to telegraf's webhook callback, after some failures. */
  async function receiver(
    bot: Telegraf,
    failures: number,
  ): Promise<{ url: string; posts: (string | undefined)[] }> {
    const posts: (string | undefined)[] = [];
    const handle = bot.webhookCallback("/hook", { secretToken: "s3cret_A-1" });
    const http: Server = createServer((request, response) => {
      posts.push(request.headers["x-telegram-bot-api-secret-token"]?.toString());
      if (posts.length <= failures) response.writeHead(500).end();
      else void handle(request, response);
    });
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    cleanups.push(() => http.close());
    return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/hook`, posts };
  }

  test("posts with the secret, tries again, and carries out the method in the answer", async () => {
    const bot = newBot();
    const { url, posts } = await receiver(bot, 2);
    bot.on("message", (ctx) => ctx.sendChatAction("typing"));
    await bot.telegram.setWebhook(url, { secret_token: "s3cret_A-1" });
    expect(
      await refusal(
        bot.telegram.callApi("getUpdates", {
          offset: 0,
          limit: 1,
          timeout: 0,
          allowed_updates: [],
        }),
      ),
    ).toMatch(/^409 Conflict: can't use getUpdates method while webhook is active/);
    server.message(home, ann, "hi");
    const call = await server.waitFor(() => server.callsOf("sendChatAction")[0]);
    expect(call.via).toBe("webhook");
    expect(posts).toEqual(["s3cret_A-1", "s3cret_A-1", "s3cret_A-1"]);
    await server.waitFor(() => server.pendingUpdates.length === 0);
    const info = await bot.telegram.getWebhookInfo();
    expect(info).toMatchObject({
      url,
      last_error_message: "Wrong response from the webhook: 500 Internal Server Error",
    });
    await bot.telegram.deleteWebhook();
    expect(await bot.telegram.getWebhookInfo()).toMatchObject({ url: "", pending_update_count: 0 });
  });

  test("keeps the order of a chat while others go on, and refuses bad settings", async () => {
    const bot = newBot();
    const seen: string[] = [];
    bot.on("text", async (ctx) => {
      if (ctx.message.text === "slow") await new Promise((resolve) => setTimeout(resolve, 80));
      seen.push(ctx.message.text);
    });
    const { url } = await receiver(bot, 0);
    await bot.telegram.setWebhook(url, { secret_token: "s3cret_A-1" });
    server.message(home, ann, "slow");
    server.message(home, ann, "after");
    server.message(privateChat(user(13)), user(13), "other");
    await server.waitFor(() => seen.length === 3);
    expect(seen).toEqual(["other", "slow", "after"]);
    expect(await refusal(bot.telegram.setWebhook("http://example.com/x"))).toContain(
      "An HTTPS URL must be provided",
    );
    expect(await refusal(bot.telegram.setWebhook(url, { secret_token: "no spaces" }))).toContain(
      "unallowed characters",
    );
  });
});
