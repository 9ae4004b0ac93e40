/** One bot in several processes, each with shards of its own, on one PostgreSQL. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { until } from "../support/daily.ts";
import { guildsOf, type ShardWorld, shardWorld, tooEarly } from "../support/discord/shards.ts";
import { createWorld, type Room, shown, TOKEN, type World } from "../support/discord/world.ts";
import { cleanUp, freePort, later, ready, start } from "../support/process.ts";
import { dropDatabase, ENGINES } from "../support/stores.ts";

const SHARDS = 4;
/** What a machine that others use, too, may take to start some processes. */
const MOST_MS = 40_000;
const BOT = "discord:118888888888888888";
const SERVER = ENGINES.find(({ name }) => name === "PostgreSQL");
let databaseUrl = "";
let world: World;
let gateway: ShardWorld;

beforeAll(async () => {
  await start({}, "--help").code;
  world = await createWorld(GUILDS);
  gateway = shardWorld(world, SHARDS);
});
afterEach(cleanUp);
afterAll(async () => {
  await world.stop();
  await dropDatabase();
});

/** An empty database, and a Discord that allows so many log-ins at once. */
async function place(concurrency: number): Promise<void> {
  const { options, remove } = (await SERVER?.place()) ?? {};
  databaseUrl = options?.databaseUrl ?? "";
  later(() => remove?.());
  gateway.allow(concurrency);
  gateway.logins.length = 0;
}

/** A process that receives these shards. */
async function run(ids: string) {
  const port = await freePort();
  const env = {
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_ROOT: world.apiRoot,
    DATABASE_URL: databaseUrl,
    DISCORD_SHARDS: String(SHARDS),
    SHARD_IDS: ids,
    HEALTH_PORT: String(port),
  };
  return { ...start(env), port, isReady: (status = 200) => ready(port, status, MOST_MS) };
}

/** Asks in every room, with words and with a command: each is answered once. */
async function askOnce(rooms: readonly Room[]): Promise<void> {
  const before = await Promise.all(rooms.map(({ channel }) => world.botMessages(channel)));
  for (const room of rooms) {
    await world.mention(room, "深圳有哪些集群");
    await world.slash(room, "cluster", { cluster: "半导体" });
  }
  await Promise.all(rooms.map(({ channel }, i) => world.heard(channel, (before[i]?.length ?? 0) + 2)));
  // Whoever answers a second time has heard the same at the same moment.
  await sleep(300);
  const after = await Promise.all(rooms.map(({ channel }) => world.botMessages(channel)));
  expect(after.map((said, i) => said.length - (before[i]?.length ?? 0))).toEqual(rooms.map(() => 2));
}

const GUILDS = guildsOf(SHARDS);

/** A room in a server of this shard. */
function roomIn(shard: number): Room {
  for (;;) {
    const room = world.room();
    if (room.guild === GUILDS[shard]) return room;
  }
}

const roomsOf = (): Room[] => GUILDS.map((_, shard) => roomIn(shard));

describe.skipIf(SERVER?.isThere !== true)("processes with shards of their own", () => {
  it(
    "two answer each question once, log in at the allowed pace, and one that was killed comes back",
    { timeout: 3 * MOST_MS },
    async () => {
      await place(2);
      const rooms = roomsOf();
      const first = await run("0,1");
      const second = await run("2-3");
      expect(await first.isReady()).toMatchObject({
        platforms: { discord: { shards: { 0: true, 1: true } } },
      });
      expect(await second.isReady()).toMatchObject({
        platforms: { discord: { shards: { 2: true, 3: true } } },
      });
      await askOnce(rooms);
      second.child.kill("SIGKILL");
      await second.code;
      await askOnce(rooms.slice(0, 2));
      await (await run("2-3")).isReady();
      await askOnce(rooms);
      const times = GUILDS.map((_, id) => gateway.logins.filter(({ shard }) => shard === id).length);
      expect(times).toEqual([1, 1, 2, 2]);
      expect(tooEarly(gateway.logins, 2)).toEqual([]);
    },
  );

  it(
    "four answer each question once, a direct message by shard 0, post once and register nothing",
    { timeout: 3 * MOST_MS },
    async () => {
      await place(SHARDS);
      const rooms = roomsOf();
      const bots = await Promise.all([0, 1, 2, 3].map((id) => run(String(id))));
      await Promise.all(bots.map((bot) => bot.isReady()));
      await askOnce(rooms);
      const home = await world.directRoom(world.room().user);
      await world.direct(home, "半导体");
      await world.heard(home.channel);

      const store = await openStore({ dataDir: "", databaseUrl });
      later(() => store.close());
      const chat = world.room().channel;
      const wish = {
        id: "one",
        bot: BOT,
        chat,
        thread: "",
        time: "09:00",
        zone: "Asia/Shanghai",
        topic: "all",
      };
      await store.subscriptions.turnOn({ ...wish, next_run_at: Date.now() - 1_000 });
      expect(shown(await world.heard(chat))).toContain("为什么值得看");
      await until("it is sent", async () => (await store.report(0, Date.now(), 1)).deliveries["sent"] === 1);
      expect(await world.botMessages(chat)).toHaveLength(1);
      expect(await world.botMessages(home.channel)).toHaveLength(1);
      expect(
        world.proxy.forwarded.filter(({ method, path }) => method !== "GET" && path.endsWith("/commands")),
      ).toEqual([]);
      const metrics = await fetch(`http://127.0.0.1:${bots[0]?.port}/metrics`);
      expect(await metrics.text()).toMatch(/^yuequn_shards_ready\{platform="discord"\} 1$/mu);
    },
  );

  it(
    "one that names another's shard says so, waits, and takes it over",
    { timeout: 3 * MOST_MS },
    async () => {
      await place(SHARDS);
      const holder = await run("0");
      await holder.isReady();
      const waiting = await run("0");
      await until(
        "it says so",
        async () => JSON.stringify(await waiting.isReady(503)).includes("another process"),
        MOST_MS,
      );
      holder.child.kill("SIGTERM");
      await holder.code;
      await waiting.isReady();
      await askOnce([roomIn(0)]);
      waiting.child.kill("SIGTERM");
      expect(await waiting.logs).toMatch(
        /another process of this bot receives shard 0; give each its own SHARD_IDS/u,
      );
    },
  );
});
