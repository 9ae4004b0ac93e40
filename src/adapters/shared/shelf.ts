/** Answers of several pages, kept so that a page can be turned. */
import { LRUCache } from "lru-cache";
import type { Answer } from "../../core/types.ts";

export interface Shelf {
  /** Keeps the pages under `key` where something will turn to them: there are several, unless told. @returns them. */
  put(key: string, pages: Answer[], turned?: boolean): Answer[];
  /** Keeps pages that are made when something first turns to them, which few ever do. */
  promise(key: string, make: () => Answer[]): void;
  /** @returns undefined once the answer was forgotten, or where another process keeps it: `bring` it first. */
  pages(key: string): Answer[] | undefined;
  /** Fetches what another process keeps. */
  bring(key: string): Promise<void>;
}

/** About 10 kB each. */
const MOST_ANSWERS = 2_000;

/** Where several processes keep pages for one another; neither rejects. */
export interface Depot {
  keepPages(key: string, pages: Answer[]): void;
  pages(key: string): Promise<Answer[] | undefined>;
}

/** @param most answers kept; the longest untouched is forgotten first. */
export function createShelf(most = MOST_ANSWERS, depot?: Depot): Shelf {
  const kept = new LRUCache<string, Answer[] | (() => Answer[])>({ max: most });
  return {
    put(key, pages, turned = pages.length > 1) {
      if (turned) {
        kept.set(key, pages);
        depot?.keepPages(key, pages);
      }
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
    async bring(key) {
      if (kept.has(key)) return;
      const found = await depot?.pages(key);
      if (found) kept.set(key, found);
    },
  };
}
