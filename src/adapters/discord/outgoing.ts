/** What goes to Discord: pages of answers, their buttons, and short notices. */
import { type APIEmbed, MessageFlags, type REST, Routes } from "discord.js";
import * as z from "zod";
import type { Answer, Posting } from "../../core/types.ts";
import { allowed } from "../shared/withheld.ts";
import { NO_MENTIONS } from "./client.ts";
import { CODES, codeOf } from "./failure.ts";
import { buttons, type Row } from "./pages.ts";
import { render, renderText } from "./render.ts";

/** A page as Discord's HTTP API takes it. */
export interface Body {
  content?: string;
  embeds?: APIEmbed[];
  components?: Row[];
  flags?: number;
}

/** Pages of one answer under the name their buttons know. */
export interface Book {
  key: string;
  pages: readonly Answer[];
}

export function pageBody({ key, pages }: Book, index = 0): Body {
  const page = pages[index];
  if (!page) throw new Error(`there is no page ${index} of ${pages.length}`);
  return {
    embeds: [render(page, { index, of: pages.length })],
    components: buttons(page, key, index, pages.length),
  };
}

/** Without an embed, for channels where the bot may write but not embed. */
function plainBody({ key, pages }: Book): Body {
  const [page] = pages;
  if (!page) throw new Error("an answer without a page");
  const flags = MessageFlags.SuppressEmbeds;
  return { content: renderText(page), components: buttons(page, key, 0, pages.length), flags };
}

export interface Sending {
  /** Channel or thread. */
  channel: string;
  /** At most 25 characters; a second attempt with the same one within some minutes makes no second message. */
  nonce: string;
  /** Message this answers; it may be gone meanwhile. */
  replyTo?: string;
  /** Said above the answer. */
  content?: string;
  /** Of a post: awaited right before every request. */
  posting?: Posting;
}

const Sent = z.looseObject({ id: z.string() });

/** @returns the id of the new message. @throws Withheld, or what the library throws, see `postErrorOf`. */
export async function sendBody(rest: REST, sending: Sending, body: Body): Promise<string> {
  const { channel, nonce, replyTo, content, posting = {} } = sending;
  const reference =
    replyTo === undefined ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } };
  await allowed(posting);
  const sent = await rest.post(Routes.channelMessages(channel), {
    body: {
      ...(content === undefined ? {} : { content }),
      ...body,
      ...reference,
      nonce,
      enforce_nonce: true,
      allowed_mentions: NO_MENTIONS,
    },
  });
  return Sent.parse(sent).id;
}

/** Sends the first page of an answer; where embeds are not allowed, as text. */
export async function sendBook(rest: REST, sending: Sending, book: Book): Promise<string> {
  try {
    return await sendBody(rest, sending, pageBody(book));
  } catch (error) {
    if (codeOf(error) !== CODES.missingPermissions) throw error;
    return sendBody(rest, sending, plainBody(book));
  }
}
