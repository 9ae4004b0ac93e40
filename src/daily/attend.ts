/** In front of the core: what sets something is dealt with here, every other question goes on with what its chat has set. */
import type { Ask, Attend, Question } from "../core/types.ts";
import type { Languages } from "./languages.ts";
import type { Settings } from "./settings.ts";

export interface AttendParts {
  ask: Ask;
  settings: Settings;
  languages: Languages;
  /** The bot that serves a platform, undefined for platforms without settings. */
  botOf: (platform: string) => string | undefined;
}

export function createAttend({ ask, settings, languages, botOf }: AttendParts): Attend {
  async function answer(question: Question, bot: string) {
    const setting = await languages.of(bot, question.chat.id);
    return ask(setting ? { ...question, setting } : question);
  }
  return (question, asker) => {
    const bot = botOf(question.chat.platform);
    if (bot === undefined) return ask(question);
    return settings(question, asker) ?? answer(question, bot);
  };
}
