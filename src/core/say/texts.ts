/** Every text of an answer and what it is given: plain values, never a sentence. A language is a `Catalogue` of them. */
import type { Conflict, Grade, Layer } from "../../dataset/documents.ts";
import type { Release } from "../../dataset/release.ts";
import type { City, Fact, Status, Topic } from "../../dataset/schema.ts";
import type { Verdict } from "../ask/amounts.ts";
import type { FigureRow, Giver } from "../ask/relations.ts";
import type { FigureCompareRows, FigureVerdictRows, RevisedRows, Scope } from "../ask/rows.ts";
import type { FigureJudged } from "./figure.ts";
import type { AskedNone, AskedOne, AskedTwo } from "./asked.ts";
import type { About, Term } from "../../dataset/language.ts";
import type { Command, Group, LanguageChoice } from "../commands.ts";
import type { Lingo } from "./lingo.ts";
import type { QuoteTexts } from "./quote-texts.ts";
import type { InParts, Judged, Names, RoleTexts } from "./role-texts.ts";
import type { Attribute } from "../query.ts";
import type { Citation } from "../types.ts";

export type { InParts, Judged, Listed, RoleTexts, RoleVerdict, Want } from "./role-texts.ts";

/** A language that lacks a text, or misreads what it is given, does not compile. */
export type Catalogue<T = Texts> = { [K in keyof T]: (args: T[K], lingo: Lingo) => string };
type None = undefined;
export type Texts = RoleTexts & FigureTexts & ListTexts & AreaTexts & StatementTexts & TalkTexts & QuoteTexts;

type Side = { name: string; row: FigureRow };
type Superlative = { extreme: "max" | "min"; names: Names };
type Coverage = { known: number; total: number };

export interface FigureTexts {
  figure: FigureRow;
  figureSides: { asked: Scope; row: FigureRow; sides: readonly FigureRow[] };
  figureNear: { asked: Scope; row: FigureRow };
  figureDraft: FigureRow;
  figureVerdict: Judged & FigureJudged;
  /** Of several amounts those that were not judged; `agree`: all the others are as claimed. */
  partsOpen: { parts: FigureVerdictRows["open"]; agree: boolean };
  figureList: Coverage & { scope: Scope; names: Names; negated: boolean };
  figureEntry: Side;
  figureBest: Side & Coverage & Superlative & { nth: number; tied: boolean; assumed: boolean };
  figureBestVerdict: Side & Judged & Superlative & { claimed: string };
  /** Why none of what follows is the largest. */
  unranked: FigureCompareRows["differ"];
  /** `asked`: by which measure; where none was said and it is no revenue, the first line names it. */
  larger: { top: Side; rest: readonly Side[]; direction: "max" | "min"; asked: boolean };
  /** The measure the compared have in common. */
  comparedBy: FigureRow;
  largerVerdict: Judged & { sides: readonly Side[] };
  notComparable: FigureCompareRows["differ"];
  /** Why they may not be compared, with both. */
  apart: { sides: readonly Side[]; differ: FigureCompareRows["differ"] };
  sideBySide: Pick<FigureCompareRows, "axis" | "sides">;
  gapBetween: { from: FigureRow; to: FigureRow };
  gapToTarget: { target: FigureRow; result: FigureRow };
  reached: Judged & { target: FigureRow; result: FigureRow | undefined };
  /** `last`: undefined where only one document has the target. */
  revised: Judged & Pick<RevisedRows, "first" | "last" | "change">;
  figuresTable: { class: string };
  noFigures: { cluster: string };
  unsure: Names;
  mixed: None;
}

export interface AreaTexts {
  area: { name: string; cities: readonly City[]; beside: readonly City[] };
  areas: Names;
  noArea: { cities: readonly City[]; beside: readonly City[] };
  /** Where a city is placed; the first of several is told with the verdict on all. */
  inArea: { city: City; judged?: Judged };
}

export interface ListTexts {
  classes: {
    groups: readonly { class: string; clusters: Names }[];
    not: string | undefined;
    counted: boolean;
    contains: string | undefined;
  };
  /** Of those named: who is of the class, or is not, and the others. */
  classAmong: { class: string; not: boolean; names: Names; others: Names };
  classLine: { class: string; clusters: Names };
  classHeading: { class: string };
  place: { class: string; place: number; cluster: string };
  noPlace: { place: number };
  classOf: { subject: string; own: string; part: boolean; cluster: string };
  classVerdict: Judged & { subject: string; claimed: string; own: Names; part: boolean; cluster: string };
  classCount: Judged & { counts: readonly { class: string; count: number }[] };
  cities: { name: string; not: boolean; cities: Names; counted: boolean };
  inRegion: Judged & { city: string; region: string; name: string };
  attribute: { attribute: Exclude<Attribute, "plate" | "nickname">; city: City; judged: Judged | undefined };
  overviewCluster: { cluster: string; class: string; cores: Names; more: boolean };
  overviewCity: { city: string; cores: Names; total: number; inParts: InParts; stated: Fact | undefined };
}

export interface StatementTexts {
  /** Words that were said before. */
  plain: string;
  /** A name of the dataset by itself. */
  name: string;
  sentence: Fact;
  /** Stands before the fact that is told in the place of another. */
  superseded: { old: string; by: string };
  line: Fact;
  /** What facts say, one after the other. */
  statements: readonly Fact[];
  /** The same, in full. */
  sentences: readonly Fact[];
  names: Names;
  /** Documents, by their clusters or their own names, and their numbers. */
  numbers: readonly { name: string; numbers: Names }[];
  statementVerdict: Judged & { fact: Fact };
  /** The nearest fact; `missing` words stand in none. */
  statementNear: { missing: Names; fact: Fact | undefined };
  /** The newest count, and the one before it that differs. */
  seriesCount: readonly FigureRow[];
  seriesCountVerdict: Judged & { row: FigureRow };
  disputed: { conflict: Conflict; verdict: boolean };
  conflictTitle: Conflict;
  conflicts: None;
  /** `scope` tells what was asked where it is not named. */
  nothing: { names?: Names; scope?: Scope; verdict: boolean };
  conflictFull: Conflict;
  conflictBrief: readonly Conflict[];
  remark: Fact;
  /** Why something is so stands in no document. */
  noReason: None;
  openList: None;
  closedToday: None;
  unused: Names;
  /** Stands before a first line that leaves these words out. */
  nearest: Names;
  /** Stands before a first line on the whole cluster, where a part was asked for that no document tells apart. */
  ofWhole: Names;
  unjudged: None;
  carried: Names;
  repaired: { from: string; to: string };
  mapped: { surface: string; cluster: string };
  districtNote: { surface: string; city: string };
  expectedOther: { expected: number; found: number };
  giver: Giver;
  heading:
    | "inParts"
    | "regional"
    | "ownCounts"
    | "besides"
    | "otherNamed"
    | "bySource"
    | "counts"
    | "figures";
}

type Word = { word: string };
/** A command as it is written, and a name that stands behind it. */
type Call = { call: string; topic: string | undefined };

export interface TalkTexts {
  help: None;
  helpHeading: Group;
  helpLine: Command;
  helpNote: None;
  greeting: None;
  introduction: None;
  introAsk: None;
  introForms: None;
  introLimits: None;
  thanks: None;
  nod: None;
  /** Said in the language that was asked for. */
  spoken: { choice: LanguageChoice };
  termOurs: None;
  /** `near`: the command that may have been meant. */
  unknownCommand: { near: string | undefined };
  empty: None;
  tooLong: None;
  unreadable: None;
  prompt: None;
  outside: Word & { verdict: boolean };
  blocked: Word & { verdict: boolean };
  elsewhere: Word;
  district: Word & { city: string };
  company: Word;
  industry: Word;
  whichCluster: { surface: string; options: Names };
  whichCity: { city: string };
  noFact: { id: string };
  missing: Command;
  unread: { known: Names; echo: string; command: Command };
  second: { first: string; command: Command };
  same: { name: string; command: Command };
  matrix: None;
  sources: { facts: number; sources: number; newest: string };
  sourceLine: { layer: Layer; id: string; count: number };
  /** Which data answer. */
  releases: readonly Release[];
  grades: None;
  /** A wish that a command fulfils, and that command as something to press. */
  byCommand: Call;
  wish: Call;
  nothingBefore: None;
  nothingThere: { place: string; listed: number };
  /** Whether the last answer is of whom it is said to be, and the documents it is from. */
  attributed: { verdict: Verdict; documents: Names };
  /** The documents the last answer rests on. */
  evidence: Names;
  links: None;
  link: Citation;
  whyAnswer: None;
  sure: { grades: readonly Grade[]; official: boolean };
  wrongAgain: None;
  /** The sources of the last answer do not contradict each other. */
  noConflict: None;
  /** A text that begins like a reference and is none. */
  brokenReference: None;
  /** What to send to another chat; without one, that there is nothing to send. */
  share: { reference: string | undefined };
  noMore: None;
  moreOf: None;
  sourceIs: { mark: number };
  noSource: { mark: number };
  whyCity: None;
  whyReport: None;
  whyRole: { label: string };
  whyStatus: Status;
  whyTopic: Topic | undefined;
  /** What the bot says of itself, with the figures of the dataset. */
  about: { about: About; values: Readonly<Record<string, string | number>> };
  terms: readonly Term[];
  ask: AskedNone | AskedOne | AskedTwo;
}
