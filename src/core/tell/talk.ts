/** Everything that is not about a fact: help, greetings, the bot itself, terms, the list of documents, refusals. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Term } from "../../dataset/language.ts";
import { labelsOf } from "../../dataset/release.ts";
import { type Command, GROUPS, type LanguageChoice } from "../commands.ts";
import { type Draft, type DraftBlock, line, note, overviewOf } from "../compose.ts";
import type { Stranger } from "../read/read.ts";
import { isOneEdit } from "../../text/distance.ts";
import { text } from "../say/say.ts";
import type { Text } from "../say/say.ts";
import { coreClusters } from "./next.ts";

const clarify = (words: Text, next: Draft["next"] = "examples"): Draft => ({
  outcome: "clarify",
  title: line(words),
  next,
});
const refusal = (words: Text, next: Draft["next"] = "offer"): Draft => ({
  outcome: "unknown",
  title: line(words),
  next,
  aside: true,
});
/** What was asked for is not there, or was not said. */
const mistake = (words: Text, next: Draft["next"]): Draft => ({ ...clarify(words, next), aside: true });

/** The commands by what they are for, below why they are shown, and which data answer. */
export const help = (
  { releases }: Dataset,
  commands: readonly Command[],
  words: Text = text("help"),
): Draft => ({
  ...clarify(words),
  blocks: [
    ...GROUPS.flatMap((group): DraftBlock[] => {
      const own = commands.filter((c) => c.group === group);
      if (own.length === 0) return [];
      return [
        { kind: "list", heading: text("helpHeading", group), items: own.map((c) => text("helpLine", c)) },
      ];
    }),
    note(text("helpNote")),
    ...(releases.length === 0 ? [] : [note(text("releases", releases))]),
  ],
});

/** Who the bot is, in five lines and three buttons. */
export const introduction = (): Draft => ({
  ...clarify(text("introduction"), "introduction"),
  blocks: [
    { kind: "text", text: text("introAsk") },
    { kind: "text", text: text("introForms") },
    { kind: "text", text: text("introLimits") },
  ],
  whole: true,
});

export const greeting = (): Draft => clarify(text("greeting"));
/** 切换繁体: from now on in that language. */
export const spoken = (choice: LanguageChoice): Draft => clarify(text("spoken", { choice }));
export const thanks = (): Draft => clarify(text("thanks"));
/** 哈哈, 好的. */
export const nod = (): Draft => clarify(text("nod"));
/** @param written all that was, from its slash on. */
export const unknownCommand = (dataset: Dataset, commands: readonly Command[], written: string): Draft => ({
  ...help(dataset, commands, text("unknownCommand", { near: nearestTo(commands, written) })),
  aside: true,
});

/** A slip of the finger away: /documnet. */
function nearestTo(commands: readonly Command[], written: string): string | undefined {
  const name = /^\s*[/／]([a-z_]{1,32})/iu.exec(written)?.[1]?.toLowerCase() ?? "";
  return commands.find((c) => isOneEdit(c.name, name))?.name;
}
export const brokenReference = (): Draft => refusal(text("brokenReference"));
export const empty = (): Draft => mistake(text("empty"), "offer");
export const tooLong = (): Draft => refusal(text("tooLong"));
export const unreadable = (): Draft => refusal(text("unreadable"));
export const nothingBefore = (): Draft => mistake(text("nothingBefore"), [text("ask", { about: "help" })]);
/** 第七个呢, after a list of three. */
export const nothingThere = (place: string, listed: number): Draft =>
  mistake(text("nothingThere", { place, listed }), [text("ask", { about: "help" })]);
export const noFact = (id: string): Draft =>
  mistake(text("noFact", { id }), [text("ask", { about: "help" })]);

/** A wish that a command fulfils. @param topic a name that was said with it. */
export const byCommand = (call: string, topic: string | undefined): Draft =>
  clarify(text("byCommand", { call, topic }), [
    text("wish", { call, topic }),
    text("ask", { about: "help" }),
  ]);

export const whichCity = (city: string): Draft => ({
  ...clarify(text("whichCity", { city }), [overviewOf(city)]),
  cities: [city],
});

/** A name that could mean several clusters. */
export const whichCluster = (surface: string, options: readonly string[]): Draft => ({
  ...clarify(
    text("whichCluster", { surface, options }),
    options.map((option) => overviewOf(option)),
  ),
  clusters: options,
});

/** Why a name is none of ours: elsewhere, a district, a company, an industry beside the twenty, another subject. */
export function stranger(dataset: Dataset, found: Stranger, verdict: boolean): Draft {
  const word = found.surface;
  switch (found.kind) {
    case "elsewhere":
      return refusal(text("elsewhere", { word }), "everything");
    case "district": {
      const { city = "" } = found;
      const next = [overviewOf(city), ...coreClusters(dataset, city)];
      return { ...clarify(text("district", { word, city }), next), cities: [city] };
    }
    case "companies":
      return refusal(text("company", { word }));
    case "industries":
      return refusal(text("industry", { word }), "lists");
    case "blocked":
      return refusal(text("blocked", { word, verdict }));
    case "prompts":
      return refusal(text("prompt"));
    case "subjects":
      // A refusal holds no digit, not even one of the question's.
      return /\d/.test(word) ? unreadable() : refusal(text("outside", { word, verdict }));
  }
}

const newestOf = ({ sources }: Dataset): string =>
  sources
    .flatMap((s) => s.date ?? [])
    .toSorted()
    .at(-1) ?? "";

/** What the bot says of itself; the figures of the dataset are filled in. */
export function aboutBot(dataset: Dataset, id: string): Draft {
  const about = dataset.about.find((a) => a.id === id);
  if (!about) throw new Error(`about.json has no entry ${id}`);
  const values: Readonly<Record<string, string | number>> = {
    facts: dataset.facts.length,
    sources: dataset.sources.length,
    newest: newestOf(dataset),
    clusters: dataset.clusters.length,
    cities: dataset.cities.length,
    release: labelsOf(dataset.releases),
  };
  return clarify(text("about", { about, values }), [
    text("ask", { about: "sources" }),
    text("ask", { about: "help" }),
  ]);
}

/** Terms in one sentence each, with the facts they come from. */
export function terms(dataset: Dataset, found: readonly Term[]): Draft {
  const facts = found.flatMap((t) => (t.facts ?? []).slice(0, 3).flatMap((id) => dataset.fact.get(id) ?? []));
  const [, second] = found;
  return {
    outcome: facts.length > 0 || second ? "answer" : "clarify",
    kind: "terms",
    // 第三个 after what the pillar clusters are.
    clusters: dataset.clusters.filter((c) => found.some((t) => t.names.includes(c.class))).map((c) => c.id),
    title: line(text("terms", found), facts.slice(0, 3)),
    blocks: found.some((t) => t.ours) ? [note(text("termOurs"))] : [],
    next: "term",
  };
}

/** /sources: what the bot has read, with how many facts each document gave. */
export function documents(dataset: Dataset): Draft {
  const { facts, sources, releases } = dataset;
  const count = (id: string): number => facts.filter((f) => f.document === id).length;
  const items = dataset.documents.map(({ id, layer }) => text("sourceLine", { layer, id, count: count(id) }));
  const figures = { facts: facts.length, sources: sources.length, newest: newestOf(dataset) };
  return {
    ...clarify(text("sources", figures), "documents"),
    blocks: [note(text("releases", releases)), { kind: "list", items }, note(text("grades"))],
  };
}
