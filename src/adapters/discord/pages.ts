/** Buttons under an answer: what they carry, and the pages they turn. */
import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from "discord.js";
import { pack } from "../../core/pack.ts";
import { FRAMES } from "../../core/say/frame.ts";
import { split } from "../../core/short.ts";
import type { Answer, Ballot, Locale, Suggestion } from "../../core/types.ts";
import type { Drawing } from "../shared/drawing.ts";
import type { Shelf } from "../shared/shelf.ts";
import { areFew } from "../shared/sources.ts";
import { readVote, voteButtons } from "../shared/votes.ts";
import { clip } from "./escape.ts";
import { fits } from "./render.ts";
import { WORDS } from "./words.ts";

/** Discord: 5 buttons a row, label 80, custom_id 100. */
const MOST_BUTTONS = 5;
const MOST_LABEL = 80;
const MOST_ID = 100;

/** The pages of an answer, each within Discord's limits. */
export const paginate = (answer: Answer): Answer[] => pack(answer, fits);

/** An answer as it is shown, under the name its buttons know. */
export interface Book {
  key: string;
  /** What is shown first: the short form where it leaves something out, and else the first of all pages. */
  first: { short: Answer } | { pages: readonly Answer[] };
  /** Sent with what is shown first, and shown on every page. */
  drawing?: Drawing | undefined;
}

/** Makes a book of an answer; what a button may turn to stays on the shelf. */
export function open(shelf: Shelf, key: string, answer: Answer): Book {
  const { short, rest } = split(answer);
  const isWhole = rest.length === 0 && areFew(answer);
  if (isWhole) return { key, first: { pages: shelf.put(key, paginate(answer)) } };
  shelf.promise(key, () => paginate(answer));
  return { key, first: { short } };
}

export type Row = APIActionRowComponent<APIButtonComponent>;

/** What a button says when pressed: another question, or a page of the answer it stands under. */
export type Press =
  | { kind: "ask" | "card"; text: string }
  | { kind: "vote"; ballot: Ballot }
  | { kind: "page"; key: string; index: number };

/** @returns undefined for a button that is not, or no longer, ours. */
export function parsePress(customId: string): Press | undefined {
  const [kind = "", first = "", second = ""] = customId.split(":", 3);
  if (kind === "ask" || kind === "card")
    return first === "" ? undefined : { kind, text: customId.slice(kind.length + 1) };
  const ballot = readVote(customId);
  if (ballot) return { kind: "vote", ballot };
  if (kind === "page" && /^\d{1,3}$/u.test(second)) return { kind, key: first, index: Number(second) };
  return undefined;
}

/** @param key names the answer the pages belong to, see `Shelf`. */
export function buttons(answer: Answer, key: string, index: number, of: number): Row[] {
  if (answer.card) return rowsOf(...answer.card.flatMap(cardRows));
  return rowsOf(
    of > 1 ? turning(answer.locale, key, index, of) : [],
    suggestions(answer.next),
    votes(answer),
  );
}

/** Below a short answer: one that shows all of it in its place. */
export const moreButtons = (answer: Answer, key: string): Row[] =>
  rowsOf(
    [{ ...button(FRAMES[answer.locale].more, `page:${key}:0`), style: ButtonStyle.Primary }],
    suggestions(answer.next),
    votes(answer),
  );

const rowsOf = (...rows: readonly APIButtonComponent[][]): Row[] =>
  rows.filter((row) => row.length > 0).map((components) => ({ type: ComponentType.ActionRow, components }));

const votes = (answer: Answer): APIButtonComponent[] =>
  voteButtons(answer).map(({ label, data }) => button(label, data));

/** Five a row. */
function cardRows(group: readonly Suggestion[]): APIButtonComponent[][] {
  const all = group.map(({ label, ask }) => button(label, `card:${ask}`));
  return Array.from({ length: Math.ceil(all.length / MOST_BUTTONS) }, (_, row) =>
    all.slice(row * MOST_BUTTONS, (row + 1) * MOST_BUTTONS),
  );
}

const turning = (locale: Locale, key: string, index: number, of: number): APIButtonComponent[] => [
  {
    ...button(WORDS[locale].previous, `page:${key}:${index - 1}`),
    style: ButtonStyle.Primary,
    disabled: index === 0,
  },
  {
    ...button(WORDS[locale].next, `page:${key}:${index + 1}`),
    style: ButtonStyle.Primary,
    disabled: index === of - 1,
  },
];

/** Two buttons with one id would make Discord refuse the whole message. */
function suggestions(next: readonly Suggestion[]): APIButtonComponent[] {
  const asked = new Map(next.map(({ label, ask }) => [`ask:${ask}`, label]));
  const short = [...asked].filter(([id]) => id.length <= MOST_ID);
  return short.slice(0, MOST_BUTTONS).map(([id, label]) => button(label, id));
}

const button = (label: string, id: string) =>
  ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: clip(label, MOST_LABEL),
    custom_id: id,
  }) as const;
