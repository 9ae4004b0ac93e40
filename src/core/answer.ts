/** From what was heard to a draft: follow the conversation, refuse what is none of ours, ask the dataset, say the limits. */
import type { Relations } from "./ask/relations.ts";
import { ofWholeCluster } from "./ask/role-rows.ts";
import { constraints } from "./ask/scope.ts";
import type { Search } from "./ask/search.ts";
import { select } from "./ask/select.ts";
import { type Draft, urgentNote } from "./compose.ts";
import type { Command, Guest } from "./commands.ts";
import type { Turn } from "./memory.ts";
import { named, type Query } from "./query.ts";
import { follow } from "./read/follow.ts";
import { several } from "./read/rules/about.ts";
import { has, type Heard, hasDim } from "./read/heard.ts";
import { isUnreasoned, unheeded } from "./heeded.ts";
import { openReference, referTo } from "./reference.ts";
import { interpret, namesEntity } from "./read/interpret.ts";
import type { Quoter } from "./quote/quoter.ts";
import { isClaim } from "./read/mood.ts";
import { optionOf } from "./read/picked.ts";
import type { Reading } from "./read/read.ts";
import { isRoleList, lastResort, secondBest } from "./last-resort.ts";
import { limited, nearestTo, ofWhole, unreasoned } from "./limited.ts";
import { refusal } from "./refusal.ts";
import { text } from "./say/say.ts";
import { tellFact, tellSuperseded } from "./tell/fact.ts";
import { withoutRefusal, withPassages } from "./tell/quoted.ts";
import * as talk from "./tell/talk.ts";
import { isToldOf } from "./tell/scope.ts";
import { tell } from "./tell/tell.ts";

export interface Answerer {
  relations: Relations;
  search: Search;
  /** Undefined without imported documents. */
  quoter: Quoter | undefined;
  /** Every command there is, and of those the ones that other rooms brought. */
  commands: readonly Command[];
  guests: readonly Guest[];
}

export interface Told {
  draft: Draft;
  /** What was understood, for the turn after this one. */
  heard: Heard | undefined;
  /** What was not shown of the last answer follows. */
  rest?: true;
  /** One of what the answer before listed was asked about: that list is still the one that is counted in. */
  picked?: boolean;
}

/**
 * Each question of the message after the other; what one names the next may take over.
 * @returns undefined where none of them asks anything.
 */
export function answerAll(answerer: Answerer, reading: Reading, last: Turn | undefined): Told | undefined {
  const told: Told[] = [];
  for (const question of reading.questions.filter((q) => asksAnything(q) || optionOf(last?.heard, q))) {
    const before = told.at(-1)?.heard ?? last?.heard;
    const isFirst = told.length === 0;
    const one = answer(answerer, reading, question, before, isFirst ? (last?.listed ?? []) : [], isFirst);
    if (one) told.push(one);
  }
  const useful = told.filter((t) => t.draft.outcome !== "unknown");
  const [first = told[0], ...rest] = useful;
  if (!first) return undefined;
  return {
    draft:
      rest.length === 0
        ? first.draft
        : joined(
            first.draft,
            rest.map((t) => t.draft),
          ),
    heard: (useful.at(-1) ?? first).heard,
    picked: first.picked ?? false,
  };
}

const asksAnything = ({ filters, flags, ambiguous, province, handsOn }: Heard): boolean =>
  filters.length + flags.size + ambiguous.length > 0 || (province && handsOn);

/** The first lines of all of them lead, so that each is answered at first sight; what is below them follows in turn. */
function joined(first: Draft, rest: readonly Draft[]): Draft {
  const all = [first, ...rest];
  return {
    ...first,
    reference: null,
    outcome: rest.some((d) => d.outcome === "answer") ? "answer" : first.outcome,
    blocks: [
      { kind: "facts", leads: true, items: rest.map((d) => d.title) },
      ...all.flatMap((d) => d.blocks ?? []),
    ],
    clusters: all.flatMap((d) => d.clusters ?? []),
    cities: all.flatMap((d) => d.cities ?? []),
  };
}

function answer(
  answerer: Answerer,
  reading: Reading,
  question: Heard,
  before: Heard | undefined,
  listed: readonly string[],
  isFirst: boolean,
): Told | undefined {
  const { dataset } = answerer.relations;
  const followed = follow(before, question, listed, (name) => dataset.city.has(name));
  const { heard, carried, picked } = isPolluted(answerer, followed.heard, question)
    ? { heard: question, carried: [], picked: false }
    : followed;
  const refused = refusal(answerer.relations, reading, heard);
  if (refused) return { draft: withoutRefusal(answerer.quoter, reading, heard, refused), heard, picked };
  const found = withPassages(answerer.quoter, heard, premise(answerer, heard) ?? drafted(answerer, heard));
  const draft =
    found &&
    (secondBest(answerer.relations, answerer.search, heard, found) ??
      lastResort(answerer.relations, heard, found) ??
      found);
  // What holds for a city is not said of a district of it, unless the city was named beside it.
  const beside = heard.districts.some((d) => !heard.text.includes(d.city));
  const districts = beside ? heard.districts.map((d) => d.surface).filter((d) => !isToldOf(draft, d)) : [];
  // What stands in the same message has not to be said again.
  const taken = isFirst ? carried : [];
  return draft && { draft: withNotes(limited(draft, districts), taken, heard, reading), heard, picked };
}

/** 佛山机器人呢, after 谁管半导体: whole by itself, and of what was asked before it the documents say nothing. */
function isPolluted(answerer: Answerer, followed: Heard, question: Heard): boolean {
  if (followed === question) return false;
  // 软件比半导体大吗, after a figure that one of them has not: by what both have.
  if (several(question, "cluster") && has(question, "more", "less"))
    return drafted(answerer, followed)?.outcome === "unknown";
  if (!hasDim(question, "city") || !hasDim(question, "cluster")) return false;
  return drafted(answerer, followed)?.title.text.key === "statementNear";
}

// Answers --------------------------------------------------------------------------------------------------------------

const JUDGES: ReadonlySet<Query["op"]> = new Set(["verify", "reached", "revised"]);

/** 为什么中山不是家电的核心: what is taken for granted is judged first; the reasons are in no document. */
function premise({ relations, search }: Answerer, heard: Heard): Draft | undefined {
  const [span] = heard.flags.get("why") ?? [];
  if (!span || has(heard, "conflict")) return undefined;
  const flags = new Map([...heard.flags].filter(([flag]) => flag !== "why")).set("yesno", [span]);
  const claim: Heard = { ...heard, asked: true, flags, order: [...heard.order, "yesno"] };
  const [query] = isClaim(claim) ? interpret(claim) : [];
  if (!query || query.unused.length > 0 || !JUDGES.has(query.op) || query.from === "statement")
    return undefined;
  const whole = ofWholeCluster(relations, query) ?? query;
  const { verdict, ...draft } = tell(relations.dataset, select(relations, search, whole, heard.text));
  if (verdict === undefined || draft.outcome === "unknown") return undefined;
  const blocks = [urgentNote(text("noReason")), ...(draft.blocks ?? [])];
  return verdict === "yes" ? { ...draft, outcome: "clarify", blocks } : draft;
}

/** The first query's answer; where it has none, that of one that looks for the words themselves in the facts. */
function drafted({ relations, search }: Answerer, heard: Heard): Draft | undefined {
  const [first, ...others] = interpret(heard);
  if (!first) return undefined;
  const whole = ofWholeCluster(relations, first);
  const draftOf = (query: Query, rows = select(relations, search, query, heard.text)): Draft => {
    const told = tell(relations.dataset, rows);
    // A figure in doubt is told as such, whatever else was said.
    if (rows.kind === "conflicts" && rows.disputed) return told;
    const reference = referTo(query);
    const unused = unheeded(relations.dataset, heard, query, rows);
    const draft = limited({ ...told, ...(reference !== undefined && { reference }) }, unused);
    return isUnreasoned(heard, rows) && query.unused.length > unused.length ? unreasoned(draft) : draft;
  };
  if (whole) return ofWhole(draftOf(whole), named(constraints(first), "part"));
  const rows = select(relations, search, first, heard.text);
  const draft = draftOf(first, rows);
  const stated = first.from === "statement";
  // A figure of the very words that decides nothing is not made good by one without them.
  const found = rows.kind === "figure-verdict" && !rows.relaxed.includes("word");
  const unsure = draft.verdict === "unsaid" && !stated && !found && hasDim(heard, "word");
  if (draft.outcome === "answer" && !unsure) return draft;
  const isWordy = hasDim(heard, "word", "part", "topic");
  const wordy = others.find((q) => isWordy && q.from === "statement" && q.unused.length === 0);
  const other = wordy && draftOf(wordy);
  // A list of roles that is empty is not made good by a sentence about something like it.
  if (other?.outcome === "answer") return isRoleList(first) ? nearestTo(other) : other;
  const nearest = !unsure && draft.outcome === "unknown" && other?.outcome === "clarify" ? other : draft;
  return stated && draft.outcome === "clarify" ? nearest : (withoutWords(heard, draftOf) ?? nearest);
}

/** What a reference asks for, as it stands in today's dataset. @returns undefined for any other text. */
export function referredTo({ relations, search }: Answerer, words: string): Draft | undefined {
  const id = words.trim().toUpperCase();
  const fact = relations.dataset.fact.get(id);
  if (fact) return tellFact(relations.dataset, fact);
  const replaced = tellSuperseded(relations.dataset, id);
  if (replaced) return replaced;
  const query = openReference(relations.dataset, words);
  if (query === undefined) return undefined;
  if (query === "broken") return talk.brokenReference();
  const reference = referTo(query);
  const draft = tell(relations.dataset, select(relations, search, query, ""));
  return reference === undefined ? draft : { ...draft, reference };
}

/** What the question would get without the words nobody knows: the nearest answer, which says that they were not used. */
function withoutWords(heard: Heard, draftOf: (query: Query) => Draft): Draft | undefined {
  const isWord = ({ filter }: Heard["filters"][number]): boolean => filter.dim === "word";
  const words = heard.filters.filter(isWord);
  const rest = heard.filters.filter((h) => !isWord(h));
  if (words.length === 0 || rest.length === 0 || !namesEntity({ ...heard, filters: rest })) return undefined;
  const [query] = interpret({ ...heard, filters: rest });
  const draft = query?.unused.length === 0 ? draftOf(query) : undefined;
  const said = words.flatMap((w) => w.spans.map((s) => s.text));
  return draft?.outcome === "answer" ? limited(draft, said) : undefined;
}

const MOST_NOTES = 2;

/** How the question was read, where that was not obvious. */
function withNotes(draft: Draft, carried: readonly string[], heard: Heard, { repaired }: Reading): Draft {
  if (draft.outcome === "unknown") return draft;
  const notes = [
    ...(carried.length > 0 ? [text("carried", carried)] : []),
    ...repaired.map((r) => text("repaired", r)),
    ...heard.related.map((r) => text("mapped", r)),
    ...heard.districts.map((d) => text("districtNote", d)),
  ];
  return { ...draft, blocks: [...notes.slice(0, MOST_NOTES).map(urgentNote), ...(draft.blocks ?? [])] };
}
