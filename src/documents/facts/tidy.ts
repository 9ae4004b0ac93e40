/** From the text of a passage to sentences that patterns can read: one script, one width, without spaces and numbering. */
import { toSimplified } from "../../text/simplified.ts";

/** Half-width, Simplified, no spaces but between Latin words. */
export const tidy = (text: string): string =>
  toSimplified(text.normalize("NFKC"))
    .replaceAll(/(?<![a-z])\s+|\s+(?![a-z])/giu, "")
    .replaceAll(/(?<=\d),(?=\d{3}(?!\d))/gu, "");

/** (一) 1. 第三条 一是 ——: what a sentence is numbered by. */
const NUMBERING =
  /^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.]|\d{1,2}[.、](?!\d)|第[一二三四五六七八九十\d]{1,4}[条章节][:、]?|[一二三四五六]是|—{1,2}|[•·*])+/u;

/** (省工业和信息化厅牵头，各市配合): who is to do it. */
const DUTIES = /[(（][^()（）]*(?:牵头|负责|配合|责任单位|按职责|参与)[^()（）]*[)）]/gu;

/** 其中，设计业: a comma that parts nothing. */
const AMONG = /(?<word>其中)[,:]/gu;

export interface Sentence {
  /** As in the document. */
  raw: string;
  text: string;
  /** What stands before it in the same full sentence, up to a semicolon: 2024 年，…；…. */
  lead: string;
  /** The full sentence before it in its passage. */
  before: string;
}

/** Sentences end with 。！？； or a line. */
export function sentencesOf(passage: string): Sentence[] {
  let lead = "";
  let before = "";
  return (passage.match(/[^。！？!?；;\n]+[。！？!?；;\n]*/gu) ?? [])
    .map((raw) => {
      const text = tidy(raw).replace(DUTIES, "").replace(NUMBERING, "").replaceAll(AMONG, "$<word>");
      const sentence = { raw: raw.trim(), text, lead, before };
      const goesOn = /[；;]$/u.test(raw);
      if (!goesOn) before = `${lead}${text}`;
      lead = goesOn ? `${lead}${text}` : "";
      return sentence;
    })
    .filter(({ text }) => text !== "");
}
