/** How a language names what the dataset holds. The words are data; a catalogue only puts them together. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Conflict } from "../../dataset/documents.ts";
import type { About, Term } from "../../dataset/language.ts";
import type { Fact } from "../../dataset/schema.ts";

export interface Lingo {
  /** A cluster, city, class, region, document (its short name), role word or part; 核心（创新网络） is two of them. */
  name(id: string): string;
  /** The same in the middle of a sentence. */
  inline(id: string): string;
  /** The same as one asks for it, where a button has no room for the whole. */
  asked(id: string): string;
  /** Several cities by one name: 珠三角. */
  isSet(id: string): boolean;
  /** A fact's sentence, without its full stop. */
  fact(fact: Fact): string;
  /** The same in one breath, unless it lists. */
  brief(fact: Fact): string;
  /** What a reader of the fact must know. */
  note(fact: Fact): string;
  conflict(conflict: Conflict): Pick<Conflict, "title" | "say">;
  term(term: Term): string;
  about(about: About): string;
  /** Who published a source; undefined where it names nobody. */
  publisher(source: string): string | undefined;
  /** A document's full name. */
  title(id: string): string;
  /** A document as a source is named: its short name and, where that does not hold it, its year. */
  document(id: string): string;
}

/** Who says so: the publisher, or the document. */
export const saidBy = ({ source, document }: Fact, lingo: Lingo): string =>
  lingo.publisher(source) ?? lingo.name(document);

/** A list is a list, however long. */
const isList = (text: string): boolean => (text.match(/、/g)?.length ?? 0) > 1;

/** Chinese names things as the dataset does. */
export function chinese(dataset: Dataset): Lingo {
  const name = (id: string): string =>
    (dataset.document.get(id)?.short ?? id).replace(/（(\d{4}—\d{4})）/, " $1");
  return {
    name,
    inline: name,
    asked: name,
    isSet: setTest(dataset),
    fact: ({ text }) => text,
    brief: ({ text, brief }) => (isList(text) ? text : (brief ?? text)),
    note: ({ note = "" }) => note,
    conflict: (conflict) => conflict,
    term: ({ text }) => text,
    about: ({ text }) => text,
    publisher: (id) => dataset.source.get(id)?.publisher ?? undefined,
    title: (id) => dataset.document.get(id)?.name ?? id,
    document: (id) => withYear(dataset, id, dataset.document.get(id)?.short ?? id, (year) => `（${year}）`),
  };
}

/** Between the names of sets that were named together. */
const AND = "、";

const setTest = ({ aliases }: Dataset): ((id: string) => boolean) => {
  const sets = new Set(aliases.sets.map((set) => set.id));
  return (id) => id.split(AND).every((one) => sets.has(one));
};

/** English names them from `data/en`; what has no English is shown in Chinese, and marked by `unnamed`. */
export function english(dataset: Dataset): Lingo {
  const { facts, sources, conflicts, glossary, about, documents } = dataset.english;
  const name = englishName(dataset);
  return {
    name,
    inline: (id) => (dataset.cluster.has(id) ? uncapital(name(id)) : name(id)),
    asked: (id) => askedName(dataset, id) ?? name(id),
    isSet: setTest(dataset),
    fact: ({ id, text }) => facts[id]?.text ?? unnamed(text),
    brief: ({ id, text }) => facts[id]?.brief ?? facts[id]?.text ?? unnamed(text),
    note: ({ id, note = "" }) => facts[id]?.note ?? unnamed(note),
    conflict: (conflict) =>
      conflicts[conflict.id] ?? { title: unnamed(conflict.title), say: unnamed(conflict.say) },
    term: ({ id, text }) => glossary[id]?.text ?? unnamed(text),
    about: ({ id, text }) => about[id]?.text ?? unnamed(text),
    publisher: (id) => sources[id]?.publisher ?? unnamedIf(dataset.source.get(id)?.publisher),
    title: (id) => {
      const own = dataset.document.get(id)?.name ?? id;
      const named = documents[id]?.name;
      return named === undefined ? unnamed(own) : `${named} [${own}]`;
    },
    document: (id) =>
      withYear(dataset, id, documents[id]?.short ?? unnamed(shortOf(dataset, id)), (year) => ` (${year})`),
  };
}

const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Names of a cluster, city, document, role word or part; a part in brackets behind what it is a part of. */
function englishName(dataset: Dataset): (id: string) => string {
  const { terms } = dataset.english;
  const documents = documentNames(dataset);
  const isSet = setTest(dataset);
  const single = (id: string): string =>
    dataset.city.get(id)?.english ??
    dataset.cluster.get(id)?.english ??
    documents.get(id) ??
    terms[id] ??
    unnamed(shortOf(dataset, id));
  return (id) => {
    const [, of, part] = /^(.+)（(.+)）$/u.exec(id) ?? [];
    if (id.includes(AND) && isSet(id)) return id.split(AND).map(single).join(" and ");
    const whole = dataset.city.has(id) || dataset.cluster.has(id) || documents.has(id) || id in terms;
    return whole || of === undefined || part === undefined ? single(id) : `${single(of)} (${single(part)})`;
  };
}

/** By id, by the Chinese short name, and by what others call it. */
const documentNames = ({ documents, english: { documents: names } }: Dataset): Map<string, string> =>
  new Map(
    documents.toReversed().flatMap(({ id, short, called }) => {
      const own = names[id];
      if (!own) return [];
      const name = own.short.replace(/ \((\d{4}(?:–\d{4})?)\)/, " $1");
      const others: [string, string][] = called === undefined ? [] : [[called, own.called ?? name]];
      return [[id, name], [short, name], ...others] as [string, string][];
    }),
  );

/** A button has room for two such names. */
const MOST_ASKED = 24;

/** The first short name the bot reads, which is no pinyin. */
const askedName = ({ aliases, pinyin }: Dataset, id: string): string | undefined =>
  aliases.clusters
    .find((c) => c.id === id)
    ?.names.find(
      (name) => /^[a-z -]+$/.test(name) && name.length <= MOST_ASKED && !(name.replaceAll(" ", "") in pinyin),
    );

/** Chinese words in an English text stand in brackets. */
export const unnamed = (text: string): string => (/\p{Script=Han}/u.test(text) ? `[${text}]` : text);

const unnamedIf = (text: string | null | undefined): string | undefined =>
  typeof text === "string" ? unnamed(text) : undefined;

const shortOf = (dataset: Dataset, id: string): string => dataset.document.get(id)?.short ?? id;

function withYear(dataset: Dataset, id: string, short: string, suffix: (year: number) => string): string {
  const document = dataset.document.get(id);
  const year = document?.year ?? null;
  return year === null || document?.period !== undefined || short.includes(String(year))
    ? short
    : `${short}${suffix(year)}`;
}
