/** Which updates have to be dealt with one after the other, where several processes could do so side by side. */
import { type Message, Update } from "./schema.ts";

/**
 * @returns the chat and topic, or who pressed a button of a message that is out of reach. Undefined: what is typed in
 * inline mode, which comes with every letter, needs no order and is worth nothing a moment later; and what is no update.
 */
export function placeOf(update: unknown): string | undefined {
  const { message, callback_query: press, my_chat_member: member } = Update.safeParse(update).data ?? {};
  if (message) return inChat(message);
  if (press) return press.message ? inChat(press.message) : `from ${press.from.id}`;
  return member && inChat(member);
}

function inChat({
  chat,
  is_topic_message: topic,
  message_thread_id: thread,
}: Pick<Message, "chat"> & Partial<Message>): string {
  return topic === true && thread !== undefined ? `${chat.id} ${thread}` : String(chat.id);
}
