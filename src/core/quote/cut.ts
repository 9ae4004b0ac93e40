/** A long passage in few characters: whole sentences, those that name most of what was asked, never reworded. */

/** Characters of a quotation in the short form, … not counted. */
export const MOST_QUOTED = 120;

/**
 * @param wanted whether a piece names something that was asked for, and how much.
 * @returns the text itself, or a stretch of it with … where something is left out.
 */
export function cut(text: string, wanted: (piece: string) => number, most = MOST_QUOTED): string {
  if (text.length <= most) return text;
  const pieces = piecesOf(text, most);
  const from = bestStart(pieces, wanted, most);
  const until = endFrom(pieces, from, most);
  const shown = pieces.slice(from, until).join("").trim();
  return `${from > 0 ? "…" : ""}${shown}${until < pieces.length ? "…" : ""}`;
}

/** Sentences; a sentence that is too long by its clauses, a clause that is too long by its characters. */
function piecesOf(text: string, most: number): string[] {
  const sentences = text.match(/[^。！？!?；;\n]*[。！？!?；;\n]+["”’」』）)]*|[^。！？!?；;\n]+$/gu) ?? [
    text,
  ];
  return sentences.flatMap((sentence) => (sentence.length <= most ? [sentence] : clausesOf(sentence, most)));
}

function clausesOf(sentence: string, most: number): string[] {
  const clauses = sentence.match(/[^，,、：:]*[，,、：:]+|[^，,、：:]+$/gu) ?? [sentence];
  return clauses.flatMap((clause) => (clause.length <= most ? [clause] : inRuns(clause, most)));
}

/** By whole characters: one outside the basic plane takes two places. */
function inRuns(text: string, most: number): string[] {
  const runs: string[] = [""];
  for (const char of text) {
    const last = runs.at(-1) ?? "";
    if (last.length + char.length > most) runs.push(char);
    else runs[runs.length - 1] = last + char;
  }
  return runs;
}

const endFrom = (pieces: readonly string[], from: number, most: number): number => {
  let room = most;
  let at = from;
  while (at < pieces.length && (pieces[at] ?? "").length <= room) {
    room -= (pieces[at] ?? "").length;
    at += 1;
  }
  return Math.max(at, from + 1);
};

/** Of equals the first: a document says first what is foremost. */
function bestStart(pieces: readonly string[], wanted: (piece: string) => number, most: number): number {
  let best = { at: 0, named: -1 };
  for (let at = 0; at < pieces.length; at += 1) {
    const named = wanted(pieces.slice(at, endFrom(pieces, at, most)).join(""));
    if (named > best.named) best = { at, named };
  }
  return best.at;
}
