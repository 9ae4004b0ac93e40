/** What the bot says in English. Every text of an answer is one of these; a language lacking one does not compile. */
import type { FigureRow } from "../ask/relations.ts";
import { EN_FIGURES } from "./en-figures.ts";
import { EN_AREAS } from "./en-areas.ts";
import { EN_LISTS } from "./en-lists.ts";
import { EN_NAMES } from "./en-names.ts";
import { EN_QUOTES } from "./en-quotes.ts";
import { EN_ROLES } from "./en-roles.ts";
import { notHeld } from "./en-scope.ts";
import { EN_TALK } from "./en-talk.ts";
import { capital, inner, join, judge, names, place, quoted, sentence } from "./en-words.ts";
import { number } from "./figure.ts";
import { type Lingo, saidBy, unnamed } from "./lingo.ts";
import type { Catalogue, StatementTexts } from "./texts.ts";

const HEADINGS: Readonly<Record<StatementTexts["heading"], string>> = {
  inParts: "In one industry only (provincial documents)",
  regional: "What provincial documents say of the region",
  ownCounts: "As the documents count",
  besides: "Also",
  otherNamed: "Otherwise named in provincial documents",
  bySource: "What each source says",
  counts: "Year by year",
  figures: "Figures",
};

/** 9 in 2024 (People's Daily). */
const countOf = (row: FigureRow, lingo: Lingo): string =>
  `${number(row.figure.value ?? 0)} in ${row.figure.year} (${saidBy(row.fact, lingo)})`;

const EN_STATEMENTS: Catalogue<StatementTexts> = {
  plain: (words) => words,
  name: (id, lingo) => lingo.name(id),
  sentence: (fact, lingo) => `${lingo.fact(fact)}.`,
  superseded: ({ old, by }) => `${old} has been superseded by ${by}: `,
  line: (fact, lingo) => lingo.fact(fact),
  sentences: (facts, lingo) => `${facts.map((f) => lingo.fact(f)).join(". ")}.`,
  numbers: (entries, lingo) =>
    `Numbers that we hold: ${entries.map((e) => `${lingo.inline(e.name)} ${e.numbers.map((n) => unnamed(n)).join(", ")}`).join("; ")}. None was found for the others.`,
  statements: (facts, lingo) => `${facts.map((f) => lingo.brief(f)).join(". ")}.`,
  names: (ids, lingo) => capital(names(ids, lingo)),
  statementVerdict: ({ fact, ...judged }, lingo) => {
    const lead = judged.verdict === "unsaid" ? "The documents do not say so; the nearest is" : judge(judged);
    return `${lead}: ${inner(lingo.brief(fact))}.`;
  },
  statementNear: ({ missing, fact }, lingo) => {
    const said = fact === undefined ? "" : ` ${inner(lingo.brief(fact))}.`;
    return missing.length > 0
      ? `I found nothing on ${join(missing.map(quoted))} in the documents; the nearest is:${said}`
      : `I found nothing that fits all of this; the nearest is:${said}`;
  },
  seriesCount: (counts, lingo) => `${counts.map((row) => countOf(row, lingo)).join("; ")}.`,
  seriesCountVerdict: ({ row, ...judged }, lingo) => {
    const lead = judged.verdict === "unsaid" ? "It depends on the year" : judge(judged);
    return `${lead}: ${countOf(row, lingo)}.`;
  },
  disputed: ({ conflict, verdict }, lingo) => {
    const lead = verdict
      ? "No, this figure is not reliable"
      : "This figure is disputed and cannot be used as it is";
    return `${lead}: ${inner(lingo.conflict(conflict).title)}.`;
  },
  conflictTitle: (conflict, lingo) => `${lingo.conflict(conflict).title}.`,
  conflicts: () => "These are the known contradictions between sources; asked about one, I give both sides:",
  nothing: ({ names: ids = [], scope, verdict }, lingo) => {
    const subject = (scope ? notHeld(scope, lingo) : names(ids, lingo, "or")) || "this";
    return sentence(
      `${verdict ? "the documents do not say so: " : ""}I found nothing on ${subject} in the documents we have`,
    );
  },

  // Notes and headings
  conflictFull: (conflict, lingo) => {
    const { title, say } = lingo.conflict(conflict);
    return `Sources differ: ${inner(title)}. ${say}.`;
  },
  conflictBrief: (conflicts, lingo) =>
    `Sources differ: ${conflicts.map((c) => inner(lingo.conflict(c).title)).join("; ")}.`,
  remark: (fact, lingo) => `Note: ${inner(lingo.note(fact))}.`,
  noReason: () => "The documents do not say why.",
  openList: () => 'The list in the text ends in "and others", so it may not be complete.',
  closedToday: () =>
    "What is not listed is only not written in the provincial documents we have; it does not mean that nothing is there.",
  ofWhole: (parts, lingo) =>
    `The documents give no city roles for ${join(parts.map((p) => quoted(lingo.name(p))))} alone; of the whole cluster: `,
  nearest: (words) => `Leaving out ${join(words.map(quoted))}, the nearest is: `,
  unused: (words) => sentence(`not used: ${join(words.map(quoted))}, so this is only the nearest answer`),
  unjudged: () => "I did not understand all of it and cannot say yes or no; what the documents say:",
  carried: (ids, lingo) => `Going on about ${names(ids, lingo)}.`,
  repaired: ({ from, to }, lingo) => sentence(`read ${quoted(from)} as ${known(to, lingo)}`),
  mapped: ({ surface, cluster }, lingo) =>
    sentence(`${quoted(surface)} is filed under ${lingo.inline(cluster)} by us, not by the documents`),
  districtNote: ({ surface, city }, lingo) =>
    `${place(surface)} is part of ${lingo.name(city)}; the documents are by city, and this is about ${lingo.name(city)}.`,
  expectedOther: ({ expected, found }) => `You said ${expected}; the documents let one count ${found}.`,
  giver: (giver) => EN_NAMES.givers[giver],
  heading: (name) => HEADINGS[name],
};

/** A name of ours in English, anything else as it was said. */
const known = (word: string, lingo: Lingo): string => {
  const name = lingo.inline(word);
  return name === word ? quoted(word) : name;
};

export const EN: Catalogue = {
  ...EN_STATEMENTS,
  ...EN_ROLES,
  ...EN_FIGURES,
  ...EN_LISTS,
  ...EN_AREAS,
  ...EN_TALK,
  ...EN_QUOTES,
};
