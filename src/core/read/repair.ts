/** Reads misspellings: pinyin, homophones, one edit. Only where the scan found nothing, and never between cities. */
import { MIN_EDIT_HAN, MIN_EDIT_LATIN } from "../../text/edits.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { isOneEdit } from "../../text/distance.ts";
import type { Token } from "./senses.ts";
import { isHan } from "../../text/script.ts";
import { southern, spell } from "../../text/pinyin.ts";

/** Official names of four characters are at least three edits from each other: one wrong character is safe. */
const OFFICIAL_HAN = 4;
/** A shorter name is too near to others, and so is a shorter stretch to any name. */
const SHORTEST = 3;

/** A clause with more stretches that nobody knows is no question with a slip in it: no more of them are looked at. */
const MOST_UNKNOWN = 40;

export interface Repair {
  text: string;
  repaired: { from: string; to: string }[];
  /** A misspelt Latin city: ask, do not guess. */
  askCity?: string;
}

export interface Repairer {
  /** The text with misspellings replaced, or undefined where there is nothing to repair. */
  repair(text: string, tokens: readonly Token[]): Repair | undefined;
}

interface Name {
  surface: string;
  city: boolean;
  /** The cluster's official name, not another name for it. */
  official: boolean;
}

/** Tables for the repairs of one dataset. */
export function createRepairer(dataset: Dataset): Repairer {
  const { aliases } = dataset;
  const names: Name[] = [
    ...aliases.clusters.flatMap((c) =>
      c.names.map((surface) => ({ surface, city: false, official: surface === c.id })),
    ),
    ...aliases.cities.flatMap((c) => c.names.map((surface) => ({ surface, city: true, official: false }))),
  ];
  const words = repairableWords(dataset);
  // Of two characters only a city is repaired.
  const han = [...names, ...words].filter(
    ({ surface, city }) => (city || surface.length >= SHORTEST) && [...surface].every(isHan),
  );
  const latin = [...names, ...words].filter(({ surface }) => /^[a-z][a-z -]+$/.test(surface));
  const sounds = soundsOf(dataset.homophones);
  return {
    repair(text, tokens) {
      const unknown = tokens.filter(({ sense }) => sense === undefined);
      for (const token of unknown.slice(0, MOST_UNKNOWN)) {
        const fixed = /[a-z]/.test(token.surface)
          ? repairLatin(text, token, tokens, latin, dataset.pinyin)
          : repairHan(text, token, han, sounds);
        if (fixed) return fixed;
      }
      return undefined;
    },
  };
}

/** Words of a question worth repairing: names of the classes, and English words for what is asked. */
function repairableWords({ words }: Dataset): Name[] {
  const tables = [words.classes, words.status, words.measures, words.tiers, words.asks];
  const surfaces = tables.flatMap((table) => Object.values(table).flatMap((s) => s ?? []));
  const fit = surfaces.filter((s) =>
    /^[a-z]+$/.test(s) ? s.length >= MIN_EDIT_LATIN : s.length > MIN_EDIT_HAN,
  );
  return fit.map((surface) => ({ surface, city: false, official: false }));
}

function soundsOf(homophones: Readonly<Record<string, string>>): Map<string, Set<string>> {
  const sounds = new Map<string, Set<string>>();
  for (const [sound, chars] of Object.entries(homophones)) {
    for (const char of chars) {
      const set = sounds.get(char) ?? new Set<string>();
      sounds.set(char, set.add(sound));
    }
  }
  return sounds;
}

const replace = (text: string, start: number, end: number, to: string): string =>
  `${text.slice(0, start)}${to}${text.slice(end)}`;

function fix(text: string, start: number, end: number, to: string): Repair {
  return { text: replace(text, start, end, to), repaired: [{ from: text.slice(start, end), to }] };
}

// Han ---------------------------------------------------------------------------------------------------------

function repairHan(
  text: string,
  token: Token,
  names: readonly Name[],
  sounds: Map<string, Set<string>>,
): Repair | undefined {
  for (const name of names) {
    const found = name.city
      ? homophoneCity(token, name.surface, sounds)
      : findWindow(text, token, name, sounds);
    if (found) return fix(text, found.start, found.end, name.surface);
  }
  return undefined;
}

interface Span {
  start: number;
  end: number;
}

/** 惠洲: the whole unknown stretch sounds like the city and shares a character with it. */
function homophoneCity(token: Token, city: string, sounds: Map<string, Set<string>>): Span | undefined {
  return soundsLike(token.surface, city, sounds) ? token : undefined;
}

/** A stretch of text that touches the unknown one and reads as the cluster's name: same sound, swapped or one edit. */
function findWindow(
  text: string,
  token: Token,
  name: Name,
  sounds: Map<string, Set<string>>,
): Span | undefined {
  const { surface } = name;
  const slack = surface.length >= MIN_EDIT_HAN ? 1 : 0;
  const first = Math.max(0, token.start - surface.length);
  if (!sharesCharacter(text, first, token.end + surface.length, surface)) return undefined;
  for (let start = first; start < token.end; start += 1) {
    for (let length = surface.length + slack; length >= surface.length - slack; length -= 1) {
      const end = start + length;
      if (end <= token.start || end > text.length || length < SHORTEST) continue;
      const window = text.slice(start, end);
      if (!window.includes(surface) && readsAs(window, name, sounds)) return { start, end };
    }
  }
  return undefined;
}

/** Every repair keeps a character: most names are out before any window is looked at. */
function sharesCharacter(text: string, from: number, to: number, name: string): boolean {
  for (let i = from; i < to && i < text.length; i += 1) if (name.includes(text.charAt(i))) return true;
  return false;
}

function readsAs(window: string, { surface, official }: Name, sounds: Map<string, Set<string>>): boolean {
  if (soundsLike(window, surface, sounds) || isSwap(window, surface)) return true;
  const replaced = official && surface.length === OFFICIAL_HAN && window.length === OFFICIAL_HAN;
  const editable = replaced || surface.length >= MIN_EDIT_HAN;
  return editable && isOneEdit(window, surface) && [...window].every(isHan);
}

function soundsLike(text: string, name: string, sounds: Map<string, Set<string>>): boolean {
  if (text.length !== name.length || text === name) return false;
  let same = 0;
  for (let i = 0; i < name.length; i += 1) {
    const a = text.charAt(i);
    const b = name.charAt(i);
    if (a === b) same += 1;
    else if (!shareSound(a, b, sounds)) return false;
  }
  return same > 0;
}

function shareSound(a: string, b: string, sounds: Map<string, Set<string>>): boolean {
  const other = sounds.get(b);
  if (!other) return false;
  for (const sound of sounds.get(a) ?? []) if (other.has(sound)) return true;
  return false;
}

/** Two neighbouring characters changed places: 智家能电. */
function isSwap(text: string, name: string): boolean {
  if (text.length !== name.length || text === name) return false;
  let at = 0;
  while (text.charAt(at) === name.charAt(at)) at += 1;
  const swapped = text.charAt(at) === name.charAt(at + 1) && text.charAt(at + 1) === name.charAt(at);
  return swapped && text.slice(at + 2) === name.slice(at + 2);
}

// Latin -------------------------------------------------------------------------------------------------------

function repairLatin(
  text: string,
  token: Token,
  tokens: readonly Token[],
  names: readonly Name[],
  pinyin: Readonly<Record<string, string>>,
): Repair | undefined {
  const run = latinRun(token, tokens);
  for (const span of [run, token]) {
    const han = spell(text.slice(span.start, span.end), pinyin);
    // Pinyin is a way of writing, not a misspelling: nothing to own up to.
    if (han) return { text: replace(text, span.start, span.end, han), repaired: [] };
  }
  return nearLatin(text, token, names);
}

/** The unknown Latin word with the Latin words around it: ban dao ti. */
function latinRun(token: Token, tokens: readonly Token[]): Span {
  const isLatinToken = (t: Token | undefined): boolean => t !== undefined && /^[a-z ]+$/.test(t.surface);
  let from = tokens.indexOf(token);
  let to = from;
  while (isLatinToken(tokens[from - 1])) from -= 1;
  while (isLatinToken(tokens[to + 1])) to += 1;
  return { start: tokens[from]?.start ?? token.start, end: tokens[to]?.end ?? token.end };
}

function nearLatin(text: string, token: Token, names: readonly Name[]): Repair | undefined {
  const word = token.surface;
  const alike = names.filter(({ surface, city }) => city && southern(surface) === southern(word));
  if (alike.length === 1) return fix(text, token.start, token.end, alike[0]?.surface ?? word);
  if (word.length < MIN_EDIT_LATIN - 1) return undefined;
  const near = names.filter(
    ({ surface }) => surface.length >= MIN_EDIT_LATIN && !surface.includes(" ") && isOneEdit(word, surface),
  );
  const city = near.find((name) => name.city);
  if (city) return { text, repaired: [], askCity: city.surface };
  return near[0] ? fix(text, token.start, token.end, near[0].surface) : undefined;
}
