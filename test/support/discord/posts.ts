/**
 * Ours, for tests: how Discord takes a message of a bot: checks the token, the channel and the form, and makes no second
 * message for a nonce it has seen. It remembers one for exactly two minutes, no longer than it certainly does: Discord
 * says "a few minutes". Stricter than Discord: a nonce counts for the bot, not for a channel of it.
 * Not covered: everything else; the npm package discord-digital-twin has the gateway and the other calls.
 */
import * as z from "zod";

const MOST_UNITS = 25;
const REMEMBERED_MS = 120_000;

const Form = z.looseObject({
  content: z.string().max(2_000).optional(),
  embeds: z.array(z.unknown()).max(10).optional(),
  nonce: z.string().max(MOST_UNITS).optional(),
  enforce_nonce: z.boolean().optional(),
});

export interface DiscordReply {
  status: number;
  body: { id: string; channel_id: string; nonce?: string | undefined } | { code: number; message: string };
  /** False where an earlier message is given again. */
  isNew: boolean;
}

export interface DiscordPosts {
  /** @param authorization the header. @param json the body as it came. */
  take(authorization: string | undefined, channel: string, json: string): DiscordReply;
}

/** @param channels those the bot may write in. */
export function createDiscordPosts(token: string, channels: ReadonlySet<string>): DiscordPosts {
  const seen = new Map<string, { at: number; reply: DiscordReply }>();
  let next = 1_200_000_000_000_000_000n;

  function known(nonce: string): DiscordReply | undefined {
    const before = seen.get(nonce);
    return before && performance.now() - before.at < REMEMBERED_MS
      ? { ...before.reply, isNew: false }
      : undefined;
  }

  return {
    take(authorization, channel, json) {
      if (authorization !== `Bot ${token}`) return refusal(401, 0, "401: Unauthorized");
      if (!channels.has(channel)) return refusal(404, 10_003, "Unknown Channel");
      const form = Form.safeParse(parsed(json));
      if (!form.success) return refusal(400, 50_035, "Invalid Form Body");
      const { content = "", embeds = [], nonce, enforce_nonce: isEnforced = false } = form.data;
      if (content === "" && embeds.length === 0) return refusal(400, 50_006, "Cannot send an empty message");
      const before = isEnforced && nonce !== undefined ? known(nonce) : undefined;
      if (before) return before;
      next += 1n;
      const reply = { status: 200, body: { id: String(next), channel_id: channel, nonce }, isNew: true };
      if (nonce !== undefined) seen.set(nonce, { at: performance.now(), reply });
      return reply;
    },
  };
}

const refusal = (status: number, code: number, message: string): DiscordReply => ({
  status,
  body: { code, message },
  isNew: false,
});

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
