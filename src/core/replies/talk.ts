/** Everything that is not about a fact: help, greetings, the list of documents, a fact to start with. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Layer } from "../../dataset/schema.ts";
import { COMMANDS } from "../commands.ts";
import { claim, type Draft } from "../compose.ts";

const EXAMPLES = ["半导体集群以哪些城市为核心", "深圳是哪些集群的核心", "/list 支柱"];

export const helpReply = (): Draft => ({
  outcome: "clarify",
  title: { text: "我回答广东 20 个战略性产业集群和 21 个市的角色，每句话都带文件、年份和来源。", facts: [] },
  blocks: [
    {
      kind: "list",
      heading: "可以直接提问，也可以用命令",
      items: COMMANDS.map((c) => `${c.example} —— ${c.zh}`),
    },
    { kind: "note", text: "文件里没有的，我会说没有；来源互相矛盾的，两边都列出来。" },
  ],
  next: EXAMPLES,
});

export const greetingReply = (): Draft => ({
  outcome: "clarify",
  title: { text: "你好，我是粤群。想了解广东哪个产业集群，或者哪个城市？", facts: [] },
  next: EXAMPLES,
});

export const thanksReply = (): Draft => ({
  outcome: "clarify",
  title: { text: "不客气。还想看哪个集群或城市？", facts: [] },
  next: EXAMPLES,
});

const LAYER_NAMES: Readonly<Record<Layer, string>> = {
  province: "省级文件",
  city: "市级规划",
  report: "报道与统计",
  draft: "征求意见稿",
};

/** /sources: what the bot has read, with how many facts each document gave. */
export function documentsReply(dataset: Dataset): Draft {
  const count = new Map<string, number>();
  for (const fact of dataset.facts) count.set(fact.document, (count.get(fact.document) ?? 0) + 1);
  const items = dataset.documents.map(
    (d) => `${LAYER_NAMES[d.layer]}：${d.name}，${count.get(d.id) ?? 0} 条`,
  );
  return {
    outcome: "clarify",
    title: {
      text: `现有 ${dataset.facts.length} 条事实，来自 ${dataset.sources.length} 处来源，按文件分：`,
      facts: [],
    },
    blocks: [
      { kind: "list", items },
      {
        kind: "note",
        text: "来源等级由高到低：官方原文、官方文件转载、新闻报道、新闻转载、行业网站或机构资料。每个答案下面都标着。",
      },
    ],
    next: ["/help", "/list 支柱"],
  };
}

/** 来源呢: where the last answer's facts come from, in full. */
export function lastSourcesReply(dataset: Dataset, ids: readonly string[]): Draft | undefined {
  const facts = ids.flatMap((id) => dataset.fact.get(id) ?? []);
  if (facts.length === 0) return undefined;
  return {
    outcome: "answer",
    title: { text: "上一个答案的依据：", facts: [] },
    blocks: [{ kind: "facts", items: facts.slice(0, 8).map(claim) }],
    clusters: [],
    next: ["/sources"],
  };
}
