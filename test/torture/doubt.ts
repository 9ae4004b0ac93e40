/** Whether a post is rightly in doubt: otherwise a store that doubts everything would keep every promise. Pure. */
import type { Evidence, Row } from "./evidence.ts";
import type { Sent } from "./gate.ts";

/**
 * @returns whether a request of a post may have left it in doubt: one that was not answered with a refusal; or its sender
 * was dead before it was past the mark or the refusal, or another took its place before it was.
 */
export function causesOf({ bot, sent, past, leads }: Evidence): (row: Row) => boolean {
  const ofPost = new Map<string, Sent[]>();
  for (const one of sent) {
    const key = `${one.chat} ${one.day}`;
    ofPost.set(key, [...(ofPost.get(key) ?? []), one]);
  }
  const isRefused = ({ status = 0 }: Sent): boolean =>
    (status >= 400 && status < 500) || (status === 503 && bot.platform === "telegram");
  return ({ chat, local_date: day, doubtAt, mark }) => {
    if (doubtAt === null || mark === null) return false;
    const requests = ofPost.get(`${chat} ${day}`) ?? [];
    const passed = [mark, ...requests.map(({ id }) => id)].flatMap((step) => past.get(step) ?? []);
    if (!requests.every(isRefused) || passed.length <= requests.length) return true;
    const last = Math.max(...passed);
    return leads.some(({ at }) => at >= doubtAt && at <= last);
  };
}
