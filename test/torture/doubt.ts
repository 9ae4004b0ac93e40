/** Whether a post is rightly in doubt: otherwise a store that doubts everything would keep every promise. Pure. */
import type { Evidence, Row } from "./evidence.ts";
import type { Sent } from "./gate.ts";

/** From the end of a request, or the mark without one, until what came of it is noted or its sender is dead. */
const NOTED_MS = 1_000;
/** Until another takes the place of a sender that stood still, and finds the mark it could not take back. */
const TAKEN_MS = 3_000;

/**
 * @returns whether a request of a post may have left it in doubt: one that was not answered with a refusal; or a sender
 * died, or another took its place, right after it was marked or refused.
 */
export function causesOf({ bot, sent, deaths, leads }: Evidence): (row: Row) => boolean {
  const ofPost = new Map<string, Sent[]>();
  for (const one of sent) {
    const key = `${one.chat} ${one.day}`;
    ofPost.set(key, [...(ofPost.get(key) ?? []), one]);
  }
  const isProof = ({ status = 0, answeredAt }: Sent): boolean =>
    answeredAt !== undefined &&
    ((status >= 400 && status < 500) || (status === 503 && bot.platform === "telegram"));
  return ({ chat, local_date: day, doubtAt }) => {
    if (doubtAt === null) return false;
    const requests = ofPost.get(`${chat} ${day}`) ?? [];
    if (!requests.every(isProof)) return true;
    const last = Math.max(doubtAt, ...requests.map(({ answeredAt = 0 }) => answeredAt));
    const within = (ms: number) => (at: number) => at >= doubtAt && at <= last + ms;
    return deaths.some(within(NOTED_MS)) || leads.map(({ at }) => at).some(within(TAKEN_MS));
  };
}
