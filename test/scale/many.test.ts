/** Several processes on one PostgreSQL, as an operator starts them, against the strict Telegram server. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { until } from "../support/daily.ts";
import { cleanUp } from "../support/process.ts";
import { createCrew } from "../support/scale/crew.ts";
import { askOne, createGroups, judge } from "../support/scale/questions.ts";
import { blow } from "../support/scale/storm.ts";
import { dropDatabase, ENGINES } from "../support/stores.ts";

afterEach(cleanUp);
afterAll(dropDatabase);

const hasServer = ENGINES.some(({ name, isThere }) => name === "PostgreSQL" && isThere);

describe.runIf(hasServer)("several processes", () => {
  it("answer each question once and in order, while they die and come back", async () => {
    const crew = await createCrew({ processes: 3 });
    const groups = createGroups(20);
    const asking = async (): Promise<void> => {
      for (let turn = 0; turn < 4; turn += 1) {
        for (const group of groups) askOne(crew.server, group);
        await sleep(1_500);
      }
    };
    let seed = 0.37;
    const chance = (): number => (seed = (seed * 997) % 1);
    const [blows] = await Promise.all([blow(crew, { chance, ms: 6_000, pauseMs: 1_500 }), asking()]);
    await until("everybody is answered", () => judge(crew.server, groups).lost.length === 0, 40_000).catch(
      () => undefined,
    );
    console.log(blows, judge(crew.server, groups));
    expect(judge(crew.server, groups)).toMatchObject({ lost: [], doubled: [], disordered: [] });
  }, 120_000);
});
