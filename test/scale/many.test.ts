/** Several processes on one PostgreSQL, as an operator starts them, against the strict Telegram server. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { WORDS } from "../../src/adapters/telegram/words.ts";
import { openStore } from "../../src/store/open.ts";
import { until } from "../support/daily.ts";
import { cleanUp, later } from "../support/process.ts";
import { createCrew, type Crew } from "../support/scale/crew.ts";
import { botOf, judgePosts, subscribeAll } from "../support/scale/posts.ts";
import { askOne, createGroups, judge } from "../support/scale/questions.ts";
import { blow } from "../support/scale/storm.ts";
import { dropDatabase, ENGINES } from "../support/stores.ts";
import { privateChat, user } from "../support/telegram/incoming.ts";

afterEach(cleanUp);
afterAll(dropDatabase);

const hasServer = ENGINES.some(({ name, isThere }) => name === "PostgreSQL" && isThere);
const ann = user(7, "Ann");
const home = privateChat(ann);
const MOST_MS = 100_000;

const said = ({ server }: Crew): string[] =>
  server.sent(home.id).map(({ text, caption }) => text ?? caption ?? "");

/** Asks and waits for what comes back. */
async function tell(crew: Crew, text: string): Promise<string> {
  const before = said(crew).length;
  crew.server.message(home, ann, text);
  await until(`${text} is answered`, () => said(crew).length > before, MOST_MS);
  return said(crew)[before] ?? "";
}

describe.runIf(hasServer)("several processes", () => {
  it("answer each question once and in order and lose no post, while they die and come back", async () => {
    const crew = await createCrew({ processes: 4 });
    const store = await openStore({ dataDir: "", databaseUrl: crew.databaseUrl });
    later(() => store.close());
    const groups = createGroups(12);
    await subscribeAll(store, crew.server, groups, (index) => Date.now() + index * 200);
    const asking = async (): Promise<void> => {
      for (let turn = 0; turn < 3; turn += 1) {
        for (const group of groups) askOne(crew.server, group);
        await sleep(1_000);
      }
    };
    let seed = 0.37;
    const chance = (): number => (seed = (seed * 997) % 1);
    const [{ killed }] = await Promise.all([blow(crew, { chance, ms: 4_000, pauseMs: 1_000 }), asking()]);
    expect(killed).toBeGreaterThan(0);
    const posts = () => judgePosts(store, crew.server, groups);
    await until("all is answered", () => judge(crew.server, groups).lost.length === 0, MOST_MS);
    await until("all is posted", async () => (await posts()).lost.length === 0, MOST_MS);
    expect(judge(crew.server, groups)).toMatchObject({ lost: [], doubled: [], disordered: [] });
    expect(await posts()).toMatchObject({ lost: [], doubled: [] });
  });

  it("go on with one conversation, and let nobody ask faster than one would", async () => {
    const crew = await createCrew({ processes: 2 });
    expect(await tell(crew, "深圳是半导体的核心吗")).toContain("深圳在半导体");
    expect(await tell(crew, "那佛山呢")).toContain("佛山");
    expect(await tell(crew, "那珠海呢")).toContain("珠海在半导体");
    expect(await tell(crew, "/language en")).toContain("English");
    for (let more = 0; more < 9; more += 1) crew.server.message(home, ann, "深圳是汽车的核心吗");
    const tooFast = (): string[] => said(crew).filter((text) => text === WORDS.en.tooFast);
    await until("it was too fast", () => tooFast().length > 0, MOST_MS);
    await until("all is dealt with", () => crew.server.pendingUpdates.length === 0, MOST_MS);
    expect(said(crew)).toHaveLength(11);
    expect(tooFast()).toHaveLength(1);
  });

  it("say that an answer was cut off where its process died over it, and do not answer twice", async () => {
    const crew = await createCrew({ processes: 2 });
    crew.server.failNext({ method: "sendMessage", delayMs: 60_000 });
    crew.server.message(home, ann, "深圳是半导体的核心吗");
    const begun = () => crew.server.callsOf("sendMessage").length > 0;
    await until("the request is under way", begun, MOST_MS);
    // Whichever it is.
    await Promise.all([crew.end(0), crew.end(1)]);
    await crew.begin(2);
    await until("somebody says so", () => said(crew).length > 0, MOST_MS);
    expect(said(crew)).toEqual([WORDS["zh-CN"].cutOff]);
  });

  it("poll one at a time, and another goes on when that one dies", async () => {
    const crew = await createCrew({ processes: 2, isPolling: true });
    const store = await openStore({ dataDir: "", databaseUrl: crew.databaseUrl });
    later(() => store.close());
    const idle = async () => (await store.sharing?.inbox.waiting(botOf(crew.server))) === 0;
    expect(await tell(crew, "深圳是半导体的核心吗")).toContain("是核心");
    await until("that is noted", idle, MOST_MS);
    await crew.end(0);
    expect(await tell(crew, "那珠海呢")).toContain("珠海");
    await crew.begin(0);
    await until("that is noted", idle, MOST_MS);
    await crew.end(1);
    expect(await tell(crew, "那佛山呢")).toContain("佛山");
    expect(crew.server.callsOf("getUpdates").filter(({ response }) => response?.ok === false)).toEqual([]);
  });

  it("share the work as RUN says: one listens, one answers, one posts", async () => {
    const roles = ["web", "receive", "send"];
    const crew = await createCrew({ processes: 3, env: (member) => ({ RUN: roles[member] ?? "" }) });
    const store = await openStore({ dataDir: "", databaseUrl: crew.databaseUrl });
    later(() => store.close());
    const groups = createGroups(2);
    await subscribeAll(store, crew.server, groups, () => Date.now());
    expect(await tell(crew, "深圳是半导体的核心吗")).toContain("是核心");
    const posts = () => judgePosts(store, crew.server, groups);
    await until("all is posted", async () => (await posts()).arrived === 2, MOST_MS);
    await crew.end(1);
    crew.server.message(home, ann, "那珠海呢");
    await until("it is taken", () => crew.server.pendingUpdates.length === 0, MOST_MS);
    expect(said(crew)).toHaveLength(1);
    await crew.begin(1);
    await until("it is answered", () => said(crew).length === 2, MOST_MS);
  });
});
