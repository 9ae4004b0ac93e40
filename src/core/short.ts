/** The part of an answer that people see first: what was asked, short enough for a group chat. The rest is one touch away. */
import { append, citedBy, pieces } from "./pieces.ts";
import { type Frame, FRAMES } from "./say/frame.ts";
import type { Answer, Block, Citation, Locale } from "./types.ts";

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
  let shown: Block[] = urgent.map(({ brief = "" }) => ({ kind: "note", text: brief }));
  let rest: Block[] = [];
  let room = MOST_CHARACTERS[answer.locale] - answer.title.text.length - lengthOf(shown);
  let lines = MOST_LINES - 1 - shown.length;
  let full = false;
  // “the nearest is:” has to be followed by it, however long it is.
  let promised = answer.title.facts.length === 0 && answer.title.passages === undefined;
  for (const line of answer.blocks.flatMap(pieces)) {
    if (line.kind === "note" && line.brief !== undefined) {
      if (line.brief !== line.text) rest = append(rest, line);
      continue;
    }
    const isFirst = line.kind === "facts" && (promised || line.leads === true);
    full ||= !isFirst && (lines < 1 || lengthOf([line]) > room);
    promised &&= line.kind !== "facts";
    room -= lengthOf([line]);
    lines -= 1;
    if (full) rest = append(rest, line);
    else shown = append(shown, line);
  }
  return { short: { ...answer, blocks: shown, sources: citedBy(answer, answer.title, shown) }, rest };
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
