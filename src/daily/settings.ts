/** /daily, /privacy and /forget: what a chat may set, and who may. */
import { parseCommand } from "../core/commands.ts";
import { compose } from "../core/compose.ts";
import { createVoices } from "../core/say/say.ts";
import { privacy as privacyDraft } from "../core/tell/talk.ts";
import type { Answer, Asker, Chat, Question } from "../core/types.ts";
import type { Dataset } from "../dataset/dataset.ts";
import type { Store } from "../store/open.ts";
import type { Calendar } from "./calendar.ts";
import { choose } from "./choose.ts";
import { type DailyCall, parseDaily } from "./command.ts";
import { createTopicReader, EVERYTHING, type FactsOn, type Tell } from "./topic.ts";
import * as words from "./words.ts";
import { HOME_ZONE } from "./zones.ts";

const DEFAULT = { time: "09:00", zone: HOME_ZONE, topic: EVERYTHING };
const DAY_MS = 86_400_000;

/** @returns undefined for a question that sets nothing. Never rejects. */
export type Settings = (question: Question, asker: Asker) => Promise<Answer> | undefined;

export interface SettingsParts {
  dataset: Dataset;
  factsOn: FactsOn;
  tell: Tell;
  calendar: Calendar;
  /** The store, or undefined while it cannot be used. */
  store: () => Store | undefined;
  /** The bot that serves a platform, undefined for platforms without daily posts. */
  botOf: (platform: string) => string | undefined;
  now: () => number;
  newId: () => string;
  onTrouble: (what: string, error: unknown) => void;
}

/** A chat of a bot, with its store at hand. */
interface Place {
  store: Store;
  bot: string;
  chat: Chat;
}

/** The example of /daily on, for a topic that was not understood. */
const TOPIC_EXAMPLE = "/daily on 09:00 深圳";

export function createSettings(parts: SettingsParts): Settings {
  const { dataset, factsOn, calendar, now } = parts;
  const voices = createVoices(dataset);
  const readTopic = createTopicReader(dataset);
  const find = ({ store, bot, chat }: Place) => store.subscriptions.find(bot, chat.id);

  async function turnOn(place: Place, wish: Extract<DailyCall, { kind: "on" }>): Promise<Answer> {
    const { store, bot, chat } = place;
    const held = (await find(place)) ?? DEFAULT;
    const read = wish.topic === undefined ? { topic: held.topic } : readTopic(wish.topic);
    if ("problem" in read) return words.wrong(read.problem, TOPIC_EXAMPLE);
    const facts = factsOn(read.topic);
    if (!facts) return words.lostTopic(read.topic);
    if (facts.length === 0) return words.noFacts(read.topic);
    const { time = held.time, zone = held.zone } = wish;
    const next_run_at = calendar.next(time, zone, now());
    const told = { time, zone, topic: read.topic, next_run_at };
    await store.subscriptions.turnOn({
      id: parts.newId(),
      bot,
      chat: chat.id,
      thread: chat.thread ?? "",
      ...told,
    });
    return words.turnedOn({ ...told, state: "active", paused_until: null });
  }

  async function pause(place: Place, days: number): Promise<Answer> {
    const held = await find(place);
    if (held?.state !== "active") return words.status(held);
    const until = now() + days * DAY_MS;
    const next_run_at = calendar.next(held.time, held.zone, until);
    await place.store.subscriptions.pause(place.bot, place.chat.id, until, next_run_at);
    return words.paused({ ...held, next_run_at }, days);
  }

  /** At once and as an answer; tomorrow's post will be another. */
  async function tellNow(place: Place): Promise<Answer> {
    const { store, bot, chat } = place;
    const topic = (await find(place))?.topic ?? EVERYTHING;
    const shown = (await store.history.of(bot, [chat.id])).get(chat.id) ?? [];
    const fact = choose(factsOn(topic) ?? [], shown, `${chat.id} ${now()}`);
    const told = fact && parts.tell(fact.id);
    if (!told) return words.lostTopic(topic);
    await store.history.record(bot, chat.id, fact.id, now());
    return told;
  }

  async function privacy(place: Place): Promise<Answer> {
    const general = compose(dataset, privacyDraft(), voices["zh-CN"]);
    return { ...general, blocks: [words.held(await find(place)), ...general.blocks] };
  }

  async function daily(place: Place, call: DailyCall, asker: Asker): Promise<Answer> {
    if (call.kind === "wrong") return words.wrong(call.problem, call.example);
    return call.kind === "status" ? change(place, call) : asAdmin(asker, () => change(place, call));
  }

  async function change(place: Place, call: Exclude<DailyCall, { kind: "wrong" }>): Promise<Answer> {
    switch (call.kind) {
      case "on":
        return turnOn(place, call);
      case "pause":
        return pause(place, call.days);
      case "off":
        return words.turnedOff(await place.store.subscriptions.turnOff(place.bot, place.chat.id));
      case "now":
        return tellNow(place);
      case "status":
        return words.status(await find(place));
    }
  }

  async function asAdmin(asker: Asker, act: () => Promise<Answer>): Promise<Answer> {
    try {
      if (!(await asker.isAdmin())) return words.ADMINS_ONLY;
    } catch (error) {
      parts.onTrouble("whether someone is an administrator could not be checked", error);
      return words.CANNOT_CHECK;
    }
    return act();
  }

  async function answer(
    name: string,
    rest: string,
    place: Omit<Place, "store">,
    asker: Asker,
  ): Promise<Answer> {
    const store = parts.store();
    // Without the store the core's own word on privacy is still true.
    if (!store)
      return name === "privacy" ? compose(dataset, privacyDraft(), voices["zh-CN"]) : words.NO_STORE;
    const full = { ...place, store };
    if (name === "daily") return daily(full, parseDaily(rest), asker);
    if (name === "privacy") return privacy(full);
    return asAdmin(asker, async () =>
      words.forgotten(await store.subscriptions.forget(place.bot, place.chat.id)),
    );
  }

  return ({ text, chat }, asker) => {
    const bot = parts.botOf(chat.platform);
    // Without a person there is nobody who could set anything: the inline box, a greeting.
    if (bot === undefined || chat.user === undefined) return undefined;
    const call = parseCommand(text);
    if (call === undefined || call === "unknown" || !NAMES.has(call.command.name)) return undefined;
    return answer(call.command.name, call.rest, { bot, chat }, asker).catch((error: unknown) => {
      parts.onTrouble(`/${call.command.name} failed`, error);
      return words.NO_STORE;
    });
  };
}

const NAMES = new Set(["daily", "privacy", "forget"]);
