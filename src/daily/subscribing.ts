/** /daily: a chat's one fact a day is switched on, changed, paused, switched off, told now, or shown. */
import type { Answer } from "../core/types.ts";
import type { Seen, Subscription } from "../store/subscriptions.ts";
import { createCard, type State } from "./card.ts";
import { choose } from "./choose.ts";
import type { DailyCall, Wish } from "./command.ts";
import * as notices from "./notices.ts";
import type { Guard, Place, SettingsParts } from "./place.ts";
import { createTopicReader, EVERYTHING } from "./topic.ts";
import type { Said, View } from "./words.ts";
import { HOME_ZONE } from "./zones.ts";

const DEFAULT = { time: "09:00", zone: HOME_ZONE, topic: EVERYTHING };
const DAY_MS = 86_400_000;
/** So many others would have to change the same chat within some milliseconds. */
const MOST_TRIES = 10;

/** The example of /daily on, for a topic that was not understood. */
const TOPIC_EXAMPLE: Said = ({ words }) => words.topicExample;

type Call = Exclude<DailyCall, { kind: "wrong" }>;
type Held = Subscription | undefined;

/** Does what is wanted, where it changes something only for who may. */
export type Subscribing = (place: Place, call: DailyCall, guard: Guard) => Promise<Answer>;

export function createSubscribing({
  dataset,
  factsOn,
  tell,
  calendar,
  now,
  newId,
}: Omit<SettingsParts, "ask" | "languages">): Subscribing {
  const readTopic = createTopicReader(dataset);
  const cardOf = createCard(dataset);
  const find = ({ store, bot, chat }: Place): Promise<Held> => store.subscriptions.find(bot, chat.id);

  /** Whoever may change something gets the buttons for it. */
  const withCard = ({ tongue }: Place, answer: Answer, held: Held, view: View = "settings"): Answer => ({
    ...answer,
    next: [],
    whole: true,
    card: cardOf(tongue, stateOf(held), view),
  });

  /** Somebody else may change the same at the same time: what a change rests on is read anew until it still holds. */
  async function changing(
    place: Place,
    attempt: (held: Held) => Promise<Answer | undefined>,
  ): Promise<Answer> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const answer = await attempt(await find(place));
      if (answer) return answer;
    }
    throw new Error("others kept changing the settings of the chat; nothing was changed");
  }

  /** @param on switches it on, too. @returns undefined where it was changed meanwhile. */
  async function write(place: Place, wish: Wish, on: boolean, held: Held): Promise<Answer | undefined> {
    const { store, bot, chat, tongue } = place;
    const { topic, time, zone } = { ...DEFAULT, ...held, ...wish };
    const facts = factsOn(topic);
    if (!facts) return notices.lostTopic(tongue, topic);
    if (facts.length === 0) return notices.noFacts(tongue, topic);
    const seen: Seen = held ?? null;
    const from = on ? now() : Math.max(now(), held?.paused_until ?? 0);
    const wanted = {
      id: newId(),
      bot,
      chat: chat.id,
      thread: chat.thread ?? "",
      time,
      zone,
      topic,
      next_run_at: calendar.next(time, zone, from),
    };
    const { subscriptions } = store;
    if (!(await (on ? subscriptions.turnOn(wanted, seen) : subscriptions.adjust(wanted, seen))))
      return undefined;
    const is = await find(place);
    const told = on && is ? notices.turnedOn(tongue, is) : notices.status(tongue, is);
    return withCard(place, told, is);
  }

  async function fulfil(place: Place, { kind, topic, ...rest }: Extract<Call, { kind: "on" | "set" }>) {
    const read = topic === undefined ? undefined : readTopic(topic);
    if (read && "problem" in read) return notices.wrong(place.tongue, read.problem, TOPIC_EXAMPLE);
    return changing(place, (held) => write(place, { ...rest, ...read }, kind === "on", held));
  }

  const pause = (place: Place, days: number): Promise<Answer> =>
    changing(place, async (held) => {
      const { store, bot, chat, tongue } = place;
      if (held?.state !== "active") return withCard(place, notices.status(tongue, held), held);
      const until = now() + days * DAY_MS;
      const next_run_at = calendar.next(held.time, held.zone, until);
      if (!(await store.subscriptions.pause(bot, chat.id, until, next_run_at, held))) return undefined;
      const paused = { ...held, next_run_at, paused_until: until };
      return withCard(place, notices.paused(tongue, paused, days), paused);
    });

  async function turnOff(place: Place): Promise<Answer> {
    const { store, bot, chat, tongue } = place;
    const wasOn = await store.subscriptions.turnOff(bot, chat.id);
    return withCard(place, notices.turnedOff(tongue, wasOn), await find(place));
  }

  /** At once and as an answer; tomorrow's post will be another. */
  async function tellNow(place: Place): Promise<Answer> {
    const { store, bot, chat, tongue } = place;
    const topic = (await find(place))?.topic ?? EVERYTHING;
    const shown = (await store.history.of(bot, [chat.id])).get(chat.id) ?? [];
    const fact = choose(factsOn(topic) ?? [], shown, `${chat.id} ${now()}`);
    const told = fact && tell(fact.id, tongue.locale);
    if (!told) return notices.lostTopic(tongue, topic);
    await store.history.record(bot, chat.id, fact.id, now());
    return told;
  }

  async function show(place: Place, view: View): Promise<Answer> {
    const held = await find(place);
    const { tongue } = place;
    const told = view === "settings" ? notices.status(tongue, held) : notices.choices(tongue, view);
    return withCard(place, told, held, view);
  }

  async function change(place: Place, call: Call): Promise<Answer> {
    switch (call.kind) {
      case "on":
      case "set":
        return fulfil(place, call);
      case "pause":
        return pause(place, call.days);
      case "off":
        return turnOff(place);
      case "now":
        return tellNow(place);
      case "show":
        return show(place, call.view);
    }
  }

  return async (place, call, guard) => {
    const { tongue } = place;
    if (call.kind === "wrong") return notices.wrong(tongue, call.problem, call.example);
    const isForAll = call.kind === "show" && call.view === "settings";
    const otherwise = async () => notices.status(tongue, await find(place));
    return guard(() => change(place, call), isForAll ? otherwise : undefined);
  };
}

function stateOf(held: Held): State {
  const { time, zone, topic } = held ?? DEFAULT;
  const isOn = held?.state === "active";
  return { time, zone, topic, isOn, isPaused: isOn && held.paused_until !== null };
}
