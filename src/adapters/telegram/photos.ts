/** Pictures Telegram has already: sent as a file the first time, afterwards by the id it gave them. */
import { LRUCache } from "lru-cache";
import type { Drawing } from "../shared/drawing.ts";

interface Upload {
  source: Buffer;
  filename: string;
}

interface Size {
  file_id: string;
  width: number;
  height: number;
}

export interface Photos {
  /** The id Telegram knows it by, else the file. */
  of(drawing: Drawing): string | Upload;
  /** Telegram took it. @param sizes of the one picture, at least one. */
  keep(name: string, sizes: readonly Size[]): void;
  /** Telegram does not know the id any more. */
  forget(name: string): void;
}

const MOST_KEPT = 2_000;

export function createPhotos(): Photos {
  const ids = new LRUCache<string, string>({ max: MOST_KEPT });
  return {
    of: (drawing) => ids.get(drawing.name) ?? uploadOf(drawing),
    keep(name, sizes) {
      const [largest] = sizes.toSorted((a, b) => b.width * b.height - a.width * a.height);
      if (largest) ids.set(name, largest.file_id);
    },
    forget: (name) => void ids.delete(name),
  };
}

/** telegraf takes nothing but a Buffer; this one shares the bytes. */
export const uploadOf = ({ name, bytes }: Drawing): Upload => ({
  source: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  filename: name,
});
