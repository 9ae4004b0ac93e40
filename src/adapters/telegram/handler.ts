/** What is done for each update. Nothing in here ever rejects: a failure concerns one update and is told to the log. */
import { type Command, createParser } from "../../core/commands.ts";
import type { Answer, Asker, Attend } from "../../core/types.ts";
import type { Logger } from "../../shared/log.ts";
import { noticeLocale, type SettingOf } from "../shared/locale.ts";
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
import { type Words, WORDS } from "./words.ts";

export interface HandlerParts {
  attend: Attend;
  /** Every command there is. */
  commands: readonly Command[];
  api: Api;
  outgoing: Outgoing;
  chats: Chats;
  shelf: Shelf;
  setting: SettingOf;
  suggest: Suggest;
  manners: Manners;
  now: () => number;
  log: Logger;
  me: () => Me;
}

/** Someone who types asks with every few letters. */
const INLINE_ALLOWANCE = { count: 60, windowMs: 60_000 };
/** How long Telegram may show somebody the same inline results, in seconds. */
const INLINE_CACHE_S = 300;

type Handle = (update: unknown) => Promise<void>;
/** A place where perhaps no person is behind the question. */
type Where = Omit<Place, "user"> & Partial<Place>;
type Notice = "tooFast" | "oldButton" | "oldPage";
type Event<K extends Incoming["kind"]> = Extract<Incoming, { kind: K }>;

export function createHandler({
  attend,
  commands,
  api,
  outgoing,
  chats,
  shelf,
  setting,
  suggest,
  manners,
  now,
  log,
  me,
}: HandlerParts): Handle {
  const parse = createParser(commands);
  const turns = createTurns();
  const askerAt = createAskers(api, chats);
  const breath = createBreath();
  const inlineManners = createManners(INLINE_ALLOWANCE, INLINE_ALLOWANCE);
  /** The newest inline query of each person who waits for one. */
  const typing = new Map<string, string>();

  const inTurn = (place: Pick<Place, "chat" | "thread">, task: () => Promise<unknown>): Promise<unknown> =>
    turns.run(`${place.chat} ${place.thread ?? ""}`, task);

  /** What is said besides answers, in the language of the place or of who is there. */
  const wordsFor = async ({ chat: id, hint }: Pick<Place, "chat" | "hint">): Promise<Words> =>
    WORDS[await noticeLocale(setting, { platform: "telegram", id: chats.current(id) }, hint)];

  /** @throws Error, never a PostError: whatever fails in here, nothing was sent. */
  async function answerTo(
    { chat: id, thread, user, hint }: Where,
    text: string,
    asker: Asker,
  ): Promise<Answer> {
    const chat = {
      platform: "telegram",
      id,
      ...(user !== undefined && { user }),
      ...(thread !== undefined && { thread: String(thread) }),
    };
    try {
      return await attend({ text, chat, at: now(), ...(hint && { hint }) }, asker);
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
      await outgoing.say(to, (await wordsFor(place)).apology);
    }
  }

  const admit = (place: Place): "answer" | "notice" | "silent" =>
    manners.admit(place.user, place.chat, now());

  async function question({ place, text, replyTo }: Event<"question">): Promise<void> {
    chats.back(place.chat);
    const verdict = admit(place);
    if (verdict === "silent") return;
    const to = { chat: place.chat, thread: place.thread, replyTo };
    await inTurn(place, async () =>
      verdict === "notice" ? outgoing.say(to, (await wordsFor(place)).tooFast) : answer(place, text, replyTo),
    );
  }

  async function press(event: Event<"press">): Promise<void> {
    const data = readData(event.data);
    const objection = objectionTo(data, event.place);
    const acknowledged = acknowledge(event.id, event.place, objection);
    if (data && objection === undefined) await inTurn(event.place, () => follow(event, data));
    await acknowledged;
  }

  /** Why a button does nothing: what to say, "" for silence, undefined where it does something. */
  function objectionTo(data: ButtonData | undefined, place: Place): Notice | "" | undefined {
    if (!data) return "oldButton";
    if (data.kind === "page" && !shelf.pages(data.key)?.[data.index]) return "oldPage";
    const verdict = admit(place);
    return verdict === "answer" ? undefined : verdict === "notice" ? "tooFast" : "";
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
  async function acknowledge(
    id: string,
    place: Pick<Place, "chat" | "hint">,
    notice: Notice | "" = "",
  ): Promise<void> {
    const reply = { callback_query_id: id, ...(notice !== "" && { text: (await wordsFor(place))[notice] }) };
    await api
      .call("answerCallbackQuery", reply)
      .catch((error: unknown) => tell("a button press was not acknowledged", error));
  }

  async function inline({ id, query, user, hint }: Event<"inline">): Promise<void> {
    typing.set(user, id);
    await breath();
    // Who types on has no use for the answer to an earlier letter.
    const isLate = (): boolean => typing.get(user) !== id;
    if (isLate()) return;
    try {
      if (inlineManners.admit(user, user, now()) !== "answer") return;
      const results = await suggest(query, hint);
      if (isLate()) return;
      // Others may use another language.
      const cached = { cache_time: INLINE_CACHE_S, is_personal: true };
      await api.call("answerInlineQuery", { inline_query_id: id, results, ...cached });
    } finally {
      if (!isLate()) typing.delete(user);
    }
  }

  async function joined({ chat, hint }: Event<"joined">): Promise<void> {
    const place = { chat, ...(hint && { hint }) };
    chats.back(chat);
    if (!chats.isNew(chat)) return;
    await inTurn(place, async () => {
      const { introduction } = await wordsFor(place);
      const help = await answerTo(place, "/help", NOBODY);
      await outgoing.say({ chat }, introduction(me()), help.next);
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
        // Nobody knows in which chat.
        return acknowledge(event.id, { ...event, chat: "" }, "oldButton");
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
      const event = readUpdate(update, me(), parse);
      if (event) await follows(event);
    } catch (error) {
      tell("an update could not be dealt with", error);
    }
  };
}
