/** The languages this room speaks. */
import { createVoices } from "../core/say/say.ts";
import { type Locale, LOCALES } from "../core/types.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { inTraditional } from "../text/table.ts";
import { EVERYTHING } from "./topic.ts";
import { EN } from "./words-en.ts";
import { ZH } from "./words-zh.ts";
import type { Speech, Tongue, Words } from "./words.ts";
import { offsetName, ZONE_CHOICES } from "./zones.ts";

export type Tongues = Readonly<Record<Locale, Tongue>>;

/** The words of each; Traditional Chinese is the Simplified by character. */
export const WORDS: Readonly<Record<Locale, Words>> = { "zh-CN": ZH, "zh-TW": inTraditional(ZH), en: EN };

/** A language for texts that name nothing of the dataset. */
export const speechIn = (locale: Locale): Speech => ({ locale, words: WORDS[locale] });

/** Where nothing tells the language. */
export const HOME_LOCALE: Locale = "zh-CN";

/** A language as it is stored. @returns undefined for one that is not spoken here, or not any more. */
export const asLocale = (text: string | null | undefined): Locale | undefined =>
  LOCALES.find((locale) => locale === text);

export function createTongues(dataset: Dataset): Tongues {
  const voices = createVoices(dataset);
  const tongue = (locale: Locale): Tongue => {
    const words = WORDS[locale];
    return {
      locale,
      words,
      topic: (topic) => topicName(words, topic, (id) => voices[locale].lingo.name(id)),
      zone: (zone) => zoneName(words, zone),
      moment: (at, zone) => words.moment(partsOf(at, zone)),
    };
  };
  return { "zh-CN": tongue("zh-CN"), "zh-TW": tongue("zh-TW"), en: tongue("en") };
}

function topicName(words: Words, topic: string, nameOf: (id: string) => string): string {
  if (topic === EVERYTHING) return words.everything;
  const [kind, id = ""] = topic.split(":", 2);
  if (kind === "class") return id === "支柱" ? words.pillars : words.emerging;
  return nameOf(id);
}

function zoneName({ zones }: Words, zone: string): string {
  const known = ZONE_CHOICES.find((choice) => choice === zone);
  return known ? zones[known] : offsetName(zone);
}

function partsOf(at: number, zone: string): { month: string; day: string; time: string } {
  const parts = new Intl.DateTimeFormat("zh-CN", {
    timeZone: zone,
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? "";
  return { month: of("month"), day: of("day"), time: `${of("hour")}:${of("minute")}` };
}
