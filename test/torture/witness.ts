/**
 * What a process says of itself while it lives: from outside nobody knows when an answer was heard, nor what a process that
 * had no time to run got to do. It says so of what it saw, whatever the program makes of it.
 */
import diagnostics from "node:diagnostics_channel";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import type { Poster } from "../../src/daily/sender.ts";
import type { Store } from "../../src/store/open.ts";

/** The answers of the gate name their request. */
export const REQUEST = "x-request";

/** All by the clock of the machine, which all of them share. */
export const Told = z.union([
  z.literal("ready"),
  /** It became the sender of a bot. */
  z.object({ leads: z.string(), at: z.number() }),
  /** A request of a bot leaves, with the post of a row. */
  z.object({ leaves: z.string(), row: z.string(), at: z.number() }),
  /** It is past a step: the mark of a row or the answer to a request. */
  z.object({ past: z.string(), at: z.number() }),
]);
export type Told = z.infer<typeof Told>;

/** How long a process that runs may take until it begins to note what follows from a step. */
const NOTED_MS = 1_000;

/** A row as it was marked. */
export const markOf = (id: string, at: number): string => `${id} ${at}`;

export interface Witness {
  /** The store, looked at. */
  store: (store: Store) => Store;
  /** The poster of a bot, looked at. */
  poster: (bot: string, poster: Poster) => Poster;
}

export function createWitness(tell: (told: Told) => void): Witness {
  const noting = new Set<Promise<unknown>>();

  /** Not before everything that was begun meanwhile is written: so whoever dies earlier may not have noted it. */
  async function pass(step: string): Promise<void> {
    await sleep(NOTED_MS);
    await Promise.all(noting);
    tell({ past: step, at: Date.now() });
  }

  /** One that fails is never over: what was not noted because of it nobody can be blamed for. */
  function note<T>(write: Promise<T>): Promise<T> {
    const written = new Promise<void>((resolve) => {
      write.then(
        () => resolve(),
        () => undefined,
      );
    });
    noting.add(written);
    void written.then(() => noting.delete(written));
    return write;
  }

  onAnswer((request) => void pass(request));
  return {
    store: ({ deliveries, ...store }) => ({
      ...store,
      deliveries: {
        ...deliveries,
        settle: (...args) => note(deliveries.settle(...args)),
        async sending(id, owner, now) {
          const isMarked = await deliveries.sending(id, owner, now);
          if (isMarked) void pass(markOf(id, now));
          return isMarked;
        },
      },
    }),
    poster: (bot, poster) => ({
      ...poster,
      post: (chat, answer, { before, ...posting }) =>
        poster.post(chat, answer, {
          ...posting,
          async before() {
            await before?.();
            tell({ leaves: bot, row: posting.key ?? "", at: Date.now() });
          },
        }),
    }),
  };
}

const OfHttp = z.object({ response: z.object({ headers: z.record(z.string(), z.unknown()) }) });
const OfUndici = z.object({ response: z.object({ headers: z.array(z.instanceof(Buffer)) }) });

/** Told of each answer of the gate as it comes in, whichever client gets it. */
function onAnswer(heard: (request: string) => void): void {
  const hear = (request: unknown): void => {
    if (typeof request === "string") heard(request);
  };
  diagnostics.subscribe("http.client.response.finish", (message) =>
    hear(OfHttp.parse(message).response.headers[REQUEST]),
  );
  diagnostics.subscribe("undici:request:headers", (message) => {
    const headers = OfUndici.parse(message).response.headers.map(String);
    const at = headers.findIndex((name, i) => i % 2 === 0 && name.toLowerCase() === REQUEST);
    if (at >= 0) hear(headers[at + 1]);
  });
}
