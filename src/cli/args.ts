/** What stands behind `ask` and behind `npm start` in a terminal. */
import { parseArgs } from "node:util";
import { readLanguage } from "../core/commands.ts";
import type { Locale } from "../core/types.ts";
import { UsageError, usedRightly } from "../shared/usage-error.ts";

/** How answers are shown to who sits at the terminal. */
export interface Shown {
  /** Undefined: in the language of the question. */
  locale: Locale | undefined;
  /** All of an answer, not its short form. */
  long: boolean;
}

export interface Asked extends Shown {
  text: string;
  jsonl: boolean;
}

const SHOWN = { lang: { type: "string" }, long: { type: "boolean", default: false } } as const;

/** `--lang en --long`. @throws UsageError */
export function chatArgs(args: readonly string[]): Shown {
  const { lang, long } = usedRightly(() => parseArgs({ args: [...args], options: SHOWN }).values);
  return { locale: localeOf(lang), long };
}

/** `"问题" --lang en --long`, `--jsonl`. @throws UsageError */
export function askArgs(args: readonly string[]): Asked {
  const options = { ...SHOWN, jsonl: { type: "boolean", default: false } } as const;
  const { values, positionals } = usedRightly(() =>
    parseArgs({ args: [...args], options, allowPositionals: true }),
  );
  const { lang, ...rest } = values;
  return { ...rest, locale: localeOf(lang), text: positionals.join(" ").trim() };
}

/** `--data FOLDER`: folders to lay over the shipped data. @throws UsageError */
export const dataArgs = (args: readonly string[]): string | undefined =>
  usedRightly(() => parseArgs({ args: [...args], options: { data: { type: "string" } } }).values.data);

function localeOf(lang: string | undefined): Locale | undefined {
  if (lang === undefined) return undefined;
  const choice = readLanguage(lang);
  if (choice === undefined) throw new UsageError(`--lang ${lang}: give zh, tw or en.`);
  return choice === "auto" ? undefined : choice;
}
