/** Presses on a card: what is asked is answered by the card itself, in the place of the one that was pressed. */
import type { Answer } from "../../core/types.ts";
import { PostError } from "../../shared/post-error.ts";
import type { Outgoing, Target } from "./outgoing.ts";

/**
 * @returns what only the person who pressed is told: why nothing was changed; "" where the card or an answer was shown.
 * @throws PostError
 */
export async function showPressed(
  outgoing: Outgoing,
  to: Target,
  message: number,
  answer: Answer,
): Promise<string> {
  if (!answer.card) {
    if (answer.outcome !== "answer") return answer.title.text;
    await outgoing.answer(to, answer, "asked");
    return "";
  }
  try {
    await outgoing.turn(to, { id: message, isPhoto: false }, { pages: [answer], key: "", index: 0 });
  } catch (error) {
    if (!isOutOfReach(error)) throw error;
    await outgoing.answer(to, answer, "asked");
  }
  return "";
}

/** The card was deleted, or cannot be edited any more. */
const isOutOfReach = (error: unknown): boolean =>
  error instanceof PostError && /message (?:to edit not found|can't be edited)/u.test(error.message);
