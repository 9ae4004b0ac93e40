/** Which role a city has in a cluster; which cities a cluster names; which clusters name a city. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact, Tier } from "../../dataset/schema.ts";
import { claim, type Claim, type Draft, type DraftBlock } from "../compose.ts";
import { KIND_HEADINGS, ROLE_KINDS, TIER_NAMES } from "../facts.ts";
import { type Frame, has, inScope, theClass } from "../frame.ts";
import {
  besides,
  type ByKind,
  cell,
  type Group,
  groups,
  isOpen,
  labels,
  ordered,
  regional,
  rolesInCluster,
  rolesOfCity,
} from "../roles.ts";
import { leadFor } from "../verdict.ts";
import { nextForCity, nextForCluster } from "./next.ts";

const MOST_PER_KIND = 3;
const MOST_OTHERS = 2;
const join = (items: readonly string[]): string => items.join("、");

/** 深圳在半导体的角色: one cell, by who gave the role; absent cells say so. */
export function cellReply(dataset: Dataset, frame: Frame, cluster: string, city: string): Draft {
  const kinds = cell(dataset, cluster, city, frame.documents);
  const title = has(frame, "only") ? onlyTitle(dataset, frame, cluster, city, kinds) : cellTitle(dataset, frame, cluster, city, kinds);
  const region = kinds.province.length === 0 ? regional(dataset, cluster, city) : [];
  const extra = besides(dataset, cluster, city).slice(0, 2);
  const blocks: DraftBlock[] = [
    ...kindBlocks(kinds),
    ...factBlock("省级文件在区域层面的说法", region),
    ...factBlock("另有", kinds.province.length < 3 ? extra : []),
  ];
  const silent = title.facts.length === 0 && blocks.length === 0;
  return {
    outcome: silent ? "unknown" : "answer",
    title,
    blocks,
    clusters: [cluster],
    cities: [city],
    next: silent ? [`/cluster ${cluster}`, `/city ${city}`] : [`${cluster}有哪些核心城市`, `/city ${city}`, `${cluster}的目标`],
  };
}

function cellTitle(dataset: Dataset, frame: Frame, cluster: string, city: string, kinds: ByKind): Claim {
  const { province } = kinds;
  const asked = province.filter((f) => f.role && frame.tiers.includes(f.role.tier));
  if (has(frame, "yesno") && frame.tiers.length > 0) {
    return asked.length > 0 ? confirmed(city, cluster, asked) : denied(dataset, frame, cluster, city, province);
  }
  const yes = has(frame, "yesno") ? "是：" : "";
  if (province.length > 0) {
    return { text: `${yes}省级文件里，${city}在${cluster}集群的角色是${join(labels(province))}。`, facts: province };
  }
  const no = has(frame, "yesno") ? "文件没有这样说：" : "";
  const others = ROLE_KINDS.some((kind) => kinds[kind].length > 0) ? "，只有下面这些说法" : "";
  return { text: `${no}我们手上的省级文件没有给${city}在${cluster}集群的角色${others}。`, facts: [] };
}

function confirmed(city: string, cluster: string, asked: readonly Fact[]): Claim {
  const doubtful = asked.some((f) => f.conflict === "X9") ? "，但来源说法不一" : "";
  return { text: `是：省级文件里，${city}是${cluster}集群的${join(labels(asked))}${doubtful}。`, facts: asked };
}

/** Not what the documents say: what they do say about this city, and who does have that role. */
function denied(dataset: Dataset, frame: Frame, cluster: string, city: string, province: readonly Fact[]): Claim {
  const tier = frame.tiers[0] ?? "core";
  const named = rolesInCluster(dataset, cluster, frame.documents).province.filter((f) => f.role?.tier === tier);
  const cities = ordered(named.flatMap((f) => f.cities), dataset.cities);
  const who = cities.length > 0 ? `点名的${TIER_NAMES[tier]}是${join(cities)}` : `没有点名${TIER_NAMES[tier]}城市`;
  const own = province.length > 0 ? `；给${city}的是${join(labels(province))}` : "";
  return {
    text: `文件没有这样说：${cluster}集群，省级文件${who}${own}。`,
    facts: [...named.slice(0, 2), ...province],
  };
}

/** 只有深圳吗: others named → no; nobody else named but 等地 → the documents do not say only. */
function onlyTitle(dataset: Dataset, frame: Frame, cluster: string, city: string, kinds: ByKind): Claim {
  const tier: Tier = frame.tiers[0] ?? "core";
  const named = rolesInCluster(dataset, cluster, frame.documents).province.filter((f) => f.role?.tier === tier);
  const cities = ordered(named.flatMap((f) => f.cities), dataset.cities);
  if (!cities.includes(city)) return denied(dataset, frame, cluster, city, kinds.province);
  const facts = named.slice(0, 4);
  if (cities.length > 1)
    return { text: `不是只有${city}：${cluster}集群点名的${TIER_NAMES[tier]}有${join(cities)}。`, facts };
  return { text: `文件没有这样说：原文是以${city}等地为${TIER_NAMES[tier]}，“等地”不止${city}。`, facts };
}

const factBlock = (heading: string, facts: readonly Fact[]): DraftBlock[] =>
  facts.length === 0 ? [] : [{ kind: "facts", heading, items: facts.map(claim) }];

const kindBlocks = (kinds: ByKind): DraftBlock[] =>
  ROLE_KINDS.flatMap((kind) =>
    factBlock(KIND_HEADINGS[kind], kinds[kind].slice(0, kind === "province" ? MOST_PER_KIND + 1 : MOST_OTHERS)),
  );

const groupClaim = (group: Group): Claim => ({
  text: `${group.label}：${join(group.members)}（${group.document.replace("（", " ").replace("）", "")}）`,
  facts: group.facts,
});

const groupBlock = (heading: string, list: readonly Group[]): DraftBlock[] =>
  list.length === 0 ? [] : [{ kind: "facts", heading, items: list.map(groupClaim) }];

const OPEN_NOTE: DraftBlock = { kind: "note", text: "原文名单带“等”字，不一定齐全。" };

/** 半导体有哪些核心城市: the cities a cluster names, by role and document. */
export function citiesReply(dataset: Dataset, frame: Frame, cluster: string): Draft {
  const kinds = rolesInCluster(dataset, cluster, frame.documents);
  const inSet = (fact: Fact): string[] => fact.cities.filter((c) => !frame.set || frame.cities.includes(c));
  const wanted = kinds.province.filter((f) => matchesTier(f, frame.tiers) && inSet(f).length > 0);
  const cities = ordered(wanted.flatMap(inSet), dataset.cities);
  const where = frame.set ? `${frame.set}里，` : "";
  const what = frame.tiers[0] ? `${TIER_NAMES[frame.tiers[0]]}城市` : "省级文件点名的城市";
  const base = { clusters: [cluster], cities, next: nextForCluster(cluster, cities) };
  if (wanted.length === 0) return noCities(dataset, frame, cluster, kinds, `${where}${cluster}集群的${what}`);
  const lines = groups(dataset, wanted, inSet, dataset.cities);
  const doubtful = wanted.some((f) => f.conflict === "X9") ? "（说法不一，见下）" : "";
  const counted = has(frame, "count") ? `有 ${cities.length} 个：` : "：";
  const others = frame.tiers.length > 0 ? [] : otherKinds(dataset, kinds, inSet);
  return {
    ...base,
    outcome: "answer",
    title: { text: `${where}${cluster}集群的${what}${counted}${join(cities)}${doubtful}。`, facts: wanted },
    blocks: [...groupBlock(KIND_HEADINGS.province, lines), ...others, ...(isOpen(wanted) ? [OPEN_NOTE] : [])],
  };
}

const matchesTier = (fact: Fact, tiers: readonly Tier[]): boolean =>
  tiers.length === 0 || (fact.role !== undefined && tiers.includes(fact.role.tier));

function otherKinds(dataset: Dataset, kinds: ByKind, inSet: (f: Fact) => readonly string[]): DraftBlock[] {
  return (["city", "report"] as const).flatMap((kind) => {
    const cities = ordered(kinds[kind].flatMap(inSet), dataset.cities);
    if (cities.length === 0) return [];
    const facts = kinds[kind].filter((f) => inSet(f).length > 0);
    return [{ kind: "facts", heading: KIND_HEADINGS[kind], items: [{ text: join(cities), facts }] }];
  });
}

/** The documents name nobody for this role: say so, and offer whom they name for another. */
function noCities(dataset: Dataset, frame: Frame, cluster: string, kinds: ByKind, what: string): Draft {
  const inSet = (f: Fact): string[] => f.cities.filter((c) => !frame.set || frame.cities.includes(c));
  const rest = kinds.province.filter((f) => inSet(f).length > 0);
  const lines = groups(dataset, rest, inSet, dataset.cities);
  const others = [...groupBlock("省级文件另外点名的", lines), ...otherKinds(dataset, kinds, inSet)];
  const reported = frame.tiers.length === 0 && others.length > 0;
  return {
    outcome: reported ? "answer" : others.length > 0 ? "clarify" : "unknown",
    title: { text: reported ? `我们手上的省级文件没有点名${cluster}集群的城市，只有下面这些说法。` : `我们手上的省级文件没有写${what}。`, facts: [] },
    blocks: others,
    clusters: [cluster],
    cities: frame.cities,
    next: [`/cluster ${cluster}`, `${cluster}的目标`],
  };
}

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
  if (has(frame, "only")) return onlyCity(dataset, city);
  if (total && (has(frame, "count") || has(frame, "yesno"))) return coverageReply(frame, city, counted);
  if (has(frame, "yesno") && frame.tiers.length > 0 && theClass(frame)) return allOfClass(dataset, frame, city, wanted);
  if (wanted.length === 0) return noClusters(dataset, kinds, city, `${where}以${city}为${tier || "点名城市"}的集群`);
  const lines = groups(dataset, wanted, inClass, dataset.clusters);
  const clusters = ordered(wanted.flatMap(inClass), dataset.clusters);
  return {
    outcome: "answer",
    title: { text: clustersTitle(where, city, tier, lines, clusters), facts: wanted },
    blocks: [
      ...groupBlock(KIND_HEADINGS.province, lines),
      ...(frame.tiers.length > 0 ? [] : ownPlans(kinds)),
    ],
    clusters,
    cities: [city],
    next: nextForCity(city, clusters),
  };
}

/** 所有支柱集群都以深圳为核心吗: the named ones against the whole class. */
function allOfClass(dataset: Dataset, frame: Frame, city: string, wanted: readonly Fact[]): Draft {
  const all = dataset.clusters.filter((c) => inScope(frame, c)).map((c) => c.id);
  const named = all.filter((c) => wanted.some((f) => f.clusters.includes(c)));
  const every = named.length === all.length;
  const list = named.length > 0 ? `点名的是${join(named)}` : "一个也没有点名";
  return {
    outcome: "answer",
    title: { text: `${every ? "是" : "文件没有这样说"}：${theClass(frame) ?? ""}集群里，省级文件以${city}为${TIER_NAMES[frame.tiers[0] ?? "core"]}，${list}。`, facts: wanted.slice(0, 12) },
    clusters: named,
    cities: [city],
    next: [`${city}是哪些集群的核心`],
  };
}

/** Facts that count the clusters a city is in: 惠州被写进 6 个. */
const coverage = (dataset: Dataset, city: string): Fact[] =>
  (dataset.factsOfCity.get(city) ?? []).filter(
    (f) => f.group !== undefined && !f.topics.includes("national") && f.figures?.some((g) => g.measure === "count" && g.unit === "个" && /集群|产业/.test(g.of ?? "")),
  );

function coverageReply(frame: Frame, city: string, facts: readonly Fact[]): Draft {
  const [first, ...rest] = facts;
  const all = frame.scopes.includes("全部") && frame.amounts.length === 0;
  const asked = all ? { ...frame, amounts: [{ value: 20, unit: "个" }] } : frame;
  return {
    outcome: "answer",
    title: { text: `${first ? leadFor(asked, first, true) : ""}${first?.text ?? ""}。`, facts: first ? [first] : [] },
    blocks: rest.length > 0 ? [{ kind: "facts", items: rest.map(claim) }] : [],
    cities: [city],
    next: [`/city ${city}`, `${city}是哪些集群的核心`],
  };
}

/** 只有深圳: 等地 means more than the one named. */
function onlyCity(dataset: Dataset, city: string): Draft {
  const facts = (dataset.factsOfCity.get(city) ?? []).filter((f) => f.topics.includes("mention") && f.clusters.length > 1);
  const { province } = rolesOfCity(dataset, city);
  const shown = facts.length > 0 ? facts : province.slice(0, 2);
  return {
    outcome: "answer",
    title: { text: `文件没有这样说：原文写的是“以${city}等地”，“等地”不止${city}一个市。`, facts: shown },
    blocks: [{ kind: "facts", items: shown.map(claim) }],
    cities: [city],
    next: [`/city ${city}`],
  };
}

/** Layers are counted apart: 11 in the action plans is not 12 in all. */
function clustersTitle(where: string, city: string, tier: string, lines: readonly Group[], all: readonly string[]): string {
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
    title: { text: `我们手上的省级文件没有写${what}。`, facts: [] },
    blocks,
    cities: [city],
    next: [`/city ${city}`, "/list 支柱"],
  };
}

/** 粤西在绿色石化: one line a city, silent cities named together. */
export function cellsReply(dataset: Dataset, frame: Frame, clusters: readonly string[], cities: readonly string[]): Draft {
  const items: Claim[] = [];
  const silent: string[] = [];
  for (const city of cities) {
    for (const cluster of clusters) {
      const name = clusters.length > 1 ? `${city} · ${cluster}` : city;
      const { province } = cell(dataset, cluster, city, frame.documents);
      const fitting = province.filter((f) => matchesTier(f, frame.tiers));
      if (fitting.length > 0) items.push({ text: `${name}：${join(labels(fitting))}`, facts: fitting });
      else silent.push(name);
    }
  }
  const tier = frame.tiers[0] ? `${TIER_NAMES[frame.tiers[0]]}` : "角色";
  const subject = `${frame.set ?? join(cities)}在${join(clusters)}集群的${tier}`;
  const yes = cellsVerdict(frame, items.length, silent.length);
  const none = `${yes}我们手上的省级文件没有给${subject}。`;
  const gap: DraftBlock[] = silent.length > 0 && items.length > 0 ? [{ kind: "note", text: `省级文件没有写${tier === "角色" ? "" : `作为${tier}的`}：${join(silent)}。` }] : [];
  return {
    outcome: items.length > 0 ? "answer" : "unknown",
    title: { text: items.length > 0 ? `${yes}${subject}（省级文件）：` : none, facts: [] },
    blocks: items.length > 0 ? [{ kind: "facts", items }, ...gap] : [],
    clusters,
    cities,
    next: clusters.slice(0, 2).map((c) => `/cluster ${c}`),
  };
}

function cellsVerdict(frame: Frame, found: number, silent: number): string {
  if (!has(frame, "yesno")) return "";
  if (found === 0) return "文件没有这样说：";
  return silent === 0 ? "是：" : "不是都有：";
}

/** 支柱集群的核心城市: one line a cluster. */
export function tierAcrossReply(dataset: Dataset, frame: Frame): Draft {
  const tier = frame.tiers[0] ?? "core";
  const items = dataset.clusters
    .filter((c) => inScope(frame, c))
    .flatMap(({ id }): Claim[] => {
      const facts = rolesInCluster(dataset, id, frame.documents).province.filter((f) => f.role?.tier === tier);
      const cities = ordered(facts.flatMap((f) => f.cities), dataset.cities);
      return cities.length > 0 ? [{ text: `${id}：${join(cities)}`, facts }] : [];
    });
  return {
    outcome: items.length > 0 ? "answer" : "unknown",
    title: { text: `各集群在省级文件里点名的${TIER_NAMES[tier]}城市：`, facts: [] },
    blocks: [{ kind: "facts", items }],
    clusters: dataset.clusters.filter((c) => items.some((i) => i.text.startsWith(c.id))).map((c) => c.id),
    next: ["/city 深圳", "/city 广州", "/list 支柱"],
  };
}
