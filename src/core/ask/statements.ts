/** Questions about what else the documents say: dates, issuers, tasks, projects, named things. Facts that pass every filter, else the nearest. */
import type { Fact, Topic } from "../../dataset/schema.ts";
import { equal, quantity } from "../../text/units.ts";
import { type Dim, type Filter, isMembers, named, only, type Query, without } from "../query.ts";
import { judged, type Verdict } from "./amounts.ts";
import { selectNumbers } from "./document-numbers.ts";
import { factsWhere } from "./fact-pool.ts";
import { factTest } from "./match.ts";
import { giverOf, type Relations } from "./relations.ts";
import { rolesWhere } from "./role-rows.ts";
import { type NoRows, nothing, type NumbersRows, type StatementRows } from "./rows.ts";
import { constraints, scopeOf } from "./scope.ts";
import type { Search } from "./search.ts";
import { isLevel, monthDay, partsNamed, standTogether } from "./wording.ts";

const MOST = 6;

/**
 * A single character stands in too many words (牛 in 西牛) for a claim to rest on it.
 * @param text the question, for telling like facts apart.
 */
export function selectStatements(
  relations: Relations,
  query: Query,
  search: Search,
  text: string,
): StatementRows | NumbersRows | NoRows {
  const numbers = query.want === "document" ? selectNumbers(relations, query) : undefined;
  if (numbers) return numbers;
  if (query.op === "verify" && named(constraints(query), "word").some((word) => word.length < 2))
    return nothing(query);
  const told = query.op === "verify" && query.claim.length > 0 && verify(relations, query, text);
  if (told) return told;
  const found = factsWhere(relations, constraints(query), text, query);
  const isOfKind = query.op === "verify" ? ofKind(relations, query) : () => true;
  const facts = found.toSorted((a, b) => Number(isOfKind(b)) - Number(isOfKind(a)));
  const [first] = facts;
  if (!first) return near(relations, query, text) ?? byWords(relations, search, query) ?? nothing(query);
  if (lacksParts(query, first)) return inexact(query, facts);
  return exact(query, [...facts, ...besidesTask(relations, query)], confirmed(relations, query, first));
}

const exact = (query: Query, facts: readonly Fact[], plain: Verdict): StatementRows => ({
  kind: "statements",
  scope: scopeOf(query),
  facts: [...new Set(facts)].slice(0, MOST),
  exact: true,
  missing: [],
  verdict: query.op === "verify" ? judged(plain, query) : undefined,
});

/** @param missing words that stand in none of the facts. */
const inexact = (query: Query, facts: readonly Fact[], missing: string[] = []): StatementRows => ({
  ...exact(query, facts, "unsaid"),
  exact: false,
  missing,
  verdict: undefined,
});

/** 哪五个: a fact that names the whole without its parts is near, but no answer. */
const lacksParts = ({ expected = 0, op }: Query, fact: Fact): boolean =>
  expected > 1 && op !== "verify" && partsNamed(fact) < expected;

/** A task is told together with the role it belongs to. */
function besidesTask(relations: Relations, query: Query): Fact[] {
  const filters = constraints(query);
  const subject = only(filters, "cluster", "city");
  const one = named(subject, "cluster").length > 0 && named(subject, "city").length > 0;
  if (!one || !named(filters, "topic").includes("task")) return [];
  return rolesWhere(relations, [...subject, { dim: "giver", in: ["province"] }]).map((r) => r.fact);
}

// Yes or no -----------------------------------------------------------------------------------------------------

/** Topics under which finding a fact is already a yes: 深圳有任务吗. */
const EXISTENCE: ReadonlySet<string> = new Set<Topic>([
  "task",
  "role",
  "layout",
  "park",
  "national",
  "city-system",
]);

/** Of these a narrower word is of no other thing: 城市任务. */
const KINDLESS: ReadonlySet<string> = new Set<Topic>(["task", "role", "layout", "city-system"]);

/** Words of the claim that stand together in one fact confirm it, unless it denies or limits anything. */
function confirmed(relations: Relations, query: Query, fact: Fact): Verdict {
  const filters = constraints(query);
  const words = [...named(filters, "word"), ...named(filters, "part")];
  const said = [...words, ...(query.said ?? []), ...named(filters, "city")];
  const isPlain = !query.negated && query.quantifier === undefined && query.unused.length === 0;
  const holds =
    words.length === 0
      ? named(query.where, "topic").some((t) => EXISTENCE.has(t)) && ofKind(relations, query)(fact)
      : said.length > words.length && standTogether(fact, said);
  return isPlain && holds && !fact.disputed && isBorneOut(relations, query, fact) ? "yes" : "unsaid";
}

/** 特色产业园 is filed under a topic with every other 产业园, and is only what is called so. */
function ofKind({ dataset: { words } }: Relations, { where, said = [] }: Query): (fact: Fact) => boolean {
  const names = (named(where, "topic") as Topic[]).flatMap((topic) =>
    EXISTENCE.has(topic) && !KINDLESS.has(topic) ? (words.topics[topic] ?? []) : [],
  );
  const narrow = said.filter(
    (word) => names.includes(word) && names.some((name) => name !== word && word.endsWith(name)),
  );
  return ({ text }) => narrow.every((word) => text.includes(word));
}

/** A plan bears out no state of things, and no fact a number that is not in it. */
const isBorneOut = (relations: Relations, query: Query, fact: Fact): boolean =>
  !isOnlyPlanned(relations, query, fact) && holdsCount(query, fact);

/** 提出做到千亿级 is no 是千亿级集群, whether it says 已经 or not. */
function isOnlyPlanned({ dataset }: Relations, { where, claim, tense }: Query, fact: Fact): boolean {
  const giver = giverOf(dataset, fact);
  if (giver !== "city" && giver !== "draft") return false;
  const isResult = (fact.figures ?? []).some((f) => f.status === "result");
  const isSize = named([...where, ...claim], "word").some(isLevel);
  return !isResult && (tense === "done" || (tense !== "meant" && isSize));
}

/** 有两个以上, 首批 19 个: one that is named does not tell how many there are. */
const holdsCount = ({ expected, where, claim }: Query, fact: Fact): boolean => {
  const asked = [...where, ...claim].flatMap((f) => (f.dim === "value" ? [f.amount.value] : []));
  const numbers = [...asked, ...(expected === undefined ? [] : [expected])];
  const own = (fact.figures ?? []).flatMap(({ value, unit }) =>
    value === undefined ? [] : [quantity(value, unit ?? "").value],
  );
  return numbers.every((n) => own.some((value) => equal(value, n)));
};

/** Dimensions of which a fact has one value: another value is a no. */
const DECISIVE: readonly Filter["dim"][] = ["date", "number", "year", "document"];
/** That something is made in one place denies it of no other, unless there is only one of it: 激光谷. */
const PLACES: readonly Filter["dim"][] = ["cluster", "city"];

const isOnly = ({ dataset }: Relations, word: string): boolean =>
  dataset.aliases.things.some(({ id, only: alone }) => id === word && alone === true);

const decides = (relations: Relations, { where, claim }: Query): boolean => {
  const single = named(where, "word").some((word) => isOnly(relations, word));
  return claim.every(({ dim }) => DECISIVE.includes(dim) || (single && PLACES.includes(dim)));
};

/** The claim against what the facts about its subject say. Undefined where there are none. */
function verify(relations: Relations, query: Query, text: string): StatementRows | undefined {
  const { claim } = query;
  const about = factsWhere(relations, query.where, text, query).filter((f) =>
    claim.every((filter) => speaksOf(f, filter)),
  );
  if (about.length === 0) return undefined;
  const isSaid = factTest(relations.dataset, claim);
  const says = about.find((f) => isSaid(f) && isOfYear(f, query));
  if (!says) return exact(query, about, decides(relations, query) ? "no" : "unsaid");
  const words = named(claim, "word");
  const isTold = words.length === 0 || standTogether(says, [...words, ...(query.said ?? [])]);
  return exact(query, [says, ...about], isTold && isBorneOut(relations, query, says) ? "yes" : "unsaid");
}

/** 是 2021 年发布的吗: the day it was is of that year; the years a plan is for are none of it. */
function isOfYear({ dates = [] }: Fact, { where, claim }: Query): boolean {
  const acts = named(where, "act");
  const years = named(claim, "year");
  const isMeant = ({ act, date }: (typeof dates)[number]): boolean =>
    acts.includes(act) && years.some((year) => date.startsWith(year));
  return acts.length === 0 || years.length === 0 || dates.some(isMeant);
}

/** The fact has a value in the dimension that is claimed. */
function speaksOf(fact: Fact, filter: Filter): boolean {
  if (!isMembers(filter)) return (fact.figures ?? []).length > 0;
  return SPEAKS[filter.dim]?.(fact) ?? true;
}

const SPEAKS: Partial<Record<Dim, (fact: Fact) => boolean>> = {
  date: (fact) => (fact.dates ?? []).some((d) => monthDay(d.date).includes("-")),
  year: (fact) => (fact.dates ?? []).length > 0,
  number: (fact) => fact.numbers !== undefined,
  city: (fact) => fact.cities.length > 0,
  cluster: (fact) => fact.clusters.length > 0,
};

// The nearest ---------------------------------------------------------------------------------------------------

/** Dimensions given up one after the other where nothing is held. */
const NEAR: readonly (readonly Filter["dim"][])[] = [
  ["act"],
  ["year"],
  ["status"],
  ["measure"],
  ["document"],
  ["topic"],
  ["period"],
  ["year", "status", "measure"],
  ["value"],
  ["tier"],
  ["topic", "year"],
  ["topic", "document"],
  ["city"],
  ["cluster"],
];

const LAID_OUT: ReadonlySet<string> = new Set<Topic>(["layout", "scope"]);

/** With a number of a document, or of a word that is laid out somewhere, the topic only says what kind of thing is asked. */
const isSoftTopic = (filters: readonly Filter[]): boolean =>
  named(filters, "number").length > 0 ||
  (named(filters, "word").length > 0 && named(filters, "topic").every((t) => LAID_OUT.has(t)));

/** Whether a name changed is told by no other fact. */
const isFirmTopic = (filters: readonly Filter[]): boolean => named(filters, "topic").includes("naming");

function near(relations: Relations, query: Query, text: string): StatementRows | undefined {
  const filters = constraints(query);
  const has = (...dims: readonly Filter["dim"][]): boolean => only(filters, ...dims).length > 0;
  if (isFirmTopic(filters)) {
    const facts = factsWhere(relations, only(filters, "topic"), text);
    return facts.length > 0 ? inexact(query, facts) : undefined;
  }
  for (const dims of NEAR) {
    const rest = without(filters, ...dims);
    const isSubject = dims.includes("city") || dims.includes("cluster");
    if (!dims.every((dim) => has(dim)) || rest.length === 0 || (isSubject && !has("word"))) continue;
    const facts = factsWhere(relations, rest, text);
    // 公开 for 公布: which of the acts it was is told by the fact itself.
    const isSofter =
      dims.length === 1 && (dims[0] === "act" || (dims[0] === "topic" && isSoftTopic(filters)));
    if (facts.length > 0) return isSofter ? exact(query, facts, "unsaid") : inexact(query, facts);
  }
  return undefined;
}

/** Least share of the unknown words a fact must contain to be offered as near. */
const FLOOR = 0.6;
const MOST_BY_WORDS = 3;

function byWords({ dataset }: Relations, search: Search, query: Query): StatementRows | undefined {
  const filters = constraints(query);
  const words = named(filters, "word");
  const entities = only(filters, "cluster", "city");
  const hits = search.find(words, factTest(dataset, entities), MOST);
  const close = hits.filter((h) => h.share >= FLOOR).map((h) => h.fact);
  const missing = words.filter((w) => !close.some((f) => f.text.toLowerCase().includes(w)));
  return close.length > 0 ? inexact(query, close.slice(0, MOST_BY_WORDS), missing) : undefined;
}
