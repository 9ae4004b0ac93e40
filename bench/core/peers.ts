/**
 * What a developer would pick instead: full-text search over the same facts. A peer "answers" with the text of its
 * three best hits, and says `unknown` only when it finds nothing. Peers know no conversation.
 */
import { create, insertMultiple, search as searchOrama } from "@orama/orama";
import { createTokenizer } from "@orama/tokenizers/mandarin";
import { Charset, Index } from "flexsearch";
import MiniSearch from "minisearch";
import { Converter } from "opencc-js/t2cn";
import type { Dataset } from "../../src/dataset/dataset.ts";
import type { Fact } from "../../src/dataset/schema.ts";
import type { Said } from "../../test/golden/judge.ts";
import type { Answerer, System } from "./system.ts";

const HITS = 3;

/** What every peer indexes and shows of a fact. */
const textOf = (fact: Fact): string => (fact.note === undefined ? fact.text : `${fact.text} ${fact.note}`);

interface Entry {
  id: string;
  text: string;
}

const entries = (dataset: Dataset): Entry[] =>
  dataset.facts.map((fact) => ({ id: fact.id, text: textOf(fact) }));

/** Turns a function from a question to ids, best first, into a peer. */
function answerer(dataset: Dataset, find: (text: string) => string[]): Answerer {
  return ({ text }): Said => {
    const ids = find(text);
    const facts = ids.flatMap((id) => dataset.fact.get(id) ?? []);
    return {
      outcome: ids.length > 0 ? "answer" : "unknown",
      text: facts.map(textOf).join("\n"),
      facts: ids,
    };
  };
}

export const miniSearchDefaults: System = {
  name: "MiniSearch, defaults",
  build(dataset) {
    const index = new MiniSearch<Entry>({ fields: ["text"] });
    index.addAll(entries(dataset));
    return answerer(dataset, (text) =>
      index
        .search(text)
        .slice(0, HITS)
        .map(({ id }) => String(id)),
    );
  },
};

/** Han as single characters and pairs, Latin and digits as words. */
function grams(text: string): string[] {
  const runs = text.toLowerCase().matchAll(/\p{Script=Han}+|[a-z0-9.]+/gu);
  return [...runs].flatMap(([run]) => {
    if (!/^\p{Script=Han}/u.test(run)) return [run];
    const characters = Array.from(run);
    return [...characters, ...characters.slice(1).map((c, i) => `${characters[i] ?? ""}${c}`)];
  });
}

/** Entity → every name of it in data/aliases.json. */
function namesOf({ aliases }: Dataset): Map<string, string> {
  const clusters = aliases.clusters.map(
    ({ id, names, related }) => [id, [...names, ...related].join(" ")] as const,
  );
  const cities = aliases.cities.map(({ id, names }) => [id, names.join(" ")] as const);
  return new Map([...clusters, ...cities]);
}

export const miniSearchTuned: System = {
  name: "MiniSearch, bigrams + aliases",
  build(dataset) {
    const simplify = Converter({ from: "t", to: "cn" });
    const names = namesOf(dataset);
    const index = new MiniSearch<Entry & { alias: string }>({
      fields: ["text", "alias"],
      tokenize: grams,
    });
    const aliasOf = (fact: Fact): string =>
      [...fact.clusters, ...fact.cities].map((id) => names.get(id) ?? "").join(" ");
    index.addAll(dataset.facts.map((fact) => ({ id: fact.id, text: textOf(fact), alias: aliasOf(fact) })));
    const find = (text: string): string[] =>
      index
        .search(simplify(text.normalize("NFKC")))
        .slice(0, HITS)
        .map(({ id }) => String(id));
    return answerer(dataset, find);
  },
};

export const orama: System = {
  name: "Orama, mandarin tokenizer",
  build(dataset) {
    const index = create({
      schema: { text: "string" },
      components: { tokenizer: createTokenizer() },
    });
    // One batch, no pause: insertMultiple is synchronous as long as no hook is asynchronous.
    void insertMultiple(index, entries(dataset), dataset.facts.length);
    const find = (text: string): string[] => {
      const results = searchOrama(index, { term: text, limit: HITS });
      if (results instanceof Promise)
        throw new Error("Orama answered asynchronously; its latency would be wrong");
      return results.hits.map(({ id }) => id);
    };
    return answerer(dataset, find);
  },
};

export const flexSearch: System = {
  name: "FlexSearch, CJK charset + suggest",
  build(dataset) {
    const index = new Index({ encoder: Charset.CJK, tokenize: "strict" });
    for (const { id, text } of entries(dataset)) index.add(id, text);
    return answerer(dataset, (text) => index.search(text, { limit: HITS, suggest: true }).map(String));
  },
};
