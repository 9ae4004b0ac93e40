/** Yes, no, or not said: a yes needs every part of the claim in the fact; what is not there is not said. */
import type { Dataset } from "../dataset/dataset.ts";
import type { Fact, Figure, Topic } from "../dataset/schema.ts";
import { comparable } from "./facts.ts";
import { isOfPeriod, isSize } from "./figures.ts";
import { type Amount, type Frame, has, theClass } from "./frame.ts";
import { DATE_UNIT, ORDINAL_UNIT } from "./numbers.ts";

export type Verdict = "yes" | "no" | "unsaid";

export const YES = "是：";
export const NO = "不是：";
/** The documents do not say so; what they do say follows. */
export const UNSAID = "文件没有这样说，写的是：";

/** 是：, 不是：, 文件没有这样说：, with or without what follows it. */
const LEAD = /^(?:是|不是|文件没有这样说(?:，写的是)?)：/;

/** The statement alone: it stands under another heading, where a yes or no would be wrong. */
export const withoutLead = (text: string): string => text.replace(LEAD, "");

const LEADS: Readonly<Record<Verdict, string>> = { yes: YES, no: NO, unsaid: UNSAID };

// Amounts -------------------------------------------------------------------------------------------------------

/** Counters that are used for one another: 110 多处 and 110 次. */
const unitOf = (unit: string): string => unit.replace("次", "处").replace(/^[项条座类种]$/, "个");

/** What one figure tells of an amount. Undefined where they measure different things. */
function compareFigure(figure: Figure, amount: Amount): Verdict | undefined {
  if (figure.value === undefined || figure.unit === undefined) return amount.unit === "%" ? "no" : undefined;
  const a = comparable(figure.value, unitOf(figure.unit));
  const b = comparable(amount.value, unitOf(amount.unit));
  const same = b.unit === "" || a.unit.startsWith(b.unit) || b.unit.startsWith(a.unit);
  return same ? compareValues(figure, a.value, b.value, amount.bound) : undefined;
}

/** 超 9000 亿 may be more than 1 万亿; 约 3000 亿 is neither over nor under 3000 亿. */
function compareValues(figure: Figure, value: number, asked: number, bound: Amount["bound"]): Verdict {
  const equal = Math.abs(value - asked) <= 1e-9 * Math.max(1, value);
  const open = figure.bound === "over" && figure.status === "result";
  if (bound === undefined) return equal ? "yes" : "no";
  if (equal) return atEdge(figure, bound);
  if (bound === "over" || bound === "atleast") return value > asked ? "yes" : open ? "unsaid" : "no";
  return value > asked ? "no" : open ? "unsaid" : "yes";
}

function atEdge(figure: Figure, bound: NonNullable<Amount["bound"]>): Verdict {
  if (figure.bound === "about") return "unsaid";
  if (bound === "over") return figure.bound === "over" ? "yes" : "no";
  if (bound === "atleast") return figure.bound === "under" ? "no" : "yes";
  if (bound === "under") return figure.bound === "under" ? "yes" : "no";
  return figure.bound === "over" ? "no" : "yes";
}

/** The figures of a fact that the question is about: its measure, its year, its status. */
export function relevantFigures(fact: Fact, frame: Frame): Figure[] {
  return (fact.figures ?? []).filter(
    (f) =>
      (frame.measures.length === 0 || frame.measures.includes(f.measure)) &&
      (frame.years.length === 0 || frame.years.includes(f.year)) &&
      (frame.statuses.length === 0 || frame.statuses.includes(f.status)),
  );
}

/** 食品 in 现代农业与食品 is the cluster's name, not a part of it. */
const isInQuestion = (piece: string, frame: Frame): boolean =>
  frame.text.replaceAll(" ", "").includes(piece.replaceAll(" ", "")) &&
  !frame.clusters.some((cluster) => cluster.includes(piece));

/** Of several figures: those of a part the question names (游戏, 上半年), else of the whole, else the first one's. */
function meant(figures: readonly Figure[], frame: Frame): Figure[] {
  const narrower = [...frame.parts, ...frame.things, ...frame.named, theClass(frame) ?? ""].filter(
    (w) => w !== "",
  );
  const isNamed = ({ of }: Figure): boolean =>
    of !== undefined &&
    (narrower.some((word) => of.toLowerCase().includes(word)) ||
      of.split(/[，、]/).some((piece) => piece.length > 1 && isInQuestion(piece.toLowerCase(), frame)));
  const named = figures.filter(isNamed);
  if (named.length > 0) return named;
  const whole = figures.filter((f) => f.of === undefined);
  return whole.length > 0 ? whole : figures.filter((f) => f.of === figures[0]?.of);
}

/** What a fact tells of an amount in a question. Figures that disagree about a bound tell nothing. */
export function tellsAsked(fact: Fact, amount: Amount, frame: Frame): Verdict | undefined {
  if (amount.unit === DATE_UNIT || amount.unit === ORDINAL_UNIT) return tellsAmount(fact, amount);
  const alike = relevantFigures(fact, frame).filter((f) => compareFigure(f, amount) !== undefined);
  const verdicts = meant(alike, frame).flatMap((f) => compareFigure(f, amount) ?? []);
  if (amount.bound !== undefined && new Set(verdicts).size > 1) return "unsaid";
  return verdicts.find((v) => v === "yes") ?? verdicts.find((v) => v === "unsaid") ?? verdicts[0];
}

/** What any of a fact's figures tells of an amount. */
export function tellsAmount(fact: Fact, amount: Amount): Verdict | undefined {
  if (amount.unit === DATE_UNIT) return fact.text.includes(dateText(amount.value)) ? "yes" : "no";
  if (amount.unit === ORDINAL_UNIT) return fact.text.includes(`第 ${amount.value} 个`) ? "yes" : "no";
  const verdicts = (fact.figures ?? []).flatMap((figure) => compareFigure(figure, amount) ?? []);
  return verdicts.find((v) => v === "yes") ?? verdicts.find((v) => v === "unsaid") ?? verdicts[0];
}

const dateText = (value: number): string => `${Math.floor(value / 100)} 月 ${value % 100} 日`;

/** Whether a fact confirms every amount it can be held against, and at least one. */
export function confirms(fact: Fact, frame: Frame): boolean {
  const verdicts = frame.amounts.flatMap((amount) => tellsAsked(fact, amount, frame) ?? []);
  return verdicts.length > 0 && verdicts.every((v) => v === "yes");
}

// The claim as a whole ------------------------------------------------------------------------------------------

/** Topics under which finding a fact is already a yes: 深圳有任务吗. */
const EXISTENCE: ReadonlySet<Topic> = new Set([
  "task",
  "role",
  "layout",
  "park",
  "national",
  "city-system",
  "figure",
]);

/**
 * How an answer begins that leads with `fact`. Empty unless the question wants yes or no.
 * @param sure the fact was found by what the question asserts, not only by what it is about.
 */
export function leadFor(dataset: Dataset, frame: Frame, fact: Fact, sure: boolean): string {
  if (!has(frame, "yesno")) return "";
  const verdict = judgeClaim(dataset, frame, fact, sure);
  if (!frame.negated) return LEADS[verdict];
  return verdict === "yes" ? NO : verdict === "no" ? YES : UNSAID;
}

function judgeClaim(dataset: Dataset, frame: Frame, fact: Fact, sure: boolean): Verdict {
  const layer = dataset.document.get(fact.document)?.layer;
  if (has(frame, "not") || has(frame, "only") || frame.comparative || layer === "draft") return "unsaid";
  if (frame.layer !== undefined && !isOfLayer(frame.layer, layer, fact))
    return layer === "city" ? "no" : "unsaid";
  if (isOnlyPartOfPolicy(frame, fact)) return "unsaid";
  if (!namesAll(frame, fact) || !isOfPeriod(fact, frame) || frame.relativeYear) return "unsaid";
  if (frame.docno !== undefined) return fact.text.replaceAll(" ", "").includes(frame.docno) ? "yes" : "no";
  if (frame.years.length > 0 && !isOfYear(frame, fact)) return fact.topics.includes("date") ? "no" : "unsaid";
  if (frame.amounts.length > 0)
    return isSubject(frame, fact) ? amountVerdict(dataset, frame, fact) : "unsaid";
  if (frame.superlative !== undefined)
    return fact.text.includes(frame.superlative) && sameGroup(frame, fact) ? "yes" : "unsaid";
  const exists = frame.topics.some((t) => t !== "issued" && EXISTENCE.has(t));
  return sure || exists || frame.years.length > 0 ? "yes" : "unsaid";
}

/** Who issued the 20 plans did not issue “1+20”, which has the Opinion too. */
const isOnlyPartOfPolicy = (frame: Frame, fact: Fact): boolean =>
  frame.topics.some((t) => t === "issued" || t === "issuer") &&
  frame.text.includes(WHOLE_POLICY) &&
  !fact.text.includes(WHOLE_POLICY);

const WHOLE_POLICY = "1+20";

/** A figure of one of a city's clusters neither confirms nor denies one of the city, unless its topic is asked. */
const isSubject = (frame: Frame, fact: Fact): boolean =>
  frame.clusters.length > 0 ||
  frame.topics.some((topic) => topic !== "figure" && topic !== "issued" && fact.topics.includes(topic)) ||
  frame.things.length > 0 ||
  fact.clusters.length === 0 ||
  fact.cities.length === 0;

/** A city-level cluster in the province's plan is written by the province, though it is no role. */
function isOfLayer(asked: "province" | "city", layer: string | undefined, fact: Fact): boolean {
  return asked === "province" ? layer === "province" && fact.role?.tier !== "city" : layer === "city";
}

/** Every city and every filed thing of the question stands in the fact. */
function namesAll(frame: Frame, fact: Fact): boolean {
  const text = `${fact.text} ${fact.figures?.map((f) => f.of ?? "").join(" ") ?? ""}`.toLowerCase();
  const cities = frame.set === undefined ? frame.named : [];
  return (
    cities.every((city) => fact.cities.includes(city) || text.includes(city)) &&
    (frame.parts.length === 0 || frame.parts.some((part) => text.includes(part))) &&
    frame.things.every((thing) => text.includes(thing))
  );
}

const isOfYear = (frame: Frame, fact: Fact): boolean =>
  fact.figures && fact.figures.length > 0
    ? fact.figures.some((f) => frame.years.includes(f.year))
    : frame.years.some((y) => fact.text.includes(String(y)));

/** 三星最多 is told of the pillar clusters: it is not told of all. */
const sameGroup = (frame: Frame, fact: Fact): boolean =>
  fact.group === undefined ||
  fact.group === "全部" ||
  theClass(frame) === fact.group ||
  frame.clusters.length > 0;

function amountVerdict(dataset: Dataset, frame: Frame, fact: Fact): Verdict {
  const verdicts = frame.amounts.map((amount) => amountOf(dataset, frame, fact, amount));
  return verdicts.find((v) => v === "no") ?? verdicts.find((v) => v === "unsaid") ?? "yes";
}

/** A day is confirmed for the act that is asked: 出台 is not 公开. */
function amountOf(dataset: Dataset, frame: Frame, fact: Fact, amount: Amount): Verdict {
  const verdict = tellsAsked(fact, amount, frame) ?? "unsaid";
  if (verdict === "no" && isOpen(dataset, frame, fact, amount)) return "unsaid";
  const acts = frame.topicWords.filter((word) => ISSUING.has(word));
  if (amount.unit !== DATE_UNIT || verdict !== "yes" || acts.length === 0) return verdict;
  return acts.some((act) => fact.text.includes(act)) ? "yes" : "unsaid";
}

/** Another value is no denial where what is asked may stand elsewhere. */
const isOpen = (dataset: Dataset, frame: Frame, fact: Fact, amount: Amount): boolean =>
  isVague(frame, fact, amount) ||
  isInText(fact, amount) ||
  (frame.clusters.length > 0 && isOtherSide(dataset, fact, amount));

/** 家电 1.8 万亿吗: which measure is meant is open, so that an export figure denies nothing. */
const isVague = (frame: Frame, fact: Fact, { unit }: Amount): boolean =>
  unit.includes("亿") &&
  frame.measures.length === 0 &&
  frame.statuses.length === 0 &&
  frame.topics.length === 0 &&
  !relevantFigures(fact, frame).some((figure) => isSize(figure.measure));

/** 110 多处，其中 20 个行动计划 80 多处: no figure of its own, but said. */
const isInText = (fact: Fact, { value, unit }: Amount): boolean =>
  unitOf(unit) === "处" && new RegExp(`(?<!\\d)${value} ?[多余]? ?处`).test(fact.text);

/** Another source says just what is asked. */
function isOtherSide(dataset: Dataset, fact: Fact, { value, unit }: Amount): boolean {
  const said = dataset.conflicts.find((conflict) => conflict.id === fact.conflict)?.say ?? "";
  return unit.includes("亿") && said.includes(`${value} ${unit}`);
}

const ISSUING: ReadonlySet<string> = new Set(["出台", "印发", "公布", "发布", "公开", "颁布", "落款"]);
