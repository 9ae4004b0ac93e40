/** A short form of `npm run torture`: a few processes are killed in the middle of broadcasts on both engines. */
import { beforeAll, expect, it } from "vitest";
import { ENGINES, isThere } from "../support/stored.ts";
import { BOTS, type TorturedBot } from "./bots.ts";
import type { Evidence } from "./evidence.ts";
import { compileChild } from "./crew.ts";
import { manyKills } from "./kills.ts";
import type { Chance } from "./chance.ts";
import { setStage } from "./stage.ts";
import { judge } from "./verdict.ts";
import { tooFast, type Weather } from "./weather.ts";
import { until } from "../support/daily.ts";

beforeAll(compileChild);

it.each(ENGINES.filter(isThere))(
  "keeps every promise while processes die: %s",
  { timeout: 300_000 },
  async (engine) => {
    const options = {
      engine,
      bots: BOTS,
      kills: 3,
      chats: 40,
      seed: 7,
      isCalm: false,
      onProgress: () => undefined,
    };
    const { accounts, kills, broken } = await manyKills(options, new AbortController().signal);
    expect([...accounts.flatMap((account) => account.broken), ...broken]).toEqual([]);
    expect(kills).toBe(3);
  },
);

const [FORUM, GROUP] = ["-1000000100007", "-1000000100006"];
/** Which request of a chat is answered 429: a post as it is, one at the new id, one without its topic. */
const REFUSED = new Map([
  ["100001", 1],
  [GROUP, 1],
  [FORUM, 2],
]);

it.each(ENGINES.filter(isThere))(
  "sends once what was refused when its process died before it could repeat it: %s",
  { timeout: 60_000 },
  async (engine) => {
    const times = new Map<string, number>();
    let refused = 0;
    const weather: Weather = ({ chat }) => {
      times.set(chat, (times.get(chat) ?? 0) + 1);
      if (times.get(chat) !== REFUSED.get(chat)) return undefined;
      refused += 1;
      return { name: "429", isLost: true, says: tooFast("telegram", 3) };
    };
    // Every group is upgraded, every topic deleted, and no chat is gone.
    const chance: Chance = { next: () => 0.1, between: (low) => low, pick: ([one]) => one };
    const bots = BOTS.filter(({ name }) => name === "at-most-once");
    const limits = { perChatPerSecond: 1_000 };
    const scene = { engine, bots, chats: 7, chance, delayMs: 10, short: true, spare: 1, limits };
    const stage = await setStage({ ...scene, weather, isRough: true });
    try {
      stage.nextDay();
      for (let kills = 0; kills < REFUSED.size; kills += 1) {
        await stage.crew.fill(1);
        await until("another is refused", () => refused > kills);
        await until("its process is past that", () => {
          const alive = stage.gate.sent.filter(({ process }) => stage.crew.serving().includes(process));
          return alive.every(
            ({ id, status }) => status !== undefined && (status !== 429 || stage.crew.past.has(id)),
          );
        });
        await Promise.all(stage.crew.serving().map((name) => stage.crew.kill(name)));
      }
      await stage.crew.fill(1);
      await until("all are served", stage.isServed);
      const [account] = await stage.judge();
      expect(account).toMatchObject({ posts: 7, lost: 0, doubled: 0, unknown: 0, broken: [] });
      // Who comes after a dead one waits as long as that was asked to.
      const { sent } = stage.gate;
      for (const { chat, at } of sent.filter(({ status }) => status === 429)) {
        const next = sent.find((one) => one.chat === chat && one.at > at);
        expect((next?.at ?? 0) - at).toBeGreaterThan(2_900);
      }
    } finally {
      await stage.close();
    }
  },
);

const DAY = "2026-11-26";
const ROW = {
  id: "row",
  chat: "1",
  place: "1",
  local_date: DAY,
  state: "sent",
  reason: null,
  message: "m1",
  fact: "f1",
  doubtAt: 0,
  mark: "marked",
};

/** One chat, one day, one message that was stored as sent. */
const evidenceOf = (name: TorturedBot["name"], more: Partial<Evidence> = {}): Evidence => {
  const bot = BOTS.find((one) => one.name === name);
  if (!bot) throw new Error(`there is no bot ${name}`);
  return {
    bot,
    chats: ["1"],
    days: [DAY],
    made: [{ bot: name, chat: "1", id: "m1", day: DAY }],
    sent: [{ id: "sent", process: "p1", bot: name, chat: "1", day: DAY, at: 0, status: 200 }],
    leads: [{ process: "p1", bot: "", at: -1 }],
    leavings: [{ process: "p1", bot: name, row: "row", at: 0 }],
    past: new Map([
      ["marked", 1_000],
      ["sent", 1_100],
    ]),
    fates: { gone: new Map(), moved: new Map() },
    rows: [ROW],
    listed: [],
    ...more,
  };
};

it("finds what is broken, so that a torture that finds nothing means something", () => {
  const nothing = { made: [], sent: [], leavings: [], leads: [] };
  const inDoubt = { ...ROW, state: "unknown", message: null };
  const twice = ["m1", "m2"].map((id) => ({ bot: "", chat: "1", id, day: DAY }));
  const listed = [{ chat: "1", localDate: DAY }];
  expect(judge(evidenceOf("discord")).broken).toEqual([]);
  expect(judge(evidenceOf("discord", nothing))).toMatchObject({ lost: 1 });
  expect(judge(evidenceOf("discord", { made: twice }))).toMatchObject({ doubled: 1 });
  expect(judge(evidenceOf("discord", { made: twice })).broken).toHaveLength(1);
  expect(judge(evidenceOf("at-least-once", { made: twice }))).toMatchObject({ doubled: 1, broken: [] });
  const died = { ...nothing, past: new Map<string, number>() };
  expect(judge(evidenceOf("at-most-once", { ...died, rows: [inDoubt], listed })).broken).toEqual([]);
  expect(judge(evidenceOf("at-most-once", { ...died, rows: [inDoubt] })).broken).toHaveLength(1);
  expect(judge(evidenceOf("at-most-once", { ...nothing, rows: [inDoubt], listed })).broken).toHaveLength(1);
  expect(judge(evidenceOf("at-least-once", { ...nothing, rows: [inDoubt], listed })).broken).toHaveLength(1);
  expect(judge(evidenceOf("discord", { rows: [] })).broken.length).toBeGreaterThan(0);
  // As they left, in whichever order they were told of.
  const turns = [0, 2, 1].map((at) => ({ process: at === 1 ? "p2" : "p1", bot: "", row: "", at }));
  expect(judge(evidenceOf("discord", { leavings: turns })).broken).toHaveLength(1);
});

it("takes a refused post for lost, a doubt without a cause for a broken promise, and the dead for dead where they are", () => {
  const [one] = evidenceOf("at-most-once").sent;
  const answered = (status: number): Partial<Evidence> => ({
    made: [],
    sent: one ? [{ ...one, status }] : [],
  });
  const of = (state: string, more: Partial<Evidence>): string[] =>
    judge(evidenceOf("at-most-once", { rows: [{ ...ROW, state, message: null }], ...more })).broken;
  const listed = [{ chat: "1", localDate: DAY }];
  const gone = { fates: { gone: new Map([["1", DAY]]), moved: new Map() } };
  expect(of("skipped", answered(429))).toHaveLength(1);
  expect(of("unknown", { ...answered(429), listed })).toHaveLength(1);
  const past = (...steps: readonly [string, number][]) => ({ past: new Map(steps) });
  expect(of("unknown", { ...answered(429), listed, ...past(["sent", 900]) })).toEqual([]);
  expect(of("unknown", { ...answered(429), listed, ...past(["marked", 900]) })).toEqual([]);
  // One that nobody read has left too.
  const { leavings } = evidenceOf("at-most-once");
  expect(of("unknown", { ...answered(429), listed, leavings: [...leavings, ...leavings] })).toEqual([]);
  expect(of("unknown", { sent: [], made: [], listed })).toEqual([]);
  expect(of("unknown", { sent: [], made: [], leavings: [], listed })).toHaveLength(1);
  const takenAt = (at: number) => ({ leads: [{ process: "p2", bot: "", at }] });
  expect(of("unknown", { ...answered(429), listed, ...takenAt(1_050) })).toEqual([]);
  expect(of("unknown", { ...answered(429), listed, ...takenAt(1_150) })).toHaveLength(1);
  expect(of("unknown", { ...answered(502), listed })).toEqual([]);
  expect(of("dead", answered(403))).toHaveLength(1);
  expect(of("dead", { ...answered(403), ...gone })).toEqual([]);
  expect(of("dead", { ...answered(403), ...gone, days: [DAY, "2026-11-27"] })).toEqual([]);
  const moved = { gone: new Map(), moved: new Map([["1", { day: DAY, to: "2" }]]) };
  expect(judge(evidenceOf("discord", { fates: moved })).broken).toHaveLength(1);
  expect(judge(evidenceOf("discord", { fates: moved, rows: [{ ...ROW, place: "2" }] })).broken).toEqual([]);
});
