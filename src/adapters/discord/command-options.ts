/** The options of Discord's slash commands: one list for each kind of argument in the table of commands. */
import type { ArgumentKind } from "../../core/commands.ts";

/** Names of the dataset an option can be completed to. */
export type Completes = "cluster" | "city" | "both";
/** Everything an option can be completed to. */
export type Pool = Completes | "zone";

export interface Choice {
  name: string;
  zh: string;
  value: string;
  /** How it stands in the question, where that is a word of a language. */
  asks?: { zh: string; en: string };
}

export interface Option {
  name: string;
  zh: string;
  describes: { zh: string; en: string };
  required: boolean;
  completes?: Pool;
  choices?: readonly Choice[];
  /** Yes or no; it says how to answer and does not stand in the question. */
  yesNo?: true;
  /** Its name stands before it in the question, `zone:Asia/Tokyo`: it is that, whatever was typed. */
  isLabelled?: true;
  /** A whole number of days, written `7d` in the question. */
  days?: { least: number; most: number; unlessGiven: number };
  /** A sub-command: its name stands in the question, before the values of its own options. */
  under?: readonly Option[];
}

const CLUSTER: Option = {
  name: "cluster",
  zh: "集群",
  describes: {
    zh: "集群的名称，汉字、拼音、英文都行",
    en: "A cluster, in Chinese, pinyin or English",
  },
  required: true,
  completes: "cluster",
};
const CITY: Option = {
  name: "city",
  zh: "城市",
  describes: { zh: "广东 21 个市之一", en: "One of the 21 cities of Guangdong" },
  required: true,
  completes: "city",
};
const EITHER = { zh: "一个城市或一个集群", en: "A city or a cluster" };
const TOPIC: Option = { name: "topic", zh: "主题", describes: EITHER, required: false, completes: "both" };
const CLASSES = [
  { name: "Pillar clusters", zh: "十大支柱", value: "支柱", asks: { zh: "支柱", en: "pillar" } },
  { name: "Emerging clusters", zh: "十大新兴", value: "新兴", asks: { zh: "新兴", en: "emerging" } },
];
const LANGUAGES = [
  { name: "Simplified Chinese", zh: "简体中文", value: "zh" },
  { name: "Traditional Chinese", zh: "繁体中文", value: "tw" },
  { name: "English", zh: "英文", value: "en" },
  { name: "Automatic", zh: "自动", value: "auto" },
];
const TIME: Option = {
  name: "time",
  zh: "时间",
  describes: { zh: "每天几点，例如 09:00", en: "Time of day, for example 09:00" },
  required: false,
  isLabelled: true,
};
const ZONE: Option = {
  name: "zone",
  zh: "时区",
  describes: { zh: "时区，例如 Asia/Shanghai", en: "Time zone, for example Asia/Shanghai" },
  required: false,
  completes: "zone",
  isLabelled: true,
};
const DAYS: Option = {
  name: "days",
  zh: "天数",
  describes: { zh: "暂停几天，不写就是 7 天", en: "For how many days; 7 unless given" },
  required: false,
  days: { least: 1, most: 365, unlessGiven: 7 },
};

const subcommand = (
  name: string,
  zh: string,
  describes: Option["describes"],
  ...under: readonly Option[]
): Option => ({ name, zh, describes, required: false, under });

/** In the order in which the values stand in the question, required ones first: Discord insists. */
const DAILY: readonly Option[] = [
  subcommand(
    "on",
    "开启",
    { zh: "每天发一条；没写的照旧", en: "Post one a day; what you leave out stays as it is" },
    TIME,
    ZONE,
    { ...TOPIC, isLabelled: true },
  ),
  subcommand("off", "关闭", { zh: "不再每天发", en: "Post no more" }),
  subcommand("pause", "暂停", { zh: "停几天，然后自己恢复", en: "Stop for some days, then go on" }, DAYS),
  subcommand("now", "现在", { zh: "现在发一条", en: "Post one now" }),
  subcommand("status", "状态", { zh: "看现在怎么设的", en: "See how it is set" }),
];

/** The option of /ask that asks for an answer only the asker sees. */
export const PRIVATE = "private";

const QUESTION: readonly Option[] = [
  {
    name: "question",
    zh: "问题",
    describes: { zh: "用自己的话问，中文、英文、拼音都行", en: "In your own words, English or Chinese" },
    required: true,
  },
  {
    name: PRIVATE,
    zh: "只给我看",
    describes: { zh: "回答只有自己看得到", en: "Only you see the answer" },
    required: false,
    yesNo: true,
  },
];

export const OPTIONS: Readonly<Record<ArgumentKind, readonly Option[]>> = {
  cluster: [CLUSTER],
  city: [CITY],
  "cluster-and-city": [CITY, CLUSTER],
  class: [
    {
      name: "class",
      zh: "类别",
      describes: { zh: "支柱或新兴", en: "Pillar or emerging" },
      required: false,
      choices: CLASSES,
    },
  ],
  two: [
    { name: "first", zh: "第一个", describes: EITHER, required: true, completes: "both" },
    { name: "second", zh: "第二个", describes: EITHER, required: true, completes: "both" },
  ],
  topic: [TOPIC],
  document: [
    {
      name: "document",
      zh: "文件",
      describes: {
        zh: "文件或集群，可以加年份，例如 半导体 2023",
        en: "A document or a cluster, and a year, for example semiconductors 2023",
      },
      required: true,
    },
  ],
  passage: [
    {
      name: "number",
      zh: "编号",
      describes: { zh: "事实或原文的编号，例如 F087", en: "A fact or a passage, for example F087" },
      required: true,
    },
  ],
  either: [{ ...TOPIC, zh: "集群或城市", required: true }],
  schedule: DAILY,
  question: QUESTION,
  language: [
    {
      name: "language",
      zh: "语言",
      describes: { zh: "不写就看现在的", en: "Leave it out to see the present one" },
      required: false,
      choices: LANGUAGES,
    },
  ],
  none: [],
};
