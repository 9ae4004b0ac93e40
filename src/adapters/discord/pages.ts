/** Buttons under an answer: what they carry, and the pages they turn. */
import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from "discord.js";
import { pack } from "../../core/pack.ts";
import type { Answer, Suggestion } from "../../core/types.ts";
import { clip } from "./escape.ts";
import { fits } from "./render.ts";
import { WORDS } from "./words.ts";

/** Discord: 5 buttons a row, label 80, custom_id 100. */
const MOST_BUTTONS = 5;
const MOST_LABEL = 80;
const MOST_ID = 100;

/** The pages of an answer, each within Discord's limits. */
export const paginate = (answer: Answer): Answer[] => pack(answer, fits);

export type Row = APIActionRowComponent<APIButtonComponent>;

/** What a button says when pressed: another question, or a page of the answer it stands under. */
export type Press = { kind: "ask"; text: string } | { kind: "page"; key: string; index: number };

/** @returns undefined for a button that is not, or no longer, ours. */
export function parsePress(customId: string): Press | undefined {
  const [kind = "", first = "", second = ""] = customId.split(":", 3);
  if (kind === "ask") return first === "" ? undefined : { kind, text: customId.slice("ask:".length) };
  if (kind === "page" && /^\d{1,3}$/u.test(second)) return { kind, key: first, index: Number(second) };
  return undefined;
}

/** @param key names the answer the pages belong to, see `Shelf`. */
export function buttons(answer: Answer, key: string, index: number, of: number): Row[] {
  const rows = [of > 1 ? turning(key, index, of) : [], suggestions(answer.next)];
  return rows
    .filter((row) => row.length > 0)
    .map((components) => ({ type: ComponentType.ActionRow, components }));
}

const turning = (key: string, index: number, of: number): APIButtonComponent[] => [
  {
    ...button(WORDS.previous, `page:${key}:${index - 1}`),
    style: ButtonStyle.Primary,
    disabled: index === 0,
  },
  {
    ...button(WORDS.next, `page:${key}:${index + 1}`),
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
