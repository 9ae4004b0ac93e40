/** Answers of several pages, kept so that a page can be turned. */
import { LRUCache } from "lru-cache";
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
  const kept = new LRUCache<string, Answer[]>({ max: most });
  return {
    put(key, pages, turned = pages.length > 1) {
      if (turned) kept.set(key, pages);
      return pages;
    },
    pages: (key) => kept.get(key),
  };
}
