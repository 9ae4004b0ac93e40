/** A review as lines of a terminal. Pure: nothing here writes. */
import { columnsOf } from "../../../text/columns.ts";
import type { Proposal } from "../proposal.ts";
import { countsOf, current, type Item, type Review } from "./state.ts";

export interface Size {
  columns: number;
  rows: number;
}

/** What fits into so many columns. */
export function cut(text: string, columns: number): string {
  let width = 0;
  let kept = "";
  for (const char of text) {
    width += columnsOf(char);
    if (width > columns) return kept;
    kept += char;
  }
  return kept;
}

/** Lines of at most so many columns. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (let rest = text; rest !== "";) {
    const line = cut(rest, columns) || rest.charAt(0);
    lines.push(line);
    rest = rest.slice(line.length);
  }
  return lines;
}

const MARKS = { accepted: "+", skipped: "-" } as const;

const bold = (text: string, colour: boolean): string => (colour ? `\u001b[1m${text}\u001b[0m` : text);
const inverse = (text: string, colour: boolean): string => (colour ? `\u001b[7m${text}\u001b[0m` : text);
const dim = (text: string, colour: boolean): string => (colour ? `\u001b[2m${text}\u001b[0m` : text);

/** All that there is to judge a proposal by. */
export function details(proposal: Proposal): string[] {
  const { fact, english, evidence, doubts } = proposal;
  const { id: _id, source: _source, text, paragraph: _paragraph, ...typed } = fact;
  const page = evidence.page === null ? "" : `page ${evidence.page}, `;
  const section = evidence.section.length === 0 ? "" : `, ${evidence.section.join(" › ")}`;
  return [
    text,
    ...(english === undefined ? [] : [english]),
    JSON.stringify(typed),
    `“${evidence.sentence}” (${page}paragraph ${evidence.paragraph}${section})`,
    ...doubts.map((doubt) => `? ${doubt}`),
  ];
}

export const KEYS = "↑↓ move   a accept   e edit   s skip   q quit";

/** The whole screen, one string a row, as many as there are rows. */
export function screen(review: Review, { columns, rows }: Size, colour: boolean): string[] {
  const width = Math.max(20, columns);
  const item = current(review);
  const below = item ? details(item.proposal).flatMap((line) => wrap(line, width)) : ["Nothing is proposed."];
  const room = Math.max(1, rows - 4);
  const shown = below.slice(0, Math.max(1, Math.floor((room * 2) / 3)));
  const list = window(review, Math.max(1, room - shown.length));
  const listed = list.map(({ item: one, at }) => {
    const line = cut(lineOf(one, at === review.at), width);
    return at === review.at ? inverse(line, colour) : one.decision === undefined ? line : dim(line, colour);
  });
  const all = [
    bold(cut(`${review.title}: ${countsOf(review)}`, width), colour),
    ...listed,
    "─".repeat(width),
    ...shown,
    cut(review.message, width),
    dim(cut(KEYS, width), colour),
  ];
  return [...all, ...Array.from({ length: rows }, () => "")].slice(0, rows);
}

const lineOf = ({ proposal, decision }: Item, here: boolean): string =>
  `${here ? ">" : " "}${decision === undefined ? " " : MARKS[decision]}${proposal.doubts.length > 0 ? "?" : " "} ${proposal.fact.text}`;

/** Those around the one looked at. */
function window({ items, at }: Review, room: number): { item: Item; at: number }[] {
  const first = Math.max(0, Math.min(at - Math.floor(room / 2), items.length - room));
  return items.slice(first, first + room).map((item, i) => ({ item, at: first + i }));
}
