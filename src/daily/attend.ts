/** In front of the core: what sets something is dealt with here, every other question goes on with what its chat has set. */
import type { Answer, Ask, Attend, Question } from "../core/types.ts";
import type { Languages } from "./languages.ts";
import type { Settings } from "./settings.ts";

export interface AttendParts {
  ask: Ask;
  settings: Settings;
  languages: Languages;
  /** The bot that serves a platform, undefined for platforms without settings. */
  botOf: (platform: string) => string | undefined;
  /** Told of every answer of the core. Must not throw, nor take long. */
  onAnswer?: (question: Question, answer: Answer) => void;
}

export function createAttend({ ask, settings, languages, botOf, onAnswer }: AttendParts): Attend {
  async function answer(question: Question, bot: string) {
    const setting = await languages.of(bot, question.chat.id);
    const answered = ask(setting ? { ...question, setting } : question);
    onAnswer?.(question, answered);
    return answered;
  }
  return (question, asker) => {
    const bot = botOf(question.chat.platform);
    if (bot === undefined) return ask(question);
    return settings(question, asker) ?? answer(question, bot);
  };
}
