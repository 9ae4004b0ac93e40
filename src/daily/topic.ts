/** What a chat wants to hear about. Kept as text: `all`, `class:支柱`, `cluster:半导体与集成电路`, `city:深圳`. */
import { has, valuesOf } from "../core/read/heard.ts";
import { createReader, type Reader, type Reading } from "../core/read/read.ts";
import { isTellable } from "../core/tell/fact.ts";
import type { Answer, Ask } from "../core/types.ts";
import type { Dataset } from "../dataset/dataset.ts";
import type { Fact } from "../dataset/schema.ts";

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
  if (kind === "cluster" && dataset.cluster.has(id)) return (fact) => fact.clusters.includes(id);
  if (kind === "city" && dataset.city.has(id)) return (fact) => fact.cities.includes(id);
  if (kind === "class" && (id === "支柱" || id === "新兴"))
    return ({ group, clusters }) =>
      group === id || clusters.some((cluster) => dataset.cluster.get(cluster)?.class === id);
  return undefined;
}

/** A fact by itself as every platform shows it. @returns undefined for one the dataset does not have, or has no more. */
export type Tell = (fact: string) => Answer | undefined;

/** The core's own answer, so that its buttons lead where they should. Nothing of a conversation is carried over. */
export const createTell =
  (dataset: Dataset, ask: Ask): Tell =>
  (fact) =>
    dataset.fact.has(fact) ? ask({ text: `/fact ${fact}`, chat: { platform: "daily", id: "" } }) : undefined;

/** What people read. */
export function topicName(topic: string): string {
  const [kind, id = ""] = topic.split(":", 2);
  if (kind === "class") return `十大${id}集群`;
  return topic === EVERYTHING ? "全部" : id;
}

/** A topic, or why there is none in the text. */
export type TopicReading = { topic: string } | { problem: string };

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
  if (unknown.length > 0) return { problem: `主题里的“${unknown.join("、")}”没认出来` };
  if (topics.length > 1)
    return { problem: `一次只能订一个主题，读到的是${topics.map(topicName).join("、")}` };
  return { topic };
}

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
function unread({ text, askCity, questions }: Reading): string {
  const [doubt] = questions.flatMap((question) => question.ambiguous);
  if (askCity !== undefined) return `“${text}”是${askCity}吗？请写全城市的名字`;
  if (doubt) return `“${doubt.surface}”可以是${doubt.options.join("，也可以是")}，请写全`;
  return `没认出主题“${text}”`;
}
