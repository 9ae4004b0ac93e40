/** What a question asks of a passage, one need a constraint: how it may be worded, and whether a passage meets it. */
import type { Dataset } from "../../dataset/dataset.ts";
import { type Dim, isMembers, type Members, type Span } from "../query.ts";
import type { Heard, HeardFilter } from "../read/heard.ts";
import type { Sense } from "../read/senses.ts";
import { allNames, isOfCluster, type ReadPassage, says, sensesIn, yearsIn } from "./reading.ts";

export interface Need {
  dim: Dim;
  /** Any of these names it: for looking it up. */
  wordings: readonly string[];
  isMet: (read: ReadPassage) => boolean;
}

/** @returns the needs of every filter; undefined where one of them can be met by no passage. */
export function needsOf(dataset: Dataset, heard: Heard): Need[] | undefined {
  const needs = heard.filters.map((one) => needOf(dataset, heard, one));
  const districts = heard.districts.map(({ surface }) => saying("part", surface));
  return needs.every((need) => need !== undefined) ? [...needs.flat(), ...districts] : undefined;
}

/** The same for looking up what is near: what cannot be met is left out. */
export const nearNeedsOf = (dataset: Dataset, heard: Heard): Need[] =>
  heard.filters.flatMap((one) => needOf(dataset, heard, one) ?? []);

const saying = (dim: Dim, word: string, others: readonly string[] = []): Need => ({
  dim,
  wordings: [word, ...others],
  isMet: ({ own }) => [word, ...others].some((wording) => says(own, wording)),
});

function needOf(dataset: Dataset, heard: Heard, { filter, spans }: HeardFilter): Need[] | undefined {
  // A bound, a negation: no passage is judged by it.
  if (!isMembers(filter) || filter.not) return undefined;
  return NEEDS[filter.dim]?.({ dataset, heard, filter, spans });
}

interface Asked {
  dataset: Dataset;
  heard: Heard;
  filter: Members;
  spans: readonly Span[];
}

/** Where the words of a dimension stand. */
const TABLES = {
  class: "classes",
  tier: "tiers",
  giver: "layers",
  measure: "measures",
  status: "status",
  period: "periods",
  series: "series",
  act: "happenings",
} as const satisfies Partial<Record<Dim, keyof Dataset["words"]>>;

/** What a word of the tables says: any of its words does. */
const sensed =
  (dim: keyof typeof TABLES) =>
  ({ dataset, filter }: Asked): Need[] => {
    const table: Readonly<Partial<Record<string, readonly string[]>>> = dataset.words[TABLES[dim]];
    const field = dim === "class" ? "id" : dim;
    const isOf = (id: string, sense: Sense): boolean =>
      sense.kind === dim && Object.entries(sense).some(([key, value]) => key === field && value === id);
    return filter.in.map((id) => ({
      dim,
      wordings: table[id] ?? [],
      isMet: ({ own }) => own.tokens.some(({ sense }) => sense !== undefined && isOf(id, sense)),
    }));
  };

const NEEDS: Partial<Record<Dim, (asked: Asked) => Need[] | undefined>> = {
  cluster: ({ dataset, heard, filter }) => filter.in.flatMap((id) => clusterNeeds(dataset, heard, id)),
  city: ({ dataset, heard, filter }) =>
    filter.as === undefined
      ? filter.in.map((id) => cityNeed(dataset, heard, id))
      : [setNeed(dataset, filter.as)],
  class: sensed("class"),
  tier: sensed("tier"),
  giver: sensed("giver"),
  measure: sensed("measure"),
  status: sensed("status"),
  period: sensed("period"),
  series: sensed("series"),
  act: sensed("act"),
  document: ({ dataset, filter }) => [documentNeed(dataset, filter.in)],
  year: ({ filter }) => filter.in.map(yearNeed),
  // 牵头 is not 印发, though both ask for who issued it: what was said has to stand there.
  topic: ({ filter, spans }) => [topicNeed(filter.in, spans)],
  part: ({ dataset, filter }) =>
    filter.in.map((id) => saying("part", id, dataset.aliases.parts.find((p) => p.id === id)?.names)),
  // One character stands in too many words.
  word: ({ dataset, filter }) =>
    filter.in.some((word) => word.length < 2)
      ? undefined
      : filter.in.map((word) =>
          saying("word", word, dataset.aliases.things.find((t) => t.id === word)?.names),
        ),
  number: ({ filter }) => filter.in.map((number) => saying("number", number)),
};

// Names ----------------------------------------------------------------------------------------------------------------

/** Named by a part or by a word of our own filing (芯片), that very word has to be there: the filing is ours. */
function clusterNeeds(dataset: Dataset, heard: Heard, id: string): Need[] {
  const said = heard.related.filter(({ cluster }) => cluster === id);
  if (said.length > 0) return said.map(({ surface }) => saying("cluster", surface));
  const wordings = allNames(dataset.aliases.clusters, id);
  return [{ dim: "cluster", wordings, isMet: (read) => isOfCluster(read, id) }];
}

function cityNeed({ aliases }: Dataset, { districts, text }: Heard, id: string): Need {
  const district = districts.find(
    ({ city, surface }) => city === id && !text.replace(surface, "").includes(id),
  );
  if (district) return saying("city", district.surface);
  return {
    dim: "city",
    wordings: allNames(aliases.cities, id),
    isMet: ({ own }) => sensesIn(own, "city").some((sense) => sense.id === id),
  };
}

/** 珠三角: the name itself, not one of its cities. */
const setNeed = ({ aliases }: Dataset, id: string): Need => ({
  dim: "city",
  wordings: allNames(aliases.sets, id),
  isMet: ({ own }) => sensesIn(own, "set").some((sense) => sense.id === id),
});

const documentNeed = ({ document, words }: Dataset, ids: readonly string[]): Need => ({
  dim: "document",
  wordings: ids.flatMap((id) => [
    ...(words.documents[id] ?? []),
    ...[document.get(id)].flatMap((d) => (d ? [d.short, d.name] : [])),
  ]),
  isMet: ({ cited, own, around }) =>
    ids.includes(cited.document.document ?? "") ||
    [own, around].some((w) =>
      sensesIn(w, "document").some((sense) => sense.ids.some((id) => ids.includes(id))),
    ),
});

/** The years of a title are those of a plan: a passage that names one of its own is of that. */
const yearNeed = (year: string): Need => ({
  dim: "year",
  wordings: [year],
  isMet: ({ own, around }) => {
    const named = yearsIn(own);
    return named.length > 0 ? named.includes(year) : yearsIn(around).includes(year);
  },
});

/** 什么时候 asks for a date, and no document says those words; of any other topic what was said has to stand there. */
function topicNeed(topics: readonly string[], spans: readonly Span[]): Need {
  const said = spans.map(({ text }) => text).filter((text) => text !== "");
  const isDate = topics.length === 1 && topics[0] === "date";
  return {
    dim: "topic",
    wordings: isDate ? [] : said,
    isMet: ({ own }) =>
      isDate ? yearsIn(own).length > 0 : said.length > 0 && said.every((text) => says(own, text)),
  };
}
