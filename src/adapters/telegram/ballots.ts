/** Presses of 👍 and 👎: counted, and answered by a word on the button alone. */
import type { Ballot, Cast, Vote } from "../../core/types.ts";
import { VOTE_ALLOWANCE } from "../shared/votes.ts";
import { createManners } from "../shared/manners.ts";

/** A press by somebody. @param at names the message, and where that is out of reach the button. */
export type CastBallot = (ballot: Ballot, user: string, at: string) => Promise<Cast | "tooFast">;

export function createBallots(vote: Vote | undefined, now: () => number): CastBallot {
  const manners = createManners(VOTE_ALLOWANCE, VOTE_ALLOWANCE);
  return async (ballot, user, at) => {
    if (manners.admit(user, user, now()) !== "answer") return "tooFast";
    return vote?.(ballot, `telegram ${at} ${user}`) ?? "lost";
  };
}
