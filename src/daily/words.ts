/** What a chat reads about its settings, a language each. A language that lacks a text does not compile. */
import type { LanguageChoice } from "../core/commands.ts";
import type { Locale } from "../core/types.ts";
import type { ZoneChoice } from "./zones.ts";

/** What the card of the settings offers: all of them, or the choices of one. */
export type View = "settings" | "times" | "zones" | "topics" | "clusters" | "cities";

/** A text and what it is given by name. */
type With<Given extends string> = (given: Readonly<Record<Given, string | number>>) => string;

export interface Words {
  /** How /daily is used, with everything, and how a topic is given. */
  example: string;
  topicExample: string;
  /** Names of topics that are no name of the dataset. */
  everything: string;
  pillars: string;
  emerging: string;
  zones: Readonly<Record<ZoneChoice, string>>;
  /** Between names, and between names of which one is meant. */
  and: string;
  or: string;
  /** A day and a time. `month` from 1. */
  moment: With<"month" | "day" | "time">;
  /** A subscription in one breath. */
  wish: With<"time" | "zone" | "topic">;

  turnedOn: With<"wish">;
  first: With<"moment">;
  change: string;
  /** What is kept while it is off. */
  keeps: With<"wish">;
  turnedOff: string;
  onAgain: string;
  wasOff: string;
  begin: With<"example">;
  paused: With<"days" | "moment">;
  resume: string;
  isOff: string;
  beginFreely: With<"example">;
  isGone: string;
  restart: string;
  isOn: With<"wish">;
  next: With<"moment">;
  isPaused: With<"wish">;
  afterPause: With<"moment">;
  noFacts: With<"topic" | "example">;
  lostTopic: With<"topic" | "example">;

  /** Buttons of the card. */
  card: {
    on: string;
    off: string;
    moreTimes: string;
    zone: With<"zone">;
    topic: With<"topic">;
    pause: With<"days">;
    now: string;
    clusters: string;
    cities: string;
    back: string;
  };
  /** Above the choices of one setting. */
  choose: Readonly<Record<Exclude<View, "settings">, string>>;

  /** A wrong use and how it is done. `problem` is one of those below. */
  wrong: With<"problem" | "example">;
  problems: {
    usage: With<"word">;
    time: With<"word">;
    zone: With<"word">;
    twoTimes: string;
    howLong: string;
    length: With<"word">;
    tooLong: With<"days">;
    topic: With<"word">;
    topicWords: With<"words">;
    oneTopic: With<"topics">;
    whichCity: With<"word" | "city">;
    ambiguous: With<"word" | "options">;
    language: With<"word">;
  };

  /** Where nothing can be set: the terminal, a text without a person. */
  elsewhere: With<"example">;
  /** The language from here on, where it is set for nobody else. */
  spoken: With<"name">;

  /** /privacy: what is kept, where and how long. */
  privacy: {
    title: string;
    memory: string;
    turn: string;
    answers: string;
    rate: string;
    database: string;
    subscription: string;
    delivery: string;
    seen: string;
    language: string;
    votes: string;
    note: string;
    /** Where questions nobody could answer are kept: what is said in the place of the title and the note, and what is kept. */
    keepsTexts: { title: string; texts: string; note: string };
    /** Where several processes share the database: what is said in the place of the title and the note, and what waits. */
    shares: { title: string; waiting: string; note: string };
  };

  adminsOnly: string;
  anyone: string;
  cannotCheck: string;
  noStore: string;
  askOn: string;
  forgotten: string;
  nothingKept: string;
  held: With<"wish">;
  notHeld: string;

  languages: Readonly<Record<LanguageChoice, string>>;
  language: With<"name">;
  languageSet: With<"name">;
  /** What a language that is set is good for, and what there is without one. */
  languageUse: string;
  languageAuto: string;
  heldLanguage: With<"name">;
  noHeldLanguage: string;
}

/** A language as this room speaks it: its words, and what topics, zones and moments are called in it. */
export interface Tongue {
  locale: Locale;
  words: Words;
  /** 深圳, Shenzhen: what people read of a topic as it is kept. */
  topic(topic: string): string;
  zone(zone: string): string;
  /** 11 月 27 日 09:00, in the zone of the chat. */
  moment(at: number, zone: string): string;
}

/** As much of it as texts need that name nothing of the dataset. */
export type Speech = Pick<Tongue, "locale" | "words">;

/** Said in whichever language it is wanted in. */
export type Said = (tongue: Tongue) => string;
