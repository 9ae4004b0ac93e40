/**
 * The whole bot on a platform's real connection, with a store of its own, and what people in a group there do and see.
 * Platforms differ in how a command is given, where the rest of an answer is and how a button is pressed; nothing else.
 */
import type { APIMessage } from "discord-api-types/v10";
import { MessageFlags, PermissionFlagsBits } from "discord-api-types/v10";
import { SETTINGS } from "../../src/daily/commands.ts";
import { readConfig } from "../../src/app/config.ts";
import { createBot } from "../../src/core/bot.ts";
import { createLanguages } from "../../src/daily/languages.ts";
import { createVotes } from "../../src/feedback/votes.ts";
import { createAdapters } from "../../src/app/adapters.ts";
import { createPosting } from "../../src/app/posting.ts";
import { SILENT } from "../../src/shared/log.ts";
import { createStorage } from "../../src/app/storage.ts";
import { openStore, type StoreOptions } from "../../src/store/open.ts";
import { dataset } from "./bot.ts";
import { until } from "./daily.ts";
import { buttonsOf, createWorld, type Room, TOKEN, type World } from "./discord/world.ts";
import { supergroup, user } from "./telegram/incoming.ts";
import { createTelegramServer, type TelegramServer } from "./telegram/server.ts";
import type { Message, User } from "./telegram/types.ts";

/** A message of the bot as somebody sees it. */
export interface Seen {
  /** What is read at first. */
  text: string;
  buttons: string[];
}

export interface Person {
  /** Speaks to the bot and waits for its answer. */
  say(text: string): Promise<Seen>;
  /** Gives a command with at most one argument and waits for the answer. */
  command(name: string, argument?: string): Promise<Seen>;
  /** Presses a button of the last message. @returns what the platform shows them alone, "" where it shows nothing. */
  press(label: string): Promise<string>;
}

export interface Group {
  /** Id of the chat. */
  id: string;
  /** Somebody who is new there. @param locale in which they use the platform, as it writes it. */
  person(locale?: string, isAdmin?: boolean): Promise<Person>;
  /** What the bot said last, as it is now. */
  last(): Promise<Seen>;
  /** How much the bot has said. */
  count(): Promise<number>;
  /** All that the last message holds, once it was touched where that is needed. */
  whole(who: Person): Promise<string>;
}

export interface Stage {
  group(): Group;
  /** Ends the bot and starts it again on the same store. */
  restart(): Promise<void>;
  /** Makes the daily post of a group due. */
  makeDue(group: Group): Promise<void>;
  close(): Promise<void>;
}

/** Everything `run` puts together, but for pictures and signals. */
async function begin(env: Record<string, string>, { dataDir, databaseUrl }: StoreOptions) {
  const config = readConfig({
    ...env,
    DATA_DIR: dataDir === "" ? undefined : dataDir,
    DATABASE_URL: databaseUrl,
  });
  const storage = createStorage(config, SILENT);
  await until("the store is open", () => storage.current() !== undefined);
  const languages = createLanguages({ store: storage.current, onTrouble: () => undefined });
  const shared = { storage, languages, log: SILENT };
  const vote = createVotes({ dataset, store: storage.current, now: Date.now, onTrouble: () => undefined });
  const platforms = await createAdapters(config, {
    ...shared,
    dataset,
    vote,
    draw: async () => undefined,
  });
  const posting = createPosting(config, dataset, createBot(dataset, SETTINGS), { ...shared, platforms });
  await Promise.all(platforms.map((platform) => platform.start(posting.attend)));
  posting.start();
  return async (): Promise<void> => {
    await Promise.all([posting.stop(), ...platforms.map((platform) => platform.stop())]);
    await storage.close();
  };
}

async function stageOf(
  env: Record<string, string>,
  options: StoreOptions,
  bot: string,
  group: () => Group,
): Promise<Stage> {
  let end = await begin(env, options);
  return {
    group,
    async restart() {
      await end();
      end = await begin(env, options);
    },
    async makeDue({ id }) {
      const store = await openStore(options);
      const found = await store.subscriptions.find(bot, id);
      if (!found) throw new Error(`${id} has no subscription`);
      await store.subscriptions.reschedule(found.id, Date.now() - 1_000);
      await store.close();
    },
    close: () => end(),
  };
}

let people = 1_000;

/** Waits for the message after those there were. */
async function answered(group: Group, act: () => unknown): Promise<Seen> {
  const before = await group.count();
  await act();
  await until("the bot answers", async () => (await group.count()) > before);
  return group.last();
}

// Telegram --------------------------------------------------------------------------------------------------------------

export async function onTelegram(options: StoreOptions): Promise<Stage> {
  const server = await createTelegramServer();
  const { token, apiRoot } = server;
  const env = { TELEGRAM_TOKEN: token, TELEGRAM_API_ROOT: apiRoot };
  let groups = 0;
  const stage = await stageOf(env, options, `telegram:${token.split(":")[0]}`, () =>
    telegramGroup(server, -1_005_000 - (groups += 1)),
  );
  return { ...stage, close: () => stage.close().then(() => server.close()) };
}

/** Telegram folds the rest of an answer into the message itself. */
function telegramGroup(server: TelegramServer, id: number): Group {
  const chat = supergroup(id);
  server.addChat(chat);
  const message = (): Message => {
    const last = server.sent(id).at(-1);
    if (!last) throw new Error("the bot has said nothing");
    return last;
  };
  const foldOf = ({ entities = [], text = "" }: Message): number =>
    entities.find(({ type }) => type === "expandable_blockquote")?.offset ?? text.length;
  const group: Group = {
    id: String(id),
    count: async () => server.sent(id).length,
    last: async () => ({
      text: (message().text ?? "").slice(0, foldOf(message())),
      buttons: (message().reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text),
    }),
    whole: async () => message().text ?? "",
    async person(locale, isAdmin = false) {
      const who: User = user((people += 1), "Ann", locale === undefined ? {} : { language_code: locale });
      server.setMember(id, who, isAdmin ? "administrator" : "member");
      const say = (text: string) => answered(group, () => server.message(chat, who, text));
      return {
        say: (text) => say(`@loopback_test_bot ${text}`),
        command: (name, argument = "") => say(`/${name} ${argument}`.trim()),
        async press(label) {
          const button = message()
            .reply_markup?.inline_keyboard.flat()
            .find(({ text }) => text === label);
          const before = server.callsOf("answerCallbackQuery").length;
          server.press(who, message(), button?.callback_data ?? "");
          await until("the press is answered", () => server.callsOf("answerCallbackQuery").length > before);
          const { text } = server.callsOf("answerCallbackQuery").at(-1)?.params ?? {};
          return typeof text === "string" ? text : "";
        },
      };
    },
  };
  return group;
}

// Discord ---------------------------------------------------------------------------------------------------------------

/** There is one world a process. */
let discord: Promise<World> | undefined;

export async function onDiscord(options: StoreOptions): Promise<Stage> {
  const world = await (discord ??= createWorld());
  const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_ROOT: world.apiRoot };
  const account = Buffer.from(TOKEN.split(".")[0] ?? "", "base64url").toString();
  return stageOf(env, options, `discord:${account}`, () => discordGroup(world, world.room()));
}

/** At the end of a test file. */
export async function closeDiscord(): Promise<void> {
  await (await discord)?.stop();
}

/** The options of those commands that are given with an argument. */
const OPTION: Readonly<Record<string, string>> = {
  cluster: "cluster",
  language: "language",
};

/** Every text of a message, with the names of its fields, as a person sees it. */
const textOf = ({ content, embeds }: APIMessage): string =>
  [
    content,
    ...embeds.flatMap(({ title, description, fields = [], footer }) => [
      title,
      description,
      ...fields.map(({ name, value }) => `${name}\n${value}`),
      footer?.text,
    ]),
  ]
    .filter(Boolean)
    .join("\n")
    .replaceAll(/\\(?=\S)/gu, "");

/** Discord keeps the rest of an answer behind a button. */
function discordGroup(world: World, { channel, user: first }: Room): Group {
  /** Those that everybody sees. */
  const messages = async (): Promise<APIMessage[]> =>
    (await world.botMessages(channel)).filter(({ flags = 0 }) => (flags & MessageFlags.Ephemeral) === 0);
  const message = async (): Promise<APIMessage> => {
    const last = (await messages()).at(-1);
    if (!last) throw new Error("the bot has said nothing");
    return last;
  };
  let next: string | undefined = first;
  const group: Group = {
    id: channel,
    count: async () => (await messages()).length,
    async last() {
      // A deferred answer is there before its text is.
      await until("the answer is shown", async () => textOf(await message()) !== "");
      const last = await message();
      return { text: textOf(last), buttons: buttonsOf(last).map(({ label }) => label) };
    },
    async whole(who) {
      const { text, buttons } = await group.last();
      const more = buttons.find((label) => label === "更多" || label === "More");
      if (more === undefined) return text;
      await who.press(more);
      await until("all of it is shown", async () => (await group.last()).text !== text);
      return (await group.last()).text;
    },
    async person(locale = "zh-CN", isAdmin = false) {
      const room = { channel, user: next ?? world.room().user };
      next = undefined;
      world.speak(room.user, locale);
      // With an interaction its permissions come along, with a message the roles are looked up.
      await world.permit(room.user, isAdmin ? PermissionFlagsBits.ManageGuild : 0n);
      if (isAdmin) await world.role(room.user, PermissionFlagsBits.ManageGuild);
      return {
        say: (text) => answered(group, () => world.mention(room, text)),
        command: (name, argument) =>
          answered(group, () => {
            const option = OPTION[name];
            // What is no option is a sub-command.
            if (argument === undefined || option === undefined)
              return world.slash(room, [name, argument].join(" ").trim());
            return world.slash(room, name, { [option]: argument });
          }),
        async press(label) {
          const last = await message();
          const button = buttonsOf(last).find((one) => one.label === label);
          const { id } = await world.press(room, last.id, button?.id ?? "");
          const { type, data } = await world.callback(id);
          return type === 4 ? (JSON.parse(data ?? "{}") as { content: string }).content : "";
        },
      };
    },
  };
  return group;
}
