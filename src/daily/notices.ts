/** What a chat is told about its settings. Plain answers, so that every platform shows them as it shows all others. */
import type { LanguageChoice } from "../core/commands.ts";
import type { Answer, Block, Locale, Suggestion } from "../core/types.ts";
import type { Keeps } from "./place.ts";
import type { Said, Speech, Tongue, View } from "./words.ts";

/** The settings of a chat as they are told. */
export interface Told {
  time: string;
  zone: string;
  topic: string;
  state: "active" | "off" | "gone";
  next_run_at: number;
  paused_until: number | null;
}

/** @param next texts for buttons. */
function notice(
  { locale }: Speech,
  title: string,
  lines: readonly string[] = [],
  next: readonly (string | Suggestion)[] = [],
): Answer {
  return {
    outcome: "clarify",
    locale,
    title: { text: title, facts: [], marks: [] },
    blocks: lines.map(paragraph),
    sources: [],
    next: next.map((one) => (typeof one === "string" ? { label: one, ask: one } : one)),
    clusters: [],
    cities: [],
    facts: [],
  };
}

/** For whoever asked: an error, a refusal. */
const aside = (...said: Parameters<typeof notice>): Answer => ({ ...notice(...said), aside: true });

const paragraph = (text: string): Block => ({ kind: "text", text });

const wish = (tongue: Tongue, { time, zone, topic }: Told): string =>
  tongue.words.wish({ time, zone: tongue.zone(zone), topic: tongue.topic(topic) });

/** Sentences of one line. */
const line = ({ locale }: Tongue, ...sentences: readonly string[]): string =>
  sentences.join(locale === "en" ? " " : "");

export function turnedOn(tongue: Tongue, told: Told): Answer {
  const { words } = tongue;
  const first = words.first({ moment: tongue.moment(told.next_run_at, told.zone) });
  const title = words.turnedOn({ wish: wish(tongue, told) });
  return notice(tongue, title, [line(tongue, first, words.change)]);
}

export function turnedOff(tongue: Tongue, wasOn: boolean): Answer {
  const { turnedOff: off, onAgain, wasOff, begin, example } = tongue.words;
  return wasOn ? notice(tongue, off, [onAgain]) : notice(tongue, wasOff, [begin({ example })]);
}

export function paused(tongue: Tongue, told: Told, days: number): Answer {
  const moment = tongue.moment(told.next_run_at, told.zone);
  return notice(tongue, tongue.words.paused({ days, moment }), [tongue.words.resume]);
}

/** As everybody may see it. */
export function status(tongue: Tongue, told: Told | undefined): Answer {
  const { words } = tongue;
  const said = told && { wish: wish(tongue, told) };
  if (!told || !said || told.state === "off") {
    const kept = said ? [words.keeps(said)] : [];
    return notice(tongue, words.isOff, [...kept, words.beginFreely({ example: words.example })], ["/fact"]);
  }
  if (told.state === "gone") return notice(tongue, words.isGone, [words.restart], ["/fact"]);
  const moment = tongue.moment(told.next_run_at, told.zone);
  if (told.paused_until !== null)
    return notice(tongue, words.isPaused(said), [words.afterPause({ moment })], ["/fact"]);
  const next = line(tongue, words.next({ moment }), words.change);
  return notice(tongue, words.isOn(said), [next], ["/fact"]);
}

/** Above the choices of one setting. */
export const choices = (tongue: Tongue, view: Exclude<View, "settings">): Answer =>
  notice(tongue, tongue.words.choose[view]);

export const wrong = (tongue: Tongue, problem: Said, example: Said, next = "/daily status"): Answer =>
  aside(tongue, tongue.words.wrong({ problem: problem(tongue), example: example(tongue) }), [], [next]);

export function noFacts(tongue: Tongue, topic: string): Answer {
  const { noFacts: none, example } = tongue.words;
  return aside(tongue, none({ topic: tongue.topic(topic), example }), [], ["/daily status"]);
}

export function lostTopic(tongue: Tongue, topic: string): Answer {
  const { lostTopic: lost, example } = tongue.words;
  return aside(tongue, lost({ topic: tongue.topic(topic), example }), [], ["/daily status"]);
}

export const adminsOnly = (tongue: Tongue): Answer =>
  aside(tongue, tongue.words.adminsOnly, [tongue.words.anyone], ["/fact", "/daily status"]);

export const cannotCheck = (tongue: Tongue): Answer => aside(tongue, tongue.words.cannotCheck);

export const noStore = (tongue: Tongue): Answer => aside(tongue, tongue.words.noStore, [tongue.words.askOn]);

export const forgotten = (tongue: Speech, had: boolean): Answer =>
  notice(tongue, had ? tongue.words.forgotten : tongue.words.nothingKept);

/** What the chat itself has, before the general part of /privacy. */
export function held(tongue: Tongue, told: Told | undefined, locale: Locale | undefined): Block[] {
  const { words } = tongue;
  return [
    told && told.state !== "off" ? words.held({ wish: wish(tongue, told) }) : words.notHeld,
    locale ? words.heldLanguage({ name: words.languages[locale] }) : words.noHeldLanguage,
  ].map(paragraph);
}

/**
 * What the bot keeps about chats and people, the same wherever it is asked.
 */
export function privacy(speech: Speech, keeps: Keeps): Answer {
  const { privacy: words } = speech.words;
  const { title, note } = keeps.turns ? words.shares : keeps.texts ? words.keepsTexts : words;
  const { subscription, delivery, seen, language: set, votes } = words;
  const texts = keeps.texts ? [words.keepsTexts.texts] : [];
  const turns = [words.turn, words.rate];
  const stored = [
    ...(keeps.turns ? [words.shares.waiting, ...turns] : []),
    subscription,
    delivery,
    seen,
    set,
  ];
  const items = keeps.turns ? [words.answers] : [words.turn, words.answers, words.rate];
  // No button for /forget: it would be pressed by mistake.
  return {
    ...notice(speech, title, [], ["/sources", "/help"]),
    blocks: [
      { kind: "list", heading: words.memory, items },
      { kind: "list", heading: words.database, items: [...stored, votes, ...texts] },
      { kind: "note", text: note },
    ],
  };
}

/** Where nothing is kept nothing can be set. @param example how it is set elsewhere. */
export const elsewhere = (speech: Speech, example: string): Answer =>
  notice(speech, speech.words.elsewhere({ example }), [], ["/fact", "/help"]);

/** Where nothing is kept a language lasts as long as the conversation. */
export const spoken = (speech: Speech): Answer =>
  notice(
    speech,
    speech.words.spoken({ name: speech.words.languages[speech.locale] }),
    [],
    choicesBeside(speech, speech.locale),
  );

/** Words of /language for its buttons: what is pressed is the text of the command. */
const CHOICES: Readonly<Record<LanguageChoice, string>> = {
  "zh-CN": "/language zh",
  "zh-TW": "/language tw",
  en: "/language en",
  auto: "/language auto",
};

/** @param isNew it was set just now. */
export function language(tongue: Tongue, choice: LanguageChoice, isNew: boolean): Answer {
  const { words } = tongue;
  const name = words.languages[choice];
  return notice(
    tongue,
    isNew ? words.languageSet({ name }) : words.language({ name }),
    [choice === "auto" ? words.languageAuto : words.languageUse],
    choicesBeside(tongue, choice),
  );
}

const choicesBeside = ({ words }: Speech, choice: LanguageChoice): Suggestion[] =>
  (Object.keys(CHOICES) as LanguageChoice[])
    .filter((other) => other !== choice)
    .map((other) => ({ label: words.languages[other], ask: CHOICES[other] }));
