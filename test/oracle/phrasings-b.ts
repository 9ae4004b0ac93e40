/**
 * A second set of ways to ask, written from the cases alone: as people type in group chats, in Simplified and Traditional
 * Chinese, in Cantonese and in English. Every phrasing means exactly its case; where it would not, it returns undefined.
 */
import type { Case, Phrasing, Phrasings, RoleTier } from "./cases.ts";

type Kind = Case["kind"];
type Of<K extends Kind> = Extract<Case, { kind: K }>;
type Text = string | undefined;
type Measure = Of<"best">["measure"];
type Region = Of<"region">["region"];
type Class = Of<"list">["class"];
type Cmp = Of<"figure">["cmp"];
type Quantifier = Of<"roles">["quantifier"];

// ---------------------------------------------------------------------------------------------------------------------
// Names

/** Usual names of a cluster, none of them fitting another cluster as well. */
const USUAL: Readonly<Record<string, readonly [string, string, ...string[]]>> = {
  新一代电子信息: ["电子信息", "新一代电子信息", "电子信息产业"],
  绿色石化: ["石化", "绿色石化", "石化产业"],
  智能家电: ["家电", "智能家电", "家电业"],
  汽车产业: ["汽车", "汽车产业", "汽车业"],
  先进材料: ["先进材料", "先进材料产业"],
  现代轻工纺织: ["轻工纺织", "现代轻工纺织", "轻纺"],
  软件与信息服务: ["软件", "软件和信息服务", "软件业"],
  超高清视频显示: ["超高清", "超高清视频", "超高清显示"],
  生物医药与健康: ["生物医药", "医药健康", "生物医药和健康"],
  现代农业与食品: ["农业与食品", "现代农业和食品", "农业食品"],
  半导体与集成电路: ["半导体", "芯片", "集成电路"],
  高端装备制造: ["高端装备", "高端装备制造", "装备制造"],
  智能机器人: ["机器人", "智能机器人", "机器人产业"],
  区块链与量子信息: ["区块链", "区块链与量子", "量子信息"],
  前沿新材料: ["前沿新材料", "前沿材料"],
  新能源: ["新能源", "新能源产业"],
  激光与增材制造: ["激光", "激光与增材", "增材制造"],
  数字创意: ["数字创意", "数字创意产业"],
  安全应急与环保: ["安全应急", "应急环保", "安全应急和环保"],
  精密仪器设备: ["精密仪器", "精密仪器设备", "仪器设备"],
};

/** As written in Hong Kong and in Taiwan. */
const TRADITIONAL: Readonly<Record<string, readonly [string, string]>> = {
  新一代电子信息: ["電子信息", "新一代電子資訊"],
  绿色石化: ["石化", "綠色石化"],
  智能家电: ["家電", "智慧家電"],
  汽车产业: ["汽車", "汽車"],
  先进材料: ["先進材料", "先進材料"],
  现代轻工纺织: ["輕工紡織", "現代輕工紡織"],
  软件与信息服务: ["軟件", "軟體與資訊服務"],
  超高清视频显示: ["超高清", "超高清視訊顯示"],
  生物医药与健康: ["生物醫藥", "生物醫藥與健康"],
  现代农业与食品: ["農業與食品", "現代農業與食品"],
  半导体与集成电路: ["半導體", "半導體與積體電路"],
  高端装备制造: ["高端裝備", "高端裝備製造"],
  智能机器人: ["機器人", "智慧機器人"],
  区块链与量子信息: ["區塊鏈", "區塊鏈與量子資訊"],
  前沿新材料: ["前沿新材料", "前沿新材料"],
  新能源: ["新能源", "新能源"],
  激光与增材制造: ["激光", "雷射與積層製造"],
  数字创意: ["數字創意", "數位創意"],
  安全应急与环保: ["安全應急", "安全應急與環保"],
  精密仪器设备: ["精密儀器", "精密儀器設備"],
};

const ENGLISH: Readonly<Record<string, readonly [string, string]>> = {
  新一代电子信息: ["next-generation electronic information", "electronic information"],
  绿色石化: ["green petrochemicals", "petrochemicals"],
  智能家电: ["smart home appliances", "home appliances"],
  汽车产业: ["automobiles", "autos"],
  先进材料: ["advanced materials", "advanced materials"],
  现代轻工纺织: ["modern light industry and textiles", "light industry and textiles"],
  软件与信息服务: ["software and information services", "software"],
  超高清视频显示: ["ultra-high-definition video display", "UHD video"],
  生物医药与健康: ["biomedicine and health", "biomedicine"],
  现代农业与食品: ["modern agriculture and food", "agriculture and food"],
  半导体与集成电路: ["semiconductors and integrated circuits", "semiconductors"],
  高端装备制造: ["high-end equipment manufacturing", "high-end equipment"],
  智能机器人: ["intelligent robots", "robots"],
  区块链与量子信息: ["blockchain and quantum information", "blockchain"],
  前沿新材料: ["frontier new materials", "frontier materials"],
  新能源: ["new energy", "new energy"],
  激光与增材制造: ["laser and additive manufacturing", "lasers"],
  数字创意: ["digital creativity", "digital creativity"],
  安全应急与环保: ["safety, emergency response and environmental protection", "safety and emergency"],
  精密仪器设备: ["precision instruments and equipment", "precision instruments"],
};

const CITY_ENGLISH: Readonly<Record<string, string>> = {
  广州: "Guangzhou",
  深圳: "Shenzhen",
  珠海: "Zhuhai",
  汕头: "Shantou",
  佛山: "Foshan",
  韶关: "Shaoguan",
  湛江: "Zhanjiang",
  肇庆: "Zhaoqing",
  江门: "Jiangmen",
  茂名: "Maoming",
  惠州: "Huizhou",
  梅州: "Meizhou",
  汕尾: "Shanwei",
  河源: "Heyuan",
  阳江: "Yangjiang",
  清远: "Qingyuan",
  东莞: "Dongguan",
  中山: "Zhongshan",
  潮州: "Chaozhou",
  揭阳: "Jieyang",
  云浮: "Yunfu",
};

/** The characters of city names, and of such things as 低空经济, that differ. */
const CHARACTERS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "广廣 头頭 关關 庆慶 门門 阳陽 远遠 东東 云雲 粤粵 经經 济濟 产產 业業 车車 电電 导導 体體 药藥 医醫 机機 器器",
    "区區 块塊 链鏈 数數 创創 术術 网網 联聯 农農 轻輕 纺紡 织織 软軟 务務 显顯 视視 频頻 装裝 备備 设設 进進 绿綠",
    "环環 应應 现現 与與 计計 划劃 飞飛 无無 人人 船船 钢鋼 铁鐵 储儲 旅旅 游遊 养養 动動 戏戲 房房 地地 产產 贸貿",
  ].flatMap((line) => line.split(" ").map((pair) => [pair.charAt(0), pair.charAt(1)] as const)),
);

const trad = (text: string): string => [...text].map((char) => CHARACTERS[char] ?? char).join("");

/** Usual name number `i`; what is not a cluster keeps its name. */
const zh = (cluster: string, i = 0): string => {
  const names = USUAL[cluster];
  return names ? (names[i] ?? names[0]) : cluster;
};
/** The official name with 产业集群 behind it. */
const official = (cluster: string): string => `${cluster.endsWith("产业") ? cluster : `${cluster}产业`}集群`;
const hk = (name: string): string => TRADITIONAL[name]?.[0] ?? trad(name);
const tw = (name: string): string => TRADITIONAL[name]?.[1] ?? trad(name);
const en = (name: string): string => ENGLISH[name]?.[0] ?? CITY_ENGLISH[name] ?? name;
const brief = (name: string): string => ENGLISH[name]?.[1] ?? en(name);
const sloppy = (name: string): string => brief(name).toLowerCase();

const list = (
  names: readonly string[],
  word: string,
  comma = "、",
  name: (n: string) => string = (n) => n,
): string => {
  const named = names.map(name);
  return named.length < 2
    ? (named[0] ?? "")
    : `${named.slice(0, -1).join(comma)}${word}${named.at(-1) ?? ""}`;
};
const and = (names: readonly string[]): string => list(names, "和");
const gen = (names: readonly string[]): string => list(names, "跟");
const dot = (names: readonly string[]): string => names.join("、");
const tung = (names: readonly string[]): string => list(names, "同", "、", hk);
const he = (names: readonly string[]): string => list(names, "和", "、", trad);
const both = (names: readonly string[]): string => list(names, " and ", ", ", en);
const or = (names: readonly string[]): string => list(names, " or ", ", ", en);
/** 两 or 三, for 两个, 这三个. */
const liang = (names: readonly string[]): string => (names.length === 2 ? "两" : "三");

// ---------------------------------------------------------------------------------------------------------------------
// Tiers, classes, regions

const TIER: Readonly<Record<RoleTier, string>> = { core: "核心", key: "重点", support: "支撑", base: "基地" };
const TIER_TRAD: Readonly<Record<RoleTier, string>> = {
  core: "核心",
  key: "重點",
  support: "支撐",
  base: "基地",
};
const TIER_EN: Readonly<Record<RoleTier, string>> = {
  core: "core",
  key: "key",
  support: "supporting",
  base: "base",
};
const tierCity = (tier: RoleTier): string => `${TIER[tier]}城市`;
const tierCityTrad = (tier: RoleTier): string => `${TIER_TRAD[tier]}城市`;

const CLASS_TRAD: Readonly<Record<Class, string>> = { 支柱: "支柱", 新兴: "新興" };
const CLASS_EN: Readonly<Record<Class, string>> = { 支柱: "pillar", 新兴: "emerging" };
const anEn = (word: string): string => (/^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`);

const REGION_EN: Readonly<Record<Region, string>> = {
  珠三角: "the Pearl River Delta",
  粤东: "eastern Guangdong",
  粤西: "western Guangdong",
  粤北: "northern Guangdong",
};
const REGION_SLOPPY: Readonly<Record<Region, string>> = {
  珠三角: "the PRD",
  粤东: "east guangdong",
  粤西: "west guangdong",
  粤北: "north guangdong",
};

// ---------------------------------------------------------------------------------------------------------------------
// Figures

/** What is counted in money, as it is called: plain, in full, in Traditional Chinese, in English. */
const MONEY: Readonly<Partial<Record<Measure, readonly [string, string, string, string]>>> = {
  revenue: ["营收", "营业收入", "營收", "revenue"],
  "output-value": ["产值", "总产值", "產值", "output value"],
  "value-added": ["增加值", "增加值", "增加值", "value added"],
  scale: ["规模", "产业规模", "產業規模", "industry scale"],
  profit: ["利润", "利润总额", "利潤", "profit"],
  exports: ["出口额", "出口额", "出口額", "export value"],
  investment: ["投资额", "投资额", "投資額", "investment"],
};

/** What may be compared without naming an amount. */
const COMPARED: typeof MONEY = {
  ...MONEY,
  enterprises: ["企业数", "企业数量", "企業數量", "number of companies"],
  patents: ["专利数", "专利数量", "專利數量", "number of patents"],
  output: ["产量", "产量", "產量", "output volume"],
  growth: ["增速", "增长率", "增長率", "growth rate"],
  share: ["占比", "占比", "佔比", "share"],
};

const DIGITS = "零一二三四五六七八九";
const spellBelow = (n: number): string => {
  let out = "";
  let gap = false;
  for (const [unit, word] of [
    [1000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""],
  ] as const) {
    const digit = Math.floor(n / unit) % 10;
    if (digit === 0) gap ||= out !== "";
    else {
      out += `${gap ? "零" : ""}${digit === 2 && unit >= 100 ? "两" : DIGITS.charAt(digit)}${word}`;
      gap = false;
    }
  }
  return out;
};
/** 4500 → 四千五百; 20000 → 两万. Amounts with a fraction keep their digits. */
const spell = (n: number): string => {
  if (!Number.isInteger(n) || n <= 0 || n >= 100_000) return String(n);
  const wan = Math.floor(n / 10_000);
  const rest = n % 10_000;
  const head = wan === 0 ? "" : `${wan === 2 ? "两" : DIGITS.charAt(wan)}万`;
  const tail = `${wan > 0 && rest > 0 && rest < 1000 ? "零" : ""}${spellBelow(rest)}`;
  return `${head}${tail}`.replace(/^一十/, "十");
};
const round = (n: number): string => String(Number(n.toFixed(6)));
/** 4000亿 */
const yi = (n: number): string => `${n}亿`;
/** 四千亿 */
const yiSpelt = (n: number): string => `${spell(n)}亿`;
/** 0.4万亿; small amounts stay in 亿. */
const wanYi = (n: number): string => (n >= 1000 ? `${round(n / 10_000)}万亿` : `${n}亿`);
const yiTrad = (n: number): string => `${n}億`;
const yiSpeltTrad = (n: number): string =>
  yiSpelt(n).replace("两", "兩").replace("万", "萬").replace("亿", "億");
const zhao = (n: number): string => (n >= 1000 ? `${round(n / 10_000)}兆元` : `${n}億元`);
const billion = (n: number): string =>
  n >= 10_000 ? `RMB ${round(n / 10_000)} trillion` : `RMB ${round(n / 10)} billion`;
const yuan = (n: number): string =>
  n >= 10_000 ? `${round(n / 10_000)} trillion yuan` : `${round(n / 10)} billion yuan`;
const bn = (n: number): string => `${round(n / 10)}bn`;

/** Before (and after) the amount; several words of exactly the same meaning. */
const CMP: Readonly<Record<Cmp, readonly (readonly [string, string])[]>> = {
  "=": [
    ["是", ""],
    ["就是", ""],
    ["正好是", ""],
    ["等于", ""],
  ],
  ">": [
    ["超过", ""],
    ["高于", ""],
    ["超", ""],
    ["大于", ""],
  ],
  ">=": [
    ["在", "以上"],
    ["不低于", ""],
    ["至少", ""],
    ["达到或超过", ""],
  ],
  "<": [
    ["低于", ""],
    ["不足", ""],
    ["不到", ""],
    ["少于", ""],
  ],
  "<=": [
    ["不超过", ""],
    ["不高于", ""],
    ["最多", ""],
    ["不大于", ""],
  ],
};
const CMP_NOT: Readonly<Record<Cmp, readonly (readonly [string, string])[]>> = {
  "=": [
    ["不是", ""],
    ["并不是", ""],
    ["不等于", ""],
  ],
  ">": [
    ["没超过", ""],
    ["没有超过", ""],
    ["不超过", ""],
  ],
  ">=": [
    ["没达到", ""],
    ["达不到", ""],
    ["没有达到", ""],
  ],
  "<": [
    ["不低于", ""],
    ["没有低于", ""],
    ["并不少于", ""],
  ],
  "<=": [
    ["不止", ""],
    ["不只", ""],
    ["不止", ""],
  ],
};
const CMP_HK: Readonly<Record<Cmp, string>> = {
  "=": "係",
  ">": "多過",
  ">=": "至少有",
  "<": "少過",
  "<=": "最多得",
};
const CMP_HK_NOT: Readonly<Record<Cmp, string>> = {
  "=": "唔係",
  ">": "冇多過",
  ">=": "唔夠",
  "<": "冇少過",
  "<=": "唔止",
};
const CMP_TW: Readonly<Record<Cmp, string>> = {
  "=": "是",
  ">": "超過",
  ">=": "不低於",
  "<": "低於",
  "<=": "不超過",
};
const CMP_TW_NOT: Readonly<Record<Cmp, string>> = {
  "=": "不是",
  ">": "沒有超過",
  ">=": "沒有達到",
  "<": "沒有低於",
  "<=": "不只",
};
const CMP_EN: Readonly<Record<Cmp, readonly [string, string, string]>> = {
  "=": ["exactly", "equal to", ""],
  ">": ["more than", "above", "over"],
  ">=": ["at least", "no less than", "no lower than"],
  "<": ["less than", "below", "under"],
  "<=": ["at most", "no more than", "no higher than"],
};

/** 超过4000亿, 4000亿以上 … */
const than = (cmp: Cmp, amount: string, i = 0): string => {
  const [before, after] = CMP[cmp][i] ?? ["", ""];
  return `${before}${amount}${after}`;
};
const notThan = (cmp: Cmp, amount: string, i = 0): string => {
  const [before, after] = CMP_NOT[cmp][i] ?? ["", ""];
  return `${before}${amount}${after}`;
};
/** With the amount first, where people say so. */
const behind = (cmp: Cmp, amount: string): Text =>
  ({
    "=": undefined,
    ">": `${amount}都不止`,
    ">=": `${amount}往上`,
    "<": `${amount}都不到`,
    "<=": `顶多${amount}`,
  })[cmp];
const thanEn = (cmp: Cmp, amount: string, i: 0 | 1 | 2 = 0): string => `${CMP_EN[cmp][i]} ${amount}`.trim();

/** 半导体2025年营收目标; 半导体2024年实际营收. */
type Fig = { cluster: string; year: number; status: "target" | "result" };
const figure = (c: Fig, name: string, measure: string): string =>
  c.status === "target" ? `${name}${c.year}年的${measure}目标` : `${name}${c.year}年的实际${measure}`;
const figureTrad = (c: Fig, name: string, measure: string, de = "的"): string =>
  c.status === "target" ? `${name}${c.year}年${de}${measure}目標` : `${name}${c.year}年${de}實際${measure}`;
const figureEn = (c: Fig, name: string, measure: string): string =>
  c.status === "target"
    ? `the ${c.year} ${measure} target for ${name}`
    : `the actual ${c.year} ${measure} of ${name}`;

// ---------------------------------------------------------------------------------------------------------------------
// Which case a phrasing is for

/** Whether a case denies: 不是, 没有, 哪些不是. */
const denies = (c: object): boolean =>
  ("negated" in c && c.negated === true) || ("complement" in c && c.complement === true);
const on = <K extends Kind>() => ({
  /** Only for what is claimed or asked plainly … */
  pos:
    (f: Phrasing<K>): Phrasing<K> =>
    (c) =>
      denies(c) ? undefined : f(c),
  /** … and only for what is denied. */
  neg:
    (f: Phrasing<K>): Phrasing<K> =>
    (c) =>
      denies(c) ? f(c) : undefined,
});

// ---------------------------------------------------------------------------------------------------------------------
// role

const { pos: rolePos, neg: roleNeg } = on<"role">();
/** Only where the tier is core: 龙头, 牵头. */
const coreOnly =
  (f: (c: Of<"role">) => string): Phrasing<"role"> =>
  (c) =>
    c.tier === "core" ? f(c) : undefined;
const tiered =
  (f: (c: Of<"role">, tier: RoleTier) => string): Phrasing<"role"> =>
  (c) =>
    c.tier ? f(c, c.tier) : undefined;
const untiered =
  (f: (c: Of<"role">) => string): Phrasing<"role"> =>
  (c) =>
    c.tier ? undefined : f(c);

const ROLE: readonly Phrasing<"role">[] = [
  // Claimed, with a tier
  rolePos(tiered((c, t) => `请问${c.city}市是否属于${official(c.cluster)}的${tierCity(t)}？`)),
  rolePos(tiered((c, t) => `${c.city}是不是${zh(c.cluster)}的${tierCity(t)}啊`)),
  rolePos(tiered((c, t) => `${c.city}，${zh(c.cluster, 1)}${tierCity(t)}？`)),
  rolePos(tiered((c, t) => `听说${c.city}是${zh(c.cluster, 1)}的${tierCity(t)}，真的假的`)),
  rolePos(tiered((c, t) => `${zh(c.cluster)}的${tierCity(t)}里头有${c.city}吗`)),
  rolePos(tiered((c, t) => `省里把${c.city}定成${zh(c.cluster, 1)}集群的${tierCity(t)}了没`)),
  rolePos(
    tiered((c, t) => `大家早，我在赶一份报告，想核一句：${zh(c.cluster)}这块${c.city}算${tierCity(t)}吧？`),
  ),
  rolePos(tiered((c, t) => `群里有懂的吗 ${c.city}在${zh(c.cluster, 2)}集群里算不算${tierCity(t)}`)),
  rolePos(tiered((c, t) => `我爸非说${c.city}是${zh(c.cluster)}${tierCity(t)}，他说得对不对？`)),
  rolePos(tiered((c, t) => `${hk(c.city)}係咪${hk(c.cluster)}集群嘅${tierCityTrad(t)}呀？`)),
  rolePos(tiered((c, t) => `想請教一下，${tw(c.city)}算是${tw(c.cluster)}產業聚落的${tierCityTrad(t)}嗎？`)),
  rolePos(tiered((c, t) => `Is ${en(c.city)} ${anEn(TIER_EN[t])} city of the ${en(c.cluster)} cluster?`)),
  rolePos(
    tiered(
      (c, t) => `hi all, ${sloppy(c.city)} is ${anEn(TIER_EN[t])} city for ${sloppy(c.cluster)}, true or not`,
    ),
  ),
  rolePos(
    tiered(
      (c, t) =>
        `Does the province count ${en(c.city)} among the ${TIER_EN[t]} cities for ${brief(c.cluster)}?`,
    ),
  ),
  rolePos(coreOnly((c) => `${zh(c.cluster)}的牵头城市里有没有${c.city}`)),
  rolePos(coreOnly((c) => `${c.city}算${zh(c.cluster, 1)}的龙头城市不？`)),
  rolePos(coreOnly((c) => `话说${c.city}算${zh(c.cluster, 2)}的一个核心吗`)),
  // Claimed, without a tier
  rolePos(untiered((c) => `${official(c.cluster)}的布局里有没有点到${c.city}？`)),
  rolePos(untiered((c) => `省里有没有把${c.city}列进${zh(c.cluster)}集群`)),
  rolePos(untiered((c) => `${c.city}在不在${zh(c.cluster, 1)}集群的城市名单上呀`)),
  rolePos(untiered((c) => `听人讲${zh(c.cluster)}集群的布局也提到了${c.city}，有这回事吗`)),
  rolePos(untiered((c) => `${hk(c.cluster)}集群嗰份佈局有冇提到${hk(c.city)}㗎？`)),
  rolePos(untiered((c) => `${tw(c.cluster)}產業集群的佈局名單裡有沒有${tw(c.city)}？`)),
  rolePos(untiered((c) => `Is ${en(c.city)} named at all in the layout of the ${en(c.cluster)} cluster?`)),
  rolePos(untiered((c) => `does ${sloppy(c.cluster)} cluster mention ${sloppy(c.city)} anywhere`)),
  // Denied, with a tier
  roleNeg(tiered((c, t) => `没把${c.city}算成${zh(c.cluster)}的${tierCity(t)}，对吧？`)),
  roleNeg(tiered((c, t) => `请确认：${c.city}市不属于${official(c.cluster)}的${tierCity(t)}，是否正确？`)),
  roleNeg(tiered((c, t) => `${c.city}并不是${zh(c.cluster, 1)}${tierCity(t)}，我没记错吧`)),
  roleNeg(tiered((c, t) => `${zh(c.cluster)}的${tierCity(t)}里没有${c.city}，是这样吧`)),
  roleNeg(tiered((c, t) => `听说${c.city}不是${zh(c.cluster)}集群的${tierCity(t)}，真的假的`)),
  roleNeg(
    tiered(
      (c, t) => `客户在催，跟大家对一下哈：${zh(c.cluster, 1)}那边，${c.city}不算${tierCity(t)}，没错吧`,
    ),
  ),
  roleNeg(tiered((c, t) => `同事说${c.city}没进${zh(c.cluster, 2)}的${tierCity(t)}名单，他说的对吗`)),
  roleNeg(tiered((c, t) => `${hk(c.city)}唔係${hk(c.cluster)}嘅${tierCityTrad(t)}，啱唔啱？`)),
  roleNeg(tiered((c, t) => `${tw(c.city)}不是${tw(c.cluster)}的${tierCityTrad(t)}，這樣講沒錯吧？`)),
  roleNeg(
    tiered(
      (c, t) => `${en(c.city)} is not ${anEn(TIER_EN[t])} city of the ${en(c.cluster)} cluster, correct?`,
    ),
  ),
  roleNeg(
    tiered((c, t) => `so ${sloppy(c.city)} isnt ${anEn(TIER_EN[t])} city for ${sloppy(c.cluster)} right`),
  ),
  roleNeg(
    tiered(
      (c, t) =>
        `I was told ${en(c.city)} is not among the ${TIER_EN[t]} cities for ${brief(c.cluster)}. Is that true?`,
    ),
  ),
  roleNeg(coreOnly((c) => `${c.city}不是${zh(c.cluster)}的牵头城市，对不对`)),
  roleNeg(coreOnly((c) => `${c.city}不算${zh(c.cluster, 1)}的龙头城市，是吧`)),
  // Denied, without a tier
  roleNeg(untiered((c) => `${zh(c.cluster)}集群的布局没有提到${c.city}，对吧`)),
  roleNeg(untiered((c) => `${c.city}没被列进${official(c.cluster)}，这个说法对吗？`)),
  roleNeg(untiered((c) => `省里的${zh(c.cluster, 1)}名单上压根没${c.city}，是不是这样`)),
  roleNeg(untiered((c) => `${hk(c.cluster)}集群嘅佈局冇提到${hk(c.city)}，啱唔啱？`)),
  roleNeg(untiered((c) => `${tw(c.city)}沒有被列入${tw(c.cluster)}產業集群的佈局，對嗎？`)),
  roleNeg(untiered((c) => `听说${zh(c.cluster, 2)}集群的城市名单里没有${c.city}，真的假的`)),
  roleNeg(
    untiered((c) => `${sloppy(c.city)} isnt mentioned anywhere in the ${sloppy(c.cluster)} cluster right`),
  ),
  roleNeg(untiered((c) => `The ${en(c.cluster)} cluster does not name ${en(c.city)} at all, right?`)),
];

// ---------------------------------------------------------------------------------------------------------------------
// roles

const quantified =
  (quantifier: Quantifier, negated: boolean) =>
  (f: (c: Of<"roles">) => string): Phrasing<"roles"> =>
  (c) =>
    c.quantifier === quantifier && c.negated === negated ? f(c) : undefined;
const all = quantified("all", false);
const notAll = quantified("all", true);
const any = quantified("any", false);
const notAny = quantified("any", true);
const none = quantified("none", false);
const notNone = quantified("none", true);
const only = quantified("only", false);
const notOnly = quantified("only", true);
const pair = (c: Of<"roles">): boolean => c.cities.length === 2;
const lead = (c: Of<"roles">): string => (c.tier === "core" ? "龙头城市" : tierCity(c.tier));

const ROLES: readonly Phrasing<"roles">[] = [
  all((c) => `${and(c.cities)}都是${zh(c.cluster)}的${tierCity(c.tier)}吗？`),
  all((c) => `请问${dot(c.cities)}是否均为${official(c.cluster)}的${tierCity(c.tier)}？`),
  all((c) => `${gen(c.cities)}，${zh(c.cluster, 1)}${tierCity(c.tier)}，${liang(c.cities)}个都算？`),
  all((c) => `听说${zh(c.cluster)}的${tierCity(c.tier)}里${and(c.cities)}全都有，真的假的`),
  all((c) => `${gen(c.cities)}是不是全是${zh(c.cluster, 2)}的${lead(c)}`),
  all((c) => `${tung(c.cities)}係咪全部都係${hk(c.cluster)}嘅${tierCityTrad(c.tier)}？`),
  all((c) => `${he(c.cities)}都是${tw(c.cluster)}的${tierCityTrad(c.tier)}嗎？`),
  all(
    (c) =>
      `Are ${both(c.cities)} ${pair(c) ? "both" : "all"} ${TIER_EN[c.tier]} cities of the ${en(c.cluster)} cluster?`,
  ),
  all(
    (c) =>
      `${both(c.cities).toLowerCase()} - ${pair(c) ? "both" : "all"} of them ${TIER_EN[c.tier]} cities in ${sloppy(c.cluster)}?`,
  ),

  notAll((c) => `${and(c.cities)}不都是${zh(c.cluster)}的${tierCity(c.tier)}，对吧？`),
  notAll((c) => `${dot(c.cities)}并非全部是${official(c.cluster)}的${tierCity(c.tier)}，请确认。`),
  notAll((c) => `${zh(c.cluster, 1)}这块，${gen(c.cities)}不全是${tierCity(c.tier)}吧，对不对`),
  notAll((c) => `并不是${and(c.cities)}都算${zh(c.cluster)}的${lead(c)}，是吧`),
  notAll((c) => `${tung(c.cities)}唔係全部都係${hk(c.cluster)}嘅${tierCityTrad(c.tier)}，啱唔啱？`),
  notAll((c) => `${he(c.cities)}並不都是${tw(c.cluster)}的${tierCityTrad(c.tier)}，對嗎？`),
  notAll(
    (c) =>
      `${both(c.cities)} are not ${pair(c) ? "both" : "all"} ${TIER_EN[c.tier]} cities for ${brief(c.cluster)}, right?`,
  ),

  any((c) => `${and(c.cities)}里有没有哪个是${zh(c.cluster)}的${tierCity(c.tier)}？`),
  any((c) => `${dot(c.cities)}之中是否至少有一个是${official(c.cluster)}的${tierCity(c.tier)}？`),
  any((c) => `${gen(c.cities)}这${liang(c.cities)}个，总有一个是${zh(c.cluster, 1)}的${tierCity(c.tier)}吧`),
  any((c) => `哈喽，${and(c.cities)}当中有任何一个算${zh(c.cluster)}的${lead(c)}吗`),
  any((c) => `${tung(c.cities)}入面有冇任何一個係${hk(c.cluster)}嘅${tierCityTrad(c.tier)}呀？`),
  any((c) => `${he(c.cities)}之中有沒有任何一個是${tw(c.cluster)}的${tierCityTrad(c.tier)}？`),
  any(
    (c) =>
      `Is at least one of ${both(c.cities)} ${anEn(TIER_EN[c.tier])} city of the ${en(c.cluster)} cluster?`,
  ),
  any(
    (c) => `is any of ${both(c.cities).toLowerCase()} ${anEn(TIER_EN[c.tier])} city for ${sloppy(c.cluster)}`,
  ),

  notAny((c) => `${he(c.cities)}之中沒有任何一個是${tw(c.cluster)}的${tierCityTrad(c.tier)}，沒錯吧？`),
  notAny(
    (c) =>
      `so not one of ${both(c.cities).toLowerCase()} is ${anEn(TIER_EN[c.tier])} city for ${sloppy(c.cluster)}, yes?`,
  ),
  notAny((c) => `说${and(c.cities)}里至少有一个是${zh(c.cluster)}的${tierCity(c.tier)}，这话不对吧？`),
  notAny((c) => `${zh(c.cluster, 1)}这块，${gen(c.cities)}里没有任何一个是${tierCity(c.tier)}，对吧`),
  notAny((c) => `${dot(c.cities)}当中并没有哪个是${official(c.cluster)}的${tierCity(c.tier)}，是这样吗？`),
  notAny((c) => `${tung(c.cities)}入面冇任何一個係${hk(c.cluster)}嘅${tierCityTrad(c.tier)}，係咪？`),
  notAny(
    (c) => `There isn't any ${TIER_EN[c.tier]} city of ${brief(c.cluster)} among ${both(c.cities)}, right?`,
  ),

  none((c) => `${and(c.cities)}都不是${zh(c.cluster)}的${tierCity(c.tier)}，对吧？`),
  none((c) => `${dot(c.cities)}均不属于${official(c.cluster)}的${tierCity(c.tier)}，是否如此？`),
  none((c) => `${gen(c.cities)}没一个是${zh(c.cluster, 1)}${tierCity(c.tier)}，我说的没错吧`),
  none((c) => `听说${zh(c.cluster)}的${lead(c)}里，${gen(c.cities)}一个都没有，真的假的`),
  none((c) => `${tung(c.cities)}冇一個係${hk(c.cluster)}嘅${tierCityTrad(c.tier)}，啱唔啱？`),
  none((c) => `${he(c.cities)}都不是${tw(c.cluster)}的${tierCityTrad(c.tier)}，對吧？`),
  none(
    (c) =>
      `${pair(c) ? `Neither ${c.cities.map(en).join(" nor ")}` : `None of ${both(c.cities)}`} is ${anEn(TIER_EN[c.tier])} city of the ${en(c.cluster)} cluster, correct?`,
  ),
  none(
    (c) =>
      `so no ${or(c.cities).toLowerCase()} among the ${TIER_EN[c.tier]} cities of ${sloppy(c.cluster)}, right?`,
  ),

  notNone((c) => `說${he(c.cities)}都不是${tw(c.cluster)}的${tierCityTrad(c.tier)}，這樣講不對吧？`),
  notNone((c) => `同事跟我讲${gen(c.cities)}都不算${zh(c.cluster, 2)}${lead(c)}，他这话是错的吧`),
  notNone((c) => `说${and(c.cities)}没有一个是${zh(c.cluster)}的${tierCity(c.tier)}，这话不对吧？`),
  notNone((c) => `并非${dot(c.cities)}都不是${official(c.cluster)}的${tierCity(c.tier)}，对吗？`),
  notNone((c) => `${gen(c.cities)}也不是一个${zh(c.cluster, 1)}${tierCity(c.tier)}都没有，是吧`),
  notNone((c) => `話${tung(c.cities)}冇一個係${hk(c.cluster)}嘅${tierCityTrad(c.tier)}，咁講係錯㗎，係咪？`),
  notNone(
    (c) =>
      `It is not true that ${pair(c) ? `neither ${c.cities.map(en).join(" nor ")}` : `none of ${both(c.cities)}`} is ${anEn(TIER_EN[c.tier])} city of ${brief(c.cluster)}, right?`,
  ),

  only((c) => `${zh(c.cluster)}的${tierCity(c.tier)}只有${and(c.cities)}吗？`),
  only((c) => `${official(c.cluster)}的${tierCity(c.tier)}是否仅有${dot(c.cities)}，再无其他城市？`),
  only((c) => `${zh(c.cluster, 1)}${tierCity(c.tier)}就${gen(c.cities)}这${liang(c.cities)}个，没别人了吧`),
  only((c) => `听说只有${and(c.cities)}是${zh(c.cluster)}的${lead(c)}，真的假的`),
  only((c) => `${hk(c.cluster)}嘅${tierCityTrad(c.tier)}係咪得${tung(c.cities)}咋，冇第個？`),
  only((c) => `${tw(c.cluster)}的${tierCityTrad(c.tier)}就只有${he(c.cities)}，沒有別的城市了嗎？`),
  only((c) => `Are ${both(c.cities)} the only ${TIER_EN[c.tier]} cities of the ${en(c.cluster)} cluster?`),
  only(
    (c) =>
      `only ${both(c.cities).toLowerCase()} are ${TIER_EN[c.tier]} cities for ${sloppy(c.cluster)}, nobody else?`,
  ),

  notOnly((c) => `說${tw(c.cluster)}的${tierCityTrad(c.tier)}只有${he(c.cities)}，這樣講不對吧？`),
  notOnly((c) => `同事写的“${zh(c.cluster, 2)}的${lead(c)}只有${and(c.cities)}”，这句是错的吧`),
  notOnly(
    (c) =>
      `it's wrong to say only ${both(c.cities).toLowerCase()} are ${TIER_EN[c.tier]} cities of ${sloppy(c.cluster)}, right?`,
  ),
  notOnly((c) => `说只有${and(c.cities)}是${zh(c.cluster)}的${tierCity(c.tier)}，这话不对吧？`),
  notOnly((c) => `${official(c.cluster)}的${tierCity(c.tier)}并非只有${dot(c.cities)}，对吗？`),
  notOnly((c) => `${zh(c.cluster, 1)}的${tierCity(c.tier)}不是只有${gen(c.cities)}吧，对不对`),
  notOnly((c) => `${hk(c.cluster)}嘅${tierCityTrad(c.tier)}唔係得${tung(c.cities)}咋，啱唔啱？`),
  notOnly(
    (c) => `${both(c.cities)} are not the only ${TIER_EN[c.tier]} cities for ${brief(c.cluster)}, right?`,
  ),
];

// ---------------------------------------------------------------------------------------------------------------------
// cities

const { pos: citiesPos, neg: citiesNeg } = on<"cities">();
type Cities = Of<"cities">;
/** 除了广州和深圳， */
const but = (names: readonly string[] | undefined, before: string, after: string, join = and): string =>
  names && names.length > 0 ? `${before}${join(names)}${after}` : "";
const exceptClusters = (names: readonly string[] | undefined, before: string, after: string): string =>
  but(names, before, after, (ones) => and(ones.map((n) => zh(n))));
/** Where the cities are to be: 粤东, 珠三角以外的 …, or nothing said. */
const where = (c: Cities, otherwise = ""): string =>
  c.inside ? c.inside : c.outside ? `${c.outside}以外的` : otherwise;
/** The same before 有 or 还有: 珠三角以外有哪些城市. */
const there = (c: Cities, otherwise = ""): string => where(c, otherwise).replace(/的$/, "");
const whereTrad = (c: Cities): string =>
  c.inside ? trad(c.inside) : c.outside ? `${trad(c.outside)}以外` : "";
const whereEn = (c: Cities): string =>
  c.inside ? ` in ${REGION_EN[c.inside]}` : c.outside ? ` outside ${REGION_EN[c.outside]}` : "";
const whereSloppy = (c: Cities): string =>
  c.inside ? ` in ${REGION_SLOPPY[c.inside]}` : c.outside ? ` outside ${REGION_SLOPPY[c.outside]}` : "";
const butEn = (names: readonly string[] | undefined, before: string): string =>
  but(names, before, "", (ones) => list(ones, " and ", ", ", brief));
const which = (c: { count: boolean }): string => (c.count ? "几个" : "哪些");
const what = (c: Cities, cluster: string): string =>
  c.tier ? `是${cluster}的${tierCity(c.tier)}` : `被列进了${cluster}集群`;
const whatNot = (c: Cities, cluster: string): string =>
  c.tier ? `不是${cluster}的${tierCity(c.tier)}` : `没被列进${cluster}集群`;
const placed = (c: Cities): boolean => c.inside !== undefined || c.outside !== undefined;
const excepted = (c: { except?: string[] }): boolean => c.except !== undefined && c.except.length > 0;

const CITIES: readonly Phrasing<"cities">[] = [
  citiesPos(
    (c) => `${but(c.except, "除了", "，")}${there(c, "广东")}有${which(c)}城市${what(c, zh(c.cluster))}？`,
  ),
  citiesPos(
    (c) =>
      `请问${but(c.except, "除", "之外，")}${there(c, "全省")}${c.count ? "共有多少个" : "有哪些"}城市${what(c, zh(c.cluster, 1))}？`,
  ),
  citiesPos(
    (c) =>
      `各位下午好，写材料用，${there(c)}有${c.count ? "几个市" : "哪些市"}${what(c, zh(c.cluster))}${but(c.except, "？", "不算在内")}`,
  ),
  citiesPos((c) =>
    c.tier && !placed(c)
      ? `${zh(c.cluster)}的${tierCity(c.tier)}${excepted(c) ? `${but(c.except, "，除开", "，")}还有${c.count ? "几个" : "谁"}` : c.count ? "一共几个" : "都有谁"}`
      : undefined,
  ),
  citiesPos((c) =>
    c.tier && (placed(c) || excepted(c))
      ? `${official(c.cluster)}的${tierCity(c.tier)}中，${but(c.except, "不计", "，")}${c.inside ? `位于${c.inside}的` : c.outside ? `不在${c.outside}的` : "还"}有${which(c)}？`
      : undefined,
  ),
  citiesPos((c) =>
    c.tier === "core" && !placed(c) && !excepted(c)
      ? `${zh(c.cluster, 1)}是${c.count ? "几个" : "哪些"}城市牵头啊`
      : undefined,
  ),
  citiesPos((c) =>
    c.tier === "core"
      ? `${but(c.except, "撇开", "不谈，")}${where(c)}${c.count ? "多少个" : "哪些"}城市是${zh(c.cluster, 2)}的龙头城市`
      : undefined,
  ),
  citiesPos((c) =>
    c.tier && !placed(c) && !excepted(c) && !c.count
      ? `${zh(c.cluster)}${tierCity(c.tier)}？求名单`
      : undefined,
  ),
  citiesPos((c) =>
    !c.tier
      ? `${zh(c.cluster, 1)}集群的布局${but(c.except, "，除了", "，")}点到了${where(c)}${c.count ? "多少个" : "哪些"}城市`
      : undefined,
  ),
  citiesPos((c) =>
    c.count
      ? undefined
      : `在学广东地理，帮忙列一下${c.tier ? `${c.inside ? `${c.inside}的` : where(c)}${zh(c.cluster)}${tierCity(c.tier)}` : `${zh(c.cluster)}集群点到的${where(c)}城市`}${but(c.except, "，", "不要列")}`,
  ),
  citiesPos(
    (c) =>
      `${but(c.except, "除咗", "，", tung)}${whereTrad(c)}有${c.count ? "幾多個" : "邊啲"}城市${c.tier ? `係${hk(c.cluster)}嘅${tierCityTrad(c.tier)}` : `入咗${hk(c.cluster)}集群嘅名單`}呀？`,
  ),
  citiesPos(
    (c) =>
      `請問${but(c.except, "除了", "以外，", he)}${whereTrad(c)}有${c.count ? "幾個" : "哪些"}城市${c.tier ? `是${tw(c.cluster)}產業的${tierCityTrad(c.tier)}` : `被列入${tw(c.cluster)}產業集群`}？`,
  ),
  citiesPos(
    (c) =>
      `${c.count ? "How many" : "Which"} cities${whereEn(c)}${butEn(c.except, ", apart from ")}${excepted(c) ? "," : ""} are ${c.tier ? `${TIER_EN[c.tier]} cities of` : "named in"} the ${en(c.cluster)} cluster?`,
  ),
  citiesPos(
    (c) =>
      `${sloppy(c.cluster)} ${c.tier ? `${TIER_EN[c.tier]} cities` : "cluster cities"}${whereSloppy(c)}${butEn(c.except, " excluding ").toLowerCase()}, ${c.count ? "how many" : "which ones"}?`,
  ),
  citiesPos((c) =>
    c.count
      ? undefined
      : `Hi, could someone list the ${c.tier ? `${TIER_EN[c.tier]} cities` : "cities named"} for ${brief(c.cluster)}${whereEn(c)}${butEn(c.except, ", leaving out ")}? thanks`,
  ),
  citiesPos((c) =>
    c.count
      ? `数一数，${but(c.except, "不算", "，")}${c.tier ? `${c.inside ? `${c.inside}的` : where(c)}${zh(c.cluster, 1)}${tierCity(c.tier)}` : `${zh(c.cluster, 1)}集群点到的${where(c)}城市`}有多少个`
      : undefined,
  ),

  citiesNeg(
    (c) =>
      `${but(c.except, "除了", "，")}${there(c, "广东")}有${c.count ? "几个" : "哪些"}城市${whatNot(c, zh(c.cluster))}？`,
  ),
  citiesNeg(
    (c) =>
      `请问${but(c.except, "除", "之外，")}${there(c, "全省21个地市里")}${c.count ? "有多少个" : "有哪些"}城市${whatNot(c, zh(c.cluster, 1))}？`,
  ),
  citiesNeg((c) =>
    c.tier
      ? `${but(c.except, "不算", "，")}${where(c, "广东")}没当上${zh(c.cluster)}${tierCity(c.tier)}的城市有${c.count ? "几个" : "哪些"}`
      : undefined,
  ),
  citiesNeg((c) =>
    c.tier
      ? `${zh(c.cluster, 1)}的${tierCity(c.tier)}名单，${but(c.except, "先不管", "，")}${there(c, "省内")}有${c.count ? "几个" : "哪些"}市没在上面`
      : undefined,
  ),
  citiesNeg((c) =>
    c.tier
      ? undefined
      : `${zh(c.cluster, 1)}集群的布局，${but(c.except, "除了", "，")}${there(c, "省内")}有${c.count ? "多少个" : "哪些"}城市没被点到`,
  ),
  citiesNeg(
    (c) =>
      `做表格漏了一列，想补上：${but(c.except, "刨去", "，")}${there(c)}有${c.count ? "多少个" : "哪几个"}市${whatNot(c, zh(c.cluster))}`,
  ),
  citiesNeg(
    (c) =>
      `${but(c.except, "除咗", "，", tung)}${whereTrad(c)}有${c.count ? "幾多個" : "邊啲"}城市${c.tier ? `唔係${hk(c.cluster)}嘅${tierCityTrad(c.tier)}` : `冇入到${hk(c.cluster)}集群嘅名單`}？`,
  ),
  citiesNeg(
    (c) =>
      `${but(c.except, "除了", "以外，", he)}${whereTrad(c)}有${c.count ? "幾個" : "哪些"}城市${c.tier ? `不是${tw(c.cluster)}產業的${tierCityTrad(c.tier)}` : `沒被列入${tw(c.cluster)}產業集群`}？`,
  ),
  citiesNeg(
    (c) =>
      `${c.count ? "How many" : "Which"} ${c.inside ? "" : "Guangdong "}cities${whereEn(c)}${butEn(c.except, ", apart from ")}${excepted(c) ? "," : ""} are not ${c.tier ? `${TIER_EN[c.tier]} cities of` : "named in"} the ${en(c.cluster)} cluster?`,
  ),
  citiesNeg(
    (c) =>
      `${c.count ? "how many" : "which"} cities${whereSloppy(c)} ${c.tier ? `arent ${TIER_EN[c.tier]} cities for` : "arent in the list of"} ${sloppy(c.cluster)}${butEn(c.except, ", not counting ").toLowerCase()}`,
  ),
  citiesNeg((c) =>
    c.count
      ? undefined
      : `Please list every city${whereEn(c)}${butEn(c.except, ", leaving out ")}${excepted(c) ? "," : ""} that is not ${c.tier ? `${anEn(TIER_EN[c.tier])} city for` : "named in"} ${brief(c.cluster)}.`,
  ),
  citiesNeg((c) =>
    c.count
      ? undefined
      : `${but(c.except, "", "就别提了，")}${there(c)}${excepted(c) ? "还" : ""}有哪些城市${whatNot(c, zh(c.cluster, 2))}呢，帮我列全`,
  ),
];

// ---------------------------------------------------------------------------------------------------------------------
// clusters

type Clusters = Of<"clusters">;
const { pos: clustersPos, neg: clustersNegAny } = on<"clusters">();
/** Of two cities, "not of which clusters" may be read two ways: not asked. */
const clustersNeg = (f: Phrasing<"clusters">): Phrasing<"clusters"> =>
  clustersNegAny((c) => (c.cities.length === 1 ? f(c) : undefined));
const sort = (c: Clusters): string => `${c.class ?? ""}${c.notClass ? `非${c.notClass}` : ""}`;
const sortTrad = (c: Clusters): string => trad(sort(c)).replace("新兴", "新興");
const sortEn = (c: Clusters): string =>
  [c.class && CLASS_EN[c.class], c.notClass && `non-${CLASS_EN[c.notClass]}`].filter(Boolean).join(" ");
const spaced = (word: string): string => (word === "" ? "" : `${word} `);
/** 深圳 or 深圳和东莞都; the rest of the sentence follows. */
const they = (c: Clusters, join = and, dou = "都"): string =>
  c.cities.length === 1 ? join(c.cities) : `${join(c.cities)}${dou}`;
const one = (c: Clusters): string => c.cities[0] ?? "";
const howMany = (c: { count: boolean }): string => (c.count ? "多少个" : "哪些");
const exceptTung = (names: readonly string[] | undefined): string =>
  but(names, "除咗", "，", (a) => list(a, "同", "、", hk));
const exceptHe = (names: readonly string[] | undefined): string =>
  but(names, "除了", "以外，", (a) => list(a, "和", "、", tw));

const CLUSTERS: readonly Phrasing<"clusters">[] = [
  clustersPos((c) =>
    c.tier
      ? `${exceptClusters(c.except, "除了", "，")}${they(c, and, "同时")}是${howMany(c)}${sort(c)}集群的${tierCity(c.tier)}？`
      : `${exceptClusters(c.except, "除了", "，")}${they(c, and, "同时")}被列进了${howMany(c)}${sort(c)}集群？`,
  ),
  clustersPos(
    (c) =>
      `请问${exceptClusters(c.except, "除", "之外，")}有${c.count ? "多少个" : "哪些"}${sort(c)}产业集群${c.tier ? `把${they(c)}列为${tierCity(c.tier)}` : `把${they(c)}列入布局`}？`,
  ),
  clustersPos((c) =>
    c.tier
      ? `${exceptClusters(c.except, "不算", "，")}${they(c, gen)}当${tierCity(c.tier)}的${sort(c)}集群有${which(c)}`
      : undefined,
  ),
  clustersPos((c) =>
    c.tier === "core"
      ? `${exceptClusters(c.except, "撇开", "，")}${c.cities.length > 1 ? `${and(c.cities)}同时是` : `${one(c)}是`}${c.count ? "几个" : "哪些"}${sort(c)}集群的龙头城市啊`
      : undefined,
  ),
  clustersPos((c) =>
    c.tier === "core" && c.cities.length === 1 && !excepted(c)
      ? `${one(c)}是${c.count ? "几个" : "哪些"}${sort(c)}集群的牵头城市`
      : undefined,
  ),
  clustersPos((c) =>
    c.tier && c.cities.length > 1
      ? `${exceptClusters(c.except, "除开", "，")}${sort(c)}集群里，${gen(c.cities)}两个都是${tierCity(c.tier)}的有${which(c)}？`
      : undefined,
  ),
  clustersPos((c) =>
    c.class && c.tier
      ? `十大${c.class}产业集群中，${exceptClusters(c.except, "除", "外，")}${they(c)}属于${tierCity(c.tier)}的有${which(c)}`
      : undefined,
  ),
  clustersPos((c) =>
    c.notClass && c.tier
      ? `不算${c.notClass}产业的那些集群里，${exceptClusters(c.except, "除了", "，")}${they(c)}是${tierCity(c.tier)}的有${which(c)}`
      : undefined,
  ),
  clustersPos((c) =>
    c.cities.length === 1 && !c.count && c.tier
      ? `朋友要去${one(c)}找工作，想了解下，${exceptClusters(c.except, "", "之外，")}${one(c)}在哪些${sort(c)}集群里是${tierCity(c.tier)}？`
      : undefined,
  ),
  clustersPos((c) =>
    c.cities.length === 1 && !c.class && !c.notClass && !excepted(c) && c.tier && !c.count
      ? `${one(c)}的${tierCity(c.tier)}头衔，都在哪几个集群？`
      : undefined,
  ),
  clustersPos(
    (c) =>
      `${exceptTung(c.except)}${they(c, tung, "同時")}係${c.count ? "幾多個" : "邊啲"}${sortTrad(c)}集群${c.tier ? `嘅${tierCityTrad(c.tier)}` : "佈局入面嘅城市"}呀？`,
  ),
  clustersPos(
    (c) =>
      `${exceptHe(c.except)}${they(c, he, "同時")}${c.tier ? `是${c.count ? "多少個" : "哪些"}${sortTrad(c)}產業集群的${tierCityTrad(c.tier)}` : `被列入${c.count ? "多少個" : "哪些"}${sortTrad(c)}產業集群`}？`,
  ),
  clustersPos(
    (c) =>
      `${butEn(c.except, "Apart from ")}${excepted(c) ? ", " : ""}${excepted(c) ? (c.count ? "how many" : "which") : c.count ? "How many" : "Which"} ${spaced(sortEn(c))}clusters have ${c.cities.length > 1 ? `both ${both(c.cities)}` : both(c.cities)} ${c.tier ? `as ${c.cities.length > 1 ? `${TIER_EN[c.tier]} cities` : `${anEn(TIER_EN[c.tier])} city`}` : "in their layout"}?`,
  ),
  clustersPos((c) =>
    c.tier
      ? `${c.count ? "how many" : "what"} ${spaced(sortEn(c))}clusters ${c.cities.length > 1 ? `are both ${both(c.cities).toLowerCase()} ${TIER_EN[c.tier]} cities` : `is ${both(c.cities).toLowerCase()} ${anEn(TIER_EN[c.tier])} city`} of${butEn(c.except, ", excluding ").toLowerCase()}?`
      : undefined,
  ),
  clustersPos((c) =>
    c.tier && !c.count
      ? `Hello! List the ${spaced(sortEn(c))}clusters where ${both(c.cities)} ${c.cities.length > 1 ? `are both ${TIER_EN[c.tier]} cities` : `is ${anEn(TIER_EN[c.tier])} city`}${butEn(c.except, ", leaving out ")}, please.`
      : undefined,
  ),
  clustersPos((c) =>
    c.count
      ? `数了半天没数明白，${exceptClusters(c.except, "去掉", "，")}${they(c, and, "同时")}${c.tier ? `是几个${sort(c)}集群的${tierCity(c.tier)}` : `进了几个${sort(c)}集群`}？`
      : undefined,
  ),

  clustersNeg((c) =>
    c.count
      ? `${exceptClusters(c.except, "除了", "，")}有多少个${sort(c)}集群${c.tier ? `里，${one(c)}不是${tierCity(c.tier)}` : `没把${one(c)}列进去`}？`
      : `${exceptClusters(c.except, "除了", "，")}${one(c)}${c.tier ? `不是哪些${sort(c)}集群的${tierCity(c.tier)}` : `没被列进哪些${sort(c)}集群`}？`,
  ),
  clustersNeg(
    (c) =>
      `请问${exceptClusters(c.except, "除", "之外，")}有${c.count ? "多少个" : "哪些"}${sort(c)}产业集群没有把${one(c)}列${c.tier ? `为${tierCity(c.tier)}` : "入布局"}？`,
  ),
  clustersNeg((c) =>
    c.tier
      ? `${exceptClusters(c.except, "不算", "，")}${one(c)}没当上${tierCity(c.tier)}的${sort(c)}集群有${which(c)}`
      : undefined,
  ),
  clustersNeg((c) =>
    c.tier === "core"
      ? `${exceptClusters(c.except, "撇开", "，")}有${c.count ? "几个" : "哪些"}${sort(c)}集群的龙头城市里没有${one(c)}`
      : undefined,
  ),
  clustersNeg((c) =>
    c.class && c.tier
      ? `${c.class}那十个集群，${exceptClusters(c.except, "除", "外，")}有${c.count ? "几个" : "哪些"}的${tierCity(c.tier)}里没有${one(c)}`
      : undefined,
  ),
  clustersNeg((c) =>
    c.tier && !c.class && !c.notClass
      ? `20个集群里，${exceptClusters(c.except, "除", "外，")}有${c.count ? "多少个" : "哪些"}没把${one(c)}当${tierCity(c.tier)}`
      : undefined,
  ),
  clustersNeg((c) =>
    c.tier
      ? `领导突然问起，${exceptClusters(c.except, "", "先放一边，")}${one(c)}不算${tierCity(c.tier)}的${sort(c)}集群是${c.count ? "几个" : "哪些"}呀`
      : undefined,
  ),
  clustersNeg((c) =>
    c.tier
      ? `${exceptTung(c.except)}有${c.count ? "幾多個" : "邊啲"}${sortTrad(c)}集群嘅${tierCityTrad(c.tier)}入面冇${hk(one(c))}？`
      : `${exceptTung(c.except)}有${c.count ? "幾多個" : "邊啲"}${sortTrad(c)}集群嘅佈局冇提${hk(one(c))}呀？`,
  ),
  clustersNeg(
    (c) =>
      `${exceptHe(c.except)}有${c.count ? "多少個" : "哪些"}${sortTrad(c)}產業集群沒有把${tw(one(c))}${c.tier ? `列為${tierCityTrad(c.tier)}` : "列入佈局"}？`,
  ),
  clustersNeg(
    (c) =>
      `${butEn(c.except, "Apart from ")}${excepted(c) ? ", " : ""}${excepted(c) ? (c.count ? "how many" : "which") : c.count ? "How many" : "Which"} ${spaced(sortEn(c))}clusters do not have ${en(one(c))} ${c.tier ? `as ${anEn(TIER_EN[c.tier])} city` : "in their layout"}?`,
  ),
  clustersNeg((c) =>
    c.tier
      ? `${c.count ? "how many" : "which"} ${spaced(sortEn(c))}clusters is ${sloppy(one(c))} not ${anEn(TIER_EN[c.tier])} city of${butEn(c.except, ", excluding ").toLowerCase()}`
      : undefined,
  ),
  clustersNeg((c) =>
    c.tier && !c.count
      ? `Please list all ${spaced(sortEn(c))}clusters${butEn(c.except, " other than ")} of which ${en(one(c))} is not ${anEn(TIER_EN[c.tier])} city.`
      : undefined,
  ),
];

// ---------------------------------------------------------------------------------------------------------------------
// figure

const figureFor =
  (negated: boolean) =>
  (
    f: (c: Of<"figure">, plain: string, full: string, traditional: string, english: string) => Text,
  ): Phrasing<"figure"> =>
  (c) => {
    const names = MONEY[c.measure];
    return names && c.negated === negated ? f(c, ...names) : undefined;
  };
const figurePos = figureFor(false);
const figureNeg = figureFor(true);

const FIGURE: readonly Phrasing<"figure">[] = [
  figurePos((c, m) => `${figure(c, zh(c.cluster), m)}${than(c.cmp, yi(c.amount))}吗？`),
  figurePos(
    (c, _, m) =>
      `请问${figure(c, official(c.cluster), m)}是否${than(c.cmp, `${yi(c.amount)}元`, 1).replace(/^就是/, "为")}？`,
  ),
  figurePos((c, m) => `听说${figure(c, zh(c.cluster, 1), m)}${than(c.cmp, yiSpelt(c.amount), 0)}，真的假的`),
  figurePos(
    (c, m) => `${figure(c, zh(c.cluster, 2), m)}是不是${than(c.cmp, wanYi(c.amount), c.cmp === "=" ? 3 : 2)}`,
  ),
  figurePos((c, m) => {
    const amount = behind(c.cmp, yi(c.amount));
    return amount ? `${figure(c, zh(c.cluster), m)}，${amount}？` : undefined;
  }),
  figurePos((c, m) =>
    c.cmp === ">"
      ? `${figure(c, zh(c.cluster, 1), m)}超${yiSpelt(c.amount)}？`
      : c.cmp === ">="
        ? `${figure(c, zh(c.cluster, 1), m)}${yiSpelt(c.amount)}以上？`
        : c.cmp === "<"
          ? `${figure(c, zh(c.cluster, 1), m)}不足${yiSpelt(c.amount)}？`
          : c.cmp === "="
            ? `${figure(c, zh(c.cluster, 1), m)}，${yiSpelt(c.amount)}？`
            : undefined,
  ),
  figurePos(
    (c, m) => `大家好，PPT里写${figure(c, zh(c.cluster), m)}${than(c.cmp, yi(c.amount), 1)}，这么写对吗`,
  ),
  figurePos((c, m) =>
    c.status === "target"
      ? `到${c.year}年${zh(c.cluster)}${m}的目标数，${than(c.cmp, wanYi(c.amount), 0)}对不对？`
      : `${c.year}年${zh(c.cluster)}实际做下来的${m}${than(c.cmp, wanYi(c.amount), 0)}对不对？`,
  ),
  figurePos((c, m) =>
    c.status === "target"
      ? `省里给${zh(c.cluster, 1)}定的${c.year}年${m}目标，${than(c.cmp, yi(c.amount), 3)}，有这回事吗`
      : undefined,
  ),
  figurePos(
    (c, _p, _f, m) =>
      `${figureTrad(c, hk(c.cluster), m, "嘅")}係咪${CMP_HK[c.cmp].replace(/^係$/, "")}${yiTrad(c.amount)}呀？`,
  ),
  figurePos((c, _p, _f, m) => `${figureTrad(c, tw(c.cluster), m)}${CMP_TW[c.cmp]}${zhao(c.amount)}嗎？`),
  figurePos(
    (c, _p, _f, m) =>
      `聽說${figureTrad(c, hk(c.cluster), m)}${CMP_TW[c.cmp]}${yiSpeltTrad(c.amount)}，是真的嗎？`,
  ),
  figurePos((c, _p, _f, _t, m) => `Is ${figureEn(c, en(c.cluster), m)} ${thanEn(c.cmp, billion(c.amount))}?`),
  figurePos(
    (c, _p, _f, _t, m) =>
      `Hi, I read that ${figureEn(c, brief(c.cluster), m)} is ${thanEn(c.cmp, yuan(c.amount), 2)}. Is that true?`,
  ),
  figurePos((c, _p, _f, _t, m) =>
    `${sloppy(c.cluster)} ${c.year} ${c.status === "target" ? `${m} target` : `actual ${m}`} ${thanEn(c.cmp, `${bn(c.amount)} rmb`, 2)}?`.replace(
      "  ",
      " ",
    ),
  ),

  figureNeg((c, m) => `${figure(c, zh(c.cluster), m)}${notThan(c.cmp, yi(c.amount))}，对吧？`),
  figureNeg(
    (c, _, m) =>
      `请确认：${figure(c, official(c.cluster), m)}${notThan(c.cmp, `${yi(c.amount)}元`, 1)}，是否属实？`,
  ),
  figureNeg((c, m) => `听说${figure(c, zh(c.cluster, 1), m)}${notThan(c.cmp, yiSpelt(c.amount))}，真的假的`),
  figureNeg((c, m) => `说${figure(c, zh(c.cluster), m)}${than(c.cmp, wanYi(c.amount))}，这话不对吧？`),
  figureNeg((c, m) => `${figure(c, zh(c.cluster, 2), m)}${notThan(c.cmp, wanYi(c.amount), 2)}，我没记错吧`),
  figureNeg(
    (c, m) =>
      `赶稿子呢，帮看一眼：${figure(c, zh(c.cluster, 1), m)}${notThan(c.cmp, yiSpelt(c.amount), 1)}，这句没毛病吧`,
  ),
  figureNeg((c, m) =>
    c.cmp === ">="
      ? `${figure(c, zh(c.cluster), m)}没到${yi(c.amount)}，是吧`
      : c.cmp === "<="
        ? `${figure(c, zh(c.cluster), m)}${yi(c.amount)}都不止，是吧`
        : undefined,
  ),
  figureNeg(
    (c, _p, _f, m) =>
      `${figureTrad(c, hk(c.cluster), m, "嘅")}${CMP_HK_NOT[c.cmp]}${yiTrad(c.amount)}，啱唔啱？`,
  ),
  figureNeg(
    (c, _p, _f, m) => `${figureTrad(c, tw(c.cluster), m)}${CMP_TW_NOT[c.cmp]}${zhao(c.amount)}，對嗎？`,
  ),
  figureNeg(
    (c, _p, _f, _t, m) =>
      `It is not the case that ${figureEn(c, en(c.cluster), m)} is ${thanEn(c.cmp, billion(c.amount))}, right?`,
  ),
  figureNeg((c, _p, _f, _t, m) =>
    c.cmp === ">=" || c.cmp === "<="
      ? undefined
      : `so ${figureEn(c, sloppy(c.cluster), m)} isnt ${thanEn(c.cmp, `${bn(c.amount)} yuan`, 2)}, correct?`,
  ),
];

// ---------------------------------------------------------------------------------------------------------------------
// figures

/** Without a measure only 目标 is said. */
const NO_MEASURE = ["", "", "", ""] as const;
const figuresFor =
  (negated: boolean) =>
  (
    f: (c: Of<"figures">, plain: string, full: string, traditional: string, english: string) => Text,
  ): Phrasing<"figures"> =>
  (c) => {
    const names = c.measure ? MONEY[c.measure] : NO_MEASURE;
    return names && c.negated === negated ? f(c, ...names) : undefined;
  };
const figuresPos = figuresFor(false);
const figuresNeg = figuresFor(true);
const kinds = (c: { class?: Class }): string => `${c.class ?? ""}集群`;
/** Where no class is named: the twenty. */
const among = (c: { class?: Class }): string => (c.class ? kinds(c) : "20个集群");
const amongTrad = (c: { class?: Class }): string => (c.class ? kindsTrad(c) : "20個產業集群");
const kindsTrad = (c: { class?: Class }): string => `${c.class ? CLASS_TRAD[c.class] : ""}產業集群`;
const kindsEn = (c: { class?: Class }): string => `${c.class ? `${CLASS_EN[c.class]} ` : ""}cluster`;

const FIGURES: readonly Phrasing<"figures">[] = [
  figuresPos((c, m) => `哪些${kinds(c)}${c.year}年的${m}目标${than(c.cmp, yi(c.amount))}？`),
  figuresPos(
    (c, _, m) =>
      `请问${c.year}年${m}目标${than(c.cmp, `${yi(c.amount)}元`, 1)}的${c.class ? `战略性${c.class}产业` : "产业"}集群有哪些？`,
  ),
  figuresPos((c, m) => `${c.year}年${m}目标${than(c.cmp, yiSpelt(c.amount), 2)}的${kinds(c)}，求列一下`),
  figuresPos((c, m) => {
    const amount = behind(c.cmp, yiSpelt(c.amount));
    return amount ? `${among(c)}里头，${c.year}年${m}目标${amount}的都有谁啊` : undefined;
  }),
  figuresPos(
    (c, m) => `做对比表用，${c.year}年${m}目标${than(c.cmp, wanYi(c.amount), 0)}的${kinds(c)}是哪几个呢`,
  ),
  figuresPos(
    (c, m) =>
      `早上好～有没有人知道，定的${c.year}年${m}目标${than(c.cmp, yi(c.amount), 3)}的${kinds(c)}都有哪些`,
  ),
  figuresPos((c, m) =>
    c.cmp === ">="
      ? `${c.year}年${m}目标${wanYi(c.amount)}以上的${kinds(c)}？`
      : c.cmp === ">"
        ? `${c.year}年${m}目标超${wanYi(c.amount)}的${kinds(c)}？`
        : c.cmp === "<"
          ? `${c.year}年${m}目标不到${wanYi(c.amount)}的${kinds(c)}？`
          : `${c.year}年${m}目标最多${wanYi(c.amount)}的${kinds(c)}？`,
  ),
  figuresPos(
    (c, _p, _f, m) => `邊啲${kindsTrad(c)}${c.year}年嘅${m}目標${CMP_HK[c.cmp]}${yiTrad(c.amount)}呀？`,
  ),
  figuresPos(
    (c, _p, _f, m) => `${c.year}年${m}目標${CMP_TW[c.cmp]}${zhao(c.amount)}的${kindsTrad(c)}有哪些？`,
  ),
  figuresPos(
    (c, _p, _f, _t, m) =>
      `Which ${kindsEn(c)}s have a ${c.year} ${spaced(m)}target of ${thanEn(c.cmp, billion(c.amount))}?`,
  ),
  figuresPos(
    (c, _p, _f, _t, m) =>
      `${kindsEn(c)}s with ${c.year} ${spaced(m)}target ${thanEn(c.cmp, `${bn(c.amount)} rmb`, 2)}?`,
  ),
  figuresPos(
    (c, _p, _f, _t, m) =>
      `Hey, quick one: the ${c.year} ${spaced(m)}target is ${thanEn(c.cmp, yuan(c.amount), 1)} for which ${kindsEn(c)}s?`,
  ),

  figuresNeg((c, m) => `哪些${kinds(c)}${c.year}年的${m}目标${notThan(c.cmp, yi(c.amount))}？`),
  figuresNeg(
    (c, _, m) =>
      `请问${c.year}年${m}目标${notThan(c.cmp, `${yi(c.amount)}元`, 1)}的${c.class ? `战略性${c.class}产业` : "产业"}集群有哪些？`,
  ),
  figuresNeg((c, m) => `${among(c)}里${c.year}年${m}目标${notThan(c.cmp, yiSpelt(c.amount), 2)}的是哪几个呀`),
  figuresNeg(
    (c, m) => `明天要汇报，${c.year}年${m}目标${notThan(c.cmp, wanYi(c.amount))}的${kinds(c)}都有谁`,
  ),
  figuresNeg((c, m) =>
    c.cmp === ">="
      ? `${c.year}年${m}目标没到${yiSpelt(c.amount)}的${kinds(c)}，列一下呗`
      : c.cmp === ">"
        ? `${c.year}年${m}目标没有超过${yiSpelt(c.amount)}的${kinds(c)}，列一下呗`
        : undefined,
  ),
  figuresNeg(
    (c, _p, _f, m) => `邊啲${kindsTrad(c)}${c.year}年嘅${m}目標${CMP_HK_NOT[c.cmp]}${yiTrad(c.amount)}？`,
  ),
  figuresNeg(
    (c, _p, _f, m) => `有哪些${kindsTrad(c)}${c.year}年的${m}目標${CMP_TW_NOT[c.cmp]}${zhao(c.amount)}？`,
  ),
  figuresNeg(
    (c, _p, _f, _t, m) =>
      `Which ${kindsEn(c)}s have a ${c.year} ${spaced(m)}target that is not ${thanEn(c.cmp, billion(c.amount))}?`,
  ),
  figuresNeg((c, _p, _f, _t, m) =>
    c.cmp === ">" || c.cmp === "<"
      ? `which ${kindsEn(c)}s arent ${thanEn(c.cmp, `${bn(c.amount)} yuan`, 2)} in their ${c.year} ${spaced(m)}target`
      : undefined,
  ),
];

// ---------------------------------------------------------------------------------------------------------------------
// best

const bestFor =
  (
    f: (c: Of<"best">, plain: string, full: string, traditional: string, english: string) => Text,
  ): Phrasing<"best"> =>
  (c) => {
    const names = COMPARED[c.measure];
    return names ? f(c, ...names) : undefined;
  };
const most = (c: Of<"best">, max: string, min: string): string => (c.extreme === "max" ? max : min);

const BEST: readonly Phrasing<"best">[] = [
  bestFor((c, m) => `${c.year}年${m}目标${most(c, "最高", "最低")}的${kinds(c)}是哪个？`),
  bestFor(
    (c, _, m) =>
      `请问在${c.class ? `十大战略性${c.class}产业` : "20个战略性产业"}集群中，${c.year}年${m}目标${most(c, "最大", "最小")}的是哪一个？`,
  ),
  bestFor((c, m) => `哪个${kinds(c)}的${c.year}年${m}目标定得${most(c, "最高", "最低")}啊`),
  bestFor((c, m) => `${among(c)}里，${c.year}${m}目标谁${most(c, "最大", "最小")}`),
  bestFor((c, m) => `${c.year}年${m}目标，${most(c, "排第一", "垫底")}的${kinds(c)}？`),
  bestFor((c, m) => `跟同学打赌呢，论${c.year}年的${m}目标，${among(c)}中${most(c, "老大", "倒数第一")}是谁`),
  bestFor((c, m) => `比一比各${kinds(c)}的${c.year}年${m}目标，${most(c, "数最大", "数最小")}的那个叫啥`),
  bestFor((c, m) => `hi大家，${c.year}年${m}目标${most(c, "第一高", "最小")}的${kinds(c)}是谁，知道的说一声`),
  bestFor((c, _p, _f, m) => `邊個${kindsTrad(c)}${c.year}年嘅${m}目標${most(c, "最高", "最低")}呀？`),
  bestFor(
    (c, _p, _f, m) => `請問${amongTrad(c)}中，${c.year}年${m}目標${most(c, "最高", "最低")}的是哪一個？`,
  ),
  bestFor(
    (c, _p, _f, _t, m) =>
      `Which ${kindsEn(c)} has the ${most(c, "highest", "lowest")} ${c.year} ${m} target?`,
  ),
  bestFor(
    (c, _p, _f, _t, m) => `${most(c, "biggest", "smallest")} ${m} target ${c.year}, which ${kindsEn(c)}?`,
  ),
  bestFor(
    (c, _p, _f, _t, m) =>
      `Just curious: of all the ${kindsEn(c)}s, whose ${m} target for ${c.year} is the ${most(c, "largest", "smallest")}?`,
  ),
];

// ---------------------------------------------------------------------------------------------------------------------
// larger

const largerFor =
  (negated: boolean) =>
  (
    f: (c: Of<"larger">, plain: string, full: string, traditional: string, english: string) => Text,
  ): Phrasing<"larger"> =>
  (c) => {
    const names = COMPARED[c.measure];
    return names && c.negated === negated ? f(c, ...names) : undefined;
  };
const largerPos = largerFor(false);
const largerNeg = largerFor(true);

const LARGER: readonly Phrasing<"larger">[] = [
  largerPos((c, m) => `${c.year}年${zh(c.first)}的${m}目标比${zh(c.second)}高吗？`),
  largerPos((c, _, m) => `请问${official(c.first)}的${c.year}年${m}目标是否高于${official(c.second)}？`),
  largerPos((c, m) => `${zh(c.first, 1)}是不是比${zh(c.second, 1)}的${m}目标大啊，我说${c.year}年的`),
  largerPos((c, m) => `听说论${c.year}年${m}目标，${zh(c.first)}超过${zh(c.second)}，真的假的`),
  largerPos((c, m) => `${c.year}年${m}目标，${zh(c.second)}比${zh(c.first)}低，对不对`),
  largerPos((c, m) => `${c.year}年${m}目标，${zh(c.first, 2)}大于${zh(c.second, 2)}？`),
  largerPos((c, m) => `想问下，拿${c.year}年的${m}目标来看，${zh(c.first)}压过${zh(c.second)}了吗`),
  largerPos((c, _p, _f, m) => `${hk(c.first)}${c.year}年嘅${m}目標係咪高過${hk(c.second)}呀？`),
  largerPos((c, _p, _f, m) => `${tw(c.first)}${c.year}年的${m}目標有比${tw(c.second)}高嗎？`),
  largerPos(
    (c, _p, _f, _t, m) =>
      `Is the ${c.year} ${m} target for ${en(c.first)} higher than the one for ${en(c.second)}?`,
  ),
  largerPos(
    (c, _p, _f, _t, m) =>
      `${sloppy(c.first)} has a bigger ${m} target than ${sloppy(c.second)} for ${c.year}, yes or no`,
  ),
  largerPos(
    (c, _p, _f, _t, m) =>
      `My boss says ${brief(c.second)} has a smaller ${c.year} ${m} target than ${brief(c.first)}. Is he right?`,
  ),

  largerNeg((c, m) => `${c.year}年${zh(c.first)}的${m}目标并不比${zh(c.second)}高，对吧？`),
  largerNeg(
    (c, _, m) => `请确认：${official(c.first)}的${c.year}年${m}目标不高于${official(c.second)}，是否正确？`,
  ),
  largerNeg((c, m) => `说${zh(c.first, 1)}${c.year}年${m}目标比${zh(c.second, 1)}大，这话不对吧`),
  largerNeg((c, m) => `听说论${c.year}年${m}目标，${zh(c.first)}没超过${zh(c.second)}，真的假的`),
  largerNeg((c, m) => `${c.year}年${m}目标，${zh(c.first, 2)}不大于${zh(c.second, 2)}，没错吧`),
  largerNeg((c, m) => `对一下数哈，${c.year}年的${m}目标，${zh(c.second)}并不低于${zh(c.first)}，是吧`),
  largerNeg((c, _p, _f, m) => `${hk(c.first)}${c.year}年嘅${m}目標冇高過${hk(c.second)}，啱唔啱？`),
  largerNeg((c, _p, _f, m) => `${tw(c.first)}${c.year}年的${m}目標並不高於${tw(c.second)}，對嗎？`),
  largerNeg(
    (c, _p, _f, _t, m) =>
      `The ${c.year} ${m} target for ${en(c.first)} is not higher than that for ${en(c.second)}, correct?`,
  ),
  largerNeg(
    (c, _p, _f, _t, m) =>
      `${sloppy(c.first)} doesnt have a bigger ${c.year} ${m} target than ${sloppy(c.second)}, right`,
  ),
];

// ---------------------------------------------------------------------------------------------------------------------
// class

const { pos: classPos, neg: classNeg } = on<"class">();
type InClass = Of<"class">;
/** 支柱产业集群; 20个战略性产业集群之一. */
const sortOf = (c: InClass): string =>
  c.class === "one of the 20" ? "20个战略性产业集群之一" : `战略性${c.class}产业集群`;
const sortShort = (c: InClass): string => (c.class === "one of the 20" ? "那20个集群之一" : `${c.class}产业`);
const ranks = (c: InClass): string => (c.class === "one of the 20" ? "20个集群" : `十大${c.class}产业集群`);
const ranksTrad = (c: InClass): string =>
  c.class === "one of the 20" ? "20個產業集群" : `十大${CLASS_TRAD[c.class]}產業集群`;
const sortHk = (c: InClass): string =>
  c.class === "one of the 20" ? "嗰20個集群之一" : `${CLASS_TRAD[c.class]}產業`;
const isEn = (c: InClass): string =>
  c.class === "one of the 20" ? "one of the 20 clusters" : `${anEn(CLASS_EN[c.class])} industry cluster`;
const amongEn = (c: InClass): string =>
  c.class === "one of the 20" ? "the 20 strategic clusters" : `the ten ${CLASS_EN[c.class]} clusters`;

const CLASS: readonly Phrasing<"class">[] = [
  classPos((c) => `${zh(c.subject)}是${sortShort(c)}吗？`),
  classPos((c) => `请问${zh(c.subject, 1)}是否属于广东省${sortOf(c)}？`),
  classPos((c) => `${zh(c.subject)}算不算${sortShort(c)}啊`),
  classPos((c) => `${ranks(c)}里有${zh(c.subject, 1)}吗`),
  classPos((c) => `听说${zh(c.subject)}进了${ranks(c)}，真的假的`),
  classPos((c) => `孩子作业问的，${zh(c.subject, 2)}在不在${ranks(c)}里面？`),
  classPos((c) => `${zh(c.subject)}，${sortShort(c)}？`),
  classPos((c) => `我记得${zh(c.subject, 1)}是归到${ranks(c)}里的，没错吧`),
  classPos((c) => `${hk(c.subject)}係咪${sortHk(c)}呀？`),
  classPos((c) => `${ranksTrad(c)}裡面有包含${tw(c.subject)}嗎？`),
  classPos((c) => `Is ${en(c.subject)} ${isEn(c)}?`),
  classPos((c) => `does ${sloppy(c.subject)} count as ${isEn(c)}`),
  classPos((c) => `Quick check, ${brief(c.subject)} is among ${amongEn(c)}, right?`),

  classNeg((c) => `${zh(c.subject)}不是${sortShort(c)}，对吧？`),
  classNeg((c) => `请确认：${zh(c.subject, 1)}不属于广东省${sortOf(c)}，对吗？`),
  classNeg((c) => `${ranks(c)}里没有${zh(c.subject)}，是这样吧`),
  classNeg((c) => `听说${zh(c.subject, 1)}没进${ranks(c)}，真的假的`),
  classNeg((c) => `${zh(c.subject, 2)}不算${sortShort(c)}，我没说错吧`),
  classNeg((c) => `刚跟人争了半天，${zh(c.subject)}并不在${ranks(c)}里头，对不对`),
  classNeg((c) => `${hk(c.subject)}唔係${sortHk(c)}，啱唔啱？`),
  classNeg((c) => `${ranksTrad(c)}裡面並沒有${tw(c.subject)}，對嗎？`),
  classNeg((c) => `${en(c.subject).replace(/^./, (l) => l.toUpperCase())} is not ${isEn(c)}, correct?`),
  classNeg((c) => `so ${sloppy(c.subject)} isnt among ${amongEn(c)} right`),
];

// ---------------------------------------------------------------------------------------------------------------------
// list

const { pos: listPos, neg: listNeg } = on<"list">();

const LIST: readonly Phrasing<"list">[] = [
  listPos((c) => `${exceptClusters(c.except, "除了", "，")}${c.class}产业集群有哪些？`),
  listPos((c) => `请问广东的战略性${c.class}产业集群${exceptClusters(c.except, "除", "之外")}都包括哪些？`),
  listPos((c) => `${exceptClusters(c.except, "不算", "，")}哪些集群属于${c.class}啊`),
  listPos((c) => `${c.class}产业都有啥${exceptClusters(c.except, "，", "不用说了")}`),
  listPos((c) => `十大${c.class}产业${exceptClusters(c.except, "，去掉", "，剩下的")}是哪几个`),
  listPos((c) => `背题呢，求${c.class}产业集群名单${exceptClusters(c.except, "，", "除外")}`),
  listPos((c) => `20个集群里面，${exceptClusters(c.except, "除开", "，")}算${c.class}的是哪些呀`),
  listPos((c) => `${exceptTung(c.except)}${CLASS_TRAD[c.class]}產業集群有邊啲呀？`),
  listPos((c) => `請問廣東的戰略性${CLASS_TRAD[c.class]}產業，${exceptHe(c.except)}有哪些？`),
  listPos(
    (c) =>
      `Which clusters${butEn(c.except, ", apart from ")}${excepted(c) ? "," : ""} are ${CLASS_EN[c.class]} industries?`,
  ),
  listPos((c) => `list of ${CLASS_EN[c.class]} clusters pls${butEn(c.except, ", without ").toLowerCase()}`),
  listPos(
    (c) =>
      `Good morning! What are Guangdong's ten ${CLASS_EN[c.class]} industry clusters${butEn(c.except, ", leaving out ")}?`,
  ),

  listNeg((c) => `${exceptClusters(c.except, "除了", "，")}哪些集群不是${c.class}产业？`),
  listNeg(
    (c) =>
      `请问20个战略性产业集群中，${exceptClusters(c.except, "除", "之外，")}不属于${c.class}产业的有哪些？`,
  ),
  listNeg((c) => `${exceptClusters(c.except, "撇开", "，")}不算${c.class}的集群都有谁`),
  listNeg((c) => `非${c.class}的集群有哪几个啊${exceptClusters(c.except, "，", "就不用列了")}`),
  listNeg((c) => `在做分类，${exceptClusters(c.except, "", "先不管，")}哪些集群没归到${c.class}里`),
  listNeg((c) => `${exceptTung(c.except)}邊啲集群唔係${CLASS_TRAD[c.class]}產業呀？`),
  listNeg((c) => `${exceptHe(c.except)}哪些產業集群不屬於${CLASS_TRAD[c.class]}產業？`),
  listNeg(
    (c) =>
      `Which clusters${butEn(c.except, ", apart from ")}${excepted(c) ? "," : ""} are not ${CLASS_EN[c.class]} industries?`,
  ),
  listNeg(
    (c) =>
      `all the clusters that arent ${CLASS_EN[c.class]}${butEn(c.except, ", not counting ").toLowerCase()}?`,
  ),
  listNeg(
    (c) => `Can anyone list the non-${CLASS_EN[c.class]} clusters${butEn(c.except, ", leaving out ")}?`,
  ),
];

// ---------------------------------------------------------------------------------------------------------------------
// region

const { pos: regionPos, neg: regionNeg } = on<"region">();

const REGION: readonly Phrasing<"region">[] = [
  regionPos((c) => `${c.city}属于${c.region}吗？`),
  regionPos((c) => `请问${c.city}市是否位于${c.region}地区？`),
  regionPos((c) => `${c.city}算不算${c.region}啊`),
  regionPos((c) => `${c.city}，${c.region}的？`),
  regionPos((c) => `听说${c.city}划在${c.region}里，真的假的`),
  regionPos((c) => `${c.region}那几个市里头有${c.city}没`),
  regionPos((c) => `地理白痴弱弱问一句，${c.city}是${c.region}城市吧？`),
  regionPos((c) => `${trad(c.city)}係咪屬於${trad(c.region)}㗎？`),
  regionPos((c) => `請問${trad(c.city)}算是${trad(c.region)}的城市嗎？`),
  regionPos((c) => `Is ${en(c.city)} in ${REGION_EN[c.region]}?`),
  regionPos((c) => `${sloppy(c.city)} belongs to ${REGION_SLOPPY[c.region]}, yes?`),
  regionPos((c) => `Planning a trip, so does ${en(c.city)} count as part of ${REGION_EN[c.region]}?`),

  regionNeg((c) => `${c.city}不属于${c.region}，对吧？`),
  regionNeg((c) => `请确认：${c.city}市不在${c.region}范围内，是否正确？`),
  regionNeg((c) => `${c.city}不算${c.region}，我没记错吧`),
  regionNeg((c) => `${c.region}里没有${c.city}，是这样吗`),
  regionNeg((c) => `听说${c.city}没划进${c.region}，真的假的`),
  regionNeg((c) => `室友跟我杠，我说${c.city}并不是${c.region}的城市，我对吗`),
  regionNeg((c) => `${trad(c.city)}唔屬於${trad(c.region)}，啱唔啱？`),
  regionNeg((c) => `${trad(c.city)}並不在${trad(c.region)}，對吧？`),
  regionNeg((c) => `${en(c.city)} is not in ${REGION_EN[c.region]}, correct?`),
  regionNeg((c) => `so ${sloppy(c.city)} isnt part of ${REGION_SLOPPY[c.region]} right`),
];

// ---------------------------------------------------------------------------------------------------------------------
// region-list

const { pos: inRegion, neg: outOfRegion } = on<"region-list">();

const REGION_LIST: readonly Phrasing<"region-list">[] = [
  inRegion((c) => `${c.region}有哪些城市？`),
  inRegion((c) => `请问广东省内哪些地级市属于${c.region}地区？`),
  inRegion((c) => `${c.region}是哪几个市来着`),
  inRegion((c) => `${c.region}都包括谁啊`),
  inRegion((c) => `哪些市算${c.region}的？`),
  inRegion((c) => `刚来广东，不太懂，${c.region}指的是哪些市呀`),
  inRegion((c) => `${c.region}城市名单？`),
  inRegion((c) => `${trad(c.region)}有邊幾個城市呀？`),
  inRegion((c) => `請問${trad(c.region)}包含哪些城市？`),
  inRegion((c) => `Which cities are in ${REGION_EN[c.region]}?`),
  inRegion((c) => `list all cities of ${REGION_SLOPPY[c.region]} pls`),
  inRegion((c) => `Hi there, what cities make up ${REGION_EN[c.region]}?`),

  outOfRegion((c) => `广东哪些城市不属于${c.region}？`),
  outOfRegion((c) => `请问全省21个地级市中，不在${c.region}的有哪些？`),
  outOfRegion((c) => `${c.region}以外的广东城市都有谁`),
  outOfRegion((c) => `哪些市不算${c.region}啊`),
  outOfRegion((c) => `非${c.region}的地市有哪些？`),
  outOfRegion((c) => (c.region === "珠三角" ? "粤东西北有哪些市？" : undefined)),
  outOfRegion((c) => `要做个对照组，省内没划进${c.region}的市帮列一下`),
  outOfRegion((c) => `廣東邊啲城市唔屬於${trad(c.region)}？`),
  outOfRegion((c) => `廣東有哪些城市不在${trad(c.region)}？`),
  outOfRegion((c) => `Which Guangdong cities are not in ${REGION_EN[c.region]}?`),
  outOfRegion((c) => `guangdong cities outside ${REGION_SLOPPY[c.region]}?`),
  outOfRegion(
    (c) => `Could you list every city of the province that does not belong to ${REGION_EN[c.region]}?`,
  ),
];

export const PHRASINGS_B: Phrasings = {
  role: ROLE,
  roles: ROLES,
  cities: CITIES,
  clusters: CLUSTERS,
  figure: FIGURE,
  figures: FIGURES,
  best: BEST,
  larger: LARGER,
  class: CLASS,
  list: LIST,
  region: REGION,
  "region-list": REGION_LIST,
};
