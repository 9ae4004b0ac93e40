/** Counts what goes through functions that know nothing of counting. */
import type { Manners } from "../adapters/shared/manners.ts";
import type { Attend } from "../core/types.ts";
import type { Measures } from "../shared/measures.ts";

export const measuredAttend =
  (attend: Attend, measures: Measures): Attend =>
  async (question, asker) => {
    try {
      const answer = await attend(question, asker);
      measures.asked(answer.outcome);
      return answer;
    } catch (error) {
      measures.asked("failed");
      throw error;
    }
  };

export const measuredManners = (manners: Manners, measures: Measures): Manners => ({
  admit(user, chat, now) {
    const verdict = manners.admit(user, chat, now);
    if (verdict !== "answer") measures.asked("limited");
    return verdict;
  },
});
