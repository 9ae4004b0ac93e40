/** How a language names what the dataset holds. The words are data; a catalogue only puts them together. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Conflict } from "../../dataset/documents.ts";
import type { About, Term } from "../../dataset/language.ts";
import type { Fact } from "../../dataset/schema.ts";

export interface Lingo {
  /** A cluster, city, class, region, document (its short name), role word or part; 核心（创新网络） is two of them. */
  name(id: string): string;
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

/** A list is a list, however long. */
const isList = (text: string): boolean => (text.match(/、/g)?.length ?? 0) > 1;

/** Chinese names things as the dataset does. */
export function chinese(dataset: Dataset): Lingo {
  const name = (id: string): string =>
    (dataset.document.get(id)?.short ?? id).replace(/（(\d{4}—\d{4})）/, " $1");
  return {
    name,
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

/** English names them from `data/en`; what has no English is shown in Chinese, and marked by `unnamed`. */
export function english(dataset: Dataset): Lingo {
  const { facts, terms, documents, sources, conflicts, glossary, about } = dataset.english;
  const single = (id: string): string =>
    dataset.city.get(id)?.english ??
    dataset.cluster.get(id)?.english ??
    documents[id]?.short ??
    terms[id] ??
    unnamed(id);
  const name = (id: string): string => {
    const [, of, part] = /^(.+)（(.+)）$/u.exec(id) ?? [];
    const whole = dataset.city.has(id) || dataset.cluster.has(id) || terms[id] !== undefined;
    return whole || of === undefined || part === undefined ? single(id) : `${single(of)} (${single(part)})`;
  };
  return {
    name,
    fact: ({ id, text }) => facts[id]?.text ?? unnamed(text),
    brief: ({ id, text }) => facts[id]?.brief ?? facts[id]?.text ?? unnamed(text),
    note: ({ id, note = "" }) => facts[id]?.note ?? unnamed(note),
    conflict: (conflict) =>
      conflicts[conflict.id] ?? { title: unnamed(conflict.title), say: unnamed(conflict.say) },
    term: ({ id, text }) => glossary[id]?.text ?? unnamed(text),
    about: ({ id, text }) => about[id]?.text ?? unnamed(text),
    publisher: (id) => sources[id]?.publisher,
    title: (id) => {
      const own = dataset.document.get(id)?.name ?? id;
      const full = documents[id]?.name;
      return full === undefined ? unnamed(own) : `${full} [${own}]`;
    },
    document: (id) => withYear(dataset, id, documents[id]?.short ?? unnamed(id), (year) => ` (${year})`),
  };
}

/** Chinese words in an English text stand in brackets. */
export const unnamed = (text: string): string => (/\p{Script=Han}/u.test(text) ? `[${text}]` : text);

function withYear(dataset: Dataset, id: string, short: string, suffix: (year: number) => string): string {
  const document = dataset.document.get(id);
  const year = document?.year ?? null;
  return year === null || document?.period !== undefined || short.includes(String(year))
    ? short
    : `${short}${suffix(year)}`;
}
