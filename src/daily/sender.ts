/** Sends what is due for one bot, as long as it holds the lease. */
import type { Answer, Chat, Posted, Posting } from "../core/types.ts";
import { PostError, type Refusable } from "../shared/post-error.ts";
import type { Repeat } from "../shared/repeat.ts";
import type { Delivery, Outcome } from "../store/deliveries.ts";
import type { Store } from "../store/open.ts";
import { createBrake } from "./brake.ts";
import { insist } from "./insist.ts";
import type { Lead } from "./lead.ts";
import { type Consequence, consequenceOf, mayRepeat, type Tried } from "./outcome.ts";
import { asLocale, HOME_LOCALE } from "./tongues.ts";
import { remembering, type Tell } from "./topic.ts";

/** A bot on its platform. */
export interface Poster {
  platform: string;
  /** Platform and account, `platform:123456`. */
  bot: string;
  /** Awaits `before` and `refused` around every request: what the rows say of doubt rests on them alone. */
  post: (chat: Chat, answer: Answer, posting: Posting & Refusable) => Promise<Posted>;
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
  /** Milliseconds before a post with a key is repeated, by how often it failed. */
  repeatAfter: (attempts: number) => number;
  now: () => number;
  onOutcome: (state: Outcome["state"]) => void;
  onTrouble: (what: string, error: unknown) => void;
}

export interface Sender {
  /** Takes up rows that another sender left while it sent them. */
  takeOver(): Promise<void>;
  /** Claims as much as there is room for, and begins to send it. @returns how many rows. */
  fill(): Promise<number>;
  /** Resolves when something has been settled, or after that many milliseconds. */
  settled(ms: number): Promise<void>;
  /** Sends nothing more; what has not left goes back. Resolves when all is noted, or after that many milliseconds. */
  end(ms: number): Promise<void>;
  /** The store failed while something was sent: a new sender must sort it out. */
  failure(): Error | undefined;
}

/** Held back before it left. `wanted`: it will be sent another time. */
class Withheld extends Error {
  readonly wanted: boolean;
  constructor(message: string, wanted: boolean) {
    super(message);
    this.wanted = wanted;
  }
}

/** A row with the name of the claim that all its steps go by. */
type Claimed = Delivery & { owner: string };

const END_LOOK_MS = 50;

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error("the store failed"));

export function createSender(parts: SenderParts): Sender {
  const { tell, store, poster, lead, stopping, repeatAfter, now, onOutcome, onTrouble } = parts;
  const { deliveries, subscriptions } = store;
  const brake = createBrake();
  const told = remembering(tell);
  let underWay = 0;
  let claims = 0;
  let ending = false;
  let broken: Error | undefined;
  let wake: () => void = () => undefined;
  const onStop = (): void => wake();
  stopping.addEventListener("abort", onStop);

  const isOver = (): boolean => ending || stopping.aborted || broken !== undefined || lead.lost.aborted;
  /** Not while it is unsure whether the lease is still ours, which may pass. */
  const mayGo = (): boolean => !isOver() && lead.holds();

  /** No two of a sender's claims have the same name: a write of one that comes late or again finds the row another's. */
  const newClaim = (): string => `${lead.owner}/${(claims += 1)}`;

  const settled = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const triedNow = (row: Delivery): Tried => ({
    repeat: poster.repeat,
    attempts: row.attempts + 1,
    inDoubtSince: row.sending_at,
    now: now(),
  });

  /** The last word before a request leaves: still wanted, still ours, may be sent at all, and marked as being sent. */
  async function permit(row: Claimed): Promise<void> {
    if (!mayGo() || brake.isOn()) throw new Withheld("nothing is sent now", true);
    if (!mayRepeat(triedNow(row))) throw new Withheld("too late to repeat it safely", false);
    if (!(await mark(row))) throw new Withheld("not wanted any more", false);
    // The store may have taken its time: another may have the lease by now.
    if (!mayGo()) throw new Withheld("nothing is sent now", true);
    row.sending_at ??= now();
  }

  const written = <T>(write: () => Promise<T>): Promise<T> =>
    insist(write, (error) => onTrouble("what came of a post could not be noted yet", error));

  async function mark({ id, owner }: Claimed): Promise<boolean> {
    try {
      return await deliveries.sending(id, owner, now());
    } catch (error) {
      // Marked or not, nothing has left.
      broken = asError(error);
      throw new Withheld("it could not be marked as being sent", true);
    }
  }

  /** Noted before anything else is done: whoever finds the row, should this process die now, may send it. */
  async function unmark(
    row: Claimed,
    { message: reason, retryAfterMs, newChatId }: PostError,
  ): Promise<void> {
    const outcome: Outcome = {
      state: "claimed",
      inDoubt: row.sending_at !== null,
      reason,
      ...(retryAfterMs !== undefined && { notBefore: now() + retryAfterMs }),
    };
    if (!(await written(() => deliveries.settle(row.id, row.owner, outcome, now()))))
      throw new Withheld("not ours any more", false);
    if (newChatId === undefined) return;
    await written(() => subscriptions.moved(poster.bot, row.chat, newChatId));
    row.chat = newChatId;
  }

  /** Sends one row, in the language of its chat. @returns what came of it, undefined where the store is at fault. */
  async function attempt(row: Claimed): Promise<Consequence | undefined> {
    const answer = told(row.fact, asLocale(row.locale) ?? HOME_LOCALE);
    if (!answer) return { outcome: unsent(row, "the fact is not in the dataset") };
    const { platform, post } = poster;
    const place = { platform, id: row.chat, ...(row.thread !== "" && { thread: row.thread }) };
    /** What earlier requests left in doubt: a refusal proves nothing but that its own has not arrived. */
    let earlier = row.sending_at;
    const before = (): Promise<void> => ((earlier = row.sending_at), permit(row));
    const refused = (failure: PostError): Promise<void> => ((row.sending_at = earlier), unmark(row, failure));
    try {
      const { id } = await post(place, answer, { key: row.id, before, refused });
      brake.worked();
      return { outcome: { state: "sent", message: id } };
    } catch (error) {
      return afterFailure(error, row);
    }
  }

  const unsent = ({ sending_at: since }: Delivery, reason: string): Outcome => ({
    state: since === null ? "skipped" : "unknown",
    reason,
  });

  function afterFailure(error: unknown, row: Delivery): Consequence | undefined {
    if (error instanceof Withheld) {
      const { message: reason, wanted } = error;
      if (!wanted) return { outcome: unsent(row, reason) };
      return { outcome: { state: "pending", inDoubt: row.sending_at !== null, reason } };
    }
    if (!(error instanceof PostError)) return void (broken = asError(error));
    const consequence = consequenceOf(error, triedNow(row));
    if (consequence.pauseMs !== undefined) brake.pause(consequence.pauseMs);
    else if (error.kind === "temporary" || error.kind === "uncertain") brake.failed(row.id);
    else brake.worked();
    return consequence;
  }

  const note = (row: Claimed, { outcome, gone = false }: Consequence): Promise<void> =>
    written(async () => {
      const noted = { ...outcome, ...(gone && { gone: row.chat }) };
      if (await deliveries.settle(row.id, row.owner, noted, now())) onOutcome(outcome.state);
    });

  /** A post with a key is repeated here and now: back in the queue it might wait until its key is forgotten. */
  async function carry(row: Claimed): Promise<void> {
    for (;;) {
      const consequence = await attempt(row);
      if (!consequence) return;
      if (poster.repeat !== "key" || consequence.outcome.inDoubt !== true) return note(row, consequence);
      row.attempts += 1;
      const until = performance.now() + repeatAfter(row.attempts);
      while (performance.now() < until || brake.isOn() || !mayGo()) {
        // Left as it is: whoever sends next finds it, and its key, where this one left it.
        if (isOver()) return;
        await new Promise((resolve) => setTimeout(resolve, END_LOOK_MS));
      }
    }
  }

  async function deliver(row: Claimed): Promise<void> {
    underWay += 1;
    try {
      await carry(row);
    } catch (error) {
      broken = asError(error);
    } finally {
      underWay -= 1;
      wake();
    }
  }

  /** What a dead sender was sending: again at once where that is safe, otherwise in doubt for good. */
  async function decide(found: Delivery): Promise<void> {
    const row = { ...found, owner: newClaim() };
    if (!(await deliveries.adopt(row.id, found.owner ?? "", row.owner))) return;
    if (mayRepeat(triedNow(row))) return void deliver(row);
    await note(row, { outcome: { state: "unknown", reason: "its sender ended while it was being sent" } });
  }

  function room(): number {
    if (!mayGo() || brake.isOn()) return 0;
    if (brake.isCareful()) return underWay === 0 ? 1 : 0;
    const free = poster.mostAtOnce - underWay;
    return free * 4 < poster.mostAtOnce ? 0 : free;
  }

  return {
    async takeOver() {
      for (const row of await deliveries.recover(poster.bot, lead.owner, now())) await decide(row);
    },
    async fill() {
      const most = room();
      if (most === 0) return 0;
      const owner = newClaim();
      const rows = await deliveries.claim(poster.bot, owner, now(), most);
      for (const row of rows) void deliver({ ...row, owner });
      return rows.length;
    },
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
