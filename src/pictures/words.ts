/** What a picture says, in words: counts under its title, and the alternative for those who cannot see it. */
import { type FigureRow, ordered, TIERS } from "../core/ask/relations.ts";
import { amountOf } from "../core/say/figure.ts";
import { ZH_NAMES } from "../core/say/zh-names.ts";
import type { Dataset } from "../dataset/dataset.ts";
import type { Fact } from "../dataset/schema.ts";
import { measureWords, type Shown, STATUS_TITLES, STATUSES } from "./amounts.ts";
import { prefixed } from "./sources.ts";
import { type LegendEntry, legendKeys, legendOf, type Stance } from "./stance.ts";

type Said = Stance | undefined;

/**
 * 省级文件点名 7 个市：核心 3、协同或配套 4; empty where the province names nobody. Roles for a part are counted apart;
 * those in an industry beside the cluster are not counted among the named, as in the answers.
 */
export function roleCounts(stances: readonly Said[], unit: string): string[] {
  const given = stances.filter((s) => s?.kind === "province");
  const named = given.filter((s) => s?.sub === false);
  const whole = counts(named.filter((s) => s?.partial === false));
  const part = prefixed("只指一部分：", counts(named.filter((s) => s?.partial)));
  const beside = prefixed("另有只指子行业的：", counts(given.filter((s) => s?.sub)));
  const [first, ...rest] = [whole, part].filter((line) => line !== "");
  const lead = first === undefined ? [] : [`省级文件点名 ${named.length} ${unit}：${first}`, ...rest];
  return [...lead, ...[beside].filter((line) => line !== "")];
}

const counts = (stances: readonly Said[]): string =>
  TIERS.flatMap((tier) => {
    const count = stances.filter((s) => s?.tier === tier).length;
    return count > 0 ? [`${ZH_NAMES.tiers[tier]} ${count}`] : [];
  }).join("、");

/** 核心：广州、深圳、珠海；只指一部分：佛山 — one line a legend entry. */
function lineOf(
  { key, text }: LegendEntry,
  said: ReadonlyMap<string, Said>,
  order: readonly { id: string }[],
): string {
  const of = [...said].filter(([, s]) => legendKeys(s)[0] === key);
  const names = (test: (s: Said) => boolean): string =>
    ordered(
      of.filter(([, s]) => test(s)).map(([id]) => id),
      order,
    ).join("、");
  const also = [...said].filter(([, s]) => s?.also.some((kind) => kind === key)).map(([id]) => id);
  const parts = [
    names((s) => !(s?.kind === "province" && s.partial)),
    prefixed(
      "只指一部分 ",
      names((s) => s?.kind === "province" && s.partial),
    ),
    prefixed("另有 ", ordered(also, order).join("、")),
  ];
  return `${text}：${parts.filter((part) => part !== "").join("；")}。`;
}

/** The lines of everything said, in the order of the legend. */
export const saidLines = (said: ReadonlyMap<string, Said>, order: readonly { id: string }[]): string[] =>
  legendOf([...said.values()])
    .filter(({ key }) => key !== "part")
    .map((entry) => lineOf(entry, said, order));

export function mapAlt(dataset: Dataset, cluster: string, stances: ReadonlyMap<string, Said>): string {
  const lead = roleCounts([...stances.values()], "个市").join("；") || "省级文件没有点名城市";
  const disputed = ordered(
    [...stances].filter(([, s]) => s?.disputed).map(([id]) => id),
    dataset.cities,
  );
  const doubt = disputed.length > 0 ? [`说法不一：${disputed.join("、")}。`] : [];
  return [`地图：${cluster}集群，${lead}。`, ...saidLines(stances, dataset.cities), ...doubt].join("\n");
}

export function cardAlt(
  dataset: Dataset,
  city: string,
  stances: ReadonlyMap<string, Said>,
  figures: readonly Fact[],
): string {
  const lead = roleCounts([...stances.values()], "个集群").join("；") || "我们手上的省级文件没有点名它的角色";
  const lines = saidLines(stances, dataset.clusters).filter((line) => !line.startsWith("文件未提及"));
  return [`城市卡：${city}，${lead}。`, ...lines, ...figures.map((f) => `${f.text}。`)].join("\n");
}

/** A line a cluster: how many cities have which role; the cells themselves would be too many for a description. */
export function matrixAlt(dataset: Dataset, stances: ReadonlyMap<string, Said>): string {
  const lines = dataset.clusters.map(({ id }) => {
    const own = [...stances].flatMap(([key, s]) => (key.endsWith(`|${id}`) ? [s] : []));
    const given = own.filter((s) => s?.kind === "province");
    const whole = counts(given.filter((s) => s?.partial === false));
    const part = prefixed("部分：", counts(given.filter((s) => s?.partial)));
    return `${id}：${[whole, part].filter((text) => text !== "").join("；") || "省级文件没有点名"}`;
  });
  return ["矩阵：20 个集群 × 21 个市，省级文件给的角色各有几个市。", ...lines].join("\n");
}

/** 绿色石化：2025 年产业规模 2 万亿元以上, a line a cluster; what the documents do not tell is left out. */
export function figuresAlt(
  what: string,
  rows: readonly { cluster: string; found: Partial<Record<Shown, FigureRow>> }[],
): string {
  const lines = rows.map(({ cluster, found }) => {
    const told = STATUSES.flatMap((status) => {
      const one = found[status];
      return one ? [`${STATUS_TITLES[status]} ${measureWords(one)} ${amountOf(one)}`] : [];
    });
    return `${cluster}：${told.join("；") || "文件未写"}。`;
  });
  return [`${what}的数字：起点、目标、实绩；口径不同，不能直接比。`, ...lines].join("\n");
}

/** A line a row: 广州：半导体与集成电路 核心、新能源 列入名单（只指一部分）. */
export function compareAlt(
  what: string,
  { columns, rows }: { columns: readonly string[]; rows: readonly { id: string; cells: readonly Said[] }[] },
): string {
  const lines = rows.map(({ id, cells }) => {
    const told = cells.flatMap((stance, i) => (stance ? [`${columns[i]} ${stanceWords(stance)}`] : []));
    return `${id}：${told.join("、")}。`;
  });
  return [`${what}：${columns.join("、")}。没有写到的，文件未提及。`, ...lines].join("\n");
}

/** 核心; 核心（只指一部分）; 报道. */
function stanceWords({ kind, tier, partial }: Stance): string {
  if (kind !== "province") return KIND_SHORT[kind];
  return `${ZH_NAMES.tiers[tier]}${partial ? "（只指一部分）" : ""}`;
}

const KIND_SHORT = { city: "城市自己的规划", report: "报道", draft: "征求意见稿" } as const;
