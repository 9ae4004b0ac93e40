/**
 * One look for all pictures: an opaque light card, so that it reads on light and on dark chats. Every role is a mark
 * as well as a colour; what the province gave is filled, what it did not give is hollow and dashed. The hues are
 * Okabe and Ito's, darkened or lightened until text on them has a contrast of 4.5 (a test measures it).
 */
import type { Giver } from "../core/ask/relations.ts";
import type { Tier } from "../dataset/schema.ts";
import type { Colour } from "./scene.ts";

export const PAPER: Colour = "#FAF9F5";
export const PANEL: Colour = "#FFFFFF";
export const INK: Colour = "#1B1F24";
export const MUTED: Colour = "#555B63";
export const RULE: Colour = "#D8D5CC";
export const ACCENT: Colour = "#0B3C6F";
/** A city the documents do not mention: neither a colour nor a mark. */
export const BLANK: Colour = "#EAE8E1";
export const ALERT: Colour = "#9C2A00";

export interface Swatch {
  /** A role for the whole cluster fills with it. */
  fill: Colour;
  /** Text on the fill. */
  ink: Colour;
  /** A role for a part is outlined with it. */
  edge: Colour;
  glyph: string;
  /** One or two characters: what fits on a tile. */
  word: string;
}

const WHITE: Colour = "#FFFFFF";

export const TIER_SWATCHES: Readonly<Record<Tier, Swatch>> = {
  core: { fill: "#0B3C6F", ink: WHITE, edge: "#0B3C6F", glyph: "★", word: "核心" },
  key: { fill: "#2471AE", ink: WHITE, edge: "#2471AE", glyph: "◆", word: "重点" },
  base: { fill: "#00705A", ink: WHITE, edge: "#00705A", glyph: "▲", word: "基地" },
  support: { fill: "#A9D6F2", ink: INK, edge: "#3C86B5", glyph: "●", word: "协同" },
  listed: { fill: "#F2C75C", ink: INK, edge: "#A06900", glyph: "■", word: "名单" },
  task: { fill: "#E3BFD6", ink: INK, edge: "#9A4C7F", glyph: "▼", word: "任务" },
  // Never given by the province: drawn as the kind of who says it, not as a tier.
  city: { fill: WHITE, ink: INK, edge: "#5B3FA0", glyph: "◇", word: "规划" },
  news: { fill: WHITE, ink: INK, edge: MUTED, glyph: "○", word: "报道" },
};

/** How the legend explains a role for a part: the outline alone. */
export const PART_SWATCH: Swatch = { fill: WHITE, ink: INK, edge: "#0B3C6F", glyph: "", word: "部分" };

/** What was not given by the province, whatever word it uses. */
export const KIND_SWATCHES: Readonly<Record<Exclude<Giver, "province">, Swatch>> = {
  city: { fill: PANEL, ink: "#5B3FA0", edge: "#5B3FA0", glyph: "◇", word: "规划" },
  report: { fill: PANEL, ink: MUTED, edge: MUTED, glyph: "○", word: "报道" },
  draft: { fill: PANEL, ink: "#8C2F39", edge: "#8C2F39", glyph: "□", word: "稿" },
};

export const KIND_LEGENDS: Readonly<Record<Exclude<Giver, "province">, string>> = {
  city: "城市自己的规划（不是省里给的角色）",
  report: "报道（不是省里给的角色）",
  draft: "征求意见稿（非正式文本）",
};

/** Where a figure stands in time; the column says it too. */
export const STATUS_COLOURS: Readonly<Record<"base" | "target" | "result", Colour>> = {
  base: "#5A6470",
  target: "#0B3C6F",
  result: "#00705A",
};
