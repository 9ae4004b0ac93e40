/** The bot introduces itself once, in a server it was just added to. */
import { type Guild, type GuildBasedChannel, PermissionFlagsBits } from "discord.js";
import type { Question } from "../../core/types.ts";
import { hintOfGuild } from "./incoming.ts";
import { sendBook } from "./outgoing.ts";
import type { Book } from "./pages.ts";
import type { Words } from "./words.ts";

/** After an outage Discord may announce servers anew; those were joined long ago. */
const JUST_NOW_MS = 10 * 60_000;
const NEEDED = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages];

/** @param help answers a question. @param wordsFor the words it is told in. @param now milliseconds since the epoch. Failures are reported, never thrown. */
export async function greet(
  guild: Guild,
  help: (question: Question) => Promise<Book>,
  wordsFor: (question: Question) => Promise<Words>,
  now: number,
  failed: (error: unknown, where: string) => void,
): Promise<void> {
  const channel = placeFor(guild);
  if (!channel || now - guild.joinedTimestamp > JUST_NOW_MS) return;
  const hint = hintOfGuild(guild);
  const question = {
    text: "/start",
    chat: { platform: "discord", id: channel.id },
    ...(hint && { hint }),
  };
  try {
    const { greeting: content } = await wordsFor(question);
    const sending = { channel: channel.id, nonce: `hello${guild.id}`, content };
    await sendBook(guild.client.rest, sending, await help(question));
  } catch (error) {
    failed(error, channel.id);
  }
}

/** Where the server wants such messages, or else the first channel where the bot may write. */
function placeFor(guild: Guild): GuildBasedChannel | undefined {
  const mayWrite = (channel: GuildBasedChannel | null): boolean =>
    channel?.isTextBased() === true &&
    guild.members.me !== null &&
    channel.permissionsFor(guild.members.me).has(NEEDED);
  if (guild.systemChannel && mayWrite(guild.systemChannel)) return guild.systemChannel;
  return guild.channels.cache
    .filter((channel) => !channel.isThread() && !channel.isVoiceBased())
    .find(mayWrite);
}
