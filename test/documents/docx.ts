/** Makes DOCX files by writing their parts. */
import { strToU8, zipSync, type Zippable } from "fflate";

export interface DocxCell {
  text: string;
  across?: number;
  /** Reaches down, or is reached from above. */
  merge?: "restart" | "continue";
}

export type DocxPart =
  | { text: string; style?: string; outline?: number; list?: number; newPage?: boolean }
  | { table: readonly (readonly DocxCell[])[]; heads?: number };

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** In two runs, as Word cuts text for no reason anybody sees. */
function runs(text: string): string {
  const half = Math.floor(text.length / 2);
  const safe = /[\ud800-\udbff]$/u.test(text.slice(0, half)) ? half + 1 : half;
  return [text.slice(0, safe), text.slice(safe)]
    .map((part) => `<w:r><w:t xml:space="preserve">${escaped(part)}</w:t></w:r>`)
    .join("");
}

function paragraph({ text, style, outline, list, newPage }: Exclude<DocxPart, { table: unknown }>): string {
  const marks = [
    style === undefined ? "" : `<w:pStyle w:val="${style}"/>`,
    list === undefined ? "" : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`,
    outline === undefined ? "" : `<w:outlineLvl w:val="${outline}"/>`,
  ].join("");
  const broken = newPage === true ? "<w:r><w:lastRenderedPageBreak/></w:r>" : "";
  return `<w:p><w:pPr>${marks}</w:pPr>${broken}${runs(text)}</w:p>`;
}

function table({ table: rows, heads = 0 }: Extract<DocxPart, { table: unknown }>): string {
  const cell = ({ text, across = 1, merge }: DocxCell): string =>
    `<w:tc><w:tcPr><w:gridSpan w:val="${across}"/>${merge === undefined ? "" : `<w:vMerge${merge === "restart" ? ' w:val="restart"' : ""}/>`}</w:tcPr>${paragraph({ text })}</w:tc>`;
  const row = (cells: readonly DocxCell[], i: number): string =>
    `<w:tr><w:trPr>${i < heads ? "<w:tblHeader/>" : ""}</w:trPr>${cells.map(cell).join("")}</w:tr>`;
  return `<w:tbl>${rows.map(row).join("")}</w:tbl>`;
}

const STYLES = `<w:styles>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="小标题"/><w:basedOn w:val="3"/></w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
</w:styles>`;
const LISTS = `<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

export const documentXml = (parts: readonly DocxPart[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document><w:body>${parts.map((part) => ("table" in part ? table(part) : paragraph(part))).join("")}</w:body></w:document>`;

/** @param more further parts of the zip, by name. */
export function makeDocx(parts: readonly DocxPart[], more: Zippable = {}): Uint8Array {
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "word/document.xml": strToU8(documentXml(parts)),
    "word/styles.xml": strToU8(STYLES),
    "word/numbering.xml": strToU8(LISTS),
    ...more,
  });
}
