/** What an operator reads in the log while a broadcast runs. */
import { expect, it } from "vitest";
import { createProgress } from "../../src/daily/progress.ts";
import type { LogFields } from "../../src/shared/log.ts";
import { until } from "../support/daily.ts";

it("says now and then how far the posts are, and at the end what is left to say", async () => {
  const lines: LogFields[] = [];
  const write = (fields: LogFields): void => void lines.push(fields);
  const progress = createProgress("telegram:1", { info: write, warn: write, error: write }, 10);
  progress.count("sent");
  await until("a line is written", () => lines.length === 1);
  await new Promise((resolve) => setTimeout(resolve, 40));
  progress.count("sent");
  progress.count("unknown");
  progress.end();
  expect(lines).toEqual([
    { bot: "telegram:1", sent: 1 },
    { bot: "telegram:1", sent: 2, unknown: 1 },
  ]);
});
