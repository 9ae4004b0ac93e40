/** Inline mode: what can be picked while someone types @bot and a few characters. */
import type { InlineQueryResultArticle } from "telegraf/types";
import type { Answer, Attend, Locale } from "../../core/types.ts";
import { NOBODY } from "../shared/nobody.ts";
import { htmlOf, paginate } from "./pages.ts";
import { WORDS } from "./words.ts";

/** Telegram shows at most 50 results; they are kept short, because all of them travel together. */
const MOST_RESULTS = 50;
const UNITS = 1_000;
const MOST_TITLE = 100;

/**
 * @param hint the language of who types.
 * @returns at most 50 articles: the answer to the text itself, first where it is one, and the names it may become.
 */
export type Suggest = (text: string, hint?: Locale) => Promise<InlineQueryResultArticle[]>;

type Offer = [title: string, answer: Answer];

export function createSuggest(
  attend: Attend,
  complete: (text: string, most: number, locale: Locale) => string[],
): Suggest {
  const chat = { platform: "telegram", id: "inline" };
  const offer = async (text: string, hint: Locale | undefined): Promise<Offer> => [
    text,
    await attend({ text, chat, ...(hint && { hint }) }, NOBODY),
  ];
  /** There are few names, and without a conversation their answers do not change. */
  const named = new Map<string, Offer>();
  const offerOf = async (name: string, hint: Locale | undefined): Promise<Offer> => {
    const key = `${hint ?? ""} ${name}`;
    const made = named.get(key) ?? (await offer(name, hint));
    named.set(key, made);
    return made;
  };
  return async (text, hint) => {
    const typed = text.trim();
    const names = complete(typed, MOST_RESULTS - 1, hint ?? "zh-CN").filter((name) => name !== typed);
    const offers = await Promise.all(names.map((name) => offerOf(name, hint)));
    if (typed === "") return offers.map(article);
    const own = await offer(typed, hint);
    return (own[1].outcome === "answer" ? [own, ...offers] : [...offers, own])
      .slice(0, MOST_RESULTS)
      .map(article);
  };
}

function article([title, answer]: Offer, index: number): InlineQueryResultArticle {
  return {
    type: "article",
    id: String(index),
    title: shorten(title),
    description: shorten(answer.title.text),
    input_message_content: {
      message_text: folded(answer),
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
    },
  };
}

function folded(answer: Answer): string {
  const [first = answer, ...rest] = paginate(answer, UNITS);
  return rest.length === 0 ? htmlOf(first) : `${htmlOf(first)}\n<i>${WORDS[answer.locale].folded}</i>`;
}

const shorten = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, "")
    .slice(0, MOST_TITLE)
    .replace(/\p{Surrogate}/gu, "");
