/** An answer as a Discord embed: pure, and within the limits of Discord's documentation of embeds. */
import type { APIEmbed, APIEmbedField } from "discord.js";
import { type Frame, FRAMES } from "../../core/say/frame.ts";
import type { Answer, Block, Citation, Item, Outcome } from "../../core/types.ts";
import { sourceLine } from "../shared/sources.ts";
import { clip, escape, link } from "./escape.ts";
import { WORDS } from "./words.ts";

/** In UTF-16 units, which never count less than Discord does. */
export const LIMITS = {
  title: 256,
  description: 4096,
  field: 1024,
  fields: 25,
  footer: 2048,
  embed: 6000,
  content: 2000,
} as const;
/** What one reads without scrolling much on a telephone; Discord would take more. */
const COMFORTABLE = 1800;
/** Room for sources, so that title and description always have theirs. */
const MOST_SOURCES = 3000;
/** Names of fields and the footer. */
const MARGIN = 200;

const COLOURS: Readonly<Record<Outcome, number>> = {
  answer: 0x2f_85_5a,
  clarify: 0xb7_79_1f,
  unknown: 0x71_80_96,
};

/** Where a page stands among the pages of its answer, from 0. */
export interface Position {
  index: number;
  of: number;
}

/** @param answer one page of an answer, see `pack`. @returns an embed Discord takes, whatever the answer holds. */
export function render(answer: Answer, position: Position = { index: 0, of: 1 }): APIEmbed {
  const pages = position.of;
  const footer = pages > 1 ? WORDS[answer.locale].pageOf({ page: position.index + 1, pages }) : undefined;
  return embedOf(answer, sourceFields(answer), footer);
}

/** @param short what is shown first of an answer, see `split`: its sources share one line. */
export function renderShort(short: Answer): APIEmbed {
  const { sources: name } = FRAMES[short.locale];
  const line = shortSources(short);
  return embedOf(short, short.sources.length === 0 ? [] : [{ name, value: line }]);
}

function embedOf(answer: Answer, fields: APIEmbedField[], footer?: string): APIEmbed {
  const frame = FRAMES[answer.locale];
  const title = marked(answer.title, frame);
  const body = answer.blocks.map((block) => blockText(block, frame)).join("\n\n");
  const long = title.length > LIMITS.title;
  const embed: APIEmbed = { color: COLOURS[answer.outcome], fields };
  if (!long) embed.title = title;
  if (footer !== undefined) embed.footer = { text: footer };
  const room = LIMITS.embed - size(embed);
  const description = long ? `**${title}**\n\n${body}` : body;
  if (description !== "") embed.description = clip(description, Math.min(room, LIMITS.description));
  return embed;
}

/** Without links where they have no room. */
function shortSources(short: Answer): string {
  const linked = sourceLine(short, ({ document, url }) => link(document, url), escape);
  if (linked.length <= LIMITS.field) return linked;
  return clip(
    sourceLine(short, ({ document }) => escape(document), escape),
    LIMITS.field,
  );
}

/** Whether a page shows whole and reads well: what `pack` asks. */
export function fits(page: Answer): boolean {
  const frame = FRAMES[page.locale];
  const body = page.blocks.map((block) => blockText(block, frame)).join("\n\n").length;
  const sources = page.sources.map((s) => shortest(s, frame)).join("\n").length;
  const whole = marked(page.title, frame).length + body + sources + MARGIN;
  return body <= COMFORTABLE && sources <= MOST_SOURCES && whole <= LIMITS.embed;
}

/** The same page as a message without an embed, for channels where the bot may not embed: at most 2,000 units. */
export function renderText(answer: Answer): string {
  const frame = FRAMES[answer.locale];
  const sources = answer.sources.map((source) => wholeLine(source, false, frame));
  const body = answer.blocks.map((block) => blockText(block, frame));
  const tail = sources.length > 0 ? [`**${frame.sources}**`, ...sources] : [];
  return clip([`**${marked(answer.title, frame)}**`, ...body, ...tail].join("\n"), LIMITS.content);
}

/** Units Discord counts towards the 6,000 of an embed. */
export function size(embed: APIEmbed): number {
  const fields = (embed.fields ?? []).map((field) => field.name.length + field.value.length);
  const texts = [embed.title, embed.description, embed.footer?.text].map((text) => text?.length ?? 0);
  return [...fields, ...texts].reduce((sum, length) => sum + length, 0);
}

const marked = (item: Item, frame: Frame): string => escape(item.text) + item.marks.map(frame.mark).join("");

const bullet = (text: string): string => `• ${text}`;

/** Exhaustive: a new kind of block does not compile until it is shown here. */
function blockText(block: Block, frame: Frame): string {
  switch (block.kind) {
    case "text":
      return escape(block.text);
    case "note":
      return `※ ${escape(block.text)}`;
    case "facts":
      return section(
        block.heading,
        block.items.map((item) => bullet(marked(item, frame))),
      );
    case "list":
      return section(block.heading, block.items.map(escape).map(bullet));
  }
}

const section = (heading: string | undefined, lines: readonly string[]): string =>
  [...(heading === undefined ? [] : [`**${escape(heading)}**`]), ...lines].join("\n");

function wholeLine(source: Citation, linked: boolean, frame: Frame): string {
  const document = link(source.document, linked ? source.url : null);
  return `${frame.mark(source.mark)}${document}｜${escape(source.locator)}｜${frame.grades[source.grade]}`;
}

/** With links where there is room for them. */
function sourceLines(sources: readonly Citation[], frame: Frame): string[] {
  const linked = sources.map((source) => shortest(source, frame));
  if (linked.join("\n").length <= MOST_SOURCES) return linked;
  return cut(
    sources.map((source) => clip(wholeLine(source, false, frame), LIMITS.field)),
    frame,
  );
}

function shortest(source: Citation, frame: Frame): string {
  const linked = wholeLine(source, true, frame);
  return linked.length <= LIMITS.field ? linked : clip(wholeLine(source, false, frame), LIMITS.field);
}

/** As many lines as have room; the last says how many more there are. */
function cut(lines: readonly string[], { andMoreSources: andMore }: Frame): string[] {
  let room = MOST_SOURCES - andMore(lines.length).length;
  const shown = lines.filter((line) => (room -= line.length + 1) >= 0);
  return shown.length === lines.length ? shown : [...shown, andMore(lines.length - shown.length)];
}

/** Lines joined into fields, each within its limit. */
function sourceFields({ sources, locale }: Answer): APIEmbedField[] {
  const frame = FRAMES[locale];
  const values: string[] = [];
  for (const line of sourceLines(sources, frame)) {
    const longer = [values.at(-1), line].filter((text) => text !== undefined).join("\n");
    if (values.length > 0 && longer.length <= LIMITS.field) values[values.length - 1] = longer;
    else values.push(line);
  }
  return values.map((value, i) => ({ name: i === 0 ? frame.sources : frame.moreSources, value }));
}
