/** What the command `documents` works with. */
import type { Dataset } from "../dataset/dataset.ts";

export interface DocumentsCommand {
  dataset: () => Dataset;
  /** Folder of library.db. */
  dataDir: string;
  /** The thread that reads files, compiled, and the folder of the tables for PDF fonts. */
  thread: string;
  cmaps: string;
  now: number;
  print: (line: string) => void;
  warn: (line: string) => void;
  /** Shows how far it is, in place of what it showed before; an empty text is the end of it. Absent where nobody looks. */
  progress?: ((text: string) => void) | undefined;
  signal: AbortSignal;
}
