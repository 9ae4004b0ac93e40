/** /daily: a chat's one fact a day is switched on, changed, paused, switched off, told now, or shown. */
import type { Answer } from "../core/types.ts";
import { choose } from "./choose.ts";
import type { DailyCall } from "./command.ts";
import * as notices from "./notices.ts";
import type { Guard, Place, SettingsParts } from "./place.ts";
import { createTopicReader, EVERYTHING } from "./topic.ts";
import type { Said } from "./words.ts";
import { HOME_ZONE } from "./zones.ts";

const DEFAULT = { time: "09:00", zone: HOME_ZONE, topic: EVERYTHING };
const DAY_MS = 86_400_000;

/** The example of /daily on, for a topic that was not understood. */
const TOPIC_EXAMPLE: Said = ({ words }) => words.topicExample;

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
  const find = ({ store, bot, chat }: Place) => store.subscriptions.find(bot, chat.id);

  async function turnOn(place: Place, wish: Extract<DailyCall, { kind: "on" }>): Promise<Answer> {
    const { store, bot, chat, tongue } = place;
    const held = (await find(place)) ?? DEFAULT;
    const read = wish.topic === undefined ? { topic: held.topic } : readTopic(wish.topic);
    if ("problem" in read) return notices.wrong(tongue, read.problem, TOPIC_EXAMPLE);
    const facts = factsOn(read.topic);
    if (!facts) return notices.lostTopic(tongue, read.topic);
    if (facts.length === 0) return notices.noFacts(tongue, read.topic);
    const { time = held.time, zone = held.zone } = wish;
    const next_run_at = calendar.next(time, zone, now());
    const told = { time, zone, topic: read.topic, next_run_at };
    await store.subscriptions.turnOn({
      id: newId(),
      bot,
      chat: chat.id,
      thread: chat.thread ?? "",
      ...told,
    });
    return notices.turnedOn(tongue, { ...told, state: "active", paused_until: null });
  }

  async function pause(place: Place, days: number): Promise<Answer> {
    const { store, bot, chat, tongue } = place;
    const held = await find(place);
    if (held?.state !== "active") return notices.status(tongue, held);
    const until = now() + days * DAY_MS;
    const next_run_at = calendar.next(held.time, held.zone, until);
    await store.subscriptions.pause(bot, chat.id, until, next_run_at);
    return notices.paused(tongue, { ...held, next_run_at }, days);
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

  async function change(place: Place, call: Exclude<DailyCall, { kind: "wrong" }>): Promise<Answer> {
    const { store, bot, chat, tongue } = place;
    switch (call.kind) {
      case "on":
        return turnOn(place, call);
      case "pause":
        return pause(place, call.days);
      case "off":
        return notices.turnedOff(tongue, await store.subscriptions.turnOff(bot, chat.id));
      case "now":
        return tellNow(place);
      case "status":
        return notices.status(tongue, await find(place));
    }
  }

  return async (place, call, guard) => {
    if (call.kind === "wrong") return notices.wrong(place.tongue, call.problem, call.example);
    return call.kind === "status" ? change(place, call) : guard(() => change(place, call));
  };
}
