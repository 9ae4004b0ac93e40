/** The adapters of the platforms that the configuration asks for; what each needs is loaded only then. */
import type { ChatNews, Complete, Platform, Shared } from "../adapters/shared/descriptor.ts";
import type { Draw } from "../adapters/shared/drawing.ts";
import { createManners } from "../adapters/shared/manners.ts";
import type { Seen } from "../adapters/shared/seen.ts";
import { complete } from "../core/read/nearest.ts";
import { createVoices } from "../core/say/say.ts";
import type { Vote } from "../core/types.ts";
import type { Languages } from "../daily/languages.ts";
import type { Dataset } from "../dataset/dataset.ts";
import type { Logger } from "../shared/log.ts";
import { type Measures, UNMEASURED } from "../shared/measures.ts";
import type { Roles } from "../shared/roles.ts";
import { redact } from "../shared/redact.ts";
import type { KeptStore } from "../store/keep.ts";
import { type Bot, botsOf } from "./bots.ts";
import { COMMANDS } from "./commands.ts";
import type { Config } from "./config.ts";
import type { InboxOf } from "./inboxes.ts";
import { measuredManners } from "./measured.ts";
import { createSiblings } from "./siblings.ts";

/** What all adapters are made from. */
export interface AdapterParts {
  dataset: Dataset;
  storage: KeptStore;
  languages: Languages;
  /** What processes share; each is alone unless given. */
  inboxOf?: InboxOf;
  /** What a bot has dealt with; nothing is remembered unless given. */
  seen?: { of(bot: string): Seen };
  vote: Vote;
  draw: Draw;
  /** Nothing is counted unless given. */
  measures?: Measures;
  log: Logger;
}

/** Those whose token is set, in the order of the table of platforms. */
export function createAdapters(config: Config, parts: AdapterParts): Promise<Platform[]> {
  const names = namesOf(parts.dataset);
  return Promise.all(
    botsOf(config).map((bot) => bot.row.create(bot.token, config, sharedFor(bot, names, config.RUN, parts))),
  );
}

function sharedFor(bot: Bot, names: Complete, roles: Roles, parts: AdapterParts): Shared {
  const {
    languages,
    inboxOf = NOTHING_SHARED,
    seen = NOTHING_SEEN,
    vote,
    draw,
    measures = UNMEASURED,
    log,
  } = parts;
  return {
    roles,
    inbox: inboxOf(bot),
    commands: COMMANDS,
    complete: names,
    setting: ({ id }) => languages.of(bot.id, id),
    seen: seen.of(bot.id),
    siblings: createSiblings(bot.id, { store: parts.storage.current, onTrouble: troubleOf(bot, log) }),
    news: chatNews(bot, parts),
    vote,
    draw,
    manners: measuredManners(createManners(), measures),
    measures,
    log,
  };
}

const NOTHING_SHARED: InboxOf = () => undefined;
const NOTHING_SEEN = { of: (): Seen => ({ has: () => Promise.resolve(false), add: () => undefined }) };

/** Names that go on from what is typed, in a language; the core understands each of them. */
function namesOf(dataset: Dataset): Complete {
  const voices = createVoices(dataset);
  return (typed, kind, most, locale) =>
    complete(dataset, typed, kind, most).map((id) => voices[locale].lingo.name(id));
}

const troubleOf =
  ({ row }: Bot, log: Logger) =>
  (what: string, error: unknown): void =>
    log.warn({ platform: row.name, reason: redact(error) }, what);

/** Keeps the subscriptions and settings where the chats are. */
function chatNews(bot: Bot, { storage, languages, log }: AdapterParts): ChatNews {
  const { id } = bot;
  const tell = troubleOf(bot, log);
  const failed = (error: unknown): void => tell("news of a chat could not be stored", error);
  return {
    gone: (chat) => {
      storage.current()?.subscriptions.gone(id, chat, "the bot was removed or blocked").catch(failed);
    },
    moved: (from, to) => {
      languages.moved(id, from, to);
      storage.current()?.subscriptions.moved(id, from, to).catch(failed);
    },
  };
}
