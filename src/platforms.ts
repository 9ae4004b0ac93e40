/** Which platforms the configuration asks for, each with its library loaded only then. */
import type { Logger } from "./adapters/shared/log.ts";
import type { Config } from "./config.ts";
import { complete } from "./core/nearest.ts";
import type { Adapter } from "./core/types.ts";
import type { Dataset } from "./dataset/dataset.ts";
import type { PlatformHealth } from "./health.ts";

export interface Platform extends Adapter {
  health(): PlatformHealth;
}

/** Those whose token is set. discord.js is loaded by its adapter at start, after the proxy is in place. */
export async function createPlatforms(config: Config, dataset: Dataset, log: Logger): Promise<Platform[]> {
  const platforms: Platform[] = [];
  if (config.DISCORD_TOKEN !== undefined)
    platforms.push(await createDiscord(config, config.DISCORD_TOKEN, dataset, log));
  if (config.TELEGRAM_TOKEN !== undefined)
    platforms.push(await createTelegram(config, config.TELEGRAM_TOKEN, dataset, log));
  return platforms;
}

async function createDiscord(
  config: Config,
  token: string,
  dataset: Dataset,
  log: Logger,
): Promise<Platform> {
  const { createDiscordAdapter } = await import("./adapters/discord/index.ts");
  return createDiscordAdapter({
    token,
    log,
    complete: (text, kind, most) => complete(dataset, text, kind, most),
    ...(config.DISCORD_API_ROOT === undefined ? {} : { apiRoot: config.DISCORD_API_ROOT }),
    ...(config.HTTPS_PROXY === undefined ? {} : { proxy: config.HTTPS_PROXY }),
    onRefused: (reason) => log.error({ platform: "discord", reason }, "Discord refuses the token"),
  });
}

async function createTelegram(
  config: Config,
  token: string,
  dataset: Dataset,
  log: Logger,
): Promise<Platform> {
  const { createTelegramAdapter } = await import("./adapters/telegram/index.ts");
  return createTelegramAdapter({
    token,
    log,
    apiRoot: config.TELEGRAM_API_ROOT,
    proxy: config.HTTPS_PROXY,
    webhook: webhookOf(config),
    complete: (text, most) => complete(dataset, text, "both", most),
  });
}

function webhookOf(config: Config): { url: string; port: number; secretToken: string } | undefined {
  const {
    TELEGRAM_WEBHOOK_URL: url,
    TELEGRAM_WEBHOOK_PORT: port,
    TELEGRAM_WEBHOOK_SECRET: secretToken,
  } = config;
  return url === undefined || port === undefined || secretToken === undefined
    ? undefined
    : { url, port, secretToken };
}
