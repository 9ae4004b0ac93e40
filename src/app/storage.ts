/** What the configuration makes of the store: who has it, and what is told when it fails. */
import type { Logger } from "../shared/log.ts";
import { tellOnce } from "../shared/once.ts";
import { type Measures, UNMEASURED } from "../shared/measures.ts";
import { redact } from "../shared/redact.ts";
import type { Config } from "./config.ts";
import { keepStore, type KeptStore } from "../store/keep.ts";
import { openStore } from "../store/open.ts";

const AGAIN_MS = 3_600_000;
const AWAY = "no daily posts and no settings for now; answering goes on";
const SERVER_AWAY = `${AWAY}, but for what a webhook brings, which waits at its platform`;

/** Begins to open the store. Answering goes on without it; why it cannot be opened is said once a reason, and again after an hour. */
export function createStorage(config: Config, log: Logger, measures: Measures = UNMEASURED): KeptStore {
  const tell = tellOnce(
    (reason, waitMs: number) =>
      log.error({ reason, waitMs }, config.DATABASE_URL === undefined ? AWAY : SERVER_AWAY),
    { againMs: AGAIN_MS },
  );
  const options = {
    dataDir: config.DATA_DIR,
    databaseUrl: config.DATABASE_URL,
    onTrouble: (error: Error) =>
      log.warn({ reason: redact(error) }, "the database server dropped a connection"),
    onStatement: (ms: number, failed: boolean) => measures.statement(ms, failed),
  };
  return keepStore(
    () => openStore(options),
    (error, waitMs) => tell(redact(error, config.DATABASE_URL), waitMs),
  );
}
