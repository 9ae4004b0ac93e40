/** The two lists of ten: who is in them, and which list a cluster is in. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { ClusterClass, Fact } from "../../dataset/schema.ts";
import { claim, type Claim, type Draft } from "../compose.ts";
import { type Frame, has, inScope, theClass } from "../frame.ts";

const membership = (dataset: Dataset, group: ClusterClass): Fact[] =>
  (dataset.factsOfGroup.get(group) ?? []).filter((f) => f.topics.includes("membership"));

const BOTH: readonly ClusterClass[] = ["支柱", "新兴"];

/** 支柱集群有哪些; 新兴有几个. */
export function membersReply(dataset: Dataset, frame: Frame): Draft {
  const one = theClass(frame);
  const groups = one ? [one] : BOTH;
  const facts = groups.flatMap((g) => membership(dataset, g));
  const clusters = dataset.clusters.filter((c) => groups.includes(c.class)).map((c) => c.id);
  const [first] = facts;
  const single = groups.length === 1 && first;
  return {
    outcome: "answer",
    title: single
      ? { text: `${countVerdict(frame, clusters.length)}${first.text}（共 ${clusters.length} 个）。`, facts }
      : {
          text: `${countVerdict(frame, clusters.length)}一共 ${clusters.length} 个集群，支柱、新兴各 10 个。`,
          facts,
        },
    blocks: single ? [] : [{ kind: "facts", items: facts.map(claim) }],
    clusters,
    next: [`/cluster ${clusters[0] ?? ""}`, ...(single ? [`${groups[0] ?? ""}集群的目标`] : ["/list 支柱"])],
  };
}

const ALL = 20;

function countVerdict(frame: Frame, count: number): string {
  const asked = frame.amounts.filter((a) => ["", "个"].includes(a.unit));
  if (!has(frame, "yesno")) return "";
  // 有 20 个集群吗: the number is part of the name.
  if (asked.length === 0) return frame.scopes.includes("全部") && count === ALL ? "是：" : "";
  return asked.some((a) => a.value === count) ? "是：" : "不是：";
}

/** 半导体属于支柱还是新兴; 支柱里有半导体吗. */
export function classReply(dataset: Dataset, frame: Frame): Draft {
  const items = frame.clusters.map((id): Claim => {
    const group = dataset.cluster.get(id)?.class ?? "支柱";
    return { text: `${id}属于十大战略性${group}产业集群`, facts: membership(dataset, group) };
  });
  const [first, ...rest] = items;
  return {
    outcome: "answer",
    title: { text: `${classVerdict(dataset, frame)}${first?.text ?? ""}。`, facts: first?.facts ?? [] },
    blocks: rest.length > 0 ? [{ kind: "facts", items: rest }] : [],
    clusters: frame.clusters,
    next: frame.clusters.slice(0, 2).map((c) => `/cluster ${c}`),
  };
}

function classVerdict(dataset: Dataset, frame: Frame): string {
  if (!has(frame, "yesno") || frame.scopes.length === 0) return "";
  const all = frame.clusters.every((id) => inScope(frame, dataset.cluster.get(id)));
  return all !== frame.negated ? "是：" : "不是：";
}
