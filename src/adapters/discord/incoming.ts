/** From Discord's events to questions: which of them are meant for the bot. */
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Guild,
  Locale as Tag,
  type Message,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  MessageType,
} from "discord.js";
import type { Command } from "../../core/commands.ts";
import type { Chat, Locale, Question } from "../../core/types.ts";
import { localeOf } from "../shared/locale.ts";
import type { Said } from "../shared/said.ts";
import { PRIVATE } from "./command-options.ts";
import { argumentsOf } from "./commands.ts";

/** What gets an answer. */
export type Asking = ButtonInteraction | ChatInputCommandInteraction | MessageContextMenuCommandInteraction;
type Interaction = AutocompleteInteraction | Asking;

/** Asked without words: someone only mentions the bot, or sends it a picture. */
const HELP = "/help";

// What Discord writes for a mention of anything, and for an emoji of a server.
const MARKUP = /<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>/gu;

/**
 * @param me id of the bot.
 * @returns undefined unless a person mentions the bot, replies to it with a mention, or writes it a direct message.
 */
export function questionFromMessage(message: Message, me: string, at: number): Question | undefined {
  if (!isFromPerson(message) || !isAddressed(message, me)) return undefined;
  const text = message.content.replace(MARKUP, " ").trim();
  return {
    text: text === "" ? HELP : text,
    chat: chatOf(message, message.author.id),
    at,
    ...hinted(hintOfGuild(message.guild)),
  };
}

/** Written to the bot alone and without words: a picture, a voice, a sticker. */
export const isWordless = (message: Message): boolean => !message.inGuild() && message.content === "";

/** The question with what its message replies to, where that is an answer of the bot. */
export function withReplied(question: Question, { channelId, reference }: Message, said: Said): Question {
  const about = reference?.messageId === undefined ? undefined : said.about(channelId, reference.messageId);
  return about ? { ...question, about } : question;
}

const isFromPerson = ({ author, webhookId, type }: Message): boolean =>
  !author.bot && webhookId === null && (type === MessageType.Default || type === MessageType.Reply);

/** Mentions of everyone and of roles are not meant for the bot; a reply mentions whom it answers. */
const isAddressed = (message: Message, me: string): boolean =>
  !message.inGuild() || message.mentions.users.has(me);

/** `/cluster name:半导体` → the text of the same question in the terminal. */
export function questionFromCommand(
  interaction: ChatInputCommandInteraction,
  commands: readonly Command[],
  at: number,
): Question {
  const { commandName, options } = interaction;
  const subcommand = options.getSubcommand(false) ?? undefined;
  const given = options.data.flatMap((option) => option.options ?? option);
  const values = new Map(
    given.flatMap(({ name, value }) =>
      value === undefined || typeof value === "boolean" ? [] : [[name, value] as const],
    ),
  );
  const words = argumentsOf(commands, commandName, { subcommand, values }, hintOf(interaction));
  return question(interaction, [`/${commandName}`, ...words].join(" "), at);
}

/** Whether only the person who acts is to see the answer: they said so, or press a button only they can see. */
export function isHidden(interaction: Asking): boolean {
  if (interaction.isButton()) return interaction.message.flags.has(MessageFlags.Ephemeral);
  return interaction.isChatInputCommand() && interaction.options.get(PRIVATE)?.value === true;
}

/** The question a button carries, asked by who pressed it. */
export const questionFromButton = (interaction: ButtonInteraction, text: string, at: number): Question =>
  question(interaction, text, at);

/** Asks what an answer rests on, in no language: the answer is in that of the chat, or of who asks. */
const WHY = "/ask why";

/**
 * What somebody wrote, asked by somebody else: it is a question and never a command, whatever it begins with. Of an answer
 * of the bot that rests on facts it is asked why it is so: what it says is no question.
 */
export function questionFromMenu(
  interaction: MessageContextMenuCommandInteraction,
  at: number,
  said: Said,
): Question {
  const about = said.about(interaction.channelId, interaction.targetId);
  if (about?.answer && about.answer.facts.length > 0) return { ...question(interaction, WHY, at), about };
  const { content, embeds } = interaction.targetMessage;
  const [embed] = embeds;
  const written = [content, embed?.title, embed?.description].find((part) => part);
  const text = (written ?? "").replace(MARKUP, " ").trim();
  return question(interaction, text === "" ? text : `/ask ${text}`, at);
}

const question = (interaction: Interaction, text: string, at: number): Question => ({
  text,
  chat: chatOf(interaction, interaction.user.id),
  at,
  ...hinted(hintOf(interaction)),
});

/** The language a person uses Discord in. */
export const hintOf = ({ locale }: { locale: string }): Locale | undefined => localeOf(locale);

/** With a message Discord tells only the language of the server. English is what it has while nobody chose another. */
export const hintOfGuild = (guild: Pick<Guild, "preferredLocale"> | null): Locale | undefined =>
  guild === null || guild.preferredLocale === Tag.EnglishUS ? undefined : localeOf(guild.preferredLocale);

const hinted = (hint: Locale | undefined): { hint?: Locale } => (hint === undefined ? {} : { hint });

/** A thread belongs to its channel, and is a conversation of its own. */
export function chatOf(event: Message | Interaction, user: string): Chat {
  const { channel, channelId } = event;
  const place =
    channel?.isThread() === true
      ? { id: channel.parentId ?? channelId, thread: channelId }
      : { id: channelId };
  return { platform: "discord", user, ...place };
}

/** Names a conversation: what belongs to it is answered in turn. */
export const keyOf = ({ id, thread = "" }: Chat): string => `${id}/${thread}`;
