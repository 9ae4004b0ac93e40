/** Presses of 👍 and 👎: counted, and answered to the person who pressed alone. */
import type { ButtonInteraction } from "discord.js";
import type { Ballot, Cast, Vote } from "../../core/types.ts";
import { createManners } from "../shared/manners.ts";
import { VOTE_ALLOWANCE } from "../shared/votes.ts";

export type CastBallot = (interaction: ButtonInteraction, ballot: Ballot) => Promise<Cast | "tooFast">;

export function createBallots(vote: Vote | undefined, now: () => number): CastBallot {
  const manners = createManners(VOTE_ALLOWANCE, VOTE_ALLOWANCE);
  return async ({ user, message }, ballot) => {
    if (manners.admit(user.id, user.id, now()) !== "answer") return "tooFast";
    return vote?.(ballot, `discord ${message.id} ${user.id}`) ?? "lost";
  };
}
