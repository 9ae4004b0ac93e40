/** An answer's blocks in pieces of one line each, and together again: what pages and the short form are cut from. */
import type { Answer, Block, Citation, Item } from "./types.ts";

/** Blocks of one line each, so that a cut can come between any two. */
export function pieces(block: Block): Block[] {
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
export function append(blocks: readonly Block[], piece: Block): Block[] {
  const last = blocks.at(-1);
  if (
    last?.kind === "facts" &&
    piece.kind === "facts" &&
    last.heading === piece.heading &&
    last.leads === piece.leads
  )
    return [...blocks.slice(0, -1), { ...last, items: [...last.items, ...piece.items] }];
  if (last?.kind === "list" && piece.kind === "list" && last.heading === piece.heading)
    return [...blocks.slice(0, -1), { ...last, items: [...last.items, ...piece.items] }];
  return [...blocks, piece];
}

/** The sources whose marks stand in what is shown. */
export function citedBy({ sources }: Answer, title: Item, blocks: readonly Block[]): Citation[] {
  const items = blocks.flatMap((b) => (b.kind === "facts" ? b.items : []));
  const marks = new Set([title, ...items].flatMap((item) => item.marks));
  return sources.filter((s) => marks.has(s.mark));
}
