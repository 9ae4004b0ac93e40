/** Questions nobody could answer, where the operator wants to know them: cleaned, counted, written later and together. */
import type { Answer, Question } from "../core/types.ts";
import type { Store } from "../store/open.ts";
import { anonymous } from "./anonymous.ts";

export interface Unanswered {
  /** Takes note of a question nobody could answer. Costs the answer nothing: it is written afterwards. */
  note: (question: Question, answer: Answer) => void;
  /** Writes what is not written yet. Never rejects. */
  flush: () => Promise<void>;
}

export interface UnansweredParts {
  store: () => Store | undefined;
  /** Milliseconds since the epoch. */
  now: () => number;
  onTrouble: (what: string, error: unknown) => void;
}

/** How long questions are gathered before they are written. */
const EVERY_MS = 2_000;
/** Different questions that wait; more are let go. */
const MOST_WAITING = 500;

export function createUnanswered({ store, now, onTrouble }: UnansweredParts): Unanswered {
  let waiting = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const texts = [...waiting].map(([text, times]) => ({ text, times }));
    waiting = new Map();
    await store()
      ?.feedback.missed(texts, now())
      .catch((error: unknown) => onTrouble("questions nobody could answer could not be kept", error));
  }

  return {
    note({ text, chat: { user } }, { outcome }) {
      // Without a person it is half a word of somebody who types.
      if (outcome !== "unknown" || user === undefined) return;
      const said = anonymous(text);
      if (said === "" || (waiting.size >= MOST_WAITING && !waiting.has(said))) return;
      waiting.set(said, (waiting.get(said) ?? 0) + 1);
      timer ??= setTimeout(() => void flush(), EVERY_MS);
    },
    flush,
  };
}
