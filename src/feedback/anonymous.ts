/** Texts without what points to a person or a place in a chat: what is left can be shown to an operator. */

/** Longer questions are not of one piece, and tell more of who asks. */
const MOST_CHARACTERS = 120;
/** What is looked at, so that nobody waits for it. */
const MOST_READ = 1_000;
const GONE = "…";

/** In this order: a link may hold an address, an address an @, and all of them digits. */
const PERSONAL: readonly RegExp[] = [
  /(?:\b[a-z][a-z+.-]*:\/\/|\bwww\.|\b(?:[a-z\d-]+\.)+[a-z]{2,}\/)\S+/giu,
  // Mentions, channels, roles, emoji and times as Discord writes them.
  /<(?:@[!&]?|#|a?:\w+:|t:)[^>\s]*>/gu,
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  /@[\p{L}\p{N}_.-]+(?:#\d{4})?/gu,
  /\b[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|cn|net|org|io|me|hk|tw|top|xyz|gov|edu)\b\S*/giu,
  // WeChat and QQ are given by name.
  /(?:微信号?|vx|wechat|qq号?)\s*[:：是]?\s*[\w-]{5,}/giu,
  // Telephone numbers, numbers of people and of cards, in groups or not: six digits and more, years and money are shorter.
  /(?:\+|\b)\d(?:[\s\-–—－().·]{0,2}\d){5,}/gu,
  /[〇零一二三四五六七八九幺]{7,}/gu,
];

/** 2021-2025: long enough for a number of somebody, and none. */
const YEARS = /^(?:19|20)\d{2}(?:[\s\-–—－().·]+(?:19|20)\d{2}){1,3}$/u;

/**
 * @param text as it was asked.
 * @returns it in one width and one line, with what points to somebody left out; "" where nothing is left that asks anything.
 */
export function anonymous(text: string): string {
  const plain = text
    .slice(0, MOST_READ)
    .normalize("NFKC")
    // Halves of signs too: a database server knows none, and two texts would become one.
    .replaceAll(/[\p{Cf}\p{Cs}]/gu, "")
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .toLowerCase();
  const bare = PERSONAL.reduce(
    (left, pattern) => left.replaceAll(pattern, (found) => (YEARS.test(found) ? found : GONE)),
    plain,
  );
  const short = [...bare].slice(0, MOST_CHARACTERS).join("").trim();
  return /\p{L}/u.test(short.replaceAll(GONE, "")) ? short : "";
}
