/** From a question to what is shown: answered, paged, drawn. The same for what is written and what is pressed. */
import type { Answer, Asker, Attend, Question, Vote } from "../../core/types.ts";
import type { Logger } from "../../shared/log.ts";
import type { Shelf } from "../shared/shelf.ts";
import { unvoted } from "../shared/votes.ts";
import type { Illustrator } from "./illustrate.ts";
import { type Book, open } from "./pages.ts";

export interface Answered {
  answer: Answer;
  /** Without its picture. */
  book: Book;
}

export interface Answering {
  /** @param key names the answer for its buttons. Rejects only where something is broken. */
  answer: (question: Question, asker: Asker, key: string) => Promise<Answered>;
  /** With its picture, where there is one in time. */
  drawn: (answered: Answered) => Promise<Book>;
}

export interface AnsweringParts {
  attend: Attend;
  vote: Vote | undefined;
  shelf: Shelf;
  illustrator: Illustrator;
  log: Logger;
}

export function createAnswering({ attend, vote, shelf, illustrator, log }: AnsweringParts): Answering {
  return {
    answer: async (question, asker, key) => {
      const started = performance.now();
      const answer = await attend(question, asker);
      const book = open(shelf, key, vote ? answer : unvoted(answer));
      const ms = Math.round((performance.now() - started) * 100) / 100;
      log.info({ ms }, "discord: answered");
      return { answer, book };
    },
    drawn: async ({ answer, book }) => ({ ...book, drawing: await illustrator.picture(answer) }),
  };
}
