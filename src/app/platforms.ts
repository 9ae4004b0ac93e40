/** Which platforms the configuration asks for, each with its library loaded only then. */
import type { Logger } from "../shared/log.ts";
import { type Measures, UNMEASURED } from "../shared/measures.ts";
import { createManners } from "../adapters/shared/manners.ts";
import type { Draw } from "../adapters/shared/drawing.ts";
import { redact } from "../shared/redact.ts";
import type { ChatHandlers } from "../adapters/telegram/options.ts";
import { COMMANDS } from "./commands.ts";
import type { Config } from "./config.ts";
import { complete } from "../core/read/nearest.ts";
import { createVoices } from "../core/say/say.ts";
import type { Adapter, Locale, Vote } from "../core/types.ts";
import type { Languages } from "../daily/languages.ts";
import type { Dataset } from "../dataset/dataset.ts";
import type { PlatformHealth } from "./health.ts";
import { measuredManners } from "./measured.ts";
import { botOf } from "./storage.ts";
import type { KeptStore } from "../store/keep.ts";
import type { Remembered } from "../store/remember.ts";

export interface Platform extends Adapter {
  health(): PlatformHealth;
}

/** Those whose token is set. discord.js is loaded by its adapter at start, after the proxy is in place. */
export async function createPlatforms(config: Config, shared: Shared): Promise<Platform[]> {
  const platforms: Platform[] = [];
  if (config.DISCORD_TOKEN !== undefined)
    platforms.push(await createDiscord(config, config.DISCORD_TOKEN, shared));
  if (config.TELEGRAM_TOKEN !== undefined)
    platforms.push(await createTelegram(config, config.TELEGRAM_TOKEN, shared));
  return platforms;
}

/** What every platform is made from. */
export interface Shared {
  dataset: Dataset;
  storage: KeptStore;
  languages: Languages;
  /** Telegram's updates that were dealt with. */
  seen: Remembered;
  vote: Vote;
  draw: Draw;
  /** Nothing is counted unless given. */
  measures?: Measures;
  log: Logger;
}

async function createDiscord(
  config: Config,
  token: string,
  { dataset, languages, vote, draw, measures = UNMEASURED, log }: Shared,
): Promise<Platform> {
  const { createDiscordAdapter } = await import("../adapters/discord/index.ts");
  const bot = botOf("discord", token);
  return createDiscordAdapter({
    token,
    commands: COMMANDS,
    log,
    complete: namesOf(dataset),
    setting: ({ id }) => languages.of(bot, id),
    vote,
    draw,
    manners: measuredManners(createManners(), measures),
    measures,
    ...(config.DISCORD_API_ROOT === undefined ? {} : { apiRoot: config.DISCORD_API_ROOT }),
    ...(config.HTTPS_PROXY === undefined ? {} : { proxy: config.HTTPS_PROXY }),
  });
}

async function createTelegram(
  config: Config,
  token: string,
  { dataset, storage, languages, seen, vote, draw, measures = UNMEASURED, log }: Shared,
): Promise<Platform> {
  const { createTelegramAdapter } = await import("../adapters/telegram/index.ts");
  const bot = botOf("telegram", token);
  const names = namesOf(dataset);
  return createTelegramAdapter({
    token,
    commands: COMMANDS,
    log,
    apiRoot: config.TELEGRAM_API_ROOT,
    proxy: config.HTTPS_PROXY,
    webhook: webhookOf(config),
    complete: (text, most, locale) => names(text, "both", most, locale),
    setting: ({ id }) => languages.of(bot, id),
    handlers: chatNews(bot, storage, languages, log),
    seen,
    vote,
    draw,
    manners: measuredManners(createManners(), measures),
    measures,
  });
}

/** Names that go on from what is typed, in a language; the core understands each of them. */
function namesOf(dataset: Dataset) {
  const voices = createVoices(dataset);
  return (text: string, kind: "cluster" | "city" | "both", most: number, locale: Locale): string[] =>
    complete(dataset, text, kind, most).map((id) => voices[locale].lingo.name(id));
}

/** Keeps the subscriptions and settings where the chats are. */
function chatNews(bot: string, storage: KeptStore, languages: Languages, log: Logger): ChatHandlers {
  const failed = (error: unknown): void =>
    log.warn({ platform: "telegram", reason: redact(error) }, "news of a chat could not be stored");
  return {
    gone: (chat) => {
      storage.current()?.subscriptions.gone(bot, chat, "the bot was removed or blocked").catch(failed);
    },
    moved: (from, to) => {
      languages.moved(bot, from, to);
      storage.current()?.subscriptions.moved(bot, from, to).catch(failed);
    },
  };
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
