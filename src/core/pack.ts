/** Cuts a long answer into pages by whole items, never inside one; every page carries the sources it marks. */
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
  const page = (next: readonly Block[]): Answer => withSources(answer, title, next);
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

/** Blocks of one item each, so that a page can end between any two. */
function pieces(block: Block): Block[] {
  switch (block.kind) {
    case "text":
    case "note":
      return [block];
    case "facts":
      return block.items.map((item) => ({ ...block, items: [item] }));
    case "list":
      return block.items.map((item) => ({ ...block, items: [item] }));
  }
}

/** A piece joins the block it was cut from where that is the last one. */
function append(blocks: readonly Block[], piece: Block): Block[] {
  const last = blocks.at(-1);
  if (last?.kind === "facts" && piece.kind === "facts" && last.heading === piece.heading)
    return [...blocks.slice(0, -1), { ...last, items: [...last.items, ...piece.items] }];
  if (last?.kind === "list" && piece.kind === "list" && last.heading === piece.heading)
    return [...blocks.slice(0, -1), { ...last, items: [...last.items, ...piece.items] }];
  return [...blocks, piece];
}

function withSources(answer: Answer, title: Item, blocks: readonly Block[]): Answer {
  const items = blocks.flatMap((b) => (b.kind === "facts" ? b.items : []));
  const marks = new Set([title, ...items].flatMap((item) => item.marks));
  const sources = answer.sources.filter((s) => marks.has(s.mark));
  return { ...answer, title, blocks: [...blocks], sources };
}
