/** An answer as plain text: the terminal shows this, and every platform's text says the same. */
import { citationLine } from "./cite.ts";
import type { Answer, Block, Item } from "./types.ts";

const marksOf = (item: Item): string => item.marks.map((mark) => `［${mark}］`).join("");

/** Lines of one block. Exhaustive: a new kind of block does not compile until it is shown here. */
export function blockLines(block: Block): string[] {
  switch (block.kind) {
    case "text":
      return [block.text];
    case "note":
      return [`※ ${block.text}`];
    case "facts":
      return [...heading(block.heading), ...block.items.map((i) => `• ${i.text}${marksOf(i)}`)];
    case "list":
      return [...heading(block.heading), ...block.items.map((item) => `• ${item}`)];
    case "table":
      return [...heading(block.heading), ...[block.head, ...block.rows].map((row) => row.join("｜"))];
  }
}

const heading = (text: string | undefined): string[] => (text === undefined ? [] : [`${text}：`]);

/** The whole answer: title, blocks, sources, suggested questions; lines joined by \n, no colour, no markup. */
export function toPlain(answer: Answer): string {
  const lines = [
    `${answer.title.text}${marksOf(answer.title)}`,
    ...answer.blocks.flatMap(blockLines),
    ...(answer.sources.length > 0 ? ["来源：", ...answer.sources.map(citationLine)] : []),
    ...(answer.next.length > 0 ? [`还可以问：${answer.next.map((n) => n.label).join("｜")}`] : []),
  ];
  return lines.join("\n");
}
