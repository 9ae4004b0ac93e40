/** The adapter under test with the real core and the real dataset, and a log that tests can read. */
import { fileURLToPath } from "node:url";
import { SETTINGS } from "../../../src/daily/commands.ts";
import { COMMANDS } from "../../../src/app/commands.ts";
import { createDiscordAdapter } from "../../../src/adapters/discord/index.ts";
import type { Platform } from "../../../src/adapters/shared/descriptor.ts";
import type { DiscordOptions } from "../../../src/adapters/discord/options.ts";
import type { LogFields, Logger } from "../../../src/shared/log.ts";
import { createManners } from "../../../src/adapters/shared/manners.ts";
import { createBot } from "../../../src/core/bot.ts";
import { complete } from "../../../src/core/read/nearest.ts";
import type { Ask, Attend } from "../../../src/core/types.ts";
import { loadDataset } from "../../../src/dataset/load.ts";
import { TOKEN } from "./world.ts";

const dataset = loadDataset(fileURLToPath(new URL("../../../data", import.meta.url)));
export const realAsk: Ask = createBot(dataset, SETTINGS);

interface Line {
  level: keyof Logger;
  fields: LogFields;
  message: string;
}

export interface TestLog extends Logger {
  lines: Line[];
  /** All lines as text, as an operator would search them. */
  text(): string;
}

export function createTestLog(): TestLog {
  const lines: Line[] = [];
  const write = (level: keyof Logger) => (fields: LogFields, message: string) =>
    void lines.push({ level, fields, message });
  return {
    lines,
    text: () => JSON.stringify(lines),
    info: write("info"),
    warn: write("warn"),
    error: write("error"),
  };
}

/** Nobody is too fast in tests that are not about manners. */
const PATIENT = { count: 10_000, windowMs: 60_000 };

export const optionsFor = (apiRoot: string, log: Logger): DiscordOptions => ({
  token: TOKEN,
  commands: COMMANDS,
  complete: (text, kind, most) => complete(dataset, text, kind, most),
  log,
  apiRoot,
  manners: createManners(PATIENT, PATIENT),
});

export async function startBot(
  apiRoot: string,
  attend: Attend = realAsk,
  more: Partial<DiscordOptions> = {},
): Promise<{ adapter: Platform; log: TestLog }> {
  const log = createTestLog();
  const adapter = createDiscordAdapter({ ...optionsFor(apiRoot, log), ...more });
  await adapter.start(attend);
  return { adapter, log };
}
