/** Pictures as adapters know them. Who draws is given to them: they never look into the room where it is done. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Locale, Picture } from "../../core/types.ts";

/** A picture ready to be sent. */
export interface Drawing {
  /** ASCII, with a hash of the content: the same name is the same picture. */
  name: string;
  /** A PNG. */
  bytes: Uint8Array;
  /** The same facts in words. */
  alt: string;
}

/** @returns undefined where it cannot be drawn: the answer goes out as text. */
export type Draw = (picture: Picture, locale: Locale) => Promise<Drawing | undefined>;

/** An answer is more than its picture: nobody waits longer for it. */
const MOST_DRAWING_MS = 2_000;

/** @throws Error where it takes longer than two seconds, or whatever `draw` threw. */
export async function drawInTime(draw: Draw, picture: Picture, locale: Locale): Promise<Drawing | undefined> {
  const limit = new AbortController();
  const late = async (): Promise<never> => {
    await sleep(MOST_DRAWING_MS, undefined, { signal: limit.signal });
    throw new Error(`the picture was not drawn within ${MOST_DRAWING_MS} ms`);
  };
  try {
    return await Promise.race([draw(picture, locale), late()]);
  } finally {
    limit.abort();
  }
}
