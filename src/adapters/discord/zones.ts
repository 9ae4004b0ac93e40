/** Time zones to offer while someone types one. */

/** Where the people are who read about Guangdong. */
const COMMON = [
  "Asia/Shanghai",
  "Asia/Hong_Kong",
  "Asia/Macau",
  "Asia/Taipei",
  "Asia/Singapore",
  "Asia/Tokyo",
  "Europe/London",
  "Europe/Berlin",
  "America/New_York",
  "America/Los_Angeles",
  "Australia/Sydney",
  "UTC",
];
const ALL: readonly string[] = [...new Set([...COMMON, ...Intl.supportedValuesOf("timeZone")])];

const plain = (text: string): string => text.toLowerCase().replace(/[\s_]+/gu, "_");

/** @returns IANA names that contain what is typed, common ones first. */
export function zonesLike(typed: string): string[] {
  const wanted = plain(typed.trim());
  return ALL.filter((zone) => plain(zone).includes(wanted));
}
