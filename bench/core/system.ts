/** What is compared, all behind one interface. */
import type { Dataset } from "../../src/dataset/dataset.ts";
import type { Said } from "../../test/golden/judge.ts";

/** One question as a system gets it. */
export interface Turn {
  text: string;
  /** Tells conversations apart. */
  chat: string;
  /** Set where it is a turn of a conversation. */
  at?: number;
}

/** Answers a question with what a reader would see. Synchronous, so that a clock around it measures only it. */
export type Answerer = (turn: Turn) => Said;

export interface System {
  name: string;
  build: (this: void, dataset: Dataset) => Answerer;
}
