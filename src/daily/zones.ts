/** Time zones as people write them. */
import { toSimplified } from "../text/simplified.ts";

/** Names in use in chats, beside the IANA names. */
const NAMES: Readonly<Record<string, string>> = {
  北京: "Asia/Shanghai",
  上海: "Asia/Shanghai",
  中国: "Asia/Shanghai",
  广东: "Asia/Shanghai",
  beijing: "Asia/Shanghai",
  china: "Asia/Shanghai",
  cst: "Asia/Shanghai",
  香港: "Asia/Hong_Kong",
  澳门: "Asia/Macau",
  台北: "Asia/Taipei",
  台湾: "Asia/Taipei",
  新加坡: "Asia/Singapore",
  东京: "Asia/Tokyo",
  日本: "Asia/Tokyo",
  首尔: "Asia/Seoul",
  曼谷: "Asia/Bangkok",
  迪拜: "Asia/Dubai",
  莫斯科: "Europe/Moscow",
  伦敦: "Europe/London",
  英国: "Europe/London",
  巴黎: "Europe/Paris",
  柏林: "Europe/Berlin",
  德国: "Europe/Berlin",
  纽约: "America/New_York",
  美东: "America/New_York",
  芝加哥: "America/Chicago",
  洛杉矶: "America/Los_Angeles",
  美西: "America/Los_Angeles",
  多伦多: "America/Toronto",
  温哥华: "America/Vancouver",
  悉尼: "Australia/Sydney",
  墨尔本: "Australia/Melbourne",
  奥克兰: "Pacific/Auckland",
  hongkong: "Asia/Hong_Kong",
  macau: "Asia/Macau",
  taipei: "Asia/Taipei",
  singapore: "Asia/Singapore",
  tokyo: "Asia/Tokyo",
  seoul: "Asia/Seoul",
  bangkok: "Asia/Bangkok",
  dubai: "Asia/Dubai",
  moscow: "Europe/Moscow",
  london: "Europe/London",
  paris: "Europe/Paris",
  berlin: "Europe/Berlin",
  chicago: "America/Chicago",
  toronto: "America/Toronto",
  vancouver: "America/Vancouver",
  sydney: "Australia/Sydney",
  melbourne: "Australia/Melbourne",
  auckland: "Pacific/Auckland",
};

export const HOME_ZONE = "Asia/Shanghai";

/** Zones to choose from, from east to west; every other one can be written. */
export const ZONE_CHOICES = [
  "Australia/Sydney",
  "Asia/Tokyo",
  HOME_ZONE,
  "Asia/Singapore",
  "Asia/Bangkok",
  "Asia/Dubai",
  "Europe/Berlin",
  "Europe/London",
  "America/New_York",
  "America/Los_Angeles",
] as const;
export type ZoneChoice = (typeof ZONE_CHOICES)[number];

/** 北京时间, UTC+8, America/New_York. @returns undefined for what does not look like a zone, `false` for one there is not. */
export function readZone(word: string): string | false | undefined {
  const typed = toSimplified(word.toLowerCase());
  const plain = typed.replace(/时间$/u, "");
  if (Object.hasOwn(NAMES, plain) && (plain !== typed || !/\p{Script=Han}/u.test(plain))) return NAMES[plain];
  const offset = /^(?:utc|gmt)?([+-])(\d{1,2})(?::?00)?$/u.exec(plain);
  if (offset) return whole(offset[1] ?? "", Number(offset[2]));
  if (plain === "utc" || plain === "gmt") return "UTC";
  if (!word.includes("/")) return typed.includes("时间") || /^(?:utc|gmt)/u.test(plain) ? false : undefined;
  return official(word) ?? false;
}

/** The sign is turned around in these names: Etc/GMT-8 is eight hours ahead. */
const whole = (sign: string, hours: number): string | false =>
  official(`Etc/GMT${hours === 0 ? "" : sign === "+" ? "-" : "+"}${hours === 0 ? "" : hours}`) ?? false;

/** The zone in its official spelling, where the platform knows it. */
function official(zone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** What people read of a zone that has no name in their language: UTC+8, Asia/Tokyo. */
export function offsetName(zone: string): string {
  const offset = /^Etc\/GMT([+-])(\d+)$/u.exec(zone);
  return offset ? `UTC${offset[1] === "-" ? "+" : "-"}${offset[2] ?? ""}` : zone;
}
