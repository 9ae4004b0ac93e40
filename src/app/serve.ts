/** One process, all platforms: each starts, fails and stops by itself. */
import type { Platform } from "../adapters/shared/descriptor.ts";
import { guardProcess } from "../adapters/shared/guard.ts";
import type { Logger } from "../shared/log.ts";
import { redact } from "../shared/redact.ts";
import type { Config } from "./config.ts";
import type { Ask, Attend } from "../core/types.ts";
import { type HealthServer, serveHealth } from "./health.ts";
import type { Meter, MeterSources } from "./metrics.ts";
import type { Notify } from "./notify.ts";
import { PLATFORMS } from "./platforms.ts";
import type { Posting } from "./posting.ts";

/** Longest time from a signal to the end, answers in flight included: for what runs, then for what it needs to run. */
const STOP_MS = 4_500;
const CLOSE_MS = 500;

/** What runs beside the platforms. */
export interface Company {
  /** The core alone, to warm it up. */
  ask: Ask;
  /** Which data answer. */
  data: readonly string[];
  posting: Posting;
  /** Called last, when nobody needs the store any more. */
  close: () => Promise<void>;
  /** What counts, where somebody can read it. */
  meter: Meter | undefined;
  standings: MeterSources["standings"];
  /** Whoever started the process. */
  notify: Notify;
}

/**
 * Serves until SIGINT or SIGTERM.
 * @returns the exit code: 0 after a clean stop, 1 where no platform could start.
 */
export async function serve(
  config: Config,
  platforms: readonly Platform[],
  company: Company,
  log: Logger,
): Promise<number> {
  const { ask, posting, close, notify } = company;
  const guard = guardProcess(
    log,
    PLATFORMS.flatMap(({ libraries }) => libraries),
  );
  // The first free-text question builds the search index: nobody should wait for it.
  ask({ text: "激光谷在哪里", chat: { platform: "warm-up", id: "" } });
  const ended = signal();
  const health = await openHealth(config, platforms, company, log);
  const starts = platforms.map((platform) => start(platform, posting.attend, log));
  if (config.RUN.includes("send")) posting.start();
  void firstOf(starts).then(() => notify.ready());
  const none = Promise.all(starts).then((started) => (started.some(Boolean) ? never() : "none"));
  const reason = await Promise.race([ended, none]);
  log.info({ reason }, "stopping");
  notify.stopping();
  const running = [posting.stop(), ...platforms.map((p) => p.stop()), health?.close() ?? Promise.resolve()];
  await withinTime(running, STOP_MS, log);
  await withinTime([close()], CLOSE_MS, log);
  guard.remove();
  return reason === "none" ? 1 : 0;
}

/** Without a network a platform starts much later: whoever waits for the service is not kept waiting for that. */
const READY_MS = 30_000;

/** Resolves when one has started, or after a while; not where none can. */
async function firstOf(starts: readonly Promise<boolean>[]): Promise<void> {
  const late = new Promise<true>((resolve) => setTimeout(() => resolve(true), READY_MS).unref());
  const some = starts.map(async (started) => (await started) || never());
  await Promise.race([late, ...some]);
}

const never = (): Promise<never> => new Promise(() => undefined);

/** A platform that cannot start says why in one line and leaves the others alone. */
async function start(platform: Platform, attend: Attend, log: Logger): Promise<boolean> {
  try {
    await platform.start(attend);
    log.info({ platform: platform.platform }, "started");
    return true;
  } catch (error) {
    log.error({ platform: platform.platform, reason: redact(error) }, "cannot start");
    return false;
  }
}

function openHealth(
  config: Config,
  platforms: readonly Platform[],
  { data, meter, standings }: Company,
  log: Logger,
): Promise<HealthServer | undefined> {
  const { HEALTH_PORT: port, HEALTH_HOST: host } = config;
  if (port === undefined) return Promise.resolve(undefined);
  const report = () => Object.fromEntries(platforms.map((p) => [p.platform, p.health()]));
  const sources = { platforms: report, standings };
  const metrics = meter && { contentType: meter.contentType, text: () => meter.text(sources) };
  return serveHealth({ port, host, data, report, metrics }).catch((error: unknown) => {
    log.error({ reason: redact(error) }, "no health server");
    return undefined;
  });
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
function signal(): Promise<string> {
  return new Promise((resolve) => {
    for (const name of ["SIGINT", "SIGTERM"] as const) {
      process.once(name, () => {
        process.once(name, () => process.exit(130));
        resolve(name);
      });
    }
  });
}

async function withinTime(stops: readonly Promise<void>[], ms: number, log: Logger): Promise<void> {
  const late = new Promise<"late">((resolve) => setTimeout(() => resolve("late"), ms).unref());
  const outcome = await Promise.race([Promise.allSettled(stops), late]);
  if (outcome === "late") return log.warn({ ms }, "something did not stop in time");
  for (const stop of outcome) {
    if (stop.status === "rejected")
      log.warn({ reason: redact(stop.reason) }, "something did not stop cleanly");
  }
}
