/** /privacy and /forget: what is kept about a chat is told, and deleted. */
import type { Answer } from "../core/types.ts";
import type { Languages } from "./languages.ts";
import * as notices from "./notices.ts";
import type { Keeps, Place } from "./place.ts";
import type { Speech } from "./words.ts";

export interface Records {
  /** What is true of every chat. */
  general(speech: Speech): Answer;
  tell(place: Place): Promise<Answer>;
  forget(place: Place): Promise<Answer>;
}

export const createRecords = (languages: Languages, keeps: Keeps): Records => ({
  general: (speech) => notices.privacy(speech, keeps),
  async tell({ store, bot, chat, tongue }) {
    const general = notices.privacy(tongue, keeps);
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
