/** Discord's slash commands, made from the one table of commands. Definitions only: `register.ts` sends them. */
import { ApplicationCommandOptionType, Locale } from "discord.js";
import type {
  APIApplicationCommandStringOption,
  LocalizationMap,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import { Converter } from "opencc-js/cn2t";
import { type ArgumentKind, type Command, COMMANDS } from "../../core/commands.ts";

export type Definition = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** What an option can be completed to. */
export type Completes = "cluster" | "city" | "both";

interface Option {
  name: string;
  zh: string;
  describes: { zh: string; en: string };
  required: boolean;
  completes?: Completes;
  choices?: readonly { name: string; zh: string; value: string }[];
}

const toTraditional = Converter({ from: "cn", to: "tw" });

/** Chinese names beside the Latin ones; Discord shows them to people whose client is Chinese. */
const ZH_NAMES: Readonly<Record<string, string>> = {
  cluster: "集群",
  city: "城市",
  role: "角色",
  list: "列表",
  compare: "比较",
  fact: "事实",
  sources: "来源",
  help: "帮助",
};

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
const CLASSES = [
  { name: "Pillar clusters", zh: "十大支柱", value: "支柱" },
  { name: "Emerging clusters", zh: "十大新兴", value: "新兴" },
];

const OPTIONS: Readonly<Record<ArgumentKind, readonly Option[]>> = {
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
  topic: [{ name: "topic", zh: "主题", describes: EITHER, required: false, completes: "both" }],
  none: [],
};

/** @returns one definition a command, in the order of the table. */
export const definitions = (commands: readonly Command[] = COMMANDS): Definition[] =>
  commands.map(definition);

/** What the option of a command may be completed to. @returns undefined for options we do not have. */
export function completes(commandName: string, optionName: string): Completes | undefined {
  const command = COMMANDS.find(({ name }) => name === commandName);
  return command && OPTIONS[command.argument].find(({ name }) => name === optionName)?.completes;
}

/** Names of the options of a command, in the order their values stand in the question. */
export function optionNames(commandName: string): string[] {
  const command = COMMANDS.find(({ name }) => name === commandName);
  return command ? OPTIONS[command.argument].map(({ name }) => name) : [];
}

function definition({ name, argument, zh, en }: Command): Definition {
  return {
    name,
    ...named(ZH_NAMES[name]),
    ...described({ zh, en }),
    options: OPTIONS[argument].map(option),
  };
}

function option({
  name,
  zh,
  describes,
  required,
  completes: pool,
  choices = [],
}: Option): APIApplicationCommandStringOption {
  const base = {
    type: ApplicationCommandOptionType.String as const,
    name,
    ...named(zh),
    ...described(describes),
    required,
  };
  if (pool !== undefined) return { ...base, autocomplete: true };
  return {
    ...base,
    choices: choices.map((choice) => ({
      name: choice.name,
      ...named(choice.zh),
      value: choice.value,
    })),
  };
}

const named = (zh: string | undefined): { name_localizations?: LocalizationMap } =>
  zh === undefined ? {} : { name_localizations: inChinese(zh) };

const described = ({
  zh,
  en,
}: {
  zh: string;
  en: string;
}): { description: string; description_localizations: LocalizationMap } => ({
  description: en,
  description_localizations: { ...inChinese(zh), [Locale.EnglishUS]: en, [Locale.EnglishGB]: en },
});

const inChinese = (zh: string): LocalizationMap => ({
  [Locale.ChineseCN]: zh,
  [Locale.ChineseTW]: toTraditional(zh),
});
