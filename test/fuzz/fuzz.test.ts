/** A short form of `npm run fuzz`: what nobody should send, at every border, for a few seconds. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { border } from "./border.ts";
import { BORDERS } from "./borders.ts";

/** Inputs; a whole dataset is read for each of its own. */
const RUNS = 200;
const FEW: Readonly<Record<string, number>> = { dataset: 4 };

it.each(BORDERS)("$name keeps its promises whatever comes", async (one) => {
  const { faults, became } = await one.try({ runs: FEW[one.name] ?? RUNS, seed: 20_261_130 });
  expect(faults).toEqual([]);
  // Not everything is refused at the door.
  expect(became.size).toBeGreaterThan(1);
});

it("finds what is broken, at once and late, so that a run that finds nothing means something", async () => {
  const careless = border<number>({
    name: "careless",
    corpus: [3],
    inputs: fc.integer({ min: 0, max: 2 }),
    open: () => ({
      meet(input) {
        if (input === 3) throw new Error("three is too much");
        if (input === 2) void Promise.reject(new Error("nobody waits for it"));
        return "well";
      },
    }),
  });
  // Of two batches, the first stops at the corpus.
  const { faults } = await careless.try({ runs: 1_000, seed: 1 });
  const said = faults.map((fault) => fault.said).join("\n");
  expect(said).toMatch(/three is too much/u);
  expect(said).toMatch(/came late: .*nobody waits for it/u);
});
