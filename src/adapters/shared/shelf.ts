/** Answers of several pages, kept so that a page can be turned. */
import type { Answer } from "../../core/types.ts";

export interface Shelf {
  /** Keeps the pages under `key` where something will turn to them: there are several, unless told. @returns them. */
  put(key: string, pages: Answer[], turned?: boolean): Answer[];
  /** @returns undefined once the answer was forgotten. */
  pages(key: string): Answer[] | undefined;
}

/** About 10 kB each. */
const MOST_ANSWERS = 2_000;

/** @param most answers kept; the longest untouched is forgotten first. */
export function createShelf(most = MOST_ANSWERS): Shelf {
  const kept = new Map<string, Answer[]>();
  const touch = (key: string, pages: Answer[]): void => {
    kept.delete(key);
    kept.set(key, pages);
  };
  return {
    put(key, pages, turned = pages.length > 1) {
      if (turned) touch(key, pages);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return pages;
    },
    pages(key) {
      const pages = kept.get(key);
      if (pages) touch(key, pages);
      return pages;
    },
  };
}
