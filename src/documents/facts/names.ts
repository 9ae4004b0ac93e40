/**
 * The names in a sentence. Each list of cities becomes one sign, so that a pattern sees a list as it sees a word; places
 * that are none of the 21 cities become another, so that nothing is taken for a city that is not.
 */
import { buildLexicon, scan } from "../../core/read/lexicon.ts";
import { as, type Token } from "../../core/read/senses.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import type { Extraction } from "../../dataset/extraction.ts";
import type { Fact } from "../../dataset/schema.ts";
import { hanNumber } from "../../text/numerals.ts";
import { createPlaces } from "./places.ts";

/** Cities as a sentence lists them. */
export interface Cities {
  ids: readonly string[];
  open: boolean;
  total?: number;
  /** Names a place that is none of the 21 cities. */
  foreign: boolean;
}

/** A sentence with its lists of cities as signs. */
export interface Signed {
  text: string;
  /** @returns undefined where the sign stands for no list. */
  listOf: (sign: string) => Cities | undefined;
  /** A piece of it as the sentence says it. */
  plain: (piece: string) => string;
}

export interface NamedCluster {
  id: string;
  start: number;
  end: number;
  /** By the name of one half of it: 激光产业 of 激光与增材制造. */
  half: boolean;
}

export interface Names {
  sign: (text: string) => Signed;
  /** The cluster that a text names as a whole: 智能家电产业. */
  clusterCalled: (name: string) => string | undefined;
  cityCalled: (name: string) => string | undefined;
  /** Parts of clusters that facts are of. */
  parts: ReadonlySet<string>;
  /** The only cluster that facts know what is measured by: 新能源汽车产量. */
  clusterMaking: (measured: string) => string | undefined;
  /** How many cities there are. */
  cities: number;
  /** Clusters that a sentence speaks of by name, with where each ends. */
  clustersIn: (text: string) => NamedCluster[];
}

const FIRST_NAME = 0xe000;
const FOREIGN = "\ue0ff";
const FIRST_LIST = 0xf000;
const NAME = "[\\ue000-\\ue0ff]";
const IS_NAME = new RegExp(NAME, "u");
/** One sign of a list, for use in an expression. */
export const LIST = "[\\uf000-\\uf8ff]";

const anyOf = (words: readonly string[]): string => `(?:${words.join("|")})`;

export function createNames(dataset: Dataset, words: Extraction): Names {
  const { lists, tables } = words;
  const places = createPlaces(dataset, words);
  const lexicon = buildLexicon(dataset);
  const ids = dataset.cities.map((c) => c.id);
  const group = new RegExp(
    `(?<names>${NAME}(?:${anyOf(lists.between)}?${NAME})*)(?:等?(?<count>[两二三四五六七八九十]|\\d{1,2})${anyOf(lists.counted)}|(?<open>${anyOf(lists.open)}))?`,
    "gu",
  );
  const ends = new RegExp(`${anyOf(tables.nameEnds)}$`, "u");
  let last: { text: string; tokens: Token[] } = { text: "", tokens: [] };
  /** A sentence is asked for several times in a row. */
  const nameTokens = (text: string): Token[] => {
    if (last.text !== text) last = { text, tokens: scan(lexicon, text.toLowerCase()) };
    return last.tokens;
  };

  /** Each name as a sign, and what the names were. */
  const withNames = (text: string): { text: string; said: string[] } => {
    const said: string[] = [];
    let signed = "";
    let at = 0;
    for (const { start, end, cities } of places(text, nameTokens(text))) {
      const signs = cities?.map((id) => String.fromCodePoint(FIRST_NAME + ids.indexOf(id))) ?? [FOREIGN];
      signed += text.slice(at, start) + signs.join("");
      // One name may stand for several cities.
      said.push(text.slice(start, end), ...signs.slice(1).map(() => ""));
      at = end;
    }
    return { text: signed + text.slice(at), said };
  };

  const known = dataset.facts.flatMap((fact) =>
    fact.clusters.length === 1 ? partsOf(fact).map((part) => [part, fact.clusters[0] ?? ""] as const) : [],
  );
  const called = (kind: "cluster" | "city", name: string): string | undefined => {
    const whole = nameTokens(name);
    const sense = whole.length === 1 ? whole[0]?.sense : undefined;
    if (sense?.kind !== kind || whole[0]?.end !== name.length) return undefined;
    return sense.kind === "cluster" && sense.how !== "name" ? undefined : sense.id;
  };

  return {
    sign(text) {
      const named = withNames(text);
      const found: (Cities & { said: string })[] = [];
      const signs = named.text.replaceAll(group, (whole: string, ...rest: unknown[]) => {
        const { names = "", count, open } = rest.at(-1) as Record<string, string | undefined>;
        const members = [...names].filter((sign) => IS_NAME.test(sign));
        const total = count === undefined ? undefined : (hanNumber(count) ?? Number(count));
        found.push({
          ids: [...new Set(members.flatMap((sign) => ids[(sign.codePointAt(0) ?? 0) - FIRST_NAME] ?? []))],
          // 佛山等四市: of the four not all are named.
          open: open !== undefined || (total !== undefined && total !== members.length),
          ...(total === members.length && { total }),
          // Two names and 四市: two are not read.
          foreign:
            members.includes(FOREIGN) ||
            (total !== undefined && total > members.length && !whole.includes("等")),
          said: [...whole].map((char) => (IS_NAME.test(char) ? named.said.shift() : char)).join(""),
        });
        return String.fromCodePoint(FIRST_LIST + found.length - 1);
      });
      const listOf = (sign: string) => found[(sign.codePointAt(0) ?? 0) - FIRST_LIST];
      return {
        text: signs,
        listOf,
        plain: (piece) => [...piece].map((char) => listOf(char)?.said ?? char).join(""),
      };
    },
    clusterCalled: (name) =>
      dataset.cluster.has(name)
        ? name
        : (called("cluster", name) ?? called("cluster", name.replace(ends, ""))),
    cityCalled: (name) => called("city", name),
    parts: new Set(dataset.facts.flatMap(partsOf)),
    clusterMaking: (measured) => {
      const clusters = known.flatMap(([part, cluster]) => (measured.startsWith(part) ? [cluster] : []));
      return new Set(clusters).size === 1 ? clusters[0] : undefined;
    },
    cities: ids.length,
    clustersIn: (text) => clustersIn(dataset, nameTokens(text), text, tables.nameEnds),
  };
}

/** What a fact of a cluster is of. */
const partsOf = ({ role, figures = [] }: Fact): string[] => [
  ...(role?.part?.split("、") ?? []),
  ...figures.flatMap(({ of }) => of ?? []),
];

/** By its full name, or by another before 产业 or 集群: 汽车 alone may be anything. */
function clustersIn(
  dataset: Dataset,
  tokens: readonly Token[],
  text: string,
  ends: readonly string[],
): NamedCluster[] {
  return tokens.flatMap((token) => {
    const cluster = as(token, "cluster");
    if (cluster?.how !== "name") return [];
    const end = ends.find((word) => text.startsWith(word, token.end));
    const full = dataset.cluster.has(token.surface) || ends.some((word) => token.surface.endsWith(word));
    if (!full && end === undefined) return [];
    const bare = ends.reduce(
      (name, word) => (name.endsWith(word) ? name.slice(0, -word.length) : name),
      token.surface,
    );
    const half = bare !== cluster.id && cluster.id.split("与").includes(bare);
    return [{ id: cluster.id, start: token.start, end: token.end + (end?.length ?? 0), half }];
  });
}
