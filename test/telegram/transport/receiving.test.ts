/** Polling through everything that ends a telegraf bot by default. */
import { describe, expect, test } from "vitest";
import { createFaultProxy, type FaultProxy } from "../../support/fault-proxy.ts";
import {
  ann,
  cleanups,
  echo,
  home,
  logged,
  newAdapter,
  running,
  server,
  serverPerTest,
  settled,
  street,
  texts,
  textsIn,
} from "../support.ts";

serverPerTest();

const WRONG = { error_code: 401, description: "Unauthorized" };
const CONFLICT = {
  error_code: 409,
  description:
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
};

async function proxied(): Promise<FaultProxy> {
  const proxy = await createFaultProxy(server.apiRoot);
  cleanups.push(() => proxy.close());
  return proxy;
}

describe("starting", () => {
  test("with a wrong token fails with one line that says what to do and not what the token is", async () => {
    const token = "7000000001:WRONG-token_for_the_loopback_server";
    const adapter = newAdapter({ token });
    const error = await adapter.start(echo).catch((reason: unknown) => reason);
    expect(String(error)).toMatch(/TELEGRAM_TOKEN.*@BotFather/u);
    expect(String(error)).not.toContain("WRONG-token");
    expect(String(error).split("\n")).toHaveLength(1);
  });

  test("with something that is no token at all fails the same way", async () => {
    await expect(newAdapter({ token: "abc" }).start(echo)).rejects.toThrow("@BotFather");
  });

  test("while Telegram is out of reach resolves, says not ready, and answers once it is back", async () => {
    const proxy = await proxied();
    proxy.inject({ match: /getMe/u, drop: "before", times: 3 });
    const adapter = await running({ apiRoot: proxy.url });
    expect(adapter.health()).toMatchObject({ alive: false, authenticated: false });
    server.message(home, ann, "一");
    expect(await texts(home, 1)).toEqual(["答：一"]);
    expect(adapter.health()).toEqual({ alive: true, authenticated: true });
  });

  test("where a webhook is still set removes it and keeps what waits there", async () => {
    await fetch(`${server.apiRoot}/bot${server.token}/setWebhook?url=http://127.0.0.1:9/none`);
    server.message(home, ann, "一");
    await running();
    expect(await texts(home, 1)).toEqual(["答：一"]);
  });

  test("twice is refused, stopping twice or before starting is not", async () => {
    const adapter = await running();
    await expect(adapter.start(echo)).rejects.toThrow("create a new one");
    await Promise.all([adapter.stop(), adapter.stop()]);
    await adapter.stop();
    await newAdapter().stop();
  });
});

describe("a poll that is answered with", () => {
  const faults = {
    "409, as when another process polls": CONFLICT,
    "404": { error_code: 404, description: "Not Found" },
    "401": WRONG,
    "429 and a wait": {
      error_code: 429,
      description: "Too Many Requests: retry after 0",
      parameters: { retry_after: 0 },
    },
    "500": { error_code: 500, description: "Internal Server Error" },
  };
  for (const [name, response] of Object.entries(faults)) {
    test(`${name} is waited out, with a failed getMe on top`, async () => {
      const adapter = await running();
      await server.waitFor(() => adapter.health().alive);
      server.failNext({ method: "getUpdates", times: 2, response });
      server.failNext({ method: "getMe", response: { error_code: 502, description: "Bad Gateway" } });
      server.message(home, ann, "一");
      await server.waitFor(() => logged.filter((line) => line.includes("not receiving")).length >= 2);
      server.message(home, ann, "二");
      expect(await texts(home, 2)).toEqual(["答：一", "答：二"]);
      await server.waitFor(() => adapter.health().alive && adapter.health().authenticated);
    });
  }

  test("a page that is no JSON is waited out, and the token in the error stays out of the log", async () => {
    const proxy = await proxied();
    await running({ apiRoot: proxy.url });
    proxy.inject({ match: /getUpdates/u, answer: { status: 200, body: "<html>log in</html>" }, times: 2 });
    proxy.inject({ match: /sendMessage/u, answer: { status: 200, body: "<html>log in</html>" } });
    proxy.inject({ match: /sendMessage/u, drop: "before", times: 4 });
    server.message(home, ann, "一");
    await server.waitFor(() => logged.some((line) => line.includes("invalid json")));
    await server.waitFor(() => logged.some((line) => line.includes("could not be dealt with")));
    server.message(home, ann, "二");
    await server.waitFor(() => textsIn(home).includes("答：二"));
    expect(logged.join("\n")).toContain("[redacted]");
    expect(logged.join("\n")).not.toContain(server.token.split(":")[1]);
    expect(logged.join("\n")).not.toContain("一");
  });
});

describe("health", () => {
  test("says what is wrong while another process has the updates", async () => {
    const adapter = await running();
    await server.waitFor(() => adapter.health().alive);
    server.failNext({ method: "getUpdates", times: 1_000, response: CONFLICT });
    const { reason } = await server.waitFor(() => !adapter.health().alive && adapter.health());
    expect(reason).toContain("another process");
    expect(adapter.health().authenticated).toBe(true);
    server.clearFaults();
    await server.waitFor(() => adapter.health().alive);
  });

  test("says that the token was revoked, and recovers with it", async () => {
    const adapter = await running();
    server.failNext({ times: 1_000, response: WRONG });
    await server.waitFor(() => !adapter.health().authenticated);
    expect(adapter.health().reason).toContain("TELEGRAM_TOKEN");
    server.clearFaults();
    await server.waitFor(() => adapter.health().authenticated && adapter.health().alive);
  });

  test("notices silence by the clock", async () => {
    let now = 1_000_000;
    const adapter = await running({ now: () => now, timing: { pollSeconds: 30 } });
    await server.waitFor(() => adapter.health().alive);
    now += 600_000;
    expect(adapter.health()).toMatchObject({ alive: false, reason: "nothing heard from Telegram for 600 s" });
  });
});

describe("a connection", () => {
  test("that hangs is cut by the watchdog, and polling goes on", async () => {
    const proxy = await proxied();
    await running({ apiRoot: proxy.url, timing: { pollSeconds: 1, pollGraceMs: 50 } });
    proxy.inject({ match: /getUpdates/u, delayMs: 60_000, times: 2 });
    server.message(home, ann, "一");
    expect(await texts(home, 1)).toEqual(["答：一"]);
    await server.waitFor(() => logged.some((line) => line.includes("no answer within")), 5_000);
    server.message(home, ann, "二");
    expect(await texts(home, 2)).toEqual(["答：一", "答：二"]);
  });

  test("that is lost again and again loses no question and answers none twice", async () => {
    const proxy = await proxied();
    await running({ apiRoot: proxy.url });
    for (let i = 0; i < 20; i += 1) {
      proxy.inject({ match: /getUpdates/u, drop: i % 2 === 0 ? "after" : "before" });
      if (i % 5 === 0) proxy.dropAll();
      server.message(home, ann, String(i));
      // Cut polls only: a send that is cut may have been delivered, and Telegram has no way to tell.
      await settled();
    }
    expect(textsIn(home)).toEqual(Array.from({ length: 20 }, (_, i) => `答：${i}`));
  });
});

describe("an update", () => {
  test("that is malformed is left behind, told by the field and not by its content", async () => {
    await running();
    server.pushUpdate({ message: { message_id: "x", date: 1, chat: home, from: ann, text: "秘密" } });
    server.pushUpdate({
      message: { message_id: 5, date: 1, chat: { id: 4, type: "salon" }, from: ann, text: "秘密" },
    });
    server.pushUpdate({ inline_query: null });
    server.message(home, ann, "一");
    await settled();
    expect(textsIn(home)).toEqual(["答：一"]);
    expect(logged.join("\n")).toContain("message.message_id");
    expect(logged.join("\n")).not.toContain("秘密");
  });

  test("is confirmed only when its answer is delivered, so a crash before that repeats it", async () => {
    const proxy = await proxied();
    const first = newAdapter({ apiRoot: proxy.url, timing: { stopMs: 20 } });
    await first.start(echo);
    proxy.inject({ match: /sendMessage/u, delayMs: 60_000 });
    server.message(home, ann, "一");
    server.message(street, ann, "/help");
    await texts(street, 1);
    expect(server.pendingUpdates).toHaveLength(2);
    await first.stop();
    proxy.dropAll();
    await running();
    expect(await texts(home, 1)).toEqual(["答：一"]);
  });

  test("that is done is not repeated to the next process", async () => {
    const first = await running();
    server.message(home, ann, "一");
    await texts(home, 1);
    await first.stop();
    expect(server.pendingUpdates).toEqual([]);
  });

  test("held for long does not hide the hundreds behind it", async () => {
    const proxy = await proxied();
    await running({ apiRoot: proxy.url, timing: { callMs: 30_000, holdMs: 60_000 } });
    proxy.inject({ match: /sendMessage/u, delayMs: 60_000 });
    server.message(street, ann, "/help");
    await server.waitFor(() => proxy.seen.some((path) => path.includes("sendMessage")));
    for (let i = 0; i < 250; i += 1) server.message(home, ann, String(i));
    expect(await texts(home, 250)).toEqual(Array.from({ length: 250 }, (_, i) => `答：${i}`));
  });
});

test("stopping waits for the answers that are under way", async () => {
  const proxy = await proxied();
  const adapter = await running({ apiRoot: proxy.url, timing: { stopMs: 4_000 } });
  proxy.inject({ match: /sendMessage/u, delayMs: 200 });
  server.message(home, ann, "一");
  await server.waitFor(() => proxy.seen.some((path) => path.includes("sendMessage")));
  await adapter.stop();
  expect(textsIn(home)).toEqual(["答：一"]);
  expect(server.pendingUpdates).toEqual([]);
});
