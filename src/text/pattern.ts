/** Words inside regular expressions. */

/** A text as a pattern of nothing but itself. */
export const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
