import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Where CI wants to read which tests ran. */
const report = process.env["VITEST_REPORT"];

/** Files that take long, mostly in waiting for processes: begun first, or the last of them is waited for alone. */
const LONG = [
  "test/scale/",
  "test/torture/",
  "test/doctor.test.ts",
  "test/discord/shards.test.ts",
  "test/package.test.ts",
  "test/documents/hostile.test.ts",
  "test/adapters/terminal.test.ts",
];

const rank = ({ moduleId }: TestSpecification): number => {
  const at = LONG.findIndex((name) => moduleId.includes(name));
  return at === -1 ? LONG.length : at;
};

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // For what hangs: how fast a machine is, is no test's business.
    testTimeout: 180_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 100_000 } },
    // Much of the time is spent in waiting: half as many files again as there are cores.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    sequence: { sequencer: LongFirst },
    ...(report !== undefined && { reporters: ["default", "json"], outputFile: { json: report } }),
  },
});
