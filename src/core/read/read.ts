/** Text → what was heard in it: normalised, split into questions, scanned, repaired, and bound. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Term } from "../../dataset/language.ts";
import { ClusterClass } from "../../dataset/schema.ts";
import type { Act, Talk } from "../../dataset/word-kinds.ts";
import type { Words } from "../../dataset/words.ts";
import { questionsOf, splitClauses } from "./clauses.ts";
import type { Part } from "./parts.ts";
import { hear } from "./hear.ts";
import type { Heard } from "./heard.ts";
import { createCorrector } from "./corrections.ts";
import { buildLexicon, entries, type Lexicon, scan } from "./lexicon.ts";
import { createNormalizer, type Normalize, sentences } from "./normalize.ts";
import { createRepairer, type Repair, type Repairer } from "./repair.ts";
import { as, is, type Token } from "./senses.ts";
import { isAsk, isOp } from "./context.ts";

/** A name that is none of ours, and of what kind. */
export type Stranger =
  | { kind: "elsewhere" | "district"; surface: string; city?: string }
  | { kind: "companies" | "industries" | "subjects" | "prompts" | "blocked"; surface: string };

export interface Reading {
  /** Normalised. */
  text: string;
  questions: Heard[];
  strangers: Stranger[];
  talk: Talk[];
  /** The whole turn acts on the answer before it. */
  act: Act | undefined;
  /** The number of a source that is asked about: ［2］是什么. */
  mark: number | undefined;
  /** 哈哈, 好的: the whole turn asks nothing. */
  nods: boolean;
  /** The whole turn is about the bot: which of its answers. */
  about: string | undefined;
  /** The terms of the field whose meaning, or difference, is asked. */
  terms: Term[];
  /** Misspellings read as something: shown to the person. */
  repaired: { from: string; to: string }[];
  /** A misspelt city we must not guess. */
  askCity: string | undefined;
}

export interface Reader {
  normalize: Normalize;
  /** What stands in any text, by the words a question is read with; normalised, unknown stretches included. */
  scan(text: string): Token[];
  /** @param year in which it is asked. Any text; never throws; linear time. */
  read(text: string, year?: number): Reading;
}

const MOST_REPAIRS = 3;

export function createReader(dataset: Dataset): Reader {
  const { words } = dataset;
  const lexicon = buildLexicon(dataset);
  const repairer = createRepairer(dataset);
  const normalize = createNormalizer(dataset);
  const acts = wholeTurns(
    words,
    entries(words.acts).map(([id, names]) => ({ id, names })),
  );
  const about = wholeTurns(words, dataset.about);
  const nods = wholeTurns(words, [{ id: "nod", names: words.nods }]);
  const corrected = createCorrector(words);
  const terms = new Map(dataset.glossary.flatMap((t) => t.names.map((name) => [bare(name), t] as const)));
  return {
    normalize,
    scan: (text) => scan(lexicon, normalize(text)),
    read(text, year) {
      const clean = normalize(text);
      const { text: said, corrects } = corrected(clean);
      const parts = partsOf(said, words, lexicon, repairer);
      const questions = questionsOf(parts, words)
        .map((question) => joined(dataset, question, year))
        .map((heard) => (corrects ? { ...heard, followUp: true } : heard));
      const tokens = parts.flatMap((p) => p.tokens);
      return {
        text: clean,
        questions,
        strangers: strangersIn(tokens),
        talk: tokens.flatMap((t) => as(t, "talk")?.talk ?? []),
        act: acts(clean),
        mark: markIn(clean),
        nods: nods(clean) !== undefined,
        about: about(clean),
        terms: termsIn(tokens, terms),
        repaired: parts.flatMap((p) => p.repaired),
        askCity: parts.find((p) => p.askCity !== undefined)?.askCity,
      };
    },
  };
}

type Lookup<Id> = (text: string) => Id | undefined;

/** Turns that mean one thing as a whole, with or without the particles around them. */
function wholeTurns<Id extends string>(
  words: Words,
  turns: readonly { id: Id; names: readonly string[] }[],
): Lookup<Id> {
  const core = (text: string): string => withoutParticles(words, bare(text));
  const ids = new Map<string, Id>();
  for (const { id, names } of turns)
    for (const form of names.flatMap((name) => [bare(name), core(name)]))
      if (!ids.has(form)) ids.set(form, id);
  return (text) => ids.get(bare(text)) ?? ids.get(core(text));
}

/** 那出处呢 is 出处. */
function withoutParticles({ turnOpeners, turnClosers }: Words, text: string): string {
  const opener = turnOpeners.find((w) => text.startsWith(w) && text.length > w.length) ?? "";
  const rest = text.slice(opener.length);
  const closer = turnClosers.find((w) => rest.endsWith(w) && rest.length > w.length) ?? "";
  return rest.slice(0, rest.length - closer.length);
}

const bare = (text: string): string => text.toLowerCase().replaceAll(/[\p{P}\p{S}\s]/gu, "");

/** What is left of the message once it is taken away that a meaning, or a difference, is asked for. */
function termsIn(tokens: readonly Token[], terms: ReadonlyMap<string, Term>): Term[] {
  const asks = (t: Token): boolean => isAsk(t, "meaning", "how", "overview");
  const compares = (t: Token): boolean => isOp(t, "compare", "same");
  const isFiller = (t: Token): boolean =>
    t.sense?.kind === "filler" || is(t, "auxiliary") || isOp(t, "yesno");
  const rest = tokens.filter((t) => !asks(t) && !compares(t));
  const named = (kept: readonly Token[]): Term[] => {
    const found = terms.get(bare(kept.map((t) => t.surface).join("")));
    return found ? [found] : [];
  };
  const content = rest.filter((t) => !isFiller(t) && !is(t, "followUp"));
  if (tokens.some(compares)) {
    // 有哪些区别: what is asked with the difference asks for nothing more.
    const asked = content.filter((t) => !isAsk(t, "which") && !is(t, "noun"));
    // 支柱和新兴 is one word for two of them; with 门槛 beside it, that of both is asked for.
    const each = asked.flatMap((t) =>
      is(t, "classes") && asked.length === 1
        ? ClusterClass.options.map((id) => terms.get(bare(id)))
        : named([t])[0],
    );
    const distinct = [...new Set(each)].flatMap((t) => t ?? []);
    return each.every(Boolean) && distinct.length > 1 ? distinct : [];
  }
  if (!tokens.some(asks)) return [];
  const whole = named(rest);
  return whole.length > 0 ? whole : named(content);
}

const MARK = /^[［[【(（]\s*(\d{1,2})\s*[］\]】)）]/u;
const markIn = (text: string): number | undefined => {
  const found = MARK.exec(text)?.[1];
  return found === undefined || text.length > 16 ? undefined : Number(found);
};

function partsOf(text: string, words: Words, lexicon: Lexicon, repairer: Repairer): Part[] {
  return sentences(text).flatMap(({ text: sentence, asked }) =>
    splitClauses(sentence, words).map((clause, i, all) => ({
      asked: asked && i === all.length - 1,
      first: i === 0,
      ...scanRepaired(clause, lexicon, repairer),
    })),
  );
}

function scanRepaired(text: string, lexicon: Lexicon, repairer: Repairer): Repair & { tokens: Token[] } {
  let current: Repair & { tokens: Token[] } = { text, repaired: [], tokens: scan(lexicon, text) };
  for (let i = 0; i < MOST_REPAIRS; i += 1) {
    const next = repairer.repair(current.text, current.tokens);
    if (!next) return current;
    current = {
      ...next,
      repaired: [...current.repaired, ...next.repaired],
      tokens: scan(lexicon, next.text),
    };
    if (next.askCity !== undefined) return current;
  }
  return current;
}

/** The clauses of one question as one run of tokens, placed as in the whole text; each but the first opens a clause. */
function joined(dataset: Dataset, parts: readonly Part[], year: number | undefined): Heard {
  const text = parts.map((p) => p.text).join(",");
  let before = 0;
  const tokens = parts.flatMap((part, i) => {
    const placed = part.tokens.map((t, j) => ({
      ...t,
      start: t.start + before,
      end: t.end + before,
      ...(i > 0 && j === 0 && { opens: true as const }),
    }));
    before += part.text.length + 1;
    return placed;
  });
  return hear(
    dataset,
    tokens,
    text,
    parts.some((p) => p.asked),
    year,
  );
}

function strangersIn(tokens: readonly Token[]): Stranger[] {
  return tokens.flatMap(({ sense, surface }): Stranger[] => {
    if (sense?.kind === "elsewhere") return [{ kind: "elsewhere", surface }];
    if (sense?.kind === "district") return [{ kind: "district", surface, city: sense.city }];
    if (sense?.kind === "blocked") return [{ kind: "blocked", surface }];
    return sense?.kind === "stranger" ? [{ kind: sense.what, surface }] : [];
  });
}
