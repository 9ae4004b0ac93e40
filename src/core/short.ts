/** The part of an answer that people see first: what was asked, short enough for a group chat. The rest is one touch away. */
import { type Frame, FRAMES } from "./say/frame.ts";
import type { Answer, Block, Citation, Item, Locale } from "./types.ts";

/** Characters of title and blocks, sources not counted; English needs more of them. */
const MOST_CHARACTERS: Readonly<Record<Locale, number>> = { "zh-CN": 200, "zh-TW": 200, en: 240 };
/** Lines of title and blocks. A page on a telephone. */
const MOST_LINES = 8;
/** Sources named in the short form. */
const MOST_SOURCES = 3;

export interface Split {
  /** The answer with the blocks and sources that are shown first. */
  short: Answer;
  /** What is left, in its order; nothing where the whole answer is short. */
  rest: Block[];
}

/** A block a line, so that a cut can come between any two. */
const linesOf = (block: Block): Block[] => {
  switch (block.kind) {
    case "text":
    case "note":
      return [block];
    case "facts":
      return block.items.map((item) => ({ ...block, items: [item] }));
    case "list":
      return block.items.map((item) => ({ ...block, items: [item] }));
  }
};

const textOf = (block: Block): string => {
  switch (block.kind) {
    case "text":
    case "note":
      return block.text;
    case "facts":
      return block.items.map((i) => i.text).join("");
    case "list":
      return block.items.join("");
  }
};

const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + textOf(block).length, 0);

/** @returns the answer in two: what fits a glance, and what more is to be had. Every line is in one of them. */
export function split(answer: Answer): Split {
  if (answer.whole) return { short: answer, rest: [] };
  const urgent = answer.blocks.flatMap((b) => (b.kind === "note" && b.brief !== undefined ? [b] : []));
  const shown: Block[] = urgent.map(({ brief = "" }) => ({ kind: "note", text: brief }));
  const rest: Block[] = [];
  let room = MOST_CHARACTERS[answer.locale] - answer.title.text.length - lengthOf(shown);
  let lines = MOST_LINES - 1 - shown.length;
  let full = false;
  // “the nearest is:” has to be followed by it, however long it is.
  let promised = answer.title.facts.length === 0;
  for (const line of answer.blocks.flatMap(linesOf)) {
    if (line.kind === "note" && line.brief !== undefined) {
      if (line.brief !== line.text) append(rest, line);
      continue;
    }
    full ||= !(promised && line.kind === "facts") && (lines < 1 || lengthOf([line]) > room);
    promised &&= line.kind !== "facts";
    room -= lengthOf([line]);
    lines -= 1;
    append(full ? rest : shown, line);
  }
  return { short: { ...answer, blocks: shown, sources: citedBy(answer, shown) }, rest };
}

/** A line joins the block it was cut from where that is the last one. */
function append(blocks: Block[], line: Block): void {
  const last = blocks.at(-1);
  if (last?.kind === "facts" && line.kind === "facts" && last.heading === line.heading)
    blocks[blocks.length - 1] = { ...last, items: [...last.items, ...line.items] };
  else if (last?.kind === "list" && line.kind === "list" && last.heading === line.heading)
    blocks[blocks.length - 1] = { ...last, items: [...last.items, ...line.items] };
  else blocks.push(line);
}

/** The sources whose marks stand in what is shown. */
export function citedBy({ title, sources }: Answer, blocks: readonly Block[]): Citation[] {
  const items: Item[] = blocks.flatMap((b) => (b.kind === "facts" ? b.items : []));
  const marks = new Set([title, ...items].flatMap((item) => item.marks));
  return sources.filter((s) => marks.has(s.mark));
}

/** What is remembered of an answer. */
interface Told {
  sources: readonly Citation[];
  facts: readonly string[];
  rest: readonly Block[];
}

/** @param title answer that stands over the rest. @returns what `split` left out of the last answer, as it was said. */
export function restOf(title: Answer, last: Told): Answer {
  const { sources, facts, rest } = last;
  return { ...title, blocks: [...rest], sources: [...sources], facts: [...facts] };
}

/** 来源：［1］行动计划 2023—2025（中商情报网 2024-07）…: one line, however many there are, each in the words of `cited`. */
export function sourceLine({ sources, locale }: Answer, cited?: Frame["cited"]): string | undefined {
  if (sources.length === 0) return undefined;
  const frame = FRAMES[locale];
  const say = cited ?? frame.cited;
  const named = sources.slice(0, MOST_SOURCES).map((s) => `${frame.mark(s.mark)}${frame.gap}${say(s)}`);
  const more = sources.length - named.length;
  return `${frame.sources}${frame.colon}${named.join(frame.semicolon)}${more > 0 ? frame.andMoreSources(more) : ""}`;
}
