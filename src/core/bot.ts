/** createBot(dataset): the one function every platform calls. */
import type { Dataset } from "../dataset/dataset.ts";
import { buildRelations } from "./ask/relations.ts";
import { createSearch } from "./ask/search.ts";
import type { Told } from "./answer.ts";
import { parseCommand } from "./commands.ts";
import { compose } from "./compose.ts";
import { converse } from "./converse.ts";
import { createMemory, type Turn } from "./memory.ts";
import type { Heard } from "./read/heard.ts";
import { merge } from "./read/merge.ts";
import { namedIn } from "./read/named.ts";
import { createLanguageReader } from "./read/language.ts";
import { createReader, type Reading } from "./read/read.ts";
import { restOf, split } from "./short.ts";
import { createVoices } from "./say/say.ts";
import { tellCommand } from "./tell/command.ts";
import * as talk from "./tell/talk.ts";
import type { About, Answer, Ask, Locale, Question } from "./types.ts";

/** Most characters that are looked at: longer texts are refused anyway. */
const MOST_READ = 4000;

/**
 * @param dataset checked by `loadDataset`.
 * @returns a function that answers any text, never throws, and remembers the last turn of each conversation.
 */
export function createBot(dataset: Dataset): Ask {
  const relations = buildRelations(dataset);
  const answerer = { relations, search: createSearch(dataset) };
  const reader = createReader(dataset);
  const language = createLanguageReader(dataset);
  const voices = createVoices(dataset);
  const memory = createMemory();
  /** The turn each answer ended, for whoever replies to it, as long as somebody remembers the answer. */
  const turns = new WeakMap<Answer, Turn>();
  const free = (reading: Reading) => converse(answerer, reading, undefined).draft;

  function told({ text, at }: Question, last: Turn | undefined): Told {
    const call = parseCommand(text.slice(0, MOST_READ));
    if (call === "unknown") return { draft: talk.unknownCommand(), heard: undefined };
    const reading = reader.read(call ? call.rest : text, at === undefined ? undefined : yearOf(at));
    if (!call) return converse(answerer, reading, last);
    const draft = tellCommand({ ...call, relations, free, reading, seed: at ?? 0 });
    return { draft, heard: reading.questions.at(-1) };
  }

  /**
   * What is gone on from where an answer is replied to: it, and of it what was picked out.
   * @returns `own`, the last turn of who replies, where nothing is known of that answer.
   */
  function repliedTo({ answer, quote = "" }: About, own: Turn | undefined): Turn | undefined {
    const turn = answer && turns.get(answer);
    const named = namedIn(reader.read(quote.slice(0, MOST_READ)));
    if (!named) return turn ?? own;
    return turn ? { ...turn, heard: turn.heard ? merge(turn.heard, named) : named } : unseen(named);
  }

  /** What was asked for, then the question's own, then what is set, was spoken with this person, or the platform says. */
  const localeOf = ({ text, locale, setting, hint }: Question, own: Turn | undefined): Locale =>
    locale ?? own?.wish ?? language.of(text, [setting, own?.locale, hint]);

  return (given) => {
    const question = { ...given, text: asked(given.text) };
    const { chat, at, text } = question;
    const own = at === undefined ? undefined : memory.recall(chat, at);
    const last = question.about ? repliedTo(question.about, own) : own;
    const wish = language.wish(text.slice(0, MOST_READ));
    const locale = wish ?? localeOf(question, own);
    const { draft, heard, rest } =
      wish === undefined ? told(question, last) : { draft: talk.spoken(), heard: last?.heard };
    const composed = compose(dataset, draft, voices[locale], text);
    const answer = rest && last ? restOf(composed, last) : composed;
    const acted = last !== undefined && heard === last.heard;
    const turn = acted ? goesOn(last, answer, at) : turnOf(answer, heard, at);
    if (heard) turns.set(answer, turn);
    const chosen = wish ?? own?.wish;
    if (at !== undefined && (heard || wish))
      memory.keep(chat, { ...turn, locale, ...(chosen && { wish: chosen }) });
    return answer;
  };
}

/** /ask is for where one cannot simply write: what stands behind it is the question. */
function asked(text: string): string {
  const call = parseCommand(text.slice(0, MOST_READ));
  if (call === undefined || call === "unknown" || call.command.argument !== "question") return text;
  return call.rest === "" ? text : call.rest;
}

/** The year in China, whose documents these are: eight hours ahead of UTC. */
const yearOf = (at: number): number => new Date(at + 8 * 3_600_000).getUTCFullYear();

function turnOf(answer: Answer, heard: Heard | undefined, at = 0): Turn {
  const { title, facts, sources, clusters, cities, locale } = answer;
  const listed = cities.length > 1 ? cities : clusters;
  return { heard, title, facts, sources, listed, clusters, cities, locale, rest: split(answer).rest, at };
}

/** An answer of which no more is known than what it named. */
const unseen = (heard: Heard): Turn => ({
  heard,
  title: { text: "", facts: [], marks: [] },
  facts: [],
  sources: [],
  listed: [],
  clusters: [],
  cities: [],
  locale: "zh-CN",
  rest: [],
  at: 0,
});

/** 更多, 为什么: what they act on is still the last answer; what they showed has been shown. */
function goesOn({ wish: _theirs, ...last }: Turn, { facts, sources }: Answer, at = 0): Turn {
  const shown = [...new Set([...last.facts, ...facts])];
  return { ...last, facts: shown, sources: sources.length > 0 ? sources : last.sources, rest: [], at };
}
