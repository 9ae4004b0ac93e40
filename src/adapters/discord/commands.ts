/** Discord's slash commands, made from the table of commands. Definitions only: `register.ts` sends them. */
import { ApplicationCommandOptionType, Locale as Tag } from "discord.js";
import type {
  APIApplicationCommandBasicOption,
  LocalizationMap,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import type { Command } from "../../core/commands.ts";
import type { Locale } from "../../core/types.ts";
import { toTraditional } from "../../text/traditional.ts";
import { type Choice, type Option, OPTIONS, type Pool } from "./command-options.ts";

export type Definition = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** @returns one definition a command, in the order of the table. */
export const definitions = (commands: readonly Command[]): Definition[] => commands.map(definition);

const optionsOf = (commands: readonly Command[], commandName: string): readonly Option[] => {
  const command = commands.find(({ name }) => name === commandName);
  return command ? OPTIONS[command.argument] : [];
};

/** What the option of a command may be completed to. @returns undefined for options we do not have. */
export const completes = (
  commands: readonly Command[],
  commandName: string,
  optionName: string,
): Pool | undefined => optionsOf(commands, commandName).find(({ name }) => name === optionName)?.completes;

/**
 * The values of a command's options as they stand in the question, in order.
 * @param valueOf undefined for one not given. @param locale of who gives the command: what they choose is asked in it.
 */
export const argumentsOf = (
  commands: readonly Command[],
  commandName: string,
  valueOf: (optionName: string) => string | number | undefined,
  locale: Locale = "zh-CN",
): string[] =>
  optionsOf(commands, commandName).flatMap(({ name, days, choices = [] }) => {
    const value = valueOf(name);
    if (value === undefined || value === "") return [];
    const choice = choices.find((one) => one.value === value);
    if (choice) return asked(choice, locale);
    return days ? `${value}d` : String(value);
  });

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
  };
}

function option({ name, zh, describes, required, ...kind }: Option): APIApplicationCommandBasicOption {
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

const named = (zh: string, en: string): { name_localizations: LocalizationMap } => ({
  name_localizations: localized(zh, en),
});

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

const localized = (zh: string, en: string): LocalizationMap => ({
  [Tag.ChineseCN]: zh,
  [Tag.ChineseTW]: toTraditional(zh),
  [Tag.EnglishUS]: en,
  [Tag.EnglishGB]: en,
});
