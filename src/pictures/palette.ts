/**
 * One look for all pictures: an opaque light card, so that it reads on light and on dark chats. The roles the province
 * gives are one ramp, the stronger the darker, so that their order is seen by everybody, in grey too; each is a mark as
 * well. What the province did not give is hollow. A test measures contrast, order and what the colour-blind see.
 */
import type { Giver } from "../core/ask/relations.ts";
import type { Tier } from "../dataset/schema.ts";
import type { Colour } from "./scene.ts";

export const PAPER: Colour = "#FAF9F5";
export const PANEL: Colour = "#FFFFFF";
export const INK: Colour = "#1B1F24";
export const MUTED: Colour = "#555B63";
export const ACCENT: Colour = "#0B2E63";
/** A city the documents do not mention: neither a colour nor a mark. */
export const BLANK: Colour = "#E6E3DB";
export const RULE: Colour = "#E6E3DB";
export const ALERT: Colour = "#9C2A00";

export interface Swatch {
  /** A role for the whole cluster fills with it. */
  fill: Colour;
  /** Text on the fill. */
  ink: Colour;
  /** A role for a part is outlined with it. */
  edge: Colour;
  glyph: string;
}

const WHITE: Colour = "#FFFFFF";

export const TIER_SWATCHES: Readonly<Record<Tier, Swatch>> = {
  core: { fill: ACCENT, ink: WHITE, edge: ACCENT, glyph: "★" },
  key: { fill: "#1D6A9E", ink: WHITE, edge: "#1D6A9E", glyph: "◆" },
  base: { fill: "#45A5B8", ink: INK, edge: "#2383A0", glyph: "▲" },
  support: { fill: "#7CC5B0", ink: INK, edge: "#2F8A74", glyph: "●" },
  listed: { fill: "#B4D98C", ink: INK, edge: "#5F8A2A", glyph: "■" },
  task: { fill: "#F3EBA0", ink: INK, edge: "#8F7A0F", glyph: "▼" },
  // Never given by the province: drawn as the kind of who says it, not as a tier.
  city: { fill: WHITE, ink: INK, edge: MUTED, glyph: "◇" },
  news: { fill: WHITE, ink: INK, edge: MUTED, glyph: "○" },
};

/** How the legend explains a role for a part: the outline alone. */
export const PART_SWATCH: Swatch = { fill: WHITE, ink: INK, edge: ACCENT, glyph: "" };

/** What was not given by the province, whatever word it uses: told apart by its mark, without a colour of its own. */
export const OWN_SWATCHES: Readonly<Record<Exclude<Giver, "province">, Swatch>> = {
  city: { fill: PANEL, ink: MUTED, edge: MUTED, glyph: "◇" },
  report: { fill: PANEL, ink: MUTED, edge: MUTED, glyph: "○" },
  draft: { fill: PANEL, ink: MUTED, edge: MUTED, glyph: "□" },
};

/** Where a figure stands in time. */
export const STATUS_COLOURS = {
  base: MUTED,
  target: ALERT,
  result: "#1D6A9E",
} as const satisfies Record<string, Colour>;
