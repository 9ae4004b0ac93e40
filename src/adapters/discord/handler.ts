/** What happens on each event: admit, acknowledge, ask, show. */
import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Guild,
  Interaction,
  Message,
} from "discord.js";
import type { Command } from "../../core/commands.ts";
import type { Asker, Attend, Chat, Locale, Question } from "../../core/types.ts";
import type { Logger } from "../../shared/log.ts";
import { noticeLocale, type SettingOf } from "../shared/locale.ts";
import type { Manners } from "../shared/manners.ts";
import { NOBODY } from "../shared/nobody.ts";
import type { Turns } from "../shared/turns.ts";
import { askerOfInteraction, askerOfMessage } from "./admin.ts";
import type { Pool } from "./command-options.ts";
import { completes } from "./commands.ts";
import { CODES, codeOf } from "./failure.ts";
import { greet } from "./greeting.ts";
import type { Illustrator } from "./illustrate.ts";
import {
  chatOf,
  hintOf,
  questionFromButton,
  questionFromCommand,
  questionFromMessage,
  isHidden,
} from "./incoming.ts";
import type { DiscordOptions } from "./options.ts";
import { type Acknowledged, acknowledge, acknowledgeTurn, show, whisper } from "./interactions.ts";
import { firstBody, imageOf, pageBody, sendBody, sendBook } from "./outgoing.ts";
import type { Shelf } from "../shared/shelf.ts";
import { type Book, open, parsePress } from "./pages.ts";
import { type Words, WORDS } from "./words.ts";
import { zonesLike } from "./zones.ts";

export interface Handlers {
  message: (message: Message) => Promise<void>;
  interaction: (interaction: Interaction) => Promise<void>;
  guild: (guild: Guild) => Promise<void>;
}

export interface HandlerOptions {
  attend: Attend;
  commands: readonly Command[];
  complete: DiscordOptions["complete"];
  setting: SettingOf;
  log: Logger;
  now: () => number;
  manners: Manners;
  shelf: Shelf;
  turns: Turns;
  illustrator: Illustrator;
  /** Reports a failure; `where` is the channel it happened in. */
  failed: (error: unknown, where: string) => void;
}

/** Discord shows no more, and no longer ones. */
const MOST_CHOICES = 25;
const MOST_CHOICE_LENGTH = 100;

export function createHandlers(options: HandlerOptions): Handlers {
  const { attend, commands, complete, setting, log, now, manners, shelf, turns, illustrator, failed } =
    options;

  /** What is said besides answers, in the language of who asked. */
  const wordsFor = async ({ chat, hint }: Pick<Question, "chat" | "hint">): Promise<Words> =>
    WORDS[await noticeLocale(setting, chat, hint)];
  /** Says one thing to the person who acted, and to nobody else. */
  async function tell(interaction: Acknowledged, key: "tooFast" | "failed" | "tooOld"): Promise<void> {
    const locale = await noticeLocale(setting, chatOf(interaction, interaction.user.id), hintOf(interaction));
    await whisper(interaction, WORDS[locale][key], log);
  }
  const answer = async (question: Question, asker: Asker, key: string): Promise<Book> => {
    const started = performance.now();
    const answered = await attend(question, asker);
    const book = open(shelf, key, answered);
    log.info(
      { ms: Math.round((performance.now() - started) * 100) / 100, pages: book.pages.length },
      "discord: answered",
    );
    return { ...book, drawing: await illustrator.picture(answered) };
  };
  const admit = ({ user = "", id }: Chat): ReturnType<Manners["admit"]> => manners.admit(user, id, now());

  async function message(incoming: Message): Promise<void> {
    const question = questionFromMessage(incoming, incoming.client.user.id, now());
    if (!question) return;
    const admitted = admit(question.chat);
    if (admitted === "silent") return;
    const channel = incoming.channelId;
    const sending = { channel, nonce: incoming.id, replyTo: incoming.id };
    const { rest } = incoming.client;
    await turns
      .run(keyOf(question.chat), async () => {
        if (admitted === "notice")
          return sendBody(rest, sending, { content: (await wordsFor(question)).tooFast });
        const answered = await answer(question, askerOfMessage(incoming), incoming.id);
        return illustrator.withOrWithout(answered, (book) => sendBook(rest, sending, book));
      })
      .catch((error: unknown) => failed(error, channel));
  }

  /** Acknowledges before anything else is done, then answers in turn. */
  async function reply(interaction: Acknowledged, question: Question): Promise<void> {
    // Only the person sees it; silence would make Discord say that the application failed.
    if (admit(question.chat) !== "answer") return tell(interaction, "tooFast");
    const taken = acknowledge(interaction, isHidden(interaction), log);
    await turns.run(keyOf(question.chat), async () => {
      if (!(await taken)) return;
      const answered = await answer(question, askerOfInteraction(interaction), interaction.id);
      await illustrator.withOrWithout(answered, (book) => show(interaction, firstBody(book), log));
    });
  }

  async function turn(interaction: ButtonInteraction, key: string, index: number): Promise<void> {
    const pages = shelf.pages(key);
    if (!pages?.[index]) return tell(interaction, "tooOld");
    const taken = acknowledgeTurn(interaction, log);
    await turns.run(keyOf(chatOf(interaction, interaction.user.id)), async () => {
      if (await taken)
        await show(interaction, pageBody({ key, pages }, index, imageOf(interaction.message)), log);
    });
  }

  function press(interaction: ButtonInteraction): Promise<void> {
    const pressed = parsePress(interaction.customId);
    if (!pressed) return tell(interaction, "tooOld");
    if (pressed.kind === "page") return turn(interaction, pressed.key, pressed.index);
    return reply(interaction, questionFromButton(interaction, pressed.text, now()));
  }

  function offersFor(typed: string, pool: Pool | undefined, locale: Locale): string[] {
    if (pool === undefined) return [];
    const names = pool === "zone" ? zonesLike(typed) : complete(typed, pool, MOST_CHOICES, locale);
    return names.slice(0, MOST_CHOICES);
  }

  async function offer(interaction: AutocompleteInteraction): Promise<void> {
    const { name, value } = interaction.options.getFocused(true);
    const pool = completes(commands, interaction.commandName, name);
    const choices = offersFor(value, pool, hintOf(interaction) ?? "zh-CN").map((text) => ({
      name: text.slice(0, MOST_CHOICE_LENGTH),
      value: text.slice(0, MOST_CHOICE_LENGTH),
    }));
    try {
      await interaction.respond(choices);
    } catch (error) {
      // The next letter was typed before this list arrived.
      if (codeOf(error) !== CODES.unknownInteraction && codeOf(error) !== CODES.alreadyAcknowledged)
        throw error;
    }
  }

  /** Whatever fails, the person is told so, and nobody else. */
  async function acted(interaction: ChatInputCommandInteraction | ButtonInteraction): Promise<void> {
    try {
      await (interaction.isButton()
        ? press(interaction)
        : reply(interaction, questionFromCommand(interaction, commands, now())));
    } catch (error) {
      failed(error, interaction.channelId);
      await tell(interaction, "failed");
    }
  }

  return {
    message,
    async interaction(interaction) {
      if (interaction.isAutocomplete()) return offer(interaction);
      if (interaction.isChatInputCommand() || interaction.isButton()) return acted(interaction);
    },
    guild: (guild) => greet(guild, (question) => answer(question, NOBODY, guild.id), wordsFor, now(), failed),
  };
}

const keyOf = ({ id, thread = "" }: Chat): string => `${id}/${thread}`;
