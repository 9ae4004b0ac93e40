/** What need not be dealt with, or said, again and again. */
import { LRUCache } from "lru-cache";

export interface NewsOptions {
  /** Keys remembered; the one unheard of for longest is forgotten first. */
  most?: number;
  /** Milliseconds after which a key is news again; never, unless given. */
  againMs?: number;
  /** Milliseconds of any clock. */
  now?: () => number;
}

/** Far more than repeat themselves at a time. */
const MOST_KEYS = 5_000;

/** @returns a function that is true where it has not been given that key before, or not within `againMs`. */
export function createNews({
  most = MOST_KEYS,
  againMs = Infinity,
  now = () => performance.now(),
}: NewsOptions = {}): (key: string) => boolean {
  const heard = new LRUCache<string, number>({ max: most });
  return (key) => {
    const before = heard.get(key);
    const at = now();
    if (before !== undefined && at - before < againMs) return false;
    heard.set(key, at);
    return true;
  };
}

/**
 * A log that repeats itself hides everything else.
 * @returns `tell`, but for what it told of the same key before.
 */
export function tellOnce<Rest extends readonly unknown[]>(
  tell: (key: string, ...rest: Rest) => void,
  options?: NewsOptions,
): (key: string, ...rest: Rest) => void {
  const isNews = createNews(options);
  return (key, ...rest) => {
    if (isNews(key)) tell(key, ...rest);
  };
}
