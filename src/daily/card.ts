/** The buttons under what a chat has set: each asks for what it says, whatever is set when it is pressed. */
import type { Card, Suggestion } from "../core/types.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { EVERYTHING } from "./topic.ts";
import type { Tongue, View } from "./words.ts";
import { ZONE_CHOICES } from "./zones.ts";

/** How it is set. `isOn` also while it is paused. */
export interface State {
  isOn: boolean;
  isPaused: boolean;
  time: string;
  zone: string;
  topic: string;
}

/** @returns the buttons of a view, in groups. At most 25: Discord shows no more. */
export type CardOf = (tongue: Tongue, state: State, view: View) => Card;

const TIMES = ["08:00", "09:00", "12:00", "20:00"];
/** From six in the morning to eleven at night. */
const HOURS = Array.from({ length: 18 }, (_, i) => `${String(i + 6).padStart(2, "0")}:00`);
const PAUSES = [1, 7, 30];
const SETTINGS = "/daily status";

export function createCard({ clusters, cities }: Dataset): CardOf {
  const idsOf = {
    clusters: clusters.map(({ id }) => `cluster:${id}`),
    cities: cities.map(({ id }) => `city:${id}`),
  };
  return (tongue, state, view) => {
    const { words } = tongue;
    const back: Suggestion = { label: words.card.back, ask: SETTINGS };
    const times = (all: readonly string[]) => all.map((time) => choice(time, time, time === state.time));
    const topics = (all: readonly string[]) =>
      all.map((topic) => choice(tongue.topic(topic), writtenTopic(topic), topic === state.topic));
    switch (view) {
      case "settings":
        return settings(tongue, state, times(including(TIMES, state.time).slice(0, TIMES.length)));
      case "times":
        return [[...times(including(HOURS, state.time)), back]];
      case "zones":
        return [
          [
            ...including(ZONE_CHOICES, state.zone).map((zone) =>
              choice(tongue.zone(zone), zone, zone === state.zone),
            ),
            back,
          ],
        ];
      case "topics": {
        const { clusters: one, cities: other } = words.card;
        const further = [
          { label: `${one} ⟩`, ask: "/daily clusters" },
          { label: `${other} ⟩`, ask: "/daily cities" },
        ];
        return [topics(including([EVERYTHING, "class:支柱", "class:新兴"], state.topic)), [...further, back]];
      }
      case "clusters":
      case "cities":
        return [[...topics(idsOf[view]), { ...back, ask: "/daily topics" }]];
    }
  };
}

function settings(tongue: Tongue, { isOn, isPaused, zone, topic }: State, times: Suggestion[]): Card {
  const { card } = tongue.words;
  const pauses = PAUSES.map((days) => ({ label: card.pause({ days }), ask: `/daily pause ${days}d` }));
  return [
    [
      { label: ticked(card.on, isOn && !isPaused), ask: "/daily on" },
      { label: ticked(card.off, !isOn), ask: "/daily off" },
    ],
    [...times, { label: `${card.moreTimes} ⟩`, ask: "/daily times" }],
    [
      { label: `${card.zone({ zone: tongue.zone(zone) })} ⟩`, ask: "/daily zones" },
      { label: `${card.topic({ topic: tongue.topic(topic) })} ⟩`, ask: "/daily topics" },
    ],
    ...(isOn ? [pauses] : []),
    [{ label: card.now, ask: "/daily now" }],
  ];
}

const choice = (label: string, written: string, isSet: boolean): Suggestion => ({
  label: ticked(label, isSet),
  ask: `/daily set ${written}`,
});

const ticked = (label: string, isSet: boolean): string => (isSet ? `✓ ${label}` : label);

/** What is set stands among the choices. */
const including = (choices: readonly string[], set: string): string[] =>
  choices.includes(set) ? [...choices] : [set, ...choices];

/** As the topic is written behind /daily set: it is read as a name there. */
const writtenTopic = (topic: string): string => topic.split(":", 2)[1] ?? "全部";
