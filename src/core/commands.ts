/** The one table of commands. Adapters derive slash commands, menus and help from it. */
import type { Locale } from "./types.ts";

export type ArgumentKind =
  | "cluster"
  | "city"
  | "cluster-and-city"
  | "class"
  | "two"
  | "either"
  | "topic"
  | "daily"
  | "language"
  | "question"
  | "none";

/** A platform that names commands in another language must name each of them. */
export type CommandName =
  | "ask"
  | "cluster"
  | "city"
  | "role"
  | "list"
  | "compare"
  | "map"
  | "matrix"
  | "figures"
  | "fact"
  | "daily"
  | "language"
  | "sources"
  | "privacy"
  | "forget"
  | "help";

export interface Command {
  name: CommandName;
  /** Other names people type for it. */
  aliases?: readonly string[];
  argument: ArgumentKind;
  /** What it does, in one short line. */
  zh: string;
  en: string;
  /** It as somebody would write it, in Chinese and in English. */
  example: string;
  exampleEn: string;
}

export const COMMANDS: readonly Command[] = [
  {
    name: "ask",
    argument: "question",
    zh: "用自己的话问",
    en: "Ask in your own words",
    example: "/ask 深圳是哪些集群的核心",
    exampleEn: "/ask which clusters have Shenzhen as a core city",
  },
  {
    name: "cluster",
    argument: "cluster",
    zh: "看一个集群：城市、目标、最新数字",
    en: "One cluster: cities, targets, latest figures",
    example: "/cluster 半导体",
    exampleEn: "/cluster semiconductors",
  },
  {
    name: "city",
    argument: "city",
    zh: "看一个城市在 20 个集群里的角色",
    en: "One city and its role in the 20 clusters",
    example: "/city 深圳",
    exampleEn: "/city Shenzhen",
  },
  {
    name: "role",
    argument: "cluster-and-city",
    zh: "看一个城市在一个集群里的角色",
    en: "The role of a city in a cluster",
    example: "/role 深圳 半导体",
    exampleEn: "/role Shenzhen semiconductors",
  },
  {
    name: "list",
    argument: "class",
    zh: "列出十大支柱或十大新兴集群",
    en: "List the pillar or the emerging clusters",
    example: "/list 支柱",
    exampleEn: "/list pillar",
  },
  {
    name: "compare",
    argument: "two",
    zh: "比较两个城市或两个集群",
    en: "Compare two cities or two clusters",
    example: "/compare 广州 深圳",
    exampleEn: "/compare Guangzhou Shenzhen",
  },
  {
    name: "map",
    argument: "either",
    zh: "看图：一个集群在 21 个市的分布，或一个城市的名片",
    en: "A picture: where a cluster is, or what a city does",
    example: "/map 半导体",
    exampleEn: "/map semiconductors",
  },
  {
    name: "matrix",
    argument: "none",
    zh: "看图：20 个集群 × 21 个市",
    en: "A picture: 20 clusters by 21 cities",
    example: "/matrix",
    exampleEn: "/matrix",
  },
  {
    name: "figures",
    argument: "class",
    zh: "看图：起点、目标、最新实绩",
    en: "A picture: start, target and latest result",
    example: "/figures 支柱",
    exampleEn: "/figures pillar",
  },
  {
    name: "fact",
    argument: "topic",
    zh: "来一条政策事实，可指定集群或城市",
    en: "One policy fact, on a cluster or city if you like",
    example: "/fact 新能源",
    exampleEn: "/fact new energy",
  },
  {
    name: "daily",
    argument: "daily",
    zh: "每天一条政策事实：开启、关闭、暂停、状态",
    en: "One policy fact a day: on, off, pause, status",
    example: "/daily on 09:00",
    exampleEn: "/daily on 09:00",
  },
  {
    name: "language",
    aliases: ["语言", "語言"],
    argument: "language",
    zh: "用什么语言回答：简体、繁体、英文，或自动",
    en: "The language of answers: zh, tw, en or auto",
    example: "/language en",
    exampleEn: "/language en",
  },
  {
    name: "sources",
    argument: "none",
    zh: "数据来自哪些文件",
    en: "The documents behind the answers",
    example: "/sources",
    exampleEn: "/sources",
  },
  {
    name: "privacy",
    argument: "none",
    zh: "这个机器人记下什么",
    en: "What this bot stores",
    example: "/privacy",
    exampleEn: "/privacy",
  },
  {
    name: "forget",
    argument: "none",
    zh: "删除这个聊天的全部记录",
    en: "Delete everything stored about this chat",
    example: "/forget",
    exampleEn: "/forget",
  },
  { name: "help", argument: "none", zh: "怎么问", en: "How to ask", example: "/help", exampleEn: "/help" },
];

/** @throws where the table has no such command. */
export function commandOf(name: string): Command {
  const found = COMMANDS.find((c) => c.name === name);
  if (!found) throw new Error(`there is no command ${name}`);
  return found;
}

export interface CommandCall {
  command: Command;
  rest: string;
}

const ALIASES = COMMANDS.flatMap(({ aliases = [] }) => aliases).join("|");
/** A Latin name ends where something else begins, an alias where it ends. */
const CALL = new RegExp(
  String.raw`^[/／](${ALIASES}|[a-z_]{1,32})(?:@\w+)?(?:[\s，,：:]+|$|(?=\P{ASCII})|(?<=\p{Script=Han}))([\s\S]*)$`,
  "iu",
);

/**
 * `/cluster 半导体` → the command and its argument; a bot name after @ is dropped.
 * @returns undefined where the text is no command, `unknown` where it looks like one we do not have.
 */
export function parseCommand(text: string): CommandCall | "unknown" | undefined {
  const found = CALL.exec(text.trim());
  if (!found) return undefined;
  const name = (found[1] ?? "").toLowerCase();
  const called = name === "start" ? "help" : name;
  const command = COMMANDS.find((c) => c.name === called || c.aliases?.includes(called));
  return command ? { command, rest: (found[2] ?? "").trim() } : "unknown";
}

/** What /language takes. `auto`: that of the question, or of the person. */
export type LanguageChoice = Locale | "auto";

const LANGUAGES: Readonly<Record<LanguageChoice, readonly string[]>> = {
  "zh-CN": ["zh", "cn", "zh-cn", "zh-hans", "chinese", "中文", "简体", "简体中文"],
  "zh-TW": ["tw", "hk", "zh-tw", "zh-hk", "zh-hant", "traditional", "繁体", "繁體", "繁体中文", "繁體中文"],
  en: ["en", "en-us", "en-gb", "english", "英文", "英语", "英語"],
  auto: ["auto", "automatic", "自动", "自動"],
};

/** @param text what stands after /language. @returns undefined for one that is not spoken here. */
export function readLanguage(text: string): LanguageChoice | undefined {
  const plain = text.normalize("NFKC").trim().toLowerCase().replaceAll("_", "-");
  return (Object.keys(LANGUAGES) as LanguageChoice[]).find((choice) => LANGUAGES[choice].includes(plain));
}
