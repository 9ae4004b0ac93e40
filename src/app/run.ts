/** Composition root of the bot on its platforms: store → core → pictures → daily → adapters. */
import type { Logger } from "../shared/log.ts";
import { UNMEASURED } from "../shared/measures.ts";
import { redact } from "../shared/redact.ts";
import type { Config } from "./config.ts";
import { createBot } from "../core/bot.ts";
import { createMemory } from "../core/memory.ts";
import { SETTINGS } from "../daily/commands.ts";
import { createLanguages } from "../daily/languages.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { labelOf, type Release } from "../dataset/release.ts";
import { openLibrary } from "../documents/library.ts";
import { createUnanswered } from "../feedback/unanswered.ts";
import { createVotes } from "../feedback/votes.ts";
import type { Meter } from "./metrics.ts";
import type { Notify } from "./notify.ts";
import { createPictures } from "../pictures/pictures.ts";
import { createAdapters } from "./adapters.ts";
import { botsOf } from "./bots.ts";
import { createInboxes } from "./inboxes.ts";
import { createPosting } from "./posting.ts";
import { createSeen } from "./seen.ts";
import { serve } from "./serve.ts";
import { createStorage } from "./storage.ts";
import type { Standing } from "../store/report.ts";

/** What the program is and who started it. */
export interface Surroundings {
  /** The project's folder, with a slash at its end. */
  root: string;
  version: string;
  notify: Notify;
}

/** @returns the exit code. */
export async function run(
  config: Config,
  dataset: Dataset,
  log: Logger,
  { root, version, notify }: Surroundings,
): Promise<number> {
  const meter = await meterFor(config, version, dataset.releases);
  const measures = meter ?? UNMEASURED;
  const storage = createStorage(config, log, measures);
  const pictures = createPictures({
    dataset,
    folder: `${root}pictures`,
    fonts: `${root}assets/font`,
    onTrouble: (reason) => log.warn({ reason: redact(reason) }, "no picture; the answer goes out as text"),
  });
  const onTrouble = (what: string, error: unknown): void =>
    log.warn({ reason: redact(error, config.DATABASE_URL) }, what);
  const seen = createSeen(storage.current, Date.now, (error) =>
    onTrouble("updates could not be remembered", error),
  );
  const languages = createLanguages({ store: storage.current, onTrouble });
  const kept = { store: storage.current, now: Date.now, onTrouble };
  const unanswered = config.LOG_UNANSWERED === "true" ? createUnanswered(kept) : undefined;
  const memory = createMemory();
  const platforms = await createAdapters(config, {
    dataset,
    storage,
    languages,
    inboxOf: createInboxes(config, { dataset, version, storage, languages, memory, measures, log }),
    seen,
    vote: createVotes({ ...kept, dataset }),
    draw: (picture, locale) => pictures.draw(picture, locale),
    measures,
    log,
  });
  const library = openLibrary({
    dataDir: config.DATA_DIR,
    onTrouble: (problem) => onTrouble("imported documents are not looked up", problem),
  });
  const ask = createBot(dataset, SETTINGS, { memory, library });
  const posting = createPosting(config, dataset, ask, {
    storage,
    languages,
    platforms,
    unanswered,
    measures,
    log,
  });
  const close = async (): Promise<void> => {
    await Promise.all([seen.flush(), unanswered?.flush()]);
    await storage.close();
    library.close();
  };
  const standings = (): Promise<Standing[]> | undefined => {
    const store = storage.current();
    return store && Promise.all(botsOf(config).map(({ id }) => store.standing(id, Date.now())));
  };
  const data = dataset.releases.map(labelOf);
  return serve(config, platforms, { ask, data, posting, close, meter, standings, notify }, log);
}

/** Nobody counts for nobody: without a port nothing could be read. */
async function meterFor(
  { HEALTH_PORT }: Config,
  version: string,
  releases: readonly Release[],
): Promise<Meter | undefined> {
  return HEALTH_PORT === undefined
    ? undefined
    : (await import("./metrics.ts")).createMeter(version, releases);
}
