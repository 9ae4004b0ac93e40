/** Answers of several pages, kept so that a page can be turned. */
import { LRUCache } from "lru-cache";
import type { Answer } from "../../core/types.ts";

export interface Shelf {
  /** Keeps the pages under `key` where something will turn to them: there are several, unless told. @returns them. */
  put(key: string, pages: Answer[], turned?: boolean): Answer[];
  /** Keeps pages that are made when something first turns to them, which few ever do. */
  promise(key: string, make: () => Answer[]): void;
  /** @returns undefined once the answer was forgotten. */
  pages(key: string): Answer[] | undefined;
}

/** About 10 kB each. */
const MOST_ANSWERS = 2_000;

/** @param most answers kept; the longest untouched is forgotten first. */
export function createShelf(most = MOST_ANSWERS): Shelf {
  const kept = new LRUCache<string, Answer[] | (() => Answer[])>({ max: most });
  return {
    put(key, pages, turned = pages.length > 1) {
      if (turned) kept.set(key, pages);
      return pages;
    },
    promise: (key, make) => void kept.set(key, make),
    pages(key) {
      const found = kept.get(key);
      if (typeof found !== "function") return found;
      const made = found();
      kept.set(key, made);
      return made;
    },
  };
}
