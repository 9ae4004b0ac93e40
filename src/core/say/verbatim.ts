/** What is quoted word for word: a language that is another's by character leaves it as it stands in the document. */

/** Private characters, which no text shows. */
const OPEN = "\uE000";
const CLOSE = "\uE001";
const QUOTED = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, "u");

export const verbatim = (words: string): string => `${OPEN}${words}${CLOSE}`;

/** @param convert what is done to everything but what is quoted. */
export const aroundQuotes = (text: string, convert: (words: string) => string): string =>
  text.includes(OPEN)
    ? text
        .split(QUOTED)
        .map((part, i) => (i % 2 === 1 ? part : convert(part)))
        .join("")
    : convert(text);
