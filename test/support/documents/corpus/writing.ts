/** Where the paragraphs of one document gather. */
import type { Passage, TableRow } from "../../../../src/dataset/passages.ts";
import type { Truth } from "./truth.ts";

export class Writing {
  readonly passages: Passage[] = [];
  readonly truth: { paragraph: number; says: Truth }[] = [];
  readonly document: string;
  constructor(document: string) {
    this.document = document;
  }
  add(section: readonly string[], text: string, says: readonly Truth[] = [], row?: TableRow): void {
    const paragraph = this.passages.length + 1;
    const page = Math.ceil(paragraph / 8);
    this.passages.push({ document: this.document, paragraph, page, section, text, ...(row && { row }) });
    this.truth.push(...says.map((one) => ({ paragraph, says: one })));
  }
}
