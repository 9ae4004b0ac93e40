/** What is done for each update. Nothing in here ever rejects: a failure concerns one update and is told to the log. */
import { type Command, createParser } from "../../core/commands.ts";
import type { Attend, Ballot, Cast, Locale, Vote } from "../../core/types.ts";
import type { Logger } from "../../shared/log.ts";
import type { Handle, Work } from "../shared/inbox.ts";
import { noticeLocale, type SettingOf } from "../shared/locale.ts";
import { CARD_ALLOWANCE, createManners, type Manners, type Verdict } from "../shared/manners.ts";
import { NOBODY } from "../shared/nobody.ts";
import { PostError } from "../../shared/post-error.ts";
import { redact } from "../../shared/redact.ts";
import type { Said } from "../shared/said.ts";
import { createTurns } from "../shared/turns.ts";
import { createBursts, WORDLESS } from "../shared/wordless.ts";
import { readVote } from "../shared/votes.ts";
import { createAskers } from "./admin.ts";
import { createAsking } from "./asking.ts";
import { createBallots } from "./ballots.ts";
import { createBreath } from "./breath.ts";
import { showPressed } from "./cards.ts";
import type { Chats } from "./chats.ts";
import { type Incoming, type Place, readUpdate } from "./incoming.ts";
import type { Suggest } from "./inline.ts";
import { createOffers } from "./offers.ts";
import type { Outgoing, Target } from "./outgoing.ts";
import { type ButtonData, readData } from "./pages.ts";
import type { Shelf } from "../shared/shelf.ts";
import type { Transport } from "./transport/types.ts";
import { type Words, WORDS } from "./words.ts";

export interface HandlerParts {
  attend: Attend;
  /** Every command there is. */
  commands: readonly Command[];
  vote: Vote | undefined;
  transport: Pick<Transport, "call" | "me">;
  outgoing: Outgoing;
  chats: Chats;
  shelf: Shelf;
  said: Said;
  setting: SettingOf;
  suggest: Suggest;
  manners: Manners;
  now: () => number;
  log: Logger;
}

/** Telegram shows no more on a button. */
const MOST_TOAST = 200;
type Notice = keyof Pick<Words, "tooFast" | "oldButton" | "oldPage" | "apology"> | Cast;
/** Buttons whose clock is stopped before anything else is done. */
type Followed = Exclude<ButtonData, { kind: "vote" | "card" }>;
type Event<K extends Incoming["kind"]> = Extract<Incoming, { kind: K }>;

export function createHandler({
  attend,
  commands,
  vote,
  transport,
  outgoing,
  chats,
  shelf,
  said,
  setting,
  suggest,
  manners,
  now,
  log,
}: HandlerParts): Handle {
  const parse = createParser(commands);
  const turns = createTurns();
  const askerAt = createAskers(transport, chats);
  const breath = createBreath();
  const answerTo = createAsking({ attend, said, now });
  const beginsBurst = createBursts(now);
  const cardManners = createManners(CARD_ALLOWANCE, CARD_ALLOWANCE);
  const cast = createBallots(vote, now);
  const inline = createOffers({ suggest, call: transport.call, breath, now });

  const inTurn = (place: Pick<Place, "chat" | "thread">, task: () => Promise<unknown>): Promise<unknown> =>
    turns.run(`${place.chat} ${place.thread ?? ""}`, task);

  /** What is said besides answers, in the language of the place or of who is there. */
  const localeFor = ({ chat: id, hint }: Pick<Place, "chat" | "hint">): Promise<Locale> =>
    noticeLocale(setting, { platform: "telegram", id: chats.current(id) }, hint);
  const wordsFor = async (place: Pick<Place, "chat" | "hint">): Promise<Words> =>
    WORDS[await localeFor(place)];

  async function answer(
    place: Place,
    text: string,
    { replyTo, replied }: Pick<Event<"question">, "replyTo" | "replied"> = {},
  ): Promise<void> {
    const asked = { by: place.name ?? "", text };
    const to: Target = { chat: place.chat, thread: place.thread, replyTo, asked, work: place.work };
    await breath();
    try {
      await outgoing.answer(to, await answerTo(place, text, askerAt(place), replied), "asked");
    } catch (error) {
      if (error instanceof PostError || place.work?.isOver() === true) throw error;
      log.error({ platform: "telegram" }, `a question could not be answered: ${redact(error)}`);
      await outgoing.say(to, (await wordsFor(place)).apology);
    }
  }

  const admit = ({ user, chat, work }: Place): Verdict | Promise<Verdict> =>
    work ? work.admit(user, chat) : manners.admit(user, chat, now());

  async function question({ place, text, ...how }: Event<"question">): Promise<void> {
    chats.back(place.chat);
    const verdict = await admit(place);
    if (verdict === "silent") return;
    const to = { chat: place.chat, thread: place.thread, replyTo: how.replyTo, work: place.work };
    await inTurn(place, async () =>
      verdict === "notice" ? outgoing.say(to, (await wordsFor(place)).tooFast) : answer(place, text, how),
    );
  }

  async function wordless({ place }: Event<"wordless">): Promise<void> {
    chats.back(place.chat);
    if (!beginsBurst(place.chat)) return;
    await inTurn(place, async () =>
      outgoing.say({ chat: place.chat, work: place.work }, WORDLESS[await localeFor(place)].wordless),
    );
  }

  async function press(event: Event<"press">): Promise<void> {
    const data = readData(event.data);
    if (data?.kind === "vote") return voted(event, data.ballot);
    if (data?.kind === "card") return pressed(event, data.text);
    if (data?.kind === "page") await shelf.bring(data.key);
    const objection = await objectionTo(data, event.place);
    const acknowledged = acknowledge(event.id, event.place, objection);
    if (data && objection === undefined) await inTurn(event.place, () => follow(event, data));
    await acknowledged;
  }

  async function voted({ id, place, message }: Event<"press">, ballot: Ballot): Promise<void> {
    await acknowledge(id, place, await cast(ballot, place.user, `${place.chat} ${message}`));
  }

  /** The clock on the button runs until the card shows what came of it: whatever happens, it is stopped. */
  async function pressed({ id, place, message }: Event<"press">, text: string): Promise<void> {
    const verdict = cardManners.admit(place.user, place.chat, now());
    if (verdict !== "answer") return acknowledge(id, place, verdict === "notice" ? "tooFast" : "");
    let told = "";
    try {
      await inTurn(place, async () => {
        const answered = await answerTo(place, text, askerAt(place));
        told = await showPressed(outgoing, place, message, answered);
      });
    } catch (error) {
      tell("a press on a card was not answered", error);
      return acknowledge(id, place, "apology");
    }
    await reply(id, told, true);
  }

  /** Why a button does nothing: what to say, "" for silence, undefined where it does something. */
  async function objectionTo(data: Followed | undefined, place: Place): Promise<Notice | "" | undefined> {
    if (!data) return "oldButton";
    if (data.kind === "page" && !shelf.pages(data.key)?.[data.index]) return "oldPage";
    const verdict = await admit(place);
    return verdict === "answer" ? undefined : verdict === "notice" ? "tooFast" : "";
  }

  async function follow({ place, message, isPhoto }: Event<"press">, data: Followed): Promise<void> {
    if (data.kind !== "page") return answer(place, data.text);
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
    await reply(id, notice === "" ? "" : (await wordsFor(place))[notice]);
  }

  /** @param inFull until it is read, for what is longer than a glance. */
  async function reply(id: string, text: string, inFull = false): Promise<void> {
    const shown = text === "" ? {} : { text: text.slice(0, MOST_TOAST), ...(inFull && { show_alert: true }) };
    await transport
      .call("answerCallbackQuery", { callback_query_id: id, ...shown })
      .catch((error: unknown) => tell("a button press was not acknowledged", error));
  }

  /** Nobody knows in which chat; a vote says by itself on what. */
  async function lost({ id, data = "", user, hint }: Event<"lost-press">): Promise<void> {
    const ballot = readVote(data);
    const notice = ballot ? await cast(ballot, user, data.replace(/[+-]/u, "")) : "oldButton";
    await acknowledge(id, { chat: "", ...(hint && { hint }) }, notice);
  }

  /** Its answer may be there. A card shows by itself how things are, and an introduction was given. */
  async function cutOff(event: Incoming, work: Work): Promise<void> {
    if (event.kind !== "question" && event.kind !== "press") return;
    const { chat, thread } = event.place;
    const replyTo = event.kind === "question" ? event.replyTo : undefined;
    await outgoing.say({ chat, thread, replyTo, work }, (await wordsFor(event.place)).cutOff);
  }

  async function joined({ chat, hint }: Event<"joined">, work: Work | undefined): Promise<void> {
    const place = { chat, work, ...(hint && { hint }) };
    chats.back(chat);
    if (!chats.isNew(chat)) return;
    await inTurn(place, async () => {
      const { introduction } = await wordsFor(place);
      const help = await answerTo(place, "/help", NOBODY);
      await outgoing.say(place, introduction(transport.me()), help.next);
    });
  }

  const tell = (what: string, error: unknown): void => {
    const kind = error instanceof PostError ? error.kind : undefined;
    log.warn({ platform: "telegram", kind }, `${what}: ${redact(error)}`);
  };

  async function follows(event: Incoming, work?: Work): Promise<void> {
    if (work?.isCut === true) return cutOff(event, work);
    if ("place" in event) event.place.work = work;
    switch (event.kind) {
      case "question":
        return question(event);
      case "wordless":
        return wordless(event);
      case "press":
        return press(event);
      case "lost-press":
        return lost(event);
      case "inline":
        return inline(event);
      case "joined":
        return joined(event, work);
      case "back":
        return chats.back(event.chat);
      case "left":
        return chats.gone(event.chat);
      case "moved":
        return chats.moved(event.from, event.to);
    }
  }

  return async (update, work) => {
    try {
      const event = readUpdate(update, transport.me(), parse);
      if (event) await follows(event, work);
    } catch (error) {
      tell("an update could not be dealt with", error);
    }
  };
}
