/**
 * An answer with its picture. In one message where the answer fits under it; else the picture first, under it the title,
 * then the answer. No answer waits for its picture to succeed: without it the text goes out alone.
 */
import { LRUCache } from "lru-cache";
import type { Answer, Locale, Picture, Posted } from "../../core/types.ts";
import type { Logger } from "../../shared/log.ts";
import { PostError } from "../../shared/post-error.ts";
import { tellOnce } from "../../shared/once.ts";
import { redact } from "../../shared/redact.ts";
import { type Draw, type Drawing, drawInTime } from "../shared/drawing.ts";
import type { Fence } from "../shared/withheld.ts";
import type { Deliver, Letter } from "./delivery.ts";
import { renderTitle } from "./render.ts";
import type { Cause } from "./transport/types.ts";

export interface Pictured {
  answer: Answer;
  picture: Picture;
  /** The first page. */
  letter: Letter;
  /** Every page can stand under the picture. */
  fits: boolean;
}

/** @returns the message with the text. @throws as `Deliver` */
export type DeliverPictured = (pictured: Pictured, cause: Cause, fence?: Fence) => Promise<Posted>;

const TITLE_UNITS = 128;
/** Posts whose picture is out that are remembered. */
const MOST_POSTS = 10_000;

export function createPictured(deliver: Deliver, draw: Draw, log: Logger): DeliverPictured {
  /** Their text may fail and be sent again later, the picture is not. */
  const out = new LRUCache<string, true>({ max: MOST_POSTS });
  const tellReason = tellOnce((reason) =>
    log.warn({ platform: "telegram" }, `an answer goes out without its picture: ${reason}`),
  );
  const tell = (error: unknown): void => tellReason(redact(error));

  async function drawn(picture: Picture, locale: Locale): Promise<Drawing | undefined> {
    try {
      return await drawInTime(draw, picture, locale);
    } catch (error) {
      tell(error);
      return undefined;
    }
  }

  async function together(letter: Letter, picture: Drawing, cause: Cause, fence?: Fence) {
    try {
      return await deliver({ ...letter, picture }, cause, fence);
    } catch (error) {
      // A post that may be there already must not be there twice.
      if (isEnd(error) || (cause === "unasked" && isDoubt(error))) throw error;
      tell(error);
      return deliver(letter, cause, fence);
    }
  }

  /** @returns whether the picture is out. */
  async function ahead(photo: Letter, cause: Cause, fence?: Fence): Promise<boolean> {
    const post = fence?.key === undefined ? undefined : `${photo.chat} ${fence.key}`;
    if (post !== undefined && out.has(post)) return true;
    const note = (): void => {
      if (post !== undefined) out.set(post, true);
    };
    try {
      await deliver(photo, cause, fence);
      note();
      return true;
    } catch (error) {
      if (isEnd(error)) throw error;
      if (isDoubt(error)) note();
      tell(error);
      return false;
    }
  }

  return async ({ answer, picture: what, letter, fits }, cause, fence) => {
    const picture = await drawn(what, answer.locale);
    if (!picture) return deliver(letter, cause, fence);
    if (fits) return together(letter, picture, cause, fence);
    const photo = { ...letter, html: renderTitle(answer, TITLE_UNITS), buttons: [], picture };
    const isOut = await ahead(photo, cause, fence);
    return deliver(isOut ? { ...letter, replyTo: undefined } : letter, cause, fence);
  };
}

/** The text would fare no better: withheld, the chat gone, or a wait too long to sit out. */
const isEnd = (error: unknown): boolean =>
  !(error instanceof PostError) || error.kind === "gone" || error.kind === "retry-after";

const isDoubt = (error: unknown): boolean => error instanceof PostError && error.kind === "uncertain";
