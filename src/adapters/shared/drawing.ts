/** A picture as an adapter is given it; who draws is none of its business. */
import type { Picture } from "../../core/types.ts";

export interface Drawing {
  /** The same name is the same picture. */
  name: string;
  /** A PNG. */
  bytes: Uint8Array;
  /** The same facts in words. */
  alt: string;
}

/** @returns undefined where it cannot be drawn: the answer then goes out as text. */
export type Draw = (picture: Picture) => Promise<Drawing | undefined>;
