/** What a chat wants to hear about. Kept as text: `all`, `class:支柱`, `cluster:半导体与集成电路`, `city:深圳`. */
import { compose } from "../core/compose.ts";
import { has, valuesOf } from "../core/read/heard.ts";
import { createReader, type Reader, type Reading } from "../core/read/read.ts";
import { createVoices } from "../core/say/say.ts";
import { isTellable, tellFact } from "../core/tell/fact.ts";
import type { Answer, Locale } from "../core/types.ts";
import type { Dataset } from "../dataset/dataset.ts";
import type { Fact } from "../dataset/schema.ts";
import { withoutCommands } from "../text/echo.ts";
import type { Said } from "./words.ts";

export const EVERYTHING = "all";

/** @returns undefined for a topic the dataset does not have, or has no more. */
export type FactsOn = (topic: string) => readonly Fact[] | undefined;

/** The facts fit to be told on a topic; looked up once a topic. */
export function createFactsOn(dataset: Dataset): FactsOn {
  const tellable = dataset.facts.filter((fact) => isTellable(dataset, fact));
  const known = new Map<string, readonly Fact[]>();
  return (topic) => {
    const belongs = membership(dataset, topic);
    if (!belongs) return undefined;
    const facts = known.get(topic) ?? tellable.filter(belongs);
    known.set(topic, facts);
    return facts;
  };
}

function membership(dataset: Dataset, topic: string): ((fact: Fact) => boolean) | undefined {
  if (topic === EVERYTHING) return () => true;
  const [kind, id = ""] = topic.split(":", 2);
  if (kind === "cluster" && dataset.cluster.has(id)) return on(dataset, [id], (f) => f.clusters);
  if (kind === "city" && dataset.city.has(id)) return on(dataset, [id], (f) => f.cities);
  if (kind === "class" && (id === "支柱" || id === "新兴")) {
    const ofClass = dataset.clusters.filter((cluster) => cluster.class === id).map((cluster) => cluster.id);
    return on(dataset, [id, ...ofClass], ({ group, clusters }) => [group ?? "", ...clusters]);
  }
  return undefined;
}

/** Facts on one of these that name it, too: of 广深佛莞 nobody would say that it is about Shenzhen. */
function on(
  { aliases }: Dataset,
  ids: readonly string[],
  subjects: (fact: Fact) => readonly string[],
): (fact: Fact) => boolean {
  const namesOf = (id: string): readonly string[] => [
    id,
    ...[...aliases.clusters, ...aliases.cities].filter((alias) => alias.id === id).flatMap((a) => a.names),
  ];
  const names = new Map(ids.map((id) => [id, namesOf(id)]));
  return (fact) =>
    subjects(fact).some((id) => names.get(id)?.some((name) => fact.text.includes(name)) ?? false);
}

/** A fact by itself as every platform shows it. @returns undefined for one the dataset does not have, or has no more. */
export type Tell = (fact: string, locale: Locale) => Answer | undefined;

/** Told as /fact tells it: with the same buttons. */
export function createTell(dataset: Dataset): Tell {
  const voices = createVoices(dataset);
  return (id, locale) => {
    const fact = dataset.fact.get(id);
    return fact && compose(dataset, tellFact(dataset, fact), voices[locale]);
  };
}

/** The same for a broadcast, which tells the same facts to many. */
export function remembering(tell: Tell): Tell {
  const told = new Map<string, Answer>();
  return (fact, locale) => {
    const key = `${fact} ${locale}`;
    const answer = told.get(key) ?? tell(fact, locale);
    if (answer) told.set(key, answer);
    return answer;
  };
}

/** A topic, or why there is none in the text. */
export type TopicReading = { topic: string } | { problem: Said };

/** @returns a reader of topics as people write them: 半导体, shenzhen, 支柱, 全部. */
export function createTopicReader(dataset: Dataset): (text: string) => TopicReading {
  let reader: Reader | undefined;
  return (text) => {
    if (/^(?:all|everything|全部|所有|不限|都行)$/iu.test(text.trim())) return { topic: EVERYTHING };
    reader ??= createReader(dataset);
    return fromReading(reader.read(text));
  };
}

function fromReading(reading: Reading): TopicReading {
  const topics = topicsIn(reading);
  const [topic] = topics;
  if (topic === undefined) return { problem: unread(reading) };
  const unknown = unknownIn(reading);
  if (unknown.length > 0)
    return { problem: ({ words }) => words.problems.topicWords({ words: unknown.join(words.and) }) };
  return topics.length > 1 ? { problem: several(topics) } : { topic };
}

const several =
  (topics: readonly string[]): Said =>
  (tongue) =>
    tongue.words.problems.oneTopic({
      topics: topics.map((topic) => tongue.topic(topic)).join(tongue.words.and),
    });

/** Every topic that is named, each once. */
function topicsIn({ questions }: Reading): string[] {
  const found = questions.flatMap((question) => [
    ...(["cluster", "city", "class"] as const).flatMap((kind) =>
      valuesOf(question, kind).map((id) => `${kind}:${id}`),
    ),
    ...(has(question, "whole") ? [EVERYTHING] : []),
  ]);
  return [...new Set(found)];
}

/** Words that are no name of ours. */
function unknownIn({ questions, strangers }: Reading): string[] {
  const words = questions.flatMap((question) => valuesOf(question, "word"));
  return [...new Set([...words, ...strangers.map((s) => s.surface)])];
}

/** Why no topic was found. */
function unread({ text: typed, askCity, questions }: Reading): Said {
  const word = withoutCommands(typed);
  const [doubt] = questions.flatMap((question) => question.ambiguous);
  return (tongue) => {
    const { problems, or } = tongue.words;
    if (askCity !== undefined) return problems.whichCity({ word, city: tongue.topic(`city:${askCity}`) });
    if (!doubt) return problems.topic({ word });
    const options = doubt.options.map((id) => tongue.topic(`cluster:${id}`)).join(or);
    return problems.ambiguous({ word: doubt.surface, options });
  };
}
