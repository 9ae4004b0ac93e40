/** What people read of the bot before they write to it: in an empty chat and in its profile. */
import type { Transport } from "./transport/types.ts";
import { type Language, LANGUAGES } from "./commands.ts";

interface Description {
  /** At most 512 characters: https://core.telegram.org/bots/api#setmydescription. */
  description: string;
  /** At most 120 characters: https://core.telegram.org/bots/api#setmyshortdescription. */
  short: string;
}

const EN: Description = {
  description:
    "I answer questions about Guangdong's 20 strategic industrial clusters and the roles of its 21 cities, always with the source. Ask in English, 简体 or 繁體: “Which cities are core for semiconductors?” In groups I speak only when spoken to.",
  short: "Guangdong's 20 strategic industrial clusters and the roles of its cities, always with the source.",
};
const ZH: Description = {
  description:
    "我回答广东 20 个战略性产业集群和 21 个市的角色，每条都带来源。简体、繁體、English 都可以问，例如“半导体有哪些核心城市”。在群里，没有叫我的时候我不出声。",
  short: "广东 20 个战略性产业集群和各市的角色，每条都带来源。",
};

export const DESCRIPTIONS: Readonly<Record<Language, Description>> = { "": EN, en: EN, zh: ZH };

/** Sets the descriptions that differ from those Telegram has. @returns how many were set. */
export async function syncDescriptions(call: Transport["call"]): Promise<number> {
  let changed = 0;
  for (const language of LANGUAGES) {
    const where = language === "" ? {} : { language_code: language };
    const { description, short } = DESCRIPTIONS[language];
    const shown = await call("getMyDescription", where);
    const shownShort = await call("getMyShortDescription", where);
    if (shown.description !== description) {
      await call("setMyDescription", { ...where, description });
      changed += 1;
    }
    if (shownShort.short_description !== short) {
      await call("setMyShortDescription", { ...where, short_description: short });
      changed += 1;
    }
  }
  return changed;
}
