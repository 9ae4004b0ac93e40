/** Which role one city has in one cluster. Absent cells say so. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact, Tier } from "../../dataset/schema.ts";
import { type Claim, type Draft, type DraftBlock } from "../compose.ts";
import { ROLE_KINDS, TIER_NAMES } from "../facts.ts";
import { type Frame, has } from "../frame.ts";
import { besides, type ByKind, cell, labels, ordered, regional, rolesInCluster } from "../roles.ts";
import { factBlock, join, kindBlocks } from "./lines.ts";

/** 深圳在半导体的角色: one cell, by who gave the role; absent cells say so. */
export function cellReply(dataset: Dataset, frame: Frame, cluster: string, city: string): Draft {
  const kinds = cell(dataset, cluster, city, frame.documents);
  const title = has(frame, "only")
    ? onlyTitle(dataset, frame, cluster, city, kinds)
    : cellTitle(dataset, frame, cluster, city, kinds);
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
    next: silent
      ? [`/cluster ${cluster}`, `/city ${city}`]
      : [`${cluster}有哪些核心城市`, `/city ${city}`, `${cluster}的目标`],
  };
}

function cellTitle(dataset: Dataset, frame: Frame, cluster: string, city: string, kinds: ByKind): Claim {
  const { province } = kinds;
  const asked = province.filter((f) => f.role && frame.tiers.includes(f.role.tier));
  if (has(frame, "yesno") && frame.tiers.length > 0) {
    return asked.length > 0
      ? confirmed(city, cluster, asked)
      : denied(dataset, frame, cluster, city, province);
  }
  const yes = has(frame, "yesno") ? "是：" : "";
  if (province.length > 0) {
    return {
      text: `${yes}省级文件里，${city}在${cluster}集群的角色：${join(labels(province))}。`,
      facts: province,
    };
  }
  if (has(frame, "yesno") && frame.documents.length > 0) {
    const listed = rolesInCluster(dataset, cluster, frame.documents).province;
    if (listed.length > 0) return notListed(dataset, cluster, listed);
  }
  const no = has(frame, "yesno") ? "文件没有这样说：" : "";
  const others = ROLE_KINDS.some((kind) => kinds[kind].length > 0) ? "，只有下面这些说法" : "";
  return { text: `${no}我们手上的省级文件没有给${city}在${cluster}集群的角色${others}。`, facts: [] };
}

/** 潮州在《意见》的名单里吗: whom that document does name. */
function notListed(dataset: Dataset, cluster: string, listed: readonly Fact[]): Claim {
  const cities = ordered(
    listed.flatMap((f) => f.cities),
    dataset.cities,
  );
  return { text: `文件没有这样说：这份文件在${cluster}集群点名的是${join(cities)}。`, facts: listed };
}

function confirmed(city: string, cluster: string, asked: readonly Fact[]): Claim {
  const doubtful = asked.some((f) => f.conflict === "X9") ? "，但来源说法不一" : "";
  return {
    text: `是：省级文件里，${city}在${cluster}集群的角色有${join(labels(asked))}${doubtful}。`,
    facts: asked,
  };
}

/** Not what the documents say: what they do say about this city, and who does have that role. */
function denied(
  dataset: Dataset,
  frame: Frame,
  cluster: string,
  city: string,
  province: readonly Fact[],
): Claim {
  const tier = frame.tiers[0] ?? "core";
  const named = rolesInCluster(dataset, cluster, frame.documents).province.filter(
    (f) => f.role?.tier === tier,
  );
  const cities = ordered(
    named.flatMap((f) => f.cities),
    dataset.cities,
  );
  const who =
    cities.length > 0 ? `点名的${TIER_NAMES[tier]}是${join(cities)}` : `没有点名${TIER_NAMES[tier]}城市`;
  const own = province.length > 0 ? `；给${city}的是${join(labels(province))}` : "";
  return {
    text: `文件没有这样说：${cluster}集群，省级文件${who}${own}。`,
    facts: [...named.slice(0, 2), ...province],
  };
}

/** 只有深圳吗: others named → no; nobody else named but 等地 → the documents do not say only. */
function onlyTitle(dataset: Dataset, frame: Frame, cluster: string, city: string, kinds: ByKind): Claim {
  const tier: Tier = frame.tiers[0] ?? "core";
  const named = rolesInCluster(dataset, cluster, frame.documents).province.filter(
    (f) => f.role?.tier === tier,
  );
  const cities = ordered(
    named.flatMap((f) => f.cities),
    dataset.cities,
  );
  if (!cities.includes(city)) return denied(dataset, frame, cluster, city, kinds.province);
  const facts = named.slice(0, 4);
  if (cities.length > 1)
    return { text: `不是只有${city}：${cluster}集群点名的${TIER_NAMES[tier]}有${join(cities)}。`, facts };
  return { text: `文件没有这样说：原文是以${city}等地为${TIER_NAMES[tier]}，“等地”不止${city}。`, facts };
}
