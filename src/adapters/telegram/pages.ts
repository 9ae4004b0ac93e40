/** Long answers in pages, and what the buttons carry. */
import { pack } from "../../core/pack.ts";
import type { Answer, Ballot, Card } from "../../core/types.ts";
import { readVote, voteButtons } from "../shared/votes.ts";
import { render, renderPage, visibleLength } from "./render.ts";
import { type Words, WORDS } from "./words.ts";

/** Telegram's limits of a message: UTF-16 units after parsing, bytes before it, entities that are kept. */
export const MOST_UNITS = 4_096;
/** The same of what stands under a photo. */
export const MOST_CAPTION_UNITS = 1_024;
const MOST_BYTES = 30_000;
const MOST_ENTITIES = 90;
/** What a phone shows on two to three screens: shorter than Telegram allows, because people read it. */
const PAGE_UNITS = 1_800;

/** One page where all of it fits a message, most of it folded; else pages, each within every limit where its items are. */
export function paginate(answer: Answer, most = MOST_UNITS, units = PAGE_UNITS): Answer[] {
  if (fits(htmlOf(answer), most)) return [answer];
  return pack(answer, (page) => fits(renderPage(page), Math.min(most, units)));
}

const rendered = new WeakMap<Answer, string>();

/** The HTML of what is shown first of an answer, or of its first page; rendered once. */
export function htmlOf(page: Answer): string {
  const html = rendered.get(page) ?? render(page);
  rendered.set(page, html);
  return html;
}

function fits(html: string, units: number): boolean {
  const entities = html.match(/<[a-z]/gu)?.length ?? 0;
  return entities <= MOST_ENTITIES && visibleLength(html) <= units && Buffer.byteLength(html) <= MOST_BYTES;
}

export interface Button {
  text: string;
  callback_data: string;
}

/** What a button means; undefined for one we never made. */
export type ButtonData =
  | { kind: "question" | "card"; text: string }
  | { kind: "vote"; ballot: Ballot }
  | { kind: "page"; key: string; index: number };

/** Most bytes Telegram keeps with a button. */
const MOST_DATA_BYTES = 64;

export function readData(data: string): ButtonData | undefined {
  if (data.startsWith("q:") && data.length > 2) return { kind: "question", text: data.slice(2) };
  if (data.startsWith("c:") && data.length > 2) return { kind: "card", text: data.slice(2) };
  const ballot = readVote(data);
  if (ballot) return { kind: "vote", ballot };
  const page = /^p:(\w{1,20}):(\d{1,3})$/u.exec(data);
  return page ? { kind: "page", key: page[1] ?? "", index: Number(page[2]) } : undefined;
}

/** Rows of buttons: those of a card, or turning pages first, then one suggestion a row, then what people think of it. */
export function keyboard(answer: Answer, turn?: { key: string; index: number; pages: number }): Button[][] {
  if (answer.card) return cardRows(answer.card);
  const suggestions = answer.next.map(({ label, ask }): Button => ({
    text: label,
    callback_data: `q:${ask}`,
  }));
  const sendable = suggestions.filter((button) => Buffer.byteLength(button.callback_data) <= MOST_DATA_BYTES);
  const own = voteButtons(answer).map(({ label, data }): Button => ({ text: label, callback_data: data }));
  const votes = own.length > 0 ? [own] : [];
  return [
    ...(turn ? [turning(turn, WORDS[answer.locale])] : []),
    ...sendable.map((button) => [button]),
    ...votes,
  ];
}

/** What a telephone shows side by side, in columns: a Han character takes two, the edges of a button four. */
const MOST_COLUMNS = 40;
const columnsOf = (label: string): number =>
  [...label].reduce((sum, char) => sum + (/[\u1100-\uffff]/u.test(char) ? 2 : 1), 4);

/** Each group in as many rows as its labels need. */
function cardRows(card: Card): Button[][] {
  return card.flatMap((group) => {
    const rows: Button[][] = [];
    let room = 0;
    for (const { label, ask } of group) {
      const columns = columnsOf(label);
      if (columns > room) rows.push([]);
      room = (columns > room ? MOST_COLUMNS : room) - columns;
      rows.at(-1)?.push({ text: label, callback_data: `c:${ask}` });
    }
    return rows;
  });
}

function turning(
  { key, index, pages }: { key: string; index: number; pages: number },
  words: Words,
): Button[] {
  const to = (text: string, page: number): Button => ({ text, callback_data: `p:${key}:${page}` });
  return [
    ...(index > 0 ? [to(words.previous, index - 1)] : []),
    ...(index < pages - 1 ? [to(words.next, index + 1)] : []),
  ];
}

/** Names answers for their buttons. @param salt tells this process's keys from those of an earlier one, whose pages are forgotten. */
export function createKeys(salt: string): () => string {
  let count = 0;
  return () => `${salt}${(count++).toString(36)}`;
}
