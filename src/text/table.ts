/** Tables of texts: plain texts, and functions of one object that give a text. */
import { toTraditional } from "./traditional.ts";

type Entry = string | ((...args: never[]) => string) | { readonly [name: string]: Entry };

/**
 * The same table by character, as Taiwan and Hong Kong write it; what a text is given is converted with it. Each text
 * when it is read: most processes never say any.
 */
export function inTraditional<T extends object>(table: T): T {
  const entries = Object.entries(table as Record<string, Entry>);
  const reading = ([name, entry]: [string, Entry]) =>
    [name, { enumerable: true, get: () => converted(entry) }] as const;
  return Object.defineProperties({}, Object.fromEntries(entries.map(reading))) as T;
}

function converted(entry: Entry): Entry {
  if (typeof entry === "string") return toTraditional(entry);
  if (typeof entry === "object") return inTraditional(entry);
  return (...args) => toTraditional(entry(...args));
}
