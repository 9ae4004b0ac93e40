/** /language: which language a chat is answered in where the question leaves it open. */
import { withoutCommands } from "../text/echo.ts";
import { type LanguageChoice, readLanguage } from "../core/commands.ts";
import type { Answer, Ask, Question } from "../core/types.ts";
import type { Dataset } from "../dataset/dataset.ts";
import type { Languages } from "./languages.ts";
import * as notices from "./notices.ts";
import type { Guard, Place } from "./place.ts";
import type { Tongues } from "./tongues.ts";
import type { Said } from "./words.ts";

/** What a problem echoes of what was typed. */
const MOST_ECHO = 20;
const EXAMPLE: Said = () => "/language en";

export interface LanguageSetting {
  /** Shows what is set, to anyone; sets it for who may. */
  command(place: Place, rest: string, question: Question, guard: Guard): Promise<Answer>;
  /** Sets it, and says so in that language. */
  set(place: Place, choice: LanguageChoice): Promise<Answer>;
}

export interface LanguageParts {
  dataset: Dataset;
  ask: Ask;
  languages: Languages;
  tongues: Tongues;
}

export function createLanguageSetting({ dataset, ask, languages, tongues }: LanguageParts): LanguageSetting {
  async function set({ store, bot, chat, tongue }: Place, choice: LanguageChoice): Promise<Answer> {
    await languages.set(store, bot, chat.id, choice === "auto" ? undefined : choice);
    return notices.language(choice === "auto" ? tongue : tongues[choice], choice, true);
  }

  async function shown({ bot, chat, tongue }: Place): Promise<Answer> {
    return notices.language(tongue, (await languages.of(bot, chat.id)) ?? "auto", false);
  }

  async function changed(place: Place, choice: LanguageChoice, question: Question): Promise<Answer> {
    // An earlier wish for another language holds as long as its conversation, and would have the last word.
    ask({ ...question, text: dataset.words.languages[choice][0] ?? "" });
    return set(place, choice);
  }

  return {
    set,
    async command(place, rest, question, guard) {
      if (rest === "") return shown(place);
      const choice = readLanguage(rest);
      if (choice !== undefined) return guard(() => changed(place, choice, question));
      const word = withoutCommands(rest.slice(0, MOST_ECHO));
      const problem: Said = ({ words }) => words.problems.language({ word });
      return notices.wrong(place.tongue, problem, EXAMPLE, "/language");
    },
  };
}
