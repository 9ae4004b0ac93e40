/** Turns that act on the answer before them: why, from where, is it sure, more, shorter. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Act } from "../../dataset/word-kinds.ts";
import type { Fact } from "../../dataset/schema.ts";
import { giverOf, GIVERS } from "../ask/relations.ts";
import { type Draft, type DraftBlock, factSection, line } from "../compose.ts";
import type { Turn } from "../memory.ts";
import { citationKey } from "../say/cite.ts";
import { text } from "../say/say.ts";
import type { Text } from "../say/say.ts";

const MOST = 8;
const MOST_LINKED = 3;
const MOST_MARKED = 4;
const MOST_REPEATED = 2;

const factsOf = (dataset: Dataset, ids: readonly string[]): Fact[] =>
  ids.flatMap((id) => dataset.fact.get(id) ?? []);

/** Who asks for these asks for all there is; anything else is short at first, like every answer. */
const WHOLE: ReadonlySet<Act> = new Set<Act>(["sources", "detail", "link", "more", "differ", "share"]);

/** What the act does with the last answer: its evidence, the rest, or the same once more. */
export function act(dataset: Dataset, which: Act, turn: Turn): Draft {
  return {
    ...acted(dataset, which, turn),
    ...(WHOLE.has(which) && { whole: true as const }),
    ...aboutTurn(turn),
  };
}

/** What the turn was about still is what it is about. */
const aboutTurn = ({ clusters, cities }: Turn): Pick<Draft, "clusters" | "cities" | "next"> => ({
  clusters,
  cities,
  next: [text("ask", { about: "sources" })],
});

function acted(dataset: Dataset, which: Act, turn: Turn): Draft {
  const facts = factsOf(dataset, turn.facts);
  const evidence = byGiver(dataset, facts);
  switch (which) {
    case "sources":
    case "detail":
      return told(text("evidence", documentsOf(facts)), facts, evidence);
    case "why":
      return told(text("whyAnswer"), facts, [
        { kind: "text", text: text("plain", turn.title.text) },
        ...evidence,
      ]);
    case "wrong":
      return told(text("wrongAgain"), facts, evidence);
    case "sure":
      return told(sureness(dataset, turn, facts), facts, evidence);
    case "differ":
      return differing(dataset, facts);
    case "share":
      return { outcome: "clarify", title: line(text("share", { reference: turn.reference })) };
    case "link":
      return told(text("links"), facts, [
        { kind: "list", items: turn.sources.map((s) => text("link", s)) },
        ...byGiver(dataset, facts.slice(0, MOST_LINKED)),
      ]);
    case "more":
      return more(dataset, turn);
    case "short":
    case "back":
      return again(dataset, turn, []);
    case "rephrase":
      return again(dataset, turn, facts.slice(0, MOST_REPEATED));
  }
}

const told = (title: Text, facts: readonly Fact[], blocks: DraftBlock[]): Draft => ({
  outcome: facts.length > 0 ? "answer" : "clarify",
  title: line(title),
  blocks,
});

const documentsOf = (facts: readonly Fact[]): string[] => [...new Set(facts.map((f) => f.document))];

/** Who says it stands above each group: what reports tell is never the province's. */
const byGiver = (dataset: Dataset, facts: readonly Fact[]): DraftBlock[] =>
  GIVERS.flatMap((giver) =>
    factSection(facts.filter((f) => giverOf(dataset, f) === giver).slice(0, MOST), text("giver", giver)),
  );

/** 怎么两个数: the contradictions behind the last answer, each with all its sides. */
function differing(dataset: Dataset, facts: readonly Fact[]): Draft {
  const ids = [...new Set(facts.flatMap((f) => f.conflict ?? []))];
  const sides = ids.map((id) => ({
    conflict: dataset.conflict.get(id),
    facts: dataset.factsOfConflict.get(id) ?? [],
  }));
  const [first, ...others] = sides.flatMap((s) => (s.conflict ? [{ ...s, conflict: s.conflict }] : []));
  if (!first) return { outcome: "clarify", title: line(text("noConflict")) };
  return {
    outcome: "answer",
    title: line(text("conflictTitle", first.conflict), first.facts.slice(0, 1)),
    blocks: [
      ...factSection(first.facts, text("heading", "bySource")),
      ...others.flatMap((o) => factSection(o.facts, text("conflictTitle", o.conflict))),
    ],
  };
}

const sureness = (dataset: Dataset, { sources }: Turn, facts: readonly Fact[]): Text =>
  text("sure", {
    grades: sources.map((s) => s.grade),
    official: facts.some((f) => dataset.source.get(f.source)?.grade.startsWith("official") === true),
  });

/** Whose the last answer is said to be. */
export interface Source {
  documents: readonly string[];
  givers: readonly string[];
}

/** Judged by the documents of what its first line rests on. */
export function attribution(dataset: Dataset, turn: Turn, { documents, givers }: Source): Draft {
  const led = turn.title.facts.length > 0 ? turn.title.facts : turn.facts;
  const facts = factsOf(dataset, led);
  const isTheirs = (fact: Fact): boolean =>
    documents.includes(fact.document) ||
    givers.includes(giverOf(dataset, fact)) ||
    (givers.includes("province") && dataset.document.get(fact.document)?.policy === true);
  // What a report tells may be from anywhere.
  const isOthers = (fact: Fact): boolean =>
    !isTheirs(fact) && ["province", "city"].includes(giverOf(dataset, fact));
  const verdict = facts.every(isTheirs) ? "yes" : facts.every(isOthers) ? "no" : "unsaid";
  const words = text("attributed", { verdict, documents: documentsOf(facts) });
  return {
    ...told(words, facts, byGiver(dataset, facts)),
    title: line(words, facts),
    verdict,
    ...aboutTurn(turn),
  };
}

/** Stands over what was not shown of the last answer at first sight. */
export const notShown = (turn: Turn): Draft => ({
  // What had no source has none now.
  outcome: turn.sources.length > 0 ? "answer" : "clarify",
  title: line(text("moreOf")),
  whole: true,
  ...aboutTurn(turn),
});

/** Other facts on the same cluster or city, not told yet. */
function more(dataset: Dataset, { facts: shown, clusters, cities }: Turn): Draft {
  const [cluster = "", ...clustersMore] = clusters;
  const [city = "", ...citiesMore] = cities;
  const ofCluster = cluster !== "" && clustersMore.length === 0;
  const ofCity = city !== "" && citiesMore.length === 0;
  const facts = dataset.facts
    .filter(
      (f) =>
        !shown.includes(f.id) &&
        !f.disputed &&
        (!ofCluster || f.clusters.includes(cluster)) &&
        (!ofCity || f.cities.includes(city)),
    )
    .slice(0, ofCluster || ofCity ? MOST : 0);
  return told(text(facts.length === 0 ? "noMore" : "moreOf"), facts, byGiver(dataset, facts));
}

const again = (dataset: Dataset, { title, facts: shown }: Turn, rest: readonly Fact[]): Draft => {
  const facts = factsOf(dataset, title.facts.length > 0 ? title.facts : shown.slice(0, MOST_REPEATED));
  return {
    outcome: facts.length > 0 ? "answer" : "clarify",
    title: line(text("plain", title.text), facts),
    blocks: factSection(rest),
  };
};

/** ［2］是什么: the source of that mark, and what was taken from it. */
export function mark(dataset: Dataset, number: number, turn: Turn): Draft {
  const next = [text("ask", { about: "sources" })];
  const source = turn.sources.find((s) => s.mark === number);
  if (!source)
    return { outcome: "clarify", title: line(text("noSource", { mark: number })), next, aside: true };
  const facts = factsOf(dataset, turn.facts).filter((f) => citationKey(f) === source.key);
  const blocks: DraftBlock[] = [
    { kind: "list", items: [text("link", source)] },
    ...byGiver(dataset, facts.slice(0, MOST_MARKED)),
  ];
  return { ...told(text("sourceIs", { mark: number }), facts, blocks), next };
}
