/** Texts by key: what a teller wants said, and how it is said in a language. */
import type { Locale } from "../types.ts";
import type { Texts } from "./texts.ts";
import { ZH } from "./zh.ts";

/** A text and what it is about; the words come last. */
export type Text = { [K in keyof Texts]: { key: K; with: Texts[K] } }[keyof Texts];

/** @param args what the catalogue's text of that key is given; nothing where it needs nothing. */
export const text = <K extends keyof Texts>(
  key: K,
  ...args: [Texts[K]] extends [undefined] ? [] : [Texts[K]]
): Text => ({ key, with: args[0] }) as Text;

/** The words of a text in a language. */
export function say({ key, with: args }: Text, _locale: Locale = "zh-CN"): string {
  const template = ZH[key] as (args: unknown) => string;
  return template(args);
}
