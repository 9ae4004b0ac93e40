/** createBot(dataset): the one function every platform calls. */
import type { Dataset } from "../dataset/dataset.ts";
import { type Library, NO_LIBRARY } from "../dataset/passages.ts";
import { buildRelations } from "./ask/relations.ts";
import { createSearch } from "./ask/search.ts";
import { referredTo, type Told } from "./answer.ts";
import {
  type Command,
  type CommandCall,
  createParser,
  type Guest,
  inOrder,
  isCall,
  type LanguageChoice,
  type Parse,
  readLanguage,
  startedWith,
} from "./commands.ts";
import { compose, type Draft } from "./compose.ts";
import { converse } from "./converse.ts";
import { createMemory, type Memory, type Turn } from "./memory.ts";
import type { Heard } from "./read/heard.ts";
import { merge } from "./read/merge.ts";
import { namedIn } from "./read/named.ts";
import { createLanguageReader } from "./read/language.ts";
import { createReader, type Reading } from "./read/read.ts";
import { createQuoter } from "./quote/quoter.ts";
import { readId } from "./quote/passage.ts";
import { isReference, openPassage } from "./reference.ts";
import { restOf, split } from "./short.ts";
import { createVoices } from "./say/say.ts";
import { tellCommand } from "./tell/command.ts";
import { passageAt } from "./tell/documents.ts";
import { ASKING } from "./tell/commands.ts";
import * as talk from "./tell/talk.ts";
import type { About, Answer, Ask, Locale, Question } from "./types.ts";

/** Most characters that are looked at: longer texts are refused anyway. */
const MOST_READ = 4000;

/**
 * @param dataset checked by `loadDataset`.
 * @param guests commands that other rooms bring. They do them in front of the bot; here it is said where that is.
 * @param room `memory`: where the last turn of each conversation is; a process that shares them puts in what it has been
 *   told. `library`: imported documents, which are quoted where no fact answers.
 * @returns a function that answers any text, never throws, and remembers the last turn of each conversation.
 */
export function createBot(
  dataset: Dataset,
  guests: readonly Guest[] = [],
  { memory = createMemory(), library = NO_LIBRARY }: { memory?: Memory; library?: Library } = {},
): Ask {
  const relations = buildRelations(dataset);
  const commands = inOrder<Command>([...ASKING, ...guests]);
  const parse = createParser(ASKING);
  const parseGuest = createParser(guests);
  const reader = createReader(dataset);
  const quoter = createQuoter(dataset, reader, library);
  const answerer = { relations, search: createSearch(dataset), quoter, commands, guests };
  const language = createLanguageReader(dataset);
  const voices = createVoices(dataset);
  /** The turn each answer ended, for whoever replies to it, as long as somebody remembers the answer. */
  const turns = new WeakMap<Answer, Omit<Turn, "wish">>();
  const free = (reading: Reading) => converse(answerer, reading, undefined, 0).draft;

  /** What a reference asks for: a passage, a fact, a query. */
  function opened(text: string): Draft | undefined {
    const id = openPassage(text);
    const place = id === undefined ? undefined : readId(id);
    if (id === undefined) return referredTo(answerer, text);
    return (place && passageAt(quoter, place)) ?? talk.brokenReference();
  }

  function told({ text, at }: Question, last: Turn | undefined): Told {
    const started = startedWith(text.slice(0, MOST_READ));
    const referred = opened(started ?? text.slice(0, MOST_READ));
    if (started !== undefined && !referred) return { draft: talk.introduction(), heard: undefined };
    if (referred) return { draft: referred, heard: undefined };
    const call = parse(text.slice(0, MOST_READ));
    if (call === "unknown") return { draft: talk.unknownCommand(dataset, commands, text), heard: undefined };
    const reading = reader.read(call ? call.rest : text, at === undefined ? undefined : yearOf(at));
    if (!call) return converse(answerer, reading, last, at ?? 0);
    const draft = tellCommand({
      ...call,
      relations,
      quoter,
      commands,
      free,
      reading,
      seed: at ?? 0,
    });
    return { draft, heard: reading.questions.at(-1) };
  }

  /**
   * What is gone on from where an answer is replied to: it, and of it what was picked out.
   * @returns `own`, the last turn of who replies, where nothing is known of that answer.
   */
  function repliedTo({ answer, quote = "" }: About, own: Turn | undefined): Turn | undefined {
    const turn = answer && turns.get(answer);
    const named = namedIn(reader.read(quote.slice(0, MOST_READ)));
    if (!named && !turn) return own;
    const heard = named && turn?.heard ? merge(turn.heard, named) : (named ?? turn?.heard);
    return { ...(turn ?? UNSEEN), heard, wish: own?.wish };
  }

  /** What was asked for, then the question's own, then what is set, was spoken with this person, or the platform says. */
  const localeOf = ({ text, setting, hint }: Question, own: Turn | undefined): Locale =>
    language.of(isReference(text) ? "" : text, [setting, own?.locale, hint]);

  return (given) => {
    // Nobody can be shown half of a character, and no answer is to hold one.
    const question = { ...given, text: asked(given.text.replaceAll(/\p{Surrogate}/gu, ""), parse) };
    const { chat, at, text } = question;
    const own = at === undefined ? undefined : memory.recall(chat, at);
    const last = question.about ? repliedTo(question.about, own) : own;
    const guest = parseGuest(text.slice(0, MOST_READ));
    const choice = isCall(guest) ? chosenBy(guest) : language.wish(text.slice(0, MOST_READ));
    // Until another is wished for; with `auto` none is any more.
    const wish = choice === undefined ? own?.wish : choice === "auto" ? undefined : choice;
    // A wish uttered just now outranks what is demanded, an earlier one does not.
    const demanded = choice === wish ? (wish ?? question.locale) : (question.locale ?? wish);
    const locale = demanded ?? localeOf(question, own);
    if (isCall(guest) && choice === undefined) return guest.command.elsewhere(locale);
    const { draft, heard, rest, picked } =
      choice === undefined
        ? told(question, last)
        : { draft: talk.spoken(choice), heard: last?.heard, picked: false };
    const composed = compose(dataset, draft, voices[locale], text);
    const answer = rest && last ? restOf(composed, last) : composed;
    const acted = last !== undefined && heard === last.heard;
    const kept = picked ? last?.listed : draft.listed;
    const turn = acted ? goesOn(last, answer, at) : turnOf(answer, heard, at, kept);
    if (heard) turns.set(answer, turn);
    // A fact that was asked for by its number can be asked after as well.
    const after = heard === undefined ? { ...turn, heard: last?.heard } : turn;
    if (at !== undefined && (heard || choice || answer.facts.length > 0))
      memory.keep(chat, { ...after, locale, wish });
    return answer;
  };
}

/** /ask is for where one cannot simply write: what stands behind it is the question. */
function asked(text: string, parse: Parse): string {
  const call = parse(text.slice(0, MOST_READ));
  if (!isCall(call) || call.command.argument !== "question") return text;
  return call.rest === "" ? text : call.rest;
}

/** /language en, where nothing can be set for a chat: a wish for this conversation. */
const chosenBy = ({ command, rest }: CommandCall): LanguageChoice | undefined =>
  command.argument === "language" ? readLanguage(rest) : undefined;

/** The year in China, whose documents these are: eight hours ahead of UTC. */
const yearOf = (at: number): number => new Date(at + 8 * 3_600_000).getUTCFullYear();

function turnOf(
  answer: Answer,
  heard: Heard | undefined,
  at = 0,
  kept?: readonly string[],
): Omit<Turn, "wish"> {
  const { title, facts, passages = [], sources, clusters, cities, locale, reference } = answer;
  const listed = kept ?? (cities.length > 1 ? cities : clusters);
  return {
    heard,
    title,
    reference,
    facts,
    passages,
    sources,
    listed,
    clusters,
    cities,
    locale,
    rest: split(answer).rest,
    at,
  };
}

/** An answer of which no more is known than what it named. */
const UNSEEN: Omit<Turn, "wish"> = {
  heard: undefined,
  title: { text: "", facts: [], marks: [] },
  facts: [],
  passages: [],
  sources: [],
  listed: [],
  clusters: [],
  cities: [],
  locale: "zh-CN",
  reference: undefined,
  rest: [],
  at: 0,
};

/** 更多, 为什么: what they act on is still the last answer; what they left out follows next. */
function goesOn(last: Turn, answer: Answer, at = 0): Omit<Turn, "wish"> {
  const { facts, sources } = answer;
  const shown = [...new Set([...last.facts, ...facts])];
  return {
    ...last,
    facts: shown,
    sources: sources.length > 0 ? sources : last.sources,
    rest: split(answer).rest,
    at,
  };
}
