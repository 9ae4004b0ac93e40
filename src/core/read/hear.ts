/** Tokens → Heard: operators are bound to what they stand beside, everything else becomes a constraint or a wish. */
import type { Dataset } from "../../dataset/dataset.ts";
import { RATES, type Span } from "../query.ts";
import { bounded, comparing, thanAmount, whetherReached } from "./amounts.ts";
import { type Bind, type Context, isAsk, isEntity, isOp, runsOf, spanOf } from "./context.ts";
import {
  allCounted,
  apiece,
  boundedCounts,
  countedBehind,
  countedOnly,
  isCountedNoun,
  listed,
  onlyThese,
} from "./counted.ts";
import { behind, exceptAfter, exceptBefore } from "./exceptions.ts";
import { entityFilter, flagOf, note, plainFilter } from "./filters.ts";
import { addFilter, addFlag, emptyHeard, type Heard, valuesOf, WHICH } from "./heard.ts";
import { halve } from "./halves.ts";
import {
  amounts,
  averaged,
  clustersOf,
  demanded,
  formerIsFirst,
  onlyLeavesOut,
  othersOnly,
  partsOfNone,
  settled,
  sized,
  weakTier,
} from "./settle.ts";
import { setsTogether } from "./sets.ts";
import { districtsOfRoles, layouts, policyAsSource, provinceItself, wholly } from "./stands-for.ts";
import { asksThere, lostIn, saysPart, tenseOf } from "./predicate.ts";
import { as, is, type Token } from "./senses.ts";
import { closesQuestion, withoutAlternatives, withoutFillers, withoutRhetoric } from "./trim.ts";

const isNameOrFiller = (token: Token): boolean => is(token, "city", "cluster", "class", "set", "filler");

/**
 * @param tokens of one question, fillers included.
 * @param year in which it is asked, for 今年; undefined where nobody knows.
 */
export function hear(
  dataset: Dataset,
  tokens: readonly Token[],
  text: string,
  asked: boolean,
  year?: number,
): Heard {
  const heard = emptyHeard(text, asked);
  heard.province = tokens.some((t) => dataset.words.province.includes(t.surface));
  heard.takesPart = saysPart(tokens, dataset.words);
  heard.isThere = asksThere(tokens, dataset.words);
  heard.tense = tenseOf(tokens, dataset.words);
  heard.handsOn = text
    .split(",")
    .some((part) => dataset.words.openEnds.some((end) => part.trim().endsWith(end)));
  // 云浮的: a name and nothing else.
  heard.handsOn ||=
    dataset.words.possessives.some((end) => text.endsWith(end)) && tokens.every(isNameOrFiller);
  const whole = withoutAlternatives(boundedCounts(tokens), dataset.words);
  heard.dropped = lostIn(whole, dataset.words).map((t) => spanOf(t));
  const plain = withoutRhetoric(withoutFillers(whole, dataset.words), dataset.words);
  const kept = closesQuestion(plain, dataset.words);
  const lists = kept.some((t) => isAsk(t, ...WHICH) || isOp(t, "count")) || isAllThose(kept);
  const context: Context = {
    dataset,
    heard,
    tokens: kept,
    runs: runsOf(kept),
    lists,
    year,
    stacked: false,
    closed: false,
  };
  let at = 0;
  while (at < kept.length) {
    const used = BINDS.reduce((n, bind) => (n > 0 ? n : bind(context, at)), 0);
    if (used === 0) single(context, kept[at], kept[at + 1]);
    at += Math.max(1, used);
  }
  setsTogether(dataset.words, heard);
  layouts(dataset, heard);
  districtsOfRoles(dataset, heard);
  policyAsSource(dataset, heard);
  wholly(dataset, heard, tokens);
  provinceItself(heard);
  weakTier(heard);
  halve(heard);
  amounts(dataset, heard);
  demanded(dataset, heard);
  averaged(dataset, heard);
  othersOnly(heard);
  onlyThese(dataset, heard, tokens);
  allCounted(heard, kept);
  countedBehind(heard, tokens);
  countedOnly(dataset.words, heard, tokens);
  apiece(dataset.words, heard, tokens);
  partsOfNone(heard);
  formerIsFirst(heard);
  clustersOf(heard);
  onlyLeavesOut(heard);
  sized(dataset, heard);
  return settled(heard);
}

/** 所有不是新兴的集群: all of a noun are listed, not judged. */
const isAllThose = (tokens: readonly Token[]): boolean =>
  (is(tokens[0], "everything") || isOp(tokens[0], "all")) &&
  tokens.some((t) => is(t, "noun")) &&
  !tokens.slice(1).some((t) => isOp(t, "all", "yesno", "tag"));

/** A negation behind a name denies another thing than the one before it. */
function countNegation(context: Context, token: Token): void {
  const { negations } = context.heard;
  const denies = isOp(token, "not", "leave-out");
  if (denies) negations.push(context.stacked ? (negations.pop() ?? 0) + 1 : 1);
  context.stacked = denies || (context.stacked && !isEntity(token));
}

/** 名称里带“新”: the word behind it is what is looked for. */
const nameHas: Bind = (context, at) => {
  const next = context.tokens[at + 1];
  if (!isOp(context.tokens[at], "name-has") || !next) return 0;
  // 产业带有哪些市: what is asked for is in no name.
  if (is(next, "ask")) return 1;
  const end = nameEnd(context, next);
  const inside = context.tokens.slice(at + 1).filter(({ start }) => start < end);
  const name = context.heard.text.slice(next.start, end).replaceAll('"', "");
  addFilter(context.heard, { dim: "name", in: [name.trim()] }, spanOf(context.tokens[at], inside.at(-1)));
  return 1 + inside.length;
};

/** 带“智能”两个字: up to what says how long it is, whatever words it is made of; else one word. */
function nameEnd({ dataset, heard }: Context, { start, end }: Token): number {
  const ends = dataset.words.nameEnds.map((w) => heard.text.indexOf(w, start)).filter((i) => i > start);
  return Math.min(...ends, ...(ends.length === 0 ? [end] : []));
}

const BINDS: readonly Bind[] = [
  behind,
  exceptBefore,
  exceptAfter,
  thanAmount,
  bounded,
  whetherReached,
  comparing,
  nameHas,
];

/** 佛山顺德: the documents file by city, and that is named. */
function isDistrictOfNamed({ dataset, heard }: Context, { sense, surface }: Token): boolean {
  const id = sense?.kind === "thing" ? sense.id : undefined;
  const city = dataset.aliases.things.find((t) => t.id === id)?.districtOf;
  if (city === undefined || !valuesOf(heard, "city").includes(city)) return false;
  heard.districts.push({ surface, city });
  return true;
}

/** 营业收入年均增速, 增加值占比: the rate is asked for, not what it is of. */
const isRateOf = (token: Token, next: Token | undefined): boolean =>
  is(token, "measure") && next?.start === token.end && RATES.has(as(next, "measure")?.measure ?? "");

/** GDP 增长目标: of places alone, so that no growth of a cluster is meant. */
function rateOf({ dataset, heard }: Context, token: Token, span: Span): void {
  if (as(token, "measure")?.measure !== "gdp") return;
  const [name = token.surface] = dataset.words.measures.gdp ?? [];
  addFilter(heard, { dim: "word", in: [name] }, span);
}

/** 2020 年《意见》: when the document is of, not what is asked for. */
function isYearOf(dataset: Dataset, token: Token, next: Token | undefined): boolean {
  const ids = as(next, "document")?.ids ?? [];
  const year = Number.parseInt(token.surface, 10);
  return is(token, "year") && ids.some((id) => dataset.document.get(id)?.year === year);
}

function single(context: Context, token: Token | undefined, next?: Token): void {
  if (!token) return;
  const { heard } = context;
  const span = spanOf(token);
  if (context.closed && isOp(token, "except-after")) return;
  countNegation(context, token);
  if (isOp(token, "among")) return among(context, token, span);
  if (isRateOf(token, next)) return rateOf(context, token, span);
  if (isYearOf(context.dataset, token, next)) return;
  if (isDistrictOfNamed(context, token) || isCountedNoun(heard, token)) return;
  const filter = entityFilter(context.dataset, token.sense) ?? plainFilter(context, token);
  if (filter) addFilter(heard, filter, span);
  if (as(token, "ordinal")?.ranks) addFlag(heard, "nth", span);
  const whole = as(token, "measure")?.of;
  if (whole) addFilter(heard, { dim: "of", in: [whole] }, span);
  const stars = as(token, "topic")?.stars;
  if (stars) addFilter(heard, { dim: "stars", in: [String(stars)] }, span);
  note(context.dataset, heard, token);
  listed(heard, token);
  // 包括哪些 + 城市: what is asked for stands behind the word.
  const asks = as(token, "ask")?.ask;
  const noun =
    asks === "which" || (asks === "meaning" && next?.start === token.end) ? as(next, "noun") : undefined;
  if (noun) addFlag(heard, `which-${noun.of}`, span);
  // 有几个 + 城市: that is what is counted, whatever else is named.
  const counts = isOp(token, "count") && next?.start === token.end ? as(next, "noun") : undefined;
  if (counts) addFlag(heard, counts.of === "city" ? "how-many-cities" : "how-many-clusters", span);
  if (isOp(token, "which-more")) {
    // 谁领先 asks who, and for the larger.
    addFlag(heard, "which", span);
    addFlag(heard, "more", span);
    return;
  }
  const flag = filter && is(token, "relativeYear") ? undefined : flagOf(token.sense);
  if (flag) addFlag(heard, flag, span);
  const { wholeEach } = context.dataset.words;
  if (flag === "whole" && wholeEach.includes(token.surface)) addFlag(heard, "whole-each", span);
}
/** 广州、深圳里有 …: one of those named before it is enough; behind a role it only asks. */
function among({ dataset, heard }: Context, { surface }: Token, span: Span): void {
  const several = heard.filters.some(
    ({ filter }) =>
      filter.dim === "city" && "in" in filter && filter.in.length > 1 && filter.as === undefined,
  );
  if (several) addFlag(heard, "any", span);
  if (dataset.words.existence.some((w) => surface.includes(w))) addFlag(heard, "yesno", span);
}
