/** Documents that read like plans of a province, made up by rule: the same each time. */
import type { Draft } from "../../src/documents/store.ts";

const CITIES =
  "广州 深圳 珠海 汕头 佛山 韶关 河源 梅州 惠州 汕尾 东莞 中山 江门 阳江 湛江 茂名 肇庆 清远 潮州 揭阳 云浮".split(
    " ",
  );
const INDUSTRIES =
  "新一代电子信息 绿色石化 智能家电 汽车 先进材料 现代轻工纺织 软件与信息服务 超高清视频显示 生物医药与健康 现代农业与食品 半导体与集成电路 高端装备制造 智能机器人 区块链与量子信息 前沿新材料 新能源 激光与增材制造 数字创意 安全应急与环保 精密仪器设备".split(
    " ",
  );
const WORDS =
  "加快 推动 产业 发展 建设 高质量 创新 平台 企业 支持 培育 集群 体系 布局 提升 能力 重点 领域 关键 技术 攻关 项目 引进 龙头 配套 协同 优化 空间 打造 具有 国际 影响力 基地 园区 人才 金融 服务 数据 绿色 低碳 转型 升级 示范 应用 标准 质量 品牌 开放 合作 机制".split(
    " ",
  );

/** Of the same number always the same. */
export function createChance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Chance = ReturnType<typeof createChance>;

const one = (list: readonly string[], chance: Chance): string => list[chance(list.length)] ?? "";

/** About 250 characters; each third names cities and an industry. */
export function paragraph(chance: Chance): string {
  const words = Array.from(
    { length: 90 + chance(40) },
    () => one(WORDS, chance) + (chance(9) === 0 ? "，" : ""),
  );
  const named =
    chance(3) === 0
      ? `以${one(CITIES, chance)}、${one(CITIES, chance)}为核心发展${one(INDUSTRIES, chance)}产业，到${2021 + chance(10)}年达到${chance(9_000)}亿元，`
      : "";
  return `${named}${words.join("")}。`;
}

/** Of 50 pages, eight passages each. */
export const draftsOf = (seed: number): Draft[] => {
  const chance = createChance(seed);
  return Array.from({ length: 400 }, (_, i) => ({
    paragraph: i + 1,
    page: Math.floor(i / 8) + 1,
    section: [
      `${Math.floor(i / 40) + 1}、${one(WORDS, chance)}${one(WORDS, chance)}`,
      `（${i % 40}）${one(INDUSTRIES, chance)}`,
    ],
    text: paragraph(chance),
  }));
};

export interface Question {
  kind: string;
  asked: string[][];
}

/** What a chat asks for, and what it hardly ever does: words that stand everywhere. */
export function questions(count: number): Question[] {
  const chance = createChance(7);
  const city = (): string[] => {
    const name = one(CITIES, chance);
    return [name, `${name}市`];
  };
  const first = (): Question => ({
    kind: "a city and an industry",
    asked: [city(), [one(INDUSTRIES, chance)]],
  });
  const make: readonly (() => Question)[] = [
    first,
    () => ({
      kind: "two cities, an industry and a year",
      asked: [city(), city(), [one(INDUSTRIES, chance)], [String(2021 + chance(10))]],
    }),
    () => ({ kind: "an amount", asked: [[`${chance(9_000)}亿元`], [one(INDUSTRIES, chance)]] }),
    () => ({ kind: "words that stand everywhere", asked: [[one(WORDS, chance)], [one(WORDS, chance)]] }),
    () => ({
      kind: "a city and what nobody wrote",
      asked: [city(), [`${one(WORDS, chance)}${chance(999)}号`]],
    }),
  ];
  return Array.from({ length: count }, (_, i) => (make[i % make.length] ?? first)());
}
