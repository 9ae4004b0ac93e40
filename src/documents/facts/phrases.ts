/** The phrases of data/extraction.json as expressions over a sentence in which each list of cities is one sign. */
import type { Extraction, RolePhrase } from "../../dataset/extraction.ts";
import { LIST } from "./names.ts";

/** A phrase where it stands in a sentence. */
export interface Match {
  phrase: RolePhrase;
  start: number;
  end: number;
  groups: Record<string, string | undefined>;
  /** It names no part and no task: what stands around it may. */
  whole: boolean;
}

const FREE = '[^,;:。!?\\uf000-\\uf8ff“”"]';

/** {P} stands for up to 30 characters of one clause that name no city: a part of a cluster. */
export function compile(say: string, kinds: Extraction["kinds"]): RegExp {
  const fill = (text: string): string =>
    text.replaceAll(/\{(\p{Script=Han}+)\}/gu, (whole, name: string) =>
      name === "产业名" ? `${FREE}{2,16}?` : (kinds[name] ?? whole),
    );
  const read = fill(fill(say))
    .replaceAll(/\{([AB])\}/gu, `(?<$1>${LIST})`)
    .replaceAll(/\{([PQ])\}/gu, `(?<$1>(?![的、和与及])${FREE}{2,30}?)`)
    .replaceAll("{T}", '(?:(?!、[\\uf000-\\uf8ff])[^,;:。!?“”"]){2,40}?')
    .replaceAll("{gap}", `${FREE}{2,16}?`)
    .replaceAll("{end}", "(?=[,;:。!?]|$)");
  return new RegExp(read, "gu");
}

/** With {名}, behind which stands what ends as a part's name does: {P}{名}研发. */
export const kindsOf = ({ kinds, parts }: Extraction): Extraction["kinds"] => ({
  ...kinds,
  名: `(?<=${parts.nouns.join("|")})`,
});

/** @returns a function from a sentence to the phrases in it, in their order; of those that overlap the longer one is meant. */
export function createPhrases(words: Extraction): (text: string) => Match[] {
  const { roles } = words;
  const kinds = kindsOf(words);
  const phrases = roles.map((phrase) => ({ phrase, expression: compile(phrase.say, kinds) }));
  return (text) =>
    chosen(
      phrases.flatMap(({ phrase, expression }) =>
        [...text.matchAll(expression)].map(({ index, 0: found, groups = {} }) => ({
          phrase,
          start: index,
          end: index + found.length,
          groups,
          whole: groups["task"] === undefined && phrase.gives.every((given) => given.part === undefined),
        })),
      ),
    );
}

function chosen(matches: readonly Match[]): Match[] {
  const taken: Match[] = [];
  for (const match of matches.toSorted((a, b) => b.end - b.start - (a.end - a.start)))
    if (taken.every((t) => match.end <= t.start || match.start >= t.end)) taken.push(match);
  return taken.toSorted((a, b) => a.start - b.start);
}
