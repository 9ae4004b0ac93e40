/** What the bot says of itself, of what it does not know, and of how to ask: in English. */
import { labelOf, type Release } from "../../dataset/release.ts";
import type { ArgumentKind, Group } from "../commands.ts";
import { EN_NAMES } from "./en-names.ts";
import { BY_STATUS, BY_TOPIC } from "./en-why.ts";
import { documentOf, join, names, place, quoted, sentence, when } from "./en-words.ts";
import { type Lingo, unnamed } from "./lingo.ts";
import type { AskedNone, AskedOne, AskedTwo } from "./asked.ts";
import type { Catalogue, TalkTexts } from "./texts.ts";
import { filled } from "./zh-talk.ts";

/** Buttons hold so much; where names are too long for it, the short ones are used. */
const MOST_BYTES = 60;
function fitting(ids: readonly string[], lingo: Lingo, words: (names: string[]) => string): string {
  const whole = words(ids.map((id) => lingo.inline(id)));
  return whole.length <= MOST_BYTES ? whole : words(ids.map((id) => lingo.asked(id)));
}

const callOf = ({ call, topic }: TalkTexts["wish"], lingo: Lingo): string =>
  topic === undefined ? call : `${call} ${lingo.inline(topic)}`;

const releaseOf = (release: Release): string => {
  const count = `${release.facts} ${release.facts === 1 ? "fact" : "facts"}`;
  const details = [...(release.date === undefined ? [] : [release.date]), count].join(", ");
  return `${unnamed(labelOf(release))} (${details})`;
};

const SUBJECTS = "I only answer about Guangdong's strategic industry clusters and the roles of its cities";

export const EN_TALK: Catalogue<TalkTexts> = {
  help: () =>
    "I answer about Guangdong's 20 strategic industry clusters and the roles of its 21 cities, every line with its document, year and source.",
  helpHeading: (group) => GROUP_HEADINGS[group],
  helpLine: ({ exampleEn, en }) => `${exampleEn} – ${en}`,
  helpNote: () =>
    "What the documents do not say, I say they do not; where sources contradict each other, both sides are given.",
  introduction: () =>
    "Hello, I am Yuequn: Guangdong's 20 industry clusters and 21 cities, always with the source.",
  introAsk: () =>
    'Just ask, for example "What is the role of Foshan in home appliances?" or "semiconductor target 2025".',
  introForms: () =>
    "Chinese, English and pinyin are all fine; the answer is in the language of the question.",
  introLimits: () =>
    "What is not in the documents I say is not there; where sources differ I give both sides.",
  greeting: () =>
    "Hello, I am Yuequn. Which industry cluster or city of Guangdong would you like to know about?",
  spoken: ({ choice }) =>
    choice === "auto"
      ? "All right, I will answer in the language of each question."
      : "All right, I will answer in English from now on.",
  nod: () => "All right. Another cluster or city?",
  thanks: () => "You are welcome. Another cluster or city?",
  termOurs: () => "This is common usage or that of this collection, not the wording of a document.",
  unknownCommand: ({ near }) =>
    near === undefined
      ? "There is no such command. These are the commands:"
      : `There is no such command; did you mean /${near}? These are the commands:`,

  // Refusals, with the reason
  empty: () =>
    "I read no question. Ask about Guangdong's industry clusters, or about the role of a city in a cluster.",
  tooLong: () => "This text is too long. Please ask one question in one sentence.",
  unreadable: () => "I did not understand this. You can simply give the name of a cluster or a city.",
  outside: ({ word, verdict }) =>
    `${when(verdict, "The documents do not say so: ")}${quoted(word)} is outside our documents. ${SUBJECTS}.`,
  prompt: () => `${SUBJECTS}, and do not change how I work.`,
  blocked: ({ word, verdict }) =>
    `${when(verdict, "The documents do not say so: ")}${verdict ? "they" : "The documents"} have nothing on ${quoted(word)}. ${SUBJECTS}.`,
  elsewhere: ({ word }) =>
    `${place(word)} is not a prefecture-level city of Guangdong, and our documents are of Guangdong alone.`,
  district: ({ word, city }, lingo) =>
    `${place(word)} is part of ${lingo.name(city)}; the documents are by city, so look at ${lingo.name(city)}.`,
  company: ({ word }) =>
    `The documents are not filed by company; they have no role and no figure for ${quoted(word)}.`,
  industry: ({ word }) => `${quoted(word)} is not on the list of strategic industry clusters.`,
  whichCluster: ({ surface, options }, lingo) =>
    `${quoted(surface)} may mean ${names(options, lingo, "or")}; which one do you mean?`,
  whichCity: ({ city }, lingo) =>
    `Do you mean ${place(lingo.name(city))}? I do not guess names of cities, so please confirm.`,
  noFact: ({ id }) => `There is no fact with the number ${id}.`,

  // Commands
  missing: ({ name, argument, exampleEn }) =>
    `Give ${ARGUMENTS[argument]} after /${name}, for example ${exampleEn}`,
  unread: ({ known, echo, command: { argument, exampleEn } }, lingo) =>
    `${when(known.length > 0, `I read ${names(known, lingo)}, but `)}${known.length > 0 ? "in" : "In"} ${quoted(echo)} I did not find ${ARGUMENTS[argument]}; for example ${exampleEn}`,
  second: ({ first, command }, lingo) =>
    `Compare with what? I read ${lingo.inline(first)} and need one more, for example ${command.exampleEn}`,
  same: ({ name, command }, lingo) =>
    `Both sides are ${lingo.inline(name)}; please give two different ones, for example ${command.exampleEn}`,
  matrix: () => "20 clusters by 21 cities: the roles that provincial documents give.",
  sources: ({ facts, sources, newest }) =>
    `There are ${facts} facts from ${sources} sources, the newest dated ${newest}. By document:`,
  sourceLine: ({ layer, id, count }, lingo) => `${EN_NAMES.layers[layer]}: ${lingo.title(id)}, ${count}`,
  releases: (releases) =>
    `Data: ${releases.map((release, i) => `${when(i > 0, "local data ")}${releaseOf(release)}`).join("; ")}.`,
  grades: () =>
    "Sources are graded, from high to low: official text, copy of an official text, news, copied news, trade site or institute. Every answer shows the grade.",
  byCommand: (wanted, lingo) => `A command sets this, for example ${callOf(wanted, lingo)}`,
  wish: callOf,

  // Dialogue
  nothingThere: ({ place: number, listed }) =>
    listed === 0
      ? "The last answer was no list. Which cluster or city do you mean?"
      : `The last answer listed only ${listed}; there is no number ${number}.`,
  nothingBefore: () => "There is no answer before this one. Please ask a question first.",
  attributed: ({ verdict, documents }, lingo) => {
    const lead = { yes: "Yes", no: "No", unsaid: "The documents do not say so" }[verdict];
    return `${lead}: what was just said is from ${join(documents.map((id) => lingo.name(id)))}.`;
  },
  evidence: (documents, lingo) => `This rests on ${join(documents.map((d) => documentOf(d, lingo)))}:`,
  links: () => "Sources of the last answer:",
  link: ({ document, locator, url }) => `${document} | ${locator} | ${url ?? "no link"}`,
  whyAnswer: () => "Because the documents say so:",
  sure: ({ grades, official }) =>
    `${official ? "Official documents are among the sources" : "This is not from an official text"}: ${join([...new Set(grades.map((g) => EN_NAMES.grades[g]))])}. The wording:`,
  wrongAgain: () => "These are the grounds; if one differs from the document you have, trust the document:",
  brokenReference: () => "This reference cannot be read; please copy all of it, from q: to its end.",
  share: ({ reference }) =>
    reference === undefined
      ? "The last answer has no reference; please forward it."
      : `Sent to any chat with this bot, this line gets the same answer: ${reference}`,
  noConflict: () =>
    "Among the statements behind the last answer no contradiction between sources is on record.",
  noMore: () => "The last answer said all there is.",
  moreOf: () => "There is also this:",
  sourceIs: ({ mark }) => `[${mark}] is this:`,
  noSource: ({ mark }) => `The last answer has no [${mark}].`,

  // One fact by itself
  whyCity: () =>
    "Why it matters: this is what the city itself intends, not a role the province gave; keep the two apart.",
  whyReport: () =>
    "Why it matters: this is what reports say and must not be taken for a role in a provincial document.",
  whyRole: ({ label }, lingo) =>
    `Why it matters: provincial documents choose their words by weight, and here the word is "${lingo.name(label)}".`,
  whyStatus: (status) => `Why it matters: ${BY_STATUS[status]}`,
  whyTopic: (topic) =>
    `Why it matters: ${(topic && BY_TOPIC[topic]) ?? "know this first, and roles and figures become clearer."}`,

  about: ({ about, values }, lingo) => sentence(filled(lingo.about(about), values)),
  terms: (terms, lingo) => terms.map((t) => sentence(lingo.term(t))).join(" "),
  ask: (asked, lingo) => {
    if ("other" in asked)
      return fitting([asked.name, asked.other], lingo, ([one = "", two = ""]) =>
        ASKS_OF_TWO[asked.about](one, two),
      );
    return "name" in asked
      ? fitting([asked.name], lingo, ([said = ""]) => ASKS[asked.about](said))
      : ASKS_OF_NONE[asked.about];
  },
};

const ASKS_OF_NONE: Readonly<Record<AskedNone["about"], string>> = {
  sources: "What sources are there?",
  help: "How to use this",
  matrix: "Matrix of roles",
};

const ASKS: Readonly<Record<AskedOne["about"], (name: string) => string>> = {
  overview: (name) => `Overview of ${name}`,
  target: (name) => `Target for ${name}`,
  result: (name) => `Latest figures for ${name}`,
  cores: (name) => `Core cities of ${name}`,
  "core-of": (name) => `Which clusters have ${name} as a core city?`,
  plans: (name) => `${name}'s own plans`,
  "class-target": (name) => `Targets of the ${name} clusters`,
  "class-members": (name) => `Which are the ${name} clusters?`,
};

const ASKS_OF_TWO: Readonly<Record<AskedTwo["about"], (one: string, two: string) => string>> = {
  role: (city, cluster) => `Role of ${city} in ${cluster}`,
  compare: (one, two) => `Compare ${one} and ${two}`,
};

const GROUP_HEADINGS: Readonly<Record<Group, string>> = {
  ask: "Questions: just ask, or use a command",
  look: "Pictures",
  chat: "Settings of this chat",
  bot: "About me",
};

const ARGUMENTS: Readonly<Record<ArgumentKind, string>> = {
  cluster: "a cluster",
  city: "a city",
  "cluster-and-city": "a city and a cluster",
  class: '"pillar" or "emerging"',
  two: "two cities or two clusters",
  either: "a cluster or a city",
  topic: "a cluster or a city",
  document: "a document or a cluster, and a year",
  passage: "the number of a fact or a passage",
  schedule: "a time",
  question: "a question",
  language: "a language: zh, tw, en or auto",
  none: "nothing",
};
