/** Pictures as adapters know them. Who draws is given to them: they never look into the room where it is done. */
import type { Picture } from "../../core/types.ts";

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
export type Draw = (picture: Picture) => Promise<Drawing | undefined>;
