/** Sends through everything that loses a message by default. */
import { describe, expect, test } from "vitest";
import { PostError } from "../../src/shared/post-error.ts";
import { createFaultProxy } from "../support/fault-proxy.ts";
import {
  ann,
  bob,
  cleanups,
  ENDLESS,
  forum,
  home,
  logged,
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

const platform = "telegram";
const refusal = (error_code: number, description: string, parameters?: object) => ({
  error_code,
  description,
  ...(parameters && { parameters }),
});
const TOO_MANY = refusal(429, "Too Many Requests: retry after 0", { retry_after: 0 });
const kindOf = (sent: Promise<unknown>): Promise<string> =>
  sent.then(
    () => "sent",
    (error: unknown) => (error instanceof PostError ? error.kind : "?"),
  );

describe("an answer", () => {
  test("that is refused for speed is sent when Telegram says so, and once", async () => {
    await running();
    server.failNext({ method: "sendMessage", times: 3, response: TOO_MANY });
    server.message(home, ann, "一");
    server.message(home, ann, "二");
    expect(await texts(home, 2)).toEqual(["答：一", "答：二"]);
  });

  test("waits as long as Telegram asks", async () => {
    await running();
    server.failNext({
      method: "sendMessage",
      response: refusal(429, "Too Many Requests: retry after 1", { retry_after: 1 }),
    });
    server.message(home, ann, "一");
    await texts(home, 1);
    const [first, second] = server.callsOf("sendMessage");
    expect((second?.time ?? 0) - (first?.time ?? 0)).toBeGreaterThanOrEqual(999);
  });

  test("that meets 502 or a dropped connection is sent again", async () => {
    const proxy = await createFaultProxy(server.apiRoot);
    cleanups.push(() => proxy.close());
    await running({ apiRoot: proxy.url });
    proxy.inject({ match: /sendMessage/u, answer: { status: 502, body: "bad gateway" } });
    proxy.inject({ match: /sendMessage/u, drop: "before" });
    server.message(home, ann, "一");
    expect(await texts(home, 1)).toEqual(["答：一"]);
  });

  test("is given up in the end without stopping the next", async () => {
    await running();
    server.failNext({ method: "sendMessage", times: 5, response: refusal(500, "Internal Server Error") });
    server.message(home, ann, "一");
    server.message(home, ann, "二");
    expect(await texts(home, 1)).toEqual(["答：二"]);
    expect(logged.filter((line) => line.includes("uncertain"))).toHaveLength(1);
  });

  test("in a group that became a supergroup meanwhile goes to the new id, and the rest too", async () => {
    const moved: string[] = [];
    await running({ handlers: { moved: (from, to) => void moved.push(`${from} → ${to}`) } });
    server.addChat(street);
    server.migrate(street.id, town, ann, false);
    server.message(street, ann, "/help");
    expect(await texts(town, 1)).toEqual(["答：/help"]);
    server.message(street, ann, "/list");
    expect(await texts(town, 2)).toEqual(["答：/help", "答：/list"]);
    expect(moved).toEqual([`${street.id} → ${town.id}`]);
    expect(server.callsOf("sendMessage")).toHaveLength(3);
  });

  test("in a topic that was deleted goes out once without it, saying whom and what it answers", async () => {
    await running();
    server.addChat(forum);
    server.message(forum, ann, "/help", { message_thread_id: 9, is_topic_message: true });
    expect(await texts(forum, 1)).toEqual(["回答 Ann 的提问“／help”（原来的话题已关闭）：\n答：/help"]);
    expect(server.callsOf("sendMessage").map(({ params }) => params["message_thread_id"])).toEqual([
      "9",
      undefined,
    ]);
  });

  test("to a message that was deleted goes out without a quote", async () => {
    await running();
    server.pushUpdate({
      message: {
        message_id: 999,
        date: 1,
        chat: town,
        from: ann,
        text: "/help",
        entities: [{ type: "bot_command", offset: 0, length: 5 }],
      },
    });
    expect(await texts(town, 1)).toEqual(["答：/help"]);
  });

  test("to somebody who blocked the bot is let go with one line in the log", async () => {
    const gone: string[] = [];
    await running({ handlers: { gone: (chat) => void gone.push(chat) } });
    server.addChat(home);
    server.block(home.id);
    server.message(home, ann, "一");
    server.message({ ...home, id: 12 }, bob, "二");
    await settled();
    expect(server.sent(12)).toHaveLength(1);
    expect(server.callsOf("sendMessage")).toHaveLength(2);
    expect(gone).toEqual([String(home.id)]);
  });
});

describe("a post", () => {
  const post = plainAnswer("今日一条", { next: [{ label: "更多", ask: "/fact" }] });

  test("reaches its chat and topic and says what it is called there", async () => {
    const adapter = await running();
    server.addChat(forum);
    server.addTopic(forum.id, 7);
    const { id } = await adapter.post({ platform, id: String(forum.id), thread: "7" }, post);
    expect(server.stored(forum.id, Number(id))).toMatchObject({ text: "今日一条", message_thread_id: 7 });
  });

  test("to a chat that is gone fails, and is not tried again until the chat is back", async () => {
    const adapter = await running();
    server.addChat(street);
    server.kick(street.id);
    const chat = { platform, id: String(street.id) };
    expect(await kindOf(adapter.post(chat, post))).toBe("gone");
    expect(await kindOf(adapter.post(chat, post))).toBe("gone");
    expect(server.callsOf("sendMessage")).toHaveLength(1);
    server.restore(street.id);
    server.memberUpdate(street, ann, "kicked", "member");
    await texts(street, 1);
    expect(await kindOf(adapter.post(chat, post))).toBe("sent");
  });

  test("to a chat the bot was told it left is not even tried", async () => {
    const adapter = await running();
    server.memberUpdate(street, ann, "member", "kicked");
    await settled();
    expect(await kindOf(adapter.post({ platform, id: String(street.id) }, post))).toBe("gone");
    expect(server.callsOf("sendMessage")).toHaveLength(0);
  });

  test("that may have been delivered is uncertain and not sent twice; one that was not is sent again", async () => {
    const adapter = await running();
    server.addChat(home);
    const chat = { platform, id: String(home.id) };
    server.failNext({ method: "sendMessage", apply: true, response: refusal(502, "Bad Gateway") });
    expect(await kindOf(adapter.post(chat, post))).toBe("uncertain");
    expect(textsIn(home)).toHaveLength(1);
    server.failNext({ method: "sendMessage", response: TOO_MANY });
    expect(await kindOf(adapter.post(chat, post))).toBe("sent");
  });

  test("tells a long wait, a refusal and an unknown chat apart", async () => {
    const adapter = await running();
    server.addChat(home);
    const chat = { platform, id: String(home.id) };
    server.failNext({
      method: "sendMessage",
      response: refusal(400, "Bad Request: not enough rights to send text messages to the chat"),
    });
    expect(await kindOf(adapter.post(chat, post))).toBe("refused");
    expect(await kindOf(adapter.post({ platform, id: "404404" }, post))).toBe("gone");
    server.failNext({
      method: "sendMessage",
      response: refusal(429, "Too Many Requests: retry after 900", { retry_after: 900 }),
    });
    await expect(adapter.post(chat, post)).rejects.toMatchObject({
      kind: "retry-after",
      retryAfterMs: 900_000,
    });
  });

  test("that meets 503 was not taken up, and is sent again", async () => {
    const adapter = await running();
    server.addChat(home);
    server.failNext({ method: "sendMessage", times: 2, response: refusal(503, "Service Unavailable") });
    expect(await kindOf(adapter.post({ platform, id: String(home.id) }, post))).toBe("sent");
    expect(textsIn(home)).toHaveLength(1);
  });

  test("has its last word before every request, mended and repeated ones too", async () => {
    const adapter = await running();
    server.addChat(forum);
    const requests: number[] = [];
    const before = async (): Promise<void> => void requests.push(server.callsOf("sendMessage").length);
    server.failNext({ method: "sendMessage", response: TOO_MANY });
    await adapter.post({ platform, id: String(forum.id), thread: "404" }, post, { before });
    expect(requests).toEqual([0, 1, 2]);
    expect(server.callsOf("sendMessage")).toHaveLength(3);
  });

  test("tells its caller of every request that delivered nothing, before it makes the next", async () => {
    const adapter = await running();
    server.addChat(forum);
    const events: string[] = [];
    const before = async (): Promise<void> => void events.push("before");
    const refused = async ({ kind }: PostError): Promise<void> => {
      const { length } = server.callsOf("sendMessage");
      await new Promise((resolve) => setTimeout(resolve, 30));
      events.push(`${kind} ${length} ${server.callsOf("sendMessage").length}`);
    };
    server.failNext({ method: "sendMessage", response: TOO_MANY });
    server.failNext({ method: "sendMessage", response: refusal(503, "Service Unavailable") });
    const to = { platform, id: String(forum.id), thread: "404" };
    await adapter.post(to, post, { before, refused });
    const told = ["retry-after 1 1", "temporary 2 2", "thread-gone 3 3"];
    expect(events).toEqual([...told.flatMap((one) => ["before", one]), "before"]);
    expect(server.sent(forum.id)).toHaveLength(1);
  });

  test("tells nothing of a request that may have arrived, and stops where its caller could not note a refusal", async () => {
    const adapter = await running();
    server.addChat(home);
    const chat = { platform, id: String(home.id) };
    const own = new Error("the disk is full");
    const refused = (): Promise<void> => Promise.reject(own);
    server.failNext({ method: "sendMessage", response: refusal(502, "Bad Gateway") });
    expect(await kindOf(adapter.post(chat, post, { refused }))).toBe("uncertain");
    server.failNext({ method: "sendMessage", response: TOO_MANY });
    await expect(adapter.post(chat, post, { refused })).rejects.toBe(own);
    expect(server.callsOf("sendMessage")).toHaveLength(2);
  });

  test("that its caller withholds is not sent, and the caller's own error comes back", async () => {
    const adapter = await running();
    server.addChat(home);
    const chat = { platform, id: String(home.id) };
    const own = [new Error("the row is somebody else's"), new PostError("temporary", "of the caller")];
    for (const error of own) {
      const before = (): Promise<void> => Promise.reject(error);
      await expect(adapter.post(chat, post, { before })).rejects.toBe(error);
    }
    expect(server.callsOf("sendMessage")).toEqual([]);
    expect(await kindOf(adapter.post(chat, post))).toBe("sent");
  });

  test("that waits when the adapter stops is handed back", async () => {
    const limits = { ...ENDLESS, chat: { count: 1, windowMs: 60_000 } };
    const adapter = await running({ limits });
    server.addChat(home);
    const chat = { platform, id: String(home.id) };
    await adapter.post(chat, post);
    const waiting = kindOf(adapter.post(chat, post));
    await adapter.stop();
    expect(await waiting).toBe("temporary");
    expect(await kindOf(adapter.post(chat, post))).toBe("temporary");
  });
});
