/** Discord's commands, made from the table of commands. Definitions only: `register.ts` sends them. */
import { ApplicationCommandOptionType, ApplicationCommandType, Locale as Tag } from "discord.js";
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  LocalizationMap,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from "discord.js";
import type { ArgumentKind, Command } from "../../core/commands.ts";
import type { Locale } from "../../core/types.ts";
import { toTraditional } from "../../text/traditional.ts";
import { type Choice, type Option, OPTIONS, type Pool } from "./command-options.ts";
import { AT_HOME, EVERYWHERE } from "./places.ts";
import { zoneMeant } from "./zones.ts";

/** Of a slash command, and of an entry in the menu of a message. */
export type Definition = RESTPostAPIChatInputApplicationCommandsJSONBody;
export type MenuDefinition = RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** What such a command sets is of use only where the bot can post unasked. */
const SETS_POSTS: ReadonlySet<ArgumentKind> = new Set(["schedule"]);

/** In the menu of a message: its text is the question. */
export const ABOUT_MESSAGE: MenuDefinition = {
  type: ApplicationCommandType.Message,
  name: "Ask about this",
  ...named("问粤群", "Ask about this"),
  ...EVERYWHERE,
};

/** @returns one definition a command, in the order of the table. */
export const definitions = (commands: readonly Command[]): Definition[] => commands.map(definition);

/** All that Discord is told of: the commands, and the entry in the menu of a message. */
export const registrations = (commands: readonly Command[]): (Definition | MenuDefinition)[] => [
  ...definitions(commands),
  ABOUT_MESSAGE,
];

const commandCalled = (commands: readonly Command[], name: string | undefined): Command | undefined =>
  commands.find((command) => command.name === name);

/** Whether the text is a command that makes no sense where the bot is only visiting. */
export function needsHome(commands: readonly Command[], text: string): boolean {
  const command = commandCalled(commands, /^\/([a-z]+)/u.exec(text)?.[1]);
  return command !== undefined && SETS_POSTS.has(command.argument);
}

const optionsOf = (commands: readonly Command[], commandName: string): readonly Option[] => {
  const command = commandCalled(commands, commandName);
  return command ? OPTIONS[command.argument] : [];
};

/** What the option of a command may be completed to. @returns undefined for options we do not have. */
export const completes = (
  commands: readonly Command[],
  commandName: string,
  optionName: string,
): Pool | undefined =>
  optionsOf(commands, commandName)
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
  commands: readonly Command[],
  commandName: string,
  { subcommand, values }: Given,
  locale: Locale = "zh-CN",
): string[] {
  const options = optionsOf(commands, commandName);
  const known = options.find((one) => one.under && one.name === subcommand)?.under ?? options;
  const names = new Set(known.map(({ name }) => name));
  const strange = [...values].flatMap(([name, value]) => (names.has(name) ? [] : String(value)));
  const own = known.flatMap((one) => argumentOf(one, values.get(one.name), locale));
  return [...(subcommand === undefined ? [] : [subcommand]), ...own, ...strange];
}

function argumentOf(one: Option, given: string | number | undefined, locale: Locale): string[] {
  const { name, days, choices = [], isLabelled } = one;
  if (days && typeof given !== "string") return [`${given ?? days.unlessGiven}d`];
  if (given === undefined || given === "") return [];
  const choice = choices.find(({ value }) => value === given);
  if (choice) return [asked(choice, locale)];
  const value = one.completes === "zone" ? zoneMeant(String(given)) : String(given);
  return [isLabelled === true ? `${name}:${value}` : value];
}

function asked({ value, asks }: Choice, locale: Locale): string {
  if (!asks) return value;
  if (locale === "en") return asks.en;
  return locale === "zh-TW" ? toTraditional(asks.zh) : asks.zh;
}

function definition({ name, zhName, argument, zh, en }: Command): Definition {
  return {
    name,
    ...named(zhName, name),
    ...described({ zh, en }),
    options: OPTIONS[argument].map(option),
    ...(SETS_POSTS.has(argument) ? AT_HOME : EVERYWHERE),
  };
}

function option({ under, ...own }: Option): APIApplicationCommandOption {
  if (!under) return valueOption(own);
  const { name, zh, describes } = own;
  return {
    name,
    ...named(zh, name),
    ...described(describes),
    type: ApplicationCommandOptionType.Subcommand,
    options: under.map(valueOption),
  };
}

function valueOption({ name, zh, describes, required, ...kind }: Option): APIApplicationCommandBasicOption {
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
