/** What goes to Discord: pages of answers, their buttons, and short notices. */
import { type APIEmbed, type Message, MessageFlags, type REST, Routes } from "discord.js";
import * as z from "zod";
import type { Answer } from "../../core/types.ts";
import type { Drawing } from "../shared/drawing.ts";
import type { Fence } from "../shared/withheld.ts";
import { NO_MENTIONS } from "./client.ts";
import { clip } from "./escape.ts";
import { CODES, codeOf, isReferenceRefused } from "./failure.ts";
import { type Book, buttons, moreButtons, type Row } from "./pages.ts";
import { render, renderShort, renderText } from "./render.ts";
import { withFence } from "./wire.ts";

/** Discord's limit for the description of an attachment. */
const MOST_ALT = 1024;

/** A page as Discord's HTTP API takes it, but for its picture. */
export interface Body {
  content?: string;
  embeds?: APIEmbed[];
  components?: Row[];
  flags?: number;
  /** Goes along as an attachment. */
  drawing?: Drawing | undefined;
}

/** What a message begins with: the short form where there is one, else the first page. */
export function firstBody(book: Book): Body {
  const { key, first, drawing } = book;
  const image = drawing?.name;
  const body =
    "short" in first
      ? { embeds: [illustrated(renderShort(first.short), image)], components: moreButtons(first.short, key) }
      : pageBody({ key, pages: first.pages }, 0, image);
  return { ...body, drawing };
}

/** All of an answer, under the name its buttons know. */
interface Pages {
  key: string;
  pages: readonly Answer[];
}

/** @param image name of the picture the message holds. */
export function pageBody({ key, pages }: Pages, index: number, image: string | undefined): Body {
  const page = pages[index];
  if (!page) throw new Error(`there is no page ${index} of ${pages.length}`);
  return {
    embeds: [illustrated(render(page, { index, of: pages.length }), image)],
    components: buttons(page, key, index, pages.length),
  };
}

/** An embed that does not name the picture of its message lets it fall out below. */
const illustrated = (embed: APIEmbed, image: string | undefined): APIEmbed =>
  image === undefined ? embed : { ...embed, image: { url: `attachment://${image}` } };

/** The name of the picture in a message of ours: Discord writes the address of the file in its place. */
export function imageOf({ embeds }: Message): string | undefined {
  const address = embeds[0]?.image?.url ?? "";
  return URL.canParse(address) ? new URL(address).pathname.split("/").at(-1) : undefined;
}

export const altOf = ({ alt }: Drawing): string => clip(alt, MOST_ALT);

/** Without an embed, for channels where the bot may write but not embed. */
function plainBody({ key, first }: Book): Body {
  const flags = MessageFlags.SuppressEmbeds;
  if ("short" in first)
    return { content: renderText(first.short), components: moreButtons(first.short, key), flags };
  const { pages } = first;
  const [page] = pages;
  if (!page) throw new Error("an answer without a page");
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
  /** Of a post: stands around every request. */
  fence?: Fence;
}

const Sent = z.looseObject({ id: z.string() });

/**
 * Where the message it answers cannot be referred to, it goes out by itself.
 * @returns the id of the new message. @throws Withheld, or what the library throws, see `postErrorOf`.
 */
export async function sendBody(rest: REST, sending: Sending, body: Body): Promise<string> {
  try {
    return await sendOnce(rest, sending, body);
  } catch (error) {
    const { replyTo, ...alone } = sending;
    if (replyTo === undefined || !isReferenceRefused(error)) throw error;
    return sendOnce(rest, alone, body);
  }
}

async function sendOnce(rest: REST, sending: Sending, body: Body): Promise<string> {
  const { channel, nonce, replyTo, content, fence } = sending;
  const reference =
    replyTo === undefined ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } };
  const { drawing, ...page } = body;
  const request = {
    ...(drawing && { files: [{ name: drawing.name, data: drawing.bytes, contentType: "image/png" }] }),
    body: {
      ...(content === undefined ? {} : { content }),
      ...page,
      ...(drawing && { attachments: [{ id: 0, filename: drawing.name, description: altOf(drawing) }] }),
      ...reference,
      nonce,
      enforce_nonce: true,
      allowed_mentions: NO_MENTIONS,
    },
  };
  const sent = await withFence(fence, () => rest.post(Routes.channelMessages(channel), request));
  return Sent.parse(sent).id;
}

/** Sends what is shown first of an answer; one without a picture as text where embeds are not allowed. */
export async function sendBook(rest: REST, sending: Sending, book: Book): Promise<string> {
  try {
    return await sendBody(rest, sending, firstBody(book));
  } catch (error) {
    if (book.drawing || codeOf(error) !== CODES.missingPermissions) throw error;
    return sendBody(rest, sending, plainBody(book));
  }
}
