import { defineConfig } from "vitest/config";

/** Where CI wants to read which tests ran. */
const report = process.env["VITEST_REPORT"];

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 20_000,
    // Much of the time is spent in waiting: every core may have a file.
    maxWorkers: "100%",
    ...(report !== undefined && { reporters: ["default", "json"], outputFile: { json: report } }),
  },
});
