/** Time zones to offer while someone types one. */

/** Where the people are who read about Guangdong, with what else they may type for it. */
const COMMON: Readonly<Record<string, string>> = {
  "Asia/Shanghai": "北京 上海 中国 中國 广东 廣東 beijing china",
  "Asia/Hong_Kong": "香港",
  "Asia/Macau": "澳门 澳門",
  "Asia/Taipei": "台北 台湾 台灣",
  "Asia/Singapore": "新加坡",
  "Asia/Tokyo": "东京 東京 日本",
  "Europe/London": "伦敦 倫敦 英国 英國",
  "Europe/Berlin": "柏林 德国 德國",
  "America/New_York": "纽约 紐約 美东 美東",
  "America/Los_Angeles": "洛杉矶 洛杉磯 美西",
  "Australia/Sydney": "悉尼 雪梨",
  UTC: "",
};
const ALL: readonly string[] = [...new Set([...Object.keys(COMMON), ...Intl.supportedValuesOf("timeZone")])];

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/时间$|時間$/u, "")
    .replace(/[\s_]+/gu, "_");

/** @returns IANA names that contain what is typed or are called so, common ones first. */
export function zonesLike(typed: string): string[] {
  const wanted = plain(typed.trim());
  return ALL.filter((zone) => plain(zone).includes(wanted) || COMMON[zone]?.includes(wanted));
}

/** What somebody means who typed a zone and took none that was offered: its city. @returns the text itself where there is none. */
export function zoneMeant(typed: string): string {
  const wanted = plain(typed.trim());
  const namesOf = (zone: string): string[] => [
    ...plain(zone).split("/"),
    ...(COMMON[zone]?.split(" ") ?? []),
  ];
  return ALL.find((zone) => namesOf(zone).includes(wanted)) ?? typed;
}
