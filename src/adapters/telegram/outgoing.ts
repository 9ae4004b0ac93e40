/** Answers, notices and turned pages on their way out. */
import { toPlain } from "../../core/plain.ts";
import type { Answer, Locale, Posted, Suggestion } from "../../core/types.ts";
import { withoutCommands } from "../../text/echo.ts";
import { PostError } from "../../shared/post-error.ts";
import { bodyOf, captionOf, type Deliver, type Mark } from "./delivery.ts";
import { type Button, htmlOf, keyboard, MOST_CAPTION_UNITS, paginate } from "./pages.ts";
import type { DeliverPictured } from "./pictured.ts";
import type { Work } from "../shared/inbox.ts";
import { renderPage, visibleLength } from "./render.ts";
import type { Said } from "../shared/said.ts";
import type { Shelf } from "../shared/shelf.ts";
import { type Fence, ownError } from "../shared/withheld.ts";
import { unvoted } from "../shared/votes.ts";
import type { Cause, Transport } from "./transport/types.ts";
import { WORDS } from "./words.ts";

export interface Target {
  chat: string;
  thread?: number | undefined;
  /** The message that is answered, where others write too. */
  replyTo?: number | undefined;
  /** What is answered, and to whom: said where the answer cannot stand beside it. */
  asked?: Asked | undefined;
  /** What it is sent for, in one process of several. */
  work?: Work | undefined;
}

export interface Asked {
  by: string;
  text: string;
}

export interface Outgoing {
  /** Sends the first page of an answer. @throws PostError, or what the fence rejected with. */
  answer(to: Target, answer: Answer, cause: Cause, fence?: Fence): Promise<Posted>;
  /** Sends a line of our own. @param html safe already. @throws PostError */
  say(to: Target, html: string, next?: readonly Suggestion[]): Promise<Posted>;
  /** Shows another page in a message that was sent. @throws PostError */
  turn(to: Target, message: Turned, page: PageRef): Promise<void>;
}

/** A message whose page is turned. */
export interface Turned {
  id: number;
  /** It is a photo: the page stands under it. */
  isPhoto: boolean;
}

interface PageRef {
  pages: readonly Answer[];
  key: string;
  index: number;
}

export interface OutgoingParts {
  transport: Pick<Transport, "call" | "send">;
  deliver: Deliver;
  deliverPictured: DeliverPictured;
  shelf: Shelf;
  /** Is told which answer each message shows. */
  said: Said;
  /** Somebody counts votes. */
  counts: boolean;
  /** Names an answer for the buttons that turn its pages. */
  nextKey: () => string;
}

export function createOutgoing(parts: OutgoingParts): Outgoing {
  const { transport, deliver, deliverPictured, shelf, said, counts, nextKey } = parts;
  return {
    async answer(to, given, cause, fence = to.work?.fence) {
      const answer = counts ? given : unvoted(given);
      const { picture } = answer;
      const key = nextKey();
      const pages = shelf.put(key, paginate(answer));
      const { asked } = to;
      const lead = asked && ((mark: Mark): string => leadOf(asked, answer.locale, mark));
      const letter = { ...to, ...shown({ pages, key, index: 0 }), lead };
      const send = (): Promise<Posted> => {
        if (!picture) return deliver(letter, cause, fence);
        const fits = pages.every((_, index) => isCaption(shown({ pages, key, index }).html));
        return deliverPictured({ answer, picture, letter, fits }, cause, fence);
      };
      try {
        const posted = await send();
        said.keep(to.chat, posted.id, given);
        return posted;
      } catch (error) {
        throw ownError(error);
      }
    },
    say: (to, html, next = []) =>
      deliver(
        { ...to, html, plain: () => html.replace(/<[^>]*>/gu, ""), buttons: suggestions(next) },
        "asked",
        to.work?.fence,
      ),
    async turn({ chat }, { id, isPhoto }, page) {
      const { html, plain, buttons } = shown(page);
      const rest = { chat_id: chat, message_id: id, reply_markup: { inline_keyboard: buttons } };
      const edit = () =>
        isPhoto
          ? transport.call("editMessageCaption", { ...rest, ...captionOf(html) })
          : transport.call("editMessageText", { ...rest, ...bodyOf(html, plain) });
      await transport.send(chat, "asked", edit).catch(unlessShown);
    },
  };
}

/** Most characters of a question that are said again. */
const MOST_ASKED = 60;

/** Whom and what an answer is for. */
function leadOf({ by, text }: Asked, locale: Locale, mark: Mark): string {
  const line = withoutCommands(text).replace(/\s+/gu, " ");
  const asked = line.length <= MOST_ASKED ? line : `${line.slice(0, MOST_ASKED - 1)}…`;
  return WORDS[locale].elsewhere({ by: mark(withoutCommands(by)), asked: mark(asked) });
}

const isCaption = (html: string): boolean => visibleLength(html) <= MOST_CAPTION_UNITS;

/** Two people turned to the same page: it is there, which is what both wanted. */
function unlessShown(error: unknown): void {
  if (!(error instanceof PostError && /message is not modified/u.test(error.message))) throw error;
}

const suggestions = (next: readonly Suggestion[]): Button[][] =>
  next.map(({ label, ask }) => [{ text: label, callback_data: `q:${ask}` }]);

/** A page as it is shown: its text, its number, its buttons. The first is short, with the rest of it folded. */
function shown({ pages, key, index }: PageRef): { html: string; plain: () => string; buttons: Button[][] } {
  const page = pages[index];
  if (!page) throw new Error(`there is no page ${index} of ${pages.length}; check the index before`);
  const plain = (): string => toPlain(page);
  if (pages.length === 1) return { html: htmlOf(page), plain, buttons: keyboard(page) };
  const html = index === 0 ? htmlOf(page) : renderPage(page);
  const number = WORDS[page.locale].pageOf({ page: index + 1, pages: pages.length });
  return {
    html: `${html}\n<i>${number}</i>`,
    plain,
    buttons: keyboard(page, { key, index, pages: pages.length }),
  };
}
