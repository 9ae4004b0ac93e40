/** Updates by webhook, and everything through a proxy. */
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { describe, expect, test } from "vitest";
import type { WebhookOptions } from "../../../src/adapters/telegram/transport/options.ts";
import { createFaultProxy } from "../../support/fault-proxy.ts";
import {
  ann,
  bob,
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

const secretToken = "s3cret_for-the-test";

/** A port nobody listens on. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function hook(): Promise<WebhookOptions> {
  const port = await freePort();
  return { url: `http://127.0.0.1:${port}/telegram`, port, secretToken };
}

const post = (url: string, body: string, headers: Record<string, string> = {}): Promise<number> =>
  fetch(url, { method: "POST", body, headers }).then(({ status }) => status);

const secret = { "x-telegram-bot-api-secret-token": secretToken };

describe("a webhook", () => {
  test("receives questions, and the adapter is ready", async () => {
    const adapter = await running({ webhook: await hook() });
    expect(adapter.health()).toEqual({ alive: true, authenticated: true });
    server.message(home, ann, "一");
    server.message(home, ann, "二");
    expect(await texts(home, 2)).toEqual(["答：一", "答：二"]);
    expect(server.callsOf("getUpdates")).toEqual([]);
    expect(server.callsOf("setWebhook")[0]?.params).toMatchObject({ secret_token: secretToken });
  });

  test("takes nothing without the secret, on another path, or that is no update", async () => {
    const webhook = await hook();
    await running({ webhook });
    const update = JSON.stringify({
      update_id: 1,
      message: { message_id: 1, date: 1, chat: home, from: ann, text: "假" },
    });
    expect(await post(webhook.url, update)).toBe(401);
    expect(await post(webhook.url, update, { "x-telegram-bot-api-secret-token": "wrong" })).toBe(401);
    expect(await post(`${webhook.url}/x`, update, secret)).toBe(404);
    expect(await fetch(webhook.url).then(({ status }) => status)).toBe(404);
    expect(await post(webhook.url, "{", secret)).toBe(400);
    expect(await post(webhook.url, "[]", secret)).toBe(400);
    expect(await post(webhook.url, "x".repeat(1_100_000), secret)).toBe(400);
    server.message(home, ann, "一");
    expect(await texts(home, 1)).toEqual(["答：一"]);
  });

  test("takes no secret for none, whatever the secret is", async () => {
    const webhook = { ...(await hook()), secretToken: "undefined" };
    await running({ webhook });
    expect(await post(webhook.url, "{}")).toBe(401);
    expect(await post(webhook.url, "{}", { "x-telegram-bot-api-secret-token": "undefined" })).toBe(400);
  });

  test("says once what to do about a wrong secret, and shows neither", async () => {
    const webhook = await hook();
    await running({ webhook });
    for (let i = 0; i < 3; i += 1)
      expect(await post(webhook.url, "{}", { "x-telegram-bot-api-secret-token": "wrong-one" })).toBe(401);
    const told = logged.filter((line) => line.includes("TELEGRAM_WEBHOOK_SECRET"));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/let the TLS proxy pass the header X-Telegram-Bot-Api-Secret-Token/u);
    expect(logged.join("\n")).not.toMatch(new RegExp(`wrong-one|${secretToken}`, "u"));
  });

  test("answers an update that is delivered twice once", async () => {
    const webhook = await hook();
    await running({ webhook });
    server.addChat(home);
    const update = JSON.stringify({
      update_id: 5,
      message: { message_id: 1, date: 1, chat: home, from: ann, text: "一" },
    });
    expect(await Promise.all([post(webhook.url, update, secret), post(webhook.url, update, secret)])).toEqual(
      [200, 200],
    );
    expect(await post(webhook.url, update, secret)).toBe(200);
    expect(textsIn(home)).toEqual(["答：一"]);
  });

  test("acknowledges an update when it is answered, so that what a crash leaves comes again", async () => {
    const proxy = await createFaultProxy(server.apiRoot);
    cleanups.push(() => proxy.close());
    const webhook = await hook();
    const first = await running({ webhook, apiRoot: proxy.url, timing: { stopMs: 20 } });
    proxy.inject({ match: /sendMessage/u, delayMs: 60_000 });
    server.message(home, ann, "一");
    server.message(street, bob, "/help");
    await texts(street, 1);
    await server.waitFor(() => server.pendingUpdates.length === 1);
    await first.stop();
    proxy.dropAll();
    await running({ webhook });
    expect(await texts(home, 1)).toEqual(["答：一"]);
    await settled();
  });

  test("that another process took away is set again", async () => {
    const webhook = await hook();
    const adapter = await running({ webhook });
    await fetch(`${server.apiRoot}/bot${server.token}/deleteWebhook`);
    await server.waitFor(() => server.callsOf("setWebhook").length === 2);
    server.message(home, ann, "一");
    expect(await texts(home, 1)).toEqual(["答：一"]);
    await server.waitFor(() => adapter.health().alive);
  });

  test("tells the log what Telegram could not deliver", async () => {
    const webhook = await hook();
    await running({ webhook: { ...webhook, path: "/elsewhere" } });
    server.message(home, ann, "一");
    const told = "Wrong response from the webhook: 404";
    expect(await server.waitFor(() => logged.find((line) => line.includes(told)))).toContain(told);
  });

  test("whose port is taken fails at the start with one clear line", async () => {
    const webhook = await hook();
    await running({ webhook });
    await expect(newAdapter({ webhook }).start(echo)).rejects.toThrow(
      new RegExp(`cannot listen on port ${webhook.port}.*choose a free TELEGRAM_WEBHOOK_PORT`, "u"),
    );
  });

  test("with a wrong token fails at the start and frees its port", async () => {
    const webhook = await hook();
    await expect(
      newAdapter({ webhook, token: "7000000001:WRONG-token_for_the_loopback_server" }).start(echo),
    ).rejects.toThrow("@BotFather");
    await running({ webhook });
  });
});

describe("behind a proxy", () => {
  /** A proxy that knows CONNECT and nothing else; gives its address and the hosts that were asked for. */
  async function connectProxy(answer?: string): Promise<{ url: string; asked: string[] }> {
    const asked: string[] = [];
    const clients = new Set<Duplex>();
    const proxy = createServer((_request, response) => response.writeHead(405).end());
    proxy.on("connect", (request, client) => {
      asked.push(request.url ?? "");
      client.on("error", () => client.destroy());
      clients.add(client);
      if (answer !== undefined) return void client.end(answer);
      const [host, port] = (request.url ?? "").split(":");
      const upstream = connect(Number(port), host, () => {
        client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
        upstream.pipe(client).pipe(upstream);
      });
      upstream.on("error", () => client.destroy());
      client.on("close", () => upstream.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    cleanups.push(
      () =>
        new Promise((resolve) => {
          proxy.close(resolve);
          for (const client of clients) client.destroy();
        }),
    );
    return { url: `http://user:geheim@127.0.0.1:${(proxy.address() as AddressInfo).port}`, asked };
  }

  test("everything goes through it", async () => {
    const proxy = await connectProxy();
    await running({ proxy: proxy.url });
    server.message(home, ann, "一");
    expect(await texts(home, 1)).toEqual(["答：一"]);
    expect(new Set(proxy.asked)).toEqual(new Set([server.apiRoot.replace("http://", "")]));
  });

  test("Telegram's own address is asked of it, and its refusal is waited out without its password in the log", async () => {
    const proxy = await connectProxy("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    const adapter = await running({ proxy: proxy.url, apiRoot: undefined });
    expect(adapter.health().alive).toBe(false);
    await server.waitFor(() => proxy.asked.length > 2);
    expect(new Set(proxy.asked)).toEqual(new Set(["api.telegram.org:443"]));
    expect(logged.join("\n")).not.toContain("geheim");
  });
});

test("a send that hangs is cut and sent again", async () => {
  const proxy = await createFaultProxy(server.apiRoot);
  cleanups.push(() => proxy.close());
  await running({ apiRoot: proxy.url, timing: { callMs: 100 } });
  proxy.inject({ match: /sendMessage/u, delayMs: 60_000 });
  server.message(home, ann, "一");
  expect(await texts(home, 1)).toEqual(["答：一"]);
});
