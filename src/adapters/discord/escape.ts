/** Text of people and of documents as Discord's Markdown shows it: literally. */

// Discord shows any ASCII punctuation after a backslash as it is. The colon ends emoji and bare links, < ends
// mentions, time stamps and command links; the rest is emphasis, code, spoilers, links and headings.
const MARKUP = /[\\*_~`|<>[\]()#@:]/gu;
// At the start of a line these begin a list.
const BULLET = /^(\s*)([-+])/gmu;
const NUMBER = /^(\s*\d+)\./gmu;

/** @returns text that mentions nobody and formats nothing; at most twice as long as the input. */
export const escape = (text: string): string =>
  text
    .replace(MARKUP, String.raw`\$&`)
    .replace(BULLET, String.raw`$1\$2`)
    .replace(NUMBER, String.raw`$1\.`);

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
