/** Messages without words, written to the bot alone: a voice, a sticker, a picture. One line of help, once a burst. */
import type { Locale } from "../../core/types.ts";
import { createNews } from "../../shared/once.ts";
import { inTraditional } from "../../text/table.ts";

/** What comes within this time of the line is of the same burst: an album is ten messages. */
const BURST_MS = 60_000;

interface Words {
  wordless: string;
}

const ZH: Words = { wordless: "我只看得懂文字：请把问题打字发给我，例如“半导体有哪些核心城市”。" };
const EN: Words = {
  wordless:
    "I understand words only: please type your question, for example “Which cities are core for semiconductors?”",
};

export const WORDLESS: Readonly<Record<Locale, Words>> = { "zh-CN": ZH, "zh-TW": inTraditional(ZH), en: EN };

/** @param now milliseconds since the epoch. @returns a function that is true for the first message of a burst, by chat. */
export const createBursts = (now: () => number): ((chat: string) => boolean) =>
  createNews({ againMs: BURST_MS, now });
