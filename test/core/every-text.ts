/** Turns that reach what the golden questions do not: with them every text of a catalogue is said. */

/** Nobody's question is as long as this. */
const LONG = "问".repeat(700);

/** After an answer that has a list, sources and something more to tell. */
const afterwards = (...turns: readonly string[]): string[][] =>
  turns.map((turn) => ["半导体的核心城市有哪些", turn]);

/** One conversation each. */
export const CONVERSATIONS: readonly (readonly string[])[] = [
  ["医疗器械有哪些核心城市"],
  ["深圳2023年半导体营收翻番，对吗"],
  ["机器人、汽车、家电里哪个是新兴"],
  // Commands, with and without what they need
  ["/matrix"],
  ["/figures 支柱"],
  ["/figures 新兴"],
  ["/list"],
  ["/help"],
  ["/start"],
  ["q:nothing"],
  ["/foo"],
  ["/sources"],
  ["每天发一条深圳的"],
  ["/cluster"],
  ["/cluster 不存在"],
  ["/compare 广州"],
  ["/compare 广州 广州"],
  ["/compare 广州 深圳"],
  ["/compare 潮州 汕尾"],
  ["/compare 半导体 新能源"],

  // One fact: of a city, a report, a role, a figure, anything else
  ["/fact F999"],
  ["/fact G089"],
  ["/fact H033"],
  ["/fact F176"],
  ["/fact F087"],
  ["/fact F001"],

  // Imported documents, see every-source.ts
  ["古月工坊在哪个城市", "来源呢"],
  ["古月工坊在中山吗"],
  ["古日工坊在哪个城市"],
  ["新能源2025年营收目标是多少"],
  ["/document 新能源 2023"],
  ["/document plans-2023/甲"],
  ["/document 新能源 2019"],
  ["/quote L1"],
  ["/quote L2"],
  ["/quote F087"],
  ["/quote nothing"],
  ["/fact L1"],
  ["/fact L3"],

  // Figures of which a part is not judged, or that make no ranking
  ["生物医药2023年营收6638亿，年均增速超过10%，利润1000亿，对吗"],
  ["2024年哪个集群增速最高"],
  ["2024年软件比机器人增长快吗"],

  // On the last answer
  ...afterwards("哈哈", "来源呢", "为什么", "链接", "确定吗", "你说错了", "更多", "简单点", "分享"),
  ...afterwards("[1]是什么", "[9]是什么", "第七个呢"),
  ["十大支柱有哪些", "更多"],
  ["第三个呢"],
  ["新能源2025年目标", "哪个对"],
  ["支柱集群有哪些", "哪个对"],
  ["佛山2+2+4是什么", "这是省里定的吗"],

  // About the bot
  ["你好"],
  ["谢谢"],
  ["你是谁"],
  ["reply in english"],
  ["any language"],
  ["规上是什么意思"],
  [LONG],
  ["有哪些矛盾"],
  ["南山"],
  ["旅游业是核心吗"],
  ["听说佛山是家电核心靠谱吗"],

  // Lists, counts and claims
  ["哪个城市当核心最多"],
  ["江门被列为核心的集群有哪些"],
  ["湛江在绿色钢铁是什么角色"],
  ["哪个集群的核心城市最少"],
  ["广州和深圳谁的核心多"],
  ["广州的核心比深圳多吗"],
  ["半导体有5个核心城市吗"],
  ["绿色石化的核心都在珠三角吗"],
  ["绿色石化的核心不都在珠三角吧"],
  ["半导体的核心一个都不在粤西吗"],
  ["粤北没有半导体的核心吧"],
  ["深圳、广州、佛山都是半导体的核心吗"],
  ["只有河源是现代农业与食品的核心吗"],
  ["哪些集群没有把深圳列为核心"],
  ["珠三角是哪些集群的核心"],
  ["各行动计划的文号"],
  ["每个支柱集群各有几个核心城市"],
  ["汕潮揭都市圈有哪些城市"],
  ["广东有几个都市圈"],
  ["不属于任何都市圈的城市"],
  ["湛江属于广州都市圈吗"],
  ["哪些集群的核心城市超过3个"],
  ["有哪些集群广州是核心而深圳不是"],
  ["为什么深圳是半导体的核心"],
  ["支柱第三个是什么"],
  ["第十一个支柱集群"],
  ["支柱有10个吗"],
  ["万亿级集群有8个吗"],
  ["名字带智能的集群"],
  ["除了半导体还有哪些新兴集群"],

  // Figures
  ["哪些集群2025年营收目标超过1万亿"],
  ["哪些集群2019年规模超过4000亿"],
  ["哪些集群目标是3000亿以上"],
  ["哪些集群营收超过9000亿"],
  ["2025年营收目标最大的是新能源吗"],
  ["2025年营收目标最大的三个集群"],
  ["半导体比新能源2025年目标大吗"],
  ["新能源2025年目标完成了吗"],
  ["新能源2025年的目标改过没有"],
  ["新能源2025年目标没完成吧"],
  ["汽车达到2025年目标了吗"],
  ["智能机器人2025年产量目标"],
  ["佛山、阳江、云浮先进材料目标哪个最低"],
  ["半导体2025年目标没到5000亿吧"],
  ["半导体2025年目标是4000万吗"],
];
