/** One message out, mended where Telegram says how: a new chat id, no topic, plain text, the picture as a file again. */
import type { Posted } from "../../core/types.ts";
import { PostError } from "../../shared/post-error.ts";
import type { Drawing } from "../shared/drawing.ts";
import type { Fence } from "../shared/withheld.ts";
import type { Chats } from "./chats.ts";
import { type Button, MOST_UNITS } from "./pages.ts";
import { type Photos, uploadOf } from "./photos.ts";
import type { Cause, Payload, Transport } from "./transport/types.ts";

export interface Letter {
  chat: string;
  thread?: number | undefined;
  replyTo?: number | undefined;
  html: string;
  /** Sent instead where Telegram does not take the HTML, and made only then. */
  plain: () => string;
  buttons: Button[][];
  /** Sent with the HTML as its caption, in one message; the caption is never made plain. */
  picture?: Drawing | undefined;
}

/**
 * The fence stands around every single request of a post. A picture that may have arrived is not sent again.
 * @throws PostError; Withheld where the fence held it back.
 */
export type Deliver = (letter: Letter, cause: Cause, fence?: Fence) => Promise<Posted>;

interface Draft extends Letter {
  /** Telegram did not know the picture by its id any more. */
  isUpload?: true;
}

interface How {
  cause: Cause;
  fence: Fence | undefined;
}

/** Telegram's words for HTML it does not take, and for an id of a file it does not know. */
const UNREADABLE = /parse entities|too long/iu;
const UNKNOWN_FILE = /file identifier|wrong file_?id|FILE_REFERENCE|FILE_ID_INVALID/iu;

/** A letter is mended at most this often: a new id, no topic, and plain text or a new file. */
const MOST_MENDS = 3;

export interface DeliveryParts {
  transport: Pick<Transport, "call" | "send">;
  chats: Chats;
  photos: Photos;
}

export function createDelivery({ transport: { call, send }, chats, photos }: DeliveryParts): Deliver {
  async function attempt(letter: Draft, { cause, fence }: How, mends: number): Promise<Posted> {
    const { picture } = letter;
    const how = picture ? { fence, once: true } : { fence };
    const request = () => (picture ? sendPhoto(letter, picture) : call("sendMessage", payload(letter)));
    try {
      const { message_id } = await send(letter.chat, cause, request, how);
      return { id: String(message_id) };
    } catch (error) {
      if (!(error instanceof PostError)) throw error;
      if (error.kind === "gone") chats.gone(letter.chat);
      const mended = mends > 0 ? mend(letter, error) : undefined;
      if (!mended) throw error;
      return attempt(mended, { cause, fence }, mends - 1);
    }
  }

  /** Whether it goes as a file is decided when it leaves: another may have brought it there meanwhile. */
  async function sendPhoto(letter: Draft, picture: Drawing): Promise<{ message_id: number }> {
    const photo = letter.isUpload ? uploadOf(picture) : photos.of(picture);
    const sent = await call("sendPhoto", photoPayload(letter, photo));
    photos.keep(picture.name, sent.photo);
    return sent;
  }

  function mend(letter: Draft, { kind, newChatId, message }: PostError): Draft | undefined {
    if (kind === "migrated" && newChatId !== undefined) {
      chats.moved(letter.chat, newChatId);
      return { ...letter, chat: newChatId, replyTo: undefined };
    }
    if (kind === "thread-gone" && letter.thread !== undefined)
      return { ...letter, thread: undefined, replyTo: undefined };
    if (kind !== "refused") return undefined;
    if (letter.picture) {
      if (letter.isUpload || !UNKNOWN_FILE.test(message)) return undefined;
      photos.forget(letter.picture.name);
      return { ...letter, isUpload: true };
    }
    return letter.html !== "" && UNREADABLE.test(message) ? { ...letter, html: "" } : undefined;
  }

  return (letter, cause, fence) => {
    const chat = chats.current(letter.chat);
    if (cause === "unasked" && chats.isGone(chat))
      return Promise.reject(new PostError("gone", "the chat is gone; nothing was sent"));
    // Messages are numbered anew in a group that moved: the old number is another message there.
    const replyTo = chat === letter.chat ? letter.replyTo : undefined;
    return attempt({ ...letter, chat, replyTo }, { cause, fence }, MOST_MENDS);
  };
}

/** Only plain JSON values: telegraf would send anything with a `source` or `url` inside as a form, and break it. */
function payload(letter: Letter): Payload<"sendMessage"> {
  return {
    ...bodyOf(letter.html, letter.plain),
    ...addressOf(letter),
    ...(letter.replyTo !== undefined && { reply_parameters: quoteOf(letter.replyTo) }),
  };
}

function photoPayload(letter: Letter, photo: ReturnType<Photos["of"]>): Payload<"sendPhoto"> {
  return {
    photo,
    ...captionOf(letter.html),
    ...addressOf(letter),
    ...(letter.replyTo !== undefined && { reply_parameters: formField(quoteOf(letter.replyTo)) }),
  };
}

const addressOf = ({ chat, thread, buttons }: Letter) => ({
  chat_id: chat,
  ...(thread !== undefined && { message_thread_id: thread }),
  ...(buttons.length > 0 && { reply_markup: { inline_keyboard: buttons } }),
});

const quoteOf = (message: number) => ({ message_id: message, allow_sending_without_reply: true });

/** A form holds text alone, and the buttons are all that telegraf writes as JSON there. Telegram reads JSON in JSON too. */
const formField = <T extends object>(value: T): T => JSON.stringify(value) as unknown as T;

export interface Caption {
  caption: string;
  parse_mode: "HTML";
}

/** What stands under a photo. @param html at most MOST_CAPTION_UNITS. */
export const captionOf = (html: string): Caption => ({ caption: html, parse_mode: "HTML" });

export interface Body {
  text: string;
  parse_mode?: "HTML";
  link_preview_options: { is_disabled: true };
}

/** The text of a message: HTML, or plain text cut to what Telegram takes. */
export function bodyOf(html: string, plain: () => string): Body {
  const quiet = { link_preview_options: { is_disabled: true } } as const;
  if (html !== "") return { text: html, parse_mode: "HTML", ...quiet };
  return {
    text: plain()
      .replace(/\p{Surrogate}/gu, "")
      .slice(0, MOST_UNITS)
      .replace(/[\uD800-\uDBFF]$/u, ""),
    ...quiet,
  };
}
