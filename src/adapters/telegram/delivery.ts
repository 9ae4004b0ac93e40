/** One message out, mended where Telegram says how: a new chat id, no topic, plain text. */
import type { Posted, Posting } from "../../core/types.ts";
import { PostError } from "../../shared/post-error.ts";
import { allowed, ownError, Withheld } from "../shared/withheld.ts";
import type { Api, Payload } from "./api.ts";
import type { Chats } from "./chats.ts";
import { toPostError } from "./failure.ts";
import { type Button, MOST_UNITS } from "./pages.ts";
import type { Queue } from "./queue.ts";
import type { SendKind } from "./retry.ts";

interface Letter {
  chat: string;
  thread?: number | undefined;
  replyTo?: number | undefined;
  html: string;
  /** Sent instead where Telegram does not take the HTML, and made only then. */
  plain: () => string;
  buttons: Button[][];
}

/** @throws PostError, or what `posting.before` rejected with: it is awaited before every single request. */
export type Deliver = (letter: Letter, kind: SendKind, posting?: Posting) => Promise<Posted>;

interface How {
  kind: SendKind;
  /** @throws Withheld */
  before: (() => Promise<void>) | undefined;
}

/** A letter is mended at most this often: a new id, no topic, plain text. */
const MOST_MENDS = 3;

export function createDelivery(api: Api, queue: Queue, chats: Chats): Deliver {
  async function attempt(letter: Letter, how: How, mends: number): Promise<Posted> {
    const send = () => api.call("sendMessage", payload(letter));
    try {
      const { message_id } = await queue.send(letter.chat, how.kind, send, how.before);
      return { id: String(message_id) };
    } catch (error) {
      if (error instanceof Withheld) throw ownError(error);
      const failure = toPostError(error);
      if (failure.kind === "gone") chats.gone(letter.chat);
      const mended = mends > 0 ? mend(letter, failure, chats) : undefined;
      if (!mended) throw failure;
      return attempt(mended, how, mends - 1);
    }
  }

  return (letter, kind, posting) => {
    const chat = chats.current(letter.chat);
    if (kind === "post" && chats.isGone(chat))
      return Promise.reject(new PostError("gone", "the chat is gone; nothing was sent"));
    const before = posting?.before && (() => allowed(posting));
    return attempt({ ...letter, chat }, { kind, before }, MOST_MENDS);
  };
}

function mend(letter: Letter, { kind, newChatId, message }: PostError, chats: Chats): Letter | undefined {
  if (kind === "migrated" && newChatId !== undefined) {
    chats.moved(letter.chat, newChatId);
    return { ...letter, chat: newChatId, replyTo: undefined };
  }
  if (kind === "thread-gone" && letter.thread !== undefined)
    return { ...letter, thread: undefined, replyTo: undefined };
  if (kind === "refused" && letter.html !== "" && /parse entities|too long/iu.test(message))
    return { ...letter, html: "" };
  return undefined;
}

/** Only plain JSON values: telegraf would send anything with a `source` or `url` inside as a form, and break it. */
function payload({ chat, thread, replyTo, html, plain, buttons }: Letter): Payload<"sendMessage"> {
  return {
    chat_id: chat,
    ...bodyOf(html, plain),
    ...(thread !== undefined && { message_thread_id: thread }),
    ...(replyTo !== undefined && {
      reply_parameters: { message_id: replyTo, allow_sending_without_reply: true },
    }),
    ...(buttons.length > 0 && { reply_markup: { inline_keyboard: buttons } }),
  };
}

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
