/** The adapter on a test server of its own: what every test of it begins with. */
import { afterEach, beforeEach } from "vitest";
import { COMMANDS } from "../../src/app/commands.ts";
import type { Answer, Ask, Attend, Question } from "../../src/core/types.ts";
import { createTelegramAdapter } from "../../src/adapters/telegram/index.ts";
import type { Platform } from "../../src/adapters/shared/descriptor.ts";
import type { TelegramOptions } from "../../src/adapters/telegram/options.ts";
import type { Limits } from "../../src/adapters/telegram/transport/options.ts";
import type { Logger } from "../../src/shared/log.ts";
import { PostError } from "../../src/shared/post-error.ts";
import { createManners } from "../../src/adapters/shared/manners.ts";
import { group, privateChat, supergroup, user } from "../support/telegram/incoming.ts";
import type { Message } from "../support/telegram/types.ts";
import { createTelegramServer, type TelegramServer } from "../support/telegram/server.ts";

export const ann = user(11, "Ann", { username: "ann_test" });
export const bob = user(12, "Bob");
export const home = privateChat(ann);
export const street = group(-500, "Street");
export const town = supergroup(-1_001_000, "Town");
export const forum = supergroup(-1_002_000, "Forum", { is_forum: true });

export let server: TelegramServer;
/** Everything the adapters of the running test logged. */
export let logged: string[] = [];
const adapters: Platform[] = [];
/** What else to undo after the running test. */
export const cleanups: (() => unknown)[] = [];

export const ENDLESS: Limits = {
  overall: { count: Infinity, windowMs: 1 },
  chat: { count: Infinity, windowMs: 1 },
  group: { count: Infinity, windowMs: 1 },
};

/** Waits short enough for a test. */
const QUICK = {
  pollSeconds: 1,
  pollGraceMs: 500,
  callMs: 2_000,
  backoffFirstMs: 10,
  backoffMostMs: 60,
  retryFirstMs: 10,
  checkMs: 50,
  stopMs: 500,
};

export function serverPerTest(): void {
  beforeEach(async () => {
    server = await createTelegramServer();
    logged = [];
  });
  afterEach(async () => {
    await Promise.all(adapters.splice(0).map((adapter) => adapter.stop()));
    for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
    await server.close();
  });
}

const logger = (): Logger => {
  const write = (fields: object, message: string): void =>
    void logged.push(`${JSON.stringify(fields)} ${message}`);
  return { info: write, warn: write, error: write };
};

/** An answer whose title is the text and nothing else. */
export const plainAnswer = (text: string, extra: Partial<Answer> = {}): Answer => ({
  outcome: "answer",
  locale: "zh-CN",
  title: { text, facts: [], marks: [] },
  blocks: [],
  sources: [],
  next: [],
  clusters: [],
  cities: [],
  facts: [],
  ...extra,
});

/** Says what it was asked. */
export const echo: Ask = ({ text }: Question) => plainAnswer(`答：${text}`);

/** Says whether who asks administers the chat. */
export const tellsAdmin: Attend = async (_question, asker) =>
  plainAnswer(
    await asker.isAdmin().then(
      (isAdmin) => `管理员：${isAdmin}`,
      (error: unknown) => `没查到：${error instanceof PostError ? error.kind : "?"}`,
    ),
  );

export function newAdapter(options: Partial<TelegramOptions> = {}): Platform {
  const { timing, ...rest } = options;
  const endless = createManners({ count: 1e6, windowMs: 1 }, { count: 1e6, windowMs: 1 });
  const adapter = createTelegramAdapter({
    token: server.token,
    commands: COMMANDS,
    apiRoot: server.apiRoot,
    log: logger(),
    limits: ENDLESS,
    manners: endless,
    timing: { ...QUICK, ...timing },
    ...rest,
  });
  adapters.push(adapter);
  return adapter;
}

/** An adapter that answers. */
export async function running(
  options: Partial<TelegramOptions> = {},
  attend: Attend = echo,
): Promise<Platform> {
  const adapter = newAdapter(options);
  await adapter.start(attend);
  return adapter;
}

/** The texts the bot has sent to a chat. */
export const textsIn = (chat: { id: number }): (string | undefined)[] =>
  server.sent(chat.id).map(({ text }) => text);

/** The first message the bot has sent to a chat. */
export function firstIn(chat: { id: number }): Message {
  const [message] = server.sent(chat.id);
  if (!message) throw new Error(`the bot has sent nothing to chat ${chat.id}`);
  return message;
}

/** Waits until the bot has sent that many messages to a chat, and gives their texts. */
export async function texts(chat: { id: number }, count: number): Promise<(string | undefined)[]> {
  await server.waitFor(() => textsIn(chat).length >= count);
  return textsIn(chat);
}

/** Waits until every update is confirmed: whatever was to be done for them has been done. */
export const settled = async (): Promise<void> => {
  await server.waitFor(() => server.pendingUpdates.length === 0);
};
