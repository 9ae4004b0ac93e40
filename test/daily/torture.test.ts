/** A short form of `npm run torture`: a few processes are killed in the middle of broadcasts on both engines. */
import { beforeAll, expect, it } from "vitest";
import { ENGINES, isThere } from "../../bench/support/stored.ts";
import { BOTS, type TorturedBot } from "../../bench/torture/bots.ts";
import { compileChild } from "../../bench/torture/crew.ts";
import { manyKills } from "../../bench/torture/kills.ts";
import { type Evidence, judge } from "../../bench/torture/verdict.ts";

beforeAll(compileChild);

it.each(ENGINES.filter(isThere))(
  "keeps every promise while processes die: %s",
  { timeout: 120_000 },
  async (engine) => {
    const options = { engine, bots: BOTS, kills: 3, chats: 40, seed: 7, onProgress: () => undefined };
    const { accounts, kills, broken } = await manyKills(options, new AbortController().signal);
    expect([...accounts.flatMap((account) => account.broken), ...broken]).toEqual([]);
    expect(kills).toBe(3);
  },
);

/** One chat, one day, one message that was stored as sent. */
const evidenceOf = (name: TorturedBot["name"], more: Partial<Evidence> = {}): Evidence => {
  const bot = BOTS.find((one) => one.name === name);
  if (!bot) throw new Error(`there is no bot ${name}`);
  const day = "2026-11-26";
  return {
    bot,
    chats: ["1"],
    days: [day],
    made: [{ bot: name, chat: "1", id: "m1", day }],
    sent: [{ process: "p1", bot: name, at: 0, status: 200 }],
    leads: [{ process: "p1", bot: "" }],
    rows: [{ chat: "1", local_date: day, state: "sent", message: "m1", fact: "f1" }],
    listed: [],
    ...more,
  };
};

it("finds what is broken, so that a torture that finds nothing means something", () => {
  const nothing = { made: [], sent: [], leads: [] };
  const inDoubt = { chat: "1", local_date: "2026-11-26", state: "unknown", message: null, fact: "f1" };
  const twice = ["m1", "m2"].map((id) => ({ bot: "", chat: "1", id, day: "2026-11-26" }));
  const listed = [{ chat: "1", localDate: "2026-11-26" }];
  expect(judge(evidenceOf("discord")).broken).toEqual([]);
  expect(judge(evidenceOf("discord", nothing))).toMatchObject({ lost: 1 });
  expect(judge(evidenceOf("discord", { made: twice }))).toMatchObject({ doubled: 1 });
  expect(judge(evidenceOf("discord", { made: twice })).broken).toHaveLength(1);
  expect(judge(evidenceOf("at-least-once", { made: twice }))).toMatchObject({ doubled: 1, broken: [] });
  expect(judge(evidenceOf("at-most-once", { ...nothing, rows: [inDoubt], listed })).broken).toEqual([]);
  expect(judge(evidenceOf("at-most-once", { ...nothing, rows: [inDoubt] })).broken).toHaveLength(1);
  expect(judge(evidenceOf("at-least-once", { ...nothing, rows: [inDoubt], listed })).broken).toHaveLength(1);
  expect(judge(evidenceOf("discord", { rows: [] })).broken.length).toBeGreaterThan(0);
  const [one] = evidenceOf("discord").sent;
  const turns = one ? [one, { ...one, process: "p2" }, one] : [];
  expect(judge(evidenceOf("discord", { sent: turns })).broken).toHaveLength(1);
});
