/** A language as a picture is written in it: names, sentences and words, and the script they are written down in. */
import { type Frame, FRAMES } from "../core/say/frame.ts";
import { chinese, english, type Lingo } from "../core/say/lingo.ts";
import type { Locale } from "../core/types.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { toTraditional } from "../text/traditional.ts";
import { EN } from "./words-en.ts";
import { ZH } from "./words-zh.ts";
import type { Words } from "./words.ts";

export interface Pen {
  locale: Locale;
  lingo: Lingo;
  frame: Frame;
  words: Words;
  /** Every text goes through it where it is put on the sheet: whole, because a phrase decides about its characters. */
  script: (text: string) => string;
}

const asItIs = (text: string): string => text;

/** Traditional Chinese is the Chinese picture by character; nothing is reworded, so nothing moves. */
export function createPen(dataset: Dataset, locale: Locale): Pen {
  if (locale === "en")
    return { locale, lingo: english(dataset), frame: FRAMES.en, words: EN, script: asItIs };
  return {
    locale,
    lingo: chinese(dataset),
    frame: FRAMES["zh-CN"],
    words: ZH,
    script: locale === "zh-TW" ? toTraditional : asItIs,
  };
}

/** Names in the language, in their order. */
export const namesIn = ({ lingo }: Pen, ids: readonly string[]): string[] => ids.map((id) => lingo.name(id));

/** 广州、深圳, Guangzhou and Shenzhen. */
export const listed = (pen: Pen, ids: readonly string[]): string => pen.words.list(namesIn(pen, ids));
