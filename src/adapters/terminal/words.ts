/** What the terminal says by itself, a language each. */
import type { Locale } from "../../core/types.ts";
import { inTraditional } from "../../text/table.ts";

/** A language that lacks a text does not compile. */
export interface Words {
  greeting: string;
  prompt: string;
}

const ZH: Words = {
  greeting: "粤群：广东 20 个战略性产业集群和 21 个市，问一句答一句。/help 看用法，/quit 离开。",
  prompt: "粤群> ",
};

const EN: Words = {
  greeting:
    "Yuequn: Guangdong's 20 strategic industrial clusters and 21 cities, one question a line. /help says how, /quit leaves.",
  prompt: "yuequn> ",
};

export const WORDS: Readonly<Record<Locale, Words>> = { "zh-CN": ZH, "zh-TW": inTraditional(ZH), en: EN };
