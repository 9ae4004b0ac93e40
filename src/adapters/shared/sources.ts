/** Sources in one line below a short answer. */
import { FRAMES } from "../../core/say/frame.ts";
import type { Answer, Citation } from "../../core/types.ts";

/** Named in the line; the rest are counted. */
const MOST_NAMED = 3;

/** Whether the line names them all. */
export const areFew = ({ sources }: Pick<Answer, "sources">): boolean => sources.length <= MOST_NAMED;

/**
 * ［1］《意见》（2020）｜南方网 2020-05-21；［2］…: document and place of each, and how many there are besides.
 * @param link the document, linked where the source has an address. @param escape any text of the platform's.
 */
export function sourceLine(
  { sources, locale }: Answer,
  link: (source: Citation) => string,
  escape: (text: string) => string,
): string {
  const { mark, bar, semicolon, andMoreSources } = FRAMES[locale];
  const named = sources
    .slice(0, MOST_NAMED)
    .map((source) => `${mark(source.mark)}${link(source)}${bar}${escape(source.locator)}`);
  const more = sources.length - named.length;
  return `${named.join(semicolon)}${more > 0 ? andMoreSources(more) : ""}`;
}
