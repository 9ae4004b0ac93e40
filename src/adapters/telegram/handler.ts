/** What is done for each update. Nothing in here ever rejects: a failure concerns one update and is told to the log. */
import type { Answer, Asker, Attend } from "../../core/types.ts";
import type { Logger } from "../../shared/log.ts";
import { createManners, type Manners } from "../shared/manners.ts";
import { NOBODY } from "../shared/nobody.ts";
import { PostError } from "../../shared/post-error.ts";
import { redact } from "../../shared/redact.ts";
import { createTurns } from "../shared/turns.ts";
import { createAskers } from "./admin.ts";
import type { Api } from "./api.ts";
import { createBreath } from "./breath.ts";
import type { Chats } from "./chats.ts";
import { type Incoming, type Me, type Place, readUpdate } from "./incoming.ts";
import type { Suggest } from "./inline.ts";
import type { Outgoing, Target } from "./outgoing.ts";
import { type ButtonData, readData } from "./pages.ts";
import type { Shelf } from "../shared/shelf.ts";
import { APOLOGY, introduction, OLD_BUTTON, OLD_PAGE, TOO_FAST } from "./words.ts";

export interface HandlerParts {
  attend: Attend;
  api: Api;
  outgoing: Outgoing;
  chats: Chats;
  shelf: Shelf;
  suggest: Suggest;
  manners: Manners;
  now: () => number;
  log: Logger;
  me: () => Me;
}

/** Someone who types asks with every few letters. */
const INLINE_ALLOWANCE = { count: 60, windowMs: 60_000 };
/** How long Telegram may show the same inline results to everybody, in seconds. */
const INLINE_CACHE_S = 300;

type Handle = (update: unknown) => Promise<void>;
/** A place where perhaps no person is behind the question. */
type Where = Omit<Place, "user"> & Partial<Place>;
type Event<K extends Incoming["kind"]> = Extract<Incoming, { kind: K }>;

export function createHandler({
  attend,
  api,
  outgoing,
  chats,
  shelf,
  suggest,
  manners,
  now,
  log,
  me,
}: HandlerParts): Handle {
  const turns = createTurns();
  const askerAt = createAskers(api, chats);
  const breath = createBreath();
  const inlineManners = createManners(INLINE_ALLOWANCE, INLINE_ALLOWANCE);
  /** The newest inline query of each person who waits for one. */
  const typing = new Map<string, string>();

  const inTurn = (place: Pick<Place, "chat" | "thread">, task: () => Promise<unknown>): Promise<unknown> =>
    turns.run(`${place.chat} ${place.thread ?? ""}`, task);

  /** @throws Error, never a PostError: whatever fails in here, nothing was sent. */
  async function answerTo({ chat: id, thread, user }: Where, text: string, asker: Asker): Promise<Answer> {
    const chat = {
      platform: "telegram",
      id,
      ...(user !== undefined && { user }),
      ...(thread !== undefined && { thread: String(thread) }),
    };
    try {
      return await attend({ text, chat, at: now() }, asker);
    } catch (error) {
      throw new Error(redact(error), { cause: error });
    }
  }

  async function answer(place: Place, text: string, replyTo?: number): Promise<void> {
    const to: Target = { chat: place.chat, thread: place.thread, replyTo };
    await breath();
    try {
      await outgoing.answer(to, await answerTo(place, text, askerAt(place)), "answer");
    } catch (error) {
      if (error instanceof PostError) throw error;
      log.error({ platform: "telegram" }, `a question could not be answered: ${redact(error)}`);
      await outgoing.say(to, APOLOGY);
    }
  }

  const admit = (place: Place): "answer" | "notice" | "silent" =>
    manners.admit(place.user, place.chat, now());

  async function question({ place, text, replyTo }: Event<"question">): Promise<void> {
    chats.back(place.chat);
    const verdict = admit(place);
    if (verdict === "silent") return;
    const to = { chat: place.chat, thread: place.thread, replyTo };
    await inTurn(place, () =>
      verdict === "notice" ? outgoing.say(to, TOO_FAST) : answer(place, text, replyTo),
    );
  }

  async function press(event: Event<"press">): Promise<void> {
    const data = readData(event.data);
    const objection = objectionTo(data, event.place);
    const acknowledged = acknowledge(event.id, objection);
    if (data && objection === undefined) await inTurn(event.place, () => follow(event, data));
    await acknowledged;
  }

  /** Why a button does nothing: a line to show, "" for silence, undefined where it does something. */
  function objectionTo(data: ButtonData | undefined, place: Place): string | undefined {
    if (!data) return OLD_BUTTON;
    if (data.kind === "page" && !shelf.pages(data.key)?.[data.index]) return OLD_PAGE;
    const verdict = admit(place);
    return verdict === "answer" ? undefined : verdict === "notice" ? TOO_FAST : "";
  }

  async function follow({ place, message, isPhoto }: Event<"press">, data: ButtonData): Promise<void> {
    if (data.kind === "question") return answer(place, data.text);
    const pages = shelf.pages(data.key) ?? [];
    await outgoing.turn(
      place,
      { id: message, isPhoto: isPhoto === true },
      { pages, key: data.key, index: data.index },
    );
  }

  /** Stops the clock on a button. Too late is no harm: only the clock ran on. */
  async function acknowledge(id: string, text = ""): Promise<void> {
    const reply = { callback_query_id: id, ...(text !== "" && { text }) };
    await api
      .call("answerCallbackQuery", reply)
      .catch((error: unknown) => tell("a button press was not acknowledged", error));
  }

  async function inline({ id, query, user }: Event<"inline">): Promise<void> {
    typing.set(user, id);
    await breath();
    // Who types on has no use for the answer to an earlier letter.
    const isLate = (): boolean => typing.get(user) !== id;
    if (isLate()) return;
    try {
      if (inlineManners.admit(user, user, now()) !== "answer") return;
      const results = await suggest(query);
      if (isLate()) return;
      await api.call("answerInlineQuery", { inline_query_id: id, results, cache_time: INLINE_CACHE_S });
    } finally {
      if (!isLate()) typing.delete(user);
    }
  }

  async function joined({ chat }: Event<"joined">): Promise<void> {
    chats.back(chat);
    if (!chats.isNew(chat)) return;
    await inTurn({ chat }, async () => {
      const help = await answerTo({ chat }, "/help", NOBODY);
      await outgoing.say({ chat }, introduction(me().username), help.next);
    });
  }

  const tell = (what: string, error: unknown): void => {
    const kind = error instanceof PostError ? error.kind : undefined;
    log.warn({ platform: "telegram", kind }, `${what}: ${redact(error)}`);
  };

  async function follows(event: Incoming): Promise<void> {
    switch (event.kind) {
      case "question":
        return question(event);
      case "press":
        return press(event);
      case "lost-press":
        return acknowledge(event.id, OLD_BUTTON);
      case "inline":
        return inline(event);
      case "joined":
        return joined(event);
      case "back":
        return chats.back(event.chat);
      case "left":
        return chats.gone(event.chat);
      case "moved":
        return chats.moved(event.from, event.to);
    }
  }

  return async (update) => {
    try {
      const event = readUpdate(update, me());
      if (event) await follows(event);
    } catch (error) {
      tell("an update could not be dealt with", error);
    }
  };
}
