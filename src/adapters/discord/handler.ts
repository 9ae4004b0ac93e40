/** What happens on each event: admit, acknowledge, ask, show. */
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type Guild,
  type Interaction,
  type Message,
  messageLink,
} from "discord.js";
import type { Command } from "../../core/commands.ts";
import type { Answer, Asker, Attend, Ballot, Cast, Chat, Locale, Question, Vote } from "../../core/types.ts";
import type { Logger } from "../../shared/log.ts";
import { noticeLocale, type SettingOf } from "../shared/locale.ts";
import { CARD_ALLOWANCE, createManners, type Manners } from "../shared/manners.ts";
import { NOBODY } from "../shared/nobody.ts";
import type { Turns } from "../shared/turns.ts";
import { unvoted } from "../shared/votes.ts";
import { askerOfInteraction, askerOfMessage } from "./admin.ts";
import { createBallots } from "./ballots.ts";
import type { Pool } from "./command-options.ts";
import { completes, needsHome } from "./commands.ts";
import { CODES, codeOf } from "./failure.ts";
import { greet } from "./greeting.ts";
import type { Illustrator } from "./illustrate.ts";
import {
  type Asking,
  chatOf,
  hintOf,
  questionFromButton,
  questionFromCommand,
  questionFromMenu,
  questionFromMessage,
  isHidden,
} from "./incoming.ts";
import type { DiscordOptions } from "./options.ts";
import { acknowledgeTurn, follow, hold, show, whisper } from "./interactions.ts";
import { type Body, firstBody, imageOf, pageBody, sendBody, sendBook } from "./outgoing.ts";
import type { Shelf } from "../shared/shelf.ts";
import { type Book, open, parsePress } from "./pages.ts";
import { isVisiting } from "./places.ts";
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
  vote: Vote | undefined;
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

interface Answered {
  answer: Answer;
  book: Book;
}

/** Discord shows no more, and no longer ones. */
const MOST_CHOICES = 25;
const MOST_CHOICE_LENGTH = 100;

export function createHandlers(options: HandlerOptions): Handlers {
  const { attend, commands, vote, complete, setting, log, now, manners, shelf, turns, illustrator, failed } =
    options;

  const cast = createBallots(vote, now);
  const cardManners = createManners(CARD_ALLOWANCE, CARD_ALLOWANCE);

  /** What is said besides answers, in the language of who asked. */
  const wordsFor = async ({ chat, hint }: Pick<Question, "chat" | "hint">): Promise<Words> =>
    WORDS[await noticeLocale(setting, chat, hint)];
  /** Says one thing to the person who acted, and to nobody else. */
  async function tell(
    interaction: Asking,
    key: "tooFast" | "failed" | "tooOld" | "visiting" | Cast,
  ): Promise<void> {
    const locale = await noticeLocale(setting, chatOf(interaction, interaction.user.id), hintOf(interaction));
    await whisper(interaction, { content: WORDS[locale][key] }, log);
  }
  const answer = async (question: Question, asker: Asker, key: string): Promise<Answered> => {
    const started = performance.now();
    const answered = await attend(question, asker);
    const book = open(shelf, key, vote ? answered : unvoted(answered));
    log.info(
      { ms: Math.round((performance.now() - started) * 100) / 100, pages: book.pages.length },
      "discord: answered",
    );
    return { answer: answered, book };
  };
  const drawn = async (answered: Answered): Promise<Book> => ({
    ...answered.book,
    drawing: await illustrator.picture(answered.answer),
  });
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
        return illustrator.withOrWithout(await drawn(answered), (book) => sendBook(rest, sending, book));
      })
      .catch((error: unknown) => failed(error, channel));
  }

  /** Answers in turn, to whom it concerns. */
  async function reply(interaction: Asking, question: Question): Promise<void> {
    if (isVisiting(interaction) && needsHome(commands, question.text)) return tell(interaction, "visiting");
    // Only the person sees it; silence would make Discord say that the application failed.
    if (admit(question.chat) !== "answer") return tell(interaction, "tooFast");
    const hidden = isHidden(interaction);
    const held = hold(interaction, hidden, now(), log);
    await turns
      .run(keyOf(question.chat), async () => {
        if (!(await held.isOpen())) return;
        const answered = await answer(question, askerOfInteraction(interaction), interaction.id);
        const aside = answered.answer.aside === true;
        if (!(await held.take(hidden || aside))) return;
        const put = aside && interaction.ephemeral === false ? whisper : show;
        const above = contentFor(interaction);
        await illustrator.withOrWithout(await drawn(answered), (book) =>
          put(interaction, { ...above, ...firstBody(book) }, log),
        );
      })
      .finally(() => held.release());
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

  const voted = async (interaction: ButtonInteraction, ballot: Ballot): Promise<void> =>
    tell(interaction, await cast(interaction, ballot));

  /** The card as it is then takes the place of the one that was pressed; anything else is shown beside it. */
  async function pressedCard(interaction: ButtonInteraction, text: string): Promise<void> {
    const question = questionFromButton(interaction, text, now());
    const { user = "", id } = question.chat;
    if (cardManners.admit(user, id, now()) !== "answer") return tell(interaction, "tooFast");
    const taken = acknowledgeTurn(interaction, log);
    await turns.run(keyOf(question.chat), async () => {
      const answered = await answer(question, askerOfInteraction(interaction), interaction.id);
      if (!(await taken)) return;
      await putBeside(answered.answer)(interaction, firstBody(answered.book), log);
    });
  }

  function press(interaction: ButtonInteraction): Promise<void> {
    const pressed = parsePress(interaction.customId);
    if (!pressed) return tell(interaction, "tooOld");
    if (pressed.kind === "page") return turn(interaction, pressed.key, pressed.index);
    if (pressed.kind === "vote") return voted(interaction, pressed.ballot);
    if (pressed.kind === "card") return pressedCard(interaction, pressed.text);
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

  function act(interaction: Asking): Promise<void> {
    if (interaction.isButton()) return press(interaction);
    return interaction.isChatInputCommand()
      ? reply(interaction, questionFromCommand(interaction, commands, now()))
      : reply(interaction, questionFromMenu(interaction, now()));
  }

  /** Whatever fails, the person is told so, and nobody else. */
  async function acted(interaction: Asking): Promise<void> {
    try {
      await act(interaction);
    } catch (error) {
      failed(error, interaction.channelId);
      await tell(interaction, "failed");
    }
  }

  return {
    message,
    async interaction(interaction) {
      if (interaction.isAutocomplete()) return offer(interaction);
      if (isAsking(interaction)) return acted(interaction);
    },
    guild: (guild) =>
      greet(
        guild,
        async (question) => drawn(await answer(question, NOBODY, guild.id)),
        wordsFor,
        now(),
        failed,
      ),
  };
}

/** A card in its place, an answer for everybody, a refusal for who pressed. */
function putBeside({ card, outcome }: Answer): typeof show {
  if (card) return show;
  return outcome === "answer" ? follow : whisper;
}

const isAsking = (interaction: Interaction): interaction is Asking =>
  interaction.isChatInputCommand() || interaction.isButton() || interaction.isMessageContextMenuCommand();

/** What was asked with a message of somebody else names it: nobody else saw which. */
function contentFor(interaction: Asking): Pick<Body, "content"> {
  if (!interaction.isMessageContextMenuCommand()) return {};
  const { guildId, channelId, targetId } = interaction;
  return {
    content: guildId === null ? messageLink(channelId, targetId) : messageLink(channelId, targetId, guildId),
  };
}

const keyOf = ({ id, thread = "" }: Chat): string => `${id}/${thread}`;
