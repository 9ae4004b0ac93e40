/** What a chat may set, and who may: its commands, and a language that is asked for in words. */
import { createParser, isCall, type LanguageChoice } from "../core/commands.ts";
import { createLanguageReader } from "../core/read/language.ts";
import type { Answer, Asker, Question } from "../core/types.ts";
import { type Desk, type SettingCommand, SETTINGS } from "./commands.ts";
import { createLanguageSetting } from "./language.ts";
import * as notices from "./notices.ts";
import type { Guard, SettingsParts } from "./place.ts";
import { createRecords } from "./records.ts";
import { createSubscribing } from "./subscribing.ts";
import { createTongues, HOME_LOCALE } from "./tongues.ts";
import type { Tongue } from "./words.ts";

/** @returns undefined for a question that sets nothing. Never rejects. */
export type Settings = (question: Question, asker: Asker) => Promise<Answer> | undefined;

/** A question to a bot, and who asks it. */
interface Asking {
  question: Question;
  bot: string;
  asker: Asker;
}

/** No wish for a language is longer. */
const MOST_WISH = 60;

export function createSettings(parts: SettingsParts): Settings {
  const { dataset, languages, ask } = parts;
  const parse = createParser(SETTINGS);
  const tongues = createTongues(dataset);
  const reader = createLanguageReader(dataset);
  const language = createLanguageSetting({ dataset, ask, languages, tongues });
  const desk: Desk = {
    language,
    subscribing: createSubscribing(parts),
    records: createRecords(languages, parts.keeps ?? { texts: false, turns: false }),
  };

  async function tongueFor(bot: string, { chat, locale, hint }: Question): Promise<Tongue> {
    return tongues[locale ?? (await languages.of(bot, chat.id)) ?? hint ?? HOME_LOCALE];
  }

  const guardOf =
    (tongue: Tongue, asker: Asker): Guard =>
    async (act, otherwise) => {
      try {
        if (!(await asker.isAdmin())) return otherwise?.() ?? notices.adminsOnly(tongue);
      } catch (error) {
        parts.onTrouble("whether someone is an administrator could not be checked", error);
        return otherwise?.() ?? notices.cannotCheck(tongue);
      }
      return act();
    };

  async function command(
    { run, withoutStore }: SettingCommand,
    rest: string,
    { question, bot, asker }: Asking,
  ): Promise<Answer> {
    const tongue = await tongueFor(bot, question);
    const store = parts.store();
    if (!store) return withoutStore?.(desk, tongue) ?? notices.noStore(tongue);
    const place = { store, bot, chat: question.chat, tongue };
    return run(desk, { place, rest, question, guard: guardOf(tongue, asker) });
  }

  /** For the conversation anyone may choose a language; the core hears and remembers that. For the chat, who may set it. */
  async function wished(
    choice: LanguageChoice,
    question: Question,
    bot: string,
    asker: Asker,
  ): Promise<Answer> {
    const spoken = ask(question);
    const store = parts.store();
    const isAllowed = store !== undefined && (await asker.isAdmin().catch(() => false));
    if (!isAllowed) return spoken;
    try {
      return await language.set({ store, bot, chat: question.chat, tongue: tongues[spoken.locale] }, choice);
    } catch (error) {
      parts.onTrouble("the language of a chat could not be kept", error);
      return spoken;
    }
  }

  return (question, asker) => {
    const { text, chat } = question;
    const bot = parts.botOf(chat.platform);
    // Without a person there is nobody who could set anything: the inline box, a greeting.
    if (bot === undefined || chat.user === undefined) return undefined;
    const call = parse(text);
    if (!isCall(call)) {
      const wish = text.length > MOST_WISH ? undefined : reader.wish(text);
      return wish && wished(wish, question, bot, asker);
    }
    return command(call.command, call.rest, { question, bot, asker }).catch(async (error: unknown) => {
      parts.onTrouble(`/${call.command.name} failed`, error);
      return notices.noStore(await tongueFor(bot, question));
    });
  };
}
