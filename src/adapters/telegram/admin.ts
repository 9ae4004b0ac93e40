/**
 * Who may change what the bot does in a chat. Asked of Telegram at that moment and kept by nobody; asked only once
 * somebody wants to know, because it is a call.
 */
import type { Asker } from "../../core/types.ts";
import type { Chats } from "./chats.ts";
import type { Place } from "./incoming.ts";
import type { Transport } from "./transport/types.ts";

const ADMINISTRATORS: readonly string[] = ["creator", "administrator"];

/**
 * `isAdmin` of what it makes rejects with a PostError where Telegram gives no answer: no network, too many calls, or
 * people it does not know. Whoever asked is told that it could not be checked, and is taken for neither.
 */
export function createAskers({ call }: Pick<Transport, "call">, chats: Chats): (place: Place) => Asker {
  async function isAdministrator(chat: string, user: string): Promise<boolean> {
    const who = { chat_id: chats.current(chat), user_id: Number(user) };
    const member = await call("getChatMember", who);
    return ADMINISTRATORS.includes(member.status);
  }
  return ({ chat, user, asGroup }) => ({
    isAdmin: async () => isPrivate(chat) || asGroup === true || (await isAdministrator(chat, user)),
  });
}

/** Ids of groups and channels are negative. */
const isPrivate = (chat: string): boolean => !chat.startsWith("-");
