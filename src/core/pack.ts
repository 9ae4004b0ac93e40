/** Cuts a long answer into pages by whole items, never inside one; every page carries the sources it marks. */
import { append, citedBy, pieces } from "./pieces.ts";
import { FRAMES } from "./say/frame.ts";
import type { Answer, Block, Item } from "./types.ts";

/**
 * @param fits whether a page, rendered for the platform, is within its limits.
 * @returns at least one page; nothing of the answer is lost. A single item that fits nowhere gets a page of its own.
 */
export function pack(answer: Answer, fits: (page: Answer) => boolean): Answer[] {
  if (fits(answer)) return [answer];
  const pages: Answer[] = [];
  let title: Item = answer.title;
  let blocks: Block[] = [];
  const page = (next: readonly Block[]): Answer => ({
    ...answer,
    title,
    blocks: [...next],
    sources: citedBy(answer, title, next),
  });
  for (const piece of answer.blocks.flatMap(pieces)) {
    const longer = append(blocks, piece);
    if (blocks.length > 0 && !fits(page(longer))) {
      pages.push(page(blocks));
      title = {
        text: `${answer.title.text.slice(0, 40)}${FRAMES[answer.locale].continued}`,
        facts: [],
        marks: [],
      };
      blocks = [piece];
    } else {
      blocks = longer;
    }
  }
  pages.push(page(blocks));
  return pages;
}
