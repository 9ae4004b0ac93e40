/** Markdown: read as the HTML it stands for. */
import { marked } from "marked";
import type { Contents } from "./blocks.ts";
import { htmlContents } from "./html.ts";

/** A line of a paragraph that goes on breaks nothing, but Chinese has no space there. */
const BROKEN =
  /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])\n(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])/gu;

export function markdownContents(markdown: string): Contents {
  const html = marked.parse(markdown, { async: false, gfm: true });
  return htmlContents(html.replaceAll(BROKEN, ""));
}
