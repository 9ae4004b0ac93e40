/** From blocks to passages: sections, tables as rows, everything numbered. Pure. */
import type { TableRow } from "../../dataset/passages.ts";
import type { Draft } from "../store.ts";
import type { Block, Paragraph, Table } from "./blocks.ts";
import { readGrid } from "./grid.ts";
import { type Heading, headingOf, under } from "./headings.ts";
import { joined, tidy } from "./join.ts";

/** What stands in a document's title place at most. */
const LONGEST_TITLE = 80;

/** Longer ones are cut at ends of sentences: a passage is quoted whole. In characters. */
const LONGEST_PASSAGE = 2_000;

export interface Assembled {
  title?: string;
  /** Numbered from 1. */
  passages: Draft[];
}

/** @param named what the file is called beside its text. */
export function assembled(blocks: readonly Block[], named?: string): Assembled {
  const whole = continued(blocks);
  const top = topHeading(whole);
  const title = top?.text ?? named ?? firstLine(whole);
  const made = new Assembly();
  // A title stands over everything: it is no section, and nothing to be quoted.
  for (const block of whole.filter((one) => one !== top)) {
    if (block.kind === "table") made.table(block);
    else made.paragraph(block);
  }
  return { ...(title !== undefined && { title }), passages: made.finish() };
}

/** The one heading that is marked as standing above all others, where it has no number. */
function topHeading(blocks: readonly Block[]): Paragraph | undefined {
  const marked = blocks.filter((one) => one.kind === "paragraph" && one.level !== undefined) as Paragraph[];
  const top = Math.min(...marked.map(({ level = Infinity }) => level));
  const [first, ...others] = marked.filter(({ level }) => level === top);
  const isTitle = first !== undefined && first === marked[0] && others.length === 0;
  return isTitle && headingOf({ text: first.text })?.rank === undefined ? first : undefined;
}

/** The first line, where it is short and no sentence. */
function firstLine(blocks: readonly Block[]): string | undefined {
  const [first] = blocks;
  if (first?.kind !== "paragraph") return undefined;
  const isShort = first.text.length <= LONGEST_TITLE && !/[。；]/u.test(first.text);
  return isShort && headingOf({ text: first.text })?.rank === undefined ? first.text : undefined;
}

/** Paragraphs that were cut are whole again. */
function continued(blocks: readonly Block[]): Block[] {
  const whole: Block[] = [];
  let last: Paragraph | undefined;
  for (const block of blocks) {
    const clean = block.kind === "paragraph" ? { ...block, text: tidy(block.text) } : block;
    if (clean.kind === "paragraph" && clean.text === "") continue;
    if (clean.kind === "paragraph" && clean.goesOn === true && last !== undefined)
      last.text = joined(last.text, clean.text);
    else whole.push(clean);
    if (clean.kind === "paragraph" && clean.goesOn !== true) last = clean;
  }
  return whole;
}

class Assembly {
  readonly #passages: Draft[] = [];
  #path: Heading[] = [];
  /** A heading nothing has stood under yet: it becomes a passage where nothing ever does. */
  #bare: { at: Paragraph; path: Heading[] } | undefined;
  #tables = 0;
  #headings: readonly string[][] | undefined;

  paragraph(paragraph: Paragraph): void {
    const heading = headingOf(paragraph);
    if (heading === undefined) return this.#text(paragraph);
    const path = under(this.#path, heading);
    // The one before has this one under it, or had nothing.
    if (path.includes(this.#path.at(-1) ?? heading) && this.#path.length > 0) this.#bare = undefined;
    this.#flush();
    this.#path = path;
    if (heading.opens) this.#text(paragraph);
    else this.#bare = { at: paragraph, path: path.slice(0, -1) };
  }

  table({ lines, caption, goesOn }: Table): void {
    const read = readGrid(lines, goesOn === true ? this.#headings : undefined);
    if (goesOn !== true || this.#headings === undefined) this.#tables += 1;
    this.#headings = read.rows[0]?.headings ?? this.#headings;
    this.#bare = undefined;
    const named = caption ?? read.caption;
    for (const { page, headings, cells, group } of read.rows) {
      const row: TableRow = {
        table: this.#tables,
        ...(named !== undefined && { caption: named }),
        headings,
        cells,
      };
      const section = [...this.#section(), ...(group === undefined ? [] : [group])];
      this.#push({ page, section, text: rowText(cells), row });
    }
  }

  finish(): Draft[] {
    this.#flush();
    return this.#passages;
  }

  #text({ text, page }: Paragraph): void {
    this.#bare = undefined;
    for (const part of cut(text)) this.#push({ page, section: this.#section(), text: part });
  }

  #flush(): void {
    if (this.#bare === undefined) return;
    const { at, path } = this.#bare;
    this.#bare = undefined;
    this.#push({ page: at.page, section: path.map(({ text }) => text), text: at.text });
  }

  #section(): string[] {
    return this.#path.map(({ text }) => text);
  }

  #push(passage: Omit<Draft, "paragraph">): void {
    this.#passages.push({ paragraph: this.#passages.length + 1, ...passage });
  }
}

/** A cell that is merged over several columns once. */
const rowText = (cells: readonly string[]): string =>
  cells.filter((text, i) => text !== "" && text !== cells[i - 1]).join(" | ");

/** At ends of sentences, where there are any. */
function cut(text: string): string[] {
  if (text.length <= LONGEST_PASSAGE) return [text];
  const sentences = text.match(/[^。！？!?]*[。！？!?]+|[^。！？!?]+$/gu) ?? [text];
  const parts: string[] = [];
  for (const sentence of sentences.flatMap(chopped)) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + sentence.length <= LONGEST_PASSAGE)
      parts[parts.length - 1] = last + sentence;
    else parts.push(sentence);
  }
  return parts;
}

const chopped = (sentence: string): string[] =>
  sentence.match(new RegExp(`[\\s\\S]{1,${LONGEST_PASSAGE}}`, "gu")) ?? [];
