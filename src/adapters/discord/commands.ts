/** Discord's commands, made from the one table of commands. Definitions only: `register.ts` sends them. */
import { ApplicationCommandOptionType, ApplicationCommandType, Locale as Tag } from "discord.js";
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  LocalizationMap,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from "discord.js";
import { type ArgumentKind, type Command, type CommandName, COMMANDS } from "../../core/commands.ts";
import type { Locale } from "../../core/types.ts";
import { toTraditional } from "../../text/traditional.ts";
import { type Choice, type Option, OPTIONS, type Pool } from "./command-options.ts";
import { AT_HOME, EVERYWHERE } from "./places.ts";
import { zoneMeant } from "./zones.ts";

/** Of a slash command, and of an entry in the menu of a message. */
export type Definition = RESTPostAPIChatInputApplicationCommandsJSONBody;
export type MenuDefinition = RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** Chinese names beside the Latin ones; Discord shows them to people whose client is Chinese. */
const ZH_NAMES: Readonly<Record<CommandName, string>> = {
  ask: "提问",
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
  language: "语言",
  sources: "来源",
  privacy: "隐私",
  forget: "删除记录",
  help: "帮助",
};

/** What such a command sets is of use only where the bot can post unasked. */
const SETS_POSTS: ReadonlySet<ArgumentKind> = new Set(["daily"]);

/** In the menu of a message: its text is the question. */
export const ABOUT_MESSAGE: MenuDefinition = {
  type: ApplicationCommandType.Message,
  name: "Ask about this",
  ...named("问粤群", "Ask about this"),
  ...EVERYWHERE,
};

/** @returns one definition a command, in the order of the table. */
export const definitions = (commands: readonly Command[] = COMMANDS): Definition[] =>
  commands.map(definition);

const commandCalled = (name: string | undefined): Command | undefined =>
  COMMANDS.find((command) => command.name === name);

/** Whether the text is a command that makes no sense where the bot is only visiting. */
export function needsHome(text: string): boolean {
  const command = commandCalled(/^\/([a-z]+)/u.exec(text)?.[1]);
  return command !== undefined && SETS_POSTS.has(command.argument);
}

const optionsOf = (commandName: string): readonly Option[] => {
  const command = commandCalled(commandName);
  return command ? OPTIONS[command.argument] : [];
};

/** What the option of a command may be completed to. @returns undefined for options we do not have. */
export const completes = (commandName: string, optionName: string): Pool | undefined =>
  optionsOf(commandName)
    .flatMap((one) => one.under ?? one)
    .find(({ name }) => name === optionName)?.completes;

/** What was given with a command. */
export interface Given {
  subcommand?: string | undefined;
  /** By the names of the options, in the order they came in. */
  values: ReadonlyMap<string, string | number>;
}

/**
 * The sub-command and the values of a command's options as they stand in the question, in order. What Discord still
 * offers of an older form of the command, or already of a newer one, stands behind in the order it came in.
 * @param locale of who gives the command: what they choose is asked in it.
 */
export function argumentsOf(
  commandName: string,
  { subcommand, values }: Given,
  locale: Locale = "zh-CN",
): string[] {
  const options = optionsOf(commandName);
  const known = options.find((one) => one.under && one.name === subcommand)?.under ?? options;
  const names = new Set(known.map(({ name }) => name));
  const strange = [...values].flatMap(([name, value]) => (names.has(name) ? [] : String(value)));
  const own = known.flatMap((one) => worded(one, values.get(one.name), locale));
  return [...(subcommand === undefined ? [] : [subcommand]), ...own, ...strange];
}

function worded(
  { completes: pool, days, choices = [] }: Option,
  value: string | number | undefined,
  locale: Locale,
): string[] {
  if (days) return [`${value ?? days.unlessGiven}d`];
  if (value === undefined || value === "") return [];
  const choice = choices.find((one) => one.value === value);
  if (choice) return [asked(choice, locale)];
  return [pool === "zone" ? zoneMeant(String(value)) : String(value)];
}

function asked({ value, asks }: Choice, locale: Locale): string {
  if (!asks) return value;
  if (locale === "en") return asks.en;
  return locale === "zh-TW" ? toTraditional(asks.zh) : asks.zh;
}

function definition({ name, argument, zh, en }: Command): Definition {
  return {
    name,
    ...named(ZH_NAMES[name], name),
    ...described({ zh, en }),
    options: OPTIONS[argument].map(option),
    ...(SETS_POSTS.has(argument) ? AT_HOME : EVERYWHERE),
  };
}

function option({ under, ...own }: Option): APIApplicationCommandOption {
  if (!under) return taking(own);
  const { name, zh, describes } = own;
  return {
    name,
    ...named(zh, name),
    ...described(describes),
    type: ApplicationCommandOptionType.Subcommand,
    options: under.map(taking),
  };
}

function taking({ name, zh, describes, required, ...kind }: Option): APIApplicationCommandBasicOption {
  const base = { name, ...named(zh, name), ...described(describes), required };
  if (kind.yesNo === true) return { ...base, type: ApplicationCommandOptionType.Boolean };
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
      ...named(choice.zh, choice.name),
      value: choice.value,
    })),
  };
}

function named(zh: string, en: string): { name_localizations: LocalizationMap } {
  return { name_localizations: localized(zh, en) };
}

const described = ({
  zh,
  en,
}: {
  zh: string;
  en: string;
}): { description: string; description_localizations: LocalizationMap } => ({
  description: en,
  description_localizations: localized(zh, en),
});

function localized(zh: string, en: string): LocalizationMap {
  return {
    [Tag.ChineseCN]: zh,
    [Tag.ChineseTW]: toTraditional(zh),
    [Tag.EnglishUS]: en,
    [Tag.EnglishGB]: en,
  };
}
