/** Texts by key: what a teller wants said, and how it is said in a language. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Suggestions } from "../../dataset/language.ts";
import { toTraditional } from "../../text/traditional.ts";
import type { Locale } from "../types.ts";
import { EN } from "./en.ts";
import { chinese, english, type Lingo } from "./lingo.ts";
import type { Catalogue, Texts } from "./texts.ts";
import { aroundQuotes } from "./verbatim.ts";
import { ZH } from "./zh.ts";

/** A text and what it is about; the words come last. */
export type Text = { [K in keyof Texts]: { key: K; with: Texts[K] } }[keyof Texts];

/** @param args what the catalogue's text of that key is given; nothing where it needs nothing. */
export const text = <K extends keyof Texts>(
  key: K,
  ...args: [Texts[K]] extends [undefined] ? [] : [Texts[K]]
): Text => ({ key, with: args[0] }) as Text;

/** A language as it is spoken about one dataset. */
export interface Voice {
  locale: Locale;
  say: (words: Text) => string;
  lingo: Lingo;
  /** Questions offered where nothing of the answer suggests one. */
  suggestions: (dataset: Dataset) => Suggestions;
}

/** Every language the bot answers in. */
export type Voices = Readonly<Record<Locale, Voice>>;

const speak =
  (catalogue: Catalogue, lingo: Lingo) =>
  ({ key, with: args }: Text): string =>
    (catalogue[key] as (args: unknown, lingo: Lingo) => string)(args, lingo);

const asIs = (words: string): string => words;

/** Traditional Chinese is the Simplified text by character: nothing is reworded. */
export function createVoices(dataset: Dataset): Voices {
  const simplified = chinese(dataset);
  const inChinese = speak(ZH, simplified);
  const ofEnglish = english(dataset);
  const inEnglish = speak(EN, ofEnglish);
  const each = (lists: Suggestions, convert: (ask: string) => string): Suggestions =>
    Object.fromEntries(Object.entries(lists).map(([name, asks]) => [name, asks.map(convert)])) as Suggestions;
  return {
    "zh-CN": {
      locale: "zh-CN",
      say: (words) => aroundQuotes(inChinese(words), asIs),
      lingo: simplified,
      suggestions: (of) => of.suggestions,
    },
    "zh-TW": {
      locale: "zh-TW",
      say: (words) => aroundQuotes(inChinese(words), toTraditional),
      lingo: inTraditional(simplified),
      suggestions: (of) => each(of.suggestions, toTraditional),
    },
    en: {
      locale: "en",
      say: (words) => aroundQuotes(inEnglish(words), asIs),
      lingo: ofEnglish,
      suggestions: (of) => of.english.suggestions,
    },
  };
}

/** Names for what is put together outside the catalogue: citations. */
function inTraditional(lingo: Lingo): Lingo {
  return {
    ...lingo,
    name: (id) => toTraditional(lingo.name(id)),
    document: (id) => toTraditional(lingo.document(id)),
    publisher: (id) => {
      const name = lingo.publisher(id);
      return name === undefined ? undefined : toTraditional(name);
    },
  };
}
