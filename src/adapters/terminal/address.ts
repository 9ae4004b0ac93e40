/** Addresses as people read them: the Chinese of a path, which links carry in percent signs, is shown as it is written. */
import type { Answer, Citation } from "../../core/types.ts";

const ESCAPED = /(?:%[0-9a-f]{2})+/gi;
/** Nothing that ends an address, is drawn from right to left, is not drawn at all, or looks like another sign. */
const READABLE = /^\p{Script=Han}$/u;

/** @returns undefined where the bytes are no text in UTF-8: an older site's GBK. */
function decoded(escaped: string): string | undefined {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}

/** @returns an address that leads to the same place: what is decoded is encoded again by whoever opens it. */
export const readable = (url: string): string =>
  url.replace(ESCAPED, (escaped) =>
    [...(decoded(escaped) ?? "")].some((char) => READABLE.test(char))
      ? [...decodeURIComponent(escaped)]
          .map((char) => (READABLE.test(char) ? char : encodeURIComponent(char)))
          .join("")
      : escaped,
  );

const named = (source: Citation): Citation =>
  source.url === null ? source : { ...source, url: readable(source.url) };

/** The answer with its addresses as they are read. */
export const withReadable = (answer: Answer): Answer => ({ ...answer, sources: answer.sources.map(named) });

/** A link that terminals follow exactly, whatever of it is shown; those that know none show the text alone. */
const link = (url: string, text: string): string => `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`;

/** Where an address is shown otherwise than it is written, what is touched is the address itself. */
export const linked = (line: string, { sources }: Answer): string =>
  sources.reduce((text, { url }) => {
    const shown = url === null ? "" : readable(url);
    return url === null || shown === url ? text : text.replaceAll(shown, () => link(url, shown));
  }, line);
