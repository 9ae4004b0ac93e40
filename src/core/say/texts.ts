/** Every text of an answer and what it is given: plain values, never a sentence. A language is a `Catalogue` of them. */
import type { Conflict, Grade, Layer } from "../../dataset/documents.ts";
import type { City, Fact, Status, Tier, Topic } from "../../dataset/schema.ts";
import type { Verdict } from "../ask/amounts.ts";
import type { FigureRow, Giver } from "../ask/relations.ts";
import type { FigureCompareRows, RevisedRows, Scope } from "../ask/rows.ts";
import type { AskedNone, AskedOne, AskedTwo } from "./asked.ts";
import type { About, Term } from "../../dataset/language.ts";
import type { Command, Group, LanguageChoice } from "../commands.ts";
import type { Lingo } from "./lingo.ts";
import type { Attribute, Quantifier } from "../query.ts";
import type { Citation } from "../types.ts";

/** A language that lacks a text, or misreads what it is given, does not compile. */
export type Catalogue<T = Texts> = { [K in keyof T]: (args: T[K], lingo: Lingo) => string };
export type Texts = RoleTexts & FigureTexts & ListTexts & StatementTexts & TalkTexts;

export type Want = "city" | "cluster";
type Names = readonly string[];
type None = undefined;

/** Of the claim as it was made; a negated claim holds where the thing does not. */
export interface Judged {
  verdict: Verdict;
  negated: boolean;
}

/** The cities of some clusters, or the clusters of some cities, and the roles they must have. */
export interface Listed {
  want: Want;
  /** The clusters whose cities, or the cities whose clusters, are listed. */
  subject: Names;
  tiers: readonly Tier[];
}
/** Who has a role in an industry beside the cluster only, and in which. */
export type InParts = readonly { name: string; parts: Names }[];
interface Limited {
  inParts: InParts;
}
interface Narrowed extends Listed {
  /** How the list was narrowed; its documents by their short names. */
  where: Scope;
}
interface Role {
  city: string;
  cluster: string;
  labels: Names;
  doubtful: boolean;
}
export interface RoleVerdict extends Role {
  verdict: Verdict;
  negated: boolean;
  tiers: readonly Tier[];
  holders: Names;
}
interface Sorted {
  yes: Names;
  no: Names;
  quantifier: Quantifier | undefined;
}
interface Ranked {
  want: Want;
  tiers: readonly Tier[];
}

export interface RoleTexts {
  members: Narrowed & { names: Names; parts: Names; each: boolean; doubtful: boolean };
  complement: Narrowed & { names: Names; open: boolean };
  noMembers: Narrowed & { near: Names };
  /** Of those the province names none; cities and reports name some. */
  onlyOthers: Narrowed & { names: Names };
  /** A role word with its members and its document. */
  group: { label: string; names: Names; document: string; count: boolean };
  role: Role;
  /** `other`: what somebody else says instead. */
  noRole: { city: string; cluster: string; other: Fact | undefined };
  /** How many clusters have the city as core is told, which they are is not. */
  numberOnly: { fact: Fact; judged?: Judged };
  /** Of what is asked the province gave nothing, of the cluster itself it did. */
  roleWider: { city: string; cluster: string; where: Scope; labels: Names };
  roleVerdict: RoleVerdict;
  rolesVerdict: Listed & Judged & Sorted & Limited & { unsaid: Names };
  /** `open`: a list of those who have it may go on. */
  onlyVerdict: Listed &
    Judged &
    Limited & {
      asked: Names;
      names: Names;
      others: Names;
      open: boolean;
      /** The sources disagree about these. */
      disputed: Names;
    };
  countVerdict: Listed & Judged & Limited & { expected: number; names: Names; disputed: Names };
  insideVerdict: Listed & Judged & Sorted & Limited & { inside: string; open: boolean };
  anyVerdict: Narrowed & Judged & Limited & { names: Names };
  counts: Ranked &
    Limited & {
      entries: readonly { name: string; count: number }[];
      extreme: "max" | "min";
      judged: Judged | undefined;
    };
  ranking: Ranked & Limited & { top: Names; count: number; extreme: "max" | "min" };
  rankLine: { name: string; count: number; members: Names };
  compared: Limited & { names: Names; of: Want; common: Names };
  /** Those of the compared, within the clusters that were named, of whom nothing is held. */
  notCompared: { names: Names; of: Want; clusters: Names };
  pairLine: { subject: string; said: readonly { name: string; labels: Names }[] };
  onlyOne: { name: string; names: Names };
  rolesLine: { cluster: string; said: readonly { label: string; names: Names }[] };
}

type Side = { name: string; row: FigureRow };
type Coverage = { known: number; total: number };

export interface FigureTexts {
  figure: FigureRow;
  figureNear: { asked: Scope; row: FigureRow };
  figureDraft: FigureRow;
  /** `under`: the claim is that it is less: 没到. */
  figureVerdict: Judged & { asked: Scope; row: FigureRow; under: boolean; far: boolean };
  figureList: Coverage & { scope: Scope; names: Names; negated: boolean };
  figureEntry: Side;
  figureBest: Side & Coverage & { extreme: "max" | "min"; names: Names };
  figureBestVerdict: Side & Judged & { claimed: string; extreme: "max" | "min" };
  larger: { top: Side; rest: readonly Side[]; direction: "max" | "min" };
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

export interface ListTexts {
  classes: {
    groups: readonly { class: string; clusters: Names }[];
    not: string | undefined;
    counted: boolean;
    contains: string | undefined;
  };
  classLine: { class: string; clusters: Names };
  classHeading: { class: string };
  place: { class: string; place: number; cluster: string };
  noPlace: { place: number };
  classOf: { subject: string; own: string; part: boolean; cluster: string };
  classVerdict: Judged & { subject: string; claimed: string; own: Names; part: boolean; cluster: string };
  classCount: Judged & { counts: readonly { class: string; count: number }[] };
  cities: { name: string; not: boolean; cities: Names; counted: boolean };
  inRegion: Judged & { city: string; region: string; name: string };
  attribute: { attribute: Exclude<Attribute, "plate" | "nickname">; city: City };
  overviewCluster: { cluster: string; class: string; cores: Names; more: boolean };
  overviewCity: { city: string; cores: Names; total: number; inParts: InParts; stated: Fact | undefined };
}

export interface StatementTexts {
  /** Words that were said before. */
  plain: string;
  /** A name of the dataset by itself. */
  name: string;
  sentence: Fact;
  line: Fact;
  /** What facts say, one after the other. */
  statements: readonly Fact[];
  /** The same, in full. */
  sentences: readonly Fact[];
  names: Names;
  statementVerdict: Judged & { fact: Fact };
  statementNear: { missing: Names };
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
  openList: None;
  closedToday: None;
  unused: Names;
  /** Stands before a first line that leaves these words out. */
  nearest: Names;
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
  /** Said in the language that was asked for. */
  spoken: { choice: LanguageChoice };
  termOurs: None;
  unknownCommand: None;
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
  grades: None;
  /** A wish that a command fulfils, and that command as something to press. */
  byCommand: Call;
  wish: Call;
  nothingBefore: None;
  nothingThere: { place: string; listed: number };
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
