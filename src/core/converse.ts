/** A message without a command: an act on the last answer, talk, or one question after the other. */
import type { Dataset } from "../dataset/dataset.ts";
import type { Act } from "../dataset/word-kinds.ts";
import { type Answerer, answerAll, type Told } from "./answer.ts";
import type { Draft } from "./compose.ts";
import type { Turn } from "./memory.ts";
import { isMembers } from "./query.ts";
import { filtersOf, has, hasDim, type Heard, valuesOf } from "./read/heard.ts";
import { namesEntity } from "./read/interpret.ts";
import { isClaim } from "./read/mood.ts";
import { MAX_QUESTION } from "./read/normalize.ts";
import { readId } from "./quote/passage.ts";
import type { Reading } from "./read/read.ts";
import { anyFact, atAGlance } from "./tell/command.ts";
import { askOther } from "./tell/compare.ts";
import * as dialogue from "./tell/dialogue.ts";
import { passageAt } from "./tell/documents.ts";
import { matrix } from "./tell/tables.ts";
import * as talk from "./tell/talk.ts";

/**
 * @param last the turn before this one, where the conversation goes on.
 * @param seed chooses the fact where any will do.
 */
export function converse(answerer: Answerer, reading: Reading, last: Turn | undefined, seed: number): Told {
  const { dataset } = answerer.relations;
  if (reading.act === "more" && last && last.rest.length > 0)
    return { draft: dialogue.notShown(last), heard: last.heard, rest: true };
  const aside =
    unreadable(reading) ??
    (reading.nods ? talk.nod() : undefined) ??
    (last ? onLast(answerer, reading, last) : onNothing(reading)) ??
    onItself(dataset, reading) ??
    wishOf(answerer, reading) ??
    shown(answerer, reading, last, seed) ??
    halfCompared(dataset, reading);
  // What is no question leaves what was talked about as it was.
  if (aside) return { draft: aside, heard: last?.heard };
  if (isNoise(answerer, reading)) return { draft: talk.unreadable(), heard: undefined };
  if (reading.terms.length > 0 && !(last?.heard && reading.questions.every(isOfVersion)))
    return { draft: talk.terms(dataset, reading.terms), heard: reading.questions.at(-1) };
  return answerAll(answerer, reading, last) ?? { draft: talked(answerer, reading), heard: undefined };
}

function unreadable({ text }: Reading): Draft | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return talk.empty();
  return text.length > MAX_QUESTION ? talk.tooLong() : undefined;
}

/** 征求意见稿怎么说, after something it speaks of: that, and not what the word means. */
const isOfVersion = (heard: Heard): boolean =>
  hasDim(heard, "document") && has(heard, "how") && !has(heard, "meaning", "overview", "compare");

/** Where a passage was the answer, it is also what the answer rests on. */
const QUOTED_FOR: ReadonlySet<Act> = new Set(["sources", "detail", "why", "sure", "wrong", "rephrase"]);

/** ［2］是什么, 为什么, 来源呢: about the answer before it. */
function onLast(answerer: Answerer, reading: Reading, last: Turn): Draft | undefined {
  const { dataset } = answerer.relations;
  const { mark, act } = reading;
  const isQuoted = act !== undefined && QUOTED_FOR.has(act) && last.facts.length === 0;
  const stands = isQuoted ? readId(last.passages[0] ?? "") : undefined;
  const quoted = stands && passageAt(answerer.quoter, stands);
  if (quoted) return quoted;
  if (mark !== undefined) return dialogue.mark(dataset, mark, last);
  const rests = last.facts.length + last.sources.length > 0;
  if (act && (rests || act === "back") && !(act === "back" && last.heard?.rivals))
    return dialogue.act(dataset, act, last);
  const source = rests ? sourceAsked(dataset, reading) : undefined;
  const attributed = source && dialogue.attribution(dataset, last, source);
  // 跟省里一样吗: what is the province's own is not thereby the same as something else of it.
  const isLikeness = reading.questions.some((q) => has(q, "same"));
  if (attributed && !(isLikeness && attributed.verdict === "yes")) return attributed;
  const [place] = reading.questions.filter(isPlace).flatMap((q) => valuesOf(q, "place"));
  // 第九个呢, after the eighth of a series: of that series, and of no list.
  const isNumbered = last.heard !== undefined && hasDim(last.heard, "series") && hasDim(last.heard, "place");
  if (place !== undefined && !isNumbered && last.listed.length < Math.abs(Number(place)))
    return talk.nothingThere(place, last.listed.length);
  return asksWhy(reading) ? dialogue.act(dataset, "why", last) : undefined;
}

/** 这是省里定的吗, 那是 1+20 文件定的: nothing is named but whose it is said to be. */
function sourceAsked(dataset: Dataset, { questions }: Reading): dialogue.Source | undefined {
  const [only, ...others] = questions;
  if (!only || others.length > 0 || has(only, "which", "count", "why", "not")) return undefined;
  if (!only.filters.every(({ filter }) => filter.dim === "giver" || filter.dim === "document"))
    return undefined;
  const asks = has(only, "yesno", "tag") || (only.asked && has(only, "policy"));
  const policy = has(only, "policy") ? dataset.documents.filter((d) => d.policy).map((d) => d.id) : [];
  const source = { documents: [...valuesOf(only, "document"), ...policy], givers: valuesOf(only, "giver") };
  // 行动计划是省里定的吗 asks of a document that is named.
  const isTold =
    only.pronoun !== undefined || (source.documents.length === 0) !== (source.givers.length === 0);
  return asks && isTold && source.documents.length + source.givers.length > 0 && leansBack(only)
    ? source
    : undefined;
}

const leansBack = ({ pronoun, followUp, filters }: Heard): boolean =>
  pronoun !== undefined || followUp || filters.every(({ filter }) => filter.dim === "giver");

/** ［2］是什么, 第三个呢, with no answer before it. */
const onNothing = ({ mark, questions }: Reading): Draft | undefined =>
  mark !== undefined || questions.some(isPlace) ? talk.nothingBefore() : undefined;

/** 第三个呢: a place in a list and nothing else. */
const isPlace = (heard: Heard): boolean =>
  heard.filters.length > 0 &&
  heard.filters.every(({ filter }) => filter.dim === "place") &&
  !has(heard, "whole");

/** 怎么会没有呢: wonders at the answer, names nothing to ask about. */
const asksWhy = ({ questions }: Reading): boolean =>
  questions.length > 0 &&
  questions.every(
    (q) =>
      has(q, "why") &&
      !hasDim(q, "cluster", "city", "class", "measure", "status", "topic", "document", "tier"),
  );

/** The bot itself, its documents, a city it will not guess, and attempts at it. */
function onItself(dataset: Dataset, reading: Reading): Draft | undefined {
  const { about, act, askCity, strangers, questions } = reading;
  if (about !== undefined) return talk.aboutBot(dataset, about);
  if (act === "sources" || act === "link") return talk.documents(dataset);
  if (askCity !== undefined) return talk.whichCity(askCity);
  const foreign = strangers.find((s) => s.kind === "prompts" || s.kind === "blocked");
  return foreign && talk.stranger(dataset, foreign, questions.some(isClaim));
}

/** 比较广州: with whom? */
function halfCompared(dataset: Dataset, { questions }: Reading): Draft | undefined {
  const [only, ...others] = questions;
  if (!only || others.length > 0 || only.order.join() !== "compare") return undefined;
  const [named, ...more] = filtersOf(only);
  if (!named || more.length > 0 || !isMembers(named) || named.not === true || named.in.length !== 1)
    return undefined;
  const [name = ""] = named.in;
  return named.dim === "city" || named.dim === "cluster" ? askOther(dataset, named.dim, name) : undefined;
}

/** Wishes that a command or a picture fulfils, not questions. */
function wishOf({ relations, guests }: Answerer, { talk: kinds, questions }: Reading): Draft | undefined {
  const [call] = guests.flatMap(({ wishes = {} }) => kinds.flatMap((kind) => wishes[kind] ?? []));
  if (call !== undefined) {
    const filters = questions.flatMap(filtersOf).filter(isMembers);
    const [topic] = filters.filter((f) => f.dim === "city" || f.dim === "cluster").flatMap((f) => f.in);
    return talk.byCommand(call, topic);
  }
  return kinds.includes("matrix") && !questions.some(namesEntity) ? matrix(relations) : undefined;
}

/** 来一条, 有没有图: of what is named with it; a picture else of what was just talked about. */
function shown(
  { relations }: Answerer,
  reading: Reading,
  last: Turn | undefined,
  seed: number,
): Draft | undefined {
  if (!reading.questions.every(isNamesOnly)) return undefined;
  if (reading.talk.includes("fact")) return anyFact(relations.dataset, reading, seed);
  if (!reading.talk.includes("picture")) return undefined;
  const named = (dim: "cluster" | "city"): string[] => reading.questions.flatMap((q) => valuesOf(q, dim));
  const own = { clusters: named("cluster"), cities: named("city") };
  const about = own.clusters.length + own.cities.length > 0 ? own : last;
  return (about && atAGlance(relations, about)) ?? matrix(relations);
}

const isNamesOnly = (heard: Heard): boolean =>
  heard.flags.size === 0 &&
  heard.filters.every(
    ({ filter }) => filter.dim === "city" || filter.dim === "cluster" || filter.dim === "class",
  );

/** Latin letters that are no word of ours nor of any fact. */
function isNoise(
  { relations: { holders }, quoter }: Answerer,
  { questions, text, strangers }: Reading,
): boolean {
  const isSaid = ([first = "", ...rest]: readonly string[]): boolean =>
    quoter?.mentions(first) === true ||
    holders.of(first).some(({ text: said }) => [first, ...rest].every((w) => said.toLowerCase().includes(w)));
  const filters = questions.map(filtersOf);
  return (
    strangers.length === 0 &&
    !/\p{Script=Han}/u.test(text) &&
    filters.length > 0 &&
    filters.every((own) => own.length > 0 && own.every((f) => f.dim === "word" && !isSaid(f.in)))
  );
}

/** Nothing in it could be answered: help, why a name is none of ours, a greeting. */
function talked(answerer: Answerer, { talk: kinds, strangers, questions, act }: Reading): Draft {
  const { dataset } = answerer.relations;
  const [found] = strangers;
  if (kinds.includes("help")) return talk.help(dataset, answerer.commands);
  if (found) return talk.stranger(dataset, found, questions.some(isClaim));
  if (questions.some((q) => has(q, "sources"))) return talk.documents(dataset);
  if (kinds.includes("greeting")) return talk.greeting();
  if (kinds.includes("thanks")) return talk.thanks();
  return act === undefined ? talk.unreadable() : talk.nothingBefore();
}
