/** Words that are written otherwise in one region: read in the one way before anything is looked up. */
import { literal } from "../text/pattern.ts";
import { groupBy } from "./dataset.ts";
import type { Regional } from "./language.ts";

type Replace = (text: string) => string;

/** The longer words of `except` are matched first, and left as they are. */
export function replacement({ from, to, except = [], after, before }: Regional): Replace {
  const digit = after === "digit" ? String.raw`(?<=[\d点一二三四五六七八九十百千几数两] ?)` : "";
  const ahead = before === "digit" ? String.raw`(?= ?\d)` : "";
  const words = new RegExp([...except.map(literal), `${digit}${literal(from)}${ahead}`].join("|"), "gu");
  return (text) =>
    text.includes(from) ? text.replace(words, (found) => (found === from ? to : found)) : text;
}

/** Most texts hold none of some hundred words: only those are looked for that begin with one of its characters. */
export function replacements(rules: readonly Regional[]): Replace {
  const each = rules.map(replacement);
  const byFirst = groupBy(rules, ({ from }) => [from.charAt(0)]);
  const holdsAny = (text: string): boolean => {
    for (let at = 0; at < text.length; at += 1)
      if (byFirst.get(text.charAt(at))?.some(({ from }) => text.startsWith(from, at))) return true;
    return false;
  };
  return (text) => (holdsAny(text) ? each.reduce((rest, replace) => replace(rest), text) : text);
}
