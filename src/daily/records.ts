/** /privacy and /forget: what is kept about a chat is told, and deleted. */
import type { Answer } from "../core/types.ts";
import type { Languages } from "./languages.ts";
import * as notices from "./notices.ts";
import type { Place } from "./place.ts";

export interface Records {
  tell(place: Place): Promise<Answer>;
  forget(place: Place): Promise<Answer>;
}

export const createRecords = (languages: Languages): Records => ({
  async tell({ store, bot, chat, tongue }) {
    const general = notices.privacy(tongue);
    const told = await store.subscriptions.find(bot, chat.id);
    const set = await languages.of(bot, chat.id);
    return { ...general, blocks: [...notices.held(tongue, told, set), ...general.blocks] };
  },
  async forget({ store, bot, chat, tongue }) {
    const had = await store.subscriptions.forget(bot, chat.id);
    languages.forgotten(bot, chat.id);
    return notices.forgotten(tongue, had);
  },
});
