/** Interactions: taken up in time, answered to whom it concerns, and never taken up twice. */
import { MessageFlags, type ButtonInteraction } from "discord.js";
import type { Logger } from "../../shared/log.ts";
import { CODES, codeOf } from "./failure.ts";
import type { Asking } from "./incoming.ts";
import { altOf, type Body } from "./outgoing.ts";

/**
 * Discord wants to hear within 3 s that an answer comes, and then already who will see it. Most answers are there in a
 * few milliseconds and say so themselves; for one that takes longer this is how long the word of it is held back.
 */
const HOLD_MS = 500;
/** Of what reaches us later than this Discord may want to hear no more: it is asked first, before anything is done. */
const LATE_MS = 1_500;

/** The acknowledgement of an interaction, given once. */
export interface Held {
  /** Whether there is still something to answer, as far as is known: not where Discord knows the interaction no more. */
  isOpen(): Promise<boolean>;
  /** Acknowledges, where that was not done yet. @param hidden only who asked will see the answer. @returns as `isOpen`. */
  take(hidden: boolean): Promise<boolean>;
  /** Does nothing by itself any more, and waits for what it has begun. Never rejects. */
  release(): Promise<void>;
}

/**
 * Acknowledges by itself when the answer does not come soon.
 * @param hidden as it was asked: unless the answer says otherwise.
 * @param now milliseconds since the epoch. A clock that is ahead only makes everything late.
 */
export function hold(interaction: Asking, hidden: boolean, now: number, log: Logger): Held {
  let taken: Promise<boolean> | undefined;
  const take = (isHidden: boolean): Promise<boolean> => {
    clearTimeout(timer);
    return (taken ??= acknowledge(interaction, isHidden, log));
  };
  // Whoever brings the answer asks for the outcome too, and hears of a failure then.
  const takeNow = (): void => void take(hidden).catch(() => undefined);
  const timer = setTimeout(takeNow, HOLD_MS);
  if (now - interaction.createdTimestamp > LATE_MS) takeNow();
  return {
    isOpen: () => taken ?? Promise.resolve(true),
    take,
    async release() {
      clearTimeout(timer);
      await taken?.catch(() => undefined);
    },
  };
}

async function acknowledge(interaction: Asking, hidden: boolean, log: Logger): Promise<boolean> {
  const deferred = interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {});
  const going = await settled(interaction, deferred, log);
  // After a lost attempt the library does not know this.
  interaction.ephemeral = hidden;
  return going;
}

/** The same, for an answer that takes the place of the message with the button. */
export const acknowledgeTurn = (interaction: ButtonInteraction, log: Logger): Promise<boolean> =>
  settled(interaction, interaction.deferUpdate(), log);

async function settled(interaction: Asking, acknowledged: Promise<unknown>, log: Logger): Promise<boolean> {
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
export const show = (interaction: Asking, body: Body, log: Logger): Promise<void> =>
  unlessOver(interaction.editReply(payloadOf(body)), log);

/** Shows something to everybody, below the message with the button. */
export const follow = (interaction: Asking, body: Body, log: Logger): Promise<void> =>
  unlessOver(interaction.followUp(payloadOf(body)), log);

/** Says something only the person who acted can see; takes a public acknowledgement back first. */
export const whisper = (interaction: Asking, body: Body, log: Logger): Promise<void> =>
  unlessOver(whispered(interaction, { ...payloadOf(body), flags: MessageFlags.Ephemeral }), log);

type Payload = ReturnType<typeof payloadOf>;

function payloadOf({ content, embeds = [], components = [], drawing }: Body) {
  const files = drawing && [
    { attachment: Buffer.from(drawing.bytes), name: drawing.name, description: altOf(drawing) },
  ];
  return { ...(content !== undefined && { content }), embeds, components, ...(files && { files }) };
}

async function whispered(
  interaction: Asking,
  notice: Payload & { flags: MessageFlags.Ephemeral },
): Promise<void> {
  if (!interaction.deferred && !interaction.replied) return void (await interaction.reply(notice));
  if (interaction.ephemeral === false) await takeBack(interaction);
  await interaction.followUp(notice);
}

async function unlessOver(done: Promise<unknown>, log: Logger): Promise<void> {
  try {
    await done;
  } catch (error) {
    if (!isOver(error)) throw error;
    log.info({ code: codeOf(error) }, "discord: interaction is over");
  }
}

/** The first follow-up would replace the acknowledgement and be as public as that. */
async function takeBack(interaction: Asking): Promise<void> {
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
