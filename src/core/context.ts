/** What was last talked about, per chat, thread and user: bounded, expiring, and only what a follow-up needs. */
import type { Op } from "../dataset/language.ts";
import { asksFor, emptyFrame, type Frame, hasPredicate, namesEntity, type Reading } from "./frame.ts";
import { ORDINAL_UNIT } from "./numbers.ts";
import type { Chat } from "./types.ts";

/** A conversation is over after this long. */
export const EXPIRY_MS = 10 * 60_000;
/** Most conversations kept; the longest idle goes first. About 1 kB each. */
export const MOST_CHATS = 5000;

export interface Turn {
  frame: Frame;
  /** Ids of the facts of the answer. */
  facts: readonly string[];
  at: number;
}

export interface Memory {
  recall(chat: Chat, at: number): Turn | undefined;
  keep(chat: Chat, turn: Turn): void;
  size(): number;
}

const keyOf = ({ platform, id, thread, user }: Chat): string => JSON.stringify([platform, id, thread, user]);

export function createMemory(): Memory {
  const turns = new Map<string, Turn>();
  return {
    recall(chat, at) {
      const turn = turns.get(keyOf(chat));
      return turn && at - turn.at < EXPIRY_MS ? turn : undefined;
    },
    keep(chat, turn) {
      const key = keyOf(chat);
      turns.delete(key);
      turns.set(key, turn);
      const [oldest] = turns.keys();
      if (turns.size > MOST_CHATS && oldest !== undefined) turns.delete(oldest);
    },
    size: () => turns.size,
  };
}

export interface Carried {
  frame: Frame;
  /** What was taken over from the turn before, as names to show. */
  carried: string[];
}

/** A turn that cannot stand alone takes what it does not name from the turn before. */
export function carryOver(last: Turn | undefined, reading: Reading): Carried {
  const { frame } = reading;
  if (!last || !leans(reading)) return { frame, carried: [] };
  const entities = mergeEntities(last.frame, reading);
  const merged = mergePredicates(last.frame, frame, entities);
  return { frame: merged, carried: carriedNames(frame, merged) };
}

/** Predicates that mean nothing without a cluster or a city. */
function needsEntity({ frame }: Reading): boolean {
  if (namesEntity(frame) || frame.scopes.length > 0 || frame.policy || frame.documents.length > 0)
    return false;
  return (
    frame.tiers.length > 0 ||
    frame.measures.length > 0 ||
    frame.statuses.length > 0 ||
    frame.figure ||
    (frame.amounts.length > 0 && frame.ops.includes("yesno")) ||
    frame.topics.some(
      (t) => t === "task" || t === "scope" || t === "layout" || t === "docno" || t === "city-system",
    ) ||
    asksFor(frame, "which-city", "role", "class")
  );
}

function leans(reading: Reading): boolean {
  const { frame } = reading;
  const names =
    namesEntity(frame) || frame.scopes.length > 0 || frame.years.length > 0 || frame.documents.length > 0;
  const points = reading.pronoun !== undefined;
  const says = hasPredicate(frame) || points;
  if (takesCluster(reading) || asksWhich(reading)) return true;
  return (reading.followUp && (names || says)) || points || needsEntity(reading) || isBareYear(frame);
}

/** 广州做什么, right after a cluster: short, a city and a wish, no cluster of its own. */
const SHORT = 14;
const takesCluster = ({ frame, text }: Reading): boolean =>
  text.length <= SHORT &&
  frame.cities.length > 0 &&
  frame.clusters.length === 0 &&
  frame.scopes.length === 0 &&
  frame.documents.length === 0 &&
  frame.things.length === 0 &&
  (frame.topics.some((t) => t === "task" || t === "layout") || frame.tiers.length > 0 || isFigureOnly(frame));

/** 哪几个, 第九个是谁: only asks which of what was just talked about. */
const asksWhich = ({ frame, text }: Reading): boolean =>
  text.length <= SHORT &&
  !namesEntity(frame) &&
  frame.scopes.length === 0 &&
  !frame.policy &&
  frame.topics.length === 0 &&
  frame.tiers.length === 0 &&
  frame.measures.length === 0 &&
  (asksFor(frame, "members") ||
    frame.listed !== undefined ||
    frame.amounts.some((a) => a.unit === ORDINAL_UNIT));

const isBareYear = (frame: Frame): boolean =>
  frame.years.length > 0 && !namesEntity(frame) && !hasPredicate(frame) && frame.scopes.length === 0;

type Entities = Pick<Frame, "clusters" | "cities" | "named" | "scopes" | "parts"> & { set?: string };

function mergeEntities(last: Frame, { frame, pronoun }: Reading): Entities {
  const ownCluster =
    frame.clusters.length > 0 ||
    frame.scopes.length > 0 ||
    asksFor(frame, "which-cluster") ||
    pronoun === "city";
  const ownCity = frame.cities.length > 0 || asksFor(frame, "which-city") || pronoun === "cluster";
  const set = ownCity ? frame.set : last.set;
  return {
    clusters: ownCluster ? frame.clusters : last.clusters,
    scopes: ownCluster || frame.scopes.length > 0 ? frame.scopes : last.scopes,
    parts: ownCluster ? frame.parts : last.parts,
    cities: ownCity ? frame.cities : last.cities,
    named: ownCity ? frame.named : last.named,
    ...(set === undefined ? {} : { set }),
  };
}

/** Two are compared and ranked; for the one that is named next there is nothing to compare. */
function lasts(op: Op, { clusters, cities }: Entities): boolean {
  if (op === "count" || op === "yesno") return false;
  const one = clusters.length < 2 && cities.length === 1;
  return !one || (op !== "compare" && op !== "most");
}

function mergePredicates(last: Frame, now: Frame, entities: Entities): Frame {
  const base: Frame = {
    ...emptyFrame(),
    negated: now.negated,
    text: now.text,
    periods: now.periods,
    relativeYear: now.relativeYear,
    comparative: now.comparative,
    nicknames: now.nicknames,
    topicWords: now.topicWords,
    things: now.things,
    ...entities,
    ops: now.ops,
    policy: now.policy,
    amounts: now.amounts,
  };
  if (!hasPredicate(now)) {
    const dated = now.years.length > 0;
    const years = dated ? now.years : last.years;
    const periods = dated || now.periods.length > 0 ? now.periods : last.periods;
    const ops = now.ops.length > 0 ? now.ops : last.ops.filter((op) => lasts(op, entities));
    return {
      ...base,
      ops,
      tiers: last.tiers,
      topics: last.topics,
      // A thing belongs to its city: it is carried only into a question whether another city has it.
      things: now.things.length > 0 || !now.ops.includes("yesno") ? now.things : last.things,
      measures: last.measures,
      figure: last.figure,
      years,
      periods,
      asks: answerable(last, now),
      documents: now.documents.length > 0 ? now.documents : last.documents,
      statuses: dated ? [] : last.statuses,
    };
  }
  const figures = isFigureOnly(now) && isFigureOnly(last);
  return {
    ...base,
    tiers: onlyAsks(now) ? last.tiers : now.tiers,
    topics: isWhich(now) ? last.topics : now.topics,
    asks: now.asks,
    measures: figures && now.measures.length === 0 ? last.measures : now.measures,
    figure: now.figure || figures,
    years: now.years.length > 0 || !figures ? now.years : last.years,
    documents: now.documents,
    statuses: now.statuses.length > 0 || !figures ? now.statuses : last.statuses,
  };
}

const isWhich = (now: Frame): boolean =>
  now.topics.length === 0 &&
  now.tiers.length === 0 &&
  now.measures.length === 0 &&
  now.statuses.length === 0 &&
  !namesEntity(now) &&
  now.scopes.length === 0;

/** 里面哪几个是支柱: says which of the list is meant, not a new predicate. */
const onlyAsks = (now: Frame): boolean =>
  now.tiers.length === 0 &&
  now.topics.length === 0 &&
  now.measures.length === 0 &&
  now.statuses.length === 0 &&
  !now.figure &&
  now.scopes.length > 0;

/** 那珠海呢 after 哪些城市: the open slot has been filled, so it is no longer asked for. */
const answerable = (last: Frame, now: Frame): Frame["asks"] =>
  last.asks.filter(
    (ask) =>
      !(ask === "which-city" && now.cities.length > 0) &&
      !(ask === "which-cluster" && now.clusters.length > 0),
  );

const isFigureOnly = (frame: Frame): boolean =>
  frame.tiers.length === 0 &&
  frame.topics.length === 0 &&
  (frame.measures.length > 0 ||
    frame.statuses.length > 0 ||
    frame.amounts.length > 0 ||
    frame.figure ||
    frame.years.length > 0);

function carriedNames(now: Frame, merged: Frame): string[] {
  const names = [...merged.clusters, ...(merged.set === undefined ? merged.cities : [merged.set])];
  const own = [...now.clusters, ...now.cities, now.set];
  return names.filter((name) => !own.includes(name));
}
