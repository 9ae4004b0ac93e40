/** What the bot says of itself, of what it does not know, and of how to ask: in Simplified Chinese. */
import type { Status, Topic } from "../../dataset/schema.ts";
import type { ArgumentKind, Group } from "../commands.ts";
import { ZH_NAMES } from "./zh-names.ts";
import type { AskedNone, AskedOne, AskedTwo } from "./asked.ts";
import type { Catalogue, TalkTexts } from "./texts.ts";
import { labelOf, type Release } from "../../dataset/release.ts";
import { join, when } from "./zh-words.ts";

export const ZH_TALK: Catalogue<TalkTexts> = {
  help: () => "我回答广东 20 个战略性产业集群和 21 个市的角色，每句话都带文件、年份和来源。",
  helpHeading: (group) => GROUP_HEADINGS[group],
  helpLine: ({ example, zh }) => `${example} —— ${zh}`,
  helpNote: () => "文件里没有的，我会说没有；来源互相矛盾的，两边都列出来。",
  introduction: () => "你好，我是粤群，回答广东 20 个战略性产业集群和 21 个市的问题，每句话都带来源。",
  introAsk: () => "直接说就行，比如“佛山在智能家电是什么角色”“半导体 2025 年目标是多少”，也可以接着追问。",
  introForms: () => "简体、繁体、英文、拼音都可以，用什么语言问，就用什么语言答。",
  introLimits: () => "文件里没有的，我会说没有；来源互相矛盾的，两边都列出来。",
  greeting: () => "你好，我是粤群。想了解广东哪个产业集群，或者哪个城市？",
  spoken: ({ choice }) =>
    choice === "auto" ? "好的，用什么语言问，就用什么语言答。" : "好的，接下来用中文回答。",
  nod: () => "好的。还想看哪个集群或城市？",
  thanks: () => "不客气。还想看哪个集群或城市？",
  termOurs: () => "这是通行的说法或本库的用法，不是文件原文。",
  unknownCommand: ({ near }) =>
    near === undefined ? "没有这个命令。能用的命令有：" : `没有这个命令，是不是 /${near}？能用的有：`,

  // Refusals, with the reason
  empty: () => "没有读到问题。可以问广东的产业集群，或者某个城市在集群里的角色。",
  tooLong: () => "这段话太长了。请用一句话问一个问题。",
  unreadable: () => "没看懂这句话。可以直接说集群或城市的名字。",
  outside: ({ word, verdict }) =>
    `${when(verdict, "文件没有这样说：")}“${word}”不在我们的文件范围里。我只回答广东战略性产业集群和各市的角色。`,
  prompt: () => "我只回答广东战略性产业集群和各市的角色，不改变做法。",
  blocked: ({ word, verdict }) =>
    `${verdict ? "文件没有这样说，也" : "文件里"}没有“${word}”的内容。我只回答产业集群和各市的角色。`,
  elsewhere: ({ word }) => `${word}不是广东的地级以上市，我们手上只有广东的文件。`,
  district: ({ word, city }) => `${word}属${city}，文件按市写，可以看${city}的。`,
  company: ({ word }) => `文件不按企业归档，没有“${word}”的角色或数字。`,
  industry: ({ word }) => `“${word}”不在战略性产业集群的名单里。`,
  whichCluster: ({ surface, options }) => `“${surface}”可能指${join(options)}，你问的是哪一个？`,
  whichCity: ({ city }) => `你是说${city}吗？城市名我不猜，请确认一下。`,
  noFact: ({ id }) => `没有编号为 ${id} 的事实。`,

  // Commands
  missing: ({ name, argument, example }) => `/${name} 后面要写${ARGUMENTS[argument]}，例如 ${example}`,
  unread: ({ known, echo, command: { argument, example } }) =>
    `${when(known.length > 0, `读到${join(known)}，`)}没认出“${echo}”里的${ARGUMENTS[argument]}，例如 ${example}`,
  second: ({ first, command }) => `和谁比？读到了${first}，还要再写一个，例如 ${command.example}`,
  same: ({ name, command }) => `两边都是${name}，请写两个不同的，例如 ${command.example}`,
  matrix: () => "20 个集群 × 21 个市：省级文件给的角色。",
  sources: ({ facts, sources, newest }) =>
    `现有 ${facts} 条事实，来自 ${sources} 处来源，最新的一处是 ${newest} 的。按文件分：`,
  sourceLine: ({ layer, id, count }, lingo) => `${ZH_NAMES.layers[layer]}：${lingo.title(id)}，${count} 条`,
  releases: (releases) => `数据：${releases.map((release, i) => releaseOf(release, i > 0)).join("；")}。`,
  grades: () =>
    "来源等级由高到低：官方原文、官方文件转载、新闻报道、新闻转载、行业网站或机构资料。每个答案下面都标着。",
  byCommand: ({ call, topic }) => `这要用命令来设置，例如 ${[call, topic].filter(Boolean).join(" ")}`,
  wish: ({ call, topic }) => [call, topic].filter(Boolean).join(" "),

  // Dialogue
  nothingThere: ({ place, listed }) =>
    listed === 0
      ? "上一个答案不是名单，想问哪个集群或城市？"
      : `上一个答案只列了 ${listed} 个，没有第 ${place} 个。`,
  nothingBefore: () => "还没有上一个答案。请先问一个问题。",
  attributed: ({ verdict, documents }, lingo) => {
    const lead = { yes: "是", no: "不是", unsaid: "不能这样说" }[verdict];
    return `${lead}：刚才说的出自${documents.map((id) => lingo.name(id)).join("、")}。`;
  },
  evidence: (documents, lingo) => `依据是${join(documents.map((d) => lingo.name(d)))}：`,
  links: () => "上一个答案的来源：",
  link: ({ document, locator, url }) => `${document}｜${locator}｜${url ?? "未附链接"}`,
  whyAnswer: () => "这样回答，是因为文件这样写：",
  sure: ({ grades, official }) =>
    `${official ? "来源里有官方文件" : "不是官方原文"}：等级是${join([...new Set(grades.map((g) => ZH_NAMES.grades[g]))])}。原话如下：`,
  wrongAgain: () => "依据如下；如果哪一条和你手上的文件不同，请以文件为准：",
  brokenReference: () => "这个引用读不出来，请整段复制，从 q: 到结尾。",
  share: ({ reference }) =>
    reference === undefined
      ? "上一个答案没有引用号，请直接转发。"
      : `把这一行发到任何有粤群的聊天，就能看到同一个答案：${reference}`,
  noConflict: () => "上一个答案用到的说法，没有记录到来源之间的矛盾。",
  noMore: () => "上一个答案已经说完了。",
  moreOf: () => "还有这些：",
  sourceIs: ({ mark }) => `［${mark}］是这一处：`,
  noSource: ({ mark }) => `上一个答案没有［${mark}］。`,

  // One fact by itself
  whyCity: () => "为什么值得看：这是城市自己的打算，不等于省里给的角色，两样要分开看。",
  whyReport: () => "为什么值得看：这是报道里的说法，不能当成省级文件给的角色。",
  whyRole: ({ label }) => `为什么值得看：省级文件用词分轻重，这里用的是“${label}”，分工就看这个词。`,
  whyStatus: (status) => `为什么值得看：${BY_STATUS[status]}`,
  whyTopic: (topic) =>
    `为什么值得看：${(topic && BY_TOPIC[topic]) ?? "先知道这一条，再看角色和数字会更清楚。"}`,

  about: ({ about, values }, lingo) => `${filled(lingo.about(about), values)}。`,
  terms: (terms, lingo) => `${terms.map((t) => lingo.term(t)).join("；")}。`,
  ask: (asked) => {
    if ("other" in asked) return ASKS_OF_TWO[asked.about](asked);
    return "name" in asked ? `${asked.name}${ASKS[asked.about]}` : ASKS_OF_NONE[asked.about];
  },
};

const releaseOf = (release: Release, isLocal: boolean): string => {
  const details = [...(release.date === undefined ? [] : [release.date]), `${release.facts} 条`].join("，");
  return `${when(isLocal, "本地数据 ")}${labelOf(release)}（${details}）`;
};

/** {facts} → 697. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (all, key: string) => String(values[key] ?? all));

const ASKS_OF_NONE: Readonly<Record<AskedNone["about"], string>> = {
  sources: "数据有哪些来源",
  help: "怎么用",
  matrix: "角色全景图",
};

const ASKS: Readonly<Record<AskedOne["about"], string>> = {
  overview: "概况",
  target: "的目标",
  result: "的最新数据",
  cores: "有哪些核心城市",
  "core-of": "是哪些集群的核心",
  plans: "自己的规划",
  "class-target": "集群的目标",
  "class-members": "集群有哪些",
};

const ASKS_OF_TWO: Readonly<Record<AskedTwo["about"], (two: AskedTwo) => string>> = {
  role: ({ name, other }) => `${name}在${other}是什么角色`,
  compare: ({ name, other }) => `${name}和${other}比一比`,
};

const GROUP_HEADINGS: Readonly<Record<Group, string>> = {
  ask: "提问：直接说就行，也可以用命令",
  look: "看图",
  chat: "这个聊天的设置",
  bot: "关于我",
};

const ARGUMENTS: Readonly<Record<ArgumentKind, string>> = {
  cluster: "集群",
  city: "城市",
  "cluster-and-city": "城市和集群",
  class: "支柱或新兴",
  two: "两个城市或两个集群",
  either: "集群或城市",
  topic: "集群或城市",
  document: "文件、集群或年份",
  passage: "事实或原文的编号",
  schedule: "时间",
  question: "问题",
  language: "语言",
  none: "内容",
};

const BY_STATUS: Readonly<Record<Status, string>> = {
  target: "目标是一把尺子，到了那一年拿实绩一比，就知道走到了哪里。",
  result: "有了实绩，才谈得上离目标还有多远；比的时候先看口径是不是一样。",
  base: "这是起点，看目标之前先看从哪里出发。",
  threshold: "这是门槛，说的是怎样才算，不是哪个集群的实际数值。",
};

const BY_TOPIC: Readonly<Partial<Record<Topic, string>>> = {
  task: "写了任务，说的是要做什么，不等于给了“核心”的角色。",
  layout: "布局说的是在哪里做什么，和“核心”“重点”这样的角色是两回事。",
  park: "政策最后要落在具体的园区和项目上，这里就是一处。",
  honour: "称号只对它说的那一年、那个范围有效，引用时要带上年份。",
  projects: "工程和项目有名有姓，过几年可以一项一项对。",
  document: "文件之间谁管什么，决定了引用时该引哪一份。",
  date: "不同版本的文件说法不同，先看日期。",
  membership: "谁在名单里、谁不在，是看其他说法的前提。",
  scope: "范围不同，数字就不能直接相比。",
  rating: "星级出自制造业规划，和行动计划里的角色是两套说法。",
  national: "国家级集群和省里的 20 个集群是两套名单，不能混用。",
  trillion: "“万亿级”有几个，每年的说法不同，要连年份一起记。",
  mention: "被提到的次数多少，只说明文件写了多少回，不代表角色轻重。",
  "city-system": "城市自己的产业体系，和省里的 20 个集群不是同一套。",
  funding: "钱从哪里来、给多少，是最容易对账的部分。",
  future: "未来产业和 20 个集群是两套说法，不能混着数。",
  levels: "宏观、中观、微观各管一层，放在一起才看得清谁负责什么。",
  position: "“稳”和“进”是两类集群的不同打法。",
  mechanism: "先知道谁来推、怎么推，再看任务。",
  issuer: "谁印发、谁牵头，引用时要一起写上。",
};
