/** One fact by itself: what it says, why it matters, and what to ask next. For /fact and for the daily post. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact, Measure, Status, Topic } from "../../dataset/schema.ts";
import type { Draft } from "../compose.ts";
import { roleKind } from "../facts.ts";
import { type Frame, theClass } from "../frame.ts";
import { nextForCity, nextForCluster } from "./next.ts";

const DULL: ReadonlySet<Topic> = new Set(["profile", "nickname", "docno", "press"]);

/** A fact fit to stand alone: official or reported, undisputed, with something to say. */
export const isTellable = (dataset: Dataset, fact: Fact): boolean =>
  dataset.document.get(fact.document)?.layer !== "draft" &&
  fact.disputed !== true &&
  fact.background !== true &&
  !fact.topics.some((topic) => DULL.has(topic));

/** /fact F025: one fact by its id, as the daily post tells it. */
export function namedFact(dataset: Dataset, text: string): Draft | undefined {
  const fact = dataset.fact.get(text.trim().toUpperCase());
  return fact && factDraft(dataset, fact);
}

function factDraft(dataset: Dataset, fact: Fact): Draft {
  return {
    outcome: "answer",
    title: { text: `${fact.text}。`, facts: [fact] },
    blocks: [{ kind: "text", text: whyItMatters(dataset, fact) }],
    clusters: fact.clusters,
    cities: fact.cities,
    next: nextFor(fact),
  };
}

const START = ["/list 支柱", "/list 新兴", "/help"];

function nextFor({ clusters, cities }: Fact): string[] {
  const [cluster] = clusters;
  const [city] = cities;
  if (cluster !== undefined && clusters.length === 1) return nextForCluster(cluster, cities);
  if (city !== undefined && cities.length === 1) return [`/city ${city}`, `${city}是哪些集群的核心`];
  return city === undefined ? START : nextForCity(city);
}

/** How to read the fact and what to hold it against: nothing in it goes beyond the fact. */
function whyItMatters(dataset: Dataset, fact: Fact): string {
  const kind = roleKind(dataset, fact);
  if (kind === "city") return "为什么值得看：这是城市自己的打算，不等于省里给的角色，两样要分开看。";
  if (fact.role && kind === "report") return "为什么值得看：这是报道里的说法，不能当成省级文件给的角色。";
  if (fact.role) return `为什么值得看：省级文件用词分轻重，这里用的是“${fact.role.label}”，分工就看这个词。`;
  const status = mainStatus(fact);
  if (status) return `为什么值得看：${BY_STATUS[status]}`;
  const topic = fact.topics.find((t) => BY_TOPIC[t] !== undefined);
  return `为什么值得看：${(topic && BY_TOPIC[topic]) ?? "先知道这一条，再看角色和数字会更清楚。"}`;
}

/** How many there are of something says what the topic says, not how far anything has come. */
const COUNTS: ReadonlySet<Measure> = new Set(["mentions", "count"]);
const STATUSES: readonly Status[] = ["target", "result", "base", "threshold"];

const mainStatus = ({ figures = [] }: Fact): Status | undefined =>
  STATUSES.find((status) =>
    figures.some((figure) => figure.status === status && !COUNTS.has(figure.measure)),
  );

const BY_STATUS: Readonly<Record<Status, string>> = {
  target: "目标是一把尺子，到了那一年拿实绩一比，就知道走到了哪里。",
  result: "有了实绩，才谈得上离目标还有多远；比的时候先看口径是不是一样。",
  base: "这是起点，看目标之前先看从哪里出发。",
  threshold: "这是门槛，说的是怎样才算，不是哪个集群的实际数值。",
};

const BY_TOPIC: Readonly<Partial<Record<Topic, string>>> = {
  task: "写了任务，说的是要做什么，不等于给了“核心”的角色。",
  layout: "布局说的是在哪里做什么，和“核心”“重点”这样的角色是两回事。",
  park: "政策最后要落在具体的园区和项目上，这里就是一处。",
  honour: "称号只对它说的那一年、那个范围有效，引用时要带上年份。",
  projects: "工程和项目有名有姓，过几年可以一项一项对。",
  document: "文件之间谁管什么，决定了引用时该引哪一份。",
  date: "不同版本的文件说法不同，先看日期。",
  membership: "谁在名单里、谁不在，是看其他说法的前提。",
  scope: "范围不同，数字就不能直接相比。",
  rating: "星级出自制造业规划，和行动计划里的角色是两套说法。",
  national: "国家级集群和省里的 20 个集群是两套名单，不能混用。",
  trillion: "“万亿级”有几个，每年的说法不同，要连年份一起记。",
  mention: "被提到的次数多少，只说明文件写了多少回，不代表角色轻重。",
  "city-system": "城市自己的产业体系，和省里的 20 个集群不是同一套。",
  funding: "钱从哪里来、给多少，是最容易对账的部分。",
  future: "未来产业和 20 个集群是两套说法，不能混着数。",
  levels: "宏观、中观、微观各管一层，放在一起才看得清谁负责什么。",
  position: "“稳”和“进”是两类集群的不同打法。",
  mechanism: "先知道谁来推、怎么推，再看任务。",
  issuer: "谁印发、谁牵头，引用时要一起写上。",
};

/** @param seed any whole number; the same seed tells the same fact. */
export function factReply(dataset: Dataset, frame: Frame, seed: number): Draft | undefined {
  const fitting = dataset.facts.filter((f) => isTellable(dataset, f) && isAbout(dataset, f, frame));
  const fact = fitting[Math.abs(seed) % Math.max(1, fitting.length)];
  return fact && factDraft(dataset, fact);
}

function isAbout(dataset: Dataset, fact: Fact, frame: Frame): boolean {
  const one = theClass(frame);
  const inClass = (id: string): boolean => dataset.cluster.get(id)?.class === one;
  return (
    (frame.clusters.length === 0 || frame.clusters.some((c) => fact.clusters.includes(c))) &&
    (frame.cities.length === 0 || frame.cities.some((c) => fact.cities.includes(c))) &&
    (one === undefined || fact.group === one || fact.clusters.some(inClass))
  );
}
