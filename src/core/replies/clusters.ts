/** Which clusters name a city. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import { claim, type Draft, type DraftBlock } from "../compose.ts";
import { KIND_HEADINGS, TIER_NAMES } from "../facts.ts";
import { type Frame, has, inScope, theClass } from "../frame.ts";
import { type ByKind, type Group, groups, ordered, rolesOfCity } from "../roles.ts";
import { leadFor, NO, YES } from "../verdict.ts";
import { nextForCity } from "./next.ts";
import { factBlock, groupBlock, join, matchesTier, MOST_PER_KIND } from "./lines.ts";

/** 深圳是哪些集群的核心: the clusters that name a city, by role and document. */
export function clustersReply(dataset: Dataset, frame: Frame, city: string): Draft {
  const kinds = rolesOfCity(dataset, city, frame.documents);
  const inClass = (fact: Fact): string[] =>
    fact.clusters.filter((c) => inScope(frame, dataset.cluster.get(c)));
  const wanted = kinds.province.filter((f) => matchesTier(f, frame.tiers) && inClass(f).length > 0);
  const where = theClass(frame) ? `${theClass(frame)}集群里，` : "";
  const tier = frame.tiers[0] ? TIER_NAMES[frame.tiers[0]] : "";
  const counted = frame.tiers.length === 0 ? coverage(dataset, city) : [];
  const [total] = counted;
  const only = has(frame, "only") ? onlyCity(dataset, city) : undefined;
  if (only) return only;
  if (total && (has(frame, "count") || has(frame, "yesno")))
    return coverageReply(dataset, frame, city, counted);
  if (has(frame, "yesno") && frame.tiers.length > 0 && theClass(frame))
    return allOfClass(dataset, frame, city, wanted);
  if (wanted.length === 0)
    return noClusters(
      dataset,
      kinds,
      city,
      tier
        ? `没有写${where}以${city}为${tier}的集群`
        : `${where === "" ? "没有点名" : `在${where.replace("里，", "里")}没有点名`}${city}`,
    );
  const lines = groups(dataset, wanted, inClass, dataset.clusters);
  const clusters = ordered(wanted.flatMap(inClass), dataset.clusters);
  return {
    outcome: "answer",
    title: { text: `${tierLead(frame)}${clustersTitle(where, city, tier, lines, clusters)}`, facts: wanted },
    blocks: [
      ...groupBlock(KIND_HEADINGS.province, lines),
      ...(frame.tiers.length > 0 ? [] : ownPlans(kinds)),
    ],
    clusters,
    cities: [city],
    next: nextForCity(city, clusters),
    picture: { kind: "card", city },
  };
}

/** 揭阳是核心吗: it is, of some cluster. */
function tierLead(frame: Frame): string {
  const some = frame.scopes.length === 0 && frame.amounts.length === 0 && !EVERY.test(frame.text);
  const claimed = has(frame, "yesno") && !has(frame, "not") && !has(frame, "only");
  if (!claimed || !some || frame.tiers.length === 0) return "";
  return frame.negated ? NO : YES;
}

const EVERY = /所有|一切|全|每|都|任何|各|凡|总|all|every|any/;

/** 所有支柱集群都以深圳为核心吗: the named ones against the whole class. */
function allOfClass(dataset: Dataset, frame: Frame, city: string, wanted: readonly Fact[]): Draft {
  const all = dataset.clusters.filter((c) => inScope(frame, c)).map((c) => c.id);
  const named = all.filter((c) => wanted.some((f) => f.clusters.includes(c)));
  const every = named.length === all.length;
  const list = named.length > 0 ? `点名的是${join(named)}` : "一个也没有点名";
  return {
    outcome: wanted.length > 0 ? "answer" : "unknown",
    title: {
      text: `${every ? "是" : "文件没有这样说"}：${theClass(frame) ?? ""}集群里，省级文件以${city}为${TIER_NAMES[frame.tiers[0] ?? "core"]}，${list}。`,
      facts: wanted.slice(0, 12),
    },
    clusters: named,
    cities: [city],
    next: [`${city}是哪些集群的核心`],
  };
}

/** Facts that count the clusters a city is in: 惠州被写进 6 个. */
const coverage = (dataset: Dataset, city: string): Fact[] =>
  (dataset.factsOfCity.get(city) ?? []).filter(
    (f) =>
      f.group !== undefined &&
      !f.topics.includes("national") &&
      f.figures?.some((g) => g.measure === "count" && g.unit === "个" && /集群|产业/.test(g.of ?? "")),
  );

function coverageReply(dataset: Dataset, frame: Frame, city: string, facts: readonly Fact[]): Draft {
  const [first, ...rest] = facts;
  const all = frame.scopes.includes("全部") && frame.amounts.length === 0;
  const asked = all ? { ...frame, amounts: [{ value: 20, unit: "个" }] } : frame;
  return {
    outcome: "answer",
    title: {
      text: `${first ? leadFor(dataset, asked, first, true) : ""}${first?.text ?? ""}。`,
      facts: first ? [first] : [],
    },
    blocks: rest.length > 0 ? [{ kind: "facts", items: rest.map(claim) }] : [],
    cities: [city],
    next: [`/city ${city}`, `${city}是哪些集群的核心`],
  };
}

/** 只有深圳: 等地 means more than the one named. Undefined where no text names the city that way. */
function onlyCity(dataset: Dataset, city: string): Draft | undefined {
  const shown = (dataset.factsOfCity.get(city) ?? [])
    .filter((f) => f.cities.length === 1 && f.text.includes(`${city}等地`))
    .slice(0, 2);
  if (shown.length === 0) return undefined;
  return {
    outcome: "answer",
    title: {
      text: `文件没有这样说：原文写的是“以${city}等地”，“等地”不止${city}一个市。`,
      facts: shown,
    },
    blocks: [{ kind: "facts", items: shown.map(claim) }],
    cities: [city],
    next: [`/city ${city}`],
  };
}

/** Layers are counted apart: 11 in the action plans is not 12 in all. */
function clustersTitle(
  where: string,
  city: string,
  tier: string,
  lines: readonly Group[],
  all: readonly string[],
): string {
  const documents = [...new Set(lines.map((l) => l.document))];
  if (documents.length === 1 || tier === "")
    return `${where}省级文件里${tier ? `以${city}为${tier}` : `点名${city}`}的集群有 ${all.length} 个。`;
  const counts = documents.map((document) => {
    const members = new Set(lines.filter((l) => l.document === document).flatMap((l) => l.members));
    return `${document.replace("（", " ").replace("）", "")} ${members.size} 个`;
  });
  return `${where}以${city}为${tier}的集群，各文件分别是：${counts.join("，")}。`;
}

const ownPlans = (kinds: ByKind): DraftBlock[] =>
  factBlock(KIND_HEADINGS.city, kinds.city.slice(0, MOST_PER_KIND));

function noClusters(dataset: Dataset, kinds: ByKind, city: string, what: string): Draft {
  const lines = groups(dataset, kinds.province, (f) => f.clusters, dataset.clusters);
  const blocks = [...groupBlock("省级文件另外点名的", lines), ...ownPlans(kinds)];
  return {
    outcome: blocks.length > 0 ? "clarify" : "unknown",
    title: { text: `我们手上的省级文件${what}。`, facts: [] },
    blocks,
    cities: [city],
    next: [`/city ${city}`, "/list 支柱"],
    picture: { kind: "card", city },
  };
}
