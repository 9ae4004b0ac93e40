/**
 * How people in a group chat ask, first table. Written without a look at the rules that read the questions. A claim whose
 * reading a person could argue about (不是…吗？ as a rhetorical yes) is not here.
 */
import * as OpenCC from "opencc-js";
import type { ClusterClass, Measure, Region } from "../../src/dataset/schema.ts";
import type { Case, Phrasing, Phrasings, RoleTier } from "./cases.ts";

type Of<K extends Case["kind"]> = Extract<Case, { kind: K }>;

// Names

/** What people say for a cluster, and what they say in English. */
const CALLED: Record<string, readonly [string, string]> = {
  新一代电子信息: ["电子信息", "electronic information"],
  绿色石化: ["石化", "petrochemicals"],
  智能家电: ["家电", "home appliances"],
  汽车产业: ["汽车", "automobiles"],
  先进材料: ["先进材料", "advanced materials"],
  现代轻工纺织: ["轻工纺织", "light industry and textiles"],
  软件与信息服务: ["软件", "software"],
  超高清视频显示: ["超高清", "UHD video display"],
  生物医药与健康: ["生物医药", "biomedicine"],
  现代农业与食品: ["农业与食品", "agriculture and food"],
  半导体与集成电路: ["半导体", "semiconductors"],
  高端装备制造: ["高端装备", "high-end equipment"],
  智能机器人: ["机器人", "robots"],
  区块链与量子信息: ["区块链与量子", "blockchain and quantum information"],
  前沿新材料: ["前沿新材料", "frontier new materials"],
  新能源: ["新能源", "new energy"],
  激光与增材制造: ["激光与增材", "laser and additive manufacturing"],
  数字创意: ["数字创意", "digital creativity"],
  安全应急与环保: ["安全应急与环保", "safety, emergency response and environmental protection"],
  精密仪器设备: ["精密仪器", "precision instruments"],
};

const CITIES: Record<string, string> = {
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

/** 半导体; something that is not a cluster stays as it is. */
const short = (id: string): string => CALLED[id]?.[0] ?? id;
const english = (id: string): string => CALLED[id]?.[1] ?? CITIES[id] ?? id;
/** 半导体与集成电路集群. */
const full = (id: string): string => (CALLED[id] ? `${id}集群` : id);
/** 半导体集群, 汽车集群. */
const casual = (id: string): string => (CALLED[id] ? `${short(id)}集群` : id);

const and = (names: readonly string[], last = "和"): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join("、")}${last}${names.at(-1)}`;
const andEnglish = (names: readonly string[], last = "and"): string => {
  const words = names.map((n) => english(n));
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
};

/** 核心: said of a city, and as a noun. */
const TIER: Record<RoleTier, { word: string; noun: string; english: string }> = {
  core: { word: "核心", noun: "核心城市", english: "core" },
  key: { word: "重点", noun: "重点城市", english: "key" },
  support: { word: "协同城市", noun: "协同城市", english: "supporting" },
  base: { word: "基地", noun: "生产基地", english: "base" },
};
const word = (tier: RoleTier): string => TIER[tier].word;
const noun = (tier: RoleTier): string => TIER[tier].noun;

const CLASS: Record<ClusterClass, string> = { 支柱: "支柱产业", 新兴: "新兴产业" };
const FORMAL: Record<ClusterClass, string> = { 支柱: "战略性支柱产业", 新兴: "战略性新兴产业" };
const CLASS_ENGLISH: Record<ClusterClass, string> = { 支柱: "pillar", 新兴: "emerging" };
const otherClass = (c: ClusterClass): ClusterClass => (c === "支柱" ? "新兴" : "支柱");

const REGION: Record<Region, string> = {
  珠三角: "the Pearl River Delta",
  粤东: "eastern Guangdong",
  粤西: "western Guangdong",
  粤北: "northern Guangdong",
};

const MEASURE: Partial<Record<Measure, { short: string; long: string; english: string }>> = {
  revenue: { short: "营收", long: "营业收入", english: "revenue" },
  "value-added": { short: "增加值", long: "增加值", english: "value added" },
  "output-value": { short: "产值", long: "总产值", english: "output value" },
  scale: { short: "规模", long: "产业规模", english: "industry scale" },
  profit: { short: "利润", long: "利润", english: "profit" },
};

/** 1.9 万亿元, 4000 亿元. */
const money = (yi: number): string => (yi >= 10_000 ? `${yi / 10_000}万亿元` : `${yi}亿元`);
const brief = (yi: number): string => (yi >= 10_000 ? `${yi / 10_000}万亿` : `${yi}亿`);
const inYi = (yi: number): string => `${yi} 亿元`;
const billions = (yi: number): string => (yi >= 10_000 ? `${yi / 10_000} trillion` : `${yi / 10} billion`);

/** The same choice for the same case, so that a phrasing stays a function. */
function vary(c: Case, ...ways: readonly string[]): string {
  let hash = 7;
  for (const letter of JSON.stringify(c)) hash = (hash * 31 + letter.charCodeAt(0)) % 1_000_003;
  return ways[hash % ways.length] ?? "";
}

const traditional = OpenCC.Converter({ from: "cn", to: "tw" });

/** The same question in Traditional characters. */
const hant =
  <K extends Case["kind"]>(ask: Phrasing<K>): Phrasing<K> =>
  (c) => {
    const text = ask(c);
    return text === undefined ? undefined : traditional(text);
  };

const tag = (c: Case): string =>
  vary(c, "，对吧？", "，对吗？", "，是吗？", "，没错吧？", "，是不是？", "，是这样吗", "对吧");

// Roles

const role: Phrasings["role"] = [
  // Claims with a tier
  (c) => (c.tier && !c.negated ? `${c.city}是${short(c.cluster)}的${word(c.tier)}吗` : undefined),
  (c) => (c.tier && !c.negated ? `请问${c.city}市是${full(c.cluster)}的${noun(c.tier)}吗？` : undefined),
  (c) => (c.tier && !c.negated ? `${c.city}是不是${casual(c.cluster)}的${noun(c.tier)}？` : undefined),
  (c) => (c.tier && !c.negated ? `${short(c.cluster)}的${noun(c.tier)}包括${c.city}吗` : undefined),
  (c) => (c.tier && !c.negated ? `${casual(c.cluster)}的${noun(c.tier)}里有没有${c.city}` : undefined),
  (c) => (c.tier && !c.negated ? `${c.city}算${short(c.cluster)}${noun(c.tier)}吧？` : undefined),
  (c) =>
    c.tier && !c.negated ? `我记得${c.city}是${casual(c.cluster)}的${noun(c.tier)}${tag(c)}` : undefined,
  (c) =>
    c.tier && !c.negated ? `省里有没有把${c.city}列为${full(c.cluster)}的${noun(c.tier)}？` : undefined,
  (c) => (c.tier && !c.negated ? `${c.city}在${short(c.cluster)}里属于${word(c.tier)}吗` : undefined),
  hant((c) => (c.tier && !c.negated ? `${c.city}是${full(c.cluster)}的${noun(c.tier)}吗？` : undefined)),
  (c) =>
    c.tier && !c.negated && c.tier !== "base"
      ? `Is ${english(c.city)} a ${TIER[c.tier].english} city for ${english(c.cluster)}?`
      : undefined,
  (c) =>
    c.tier && !c.negated ? `老板问${c.city}是不是${short(c.cluster)}的${word(c.tier)}，帮我查下` : undefined,
  // Denials with a tier
  (c) => (c.tier && c.negated ? `${c.city}不是${short(c.cluster)}的${noun(c.tier)}${tag(c)}` : undefined),
  (c) => (c.tier && c.negated ? `${c.city}并非${full(c.cluster)}的${noun(c.tier)}，对吗？` : undefined),
  (c) => (c.tier && c.negated ? `${c.city}未被列为${casual(c.cluster)}的${noun(c.tier)}，是吗` : undefined),
  (c) => (c.tier && c.negated ? `${short(c.cluster)}的${noun(c.tier)}不包括${c.city}${tag(c)}` : undefined),
  (c) => (c.tier && c.negated ? `${casual(c.cluster)}的${noun(c.tier)}里没有${c.city}吧` : undefined),
  (c) => (c.tier && c.negated ? `${c.city}没有入选${short(c.cluster)}的${noun(c.tier)}，对不对` : undefined),
  (c) => (c.tier && c.negated ? `${c.city}不算${short(c.cluster)}的${noun(c.tier)}${tag(c)}` : undefined),
  (c) =>
    c.tier && c.negated
      ? `有人说${c.city}不是${casual(c.cluster)}的${noun(c.tier)}，这个说法对吗`
      : undefined,
  (c) => (c.tier && c.negated ? `${c.city}不属于${full(c.cluster)}的${noun(c.tier)}，没错吧` : undefined),
  hant((c) =>
    c.tier && c.negated ? `${c.city}不是${casual(c.cluster)}的${noun(c.tier)}，對吧？` : undefined,
  ),
  (c) =>
    c.tier && c.negated && c.tier !== "base"
      ? `${english(c.city)} is not a ${TIER[c.tier].english} city for ${english(c.cluster)}, right?`
      : undefined,
  (c) => (c.tier && c.negated ? `${c.city}未成为${short(c.cluster)}的${word(c.tier)}，是吗` : undefined),
  (c) => (c.tier && c.negated ? `${short(c.cluster)}的${word(c.tier)}没有${c.city}，对吧` : undefined),
  (c) =>
    c.tier && c.negated
      ? `大家好，想确认下${c.city}没被列入${full(c.cluster)}${noun(c.tier)}，没记错吧？`
      : undefined,
  // Without a tier
  (c) => (c.tier || c.negated ? undefined : `省里的文件提到${c.city}做${short(c.cluster)}吗`),
  (c) => (c.tier || c.negated ? undefined : `${c.city}跟${casual(c.cluster)}有关系吗`),
  (c) => (c.tier || c.negated ? undefined : `${c.city}在${full(c.cluster)}中有没有角色？`),
  (c) => (c.tier || c.negated ? undefined : `省级文件里，${c.city}在${casual(c.cluster)}有定位吗？`),
  (c) => (c.tier || c.negated ? undefined : `${full(c.cluster)}的布局有没有点到${c.city}`),
  (c) => (c.tier || c.negated ? undefined : `麻烦问一下，省里的规划里${c.city}跟${short(c.cluster)}沾边吗`),
  (c) => (c.tier || c.negated ? undefined : `Does ${english(c.city)} have a role in ${english(c.cluster)}?`),
  (c) => (c.tier || !c.negated ? undefined : `${c.city}和${short(c.cluster)}无关${tag(c)}`),
  (c) => (c.tier || !c.negated ? undefined : `${c.city}跟${casual(c.cluster)}没有关系吧`),
  (c) => (c.tier || !c.negated ? undefined : `${c.city}在${casual(c.cluster)}没有任何角色，对吗`),
  (c) => (c.tier || !c.negated ? undefined : `省里没有给${c.city}在${short(c.cluster)}安排角色${tag(c)}`),
  hant((c) => (c.tier || !c.negated ? undefined : `${c.city}在${full(c.cluster)}沒有角色，是吧？`)),
];

const rolesPositive: Phrasings["roles"] = [
  // All
  (c) => all(c) && `${and(c.cities)}都是${short(c.cluster)}的${word(c.tier)}吗`,
  (c) => all(c) && `${and(c.cities, "与")}是否均为${full(c.cluster)}的${noun(c.tier)}？`,
  (c) => all(c) && `${and(c.cities, "、")}是不是都算${casual(c.cluster)}的${noun(c.tier)}`,
  (c) => all(c) && `${casual(c.cluster)}的${noun(c.tier)}同时包括${and(c.cities)}吗？`,
  (c) => all(c) && `我印象中${and(c.cities)}全是${short(c.cluster)}${noun(c.tier)}${tag(c)}`,
  (c) =>
    all(c) && c.tier !== "base"
      ? `Are ${andEnglish(c.cities)} all ${TIER[c.tier].english} cities for ${english(c.cluster)}?`
      : undefined,
  hant((c) => all(c) && `${and(c.cities)}都是${full(c.cluster)}的${noun(c.tier)}嗎？`),
  // Any
  (c) => any(c) && `${and(c.cities)}里有${short(c.cluster)}的${noun(c.tier)}吗`,
  (c) => any(c) && `${and(c.cities, "、")}当中有没有${casual(c.cluster)}的${noun(c.tier)}？`,
  (c) => any(c) && `${and(c.cities)}中至少有一个是${full(c.cluster)}的${noun(c.tier)}吗`,
  (c) => any(c) && `${and(c.cities)}有任何一个是${short(c.cluster)}的${noun(c.tier)}吗？`,
  (c) => any(c) && `${and(c.cities, "或者")}是${short(c.cluster)}的${noun(c.tier)}吗`,
  // None
  (c) => none(c) && `${and(c.cities)}都不是${short(c.cluster)}的${noun(c.tier)}${tag(c)}`,
  (c) => none(c) && `${and(c.cities, "、")}没有一个是${casual(c.cluster)}的${noun(c.tier)}，对吗`,
  (c) => none(c) && `${full(c.cluster)}的${noun(c.tier)}里既没有${c.cities.join("也没有")}，对吧`,
  (c) => none(c) && `${and(c.cities)}均未列入${full(c.cluster)}的${noun(c.tier)}，是吗？`,
  (c) => none(c) && `${and(c.cities)}全都不算${short(c.cluster)}的${noun(c.tier)}吧`,
  (c) =>
    none(c) && c.tier !== "base"
      ? `None of ${andEnglish(c.cities)} is a ${TIER[c.tier].english} city for ${english(c.cluster)}, right?`
      : undefined,
  // Only
  (c) => only(c) && `只有${and(c.cities)}是${short(c.cluster)}的${noun(c.tier)}吗`,
  (c) => only(c) && `${casual(c.cluster)}的${noun(c.tier)}只有${and(c.cities)}${tag(c)}`,
  (c) => only(c) && `${full(c.cluster)}的${noun(c.tier)}是否仅有${and(c.cities)}？`,
  (c) => only(c) && `除了${and(c.cities)}，${short(c.cluster)}就没有别的${noun(c.tier)}了，是吗`,
  (c) => only(c) && `${short(c.cluster)}的${noun(c.tier)}就${and(c.cities)}${c.cities.length}个吧？`,
];

const rolesDenied: Phrasings["roles"] = [
  (c) => notAll(c) && `${and(c.cities)}不都是${short(c.cluster)}的${noun(c.tier)}${tag(c)}`,
  (c) => notAll(c) && `${and(c.cities, "、")}并非都是${casual(c.cluster)}的${noun(c.tier)}，对吗？`,
  (c) => notAll(c) && `${and(c.cities)}不全是${full(c.cluster)}的${noun(c.tier)}吧`,
  (c) => notAll(c) && `${and(c.cities)}没有都成为${short(c.cluster)}的${noun(c.tier)}，是吗`,
  (c) => notAny(c) && `${and(c.cities)}里没有${short(c.cluster)}的${noun(c.tier)}${tag(c)}`,
  (c) => notAny(c) && `${and(c.cities, "、")}中没有任何一个是${casual(c.cluster)}的${noun(c.tier)}，对吗`,
  (c) => notAny(c) && `${full(c.cluster)}的${noun(c.tier)}不包括${and(c.cities)}中的任何一个，对吧？`,
  (c) => notNone(c) && `${and(c.cities)}里并不是一个${short(c.cluster)}的${noun(c.tier)}都没有，对吧`,
  (c) => notNone(c) && `说${and(c.cities)}都不是${short(c.cluster)}的${noun(c.tier)}，这是错的吧？`,
  (c) => notNone(c) && `${and(c.cities)}里总有一个是${short(c.cluster)}的${noun(c.tier)}吧`,
  (c) => notNone(c) && `${and(c.cities, "、")}当中至少有一个是${casual(c.cluster)}的${noun(c.tier)}${tag(c)}`,
  (c) => notOnly(c) && `不只有${and(c.cities)}是${short(c.cluster)}的${noun(c.tier)}${tag(c)}`,
  (c) => notOnly(c) && `${casual(c.cluster)}的${noun(c.tier)}不止${and(c.cities)}，对吗？`,
  (c) => notOnly(c) && `${full(c.cluster)}的${noun(c.tier)}并不只有${and(c.cities)}，是吗`,
  (c) => notOnly(c) && `除了${and(c.cities)}，${short(c.cluster)}还有别的${noun(c.tier)}吧？`,
];

/** `undefined` rather than false, so that `all(c) && text` is a phrasing. */
const when = (is: boolean): true | undefined => (is ? true : undefined);
const all = (c: Of<"roles">): true | undefined => when(c.quantifier === "all" && !c.negated);
const any = (c: Of<"roles">): true | undefined => when(c.quantifier === "any" && !c.negated);
const none = (c: Of<"roles">): true | undefined => when(c.quantifier === "none" && !c.negated);
const only = (c: Of<"roles">): true | undefined => when(c.quantifier === "only" && !c.negated);
const notAll = (c: Of<"roles">): true | undefined => when(c.quantifier === "all" && c.negated);
const notAny = (c: Of<"roles">): true | undefined => when(c.quantifier === "any" && c.negated);
const notNone = (c: Of<"roles">): true | undefined => when(c.quantifier === "none" && c.negated);
const notOnly = (c: Of<"roles">): true | undefined => when(c.quantifier === "only" && c.negated);

// The cities of a cluster

const plain = (c: Of<"cities">): boolean => !c.except && !c.inside && !c.outside;
const listed = (c: Of<"cities">): boolean => !c.complement && !c.count;
const within = (c: Of<"cities">): string => c.inside ?? (c.outside ? `${c.outside}以外` : "");

/** Phrasings of those that hold a tier. */
const ofTier =
  (ask: (c: Of<"cities">, noun: string, tier: RoleTier) => string | undefined): Phrasing<"cities"> =>
  (c) =>
    c.tier && ask(c, noun(c.tier), c.tier);
/** Phrasings of those that the province names at all. */
const ofAny =
  (ask: Phrasing<"cities">): Phrasing<"cities"> =>
  (c) =>
    c.tier ? undefined : ask(c);

const cities: Phrasings["cities"] = [
  // All of them
  ofTier((c, n) => (plain(c) && listed(c) ? `${short(c.cluster)}的${n}有哪些` : undefined)),
  ofTier((c, n) => (plain(c) && listed(c) ? `请列出${full(c.cluster)}的${n}。` : undefined)),
  ofTier((c, n) => (plain(c) && listed(c) ? `哪些城市是${casual(c.cluster)}的${n}啊` : undefined)),
  ofTier((c, _, t) => (plain(c) && listed(c) ? `${short(c.cluster)}的${word(t)}是哪几个市` : undefined)),
  ofTier((c, n) => (plain(c) && listed(c) ? `咱们省${casual(c.cluster)}的${n}都有谁` : undefined)),
  ofTier((c, _, t) =>
    plain(c) && listed(c) && t !== "base"
      ? `Which cities are ${TIER[t].english} cities for ${english(c.cluster)}?`
      : undefined,
  ),
  hant(ofTier((c, n) => (plain(c) && listed(c) ? `${full(c.cluster)}的${n}有哪些？` : undefined))),
  ofAny((c) => (plain(c) && listed(c) ? `省里在${casual(c.cluster)}点名了哪些市` : undefined)),
  ofAny((c) => (plain(c) && listed(c) ? `省级文件在${full(c.cluster)}里提到了哪些城市？` : undefined)),
  ofAny((c) => (plain(c) && listed(c) ? `${short(c.cluster)}，省里给哪些市安排了角色` : undefined)),
  // How many
  ofTier((c, n) => (plain(c) && c.count ? `${short(c.cluster)}有几个${n}` : undefined)),
  ofTier((c, n) => (plain(c) && c.count ? `${full(c.cluster)}的${n}一共有多少个？` : undefined)),
  ofTier((c, n) => (c.count && c.inside ? `${c.inside}有几个市是${casual(c.cluster)}的${n}` : undefined)),
  ofTier((c, n) => (c.count && c.outside ? `${c.outside}以外有多少个${casual(c.cluster)}的${n}` : undefined)),
  ofTier((c, n) =>
    c.count && c.except ? `除了${and(c.except)}，${short(c.cluster)}还有几个${n}` : undefined,
  ),
  ofAny((c) => (plain(c) && c.count ? `省里在${casual(c.cluster)}点名了几个市` : undefined)),
  // Without some
  ofTier((c, n) =>
    c.except && listed(c) ? `除了${and(c.except)}，${short(c.cluster)}的${n}还有哪些` : undefined,
  ),
  ofTier((c, n) =>
    c.except && listed(c) ? `除${and(c.except)}之外，还有哪些城市是${full(c.cluster)}的${n}？` : undefined,
  ),
  ofTier((c, n) =>
    c.except && listed(c) ? `${and(c.except)}以外，${casual(c.cluster)}的${n}是哪些` : undefined,
  ),
  ofTier((c, n) =>
    c.except && listed(c) ? `不算${and(c.except)}，${short(c.cluster)}还有哪些${n}` : undefined,
  ),
  ofTier((c, n) =>
    c.except && listed(c) ? `${casual(c.cluster)}的${n}，${and(c.except)}除外，有哪些？` : undefined,
  ),
  ofTier((c, _, t) =>
    c.except && listed(c) && t !== "base"
      ? `Besides ${andEnglish(c.except)}, which cities are ${TIER[t].english} cities for ${english(c.cluster)}?`
      : undefined,
  ),
  ofAny((c) =>
    c.except && listed(c) ? `除了${and(c.except)}，省里在${casual(c.cluster)}还点名了哪些市` : undefined,
  ),
  // Inside or outside a region
  ofTier((c, n) => (c.inside && listed(c) ? `${c.inside}有哪些市是${short(c.cluster)}的${n}` : undefined)),
  ofTier((c, n) => (c.inside && listed(c) ? `${casual(c.cluster)}在${c.inside}的${n}有哪些？` : undefined)),
  ofTier((c, n) =>
    c.outside && listed(c) ? `${c.outside}以外，${short(c.cluster)}的${n}有哪些` : undefined,
  ),
  ofTier((c, n) => (c.outside && listed(c) ? `不在${c.outside}的${casual(c.cluster)}${n}有哪些` : undefined)),
  ofTier((c, n) =>
    c.outside && listed(c) ? `除了${c.outside}，其他地方哪些市是${full(c.cluster)}的${n}？` : undefined,
  ),
  ofAny((c) => (c.inside && listed(c) ? `省里在${casual(c.cluster)}点名了${c.inside}的哪些市` : undefined)),
  ofAny((c) =>
    c.outside && listed(c) ? `${c.outside}以外，省里在${casual(c.cluster)}还点名了哪些市` : undefined,
  ),
  // Those that are not
  ofTier((c, n) => (c.complement && plain(c) ? `哪些城市不是${short(c.cluster)}的${n}` : undefined)),
  ofTier((c, n) =>
    c.complement && plain(c) ? `广东有哪些市没有被列为${full(c.cluster)}的${n}？` : undefined,
  ),
  ofTier((c, n) => (c.complement && plain(c) ? `不属于${casual(c.cluster)}${n}的市有哪些` : undefined)),
  ofTier((c, n) =>
    c.complement && plain(c) ? `除了${casual(c.cluster)}的${n}，全省还剩哪些市？` : undefined,
  ),
  ofTier((c, n) =>
    c.complement && !c.except && within(c) ? `${within(c)}哪些市不是${short(c.cluster)}的${n}` : undefined,
  ),
  ofTier((c, n) =>
    c.complement && !c.except && within(c)
      ? `${within(c)}没入选${casual(c.cluster)}${n}的城市有哪些？`
      : undefined,
  ),
  ofTier((c, n) =>
    c.complement && c.except ? `除了${and(c.except)}，还有哪些市不是${short(c.cluster)}的${n}` : undefined,
  ),
  hant(ofTier((c, n) => (c.complement && plain(c) ? `哪些城市不是${full(c.cluster)}的${n}？` : undefined))),
  ofAny((c) => (c.complement && plain(c) ? `哪些市在省级文件里没有${casual(c.cluster)}的角色` : undefined)),
  ofAny((c) => (c.complement && plain(c) ? `省里没有在${short(c.cluster)}点名哪些市？` : undefined)),
];

// The clusters of a city

/** 支柱产业集群; 不属于支柱产业的集群. */
const what = (c: Of<"clusters">): string =>
  c.class ? `${CLASS[c.class]}集群` : c.notClass ? `${CLASS[c.notClass]}以外的集群` : "集群";
const bare = (c: Of<"clusters">): boolean => !c.class && !c.notClass && !c.except;
const straight = (c: Of<"clusters">): boolean => !c.complement && !c.count && !c.except;
const exceptNames = (names: readonly string[]): string => and(names.map((n) => short(n)));

const clusters: Phrasings["clusters"] = [
  // One city
  (c) => (straight(c) && one(c) && c.tier ? `${and(c.cities)}是哪些${what(c)}的${word(c.tier)}` : undefined),
  (c) =>
    straight(c) && one(c) && c.tier
      ? `请问${and(c.cities)}市在哪些${what(c)}中担任${noun(c.tier)}？`
      : undefined,
  (c) =>
    straight(c) && one(c) && c.tier ? `哪些${what(c)}把${and(c.cities)}列为${word(c.tier)}` : undefined,
  (c) =>
    straight(c) && one(c) && c.tier && bare(c)
      ? `以${and(c.cities)}为${word(c.tier)}的集群都有啥`
      : undefined,
  (c) => (straight(c) && one(c) && !c.tier ? `省里在哪些${what(c)}给${and(c.cities)}安排了角色` : undefined),
  (c) =>
    straight(c) && one(c) && !c.tier ? `省级文件里${and(c.cities)}在哪些${what(c)}有角色？` : undefined,
  (c) =>
    straight(c) && one(c) && c.tier && bare(c)
      ? `For which clusters is ${andEnglish(c.cities)} a ${TIER[c.tier].english} city?`
      : undefined,
  hant((c) =>
    straight(c) && one(c) && c.tier ? `${and(c.cities)}是哪些${what(c)}的${noun(c.tier)}？` : undefined,
  ),
  // Of a class, or not of it
  (c) =>
    straight(c) && c.class && c.tier
      ? `${CLASS[c.class]}里面，${and(c.cities)}${one(c) ? "" : "同时"}是哪些集群的${word(c.tier)}？`
      : undefined,
  (c) =>
    straight(c) && c.notClass && c.tier
      ? `不算${CLASS[c.notClass]}，${and(c.cities)}${one(c) ? "" : "同时"}是哪些集群的${word(c.tier)}`
      : undefined,
  (c) =>
    straight(c) && c.notClass && one(c) && c.tier
      ? `除了${FORMAL[c.notClass]}集群，${and(c.cities)}还是哪些集群的${noun(c.tier)}？`
      : undefined,
  // Both cities
  (c) =>
    straight(c) && !one(c) && c.tier ? `${and(c.cities)}同时是哪些${what(c)}的${word(c.tier)}` : undefined,
  (c) =>
    straight(c) && !one(c) && c.tier
      ? `哪些${what(c)}同时把${and(c.cities)}列为${noun(c.tier)}？`
      : undefined,
  (c) =>
    straight(c) && !one(c) && c.tier
      ? `${and(c.cities)}共同担任${noun(c.tier)}的${what(c)}有哪些`
      : undefined,
  (c) =>
    straight(c) && !one(c) && !c.tier ? `省级文件里${and(c.cities)}都有角色的${what(c)}有哪些` : undefined,
  // How many
  (c) =>
    c.count && !c.except && c.tier
      ? `${and(c.cities)}${one(c) ? "" : "同时"}是几个${what(c)}的${word(c.tier)}`
      : undefined,
  (c) =>
    c.count && !c.except && c.tier && one(c)
      ? `有多少个${what(c)}以${and(c.cities)}为${word(c.tier)}？`
      : undefined,
  (c) =>
    c.count && c.except && c.tier
      ? `除了${exceptNames(c.except)}，${and(c.cities)}还${one(c) ? "" : "同时"}是几个集群的${word(c.tier)}`
      : undefined,
  (c) =>
    c.count && !c.except && !c.tier && one(c) ? `省里在几个${what(c)}里点了${and(c.cities)}的名` : undefined,
  // Without some
  (c) =>
    c.except && !c.count && !c.complement && c.tier && one(c)
      ? `除了${exceptNames(c.except)}，${and(c.cities)}还是哪些集群的${word(c.tier)}`
      : undefined,
  (c) =>
    c.except && !c.count && !c.complement && c.tier && one(c)
      ? `${exceptNames(c.except)}以外，${and(c.cities)}是哪些集群的${noun(c.tier)}？`
      : undefined,
  (c) =>
    c.except && !c.count && !c.complement && c.tier && one(c)
      ? `不算${exceptNames(c.except)}，把${and(c.cities)}列为${word(c.tier)}的集群有哪些`
      : undefined,
  (c) =>
    c.except && !c.count && !c.complement && c.tier && !one(c)
      ? `除${exceptNames(c.except)}外，${and(c.cities)}同时是哪些集群的${noun(c.tier)}`
      : undefined,
  (c) =>
    c.except && !c.count && !c.complement && !c.tier && one(c)
      ? `除了${exceptNames(c.except)}，省里还在哪些集群给了${and(c.cities)}角色`
      : undefined,
  // Those of which it is not
  (c) =>
    c.complement && !c.except && c.tier ? `${and(c.cities)}不是哪些${what(c)}的${word(c.tier)}` : undefined,
  (c) =>
    c.complement && !c.except && c.tier
      ? `哪些${what(c)}没有把${and(c.cities)}列为${noun(c.tier)}？`
      : undefined,
  (c) =>
    c.complement && !c.except && c.tier
      ? `${noun(c.tier)}里没有${and(c.cities)}的${what(c)}有哪些`
      : undefined,
  (c) =>
    c.complement && !c.except && c.tier
      ? `${and(c.cities)}未被列为${word(c.tier)}的${what(c)}是哪些？`
      : undefined,
  (c) =>
    c.complement && !c.except && !c.tier ? `省级文件里${and(c.cities)}在哪些${what(c)}没有角色` : undefined,
  (c) =>
    c.complement && c.except && c.tier
      ? `除了${exceptNames(c.except)}，${and(c.cities)}还不是哪些集群的${word(c.tier)}`
      : undefined,
];

const one = (c: Of<"clusters">): boolean => c.cities.length === 1;

// Figures

type Cmp = Of<"figure">["cmp"];

const CLAIM: Record<Cmp, readonly string[]> = {
  "=": ["是N", "为N"],
  ">": ["超过N", "高于N", "大于N", "突破N", "多于N"],
  ">=": ["不低于N", "达到N", "至少N", "不少于N"],
  "<": ["不到N", "低于N", "少于N", "不足N"],
  "<=": ["不超过N", "不高于N", "最多N", "至多N"],
};
const DENIAL: Record<Cmp, readonly string[]> = {
  "=": ["不是N", "并非N", "不等于N"],
  ">": ["没有超过N", "没超过N", "未超过N", "并未突破N"],
  ">=": ["没有达到N", "没到N", "未达到N", "达不到N"],
  "<": ["没有低于N", "并不低于N"],
  "<=": [],
};

const is = (c: Of<"figure"> | Of<"figures">, amount: string): string | undefined => {
  const ways = (c.negated ? DENIAL : CLAIM)[c.cmp];
  return ways.length === 0 ? undefined : vary(c, ...ways).replace("N", amount);
};

/** 半导体2025年营收目标. */
const subject = (c: Of<"figure">, name: string): string =>
  `${name}${c.year}年${MEASURE[c.measure]?.short}${c.status === "target" ? "目标" : ""}`;
const subjectLong = (c: Of<"figure">): string =>
  `${full(c.cluster)} ${c.year} 年的${MEASURE[c.measure]?.long}${c.status === "target" ? "目标" : ""}`;

const ifSaid = (claim: string | undefined, text: (claim: string) => string): string | undefined =>
  claim === undefined ? undefined : text(claim);

const CMP_ENGLISH: Record<Cmp, string> = {
  "=": "",
  ">": "more than ",
  ">=": "at least ",
  "<": "less than ",
  "<=": "at most ",
};

const figure: Phrasings["figure"] = [
  (c) =>
    c.negated ? undefined : ifSaid(is(c, brief(c.amount)), (so) => `${subject(c, short(c.cluster))}${so}吗`),
  (c) => (c.negated ? undefined : ifSaid(is(c, money(c.amount)), (so) => `请问${subjectLong(c)}${so}吗？`)),
  (c) => ifSaid(is(c, money(c.amount)), (so) => `${subject(c, casual(c.cluster))}${so}${tag(c)}`),
  (c) => ifSaid(is(c, inYi(c.amount)), (so) => `${subjectLong(c)}${so}，这个说法对吗`),
  (c) =>
    c.negated
      ? undefined
      : ifSaid(
          is(c, brief(c.amount)),
          (so) =>
            `${c.year}年${casual(c.cluster)}的${MEASURE[c.measure]?.long}${c.status === "target" ? "目标" : ""}是不是${so.replace(/^是/, "")}`,
        ),
  (c) =>
    ifSaid(
      is(c, brief(c.amount)),
      (so) =>
        `我听说${c.year}年${short(c.cluster)}${MEASURE[c.measure]?.short}${c.status === "target" ? "目标" : ""}${so}，是吗`,
    ),
  (c) =>
    ifSaid(
      is(c, money(c.amount)),
      (so) =>
        `${full(c.cluster)}${c.status === "target" ? "定的" : ""}${c.year}年${MEASURE[c.measure]?.short}${c.status === "target" ? "目标" : ""}${so}吧？`,
    ),
  (c) =>
    c.cmp === ">=" && !c.negated ? `${subject(c, short(c.cluster))}在${brief(c.amount)}以上吗` : undefined,
  (c) =>
    c.cmp === "<=" && !c.negated ? `${subject(c, short(c.cluster))}在${money(c.amount)}以内吗？` : undefined,
  (c) =>
    c.cmp === ">" && !c.negated ? `${subject(c, short(c.cluster))}有没有超过${brief(c.amount)}` : undefined,
  (c) =>
    c.cmp === ">=" && !c.negated ? `${subject(c, casual(c.cluster))}有没有${brief(c.amount)}` : undefined,
  (c) =>
    c.cmp === "<" && !c.negated ? `${subject(c, short(c.cluster))}连${brief(c.amount)}都不到吗` : undefined,
  (c) =>
    c.negated && c.cmp === ">=" ? `${subject(c, short(c.cluster))}没达到${brief(c.amount)}吧` : undefined,
  hant((c) => ifSaid(is(c, money(c.amount)), (so) => `${subjectLong(c)}${so}，对吗？`)),
  (c) =>
    c.negated
      ? undefined
      : `Is the ${c.year} ${MEASURE[c.measure]?.english}${c.status === "target" ? " target" : ""} of ${english(c.cluster)} ${CMP_ENGLISH[c.cmp]}${billions(c.amount)} yuan?`,
];

/** 超过N的 of a list. */
const scope = (c: { class?: ClusterClass }): string => (c.class ? `${CLASS[c.class]}集群` : "集群");
const goal = (c: Of<"figures">): string => `${c.measure ? MEASURE[c.measure]?.short : ""}目标`;
const goalLong = (c: Of<"figures">): string => `${c.measure ? MEASURE[c.measure]?.long : ""}目标`;

const figures: Phrasings["figures"] = [
  (c) => ifSaid(is(c, brief(c.amount)), (so) => `${c.year}年${goal(c)}${so}的${scope(c)}有哪些`),
  (c) => ifSaid(is(c, money(c.amount)), (so) => `哪些${scope(c)}${c.year}年${goal(c)}${so}`),
  (c) => ifSaid(is(c, inYi(c.amount)), (so) => `请列出 ${c.year} 年${goalLong(c)}${so}的${scope(c)}。`),
  (c) => ifSaid(is(c, money(c.amount)), (so) => `有哪几个${scope(c)}的${c.year}年${goalLong(c)}${so}？`),
  (c) => ifSaid(is(c, brief(c.amount)), (so) => `帮我找下${c.year}年${goal(c)}${so}的${scope(c)}`),
  (c) => ifSaid(is(c, brief(c.amount)), (so) => `${scope(c)}里面${c.year}年${goal(c)}${so}的是哪些`),
  (c) =>
    c.cmp === ">=" && !c.negated
      ? `${c.year}年${goal(c)}在${brief(c.amount)}以上的${scope(c)}有哪些？`
      : undefined,
  (c) =>
    c.cmp === "<=" && !c.negated
      ? `${c.year}年${goal(c)}在${money(c.amount)}以内的${scope(c)}有哪些`
      : undefined,
  (c) =>
    c.cmp === "<" && !c.negated
      ? `${c.year}年${goal(c)}连${brief(c.amount)}都不到的${scope(c)}有哪些`
      : undefined,
  hant((c) => ifSaid(is(c, money(c.amount)), (so) => `哪些${scope(c)}的${c.year}年${goalLong(c)}${so}？`)),
  (c) =>
    c.negated || !c.measure
      ? undefined
      : `Which ${c.class ? `${CLASS_ENGLISH[c.class]} ` : ""}clusters have a ${c.year} ${MEASURE[c.measure]?.english} target of ${CMP_ENGLISH[c.cmp]}${billions(c.amount)} yuan?`,
];

const top = (c: Of<"best">): string =>
  c.extreme === "max" ? vary(c, "最高", "最大") : vary(c, "最低", "最小");

const best: Phrasings["best"] = [
  (c) => `${c.year}年${MEASURE[c.measure]?.short}目标${top(c)}的${scope(c)}是哪个`,
  (c) => `哪个${scope(c)}${c.year}年的${MEASURE[c.measure]?.long}目标${top(c)}？`,
  (c) => `${scope(c)}里谁的${c.year}年${MEASURE[c.measure]?.short}目标${top(c)}`,
  (c) => `请问 ${c.year} 年${MEASURE[c.measure]?.long}目标${top(c)}的是哪一个${scope(c)}？`,
  (c) =>
    `${c.year}年${MEASURE[c.measure]?.short}目标排${c.extreme === "max" ? "第一" : "最后"}的${scope(c)}是谁`,
  hant((c) => `${c.year}年${MEASURE[c.measure]?.long}目标${top(c)}的是哪個${scope(c)}？`),
  (c) =>
    `Which ${c.class ? `${CLASS_ENGLISH[c.class]} ` : ""}cluster has the ${c.extreme === "max" ? "largest" : "smallest"} ${c.year} ${MEASURE[c.measure]?.english} target?`,
  (c) =>
    `想知道${scope(c)}中${c.year}年${MEASURE[c.measure]?.short}目标${c.extreme === "max" ? "最多" : "最少"}的是哪个`,
];

const larger: Phrasings["larger"] = [
  (c) =>
    c.negated
      ? undefined
      : `${short(c.first)}${c.year}年${MEASURE[c.measure]?.short}目标比${short(c.second)}高吗`,
  (c) =>
    c.negated
      ? undefined
      : `${c.year}年${MEASURE[c.measure]?.long}目标，${full(c.first)}是不是比${full(c.second)}大？`,
  (c) =>
    c.negated
      ? undefined
      : `${casual(c.first)}的${c.year}年${MEASURE[c.measure]?.short}目标超过${casual(c.second)}吗`,
  (c) =>
    c.negated
      ? undefined
      : `论${c.year}年${MEASURE[c.measure]?.short}目标，${short(c.first)}高于${short(c.second)}${tag(c)}`,
  (c) =>
    c.negated
      ? undefined
      : `${short(c.first)}${c.year}年的${MEASURE[c.measure]?.short}目标有没有${short(c.second)}的高`,
  (c) =>
    c.negated
      ? `${short(c.first)}${c.year}年${MEASURE[c.measure]?.short}目标没有${short(c.second)}高${tag(c)}`
      : undefined,
  (c) =>
    c.negated
      ? `${casual(c.first)}的${c.year}年${MEASURE[c.measure]?.long}目标不比${casual(c.second)}高，对吗`
      : undefined,
  (c) =>
    c.negated
      ? `${full(c.first)}${c.year}年${MEASURE[c.measure]?.short}目标并未超过${full(c.second)}，是吗？`
      : undefined,
  (c) =>
    c.negated
      ? `${c.year}年${MEASURE[c.measure]?.short}目标上${short(c.first)}不如${short(c.second)}吧`
      : undefined,
  hant((c) =>
    c.negated
      ? undefined
      : `${full(c.first)}的${c.year}年${MEASURE[c.measure]?.long}目標比${full(c.second)}高嗎？`,
  ),
  (c) =>
    c.negated
      ? undefined
      : `Is the ${c.year} ${MEASURE[c.measure]?.english} target of ${english(c.first)} higher than that of ${english(c.second)}?`,
];

// Classes and regions

const kinds = (c: Of<"class">): string =>
  c.class === "one of the 20"
    ? vary(c, "20个产业集群之一", "广东20个战略性产业集群之一", "20个集群里的一个")
    : vary(c, CLASS[c.class], FORMAL[c.class], `十大${FORMAL[c.class]}集群之一`);
const groupOf = (c: Of<"class">): string =>
  c.class === "one of the 20" ? "20个战略性产业集群" : `十大${FORMAL[c.class]}集群`;

const classes: Phrasings["class"] = [
  (c) => (c.negated ? undefined : `${short(c.subject)}是${kinds(c)}吗`),
  (c) => (c.negated ? undefined : `${full(c.subject)}属于${groupOf(c)}吗？`),
  (c) => (c.negated ? undefined : `${short(c.subject)}是不是${kinds(c)}？`),
  (c) => (c.negated ? undefined : `${groupOf(c)}包括${short(c.subject)}吗`),
  (c) => (c.negated ? undefined : `${short(c.subject)}算不算${kinds(c)}`),
  (c) => (c.negated ? undefined : `${groupOf(c)}里有没有${short(c.subject)}`),
  (c) => (c.negated ? `${short(c.subject)}不是${kinds(c)}${tag(c)}` : undefined),
  (c) => (c.negated ? `${full(c.subject)}不属于${groupOf(c)}，对吗？` : undefined),
  (c) => (c.negated ? `${groupOf(c)}不包括${short(c.subject)}${tag(c)}` : undefined),
  (c) => (c.negated ? `${short(c.subject)}并非${kinds(c)}，是吗` : undefined),
  (c) => (c.negated ? `${groupOf(c)}里没有${short(c.subject)}吧` : undefined),
  hant((c) => (c.negated ? undefined : `${full(c.subject)}屬於${groupOf(c)}嗎？`)),
  (c) =>
    c.negated || !CALLED[c.subject]
      ? undefined
      : c.class === "one of the 20"
        ? `Is ${english(c.subject)} one of the 20 clusters?`
        : `Is ${english(c.subject)} ${c.class === "支柱" ? "a pillar" : "an emerging"} industry cluster?`,
];

const list: Phrasings["list"] = [
  (c) => (c.complement || c.except ? undefined : `${CLASS[c.class]}集群有哪些`),
  (c) => (c.complement || c.except ? undefined : `请列出十大${FORMAL[c.class]}集群`),
  (c) => (c.complement || c.except ? undefined : `${FORMAL[c.class]}集群都是哪十个啊`),
  (c) => (c.complement || c.except ? undefined : `Which clusters are ${CLASS_ENGLISH[c.class]} industries?`),
  (c) =>
    !c.complement && c.except ? `除了${exceptNames(c.except)}，${CLASS[c.class]}集群还有哪些` : undefined,
  (c) =>
    !c.complement && c.except ? `${exceptNames(c.except)}以外的${FORMAL[c.class]}集群有哪些？` : undefined,
  (c) =>
    !c.complement && c.except ? `不算${exceptNames(c.except)}，还有哪些集群是${CLASS[c.class]}` : undefined,
  (c) =>
    !c.complement && c.except
      ? `除${exceptNames(c.except)}之外，十大${FORMAL[c.class]}集群还包括什么`
      : undefined,
  hant((c) =>
    !c.complement && c.except
      ? `除了${exceptNames(c.except)}，還有哪些集群屬於${FORMAL[c.class]}？`
      : undefined,
  ),
  (c) => (c.complement && !c.except ? `哪些集群不是${CLASS[c.class]}` : undefined),
  (c) => (c.complement && !c.except ? `20个集群里不属于${FORMAL[c.class]}的有哪些？` : undefined),
  (c) => (c.complement && !c.except ? `除了${CLASS[c.class]}集群，20个集群还剩哪些` : undefined),
  (c) => (c.complement && !c.except ? `${CLASS[c.class]}以外的集群都有什么` : undefined),
  (c) =>
    c.complement && c.except ? `除了${exceptNames(c.except)}，还有哪些集群不是${CLASS[c.class]}` : undefined,
  (c) =>
    c.complement && c.except
      ? `不属于${CLASS[c.class]}的集群，${exceptNames(c.except)}除外，还有哪些`
      : undefined,
  (c) =>
    c.complement && c.except ? `${otherClass(c.class)}产业里除了${exceptNames(c.except)}还有啥` : undefined,
];

const region: Phrasings["region"] = [
  (c) => (c.negated ? undefined : `${c.city}属于${c.region}吗`),
  (c) => (c.negated ? undefined : `请问${c.city}市在${c.region}吗？`),
  (c) => (c.negated ? undefined : `${c.city}是不是${c.region}的城市`),
  (c) => (c.negated ? undefined : `${c.region}包括${c.city}吗`),
  (c) => (c.negated ? undefined : `${c.city}算${c.region}吧？`),
  (c) => (c.negated ? undefined : `Is ${english(c.city)} in ${REGION[c.region]}?`),
  (c) => (c.negated ? `${c.city}不属于${c.region}${tag(c)}` : undefined),
  (c) => (c.negated ? `${c.city}不在${c.region}，对吗` : undefined),
  (c) => (c.negated ? `${c.region}不包括${c.city}吧` : undefined),
  (c) => (c.negated ? `${c.city}并不是${c.region}城市，是吗？` : undefined),
  (c) => (c.negated ? `${c.region}的城市里没有${c.city}，对吧` : undefined),
  hant((c) => (c.negated ? undefined : `${c.city}屬於${c.region}嗎？`)),
];

const regionList: Phrasings["region-list"] = [
  (c) => (c.complement ? undefined : `${c.region}有哪些城市`),
  (c) => (c.complement ? undefined : `${c.region}包括哪几个市？`),
  (c) => (c.complement ? undefined : `哪些城市属于${c.region}`),
  (c) => (c.complement ? undefined : `Which cities are in ${REGION[c.region]}?`),
  (c) => (c.complement ? `哪些城市不属于${c.region}` : undefined),
  (c) => (c.complement ? `${c.region}以外的城市有哪些？` : undefined),
  (c) => (c.complement ? `广东不在${c.region}的市有哪些` : undefined),
  (c) => (c.complement ? `除了${c.region}的城市，广东还有哪些市` : undefined),
  hant((c) => (c.complement ? undefined : `${c.region}有哪些城市呀`)),
];

export const PHRASINGS: Phrasings = {
  role,
  roles: [...rolesPositive, ...rolesDenied],
  cities,
  clusters,
  figure,
  figures,
  best,
  larger,
  class: classes,
  list,
  region,
  "region-list": regionList,
};
