/** A question on its way to the core and its answer on the way back. */
import type { About, Answer, Asker, Attend } from "../../core/types.ts";
import { redact } from "../../shared/redact.ts";
import type { Said } from "../shared/said.ts";
import type { Place, Replied } from "./incoming.ts";

/** A place where perhaps no person is behind the question. */
type Where = Omit<Place, "user"> & Partial<Place>;

/**
 * @param replied the message of the bot that the question replies to.
 * @throws Error, never a PostError: whatever fails in here, nothing was sent.
 */
export type AnswerTo = (where: Where, text: string, asker: Asker, replied?: Replied) => Promise<Answer>;

export interface AskingParts {
  attend: Attend;
  said: Said;
  now: () => number;
}

export function createAsking({ attend, said, now }: AskingParts): AnswerTo {
  /** The answer that message shows; forgotten, its first line. */
  function aboutOf(chat: string, { message, quote, line }: Replied): About | undefined {
    const known = said.about(chat, String(message), quote);
    return known ?? said.about(chat, String(message), line);
  }

  return async ({ chat: id, thread, user, hint, work }, text, asker, replied) => {
    const chat = {
      platform: "telegram",
      id,
      ...(user !== undefined && { user }),
      ...(thread !== undefined && { thread: String(thread) }),
    };
    const about = replied && aboutOf(id, replied);
    const ask = () =>
      attend({ text, chat, at: now(), ...(hint && { hint }), ...(about && { about }) }, asker);
    try {
      return await (work ? work.remembering(chat, ask) : ask());
    } catch (error) {
      throw new Error(redact(error), { cause: error });
    }
  };
}
