/** Interactions: taken up at once, answered afterwards, and never taken up twice. */
import { MessageFlags, type ButtonInteraction, type ChatInputCommandInteraction } from "discord.js";
import type { Logger } from "../../shared/log.ts";
import { CODES, codeOf } from "./failure.ts";
import { altOf, type Body } from "./outgoing.ts";

export type Acknowledged = ChatInputCommandInteraction | ButtonInteraction;

/**
 * Tells Discord within its 3 seconds that an answer comes, as a new message.
 * @param hidden only who asked will see it.
 * @returns whether there is still something to answer: not where Discord knows the interaction no more.
 */
export async function acknowledge(interaction: Acknowledged, hidden: boolean, log: Logger): Promise<boolean> {
  const deferred = interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {});
  const going = await settled(interaction, deferred, log);
  // After a lost attempt the library does not know this.
  interaction.ephemeral = hidden;
  return going;
}

/** The same, for an answer that takes the place of the message with the button. */
export const acknowledgeTurn = (interaction: ButtonInteraction, log: Logger): Promise<boolean> =>
  settled(interaction, interaction.deferUpdate(), log);

async function settled(
  interaction: Acknowledged,
  acknowledged: Promise<unknown>,
  log: Logger,
): Promise<boolean> {
  try {
    await acknowledged;
  } catch (error) {
    const code = codeOf(error);
    if (code !== CODES.unknownInteraction && code !== CODES.alreadyAcknowledged) throw error;
    log.info({ code }, "discord: interaction was already over or acknowledged");
    if (code === CODES.unknownInteraction) return false;
    // Acknowledged by an attempt whose answer was lost on the way: the answer can still be given.
    interaction.deferred = true;
  }
  return true;
}

/**
 * Puts a page where the acknowledgement stands. Without a drawing nothing is said about attachments, so that Discord
 * keeps those the message has.
 * @throws unless the interaction is over by now.
 */
export async function show(interaction: Acknowledged, body: Body, log: Logger): Promise<void> {
  const { embeds = [], components = [], drawing } = body;
  const files = drawing && [
    { attachment: Buffer.from(drawing.bytes), name: drawing.name, description: altOf(drawing) },
  ];
  try {
    await interaction.editReply({ embeds, components, ...(files && { files }) });
  } catch (error) {
    if (!isOver(error)) throw error;
    log.info({ code: codeOf(error) }, "discord: interaction is over");
  }
}

/** Says something only the person who acted can see; takes a public acknowledgement back first. */
export async function whisper(interaction: Acknowledged, content: string, log: Logger): Promise<void> {
  const notice = { content, flags: MessageFlags.Ephemeral } as const;
  try {
    if (!interaction.deferred && !interaction.replied) return void (await interaction.reply(notice));
    if (interaction.ephemeral === false) await takeBack(interaction);
    await interaction.followUp(notice);
  } catch (error) {
    if (!isOver(error)) throw error;
    log.info({ code: codeOf(error) }, "discord: interaction is over");
  }
}

/** The first follow-up would replace the acknowledgement and be as public as that. */
async function takeBack(interaction: Acknowledged): Promise<void> {
  try {
    await interaction.deleteReply();
  } catch (error) {
    if (codeOf(error) !== CODES.unknownMessage) throw error;
  }
}

const OVER = new Set<number | string>([
  CODES.unknownInteraction,
  CODES.alreadyAcknowledged,
  CODES.unknownMessage,
  CODES.invalidWebhookToken,
]);

const isOver = (error: unknown): boolean => OVER.has(codeOf(error) ?? 0);
