/** Inline mode: what can be picked while someone types @bot and a few characters. */
import type { InlineQueryResultArticle } from "telegraf/types";
import type { Answer, Ask } from "../../core/types.ts";
import { htmlOf, paginate } from "./pages.ts";
import { FOLDED } from "./words.ts";

/** Telegram shows at most 50 results; they are kept short, because all of them travel together. */
const MOST_RESULTS = 50;
const UNITS = 1_000;
const MOST_TITLE = 100;

/** @returns at most 50 articles: the answer to the text itself, first where it is one, and the names it may become. */
export type Suggest = (text: string) => InlineQueryResultArticle[];

export function createSuggest(ask: Ask, complete: (text: string, most: number) => string[]): Suggest {
  const chat = { platform: "telegram", id: "inline" };
  /** There are few names, and without a conversation their answers do not change. */
  const named = new Map<string, Answer>();
  const answerTo = (name: string): Answer => {
    const answer = named.get(name) ?? ask({ text: name, chat });
    named.set(name, answer);
    return answer;
  };
  return (text) => {
    const typed = text.trim();
    const names = complete(typed, MOST_RESULTS - 1).filter((name) => name !== typed);
    const offers = names.map((name): [string, Answer] => [name, answerTo(name)]);
    if (typed === "") return offers.map(article);
    const own: [string, Answer] = [typed, ask({ text: typed, chat })];
    return (own[1].outcome === "answer" ? [own, ...offers] : [...offers, own])
      .slice(0, MOST_RESULTS)
      .map(article);
  };
}

function article([title, answer]: [string, Answer], index: number): InlineQueryResultArticle {
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
  return rest.length === 0 ? htmlOf(first) : `${htmlOf(first)}\n<i>${FOLDED}</i>`;
}

const shorten = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, "")
    .slice(0, MOST_TITLE)
    .replace(/\p{Surrogate}/gu, "");
