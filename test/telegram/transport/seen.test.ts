/** Updates that were answered before a crash. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createLedger } from "../../../src/adapters/telegram/transport/ledger.ts";
import { createFaultProxy } from "../../support/fault-proxy.ts";
import { ann, cleanups, home, running, server, serverPerTest, settled, texts, textsIn } from "../support.ts";

serverPerTest();

/** What a database would keep. @param onAdd called with every id added. */
function store(onAdd: (id: string) => void = () => undefined) {
  const ids = new Set<string>();
  const add = (id: string): void => {
    ids.add(id);
    onAdd(id);
  };
  return { ids, has: async (id: string) => ids.has(id), add };
}

test("an update answered right before a crash is not answered again", async () => {
  const proxy = await createFaultProxy(server.apiRoot);
  cleanups.push(() => proxy.close());
  const seen = store(() => {
    // The crash: nothing reaches Telegram any more, so the update stays unconfirmed there.
    proxy.inject({ drop: "before", times: Infinity });
    proxy.dropAll();
  });
  await running({ apiRoot: proxy.url, seen });
  server.message(home, ann, "一");
  await server.waitFor(() => seen.ids.size === 1);
  expect(server.pendingUpdates.map(String)).toEqual([...seen.ids]);
  await running({ seen: { ...seen, add: (id) => void seen.ids.add(id) } });
  server.message(home, ann, "二");
  expect(await texts(home, 2)).toEqual(["答：一", "答：二"]);
  await settled();
  expect(textsIn(home)).toHaveLength(2);
});

test("an update is noted once its answer is out, and not where it was given up at the end", async () => {
  const noted: { id: string; sent: number }[] = [];
  const seen = store((id) => void noted.push({ id, sent: server.sent(home.id).length }));
  const adapter = await running({ seen, timing: { stopMs: 50 } });
  server.message(home, ann, "一");
  await settled();
  expect(noted.map(({ sent }) => sent)).toEqual([1]);
  server.failNext({
    method: "sendMessage",
    response: { error_code: 429, description: "Too Many Requests", parameters: { retry_after: 50 } },
  });
  server.message(home, ann, "二");
  await server.waitFor(() => server.callsOf("sendMessage").length === 2);
  await adapter.stop();
  expect(noted).toHaveLength(1);
  expect(server.pendingUpdates).toHaveLength(1);
});

test("looking ids up keeps the order within a chat, however long each takes", async () => {
  let wait = 40;
  const has = async (): Promise<boolean> => {
    wait -= 10;
    await sleep(wait);
    return false;
  };
  await running({ seen: { has, add: () => undefined } });
  for (const text of ["一", "二", "三"]) server.message(home, ann, text);
  expect(await texts(home, 3)).toEqual(["答：一", "答：二", "答：三"]);
});

test("a webhook acknowledges an update that was answered before, and stays silent", async () => {
  const secretToken = "a-secret";
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const url = `http://127.0.0.1:${port}/hook`;
  await running({
    webhook: { url, port, secretToken },
    seen: { has: async () => true, add: () => undefined },
  });
  server.message(home, ann, "一");
  await settled();
  expect(textsIn(home)).toEqual([]);
});

test("nothing of an update that is done stays in memory but its id, for as long as ids are kept", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const ledger = createLedger(10_000, { has: async () => false, add: () => undefined });
  let id = 0;
  const heapAfter = async (updates: number): Promise<number> => {
    for (const end = id + updates; id < end; id += 1) await ledger.accept(id, async () => undefined);
    collect();
    return process.memoryUsage().heapUsed;
  };
  const full = await heapAfter(25_000);
  // Forty bytes of each.
  expect((await heapAfter(100_000)) - full).toBeLessThan(4_000_000);
});
