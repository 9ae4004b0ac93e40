/** Questions of many groups, and what became of each: answered, refused politely, lost, doubled, out of order. */
import { WORDS } from "../../../src/adapters/telegram/words.ts";
import type { TelegramServer } from "../telegram/server.ts";
import { supergroup, user } from "../telegram/incoming.ts";
import type { Chat, User } from "../telegram/types.ts";

export interface Group {
  chat: Chat;
  asker: User;
  /** Message numbers of its questions, in order. */
  asked: number[];
}

export interface Verdict {
  asked: number;
  answered: number;
  /** Told to ask again, or later. */
  refused: number;
  lost: string[];
  doubled: string[];
  disordered: string[];
}

const CLUSTERS = ["半导体", "新能源", "软件与信息服务", "汽车", "现代农业与食品", "生物医药与健康"];
const CITIES = ["深圳", "珠海", "佛山", "东莞", "惠州", "中山"];

export const createGroups = (count: number): Group[] =>
  Array.from({ length: count }, (_, index) => ({
    chat: supergroup(-100_000_000 - index),
    asker: user(1_000 + index),
    asked: [],
  }));

/** One question of a group: it has no picture, and its answer replies to it. */
export function askOne(server: TelegramServer, { chat, asker, asked }: Group): void {
  const cluster = CLUSTERS[asked.length % CLUSTERS.length] ?? "";
  const city = CITIES[Math.floor(asked.length / CLUSTERS.length) % CITIES.length] ?? "";
  const text = `@${server.bot.username ?? ""} ${city}是${cluster}的核心吗`;
  asked.push(server.message(chat, asker, text).message_id);
}

const NOTICES = Object.values(WORDS).flatMap(({ cutOff, tooFast }) => [cutOff, tooFast]);

/** What the bot has said to each question, by the number of its message. */
function repliesTo(server: TelegramServer, { chat }: Group): Map<number, { text: string; id: number }[]> {
  const replies = new Map<number, { text: string; id: number }[]>();
  for (const { text = "", message_id: id, reply_to_message: to } of server.sent(chat.id))
    if (to) replies.set(to.message_id, [...(replies.get(to.message_id) ?? []), { text, id }]);
  return replies;
}

export function judge(server: TelegramServer, groups: readonly Group[]): Verdict {
  const verdict: Verdict = { asked: 0, answered: 0, refused: 0, lost: [], doubled: [], disordered: [] };
  for (const group of groups) {
    const replies = repliesTo(server, group);
    let last = 0;
    for (const question of group.asked) {
      const said = replies.get(question) ?? [];
      const answers = said.filter(({ text }) => !NOTICES.includes(text));
      const name = `${group.chat.id} ${question}`;
      verdict.asked += 1;
      if (answers.length > 0) verdict.answered += 1;
      else if (said.length > 0) verdict.refused += 1;
      else verdict.lost.push(name);
      if (answers.length > 1) verdict.doubled.push(name);
      const [first] = said;
      if (first && first.id < last) verdict.disordered.push(name);
      last = first?.id ?? last;
    }
  }
  return verdict;
}
