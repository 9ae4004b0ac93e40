/** Discord's slash commands, made from the one table of commands. Definitions only: `register.ts` sends them. */
import { ApplicationCommandOptionType, Locale } from "discord.js";
import type {
  APIApplicationCommandBasicOption,
  LocalizationMap,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import { Converter } from "opencc-js/cn2t";
import { type Command, COMMANDS } from "../../core/commands.ts";
import { type Option, OPTIONS, type Pool } from "./command-options.ts";

export type Definition = RESTPostAPIChatInputApplicationCommandsJSONBody;

const toTraditional = Converter({ from: "cn", to: "tw" });

/** Chinese names beside the Latin ones; Discord shows them to people whose client is Chinese. */
const ZH_NAMES: Readonly<Record<string, string>> = {
  cluster: "集群",
  city: "城市",
  role: "角色",
  list: "列表",
  compare: "比较",
  map: "地图",
  matrix: "矩阵",
  figures: "数字",
  fact: "事实",
  daily: "每日",
  sources: "来源",
  privacy: "隐私",
  forget: "删除记录",
  help: "帮助",
};

/** @returns one definition a command, in the order of the table. */
export const definitions = (commands: readonly Command[] = COMMANDS): Definition[] =>
  commands.map(definition);

const optionsOf = (commandName: string): readonly Option[] => {
  const command = COMMANDS.find(({ name }) => name === commandName);
  return command ? OPTIONS[command.argument] : [];
};

/** What the option of a command may be completed to. @returns undefined for options we do not have. */
export const completes = (commandName: string, optionName: string): Pool | undefined =>
  optionsOf(commandName).find(({ name }) => name === optionName)?.completes;

/** The values of a command's options as they stand in the question, in order. @param valueOf undefined for one not given. */
export const argumentsOf = (
  commandName: string,
  valueOf: (optionName: string) => string | number | undefined,
): string[] =>
  optionsOf(commandName).flatMap(({ name, days }) => {
    const value = valueOf(name);
    if (value === undefined || value === "") return [];
    return days ? `${value}d` : String(value);
  });

function definition({ name, argument, zh, en }: Command): Definition {
  return {
    name,
    ...named(ZH_NAMES[name]),
    ...described({ zh, en }),
    options: OPTIONS[argument].map(option),
  };
}

function option({ name, zh, describes, required, ...kind }: Option): APIApplicationCommandBasicOption {
  const base = { name, ...named(zh), ...described(describes), required };
  if (kind.days)
    return {
      ...base,
      type: ApplicationCommandOptionType.Integer,
      min_value: kind.days.least,
      max_value: kind.days.most,
    };
  const text = { ...base, type: ApplicationCommandOptionType.String as const };
  if (kind.completes !== undefined) return { ...text, autocomplete: true };
  if (!kind.choices) return text;
  return {
    ...text,
    choices: kind.choices.map((choice) => ({
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
