/**
 * A third table of wordings, written blind: its author had seen the data and the types, not the rules that read questions
 * nor the other tables.
 */
import type { ClusterClass, Measure, Region } from "../../src/dataset/schema.ts";
import type { Case, Phrasings, RoleTier } from "./cases.ts";

type Of<K extends Case["kind"]> = Extract<Case, { kind: K }>;

const SHORT: Record<string, string> = {
  新一代电子信息: "电子信息",
  绿色石化: "石化",
  智能家电: "家电",
  汽车产业: "汽车",
  先进材料: "先进材料",
  现代轻工纺织: "轻工纺织",
  软件与信息服务: "软件",
  超高清视频显示: "超高清",
  生物医药与健康: "生物医药",
  现代农业与食品: "农业食品",
  半导体与集成电路: "半导体",
  高端装备制造: "高端装备",
  智能机器人: "机器人",
  区块链与量子信息: "区块链",
  前沿新材料: "前沿新材料",
  新能源: "新能源",
  激光与增材制造: "激光增材",
  数字创意: "数字创意",
  安全应急与环保: "安全应急环保",
  精密仪器设备: "精密仪器",
};
const ENGLISH: Record<string, string> = {
  新一代电子信息: "next-generation electronic information",
  绿色石化: "green petrochemicals",
  智能家电: "smart home appliances",
  汽车产业: "automobiles",
  先进材料: "advanced materials",
  现代轻工纺织: "modern light industry and textiles",
  软件与信息服务: "software and information services",
  超高清视频显示: "ultra-high-definition video display",
  生物医药与健康: "biomedicine and health",
  现代农业与食品: "modern agriculture and food",
  半导体与集成电路: "semiconductors and integrated circuits",
  高端装备制造: "high-end equipment manufacturing",
  智能机器人: "intelligent robots",
  区块链与量子信息: "blockchain and quantum information",
  前沿新材料: "frontier new materials",
  新能源: "new energy",
  激光与增材制造: "laser and additive manufacturing",
  数字创意: "digital creativity",
  安全应急与环保: "safety, emergency response and environmental protection",
  精密仪器设备: "precision instruments and equipment",
};
const CITY: Record<string, string> = {
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
/** Names as a cluster: the official one with 集群, and what people call it. */
const full = (c: string): string => `${c}集群`;
const short = (c: string): string => SHORT[c] ?? c;
const en = (c: string): string | undefined => ENGLISH[c];
const enCity = (c: string): string => CITY[c] ?? c;
const pinyin = (c: string): string => enCity(c).toLowerCase();

const TIER: Record<RoleTier, string> = { core: "核心", key: "重点", support: "协同", base: "基地" };
const tierCity = (t: RoleTier): string => `${TIER[t]}城市`;
const TIER_EN: Record<RoleTier, [string, string]> = {
  core: ["core city", "core cities"],
  key: ["key city", "key cities"],
  support: ["supporting city", "supporting cities"],
  base: ["base city", "base cities"],
};
const REGION_EN: Record<Region, string> = {
  珠三角: "the Pearl River Delta",
  粤东: "eastern Guangdong",
  粤西: "western Guangdong",
  粤北: "northern Guangdong",
};
const CLASS_EN: Record<ClusterClass, string> = { 支柱: "pillar", 新兴: "emerging" };
const MEASURE: Partial<Record<Measure, string>> = {
  revenue: "营收",
  "value-added": "增加值",
  "output-value": "产值",
  scale: "产业规模",
  output: "产量",
  capacity: "产能",
  profit: "利润",
  exports: "出口",
  investment: "投资",
};
const MEASURE_EN: Partial<Record<Measure, string>> = {
  revenue: "revenue",
  "value-added": "value added",
  "output-value": "output value",
  scale: "industry scale",
};

const PAIRS =
  "产產业業国國东東广廣门門问問个個从從来來们們过過还還这這为為对對说說请請没沒总總达達长長万萬亿億级級数數据據里裡发發会會样樣" +
  "区區时時间間电電气氣汽汽车車软軟件件术術务務医醫药藥农農创創机機块塊链鏈体體导導装裝备備应應环環与與纺紡织織轻輕红紅础礎资資" +
  "绿綠线線视視频頻显顯设設计計划劃华華头頭关關开開进進远遠阳陽惠惠莞莞韶韶云雲湛湛汕汕潮潮揭揭肇肇庆慶茂茂梅梅兴興圳圳佛佛" +
  "几幾称稱两兩单單则則点點无無属屬归歸类類哪哪吗嗎么麼仅僅协協规規模模营營标標额額较較谁誰当當听聽讲講写寫给給认認确確选選" +
  "后後边邊离離刚剛读讀书書报報记記动動实實际際岁歲觉覺买賣难難简簡终終结結组組经經济濟变變态態样樣该該战戰沿沿仪儀质質";
const TRADITIONAL = new Map<string, string>();
for (let i = 0; i + 1 < PAIRS.length; i += 2) TRADITIONAL.set(PAIRS[i] ?? "", PAIRS[i + 1] ?? "");
const trad = (s: string): string => [...s].map((ch) => TRADITIONAL.get(ch) ?? ch).join("");

const join = (names: readonly string[]): string => names.join("、");
const joinAnd = (names: readonly string[]): string =>
  names.length < 2 ? join(names) : `${join(names.slice(0, -1))}和${names.at(-1) ?? ""}`;
const joinEn = (names: readonly string[], word: string): string => {
  const list = names.map(enCity);
  return list.length < 2 ? list.join("") : `${list.slice(0, -1).join(", ")} ${word} ${list.at(-1) ?? ""}`;
};
const yi = (amount: number): string => `${String(amount)}亿`;
const wan = (amount: number): string =>
  amount >= 10000 ? `${String(amount / 10000)}万亿` : `${String(amount)}亿`;
const yuanEn = (amount: number): string =>
  amount >= 10000 ? `${String(amount / 10000)} trillion yuan` : `${String(amount / 10)} billion yuan`;

type Cmp = "=" | ">" | ">=" | "<" | "<=";
const ABOVE: Record<Cmp, string> = { "=": "是", ">": "超过", ">=": "不低于", "<": "低于", "<=": "不超过" };
const LOOSE: Record<Cmp, string> = { "=": "就是", ">": "高于", ">=": "不少于", "<": "不到", "<=": "最多" };
const CMP_EN: Record<Cmp, string> = {
  "=": "exactly",
  ">": "more than",
  ">=": "at least",
  "<": "less than",
  "<=": "no more than",
};
/** Comparisons whose denial can be said in one word. */
const DENIED: Partial<Record<Cmp, string>> = { "=": "不是", ">": "没超过", "<": "不低于" };

/* ---- pieces for lists of cities ---- */
const bare = (c: Of<"cities">): boolean =>
  c.except === undefined && c.inside === undefined && c.outside === undefined;
const where = (c: Of<"cities">): string =>
  c.inside !== undefined ? c.inside : c.outside !== undefined ? `${c.outside}以外的` : "";
const among = (c: Of<"cities">): string =>
  c.inside !== undefined ? `${c.inside}里头` : c.outside !== undefined ? `${c.outside}之外` : "全省";
const save = (c: { except?: string[] }, how: "除了" | "不算" | "之外" | "除外"): string => {
  if (c.except === undefined) return "";
  const names = joinAnd(c.except);
  if (how === "除了") return `除了${names}，`;
  if (how === "不算") return `不算${names}，`;
  if (how === "之外") return `除${names}之外，`;
  return `（${names}除外）`;
};
const being = (c: Of<"cities">): string => {
  if (c.tier === undefined)
    return c.complement ? `没有被省里写进${full(c.cluster)}` : `被省里写进了${full(c.cluster)}`;
  return c.complement
    ? `不是${full(c.cluster)}的${tierCity(c.tier)}`
    : `是${full(c.cluster)}的${tierCity(c.tier)}`;
};
const beingShort = (c: Of<"cities">): string => {
  if (c.tier === undefined)
    return c.complement ? `省里在${short(c.cluster)}集群没点名` : `省里在${short(c.cluster)}集群点了名`;
  return c.complement ? `不是${short(c.cluster)}${TIER[c.tier]}` : `是${short(c.cluster)}${TIER[c.tier]}`;
};
const placeEn = (c: Of<"cities">): string =>
  c.inside !== undefined
    ? ` in ${REGION_EN[c.inside]}`
    : c.outside !== undefined
      ? ` outside ${REGION_EN[c.outside]}`
      : "";
const exceptEn = (c: { except?: string[] }): string =>
  c.except === undefined ? "" : ` except ${joinEn(c.except, "and")}`;

/* ---- pieces for lists of clusters ---- */
const kindOf = (c: Of<"clusters">): string =>
  c.class !== undefined ? `${c.class}集群` : c.notClass !== undefined ? `非${c.notClass}集群` : "集群";
const one = (c: Of<"clusters">): string | undefined => (c.cities.length === 1 ? c.cities[0] : undefined);
const isOf = (c: Of<"clusters">): string =>
  c.tier === undefined
    ? c.complement
      ? "没有被省里写到"
      : "被省里写到"
    : `${c.complement ? "不是" : "是"}${tierCity(c.tier)}`;
const exceptClusters = (c: Of<"clusters"> | Of<"list">): string | undefined => {
  if (c.except === undefined) return "";
  const names = c.except.map((x) => en(x));
  return names.includes(undefined) ? undefined : ` except ${names.join(" and ")}`;
};

/** Ends a claim so that it stays the claim it is, denied or not. */
const tag = (negated: boolean): string => (negated ? "，对吧？" : "吗？");

export const PHRASINGS_C: Phrasings = {
  role: [
    (c) =>
      c.tier
        ? `${c.city}${c.negated ? "不是" : "是"}${full(c.cluster)}的${tierCity(c.tier)}${tag(c.negated)}`
        : undefined,
    (c) => (c.tier && !c.negated ? `${c.city}算不算${short(c.cluster)}的${tierCity(c.tier)}啊` : undefined),
    (c) =>
      c.tier && !c.negated ? `${short(c.cluster)}这个集群，${c.city}是不是${TIER[c.tier]}？` : undefined,
    (c) =>
      c.tier && c.negated ? `${short(c.cluster)}的${tierCity(c.tier)}里没有${c.city}，是吧` : undefined,
    (c) => (c.tier && !c.negated ? `${short(c.cluster)}的${tierCity(c.tier)}里有没有${c.city}` : undefined),
    (c) => (c.tier && !c.negated ? `${short(c.cluster)}的${tierCity(c.tier)}里有${c.city}，是吧` : undefined),
    (c) =>
      c.tier
        ? trad(
            `${c.city}${c.negated ? "並不是" : "是"}${full(c.cluster)}的${tierCity(c.tier)}，${c.negated ? "没错吧" : "对不对"}？`,
          )
        : undefined,
    (c) => {
      const name = en(c.cluster);
      if (!c.tier || name === undefined) return undefined;
      const [a] = TIER_EN[c.tier];
      return c.negated
        ? `${enCity(c.city)} is not a ${a} of the ${name} cluster, right?`
        : `Is ${enCity(c.city)} a ${a} of the ${name} cluster?`;
    },
    (c) => {
      const name = en(c.cluster);
      if (c.tier || name === undefined) return undefined;
      return c.negated
        ? `The province doesn't name ${enCity(c.city)} in the ${name} cluster, right?`
        : `Does the province mention ${enCity(c.city)} in the ${name} cluster?`;
    },
    (c) =>
      c.tier
        ? `昨天跟同事吃饭，他说${c.city}${c.negated ? "根本不是" : "是"}${short(c.cluster)}的${tierCity(c.tier)}，他说得对吗？`
        : undefined,
    (c) => (c.tier && !c.negated ? `${pinyin(c.city)}是${short(c.cluster)}${TIER[c.tier]}城市嘛` : undefined),
    (c) =>
      !c.tier
        ? `省里${c.negated ? "没有" : "有"}把${c.city}写进${full(c.cluster)}${c.negated ? "，对吗" : "吗"}？`
        : undefined,
    (c) => (!c.tier && !c.negated ? `${short(c.cluster)}集群省里有没有提到${c.city}` : undefined),
    (c) => (!c.tier && c.negated ? `${short(c.cluster)}集群里省里压根没提${c.city}，是不是这样` : undefined),
    (c) => (!c.tier && !c.negated ? `${c.city}在${full(c.cluster)}里有省里给的角色没` : undefined),
    (c) => (!c.tier && c.negated ? `${c.city}在${full(c.cluster)}里没有省里给的角色，是吧` : undefined),
    (c) =>
      c.tier
        ? `请核实：按省级文件，${c.city}${c.negated ? "不属于" : "属于"}${full(c.cluster)}${tierCity(c.tier)}。`
        : undefined,
    (c) =>
      c.tier && c.negated ? `我记得${c.city}不是${short(c.cluster)}${TIER[c.tier]}，没记错吧` : undefined,
    (c) =>
      c.tier && !c.negated ? `我记得${c.city}是${short(c.cluster)}${TIER[c.tier]}，没记错吧` : undefined,
    (c) =>
      c.tier && !c.negated
        ? `写ppt要用，${c.city}能说成是${full(c.cluster)}的${tierCity(c.tier)}不`
        : undefined,
    (c) =>
      c.tier && !c.negated
        ? trad(`想請教一下，${c.city}有没有被列为${full(c.cluster)}的${tierCity(c.tier)}？`)
        : undefined,
  ],

  roles: [
    (c) =>
      c.quantifier === "all" && !c.negated
        ? `${joinAnd(c.cities)}都是${full(c.cluster)}的${tierCity(c.tier)}吗？`
        : undefined,
    (c) =>
      c.quantifier === "all" && c.negated
        ? `${joinAnd(c.cities)}不都是${full(c.cluster)}的${tierCity(c.tier)}，对吧？`
        : undefined,
    (c) =>
      c.quantifier === "all" && !c.negated
        ? `${c.cities.join("跟")}是不是全是${short(c.cluster)}${tierCity(c.tier)}`
        : undefined,
    (c) =>
      c.quantifier === "all" && c.negated
        ? `${join(c.cities)}并非全部是${short(c.cluster)}的${tierCity(c.tier)}，是吧`
        : undefined,
    (c) =>
      c.quantifier === "any" && !c.negated
        ? `${joinAnd(c.cities)}里面有没有${short(c.cluster)}的${tierCity(c.tier)}`
        : undefined,
    (c) =>
      c.quantifier === "any" && !c.negated
        ? `${c.cities.join("、")}当中至少有一个是${full(c.cluster)}${tierCity(c.tier)}吗`
        : undefined,
    (c) =>
      c.quantifier === "none" && !c.negated
        ? `${joinAnd(c.cities)}都不是${short(c.cluster)}的${tierCity(c.tier)}，对吧`
        : undefined,
    (c) =>
      c.quantifier === "none" && !c.negated
        ? `${joinAnd(c.cities)}没有一个是${full(c.cluster)}的${tierCity(c.tier)}，是这样吗？`
        : undefined,
    (c) =>
      c.quantifier === "only" && !c.negated
        ? `${full(c.cluster)}的${tierCity(c.tier)}只有${joinAnd(c.cities)}吗？`
        : undefined,
    (c) =>
      c.quantifier === "only" && !c.negated
        ? `${short(c.cluster)}${tierCity(c.tier)}是不是就${joinAnd(c.cities)}，没别的了`
        : undefined,
    (c) =>
      c.quantifier === "only" && c.negated
        ? `${short(c.cluster)}的${tierCity(c.tier)}不只有${joinAnd(c.cities)}，对吗？`
        : undefined,
    (c) =>
      c.quantifier === "only" && c.negated
        ? trad(`${full(c.cluster)}的${tierCity(c.tier)}不止${joinAnd(c.cities)}，是吧？`)
        : undefined,
    (c) => {
      const name = en(c.cluster);
      if (name === undefined || c.negated) return undefined;
      const [a, many] = TIER_EN[c.tier];
      if (c.quantifier === "all")
        return `Are ${c.cities.length === 2 ? "both" : "all of"} ${joinEn(c.cities, "and")} ${many} of the ${name} cluster?`;
      if (c.quantifier === "any") return `Is any of ${joinEn(c.cities, "or")} a ${a} of the ${name} cluster?`;
      if (c.quantifier === "none")
        return `None of ${joinEn(c.cities, "and")} is a ${a} of the ${name} cluster, right?`;
      return `Are ${joinEn(c.cities, "and")} the only ${many} of the ${name} cluster?`;
    },
    (c) => {
      const name = en(c.cluster);
      if (name === undefined || !c.negated) return undefined;
      const [, many] = TIER_EN[c.tier];
      if (c.quantifier === "all")
        return `Not all of ${joinEn(c.cities, "and")} are ${many} of the ${name} cluster, correct?`;
      if (c.quantifier === "only")
        return `${joinEn(c.cities, "and")} are not the only ${many} of the ${name} cluster, correct?`;
      return undefined;
    },
    (c) =>
      c.quantifier === "all" && !c.negated
        ? `老师让我们做小组作业，组长写“${joinAnd(c.cities)}均为${full(c.cluster)}${tierCity(c.tier)}”，这句话对吗`
        : undefined,
    (c) =>
      c.quantifier === "none" && !c.negated
        ? `群里有人讲${joinAnd(c.cities)}全都不是${short(c.cluster)}的${tierCity(c.tier)}，真的假的`
        : undefined,
    (c) =>
      c.quantifier === "only" && !c.negated
        ? `除了${joinAnd(c.cities)}，${full(c.cluster)}就没有别的${tierCity(c.tier)}了，对吧？`
        : undefined,
    (c) =>
      c.quantifier === "any" && c.negated
        ? `${joinAnd(c.cities)}里一个${short(c.cluster)}的${tierCity(c.tier)}都没有，对吧`
        : undefined,
    (c) =>
      c.quantifier === "all" && !c.negated
        ? trad(`请问${joinAnd(c.cities)}，是否都列为${full(c.cluster)}的${tierCity(c.tier)}？`)
        : undefined,
    (c) =>
      c.quantifier === "any" && !c.negated
        ? `${c.cities.join("、")}这${c.cities.length === 2 ? "两" : "三"}个里面，有是${short(c.cluster)}${TIER[c.tier]}的吗`
        : undefined,
  ],

  cities: [
    (c) => (c.count ? undefined : `${save(c, "除了")}${where(c)}哪些城市${being(c)}？`),
    (c) => (c.count ? `${save(c, "除了")}${where(c)}有几个城市${being(c)}？` : undefined),
    (c) => (c.count ? `${save(c, "不算")}${among(c)}一共多少个市${beingShort(c)}啊` : undefined),
    (c) => (c.count ? undefined : `${save(c, "不算")}${among(c)}${beingShort(c)}的市有哪几个`),
    (c) =>
      !c.count && !c.complement && c.tier && bare(c)
        ? `${short(c.cluster)}${tierCity(c.tier)}都有谁`
        : undefined,
    (c) =>
      !c.count && !c.complement && c.tier
        ? `${short(c.cluster)}的${tierCity(c.tier)}，${where(c)}${c.inside || c.outside ? "" : "全部"}列一下${save(c, "除外")}`
        : undefined,
    (c) => (c.count ? undefined : trad(`${save(c, "之外")}${where(c)}有哪些城市${being(c)}？`)),
    (c) => {
      const name = en(c.cluster);
      if (name === undefined) return undefined;
      const head = c.count ? "How many" : "Which";
      if (c.tier) {
        const [, many] = TIER_EN[c.tier];
        return `${head} cities${placeEn(c)}${exceptEn(c)} are ${c.complement ? "not " : ""}${many} of the ${name} cluster?`;
      }
      return `${head} cities${placeEn(c)}${exceptEn(c)} are ${c.complement ? "not " : ""}named by the province in the ${name} cluster?`;
    },
    (c) =>
      !c.count && bare(c) && c.complement && c.tier
        ? `21个市里哪些当不上${full(c.cluster)}的${tierCity(c.tier)}`
        : undefined,
    (c) => (!c.count && bare(c) && c.complement ? `广东哪些市${being(c)}` : undefined),
    (c) =>
      !c.count && !c.complement && c.tier && c.except && !c.inside && !c.outside
        ? `${short(c.cluster)}${tierCity(c.tier)}除了${joinAnd(c.except)}还有哪些`
        : undefined,
    (c) =>
      !c.count && !c.complement && c.tier && c.except && !c.inside && !c.outside
        ? `${joinAnd(c.except)}我知道了，${full(c.cluster)}其他的${tierCity(c.tier)}呢？`
        : undefined,
    (c) => (!c.count && c.inside && !c.except ? `${c.inside}那几个市，哪个${being(c)}` : undefined),
    (c) => (!c.count && c.outside && !c.except ? `不在${c.outside}的城市里，有哪些${being(c)}？` : undefined),
    (c) =>
      !c.count && !c.tier
        ? `${save(c, "除了")}${full(c.cluster)}，省里${c.complement ? "没点到" : "点到了"}${where(c)}哪些市？`
        : undefined,
    (c) =>
      c.count && bare(c) && !c.complement && c.tier
        ? `${full(c.cluster)}总共有几个${tierCity(c.tier)}来着`
        : undefined,
    (c) =>
      c.count && c.tier && !c.complement
        ? trad(
            `请问${full(c.cluster)}的${tierCity(c.tier)}${c.inside ? `在${c.inside}的` : c.outside ? `在${c.outside}以外的` : ""}有多少个${save(c, "除外")}？`,
          )
        : undefined,
    (c) =>
      c.count
        ? undefined
        : `我在写毕业论文，需要一份名单：${save(c, "之外")}${where(c)}${being(c)}的城市，谢谢！`,
    (c) => (!c.count && !c.complement && bare(c) ? `那些城市${being(c)}` : undefined),
    (c) =>
      !c.count && !c.complement && bare(c) && c.tier
        ? `列出${full(c.cluster)}全部${tierCity(c.tier)}`
        : undefined,
    (c) => (c.count && c.complement ? `${save(c, "除了")}${where(c)}${being(c)}的市有多少个？` : undefined),
  ],

  clusters: [
    (c) => {
      const city = one(c);
      return city !== undefined && !c.count
        ? `${save(c, "除了")}${city}在哪些${kindOf(c)}里${isOf(c)}？`
        : undefined;
    },
    (c) => {
      const city = one(c);
      return city !== undefined && c.count
        ? `${save(c, "除了")}${city}在几个${kindOf(c)}里${isOf(c)}？`
        : undefined;
    },
    (c) => {
      const city = one(c);
      return city !== undefined && c.count && c.tier && !c.complement
        ? `${save(c, "不算")}${city}一共当了多少个${kindOf(c)}的${tierCity(c.tier)}`
        : undefined;
    },
    (c) => {
      const city = one(c);
      return city !== undefined && !c.count && c.tier && !c.complement
        ? `${city}都是哪些${kindOf(c)}的${tierCity(c.tier)}啊${save(c, "除外")}`
        : undefined;
    },
    (c) => {
      const city = one(c);
      return city !== undefined && !c.count && c.tier && c.complement
        ? `${save(c, "除了")}哪些${kindOf(c)}不是以${city}为${TIER[c.tier]}的`
        : undefined;
    },
    (c) => {
      const city = one(c);
      return city !== undefined && !c.count && c.tier === "core" && !c.complement
        ? `以${city}为核心的${kindOf(c)}有哪些${save(c, "除外")}`
        : undefined;
    },
    (c) =>
      c.cities.length > 1 && !c.complement && !c.count && c.tier
        ? `${save(c, "除了")}${joinAnd(c.cities)}同时都是${tierCity(c.tier)}的${kindOf(c)}有哪些？`
        : undefined,
    (c) =>
      c.cities.length > 1 && !c.complement && !c.count && c.tier
        ? `哪些${kindOf(c)}里${joinAnd(c.cities)}都是${TIER[c.tier]}${save(c, "除外")}`
        : undefined,
    (c) =>
      c.cities.length > 1 && !c.complement && c.count && c.tier
        ? `${save(c, "不算")}${joinAnd(c.cities)}都当${tierCity(c.tier)}的${kindOf(c)}有几个`
        : undefined,
    (c) =>
      c.cities.length > 1 && !c.complement && !c.count && !c.tier
        ? `${save(c, "除了")}哪些${kindOf(c)}省里把${joinAnd(c.cities)}都写进去了`
        : undefined,
    (c) =>
      c.cities.length > 1 && !c.complement && c.count && !c.tier
        ? `${save(c, "除了")}省里把${joinAnd(c.cities)}都写到的${kindOf(c)}有多少个？`
        : undefined,
    (c) => {
      const city = one(c);
      const rest = exceptClusters(c);
      if (city === undefined || rest === undefined) return undefined;
      const what = c.class
        ? `${CLASS_EN[c.class]} clusters`
        : c.notClass
          ? `clusters that are not ${CLASS_EN[c.notClass]} ones`
          : "clusters";
      const head = c.count ? "how many" : "which";
      return c.tier
        ? `In ${head} ${what}${rest} is ${enCity(city)} ${c.complement ? "not " : ""}a ${TIER_EN[c.tier][0]}?`
        : `In ${head} ${what}${rest} is ${enCity(city)} ${c.complement ? "not " : ""}named by the province?`;
    },
    (c) => {
      const rest = exceptClusters(c);
      if (c.cities.length < 2 || rest === undefined || c.complement || !c.tier || c.notClass)
        return undefined;
      return `${c.count ? "How many" : "Which"} ${c.class ? `${CLASS_EN[c.class]} ` : ""}clusters${rest} have both ${joinEn(c.cities, "and")} as ${TIER_EN[c.tier][1]}?`;
    },
    (c) => {
      const city = one(c);
      return city !== undefined && !c.count
        ? trad(`${save(c, "之外")}${city}在哪些${kindOf(c)}中${isOf(c)}？`)
        : undefined;
    },
    (c) => {
      const city = one(c);
      return city !== undefined && !c.count && c.tier
        ? `准备去${city}找工作，想看看${save(c, "除了")}${city}${c.complement ? "不是" : "是"}${tierCity(c.tier)}的${kindOf(c)}有哪些`
        : undefined;
    },
    (c) => {
      const city = one(c);
      return city !== undefined && !c.count && !c.tier && !c.complement
        ? `${save(c, "不算")}省里文件给${city}安排了角色的${kindOf(c)}有哪些`
        : undefined;
    },
    (c) => {
      const city = one(c);
      return city !== undefined && !c.count && !c.tier && c.complement
        ? `${save(c, "除了")}哪些${kindOf(c)}省里根本没提${city}`
        : undefined;
    },
    (c) => {
      const city = one(c);
      return city !== undefined && c.count && c.complement
        ? `${save(c, "除了")}${city}${isOf(c)}的${kindOf(c)}有多少个？`
        : undefined;
    },
    (c) => {
      const city = one(c);
      return city !== undefined && !c.count && !c.complement && !c.class && !c.notClass && !c.except && c.tier
        ? `${pinyin(city)}是那些集群的${TIER[c.tier]}`
        : undefined;
    },
    (c) => {
      const city = one(c);
      return city !== undefined && !c.count && c.tier && !c.complement && c.except
        ? `${city}当${TIER[c.tier]}的${kindOf(c)}，除了${joinAnd(c.except)}还有啥`
        : undefined;
    },
  ],

  figure: [
    (c) =>
      c.status === "target" && MEASURE[c.measure] && !c.negated
        ? `${full(c.cluster)}${String(c.year)}年${MEASURE[c.measure] ?? ""}目标${ABOVE[c.cmp]}${wan(c.amount)}元吗？`
        : undefined,
    (c) =>
      c.status === "target" && MEASURE[c.measure] && !c.negated
        ? `${short(c.cluster)}${String(c.year)}年的${MEASURE[c.measure] ?? ""}目标是不是${LOOSE[c.cmp].replace("就是", "")}${yi(c.amount)}`
        : undefined,
    (c) =>
      c.status === "result" && MEASURE[c.measure] && !c.negated
        ? `${full(c.cluster)}${String(c.year)}年实际${MEASURE[c.measure] ?? ""}${ABOVE[c.cmp]}${wan(c.amount)}元吗`
        : undefined,
    (c) =>
      c.status === "result" && MEASURE[c.measure] && !c.negated && c.cmp === ">"
        ? `${String(c.year)}年${short(c.cluster)}${MEASURE[c.measure] ?? ""}有没有超过${wan(c.amount)}`
        : undefined,
    (c) => {
      const no = DENIED[c.cmp];
      return c.status === "target" && c.negated && no !== undefined && MEASURE[c.measure]
        ? `${full(c.cluster)}${String(c.year)}年的${MEASURE[c.measure] ?? ""}目标${no}${wan(c.amount)}，对吧？`
        : undefined;
    },
    (c) => {
      const no = DENIED[c.cmp];
      return c.status === "result" && c.negated && no !== undefined && MEASURE[c.measure]
        ? `${full(c.cluster)}${String(c.year)}年实际${MEASURE[c.measure] ?? ""}${no}${wan(c.amount)}，是吧`
        : undefined;
    },
    (c) =>
      MEASURE[c.measure] && c.negated && c.status === "target"
        ? `说${short(c.cluster)}${String(c.year)}年${MEASURE[c.measure] ?? ""}目标${ABOVE[c.cmp]}${wan(c.amount)}，这话不对吧`
        : undefined,
    (c) =>
      MEASURE[c.measure] && c.status === "target" && !c.negated
        ? trad(
            `${full(c.cluster)}${String(c.year)}年${MEASURE[c.measure] ?? ""}目标${ABOVE[c.cmp]}${wan(c.amount)}元，对不对？`,
          )
        : undefined,
    (c) => {
      const name = en(c.cluster);
      const m = MEASURE_EN[c.measure];
      if (name === undefined || m === undefined) return undefined;
      const what = c.status === "target" ? `${String(c.year)} ${m} target` : `actual ${String(c.year)} ${m}`;
      return c.negated
        ? `The ${what} of the ${name} cluster is not ${CMP_EN[c.cmp]} ${yuanEn(c.amount)}, right?`
        : `Is the ${what} of the ${name} cluster ${CMP_EN[c.cmp]} ${yuanEn(c.amount)}?`;
    },
    (c) =>
      MEASURE[c.measure] && c.status === "target" && !c.negated
        ? `领导讲话稿里写${full(c.cluster)}到${String(c.year)}年${MEASURE[c.measure] ?? ""}目标${ABOVE[c.cmp]}${yi(c.amount)}元，帮我看看对不对`
        : undefined,
    (c) =>
      MEASURE[c.measure] && c.status === "target" && !c.negated && c.cmp === ">="
        ? `${short(c.cluster)}${String(c.year)}年${MEASURE[c.measure] ?? ""}目标至少${wan(c.amount)}吧？`
        : undefined,
    (c) =>
      MEASURE[c.measure] && c.status === "target" && !c.negated && c.cmp === "="
        ? `${short(c.cluster)}${String(c.year)}年${MEASURE[c.measure] ?? ""}目标${wan(c.amount)}，没错吧`
        : undefined,
    (c) =>
      MEASURE[c.measure] && c.status === "target" && !c.negated && c.cmp === ">"
        ? `${short(c.cluster)}${String(c.year)}年${MEASURE[c.measure] ?? ""}目标有没有过${wan(c.amount)}`
        : undefined,
    (c) =>
      MEASURE[c.measure] && c.status === "target" && !c.negated && c.cmp === "<"
        ? `${short(c.cluster)}${String(c.year)}年${MEASURE[c.measure] ?? ""}目标还不到${wan(c.amount)}是吧`
        : undefined,
    (c) =>
      MEASURE[c.measure] && c.status === "target" && !c.negated && c.cmp === "<="
        ? `${short(c.cluster)}${String(c.year)}年${MEASURE[c.measure] ?? ""}目标是不是顶多${wan(c.amount)}`
        : undefined,
    (c) =>
      MEASURE[c.measure] && c.status === "target" && c.negated && c.cmp === ">"
        ? trad(
            `${short(c.cluster)}集群${String(c.year)}年${MEASURE[c.measure] ?? ""}目标並没有超过${wan(c.amount)}，对吗？`,
          )
        : undefined,
    (c) =>
      MEASURE[c.measure] && c.status === "result" && !c.negated
        ? `听说${short(c.cluster)}${String(c.year)}年${MEASURE[c.measure] ?? ""}${ABOVE[c.cmp]}${wan(c.amount)}，真的吗`
        : undefined,
    (c) =>
      MEASURE[c.measure] && c.status === "target" && !c.negated
        ? `听说${short(c.cluster)}${String(c.year)}年${MEASURE[c.measure] ?? ""}目标${ABOVE[c.cmp]}${wan(c.amount)}，真的假的`
        : undefined,
  ],

  figures: [
    (c) =>
      !c.negated
        ? `${c.class ?? ""}集群里${String(c.year)}年${c.measure ? (MEASURE[c.measure] ?? "") : ""}目标${ABOVE[c.cmp]}${wan(c.amount)}元的有哪些？`
        : undefined,
    (c) =>
      !c.negated
        ? `哪些${c.class ?? ""}集群${String(c.year)}年的${c.measure ? (MEASURE[c.measure] ?? "") : ""}目标${LOOSE[c.cmp]}${yi(c.amount)}`
        : undefined,
    (c) =>
      c.negated && c.cmp === ">"
        ? `哪些${c.class ?? ""}集群${String(c.year)}年${c.measure ? (MEASURE[c.measure] ?? "") : ""}目标没超过${wan(c.amount)}？`
        : undefined,
    (c) =>
      c.negated && c.cmp === ">="
        ? `${String(c.year)}年${c.measure ? (MEASURE[c.measure] ?? "") : ""}目标没达到${wan(c.amount)}的${c.class ?? ""}集群有哪些`
        : undefined,
    (c) =>
      c.negated && c.cmp === "<"
        ? `${String(c.year)}年${c.measure ? (MEASURE[c.measure] ?? "") : ""}目标不低于${wan(c.amount)}元的${c.class ?? ""}集群是哪几个`
        : undefined,
    (c) =>
      c.negated && c.cmp === "<="
        ? `${String(c.year)}年${c.measure ? (MEASURE[c.measure] ?? "") : ""}目标并非不超过${wan(c.amount)}的${c.class ?? ""}集群有哪些？`
        : undefined,
    (c) =>
      !c.negated && c.cmp === ">"
        ? `${String(c.year)}年${c.measure ? (MEASURE[c.measure] ?? "") : ""}目标过${wan(c.amount)}的${c.class ?? ""}集群列一下`
        : undefined,
    (c) =>
      !c.negated && c.cmp === ">="
        ? `${String(c.year)}年${c.measure ? (MEASURE[c.measure] ?? "") : ""}目标在${wan(c.amount)}及以上的${c.class ?? ""}集群有谁`
        : undefined,
    (c) =>
      !c.negated && c.cmp === "<"
        ? `${String(c.year)}年${c.measure ? (MEASURE[c.measure] ?? "") : ""}目标连${wan(c.amount)}都不到的${c.class ?? ""}集群有哪些啊`
        : undefined,
    (c) =>
      !c.negated && c.cmp === "<="
        ? `${String(c.year)}年${c.measure ? (MEASURE[c.measure] ?? "") : ""}目标最多${wan(c.amount)}的${c.class ?? ""}集群有哪几个`
        : undefined,
    (c) =>
      !c.negated
        ? trad(
            `${String(c.year)}年${c.measure ? (MEASURE[c.measure] ?? "") : ""}目标${ABOVE[c.cmp]}${wan(c.amount)}元的${c.class ?? ""}集群有哪些？`,
          )
        : undefined,
    (c) =>
      c.negated && c.cmp === "<="
        ? undefined
        : `Which ${c.class ? `${CLASS_EN[c.class]} ` : ""}clusters have a ${String(c.year)} ${c.measure ? `${MEASURE_EN[c.measure] ?? ""} ` : ""}target that is ${c.negated ? "not " : ""}${CMP_EN[c.cmp]} ${yuanEn(c.amount)}?`,
    (c) =>
      !c.negated
        ? `做投资研究，帮我筛一下：${c.class ? `${c.class}集群，` : "20个集群里，"}${String(c.year)}年${c.measure ? (MEASURE[c.measure] ?? "") : ""}目标${ABOVE[c.cmp]}${yi(c.amount)}元`
        : undefined,
    (c) =>
      !c.negated && c.cmp === ">" && !c.class
        ? `20个集群哪些${String(c.year)}年${c.measure ? (MEASURE[c.measure] ?? "") : ""}目标比${wan(c.amount)}还高`
        : undefined,
    (c) =>
      !c.negated && c.cmp === "<" && !c.class
        ? `有没有哪个集群${String(c.year)}年${c.measure ? (MEASURE[c.measure] ?? "") : ""}目标比${wan(c.amount)}还低？`
        : undefined,
    (c) =>
      c.negated && c.cmp === ">"
        ? `除去${String(c.year)}年${c.measure ? (MEASURE[c.measure] ?? "") : ""}目标超过${wan(c.amount)}的，其余有目标的${c.class ?? ""}集群是哪些`
        : undefined,
    (c) =>
      !c.negated && c.class
        ? `${c.class}类里面，${String(c.year)}年${c.measure ? (MEASURE[c.measure] ?? "") : ""}目标${ABOVE[c.cmp]}${wan(c.amount)}的都有谁`
        : undefined,
  ],

  best: [
    (c) =>
      `${c.class ? `${c.class}集群里` : "20个集群里"}${String(c.year)}年${MEASURE[c.measure] ?? ""}目标${c.extreme === "max" ? "最高" : "最低"}的是哪个？`,
    (c) =>
      `哪个${c.class ?? ""}集群${String(c.year)}年的${MEASURE[c.measure] ?? ""}目标${c.extreme === "max" ? "最大" : "最小"}`,
    (c) =>
      `${String(c.year)}年${MEASURE[c.measure] ?? ""}目标${c.extreme === "max" ? "定得最高" : "定得最低"}的${c.class ?? ""}集群是谁啊`,
    (c) =>
      c.extreme === "max"
        ? `${c.class ?? ""}集群中${String(c.year)}年${MEASURE[c.measure] ?? ""}目标排第一的是哪个`
        : undefined,
    (c) =>
      c.extreme === "min"
        ? `${c.class ?? ""}集群中${String(c.year)}年${MEASURE[c.measure] ?? ""}目标垫底的是哪个`
        : undefined,
    (c) =>
      trad(
        `${String(c.year)}年${MEASURE[c.measure] ?? ""}目标${c.extreme === "max" ? "最高" : "最低"}的${c.class ?? ""}集群是哪一个？`,
      ),
    (c) =>
      `Which ${c.class ? `${CLASS_EN[c.class]} ` : ""}cluster has the ${c.extreme === "max" ? "largest" : "smallest"} ${String(c.year)} ${MEASURE_EN[c.measure] ?? c.measure} target?`,
    (c) =>
      `what's the ${c.class ? `${CLASS_EN[c.class]} ` : ""}cluster with the ${c.extreme === "max" ? "highest" : "lowest"} ${MEASURE_EN[c.measure] ?? c.measure} target for ${String(c.year)}`,
    (c) =>
      `论${String(c.year)}年${MEASURE[c.measure] ?? ""}目标，${c.class ? `${c.class}集群` : "所有集群"}谁${c.extreme === "max" ? "最大" : "最小"}`,
    (c) =>
      c.extreme === "max"
        ? `哪个${c.class ?? ""}集群${String(c.year)}年${MEASURE[c.measure] ?? ""}目标高居榜首？`
        : undefined,
    (c) =>
      `跟朋友打赌呢，${String(c.year)}年${MEASURE[c.measure] ?? ""}目标${c.extreme === "max" ? "最多" : "最少"}的${c.class ?? ""}集群到底是哪个？`,
    (c) =>
      `${c.class ? `十大${c.class}` : "这20个集群"}${String(c.year)}年${MEASURE[c.measure] ?? ""}目标谁${c.extreme === "max" ? "最高" : "最低"}`,
    (c) =>
      c.extreme === "max"
        ? `${String(c.year)}年${MEASURE[c.measure] ?? ""}目标的冠军是哪个${c.class ?? ""}集群`
        : undefined,
    (c) =>
      c.extreme === "max"
        ? `${String(c.year)}年${c.class ?? ""}集群${MEASURE[c.measure] ?? ""}目标top1`
        : `${String(c.year)}年${c.class ?? ""}集群${MEASURE[c.measure] ?? ""}目标倒数第一`,
    (c) =>
      `按${String(c.year)}年${MEASURE[c.measure] ?? ""}目标给${c.class ?? ""}集群排个名，${c.extreme === "max" ? "最高" : "最低"}的是哪个？`,
    (c) =>
      `那个${c.class ?? ""}集群${String(c.year)}年${MEASURE[c.measure] ?? ""}目标${c.extreme === "max" ? "最高" : "最低"}？`,
  ],

  larger: [
    (c) =>
      !c.negated
        ? `${full(c.first)}${String(c.year)}年的${MEASURE[c.measure] ?? ""}目标比${full(c.second)}高吗？`
        : undefined,
    (c) =>
      !c.negated
        ? `${short(c.first)}的${String(c.year)}年${MEASURE[c.measure] ?? ""}目标是不是比${short(c.second)}大`
        : undefined,
    (c) =>
      c.negated
        ? `${full(c.first)}${String(c.year)}年的${MEASURE[c.measure] ?? ""}目标不比${full(c.second)}高，对吧？`
        : undefined,
    (c) =>
      c.negated
        ? `${short(c.first)}${String(c.year)}年${MEASURE[c.measure] ?? ""}目标没有${short(c.second)}高，是吧`
        : undefined,
    (c) =>
      !c.negated
        ? `${String(c.year)}年${MEASURE[c.measure] ?? ""}目标，${short(c.first)}高过${short(c.second)}？`
        : undefined,
    (c) =>
      !c.negated
        ? trad(
            `${full(c.first)}${String(c.year)}年${MEASURE[c.measure] ?? ""}目标是否高于${full(c.second)}？`,
          )
        : undefined,
    (c) => {
      const a = en(c.first);
      const b = en(c.second);
      const m = MEASURE_EN[c.measure];
      if (a === undefined || b === undefined || m === undefined) return undefined;
      return c.negated
        ? `The ${String(c.year)} ${m} target of ${a} is not higher than that of ${b}, right?`
        : `Is the ${String(c.year)} ${m} target of ${a} higher than that of ${b}?`;
    },
    (c) =>
      !c.negated
        ? `有人说${short(c.first)}${String(c.year)}年${MEASURE[c.measure] ?? ""}目标比${short(c.second)}多，对吗`
        : undefined,
    (c) =>
      c.negated
        ? `有人说${short(c.first)}${String(c.year)}年${MEASURE[c.measure] ?? ""}目标比${short(c.second)}多，这话不对吧`
        : undefined,
    (c) =>
      !c.negated
        ? `${short(c.first)}${String(c.year)}年${MEASURE[c.measure] ?? ""}目标超过${short(c.second)}了吗`
        : undefined,
    (c) =>
      c.negated
        ? `${short(c.first)}${String(c.year)}年${MEASURE[c.measure] ?? ""}目标没超过${short(c.second)}，没错吧？`
        : undefined,
    (c) =>
      !c.negated
        ? `拿${String(c.year)}年${MEASURE[c.measure] ?? ""}目标来说，${short(c.first)}大于${short(c.second)}，right？`
        : undefined,
    (c) =>
      c.negated
        ? trad(
            `${full(c.first)}${String(c.year)}年${MEASURE[c.measure] ?? ""}目标並不高于${full(c.second)}，对吧？`,
          )
        : undefined,
    (c) =>
      !c.negated
        ? `我和同桌争起来了，我说${full(c.first)}${String(c.year)}年${MEASURE[c.measure] ?? ""}目标比${full(c.second)}高，我说得对不对`
        : undefined,
    (c) =>
      !c.negated
        ? `${short(c.second)}${String(c.year)}年${MEASURE[c.measure] ?? ""}目标比${short(c.first)}低吗`
        : undefined,
    (c) =>
      !c.negated
        ? `请核对：${String(c.year)}年${MEASURE[c.measure] ?? ""}目标方面，${full(c.first)}高于${full(c.second)}。`
        : undefined,
    (c) =>
      !c.negated
        ? `${short(c.first)}VS${short(c.second)}，${String(c.year)}年${MEASURE[c.measure] ?? ""}目标是前者高吗`
        : undefined,
  ],

  class: [
    (c) =>
      c.class !== "one of the 20"
        ? `${c.subject}${c.negated ? "不是" : "是"}${c.class}产业集群${tag(c.negated)}`
        : undefined,
    (c) =>
      c.class !== "one of the 20" && !c.negated
        ? `${short(c.subject)}属不属于战略性${c.class}产业`
        : undefined,
    (c) =>
      c.class !== "one of the 20" && c.negated
        ? `${short(c.subject)}不属于十大${c.class}集群，是吧`
        : undefined,
    (c) =>
      c.class === "one of the 20"
        ? `${c.subject}${c.negated ? "不是" : "是"}广东20个战略性产业集群之一${tag(c.negated)}`
        : undefined,
    (c) => (c.class === "one of the 20" && !c.negated ? `${c.subject}在不在那20个集群里` : undefined),
    (c) => (c.class === "one of the 20" && c.negated ? `${c.subject}没进那20个集群的名单，对吧` : undefined),
    (c) => (c.class === "one of the 20" && !c.negated ? `20个集群有没有${c.subject}这个集群？` : undefined),
    (c) =>
      trad(
        `${c.subject}${c.negated ? "不属于" : "属于"}${c.class === "one of the 20" ? "广东二十个战略性产业集群" : `战略性${c.class}产业集群`}，对不对？`,
      ),
    (c) => {
      const name = en(c.subject);
      if (name === undefined) return undefined;
      const what =
        c.class === "one of the 20"
          ? "one of Guangdong's 20 strategic clusters"
          : `one of the ${CLASS_EN[c.class]} clusters`;
      return c.negated ? `${name} is not ${what}, right?` : `Is ${name} ${what}?`;
    },
    (c) =>
      c.class !== "one of the 20" && !c.negated
        ? `表妹面试被问到：${c.subject}是十大${c.class}集群之一吗？`
        : undefined,
    (c) =>
      c.class !== "one of the 20"
        ? `填表：${c.subject}，类别${c.negated ? "不是" : "是"}${c.class}，对吗`
        : undefined,
    (c) =>
      c.class !== "one of the 20" && !c.negated ? `${short(c.subject)}算${c.class}集群吧？` : undefined,
    (c) =>
      c.class !== "one of the 20" && c.negated ? `${short(c.subject)}不算${c.class}集群吧？` : undefined,
    (c) => (c.class === "one of the 20" && !c.negated ? `${c.subject}算省里20个集群的一个吗` : undefined),
    (c) =>
      c.class === "one of the 20" && c.negated
        ? `我觉得${c.subject}不在省的20个战略性产业集群之列，说得没错吧`
        : undefined,
    (c) =>
      c.class !== "one of the 20" && !c.negated
        ? `${c.subject}到底是不是${c.class}啊，网上说法不一`
        : undefined,
    (c) =>
      c.class === "one of the 20" && !c.negated
        ? `网上有人把${c.subject}也算成广东20个集群之一，是这样吗`
        : undefined,
    (c) =>
      c.class !== "one of the 20" && c.negated ? `${c.subject}并非${c.class}集群，我理解的没错吧` : undefined,
  ],

  list: [
    (c) =>
      !c.complement ? `${save(c, "除了")}十大${c.class}集群${c.except ? "还有" : "是"}哪些？` : undefined,
    (c) => (!c.complement && !c.except ? `${c.class}集群名单发一下` : undefined),
    (c) => (!c.complement && !c.except ? `战略性${c.class}产业集群都包括啥` : undefined),
    (c) => (c.complement ? `${save(c, "除了")}20个集群里哪些不是${c.class}集群？` : undefined),
    (c) => (c.complement ? `${save(c, "不算")}不属于${c.class}的集群有哪些` : undefined),
    (c) => (c.complement ? trad(`${save(c, "之外")}二十个集群里，不属于${c.class}的是哪些？`) : undefined),
    (c) => (!c.complement ? trad(`${save(c, "之外")}战略性${c.class}产业集群有哪些？`) : undefined),
    (c) => {
      const rest = exceptClusters(c);
      if (rest === undefined) return undefined;
      return `Which${c.complement ? " of the 20 clusters" : ` ${CLASS_EN[c.class]} clusters are there`}${c.complement ? ` are not ${CLASS_EN[c.class]} ones` : ""}${rest}?`;
    },
    (c) => (!c.complement && c.except ? `${c.class}集群除开${joinAnd(c.except)}还剩哪些` : undefined),
    (c) => (!c.complement && c.except ? `列出所有${c.class}集群（${joinAnd(c.except)}除外）` : undefined),
    (c) =>
      !c.complement && c.except
        ? `背书呢，${c.class}集群里面去掉${joinAnd(c.except)}，其余的是哪些？`
        : undefined,
    (c) => (!c.complement && !c.except ? `list all the ${CLASS_EN[c.class]} clusters pls` : undefined),
    (c) => (!c.complement && !c.except ? `那些是${c.class}集群` : undefined),
    (c) => (!c.complement && !c.except ? `老师要我背${c.class}集群，一共是哪十个来着？` : undefined),
    (c) => (c.complement && !c.except ? `非${c.class}集群有哪些` : undefined),
    (c) => (!c.complement && c.except ? `${c.class}集群有哪些，不要${joinAnd(c.except)}` : undefined),
    (c) => (!c.complement && !c.except ? `20个集群中归到${c.class}这一类的是哪几个？` : undefined),
    (c) => (c.complement && !c.except ? `20个里把${c.class}的去掉，剩下的集群是哪些` : undefined),
  ],

  region: [
    (c) => `${c.city}${c.negated ? "不属于" : "属于"}${c.region}${tag(c.negated)}`,
    (c) => (!c.negated ? `${c.city}是不是${c.region}的城市` : undefined),
    (c) => (!c.negated ? `${c.city}算${c.region}吗` : undefined),
    (c) => (!c.negated ? `${c.city}在${c.region}没` : undefined),
    (c) => (c.negated ? `${c.city}不在${c.region}吧` : undefined),
    (c) => (c.negated ? `${c.city}不是${c.region}的，是吧` : undefined),
    (c) => trad(`${c.city}市${c.negated ? "不属于" : "属于"}${c.region}，对不对？`),
    (c) =>
      c.negated
        ? `${enCity(c.city)} is not in ${REGION_EN[c.region]}, right?`
        : `Is ${enCity(c.city)} in ${REGION_EN[c.region]}?`,
    (c) =>
      c.negated
        ? `${enCity(c.city)} isn't part of ${REGION_EN[c.region]}, is it?`
        : `${enCity(c.city)} belongs to ${REGION_EN[c.region]}, right?`,
    (c) => (!c.negated ? `老家${c.city}的，一直搞不清，${c.city}到底算不算${c.region}？` : undefined),
    (c) => (c.negated ? `地理老师说${c.city}不算${c.region}，对吗` : undefined),
    (c) => (!c.negated ? `地理老师说${c.city}算${c.region}，对吗` : undefined),
    (c) => (!c.negated ? `${pinyin(c.city)}属于${c.region}吗` : undefined),
    (c) => (!c.negated ? `${c.city}市是${c.region}城市，没错吧？` : undefined),
    (c) => (c.negated ? `${c.city}市不是${c.region}城市，没错吧？` : undefined),
    (c) => (!c.negated ? `${c.region}有${c.city}吗` : undefined),
    (c) => (c.negated ? `${c.region}里没有${c.city}，对吧` : undefined),
    (c) => (!c.negated ? `有没有人知道${c.city}属不属于${c.region}` : undefined),
  ],

  "region-list": [
    (c) => (!c.complement ? `${c.region}有哪些城市？` : `不在${c.region}的城市有哪些？`),
    (c) => (!c.complement ? `${c.region}包括哪几个市` : `广东哪些市不属于${c.region}`),
    (c) => (!c.complement ? `那些市属于${c.region}` : `那些市不属于${c.region}`),
    (c) => (!c.complement ? `${c.region}都有谁啊` : `${c.region}以外都有哪些市`),
    (c) => (!c.complement ? trad(`请问${c.region}包括哪些城市？`) : trad(`请问${c.region}之外有哪些城市？`)),
    (c) =>
      !c.complement
        ? `Which cities are in ${REGION_EN[c.region]}?`
        : `Which cities are not in ${REGION_EN[c.region]}?`,
    (c) =>
      !c.complement
        ? `list the cities of ${REGION_EN[c.region]}`
        : `list the Guangdong cities outside ${REGION_EN[c.region]}`,
    (c) => (!c.complement ? `21个地市里划到${c.region}的是哪些` : `21个地市里没划到${c.region}的是哪些`),
    (c) =>
      !c.complement
        ? `五一想去${c.region}转转，${c.region}有哪几个市？`
        : `五一不想去${c.region}，${c.region}以外有哪些市？`,
    (c) => (!c.complement ? `${c.region}城市名单` : `非${c.region}城市名单`),
    (c) => (!c.complement ? `${c.region}是哪些市组成的` : `除了${c.region}的，广东还有哪些市`),
    (c) => (!c.complement ? `列一下${c.region}所有城市` : `列一下${c.region}之外的所有城市`),
    (c) => (!c.complement ? `哪些城市算${c.region}？` : `哪些城市不算${c.region}？`),
    (c) => (!c.complement ? `${c.region}各市叫什么` : `把${c.region}的城市去掉，剩下哪些市`),
    (c) =>
      !c.complement
        ? `what cities does ${REGION_EN[c.region]} include`
        : `what cities are outside ${REGION_EN[c.region]}`,
    (c) =>
      !c.complement ? `广东省内位于${c.region}的地级市有哪些` : `广东省内不位于${c.region}的地级市有哪些`,
  ],
};
