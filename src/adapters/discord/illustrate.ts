/** The picture of an answer: drawn in time or left out, and left out too where Discord does not take it. */
import type { Answer } from "../../core/types.ts";
import type { Logger } from "../../shared/log.ts";
import { tellOnce } from "../../shared/once.ts";
import { redact } from "../../shared/redact.ts";
import { type Draw, type Drawing, drawInTime } from "../shared/drawing.ts";
import { isPictureRefused } from "./failure.ts";
import type { Book } from "./pages.ts";

export interface Illustrator {
  /** @returns undefined where there is nothing to draw, or nothing was drawn in time. Never rejects. */
  picture(answer: Answer): Promise<Drawing | undefined>;
  /** Sends the book with its picture, and once more without where that is what Discord refused. Rejects as `send` does. */
  withOrWithout<T>(book: Book, send: (book: Book) => Promise<T>): Promise<T>;
}

export interface IllustratorOptions {
  draw: Draw | undefined;
  log: Logger;
  /** Is kept out of the log. */
  token: string;
}

export function createIllustrator({ draw, log, token }: IllustratorOptions): Illustrator {
  const tell = tellOnce((reason) => log.warn({ reason }, "discord: answered without the picture"));
  const leftOut = (error: unknown): void => tell(redact(error, token));

  return {
    async picture({ picture, locale }) {
      if (!draw || !picture) return undefined;
      try {
        return await drawInTime(draw, picture, locale);
      } catch (error) {
        leftOut(error);
        return undefined;
      }
    },
    async withOrWithout(book, send) {
      try {
        return await send(book);
      } catch (error) {
        if (!book.drawing || !isPictureRefused(error)) throw error;
        const { drawing: _refused, ...text } = book;
        const sent = await send(text);
        // Where nothing can be sent at all, the picture was not the reason.
        leftOut(error);
        return sent;
      }
    },
  };
}
