/** Votes and questions nobody could answer: what is counted, what is kept, and what is never kept. On every engine. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { readVote, voteButtons } from "../../src/adapters/shared/votes.ts";
import type { Answer, Ballot } from "../../src/core/types.ts";
import { createUnanswered } from "../../src/feedback/unanswered.ts";
import { createVotes } from "../../src/feedback/votes.ts";
import type { Store } from "../../src/store/open.ts";
import { openFile, sqliteDialect } from "../../src/store/sqlite.ts";
import { readGolden } from "../golden/judge.ts";
import { ask, dataset } from "../support/bot.ts";
import { DAY, NINE } from "../support/daily.ts";
import { dropDatabase, ENGINES, freshStore } from "../support/stores.ts";

afterAll(dropDatabase);

const GOOD: Ballot = { kind: "members", facts: ["F001", "F002"], isGood: true };
const BAD: Ballot = { ...GOOD, isGood: false };
const chat = { platform: "test", id: "1", user: "7" };

describe("the buttons of a vote", () => {
  it("name what they are about, of every answer of the golden set, within what platforms keep", () => {
    for (const { text } of readGolden(new URL("../golden/questions.jsonl", import.meta.url))) {
      const answer = ask(text);
      const buttons = voteButtons(answer);
      expect(buttons.length, text).toBe(answer.outcome === "answer" && answer.facts.length > 0 ? 2 : 0);
      for (const { data } of buttons) {
        expect(Buffer.byteLength(data), data).toBeLessThanOrEqual(64);
        const { kind, facts = [] } = readVote(data) ?? {};
        expect(kind).toBe(answer.kind);
        expect(facts.length).toBeGreaterThan(0);
        for (const fact of facts) expect(answer.facts).toContain(fact);
      }
    }
  });

  it.each([
    "",
    "v1",
    "v1:+:members:",
    "v1:+:gone-kind:F001",
    "v0:+:members:F001",
    "v1:?:members:F001",
    "v1:+:members:<b>",
    "q:深圳",
  ])("of an older version, or of nobody, mean nothing: %s", (data) => {
    expect(readVote(data)).toBeUndefined();
  });
});

describe.each(ENGINES)("what people think, on $name", (engine) => {
  let store: Store;
  let there: Store | undefined;
  let at: number;
  let troubles: string[];

  beforeEach(async (context) => {
    if (!engine.isThere) context.skip();
    store = await freshStore(engine);
    there = store;
    at = NINE;
    troubles = [];
  });
  afterEach(async () => {
    if (engine.isThere) await store.close();
  });

  const parts = () => ({
    dataset,
    store: () => there,
    now: () => at,
    onTrouble: (what: string) => void troubles.push(what),
  });
  const kinds = () => store.feedback.worst("kind", 10);

  it("is counted once a press, and changed where somebody thinks again, also on another day", async () => {
    const vote = createVotes(parts());
    expect(await vote(GOOD, "a")).toBe("counted");
    expect(await vote(GOOD, "a")).toBe("again");
    at += DAY;
    expect(await vote(BAD, "a")).toBe("changed");
    expect(await vote(BAD, "b")).toBe("counted");
    expect(await kinds()).toEqual([{ name: "members", up: 0, down: 2 }]);
    expect(await store.feedback.worst("fact", 10)).toEqual([
      { name: "F001", up: 0, down: 2 },
      { name: "F002", up: 0, down: 2 },
    ]);
  });

  it("is counted once where somebody presses twice at once", async () => {
    const vote = createVotes(parts());
    expect((await Promise.all([vote(BAD, "a"), vote(BAD, "a"), vote(BAD, "a")])).toSorted()).toEqual([
      "again",
      "again",
      "counted",
    ]);
    expect(await kinds()).toEqual([{ name: "members", up: 0, down: 1 }]);
  });

  it("is counted for many at once, and lists the worst first", async () => {
    const vote = createVotes(parts());
    const worse: Ballot = { kind: "fact", facts: ["F003", "F002", "F001"], isGood: false };
    await Promise.all(Array.from({ length: 20 }, (_, i) => vote(i % 4 === 0 ? BAD : worse, `p${i}`)));
    expect(await kinds()).toEqual([
      { name: "fact", up: 0, down: 15 },
      { name: "members", up: 0, down: 5 },
    ]);
  });

  it("says that it is lost where the store is away or fails, and may be given again", async () => {
    const vote = createVotes(parts());
    there = undefined;
    expect(await vote(BAD, "a")).toBe("lost");
    there = { ...store, feedback: { ...store.feedback, count: () => Promise.reject(new Error("away")) } };
    expect(await vote(BAD, "a")).toBe("lost");
    expect(troubles).toEqual(["a vote could not be kept"]);
    there = store;
    expect(await vote(BAD, "a")).toBe("counted");
    expect(await kinds()).toEqual([{ name: "members", up: 0, down: 1 }]);
  });

  it("counts the kind where the facts are not in the data any more", async () => {
    await createVotes(parts())({ ...BAD, facts: ["F999"] }, "a");
    expect(await kinds()).toHaveLength(1);
    expect(await store.feedback.worst("fact", 10)).toEqual([]);
  });

  const unknown: Answer = ask("上海的GDP是多少");
  const missed = async (...texts: readonly string[]): Promise<void> => {
    const unanswered = createUnanswered(parts());
    for (const text of texts) unanswered.note({ text, chat }, unknown);
    await unanswered.flush();
  };

  it("keeps questions nobody could answer, each once, the most frequent first", async () => {
    await missed("上海的 GDP 是多少", "@ann 上海的 gdp 是多少", "天气怎么样", "上海的 ＧＤＰ 是多少");
    await missed("上海的 GDP 是多少");
    expect(await store.feedback.unanswered(10)).toEqual([
      { text: "上海的 gdp 是多少", times: 3, last_day: "2026-11-26" },
      { text: "… 上海的 gdp 是多少", times: 1, last_day: "2026-11-26" },
      { text: "天气怎么样", times: 1, last_day: "2026-11-26" },
    ]);
  });

  it("keeps none of those it answered, nor half a word of somebody who types", async () => {
    const unanswered = createUnanswered(parts());
    unanswered.note({ text: "深圳的房价", chat: { platform: "test", id: "1" } }, unknown);
    unanswered.note({ text: "深圳概况", chat }, ask("深圳概况"));
    await unanswered.flush();
    expect(await store.feedback.unanswered(10)).toEqual([]);
  });

  it("forgets a question 30 days after it was asked last", async () => {
    await missed("很久以前的问题", "常有人问的问题");
    at += 20 * DAY;
    await missed("常有人问的问题");
    at += 20 * DAY;
    await store.feedback.prune(at);
    expect((await store.feedback.unanswered(10)).map(({ text }) => text)).toEqual(["常有人问的问题"]);
  });

  it("keeps no more than two thousand questions, those asked last", async () => {
    const asked = (day: number) =>
      Array.from({ length: 500 }, (_, n) => ({ text: `问题 ${day} ${n}`, times: 9 - day }));
    for (let day = 0; day < 5; day += 1) await store.feedback.missed(asked(day), at + day * DAY);
    const kept = await store.feedback.unanswered(10_000);
    expect(kept).toHaveLength(2_000);
    expect(kept.filter(({ text }) => text.startsWith("问题 0"))).toEqual([]);
  });

  it("never makes an answer wait or fail: a store that is away or hangs loses the text alone", async () => {
    there = { ...store, feedback: { ...store.feedback, missed: () => Promise.reject(new Error("away")) } };
    await missed("没人会答的问题");
    expect(troubles).toEqual(["questions nobody could answer could not be kept"]);
    there = undefined;
    await missed("没人会答的问题");
  });

  it("goes into a backup with everything else, and a vote says nothing but day, kind, fact and how many", async () => {
    await createVotes(parts())(BAD, "telegram 5 7");
    const columns = await columnsOf(store);
    expect(columns).toEqual(["day", "down", "fact", "kind", "up"]);
  });
});

/** Looked up in a copy, which is a file whichever engine is in use. */
async function columnsOf(store: Store): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "yuequn-votes-"));
  const file = join(folder, "copy.db");
  await store.backup(file);
  const db = new Kysely<object>({ dialect: sqliteDialect(openFile(file)) });
  const { rows } = await sql<{
    name: string;
    n: number;
  }>`select name, (select count(*) from vote) as n from pragma_table_info('vote')`.execute(db);
  await db.destroy();
  rmSync(folder, { recursive: true });
  expect(rows[0]?.n).toBeGreaterThan(1);
  return rows.map(({ name }) => name).toSorted();
}
