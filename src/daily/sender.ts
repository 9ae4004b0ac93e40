/** Sends what is due for one bot, as long as it holds the lease. */
import { PostError } from "../shared/post-error.ts";
import type { Adapter, Answer } from "../core/types.ts";
import type { Delivery, Outcome } from "../store/deliveries.ts";
import type { Store } from "../store/open.ts";
import type { Lead } from "./lead.ts";
import { type Consequence, consequenceOf, mayRepeat, type Repeat, type Tried } from "./outcome.ts";
import type { Tell } from "./topic.ts";

/** A bot on its platform. */
export interface Poster {
  platform: string;
  /** Platform and account, `telegram:123456`. */
  bot: string;
  post: Adapter["post"];
  repeat: Repeat;
  /** Posts handed to the platform at a time: enough that it never waits for us, few enough to lose little. */
  mostAtOnce: number;
}

export interface SenderParts {
  tell: Tell;
  store: Store;
  poster: Poster;
  lead: Lead;
  /** From here on nothing more is sent. */
  stopping: AbortSignal;
  now: () => number;
  onOutcome: (state: Outcome["state"]) => void;
  onTrouble: (what: string, error: unknown) => void;
}

export interface Sender {
  /** Takes up rows that another sender left while it sent them. */
  takeOver(): Promise<void>;
  /** Claims as much as there is room for, and begins to send it. @returns how many rows. */
  fill(): Promise<number>;
  /** Posts under way. */
  underWay(): number;
  /** Resolves when something has been settled, or after that many milliseconds. */
  settled(ms: number): Promise<void>;
  /** Sends nothing more; what has not left goes back. Resolves when all is noted, or after that many milliseconds. */
  end(ms: number): Promise<void>;
  /** The store failed while something was sent: a new sender must sort it out. */
  failure(): Error | undefined;
}

/** The row is not ours any more, or nothing more is sent. */
class Withdrawn extends Error {}

/** Consecutive failures to send, of whatever chats, after which the whole sender waits. */
const FEW_FAILURES = 3;
const FIRST_PAUSE_MS = 3_000;
const MOST_PAUSE_MS = 300_000;
/** How often noting an outcome is tried; a store that is away for longer ends this sender. */
const NOTE_TRIES = 20;
const NOTE_WAIT_MS = 500;
const END_LOOK_MS = 50;

export function createSender(parts: SenderParts): Sender {
  const { tell, store, poster, lead, stopping, now, onOutcome, onTrouble } = parts;
  const { deliveries, subscriptions } = store;
  const answers = new Map<string, Answer>();
  let underWay = 0;
  let failures = 0;
  let pausedUntil = 0;
  let ending = false;
  let broken: Error | undefined;
  let wake: () => void = () => undefined;
  const onStop = (): void => wake();
  stopping.addEventListener("abort", onStop);

  const answerFor = (id: string): Answer | undefined => {
    const answer = answers.get(id) ?? tell(id);
    if (answer) answers.set(id, answer);
    return answer;
  };

  const mayGo = (): boolean => !ending && !stopping.aborted && broken === undefined && lead.holds();

  /** Sends one row. @returns what came of it, undefined where it is not ours to say. */
  async function attempt(row: Delivery): Promise<Consequence | undefined> {
    const tried = {
      repeat: poster.repeat,
      attempts: row.attempts,
      sendingAt: row.sending_at ?? now(),
      now: now(),
    };
    const answer = answerFor(row.fact);
    if (!answer) return { outcome: { state: "skipped", reason: "the fact is not in the dataset any more" } };
    if (row.sending_at !== null && !mayRepeat(tried))
      return { outcome: { state: "unknown", reason: "too late to repeat it safely" } };
    const before = async (): Promise<void> => {
      if (!mayGo()) throw new Withdrawn("nothing more is sent");
      if (!(await deliveries.sending(row.id, lead.owner, now()))) throw new Withdrawn("not wanted any more");
      if (tried.attempts === row.attempts && row.sending_at === null) tried.sendingAt = now();
      tried.attempts += 1;
    };
    try {
      const place = {
        platform: poster.platform,
        id: row.chat,
        ...(row.thread !== "" && { thread: row.thread }),
      };
      const { id } = await poster.post(place, answer, { key: row.id, before });
      failures = 0;
      return { outcome: { state: "sent", message: id } };
    } catch (error) {
      return afterFailure(error, { ...tried, now: now() }, row.sending_at !== null);
    }
  }

  /** @param inDoubt an earlier sending may have arrived. */
  function afterFailure(error: unknown, tried: Tried, inDoubt: boolean): Consequence | undefined {
    // A platform tries again only what certainly did not arrive, so what is withdrawn meanwhile did not either.
    if (error instanceof Withdrawn)
      return mayGo()
        ? { outcome: { state: inDoubt ? "unknown" : "skipped", reason: error.message } }
        : { outcome: { state: "pending", inDoubt } };
    if (!(error instanceof PostError)) {
      broken = error instanceof Error ? error : new Error("the store failed");
      return undefined;
    }
    const consequence = consequenceOf(error, tried);
    slowDown(error, consequence);
    return consequence;
  }

  /** One chat that fails is that chat's affair; several in a row are the platform's. */
  function slowDown({ kind }: PostError, { pauseMs = 0 }: Consequence): void {
    const isOurs = kind === "temporary" || kind === "uncertain";
    if (isOurs) failures += 1;
    else if (kind !== "retry-after") failures = 0;
    const over = failures - FEW_FAILURES;
    const wait = over < 0 ? 0 : Math.min(MOST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** over);
    pausedUntil = Math.max(pausedUntil, performance.now() + Math.max(pauseMs, isOurs ? wait : 0));
  }

  async function note(row: Delivery, { outcome, gone = false, movedTo }: Consequence): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        if (gone) await subscriptions.gone(poster.bot, row.chat, outcome.reason ?? "");
        if (movedTo !== undefined) await subscriptions.moved(poster.bot, row.chat, movedTo);
        if (await deliveries.settle(row.id, lead.owner, outcome, now())) onOutcome(outcome.state);
        return;
      } catch (error) {
        if (tries >= NOTE_TRIES) throw error;
        if (tries === 1) onTrouble("what came of a post could not be noted yet", error);
        await new Promise((resolve) => setTimeout(resolve, NOTE_WAIT_MS));
      }
    }
  }

  async function deliver(row: Delivery): Promise<void> {
    underWay += 1;
    try {
      const consequence = await attempt(row);
      if (consequence) await note(row, consequence);
    } catch (error) {
      broken = error instanceof Error ? error : new Error("a post failed");
    } finally {
      underWay -= 1;
      wake();
    }
  }

  const settled = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function decide(row: Delivery): Promise<void> {
    if (!(await deliveries.adopt(row.id, lead.owner))) return;
    const tried = { repeat: poster.repeat, sendingAt: row.sending_at ?? 0, now: now() };
    const outcome: Outcome = mayRepeat(tried)
      ? { state: "pending", notBefore: now(), inDoubt: true }
      : { state: "unknown", reason: "its sender ended while it was being sent" };
    if (await deliveries.settle(row.id, lead.owner, outcome, now())) onOutcome(outcome.state);
  }

  return {
    async takeOver() {
      for (const row of await deliveries.recover(poster.bot, lead.owner, now())) await decide(row);
    },
    async fill() {
      const room = poster.mostAtOnce - underWay;
      if (!mayGo() || performance.now() < pausedUntil || room * 4 < poster.mostAtOnce) return 0;
      const rows = await deliveries.claim(poster.bot, lead.owner, now(), room);
      for (const row of rows) void deliver(row);
      return rows.length;
    },
    underWay: () => underWay,
    settled,
    async end(ms) {
      ending = true;
      stopping.removeEventListener("abort", onStop);
      const until = performance.now() + ms;
      while (performance.now() < until) {
        if (underWay === 0) return;
        await settled(END_LOOK_MS);
      }
    },
    failure: () => broken,
  };
}
