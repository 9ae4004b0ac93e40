/** Telegram in one process of several, on a real PostgreSQL. */
import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import type { WebhookOptions } from "../../src/adapters/telegram/transport/options.ts";
import { createMemory } from "../../src/core/memory.ts";
import { LEASE_TIMING, takeLease } from "../../src/daily/lead.ts";
import { createConversations } from "../../src/inbox/conversations.ts";
import { createInbox, type InboxParts } from "../../src/inbox/inbox.ts";
import { redact } from "../../src/shared/redact.ts";
import type { Store } from "../../src/store/open.ts";
import { freePort } from "../support/process.ts";
import { dropDatabase, ENGINES, freshStore } from "../support/stores.ts";
import {
  ann,
  cleanups,
  home,
  logged,
  plainAnswer,
  running,
  server,
  serverPerTest,
  settled,
  texts,
} from "./support.ts";

serverPerTest();
afterAll(dropDatabase);

const engine = ENGINES.find(({ name }) => name === "PostgreSQL");
const secretToken = "s3cret_for-the-test";

async function hook(): Promise<WebhookOptions> {
  const port = await freePort();
  return { url: `http://127.0.0.1:${port}/telegram`, port, secretToken };
}

async function opened(): Promise<Store> {
  if (!engine) throw new Error("there is no such engine");
  const store = await freshStore(engine);
  cleanups.push(() => store.close());
  return store;
}

const inboxOn = (store: InboxParts["store"]) =>
  createInbox({
    store,
    conversations: createConversations(createMemory(), "test"),
    bot: "telegram:1",
    takeLead: ({ leases }, signal) => takeLease(leases, "speaks", randomUUID(), LEASE_TIMING, signal),
    reasonOf: redact,
    now: Date.now,
    onLimited: () => undefined,
    onSettings: () => undefined,
    onTrouble: () => undefined,
  });

describe.runIf(engine?.isThere)("in one process of several", () => {
  test("an update is confirmed once it is kept, and comes again where it cannot be", async () => {
    const webhook = await hook();
    const store = await opened();
    let isThere = true;
    const inbox = inboxOn(() => (isThere ? store : undefined));
    await running({ webhook, inbox });
    server.message(home, ann, "一");
    expect(await texts(home, 1)).toEqual(["答：一"]);
    isThere = false;
    server.message(home, ann, "二");
    await server.waitFor(() => logged.some((line) => line.includes("will come again")));
    expect(server.pendingUpdates).toHaveLength(1);
    isThere = true;
    expect(await texts(home, 2)).toEqual(["答：一", "答：二"]);
    await settled();
  });

  test("what is typed in inline mode is answered without a row", async () => {
    const webhook = await hook();
    const store = await opened();
    await running({ webhook, inbox: inboxOn(() => store) });
    await server.waitFor(() => server.callsOf("setWebhook").length > 0);
    server.inlineQuery(ann, "半导体");
    await server.waitFor(() => server.callsOf("answerInlineQuery").length > 0);
    expect(await store.seen.has("telegram:1", "1")).toBe(false);
  });

  test("a wrong secret is refused, and the log names the variable", async () => {
    const webhook = await hook();
    const store = await opened();
    await running({ webhook, inbox: inboxOn(() => store) });
    const headers = { "x-telegram-bot-api-secret-token": "another" };
    const { status } = await fetch(webhook.url, { method: "POST", body: '{"update_id":1}', headers });
    expect(status).toBe(401);
    expect(logged.join("\n")).toContain("TELEGRAM_WEBHOOK_SECRET");
    expect(logged.join("\n")).not.toContain(secretToken);
  });

  test("a process that only sends takes nothing", async () => {
    const store = await opened();
    const inbox = inboxOn(() => store);
    const adapter = await running({ inbox, roles: ["send"] });
    server.message(home, ann, "一");
    await adapter.post({ platform: "telegram", id: String(home.id) }, plainAnswer("今日一条"));
    expect(await texts(home, 1)).toEqual(["今日一条"]);
    expect(server.pendingUpdates).toHaveLength(1);
    expect(adapter.health()).toEqual({ alive: true, authenticated: true });
  });

  test("pages that one process keeps are turned in another", async () => {
    const store = await opened();
    inboxOn(() => store).keepPages("k1", [plainAnswer("一"), plainAnswer("二")]);
    const other = inboxOn(() => store);
    await server.waitFor(() => true);
    let found: unknown;
    for (let look = 0; look < 100 && found === undefined; look += 1) found = await other.pages("k1");
    expect(found).toEqual([plainAnswer("一"), plainAnswer("二")]);
    expect(await other.pages("k2")).toBeUndefined();
  });
});
