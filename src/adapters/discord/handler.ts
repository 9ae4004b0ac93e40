/** What happens on each event: admit, acknowledge, ask, show. */
import { type ButtonInteraction, type Guild, type Interaction, type Message, messageLink } from "discord.js";
import type { Command } from "../../core/commands.ts";
import type { Answer, Asker, Attend, Ballot, Cast, Chat, Locale, Question, Vote } from "../../core/types.ts";
import type { Logger } from "../../shared/log.ts";
import { noticeLocale, type SettingOf } from "../shared/locale.ts";
import { CARD_ALLOWANCE, createManners, type Manners } from "../shared/manners.ts";
import { NOBODY } from "../shared/nobody.ts";
import type { Said } from "../shared/said.ts";
import type { Turns } from "../shared/turns.ts";
import { createBursts, WORDLESS } from "../shared/wordless.ts";
import { unvoted } from "../shared/votes.ts";
import { askerOfInteraction, askerOfMessage } from "./admin.ts";
import { createBallots } from "./ballots.ts";
import { needsHome } from "./commands.ts";
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
  isWordless,
  withReplied,
} from "./incoming.ts";
import type { DiscordOptions } from "./options.ts";
import { acknowledgeTurn, follow, hold, show, whisper } from "./interactions.ts";
import { type Body, firstBody, imageOf, pageBody, sendBody, sendBook } from "./outgoing.ts";
import type { Shelf } from "../shared/shelf.ts";
import { type Book, open, parsePress } from "./pages.ts";
import { createOffers } from "./offers.ts";
import { isVisiting } from "./places.ts";
import { type Words, WORDS } from "./words.ts";

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
  said: Said;
  turns: Turns;
  illustrator: Illustrator;
  /** Reports a failure; `where` is the channel it happened in. */
  failed: (error: unknown, where: string) => void;
}

interface Answered {
  answer: Answer;
  book: Book;
}

export function createHandlers(options: HandlerOptions): Handlers {
  const {
    attend,
    commands,
    vote,
    complete,
    setting,
    log,
    now,
    manners,
    shelf,
    said,
    turns,
    illustrator,
    failed,
  } = options;

  const offer = createOffers({ commands, complete });
  const beginsBurst = createBursts(now);
  const cast = createBallots(vote, now);
  const cardManners = createManners(CARD_ALLOWANCE, CARD_ALLOWANCE);

  /** What is said besides answers, in the language of who asked. */
  const localeFor = ({ chat, hint }: Pick<Question, "chat" | "hint">): Promise<Locale> =>
    noticeLocale(setting, chat, hint);
  const wordsFor = async (question: Pick<Question, "chat" | "hint">): Promise<Words> =>
    WORDS[await localeFor(question)];
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

  const admitWordless = ({ id }: Chat): "wordless" | "silent" => (beginsBurst(id) ? "wordless" : "silent");

  async function message(incoming: Message): Promise<void> {
    const question = questionFromMessage(incoming, incoming.client.user.id, now());
    if (!question) return;
    const admitted = isWordless(incoming) ? admitWordless(question.chat) : admit(question.chat);
    if (admitted === "silent") return;
    await turns
      .run(keyOf(question.chat), () => respond(incoming, question, admitted))
      .catch((error: unknown) => failed(error, incoming.channelId));
  }

  async function respond(
    incoming: Message,
    question: Question,
    admitted: "answer" | "notice" | "wordless",
  ): Promise<void> {
    const { id, channelId: channel, client } = incoming;
    const sending = { channel, nonce: id, replyTo: id };
    if (admitted !== "answer") {
      const locale = await localeFor(question);
      const content = admitted === "notice" ? WORDS[locale].tooFast : WORDLESS[locale].wordless;
      return void (await sendBody(client.rest, sending, { content }));
    }
    const answered = await answer(withReplied(question, incoming, said), askerOfMessage(incoming), id);
    const send = (book: Book): Promise<string> => sendBook(client.rest, sending, book);
    const sent = await illustrator.withOrWithout(await drawn(answered), send);
    said.keep(channel, sent, answered.answer);
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
        const sent = await illustrator.withOrWithout(await drawn(answered), (book) =>
          put(interaction, { ...above, ...firstBody(book) }, log),
        );
        if (sent !== undefined) said.keep(interaction.channelId, sent, answered.answer);
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
      const sent = await putBeside(answered.answer)(interaction, firstBody(answered.book), log);
      if (sent !== undefined) said.keep(interaction.channelId, sent, answered.answer);
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
