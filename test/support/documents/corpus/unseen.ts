/** Sentences written last of all. They only made what is sure stricter: phrases they hold were not added. */
import { at, type Later } from "./later.ts";

const open = { open: true } as const;
const over = { bound: "over" } as const;

const A = at("绿色石化", "2018-01", "产业布局");
const E = at("新一代电子信息", "2021-01", "发展重点");
const G = at("生物医药与健康", "2024-05", "主要目标");
const S = at("软件与信息服务", "2023-04", "重点工作");
const M = at("先进材料", "2023-12", "发展目标");
const D = at("数字创意", "2023-12", "区域布局");
const X = at("安全应急与环保", "2023-12", "产业布局");

export const UNSEEN: readonly Later[] = [
  A.line(
    "在粤东、粤西沿海集中布局一批重大石化项目，支持湛江东海岛、茂名石化基地、揭阳大南海石化工业区建设。",
  ),
  A.line(
    "以惠州、湛江、茂名、揭阳为重点，建设世界级绿色石化产业基地。",
    A.role("key", "惠州、湛江、茂名、揭阳"),
  ),
  A.line("支持汕头、湛江建设省域副中心城市。"),
  A.line(
    "推动珠海、江门、阳江等市发展精细化工和化工新材料。",
    A.role("support", "珠海、江门、阳江", { open: true, part: "精细化工和化工新材料" }),
  ),
  E.line(
    "到2025年，新一代电子信息产业集群营业收入年均增速达10%以上。",
    E.figure("growth", "target", 10, "%", 2025, { bound: "over", of: "营业收入年均" }),
  ),
  E.line("积极参与省高端化智能终端产业集聚区建设，全力打造万亿规模的世界级产业集群。"),
  E.line(
    "以东莞、惠州为主体，建设智能移动终端产业集聚区。",
    E.role("listed", "东莞、惠州", { part: "智能移动终端" }),
  ),
  E.line("深圳、东莞、惠州三市电子信息产值占全省八成。"),
  E.line(
    "到2025年，新一代电子信息产业营业收入达到6.6万亿元，工业增加值达到1.25万亿元。",
    E.figure("revenue", "target", 6.6, "万亿元", 2025),
    E.figure("value-added", "target", 1.25, "万亿元", 2025),
  ),
  G.line(
    "到2027年，集群营业收入突破1万亿元，规模以上企业研发投入年均增长10%以上。",
    G.figure("revenue", "target", 1, "万亿元", 2027, over),
    G.figure("growth", "target", 10, "%", 2027, { bound: "over", of: "规模以上企业研发投入年均" }),
  ),
  G.line(
    "形成“双核多节点”布局，以广州、深圳为双核，珠海、佛山、东莞、中山、惠州为节点。",
    G.role("core", "广州、深圳"),
    G.role("key", "珠海、佛山、东莞、中山、惠州"),
  ),
  G.line("推动珠海、中山共建生物医药产业园。"),
  G.line("力争到2027年新增5个创新药获批上市。", G.figure("count", "target", 5, "个", 2027, { of: "创新药" })),
  S.line("支持广州、深圳中国软件名城提质升级，构建“名园+特色园”培育体系。"),
  S.line("支持广州国家级区块链发展先行示范区创建工作。"),
  S.line("指导有条件的地市因地制宜发展信创产业。"),
  S.line(
    "2022年，全省软件业务收入1.74万亿元，同比增长11.1%，规模居全国第二。",
    S.figure("revenue", "result", 1.74, "万亿元", 2022),
    S.figure("growth", "result", 11.1, "%", 2022, { of: "软件业务收入同比" }),
  ),
  S.line("广州、深圳要发挥示范作用，其他地市结合实际推进。"),
  M.line(
    "到2025年，先进材料产业集群主营业务收入达到3万亿元，工业增加值超过6500亿元，年均增速分别为5%和6%。",
    M.figure("revenue", "target", 3, "万亿元", 2025),
    M.figure("value-added", "target", 6500, "亿元", 2025, over),
  ),
  M.line(
    "到2025年，绿色钢铁产能控制在5600万吨以内。",
    M.figure("capacity", "target", 5600, "万吨", 2025, { bound: "under", of: "绿色钢铁" }),
  ),
  M.line(
    "以湛江、韶关、阳江为核心打造绿色钢铁产业集群，以佛山、肇庆、清远为核心打造高端铝材产业集群。",
    M.role("core", "湛江、韶关、阳江", { part: "绿色钢铁" }),
    M.role("core", "佛山、肇庆、清远", { part: "高端铝材" }),
  ),
  M.line("原则上不在珠三角核心区新增建筑陶瓷产能。"),
  D.line(
    "以广州、深圳为中心，辐射带动珠海、汕头、佛山、东莞、中山等市协同发展。",
    D.role("core", "广州、深圳"),
    D.role("support", "珠海、汕头、佛山、东莞、中山", open),
  ),
  D.line(
    "广州重点打造游戏电竞产业集聚区，深圳重点打造创意设计之都。",
    D.task("广州", "游戏电竞产业集聚区"),
    D.task("深圳", "创意设计之都"),
  ),
  D.line(
    "2021年，全省游戏产业营业收入2322.7亿元，出口收入367.1亿元。",
    D.figure("revenue", "result", 2322.7, "亿元", 2021, { of: "游戏" }),
  ),
  X.line(
    "依托佛山、江门、惠州、东莞等地，重点建设安全应急产业园区。",
    X.role("key", "佛山、江门、惠州、东莞", open),
  ),
  X.line(
    "推动节能环保产业向广州、佛山、肇庆集聚。",
    X.role("listed", "广州、佛山、肇庆", { part: "节能环保" }),
  ),
  X.line(
    "到2025年，力争产业总产值超过3800亿元，培育2个以上国家安全应急产业示范基地。",
    X.figure("output-value", "target", 3800, "亿元", 2025, over),
    X.figure("count", "target", 2, "个", 2025, { bound: "over", of: "国家安全应急产业示范基地" }),
  ),
  X.line("组织佛山、江门等市开展应急演练。"),
  X.line("2022年全国安全应急产业总产值约2万亿元，我省约占13%。"),
];
