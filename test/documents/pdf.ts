/** Makes PDFs as an office program would: running headers, indents, ruled and unruled tables, over as many pages as it takes. */
import { fileURLToPath } from "node:url";
import { buffer } from "node:stream/consumers";
import Pdf from "pdfkit";

const FONT = fileURLToPath(
  new URL(
    "../../node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
    import.meta.url,
  ),
);

/** A cell over so many columns and rows; a text alone is one of one. */
export type DrawnCell = string | { text: string; across?: number; down?: number };

export type Drawn =
  | { title: string }
  | { text: string }
  | { table: readonly (readonly DrawnCell[])[]; ruled: boolean; head?: number }
  | { pageBreak: true };

export interface PdfWish {
  header?: string;
  numbered?: boolean;
  userPassword?: string;
  ownerPassword?: string;
}

const [WIDTH, HEIGHT, MARGIN, SIZE, LEADING] = [595, 842, 72, 12, 20];
const ROW = 22;

/** Where each line breaks is worked out here, so that paragraphs run over lines and pages. */
export async function makePdf(parts: readonly Drawn[], wish: PdfWish = {}): Promise<Buffer> {
  const doc = new Pdf({
    size: [WIDTH, HEIGHT],
    margin: 0,
    autoFirstPage: false,
    ...(wish.userPassword !== undefined && { userPassword: wish.userPassword }),
    ...(wish.ownerPassword !== undefined && { ownerPassword: wish.ownerPassword }),
  });
  const bytes = buffer(doc);
  doc.font(FONT);
  let page = 0;
  let y = 0;
  const write = (text: string, x: number, at: number, size = SIZE): void =>
    void doc.fontSize(size).text(text, x, at, { lineBreak: false });
  const newPage = (): void => {
    doc.addPage();
    page += 1;
    y = MARGIN + 20;
    if (wish.header !== undefined) write(wish.header, MARGIN, 40, 9);
    if (wish.numbered === true) write(`— ${page} —`, WIDTH / 2 - 15, HEIGHT - 50, 9);
  };
  const need = (height: number): void => {
    if (y + height > HEIGHT - MARGIN - 20) newPage();
  };
  const paragraph = (text: string): void => {
    for (const line of broken(doc, text)) {
      need(LEADING);
      write(line.text, line.x, y);
      y += LEADING;
    }
  };
  newPage();
  for (const part of parts) {
    if ("pageBreak" in part) newPage();
    else if ("title" in part) {
      doc.fontSize(20);
      write(part.title, (WIDTH - doc.widthOfString(part.title)) / 2, y, 20);
      y += 48;
    } else if ("text" in part) paragraph(part.text);
    else {
      y += 12;
      table(part.table, part.ruled, part.head ?? 1);
      y += 24;
    }
  }
  doc.end();
  return bytes;

  function table(rows: readonly (readonly DrawnCell[])[], ruled: boolean, head: number): void {
    const cells = placed(rows);
    const columns = Math.max(...cells.map((cell) => cell.x + cell.across));
    const wide = (WIDTH - 2 * MARGIN) / columns;
    let top = y;
    let from = 0;
    for (let row = 0; row < rows.length; row += 1) {
      if (y + ROW > HEIGHT - MARGIN - 20) {
        newPage();
        top = y;
        from = row;
        // The headings once more, where the page broke among the rows.
        if (row >= head) {
          for (const cell of cells.filter((one) => one.y < head)) draw(cell, wide, top, 0, ruled);
          y += head * ROW;
        }
        top = y;
      }
      for (const cell of cells.filter((one) => one.y === row)) draw(cell, wide, top, from, ruled);
      y += ROW;
    }
  }

  function draw(cell: PlacedCell, wide: number, top: number, from: number, ruled: boolean): void {
    const [x, at] = [MARGIN + cell.x * wide, top + (cell.y - from) * ROW];
    const [width, height] = [cell.across * wide, cell.down * ROW];
    if (ruled) doc.lineWidth(0.5).rect(x, at, width, height).stroke();
    doc.fontSize(SIZE - 2);
    const indent = (width - doc.widthOfString(cell.text)) / 2;
    if (cell.text !== "") write(cell.text, x + indent, at + height / 2 - 7, SIZE - 2);
  }
}

interface PlacedCell {
  text: string;
  x: number;
  y: number;
  across: number;
  down: number;
}

function placed(rows: readonly (readonly DrawnCell[])[]): PlacedCell[] {
  const taken = new Set<string>();
  return rows.flatMap((row, y) => {
    let x = 0;
    return row.map((cell) => {
      while (taken.has(`${x} ${y}`)) x += 1;
      const { text, across = 1, down = 1 } = typeof cell === "string" ? { text: cell } : cell;
      for (let i = 0; i < across; i += 1) for (let j = 0; j < down; j += 1) taken.add(`${x + i} ${y + j}`);
      const made = { text, x, y, across, down };
      x += across;
      return made;
    });
  });
}

/** Two characters in, then full lines: Chinese breaks anywhere, Latin at spaces. */
function broken(doc: PDFKit.PDFDocument, text: string): { text: string; x: number }[] {
  doc.fontSize(SIZE);
  const lines: { text: string; x: number }[] = [];
  let line = "";
  let x = MARGIN + 2 * SIZE;
  for (const word of text.match(/[\w.,%'-]+ ?|[\s\S]/gu) ?? []) {
    if (line !== "" && x + doc.widthOfString(line + word) > WIDTH - MARGIN) {
      lines.push({ text: line, x });
      line = "";
      x = MARGIN;
    }
    line += word;
  }
  return [...lines, { text: line, x }].filter((one) => one.text !== "");
}
