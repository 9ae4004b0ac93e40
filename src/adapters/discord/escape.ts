/**
 * Text of people and of documents as Discord's Markdown shows it: literally. A notification shows the backslashes too, so
 * there are none where nothing would be formatted: in times, amounts, brackets, addresses of mail.
 */

/**
 * Each sign that begins something, alone or where it stands. Discord shows any ASCII punctuation after a backslash as it
 * is. The sign comes first in each, and what is before it after that: so most characters are passed over at once.
 */
const MARKUP: readonly RegExp[] = [
  // Emphasis, code, and links with a title.
  /[\\*`[\]]/u,
  // Emphasis too, but never within a word: New_York.
  /_(?:(?![A-Za-z0-9])|(?<![A-Za-z0-9]_))/u,
  // Struck out, hidden: only in pairs.
  /~(?:(?=~)|(?<=~~))/u,
  /\|(?:(?=\|)|(?<=\|\|))/u,
  // Mentions, time stamps, command links, emoji of a server, addresses.
  /<(?=[@#:/A-Za-z])/u,
  // :smile: and :100:, but no time has three digits between its colons, and no emoji one or two.
  /:(?=(?!\d\d?:)[\w+-]+:)/u,
  // https://…
  /:(?=\/\/)/u,
  /@(?=everyone|here)/u,
  // At the start of a line, before a space: a quotation, a heading, small print, a list.
  /[>#+-](?<=^\s*.)(?=[>#]{0,2}(?:\s|$))/mu,
  /\.(?<=^\s*\d+\.)(?=\s|$)/mu,
];
const ANY = new RegExp(MARKUP.map(({ source }) => source).join("|"), "gmu");

/** @returns text that mentions nobody, formats nothing and has no halves of characters; at most twice as long as the input. */
export const escape = (text: string): string =>
  text.replace(/\p{Surrogate}/gu, "").replace(ANY, String.raw`\$&`);

/** @returns at most `most` UTF-16 units, never ending inside a character or after a lone backslash. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/u, "");
  return `${cut.replace(/(?<!\\)(?:\\\\)*\\$/u, "")}…`;
}

/** A link with a title. Anything but http and https stays text. */
export function link(title: string, address: string | null): string {
  if (address === null || !/^https?:/iu.test(address) || !URL.canParse(address)) return escape(title);
  const { href } = new URL(address);
  return `[${escape(title)}](${href.replaceAll("(", "%28").replaceAll(")", "%29")})`;
}
