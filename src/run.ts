/** Composition root of the bot on its platforms: store → core → daily → adapters. */
import type { Logger } from "./adapters/shared/log.ts";
import type { Config } from "./config.ts";
import { createBot } from "./core/bot.ts";
import type { Dataset } from "./dataset/dataset.ts";
import { createPlatforms } from "./platforms.ts";
import { createPosting } from "./posting.ts";
import { serve } from "./serve.ts";
import { createStorage } from "./storage.ts";

/** @returns the exit code. */
export async function run(config: Config, dataset: Dataset, log: Logger): Promise<number> {
  const storage = createStorage(config, log);
  const platforms = await createPlatforms(config, { dataset, storage, log });
  const ask = createBot(dataset);
  const posting = createPosting(config, dataset, ask, { storage, platforms, log });
  return serve(config, platforms, { ask, posting, close: [storage.close] }, log);
}
