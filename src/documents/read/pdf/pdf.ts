/** PDF with a text layer. The one file that knows the library. */
import { getDocument, OPS } from "unpdf/pdfjs";
import * as z from "zod";
import type { Contents } from "../blocks.ts";
import { MOST_PAGES } from "../limits.ts";
import { Refused } from "../refused.ts";
import { fillIn } from "./node20.ts";
import { blocksOf } from "./pages.ts";
import { MatrixOf, piecesOf } from "./pieces.ts";
import { rulesOf } from "./rules.ts";
import type { PageShapes } from "./shapes.ts";

export interface PdfOptions {
  /** Folder of the tables for characters of Chinese fonts, with a slash at its end. */
  cmaps: string;
  onProgress?: (done: number, all: number) => void;
}

type Loading = ReturnType<typeof getDocument>;
type Pdf = Awaited<Loading["promise"]>;
type Page = Awaited<ReturnType<Pdf["getPage"]>>;

/** @throws Refused */
export async function pdfContents(bytes: Uint8Array, { cmaps, onProgress }: PdfOptions): Promise<Contents> {
  fillIn();
  const loading = getDocument({
    // The library takes what it is given, and a Buffer is refused.
    data: new Uint8Array(bytes),
    cMapUrl: cmaps,
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    verbosity: 0,
  });
  try {
    const pdf = await loading.promise;
    if (pdf.numPages > MOST_PAGES)
      throw new Refused(`it has ${pdf.numPages} pages, and ${MOST_PAGES} are the most: split it.`);
    const shapes = await shapesOf(pdf, onProgress);
    assertText(shapes);
    return { pages: pdf.numPages, blocks: blocksOf(shapes), remarks: remarksOn(shapes) };
  } catch (error) {
    throw explained(error);
  } finally {
    await loading.destroy();
  }
}

function explained(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Refused) return error;
  if (error.name === "PasswordException")
    return new Refused("it is protected by a password: save it without one.");
  if (error.name === "InvalidPDFException")
    return new Refused(`it is damaged (${error.message}): open it in its own program, and save it again.`);
  return error;
}

async function shapesOf(pdf: Pdf, onProgress: PdfOptions["onProgress"]): Promise<PageShapes[]> {
  const shapes: PageShapes[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    shapes.push(await shapesIn(page));
    page.cleanup();
    onProgress?.(number, pdf.numPages);
  }
  return shapes;
}

async function shapesIn(page: Page): Promise<PageShapes> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const view = MatrixOf.parse(transform);
  const { items } = await page.getTextContent();
  const pieces = piecesOf(items, view);
  // Without text there are no tables to rule, and a scan is slow to draw.
  const rules = pieces.length === 0 ? [] : rulesOf(Drawn.parse(await page.getOperatorList()), OPS, view);
  return { width, height, pieces, rules };
}

const Drawn = z.object({ fnArray: z.array(z.number()), argsArray: z.array(z.unknown()) });

const REMEDY = "make text of it first, for instance: ocrmypdf -l chi_sim+chi_tra+eng IN.pdf OUT.pdf";
/** With text on fewer of its pages it is a scan that somebody has stamped. */
const FEWEST_WITH_TEXT = 0.2;
/** Characters that fonts without tables give: the text is there, and nobody knows what it says. */
const MEANINGLESS = /[\p{Co}\p{Cc}\ufffd]/gu;
const MOST_MEANINGLESS = 0.1;

const isEmpty = ({ pieces }: PageShapes): boolean => pieces.length === 0;

function assertText(shapes: readonly PageShapes[]): void {
  const withText = shapes.filter((page) => !isEmpty(page)).length;
  if (withText === 0 || withText < shapes.length * FEWEST_WITH_TEXT)
    throw new Refused(
      `it is a scan: ${shapes.length - withText} of its ${shapes.length} pages have no text; ${REMEDY}`,
    );
  const text = shapes.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join("");
  if ((text.match(MEANINGLESS)?.length ?? 0) > text.length * MOST_MEANINGLESS)
    throw new Refused(`its fonts do not tell which characters they show; ${REMEDY} --force-ocr`);
}

function remarksOn(shapes: readonly PageShapes[]): string[] {
  const empty = shapes.flatMap((page, i) => (isEmpty(page) ? [i + 1] : []));
  return empty.length === 0 ? [] : [`pages without text, which may be pictures: ${empty.join(", ")}.`];
}
