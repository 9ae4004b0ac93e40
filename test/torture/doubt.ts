/** Whether a post is rightly in doubt: otherwise a store that doubts everything would keep every promise. Pure. */
import type { Evidence, Row } from "./evidence.ts";
import type { Sent } from "./gate.ts";

/**
 * @returns whether a request of a post may have left it in doubt: one that was not answered with a refusal, or whose sender
 * heard no answer; or the sender was dead before it was past the mark or the refusal, or another took its place before.
 */
export function causesOf({ bot, sent, past, leads, leavings }: Evidence): (row: Row) => boolean {
  const ofPost = new Map<string, Sent[]>();
  for (const one of sent) {
    const key = `${one.chat} ${one.day}`;
    ofPost.set(key, [...(ofPost.get(key) ?? []), one]);
  }
  const left = new Map<string, number>();
  for (const { row } of leavings) left.set(row, (left.get(row) ?? 0) + 1);
  const isRefused = ({ status = 0 }: Sent): boolean =>
    (status >= 400 && status < 500) || (status === 503 && bot.platform === "telegram");
  return ({ id: row, chat, local_date: day, doubtAt, mark }) => {
    if (doubtAt === null || mark === null) return false;
    const requests = ofPost.get(`${chat} ${day}`) ?? [];
    const passed = requests.flatMap(({ id }) => past.get(id) ?? []);
    const marked = past.get(mark);
    // One that was cut while it came has not arrived, but who sent it does not know.
    const all = Math.max(requests.length, left.get(row) ?? 0);
    if (!requests.every(isRefused) || passed.length < all || marked === undefined) return true;
    const last = Math.max(marked, ...passed);
    return leads.some(({ at }) => at >= doubtAt && at <= last);
  };
}
