/** Every table of phrasings that lies in this folder, under its letter. */
import { readdirSync } from "node:fs";
import type { Phrasings } from "./cases.ts";

export interface Table {
  letter: string;
  phrasings: Phrasings;
}

/** Each `phrasings-x.ts` exports its table under a name that begins with PHRASINGS. */
export async function loadTables(): Promise<Table[]> {
  const letters = readdirSync(new URL(".", import.meta.url))
    .flatMap((name) => /^phrasings-([a-z])\.ts$/.exec(name)?.[1] ?? [])
    .toSorted();
  return Promise.all(letters.map(async (letter) => ({ letter, phrasings: await load(letter) })));
}

async function load(letter: string): Promise<Phrasings> {
  const module = (await import(`./phrasings-${letter}.ts`)) as Record<string, Phrasings>;
  const found = Object.entries(module).find(([name]) => name.startsWith("PHRASINGS"))?.[1];
  if (!found) throw new Error(`phrasings-${letter}.ts exports no PHRASINGS`);
  return found;
}
