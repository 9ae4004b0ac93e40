/** HTML: its text in paragraphs, headings and tables; what a browser does not show is not there. */
import { type ChildNode, type Document, type Element, isTag, isText } from "domhandler";
import { parseDocument } from "htmlparser2";
import type { Block, Cell, Contents, Table, TableLine } from "./blocks.ts";
import { joinedAll, tidy } from "./join.ts";
import { Refused } from "./refused.ts";
import { paragraphsOf } from "./text.ts";

/** Never shown, or not part of the text. */
const SKIPPED = new Set(
  "head script style template noscript iframe object svg nav footer aside form button select input textarea".split(
    " ",
  ),
);
const APART = new Set(
  "address article blockquote body center dd div dl dt fieldset figcaption figure header hr html li main ol p pre section td th tr ul".split(
    " ",
  ),
);
const HEADING = /^h[1-6]$/u;
/** Of a cell, in columns and rows; HTML allows 1,000. */
const MOST_SPAN = 1_000;

/** @throws Refused where it is nested too deeply to be a page. */
export function htmlContents(html: string): Contents {
  try {
    return contentsOf(parseDocument(html, { decodeEntities: true }));
  } catch (error) {
    if (error instanceof RangeError)
      throw new Refused("its elements are nested too deeply: save it as text or PDF, and add that.");
    throw error;
  }
}

/** What the file says it is written in. */
export const charsetOf = (start: string): string | undefined =>
  /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,30})/iu.exec(start)?.[1];

function contentsOf(document: Document): Contents {
  const all = elementsOf(document);
  const title = all.find(({ name }) => name === "title");
  const mains = all.filter(({ name }) => name === "main" || name === "article");
  const [first] = mains;
  const blocks = createBlocks();
  walk(mains.length === 1 && first !== undefined ? [first] : document.children, blocks);
  const made = blocks.finish();
  const named = tidy(title === undefined ? "" : textOf(title));
  return { ...(named !== "" && { title: named }), pages: null, blocks: made, remarks: [] };
}

interface Blocks {
  text(text: string): void;
  /** What follows is another paragraph. */
  end(level?: number): void;
  table(table: Table): void;
  finish(): Block[];
}

function createBlocks(): Blocks {
  const made: Block[] = [];
  let text = "";
  const end = (level?: number): void => {
    const lines = text.split("\n");
    text = "";
    if (level !== undefined) made.push({ kind: "paragraph", text: tidy(lines.join(" ")), page: null, level });
    else for (const one of paragraphsOf(lines)) made.push({ kind: "paragraph", text: one, page: null });
  };
  return {
    text: (more) => void (text += more),
    end,
    table(table) {
      end();
      made.push(table);
    },
    finish() {
      end();
      return made;
    },
  };
}

function walk(nodes: readonly ChildNode[], blocks: Blocks): void {
  for (const node of nodes) {
    // Breaks of the source are spaces; only <br> breaks a line.
    if (isText(node)) blocks.text(node.data.replaceAll(/[\t\n\f\r ]+/gu, " "));
    else if (isTag(node)) element(node, blocks);
  }
}

function element(node: Element, blocks: Blocks): void {
  if (SKIPPED.has(node.name) || isHidden(node)) return;
  if (node.name === "br") return blocks.text("\n");
  if (node.name === "table" && holdsData(node)) return blocks.table(tableOf(node));
  const isHeading = HEADING.test(node.name);
  const isApart = isHeading || APART.has(node.name);
  if (isApart) blocks.end();
  walk(node.children, blocks);
  if (isApart) blocks.end(isHeading ? Number(node.name.slice(1)) : undefined);
}

const isHidden = ({ attribs }: Element): boolean =>
  attribs["hidden"] !== undefined || /display\s*:\s*none/iu.test(attribs["style"] ?? "");

/** Everything below, without recursion. */
function elementsOf(root: Document | Element): Element[] {
  const found: Element[] = [];
  const left: ChildNode[] = root.children.toReversed();
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (!isTag(node)) continue;
    found.push(node);
    for (const child of node.children.toReversed()) left.push(child);
  }
  return found;
}

/** Pages are laid out by tables too: those hold other tables, headings, or long texts. */
function holdsData(table: Element): boolean {
  const lines = linesOf(table);
  const wide = lines.some(({ cells }) => cells.length > 1 || (cells[0]?.across ?? 1) > 1);
  const inside = elementsOf(table).slice(1);
  return wide && !inside.some(({ name }) => name === "table" || HEADING.test(name));
}

function tableOf(table: Element): Table {
  const caption = elementsOf(table).find(({ name }) => name === "caption");
  const named = tidy(caption === undefined ? "" : textOf(caption));
  return { kind: "table", lines: linesOf(table), ...(named !== "" && { caption: named }) };
}

/** Of a table that holds no other: its rows, wherever they stand. */
function linesOf(table: Element): TableLine[] {
  const rows = elementsOf(table).filter(({ name }) => name === "tr");
  return rows.map((row, i) => ({
    page: null,
    cells: row.children
      .filter(isTag)
      .filter(({ name }) => name === "td" || name === "th")
      .map((cell) => cellOf(cell, isInHead(row), rows.length - i)),
  }));
}

const isInHead = ({ parent }: Element): boolean =>
  parent !== null && isTag(parent) && parent.name === "thead";

function cellOf(cell: Element, inHead: boolean, rowsLeft: number): Cell {
  const heading = inHead || cell.name === "th";
  return {
    text: tidy(textOf(cell)),
    across: spanOf(cell.attribs["colspan"], MOST_SPAN),
    // 0 is all that are left.
    down: cell.attribs["rowspan"] === "0" ? rowsLeft : spanOf(cell.attribs["rowspan"], rowsLeft),
    ...(heading && { heading }),
  };
}

const spanOf = (written: string | undefined, most: number): number =>
  Math.min(Math.max(Number.parseInt(written ?? "1", 10) || 1, 1), most);

function textOf(node: Element): string {
  const blocks = createBlocks();
  walk(node.children, blocks);
  const made = blocks.finish();
  return joinedAll(made.map((block) => (block.kind === "paragraph" ? block.text : "")));
}
