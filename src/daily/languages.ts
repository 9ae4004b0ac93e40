/**
 * Which language chats have set, at hand for every answer: all of a bot are held in memory, some hundred bytes a chat,
 * so that a chat that has set none costs no query. Read anew now and then, because another process may write too;
 * nobody waits for that.
 */
import type { Locale } from "../core/types.ts";
import type { Store } from "../store/open.ts";
import { asLocale } from "./tongues.ts";

export interface Languages {
  /** What a chat has set. Never rejects; without the store, what was known last. */
  of(bot: string, chat: string): Promise<Locale | undefined>;
  /** @param locale undefined: none any more. @throws what the store throws. */
  set(store: Store, bot: string, chat: string, locale: Locale | undefined): Promise<void>;
  /** Another process may have set something: what is known is read anew. */
  changed(bot: string): void;
  /** The store forgot what the chat had set, or knows it under another id. */
  forgotten(bot: string, chat: string): void;
  moved(bot: string, from: string, to: string): void;
}

export interface LanguagesParts {
  /** The store, or undefined while it cannot be used. */
  store: () => Store | undefined;
  onTrouble: (what: string, error: unknown) => void;
  /** Milliseconds, never going back. */
  clock?: () => number;
}

/** What another process set is known this much later at most. */
const FRESH_MS = 60_000;
/** A store that failed is asked again after this long. */
const RETRY_MS = 5_000;
/** The first answers of a process wait this long for the store, and no longer. */
const MOST_WAIT_MS = 1_000;

/** What is known of one bot. */
interface Known {
  chats: Map<string, Locale>;
  /** Nothing was read yet. */
  isBlank: boolean;
  /** When reading began, or may begin. */
  startedAt: number;
  dueAt: number;
  reading: Promise<void> | undefined;
  /** Raised by each change, so that what was read before it does not undo it. */
  changes: number;
}

const blank = (): Known => ({
  chats: new Map(),
  isBlank: true,
  startedAt: -Infinity,
  dueAt: -Infinity,
  reading: undefined,
  changes: 0,
});

export function createLanguages({
  store,
  onTrouble,
  clock = () => performance.now(),
}: LanguagesParts): Languages {
  const bots = new Map<string, Known>();

  function knownOf(bot: string): Known {
    const known = bots.get(bot) ?? blank();
    bots.set(bot, known);
    return known;
  }

  async function read(from: Store, bot: string, known: Known): Promise<void> {
    const { changes } = known;
    try {
      const rows = await from.settings.all(bot);
      known.dueAt = known.changes === changes ? clock() + FRESH_MS : -Infinity;
      if (known.changes !== changes) return;
      known.chats = new Map([...rows].flatMap(([chat, text]) => entryOf(chat, text)));
      known.isBlank = false;
    } catch (error) {
      known.dueAt = clock() + RETRY_MS;
      onTrouble("the languages of chats could not be read", error);
    }
  }

  /** Begins to read what is not known yet or is old. */
  function refresh(bot: string, known: Known): void {
    const from = store();
    if (!from || known.reading || clock() < known.dueAt) return;
    known.startedAt = clock();
    known.reading = read(from, bot, known).finally(() => (known.reading = undefined));
  }

  function change(bot: string, chat: string, locale: Locale | undefined): void {
    const known = knownOf(bot);
    known.changes += 1;
    if (locale) known.chats.set(chat, locale);
    else known.chats.delete(chat);
  }

  return {
    async of(bot, chat) {
      const known = knownOf(bot);
      refresh(bot, known);
      const left = known.startedAt + MOST_WAIT_MS - clock();
      if (known.isBlank && known.reading && left > 0) await within(known.reading, left);
      return known.chats.get(chat);
    },
    async set(to, bot, chat, locale) {
      await (locale ? to.settings.set(bot, chat, locale) : to.settings.clear(bot, chat));
      change(bot, chat, locale);
    },
    changed(bot) {
      const known = knownOf(bot);
      // What is being read may be older.
      known.changes += 1;
      known.dueAt = -Infinity;
      refresh(bot, known);
    },
    forgotten: (bot, chat) => change(bot, chat, undefined),
    moved(bot, from, to) {
      const { chats } = knownOf(bot);
      change(bot, to, chats.get(to) ?? chats.get(from));
      change(bot, from, undefined);
    },
  };
}

function entryOf(chat: string, text: string): [string, Locale][] {
  const locale = asLocale(text);
  return locale ? [[chat, locale]] : [];
}

async function within(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
