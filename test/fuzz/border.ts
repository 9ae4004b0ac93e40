/** A border of the program, what is promised of every input there, and how it is tried. */
import { setImmediate as turn } from "node:timers/promises";
import fc from "fast-check";

export interface Open<T> {
  /**
   * Hands it an input.
   * @returns what became of it, in a word that is counted: so one sees that not everything is refused at the door.
   * @throws Error saying which promise is broken.
   */
  meet: (input: T) => Promise<string> | string;
  close?: () => Promise<void> | void;
}

export interface BorderOptions<T> {
  name: string;
  /** Inputs that once went wrong, or nearly. */
  corpus: readonly T[];
  inputs: fc.Arbitrary<T>;
  open: () => Promise<Open<T>> | Open<T>;
}

export interface Fault {
  /** The broken promise. */
  said: string;
  /** The smallest input that was found for it. */
  input: string;
  seed: number;
}

export interface Found {
  name: string;
  inputs: number;
  /** How often each thing became of an input. */
  became: Map<string, number>;
  faults: Fault[];
}

export interface Trial {
  /** Inputs, besides those of the corpus. */
  runs: number;
  seed: number;
  onProgress?: (inputs: number, faults: number) => void;
  onFault?: (fault: Fault) => void;
  signal?: AbortSignal;
}

export interface Border {
  name: string;
  try: (trial: Trial) => Promise<Found>;
}

/** Inputs between two looks at what came late, and between two words about progress. */
const BATCH = 500;
/** More of them say no more. */
const MOST_FAULTS = 20;

export function border<T>({ name, corpus, inputs, open }: BorderOptions<T>): Border {
  return {
    name,
    async try({ runs, seed, onProgress, onFault, signal }) {
      const found: Found = { name, inputs: 0, became: new Map(), faults: [] };
      const late: unknown[] = [];
      const note = (error: unknown): void => void late.push(error);
      process.on("unhandledRejection", note).on("uncaughtException", note);
      const { meet, close } = await open();
      const add = (fault: Fault): void => {
        found.faults.push(fault);
        onFault?.(fault);
      };
      const property = fc.asyncProperty(inputs, async (input) => {
        const became = await meet(input);
        found.inputs += 1;
        found.became.set(became, (found.became.get(became) ?? 0) + 1);
      });
      try {
        const examples = corpus.map((input): [T] => [input]);
        for (let done = 0; done < runs; done += BATCH) {
          const first = done === 0 ? examples : [];
          const numRuns = Math.min(BATCH, runs - done) + first.length;
          const own = seed + done;
          const checked = await fc.check(property, { numRuns, seed: own, examples: first });
          if (checked.failed)
            add({ said: messageOf(checked.errorInstance), input: shown(checked.counterexample), seed: own });
          await turn();
          for (const error of late.splice(0))
            add({ said: `came late: ${messageOf(error)}`, input: `one of ${numRuns}`, seed: own });
          onProgress?.(found.inputs, found.faults.length);
          if (found.faults.length >= MOST_FAULTS || signal?.aborted === true) break;
        }
      } finally {
        await close?.();
        process.off("unhandledRejection", note).off("uncaughtException", note);
      }
      return found;
    },
  };
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 4).join("\n") : String(error);

const MOST_SHOWN = 1_500;

function shown(input: unknown): string {
  try {
    return fc.stringify(input).slice(0, MOST_SHOWN);
  } catch (error) {
    return `too deep to be shown (${String(error)})`;
  }
}
