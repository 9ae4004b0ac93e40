/** When a worker that shows no sign of life is given up, and when not. */
import { expect, it } from "vitest";
import { createCrew } from "../../src/inbox/crew.ts";
import type { Inbox, Worker } from "../../src/store/inbox.ts";

const TIMING = { beatMs: 1, slowMs: 50, mostStill: 3 };

/** An inbox of which only the workers matter. */
function createWorkers(others: readonly string[]) {
  const beats = new Map([["own", 0], ...others.map((name) => [name, 0] as const)]);
  const none = (): never => {
    throw new Error("nobody asks for this here");
  };
  const known = { slowMs: 0 };
  const inbox: Inbox = {
    put: none,
    claim: none,
    sending: none,
    done: none,
    giveBack: none,
    giveBackOthers: none,
    enlist: none,
    retire: none,
    waiting: none,
    recover: () => Promise.resolve(0),
    async beat(_bot, owner) {
      const beat = beats.get(owner);
      if (beat !== undefined) beats.set(owner, beat + 1);
      return Promise.resolve(beat !== undefined);
    },
    async workers() {
      await new Promise((resolve) => setTimeout(resolve, known.slowMs));
      return [...beats].map(([owner, beat]): Worker => ({ owner, beat }));
    },
    dismiss: (_bot, { owner }) => Promise.resolve(void beats.delete(owner)),
  };
  return { inbox, beats, known };
}

it("gives up who stood still at several looks in a row, and nobody who moved at one of them", async () => {
  const { inbox, beats } = createWorkers(["dead", "alive"]);
  const crew = createCrew(inbox, "bot", "own", TIMING);
  for (let look = 0; look < 6; look += 1) {
    expect(await crew.look()).toBe(true);
    if (look % 2 === 0) await inbox.beat("bot", "alive");
  }
  expect([...beats.keys()]).toEqual(["own", "alive"]);
});

it("counts no look at which the database was slow: then nobody could show that he lives", async () => {
  const { inbox, beats, known } = createWorkers(["hung"]);
  const crew = createCrew(inbox, "bot", "own", TIMING);
  for (let look = 0; look < 6; look += 1) {
    known.slowMs = look % 2 === 0 ? 60 : 0;
    await crew.look();
  }
  expect(beats.has("hung")).toBe(true);
});

it("says where it was given up itself", async () => {
  const { inbox, beats } = createWorkers([]);
  const crew = createCrew(inbox, "bot", "own", TIMING);
  beats.delete("own");
  expect(await crew.look()).toBe(false);
});
