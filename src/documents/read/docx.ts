/** DOCX: paragraphs, headings by style, outline or number, tables with merged cells, pages as Word last laid them out. */
import type { Block, Contents, Paragraph } from "./blocks.ts";
import { decoded } from "./encoding.ts";
import { listsIn } from "./docx-lists.ts";
import { type Style, stylesIn } from "./docx-styles.ts";
import { beginCell, finished, lastCell, MOST_ACROSS, type WordTable } from "./docx-table.ts";
import { joinedAll, tidy } from "./join.ts";
import { Refused } from "./refused.ts";
import { type Attributes, isOn, numberOf, readXml } from "./xml.ts";
import { openZip, type Zip } from "./zip.ts";

const DOCUMENT = "word/document.xml";

/** What other files made of parts are, by a part of them. */
const OTHERS: readonly (readonly [part: string, what: string])[] = [
  ["xl/workbook.xml", "a spreadsheet"],
  ["ppt/presentation.xml", "a presentation"],
  ["content.xml", "an OpenDocument file"],
  ["META-INF/container.xml", "an e-book"],
];

/** @throws Refused */
export async function docxContents(bytes: Uint8Array): Promise<Contents> {
  const zip = await openZip(bytes);
  const document = await partOf(zip, DOCUMENT);
  if (document === undefined)
    throw new Refused(`it is ${whatElse(zip)}: save it as .docx or PDF, and add that.`);
  const contents = readDocument(document, {
    style: stylesIn((await partOf(zip, "word/styles.xml")) ?? ""),
    number: listsIn((await partOf(zip, "word/numbering.xml")) ?? ""),
    laidOut: document.includes("<w:lastRenderedPageBreak"),
  });
  return { ...contents, remarks: remarksOn(zip) };
}

async function partOf(zip: Zip, name: string): Promise<string | undefined> {
  const part = await zip.part(name);
  return part && decoded(part);
}

const whatElse = (zip: Zip): string =>
  OTHERS.find(([part]) => zip.names.has(part))?.[1] ?? "an archive, no document";

/** What was left out. */
function remarksOn({ names }: Zip): string[] {
  const has = (part: string): boolean => names.has(`word/${part}`);
  return [
    ...(has("vbaProject.bin") ? ["it holds macros: they were neither run nor read."] : []),
    ...(has("footnotes.xml") || has("endnotes.xml")
      ? ["its notes at the foot of pages or at the end were not read."]
      : []),
  ];
}

interface Helpers {
  style: (id: string) => Style;
  number: (list: number, depth: number) => string;
  /** It holds where pages broke when Word last laid it out; without that nobody knows its pages. */
  laidOut: boolean;
}

/** A paragraph while it is read. */
interface Open {
  text: string;
  page: number | null;
  style: Style;
}

/** What was deleted or moved away, codes of fields, and what stands twice, once for older programs. */
const SKIPPED = new Set(["w:del", "w:moveFrom", "w:instrText", "mc:Fallback", "w:rPrChange", "w:pPrChange"]);

function readDocument(xml: string, { style, number, laidOut }: Helpers): Omit<Contents, "remarks"> {
  const blocks: Block[] = [];
  const tables: WordTable[] = [];
  const open: Open[] = [];
  let page = 1;
  let skipping = 0;
  let inText = false;

  const here = (): number | null => (laidOut ? page : null);
  const write = (text: string): void => {
    const paragraph = open.at(-1);
    if (paragraph === undefined) return;
    // One that begins with a break of pages begins on the next.
    if (paragraph.text === "") paragraph.page = here();
    paragraph.text += text;
  };
  const endParagraph = (): void => {
    const ended = open.pop();
    if (ended === undefined) return;
    const made = paragraphOf(ended, number);
    const table = tables.at(-1);
    if (made.text === "") return;
    if (table !== undefined) writeIn(table, made);
    else blocks.push(made);
  };
  const endTable = (): void => {
    const table = tables.pop();
    if (table === undefined) return;
    const outer = tables.at(-1);
    // A table in a cell is text of that cell.
    if (outer === undefined) blocks.push(finished(table));
    else
      for (const line of table.lines)
        lastCell(outer)?.texts.push(line.cells.flatMap(({ texts }) => texts).join(" "));
  };
  const opening: Readonly<Record<string, (attributes: Attributes) => void>> = {
    "w:p": () => open.push({ text: "", page: here(), style: {} }),
    "w:t": () => (inText = true),
    "w:tab": () => write(" "),
    "w:cr": () => write("\n"),
    "w:noBreakHyphen": () => write("-"),
    "w:br": (attributes) => (attributes["w:type"] === undefined ? write("\n") : undefined),
    "w:lastRenderedPageBreak": () => (page += 1),
    "w:tbl": () => tables.push({ lines: [] }),
    "w:tr": () => tables.at(-1)?.lines.push({ cells: [], page: here(), heading: false }),
    "w:tc": () => tables.at(-1) && beginCell(tables.at(-1) ?? { lines: [] }),
    ...rowMarks(tables),
    ...paragraphMarks(open, style),
  };
  const closing: Readonly<Record<string, () => void>> = {
    "w:t": () => (inText = false),
    "w:p": endParagraph,
    "w:tbl": endTable,
  };
  readXml(xml, {
    open(name, attributes) {
      if (skipping > 0 || SKIPPED.has(name)) skipping += 1;
      else opening[name]?.(attributes);
    },
    text: (text) => (inText && skipping === 0 ? write(text) : undefined),
    close(name) {
      if (skipping > 0) skipping -= 1;
      else closing[name]?.();
    },
  });
  return { pages: laidOut ? page : null, blocks };
}

/** A row stands where its first text does: the break of pages before it is inside of its first cell. */
function writeIn(table: WordTable, { text, page }: Paragraph): void {
  const line = table.lines.at(-1);
  if (line?.cells.every(({ texts }) => texts.length === 0) === true) line.page = page;
  lastCell(table)?.texts.push(text);
}

type Marks = Readonly<Record<string, (attributes: Attributes) => void>>;

/** Properties of rows and cells. */
const rowMarks = (tables: readonly WordTable[]): Marks => ({
  "w:tblHeader"(attributes) {
    const line = tables.at(-1)?.lines.at(-1);
    if (line !== undefined && isOn(attributes)) line.heading = true;
  },
  "w:gridBefore"(attributes) {
    const table = tables.at(-1);
    if (table !== undefined) beginCell(table, Math.min(numberOf(attributes) ?? 1, MOST_ACROSS));
  },
  "w:gridSpan"(attributes) {
    const cell = tables.at(-1) && lastCell(tables.at(-1) ?? { lines: [] });
    if (cell !== undefined) cell.across = Math.min(Math.max(numberOf(attributes) ?? 1, 1), MOST_ACROSS);
  },
  "w:vMerge"(attributes) {
    const cell = tables.at(-1) && lastCell(tables.at(-1) ?? { lines: [] });
    if (cell !== undefined) cell.merge = attributes["w:val"] === "restart" ? "begin" : "goes on";
  },
});

/** Properties of paragraphs: what stands in the paragraph itself goes before its style. */
const paragraphMarks = (open: readonly Open[], style: Helpers["style"]): Marks => ({
  "w:pStyle"(attributes) {
    const paragraph = open.at(-1);
    if (paragraph !== undefined)
      paragraph.style = { ...style(attributes["w:val"] ?? ""), ...paragraph.style };
  },
  "w:outlineLvl"(attributes) {
    const [paragraph, level] = [open.at(-1), numberOf(attributes)];
    if (paragraph !== undefined && level !== undefined && level < 9)
      paragraph.style = { ...paragraph.style, level: level + 1 };
  },
  "w:numId"(attributes) {
    const [paragraph, list] = [open.at(-1), numberOf(attributes)];
    if (paragraph !== undefined && list !== undefined) paragraph.style = { ...paragraph.style, list };
  },
  "w:ilvl"(attributes) {
    const [paragraph, depth] = [open.at(-1), numberOf(attributes)];
    if (paragraph !== undefined && depth !== undefined) paragraph.style = { ...paragraph.style, depth };
  },
});

function paragraphOf({ text, page, style }: Open, number: Helpers["number"]): Paragraph {
  const { list, depth = 0, level, isTitle } = style;
  const own = tidy(joinedAll(text.split("\n")));
  const before = own === "" || list === undefined ? "" : number(list, depth);
  const marked = isTitle === true ? 0 : level;
  return { kind: "paragraph", text: before + own, page, ...(marked !== undefined && { level: marked }) };
}
