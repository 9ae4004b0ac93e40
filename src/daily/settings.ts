/** What a chat may set, and who may: /daily, /language, /privacy and /forget, and a language that is asked for in words. */
import { parseCommand } from "../core/commands.ts";
import { compose } from "../core/compose.ts";
import { createLanguageReader } from "../core/read/language.ts";
import { createVoices } from "../core/say/say.ts";
import { privacy as privacyDraft } from "../core/tell/talk.ts";
import type { Answer, Asker, Locale, Question } from "../core/types.ts";
import { parseDaily } from "./command.ts";
import { createLanguageSetting } from "./language.ts";
import * as notices from "./notices.ts";
import type { Guard, Place, SettingsParts } from "./place.ts";
import { createSubscribing } from "./subscribing.ts";
import { createTongues, HOME_LOCALE } from "./tongues.ts";
import type { Tongue } from "./words.ts";

/** @returns undefined for a question that sets nothing. Never rejects. */
export type Settings = (question: Question, asker: Asker) => Promise<Answer> | undefined;

/** No wish for a language is longer. */
const MOST_WISH = 60;
const NAMES: readonly string[] = ["daily", "language", "privacy", "forget"];

export function createSettings(parts: SettingsParts): Settings {
  const { dataset, languages, ask } = parts;
  const voices = createVoices(dataset);
  const tongues = createTongues(dataset);
  const reader = createLanguageReader(dataset);
  const subscribing = createSubscribing(parts);
  const language = createLanguageSetting({ dataset, ask, languages, tongues });

  async function tongueFor(bot: string, { chat, locale, hint }: Question): Promise<Tongue> {
    return tongues[locale ?? (await languages.of(bot, chat.id)) ?? hint ?? HOME_LOCALE];
  }

  const generalPrivacy = (tongue: Tongue): Answer =>
    notices.withStored(tongue, compose(dataset, privacyDraft(), voices[tongue.locale]));

  async function privacy({ store, bot, chat, tongue }: Place): Promise<Answer> {
    const general = generalPrivacy(tongue);
    const told = await store.subscriptions.find(bot, chat.id);
    const set = await languages.of(bot, chat.id);
    return { ...general, blocks: [...notices.held(tongue, told, set), ...general.blocks] };
  }

  async function forget({ store, bot, chat, tongue }: Place): Promise<Answer> {
    const had = await store.subscriptions.forget(bot, chat.id);
    languages.forgotten(bot, chat.id);
    return notices.forgotten(tongue, had);
  }

  const guardOf =
    (tongue: Tongue, asker: Asker): Guard =>
    async (act) => {
      try {
        if (!(await asker.isAdmin())) return notices.adminsOnly(tongue);
      } catch (error) {
        parts.onTrouble("whether someone is an administrator could not be checked", error);
        return notices.cannotCheck(tongue);
      }
      return act();
    };

  async function command(name: string, rest: string, question: Question, bot: string, asker: Asker) {
    const tongue = await tongueFor(bot, question);
    const store = parts.store();
    // Without the store the general word on privacy is still true.
    if (!store) return name === "privacy" ? generalPrivacy(tongue) : notices.noStore(tongue);
    const place = { store, bot, chat: question.chat, tongue };
    const guard = guardOf(tongue, asker);
    if (name === "daily") return subscribing(place, parseDaily(rest), guard);
    if (name === "language") return language.command(place, rest, question, guard);
    return name === "privacy" ? privacy(place) : guard(() => forget(place));
  }

  /** For the conversation anyone may choose a language; the core hears and remembers that. For the chat, who may set it. */
  async function wished(locale: Locale, question: Question, bot: string, asker: Asker): Promise<Answer> {
    const spoken = ask(question);
    const store = parts.store();
    const isAllowed = store !== undefined && (await asker.isAdmin().catch(() => false));
    if (!isAllowed) return spoken;
    try {
      return await language.set({ store, bot, chat: question.chat, tongue: tongues[locale] }, locale);
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
    const call = parseCommand(text);
    if (call === undefined || call === "unknown") {
      const wish = text.length > MOST_WISH ? undefined : reader.wish(text);
      return wish && wished(wish, question, bot, asker);
    }
    const { name } = call.command;
    if (!NAMES.includes(name)) return undefined;
    return command(name, call.rest, question, bot, asker).catch(async (error: unknown) => {
      parts.onTrouble(`/${name} failed`, error);
      return notices.noStore(await tongueFor(bot, question));
    });
  };
}
