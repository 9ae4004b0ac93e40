/** Composition root of the bot on its platforms: store → core → daily → adapters. */
import type { Logger } from "./shared/log.ts";
import { redact } from "./shared/redact.ts";
import type { Config } from "./config.ts";
import { createBot } from "./core/bot.ts";
import type { Dataset } from "./dataset/dataset.ts";
import { createPlatforms } from "./platforms.ts";
import { botsOf, createPosting } from "./posting.ts";
import { serve } from "./serve.ts";
import { createStorage } from "./storage.ts";
import { rememberUpdates } from "./store/remember.ts";

/** @returns the exit code. */
export async function run(config: Config, dataset: Dataset, log: Logger): Promise<number> {
  const storage = createStorage(config, log);
  const seen = rememberUpdates(storage.current, botsOf(config).get("telegram") ?? "", Date.now, (error) =>
    log.warn({ reason: redact(error, config.DATABASE_URL) }, "updates could not be remembered"),
  );
  const platforms = await createPlatforms(config, { dataset, storage, seen, log });
  const ask = createBot(dataset);
  const posting = createPosting(config, dataset, ask, { storage, platforms, log });
  const close = async (): Promise<void> => {
    await seen.flush();
    await storage.close();
  };
  return serve(config, platforms, { ask, posting, close }, log);
}
