/** Daily posts of many groups, and what became of each. */
import { type Store } from "../../../src/store/open.ts";
import type { TelegramServer } from "../telegram/server.ts";
import type { Group } from "./questions.ts";

export interface PostsVerdict {
  due: number;
  arrived: number;
  /** Listed as in doubt, and never sent again. */
  unknown: number;
  lost: string[];
  doubled: string[];
}

export const botOf = ({ token }: TelegramServer): string => `telegram:${token.split(":")[0]}`;

/** Each group is to get one post. @param dueAt milliseconds since the epoch, by the number of the group. */
export async function subscribeAll(
  store: Store,
  server: TelegramServer,
  groups: readonly Group[],
  dueAt: (index: number) => number,
): Promise<void> {
  for (const [index, { chat }] of groups.entries()) {
    server.addChat(chat);
    await store.subscriptions.turnOn({
      id: `s${chat.id}`,
      bot: botOf(server),
      chat: String(chat.id),
      thread: "",
      time: "09:00",
      zone: "Asia/Shanghai",
      topic: "all",
      next_run_at: dueAt(index),
    });
  }
}

export async function judgePosts(
  store: Store,
  server: TelegramServer,
  groups: readonly Group[],
): Promise<PostsVerdict> {
  const { doubtful } = await store.report(0, Date.now(), groups.length);
  const doubted = new Set(doubtful.map(({ chat }) => chat));
  const verdict: PostsVerdict = {
    due: groups.length,
    arrived: 0,
    unknown: doubted.size,
    lost: [],
    doubled: [],
  };
  for (const { chat } of groups) {
    const posts = server.sent(chat.id).filter(({ reply_to_message: to }) => !to);
    if (posts.length > 0) verdict.arrived += 1;
    else if (!doubted.has(String(chat.id))) verdict.lost.push(String(chat.id));
    if (posts.length > 1) verdict.doubled.push(String(chat.id));
  }
  return verdict;
}
