/** One row of the inbox while it is dealt with. What the store fails at is tried again with the whole row, later. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Work } from "../adapters/shared/inbox.ts";
import {
  CHAT_ALLOWANCE,
  type Counter,
  judge,
  USER_ALLOWANCE,
  type Verdict,
} from "../adapters/shared/manners.ts";
import type { Claimed, Inbox, Note } from "../store/inbox.ts";
import type { Recents } from "../store/recent.ts";
import type { Conversations } from "./conversations.ts";

export interface TaskParts {
  inbox: Inbox;
  recents: Recents;
  conversations: Conversations;
  bot: string;
  owner: string;
  row: Claimed;
  now: () => number;
  /** Told when somebody asks too fast. */
  onLimited: () => void;
  onTrouble: (what: string, error: unknown) => void;
}

export interface Task {
  work: Work;
  /** Notes what came of it: dealt with, or to be tried again. Never rejects; ends early when the signal aborts. */
  end(signal: AbortSignal): Promise<void>;
}

const AGAIN_MS = 500;

export function createTask({
  inbox,
  recents,
  conversations,
  bot,
  owner,
  row,
  now,
  onLimited,
  onTrouble,
}: TaskParts): Task {
  /** The store failed, or the row is somebody else's now. */
  let failed = false;
  let isSending = false;
  let note: Note | undefined;

  /** Where the store fails the row is tried again. */
  async function tried<T>(step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      failed = true;
      throw error;
    }
  }

  async function mark(): Promise<void> {
    if (failed) throw new Error("it is tried again as a whole");
    if (!(await inbox.sending(bot, row.id, owner, note))) throw new Error("another process has it now");
    isSending = true;
    note = undefined;
  }

  const settle = (): Promise<void> =>
    failed ? inbox.giveBack(bot, row.id, owner, isSending) : inbox.done(bot, row.id, owner, note);

  return {
    work: {
      isCut: row.isCut,
      isOver: () => failed,
      fence: { before: () => tried(mark) },
      async remembering(chat, ask) {
        const text = await tried(() => recents.find(bot, conversations.keyOf(chat), now()));
        const before = conversations.prime(chat, text, now());
        const result = await ask();
        note = conversations.noteOf(chat, before, now());
        return result;
      },
      async admit(user, chat) {
        const verdict = await tried(() => admit(recents, bot, [`u:${user}`, `c:${chat}`], now()));
        if (verdict !== "answer") onLimited();
        return verdict;
      },
    },
    async end(signal) {
      // Whoever takes it next would find the store as it is.
      if (failed) await sleep(AGAIN_MS);
      for (;;) {
        try {
          return await settle();
        } catch (error) {
          onTrouble("what came of an update could not be noted yet", error);
          if (signal.aborted) return;
        }
        await sleep(AGAIN_MS);
      }
    },
  };
}

const ALLOWANCES = [USER_ALLOWANCE, CHAT_ALLOWANCE] as const;
const KEEP_MS = Math.max(...ALLOWANCES.map(({ windowMs }) => windowMs));

/** @param keys of the person and the chat. */
function admit(recents: Recents, bot: string, keys: readonly string[], now: number): Promise<Verdict> {
  return recents.change(bot, keys, (values) => {
    const counters = values.map(counterIn);
    const result = judge(
      ALLOWANCES.map((allowance, index) => [counters[index] ?? counterIn(""), allowance] as const),
      now,
    );
    return { result, values: counters.map((one) => ({ value: JSON.stringify(one), until: now + KEEP_MS })) };
  });
}

/** As this file wrote it. */
const counterIn = (text: string): Counter =>
  text === "" ? { times: [], noticed: false } : (JSON.parse(text) as Counter);
