/** Text → Frame: scan, repair what nobody knows, and gather the senses. */
import type { Dataset } from "../dataset/dataset.ts";
import { emptyFrame, type Frame, type Reading, push } from "./frame.ts";
import { buildLexicon, type Lexicon, scan } from "./lexicon.ts";
import type { Sense, Token } from "./tokens.ts";
import { type Part, questionClauses, splitClauses } from "./clauses.ts";
import { normalize, sentences } from "./normalize.ts";
import { createRepairer, type Repair, type Repairer } from "./repair.ts";
import { settle, withoutLooseNot } from "./settle.ts";

export interface Understander {
  /** @param text as the person typed it; any length, any characters. Never throws; linear time. */
  read(text: string): Reading;
}

const MOST_REPAIRS = 3;

/** 粤府函〔2020〕82号, with any bracket. */
const DOCNO = /粤\p{Script=Han}{1,8} ?[〔[(【]20\d\d[〕\])】] ?\d{1,4} ?号/u;

export function createUnderstander(dataset: Dataset): Understander {
  const lexicon = buildLexicon(dataset);
  const repairer = createRepairer(dataset);
  return {
    read(text) {
      const whole = normalize(text);
      const docno = DOCNO.exec(whole)?.[0].replaceAll(" ", "");
      const clean = docno === undefined ? whole : whole.replace(DOCNO, " 文号 ");
      const parts = sentences(clean).flatMap(({ text: sentence, asked }) =>
        splitClauses(sentence).map((clause) => ({ asked, ...scanRepaired(clause, lexicon, repairer) })),
      );
      return interpret(dataset, whole, questionClauses(parts), docno);
    },
  };
}

function scanRepaired(text: string, lexicon: Lexicon, repairer: Repairer): Repair & { tokens: Token[] } {
  let current: Repair & { tokens: Token[] } = { text, repaired: [], tokens: scan(lexicon, text) };
  for (let i = 0; i < MOST_REPAIRS; i += 1) {
    const next = repairer.repair(current.text, current.tokens);
    if (!next) return current;
    current = {
      ...next,
      repaired: [...current.repaired, ...next.repaired],
      tokens: scan(lexicon, next.text),
    };
    if (next.askCity !== undefined) return current;
  }
  return current;
}

function interpret(dataset: Dataset, clean: string, parts: readonly Part[], docno?: string): Reading {
  const frame = emptyFrame();
  if (docno !== undefined) frame.docno = docno;
  const reading: Reading = {
    frame,
    residual: [],
    ambiguous: [],
    blocked: [],
    outside: [],
    talk: [],
    repaired: parts.flatMap((p) => p.repaired),
    related: [],
    followUp: false,
    text: clean,
  };
  let weakKey = false;
  for (const part of parts.map(withoutLooseNot)) {
    if (part.askCity !== undefined) reading.askCity = part.askCity;
    for (const token of part.tokens) {
      if (token.senses.length === 0) addResidual(reading, token, dataset.words.contentSingles);
      for (const sense of token.senses) {
        if (sense.kind === "weakKey") weakKey = true;
        else addSense(reading, token, sense, dataset);
        if (sense.kind === "topic") push(frame.topicWords, token.surface);
        if (sense.kind === "ask" && /[几多]|how many/.test(token.surface)) push(frame.ops, "count");
        if (sense.kind === "op" && sense.op === "most") frame.superlative = token.surface;
      }
    }
  }
  settle(reading, parts, weakKey);
  return reading;
}

function addResidual(reading: Reading, token: Token, contentSingles: string): void {
  const ignorable = token.surface.length === 1 && !contentSingles.includes(token.surface);
  if (!ignorable) reading.residual.push(token.surface);
}

function addSense(reading: Reading, token: Token, sense: Sense, dataset: Dataset): void {
  const { frame } = reading;
  switch (sense.kind) {
    case "cluster":
      push(frame.clusters, sense.id);
      if (sense.how === "name") return;
      if (sense.how === "part") push(frame.parts, token.surface);
      reading.related.push({ surface: token.surface, cluster: sense.id });
      return;
    case "city":
      push(frame.named, sense.id);
      if (!token.surface.startsWith(sense.id) && /\p{Script=Han}/u.test(token.surface))
        frame.nicknames.push({ surface: token.surface, city: sense.id });
      return push(frame.cities, sense.id);
    case "set":
      frame.set = sense.id;
      return push(frame.cities, ...citiesOfSet(dataset, sense.id));
    case "ambiguous":
      reading.ambiguous.push({ surface: token.surface, options: sense.options });
      return;
    case "blocked":
      reading.blocked.push(token.surface);
      return;
    case "outside":
      reading.outside.push(token.surface);
      return;
    case "talk":
      return push(reading.talk, sense.talk);
    case "pronoun":
      reading.pronoun = sense.of;
      return;
    case "period":
      return push(frame.periods, token.surface);
    case "thing":
      return push(frame.things, sense.id);
    case "followUp":
      return;
    default:
      return addPredicate(frame, sense);
  }
}

function citiesOfSet(dataset: Dataset, id: string): string[] {
  return dataset.aliases.sets.find((set) => set.id === id)?.cities ?? [];
}

type PredicateSense = Exclude<
  Sense,
  {
    kind:
      | "cluster"
      | "city"
      | "set"
      | "ambiguous"
      | "blocked"
      | "outside"
      | "talk"
      | "pronoun"
      | "followUp"
      | "period"
      | "thing";
  }
>;

function addPredicate(frame: Frame, sense: PredicateSense): void {
  switch (sense.kind) {
    case "tier":
      return push(frame.tiers, sense.tier);
    case "ask":
      return push(frame.asks, sense.ask);
    case "topic":
      return push(frame.topics, sense.topic);
    case "measure":
      return push(frame.measures, sense.measure);
    case "figure":
      frame.figure = true;
      return;
    case "status":
      return push(frame.statuses, sense.status);
    case "scope":
      return push(frame.scopes, sense.scope);
    case "document":
      return push(frame.documents, sense.id);
    case "policy":
      frame.policy = true;
      return;
    case "relativeYear":
      frame.relativeYear = true;
      return;
    case "layer":
      frame.layer = sense.layer;
      return;
    case "op":
      return push(frame.ops, sense.op);
    case "year":
      return push(frame.years, sense.year);
    case "amount":
      frame.amounts.push(sense.amount);
      return;
    case "weakKey":
    case "stop":
      return;
  }
}
