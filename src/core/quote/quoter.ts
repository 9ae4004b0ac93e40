/** Looks into imported documents where no fact answers: the one place where the core asks a library. */
import type { Dataset } from "../../dataset/dataset.ts";
import { type Library, NO_LIBRARY, type Passage } from "../../dataset/passages.ts";
import type { Fact } from "../../dataset/schema.ts";
import type { Heard } from "../read/heard.ts";
import { isClaim } from "../read/mood.ts";
import type { Reader } from "../read/read.ts";
import { cut } from "./cut.ts";
import { rivalsOf } from "./differ.ts";
import { answers, isPlain } from "./judge.ts";
import { type Need, nearNeedsOf, needsOf } from "./needs.ts";
import { type Cited, shownOf } from "./passage.ts";
import { readPassage, says, squeeze } from "./reading.ts";

/** A passage as it is quoted: in full, and in few characters. */
export interface Quote extends Cited {
  whole: string;
  short: string;
}

export interface Quoted {
  quote: Quote;
  /** Everything that was asked stands in it. */
  exact: boolean;
  /** It names everything that can be named. */
  names: "all" | "some";
  /** Yes or no is wanted, which no passage gives. */
  claim: boolean;
}

export interface Quoter {
  library: Library;
  /** A passage by its place. */
  at(document: string, paragraph: number): Quote | undefined;
  /** What a question could be answered with, or the nearest there is. */
  find(heard: Heard): Quoted | undefined;
  /** What says otherwise than one of the facts, at most two. */
  differing(facts: readonly Fact[]): Quote[];
  /** Whether a word stands anywhere. */
  mentions(word: string): boolean;
}

/** Passages that are looked at in full; beyond them the library's own order is trusted. */
const MOST_READ = 16;
const MOST_RIVALS = 2;
/** Look-ups for one answer. */
const MOST_LOOKED = 6;
/** What alone is enough to look for. */
const SUBJECTS: ReadonlySet<string> = new Set(["cluster", "city", "word", "part", "number"]);

/** @returns undefined without documents: nothing is then looked for, and nothing costs anything. */
export function createQuoter(dataset: Dataset, reader: Reader, library: Library): Quoter | undefined {
  if (library === NO_LIBRARY) return undefined;
  const citedOf = (passage: Passage): Cited[] => {
    const document = library.document(passage.document);
    return document ? [{ document, passage }] : [];
  };
  const look = (asked: readonly (readonly string[])[]): Cited[] =>
    library.find(asked, MOST_READ).flatMap(citedOf);

  /** A library may be there before its first document is. */
  const isEmpty = (): boolean => library.documents().length === 0;

  return {
    library,
    at(document, paragraph) {
      const passage = library.passage(document, paragraph);
      const [cited] = passage ? citedOf(passage) : [];
      return cited && quoteOf(reader, cited, []);
    },
    find(heard) {
      if (isEmpty()) return undefined;
      const needs = needsOf(dataset, heard);
      const near = nearNeedsOf(dataset, heard);
      if (!near.some(({ dim }) => SUBJECTS.has(dim))) return undefined;
      const found = look(askedOf(near));
      const judged = needs && isPlain(heard) ? needs : undefined;
      const exact = judged && found.find((cited) => answers(readPassage(reader, cited), heard, judged));
      const cited = exact ?? found[0] ?? look(askedOf(near.filter(isSubject)))[0];
      if (!cited) return undefined;
      return {
        quote: quoteOf(reader, cited, near),
        exact: exact !== undefined,
        names: found.length > 0 ? "all" : "some",
        claim: isClaim(heard),
      };
    },
    differing(facts) {
      if (isEmpty()) return [];
      const rivals = facts.flatMap((fact) => rivalsOf(dataset, reader, fact)).slice(0, MOST_LOOKED);
      const others = rivals.flatMap(({ asked, differs }) =>
        look(asked)
          .filter((cited) => differs(readPassage(reader, cited)))
          .map((cited) => quoteOf(reader, cited, asked.map(wordedAs))),
      );
      const each = new Map(others.map((quote) => [quote.whole, quote]));
      return [...each.values()].slice(0, MOST_RIVALS);
    },
    mentions: (word) => library.find([[word]], 1).length > 0,
  };
}

const isSubject = ({ dim }: Need): boolean => SUBJECTS.has(dim);

const askedOf = (needs: readonly Need[]): (readonly string[])[] =>
  needs.flatMap(({ wordings }) => (wordings.length > 0 ? [wordings] : []));

const wordedAs = (wordings: readonly string[]): Pick<Need, "wordings"> => ({ wordings });

/** Cut to the sentences that name most of what was asked. */
function quoteOf(reader: Reader, cited: Cited, needs: readonly Pick<Need, "wordings">[]): Quote {
  const whole = shownOf(cited.passage);
  const named = (piece: string): number => {
    const words = { squeezed: squeeze(reader.normalize(piece)), tokens: [] };
    return needs.filter(({ wordings }) => wordings.some((wording) => says(words, wording))).length;
  };
  return { ...cited, whole, short: cut(whole, named) };
}
