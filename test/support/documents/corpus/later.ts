/**
 * Sentences written after the patterns, from how plans, opinions and reports of the province really read, without a look
 * at the patterns; then the patterns were mended by what they missed. Each stands alone in a document of its cluster.
 */
import type { Truth } from "./truth.ts";

export interface Later {
  cluster: string;
  /** When its document was issued. */
  date: string;
  section: string;
  say: string;
  says: readonly Truth[];
}

/** Truths of sentences in one section of one plan. */
export const at = (cluster: string, date: string, section: string) => {
  const role = (
    tier: "core" | "key" | "base" | "support" | "listed",
    cities: string,
    rest: object = {},
  ): Truth => ({
    kind: "role",
    clusters: [cluster],
    cities: cities.split("、"),
    tier,
    ...rest,
  });
  const task = (cities: string, says: string, rest: object = {}): Truth => ({
    kind: "role",
    clusters: [cluster],
    cities: cities.split("、"),
    tier: "task",
    says,
    ...rest,
  });
  const figure = (
    measure: (Truth & { kind: "figure" })["measure"],
    status: "base" | "target" | "result",
    value: number,
    unit: string,
    year: number,
    rest: object = {},
  ): Truth => ({
    kind: "figure",
    clusters: [cluster],
    cities: [],
    measure,
    status,
    value,
    unit,
    year,
    ...rest,
  });
  const line = (say: string, ...says: Truth[]): Later => ({ cluster, date, section, say, says });
  return { role, task, figure, line };
};

const open = { open: true } as const;
const over = { bound: "over" } as const;

const P = at("精密仪器设备", "2021", "区域布局");
const L = at("激光与增材制造", "2020-05", "发展现状");
const L2 = at("激光与增材制造", "2020-09", "重点任务");
const S = at("半导体与集成电路", "2023-12", "工作目标");
const S2 = at("半导体与集成电路", "2023-12", "产业布局");
const B = at("生物医药与健康", "2020-09", "空间布局");
const C = at("汽车产业", "2023-12", "发展目标");
const C2 = at("汽车产业", "2023-12", "产业基础");
const E = at("安全应急与环保", "2023-12", "总体情况");
const E2 = at("安全应急与环保", "2023-12", "主要目标");
const A = at("先进材料", "2023-12", "区域布局");
const F = at("现代农业与食品", "2024-03", "重点工作");
const N = at("新能源", "2021-08", "产业空间布局");
const H = at("智能家电", "2020-09", "重点任务");
const D = at("数字创意", "2023-12", "发展现状");
const G = at("绿色石化", "2023-12", "发展目标");
const G2 = at("绿色石化", "2020-09", "布局");
const R = at("智能机器人", "2020-09", "区域布局");

export const LATER: readonly Later[] = [
  P.line(
    "以广州、深圳为核心，支持东莞、佛山、江门、肇庆、珠海、中山、汕头等市发挥制造优势，建设精密仪器设备生产基地，支持其他市做好配套。",
    P.role("core", "广州、深圳"),
    P.role("base", "东莞、佛山、江门、肇庆、珠海、中山、汕头", open),
  ),
  P.line(
    "在广州、深圳、佛山、东莞、珠海等市布局建设精密仪器设备科技产业园区。",
    P.role("listed", "广州、深圳、佛山、东莞、珠海", open),
  ),
  P.line(
    "支持广州加快建设粤港澳大湾区高端科学仪器创新中心，以质谱仪器开发为主线。",
    P.task("广州", "高端科学仪器创新中心"),
  ),
  P.line("支持中山西湾国家重大仪器科学园、东莞松山湖科技产业园区等专业园区建设。"),
  P.line("支持广州、深圳等市高校和科研院所开展原理性方法研究。"),
  P.line(
    "到2025年，全省精密仪器设备产业规模达到约3000亿元，基本建成结构合理、创新能力突出的世界级产业集群。",
    P.figure("scale", "target", 3000, "亿元", 2025, { bound: "about" }),
  ),
  L.line(
    "2019年全省激光与增材制造产业主营收入超过1000亿元，带动下游应用产业7.9万亿元。",
    L.figure("revenue", "base", 1000, "亿元", 2019, over),
  ),
  L.line("我省企业总数和产值均占全国的30%以上，拥有10余家上市公司。"),
  L.line("2019年，龙头企业主营收入超过100亿元，年主营收入1亿元以上企业30余家。"),
  L2.line(
    "要求深圳重点建设激光谷产业园，构建全省科技创新和市场应用核心区。",
    L2.task("深圳", "激光谷产业园"),
  ),
  L2.line(
    "以广州、深圳为依托，发展高端激光器，推动东莞、惠州、佛山、中山等市发展激光加工装备。",
    L2.role("listed", "广州、深圳", { part: "高端激光器" }),
    L2.role("support", "东莞、惠州、佛山、中山", { open: true, part: "激光加工装备" }),
  ),
  S.line(
    "到2025年，半导体及集成电路产业年主营业务收入突破4000亿元，年均增长超过22%。",
    S.figure("revenue", "target", 4000, "亿元", 2025, over),
    S.figure("growth", "target", 22, "%", 2025, { bound: "over", of: "主营业务收入年均" }),
  ),
  S.line(
    "到2025年，芯片设计业营业收入突破2000亿元，形成3家以上营业收入超100亿元的设计企业。",
    S.figure("revenue", "target", 2000, "亿元", 2025, { bound: "over", of: "芯片设计业" }),
    S.figure("enterprises", "target", 3, "家", 2025, { bound: "over", of: "营业收入超100亿元的设计企业" }),
  ),
  S.line("到2025年，建成较大规模特色工艺制程生产线，先进封测比例显著提升。"),
  S2.line(
    "基本形成以广州、深圳、珠海为核心，带动佛山、东莞等地协同发展的“3+N”产业格局。",
    S2.role("core", "广州、深圳、珠海"),
    S2.role("support", "佛山、东莞", open),
  ),
  S2.line("推动广州、深圳、珠海三地错位发展芯片设计与制造。"),
  S2.line(
    "支持佛山、惠州、东莞、中山、江门、汕尾等城市建设化合物半导体材料基地。",
    S2.role("base", "佛山、惠州、东莞、中山、江门、汕尾", { open: true, part: "化合物半导体材料" }),
  ),
  S2.line(
    "广州重点发展芯片制造，深圳着力突破高端芯片设计，珠海聚焦芯片设计。",
    S2.task("广州", "重点发展芯片制造"),
    S2.task("深圳", "突破高端芯片设计"),
    S2.task("珠海", "聚焦芯片设计"),
  ),
  B.line("打造以广州、深圳为核心的产业创新集聚区。", B.role("core", "广州、深圳")),
  B.line(
    "打造以珠海、佛山、惠州、东莞、中山等为重点的产业化基地。",
    B.role("key", "珠海、佛山、惠州、东莞、中山", open),
  ),
  B.line("支持深圳建设全球生物医药创新发展策源地。", B.task("深圳", "全球生物医药创新发展策源地")),
  B.line(
    "支持江门、肇庆建设再生医学大动物实验基地和南药健康产业基地。",
    B.role("base", "江门、肇庆", { part: "再生医学大动物实验基地和南药健康" }),
  ),
  B.line("以市场需求为导向、以临床价值为核心，完善审评审批服务。"),
  B.line("深化与香港、澳门高校合作，在广州南沙、深圳前海探索跨境研发便利化试点。"),
  C.line(
    "到2025年，汽车制造业营业收入超过1.35万亿元，汽车产量超过530万辆，其中新能源汽车产量超过300万辆。",
    C.figure("revenue", "target", 1.35, "万亿元", 2025, over),
    C.figure("output", "target", 530, "万辆", 2025, over),
    C.figure("output", "target", 300, "万辆", 2025, { bound: "over", of: "新能源汽车" }),
  ),
  C.line(
    "到2025年，全省公用充电桩超过21万个。",
    C.figure("count", "target", 21, "万个", 2025, { bound: "over", of: "公用充电桩" }),
  ),
  C.line(
    "到2025年，培育2—3家进入全国前十的整车企业。",
    C.figure("enterprises", "target", 2, "家", 2025, {
      of: "进入全国前十的整车企业，区间下限",
      bound: "over",
    }),
    C.figure("enterprises", "target", 3, "家", 2025, {
      of: "进入全国前十的整车企业，区间上限",
      bound: "under",
    }),
  ),
  C2.line(
    "2022年，全省汽车产量约415万辆，占全国比重约15%。",
    C2.figure("output", "base", 415, "万辆", 2022, { bound: "about" }),
    C2.figure("share", "base", 15, "%", 2022, { bound: "about", of: "产量占全国" }),
  ),
  C2.line("广汽、比亚迪等龙头企业2022年销量突破百万辆。"),
  C2.line("全国新能源汽车产量2022年达到705万辆。"),
  E.line(
    "2019年，安全应急与环保产业规模约2500亿元，其中安全应急产业约600亿元。",
    E.figure("scale", "base", 2500, "亿元", 2019, { bound: "about" }),
    E.figure("scale", "base", 600, "亿元", 2019, { bound: "about", of: "安全应急" }),
  ),
  E.line(
    "2022年，全省安全应急与环保产业规模已达到约3058.46亿元。",
    E.figure("scale", "base", 3058.46, "亿元", 2022, { bound: "about" }),
  ),
  E.line("产业有效发明专利1.38万件，约占全国11%。"),
  E2.line(
    "到2025年，产业总产值超过3800亿元，培育百亿级企业5家以上。",
    E2.figure("output-value", "target", 3800, "亿元", 2025, over),
    E2.figure("enterprises", "target", 5, "家", 2025, { bound: "over", of: "百亿级企业" }),
  ),
  E2.line(
    "力争到2025年，产业营业收入年均增速保持在8%左右，创建2个国家级应急产业示范基地。",
    E2.figure("growth", "target", 8, "%", 2025, { bound: "about", of: "营业收入年均" }),
    E2.figure("count", "target", 2, "个", 2025, { of: "国家级应急产业示范基地" }),
  ),
  E2.line("对获评国家级示范基地的园区给予一次性奖励500万元。"),
  A.line("佛山市协同发展高端建筑卫生陶瓷和铝铜加工材，到2025年年主营业务收入达到6000亿元。", {
    kind: "figure",
    clusters: ["先进材料"],
    cities: ["佛山"],
    measure: "revenue",
    status: "target",
    value: 6000,
    unit: "亿元",
    year: 2025,
  }),
  A.line(
    "依托韶关、阳江、湛江等市建设绿色钢铁产业集聚区。",
    A.role("listed", "韶关、阳江、湛江", { open: true, part: "绿色钢铁" }),
  ),
  A.line("到2025年，阳江合金材料产业营业收入超过2000亿元。", {
    kind: "figure",
    clusters: ["先进材料"],
    cities: ["阳江"],
    measure: "revenue",
    status: "target",
    value: 2000,
    unit: "亿元",
    year: 2025,
    bound: "over",
    of: "合金材料",
  }),
  A.line("严禁在珠三角地区新建水泥熟料项目，推动清远、云浮、梅州等市绿色建材产业提质。"),
  F.line("支持广州、佛山、东莞打造千亿级核心食品产业名城。", F.task("广州、佛山、东莞", "食品产业名城")),
  F.line(
    "鼓励深圳、江门、珠海、肇庆等市在饮料、方便食品、保健食品等细分领域深耕。",
    F.role("support", "深圳、江门、珠海、肇庆", { open: true, part: "饮料、方便食品、保健食品" }),
  ),
  F.line(
    "到2025年，培育5家营业收入超百亿元食品企业，打造10个省级预制菜产业园。",
    F.figure("enterprises", "target", 5, "家", 2025, { of: "营业收入超百亿元食品企业" }),
    F.figure("count", "target", 10, "个", 2025, { of: "省级预制菜产业园" }),
  ),
  F.line("组织广州、湛江等市企业参加国际食品展。"),
  N.line(
    "以广州、佛山、东莞、云浮为重点，建设氢能高端装备产业集聚区。",
    N.role("key", "广州、佛山、东莞、云浮", { part: "氢能高端装备" }),
  ),
  N.line(
    "以惠州、茂名、东莞、湛江为重点，打造氢能制储运产业集聚区。",
    N.role("key", "惠州、茂名、东莞、湛江", { part: "氢能制储运" }),
  ),
  N.line(
    "规划建设阳江海上风电装备制造基地和粤东海上风电产业集群。",
    N.role("base", "阳江", { part: "海上风电装备" }),
  ),
  N.line(
    "到2025年，海上风电投产装机容量力争达到1800万千瓦。",
    N.figure("installed", "target", 1800, "万千瓦", 2025, { of: "海上风电投产" }),
  ),
  N.line("积极争取国家支持在汕尾、揭阳建设国管海域示范项目。"),
  H.line("构建以广州、深圳、佛山为核心的创新网络和生产性服务业网络。", H.role("core", "广州、深圳、佛山")),
  H.line(
    "以深圳、珠海、佛山、惠州、中山、湛江等为核心打造智能家电制造网络。",
    H.role("core", "深圳、珠海、佛山、惠州、中山、湛江", open),
  ),
  H.line("除广州、深圳外的珠三角城市可重点发展小家电。"),
  H.line(
    "家电产业已在深圳、佛山、东莞、珠海、中山、惠州、湛江集聚发展。",
    H.role("listed", "深圳、佛山、东莞、珠海、中山、惠州、湛江"),
  ),
  D.line(
    "2020年集群营业收入5135亿元，2022年达到5728.02亿元。",
    D.figure("revenue", "base", 5135, "亿元", 2020),
    D.figure("revenue", "base", 5728.02, "亿元", 2022),
  ),
  D.line(
    "2022年游戏产业营业收入2115.7亿元，占全国的79.6%。",
    D.figure("revenue", "base", 2115.7, "亿元", 2022, { of: "游戏" }),
    D.figure("share", "base", 79.6, "%", 2022, { of: "游戏营业收入占全国" }),
  ),
  D.line("根据《广东省数字经济发展规划》，到2027年数字创意产业营业收入将达到8000亿元。"),
  G.line(
    "到2025年，绿色石化产业规模超过2万亿元，工业增加值超过4800亿元，炼油能力达到9000万吨/年。",
    G.figure("scale", "target", 2, "万亿元", 2025, over),
    G.figure("value-added", "target", 4800, "亿元", 2025, over),
    G.figure("capacity", "target", 9000, "万吨/年", 2025),
  ),
  G.line(
    "到2025年，深加工产值占比达到45%，主营收入超百亿元企业达到20家。",
    G.figure("share", "target", 45, "%", 2025, { of: "深加工产值" }),
    G.figure("enterprises", "target", 20, "家", 2025, { of: "主营收入超百亿元企业" }),
  ),
  G2.line(
    "建设以湛江、茂名、广州、惠州、揭阳等为核心的沿海石化产业带。",
    G2.role("core", "湛江、茂名、广州、惠州、揭阳", { open: true, part: "沿海石化" }),
  ),
  G2.line("若惠州大亚湾炼化三期获批，惠州炼油规模将达到3200万吨。"),
  R.line(
    "支持深圳重点发展服务机器人、特种机器人和无人机产业。",
    R.role("support", "深圳", { part: "服务机器人、特种机器人和无人机" }),
  ),
  R.line(
    "形成广州、深圳双核驱动，佛山、东莞、珠海、中山协同发展格局。",
    R.role("core", "广州、深圳"),
    R.role("support", "佛山、东莞、珠海、中山"),
  ),
];
