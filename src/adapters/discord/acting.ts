/** What happens on each interaction: a command, a button, an entry in the menu of a message. */
import { type ButtonInteraction, type Interaction, messageLink } from "discord.js";
import type { Command } from "../../core/commands.ts";
import type { Answer, Ballot, Cast, Chat, Question, Vote } from "../../core/types.ts";
import type { Logger } from "../../shared/log.ts";
import { noticeLocale, type SettingOf } from "../shared/locale.ts";
import { CARD_ALLOWANCE, createManners, type Manners } from "../shared/manners.ts";
import type { Said } from "../shared/said.ts";
import type { Shelf } from "../shared/shelf.ts";
import type { Turns } from "../shared/turns.ts";
import { askerOfInteraction } from "./admin.ts";
import type { Answering } from "./answering.ts";
import { createBallots } from "./ballots.ts";
import { needsHome } from "./commands.ts";
import type { Illustrator } from "./illustrate.ts";
import {
  type Asking,
  chatOf,
  hintOf,
  isHidden,
  keyOf,
  questionFromButton,
  questionFromCommand,
  questionFromMenu,
} from "./incoming.ts";
import { acknowledgeTurn, follow, hold, show, whisper } from "./interactions.ts";
import { type Body, firstBody, imageOf, pageBody } from "./outgoing.ts";
import { parsePress } from "./pages.ts";
import { isVisiting } from "./places.ts";
import { WORDS } from "./words.ts";

export interface ActingParts {
  answering: Answering;
  commands: readonly Command[];
  vote: Vote | undefined;
  setting: SettingOf;
  log: Logger;
  now: () => number;
  admit: (chat: Chat) => ReturnType<Manners["admit"]>;
  shelf: Shelf;
  said: Said;
  turns: Turns;
  illustrator: Illustrator;
  /** Reports a failure; `where` is the channel it happened in. */
  failed: (error: unknown, where: string) => void;
}

/** @returns what deals with an interaction. Never rejects, unless not even the failure can be told. */
export function createActing(parts: ActingParts): (interaction: Asking) => Promise<void> {
  const { answering, commands, vote, setting, log, now, admit, shelf, said, turns, illustrator, failed } =
    parts;
  const { answer, drawn } = answering;
  const cast = createBallots(vote, now);
  const cardManners = createManners(CARD_ALLOWANCE, CARD_ALLOWANCE);

  /** Says one thing to the person who acted, and to nobody else. */
  async function tell(
    interaction: Asking,
    key: "tooFast" | "failed" | "tooOld" | "visiting" | Cast,
  ): Promise<void> {
    const locale = await noticeLocale(setting, chatOf(interaction, interaction.user.id), hintOf(interaction));
    await whisper(interaction, { content: WORDS[locale][key] }, log);
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
      : reply(interaction, questionFromMenu(interaction, now(), said));
  }

  return async (interaction) => {
    try {
      await act(interaction);
    } catch (error) {
      failed(error, interaction.channelId);
      // Whatever fails, the person is told so, and nobody else.
      await tell(interaction, "failed");
    }
  };
}

/** A card in its place, an answer for everybody, a refusal for who pressed. */
function putBeside({ card, outcome }: Answer): typeof show {
  if (card) return show;
  return outcome === "answer" ? follow : whisper;
}

export const isAsking = (interaction: Interaction): interaction is Asking =>
  interaction.isChatInputCommand() || interaction.isButton() || interaction.isMessageContextMenuCommand();

/** What was asked with a message of somebody else names it: nobody else saw which. */
function contentFor(interaction: Asking): Pick<Body, "content"> {
  if (!interaction.isMessageContextMenuCommand()) return {};
  const { guildId, channelId, targetId } = interaction;
  return {
    content: guildId === null ? messageLink(channelId, targetId) : messageLink(channelId, targetId, guildId),
  };
}
