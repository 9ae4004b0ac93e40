/** What the settings of a chat are made from, and the chat whose they are. */
import type { Answer, Ask, Chat } from "../core/types.ts";
import type { Dataset } from "../dataset/dataset.ts";
import type { Store } from "../store/open.ts";
import type { Calendar } from "./calendar.ts";
import type { Languages } from "./languages.ts";
import type { FactsOn, Tell } from "./topic.ts";
import type { Tongue } from "./words.ts";

export interface SettingsParts {
  dataset: Dataset;
  /** The core, which remembers the language of a conversation. */
  ask: Ask;
  languages: Languages;
  factsOn: FactsOn;
  tell: Tell;
  calendar: Calendar;
  /** The store, or undefined while it cannot be used. */
  store: () => Store | undefined;
  /** The bot that serves a platform, undefined for platforms without settings. */
  botOf: (platform: string) => string | undefined;
  now: () => number;
  newId: () => string;
  /** What is kept besides what always is; nothing unless told. */
  keeps?: Keeps;
  onTrouble: (what: string, error: unknown) => void;
}

/** Whether questions nobody could answer are kept, and whether processes share in the database what is being said. */
export interface Keeps {
  texts: boolean;
  turns: boolean;
}

/** A chat of a bot, with its store at hand and the language it is spoken to. */
export interface Place {
  store: Store;
  bot: string;
  chat: Chat;
  tongue: Tongue;
}

/**
 * Does what only an administrator may.
 * @param otherwise what everybody else gets; unless given they are told that they may not, or that nobody can find out.
 */
export type Guard = (act: () => Promise<Answer>, otherwise?: () => Promise<Answer>) => Promise<Answer>;
