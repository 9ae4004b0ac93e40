/**
 * What stands around a phrase in its sentence. It may say which part of the cluster the phrase is of, for every phrase of
 * its chain: 以广州为核心、佛山为支撑打造绿色建材产业带. What is not understood casts doubt on it.
 */
import type { Extraction } from "../../dataset/extraction.ts";
import type { Signed } from "./names.ts";
import { compile, kindsOf, type Match } from "./phrases.ts";

export interface Around {
  /** Words that name a part; empty where there are none. */
  said: string;
  doubts: readonly string[];
}

export type ReadAround = (signed: Signed, match: Match, all: readonly Match[]) => Around;

/** Between two phrases of one chain. */
const LINK = /^[,、]?(?:以及|并且?|同时)?$/u;

export function createAround(words: Extraction): ReadAround {
  const { openers, closers, narrowing, tails, parts } = words;
  const opener = new RegExp(`^(?:${openers.join("|")}|、)*$`, "u");
  const opening = new RegExp(`^(?:${openers.join("|")})+`, "u");
  const closer = new RegExp(`^(?:${closers.join("|")})*$`, "u");
  const others = new RegExp(`^,(?:${parts.others.join("|")})`, "u");
  const topic = new RegExp(
    `^(?:(?<field>在?[^,;:。]{2,20}(?:${parts.fields.join("|")})上?),|(?<head>[^,;:。]{2,20}):)`,
    "u",
  );
  const layout = new RegExp(`(?:${parts.layout.join("|")})$`, "u");
  const narrows = new RegExp(narrowing, "u");
  const ending = new RegExp(`(?:${openers.join("|")})+$`, "u");
  const named = new RegExp(`.(?:${parts.nouns.join("|")})(?:${parts.fields.join("|")})?$`, "u");
  const unclear = new RegExp(parts.unclear.join("|"), "u");
  const behind = tails.map((tail) => compile(`^${tail}`, kindsOf(words)));

  /** A noun before the first phrase of a chain: 海洋工程装备以广州、深圳为核心, 海洋工程装备形成以…. */
  const leadOf = (before: string): string => {
    const said = before.replace(opening, "");
    const lead = named.test(said) ? said : said.replace(ending, "");
    return named.test(lead) && !unclear.test(lead) && !/[\uf000-\uf8ff]/u.test(lead) ? lead : "";
  };

  /** What a sentence begins with holds for all of it: 在中药领域，以…；中药产业：以…. Undefined where it is not understood. */
  const topicOf = (text: string): string | undefined => {
    const { field, head = "" } = topic.exec(text)?.groups ?? {};
    if (field !== undefined) return field.replace(/^在|上$/gu, "");
    const [, clause = ""] = /(?:^|[,;:。])([^,;:。]+),$/u.exec(text) ?? [];
    if (named.test(clause)) return leadOf(clause) || undefined;
    return layout.test(head) || opener.test(head) ? "" : leadOf(head) || (head === "" ? "" : undefined);
  };

  const tailOf = (text: string, end: number, next: Match | undefined): Around & { read: boolean } => {
    const rest = text.slice(end, next?.start);
    if (next && LINK.test(rest)) return { said: "", doubts: [], read: true };
    const [tail] = behind
      .flatMap((expression) => [...rest.matchAll(expression)])
      .filter(({ groups }) => !unclear.test(groups?.["P"] ?? ""))
      .toSorted((a, b) => b[0].length - a[0].length);
    const left = clauseOf(rest.slice(tail?.[0].length ?? 0));
    const known = closer.test(left.replace(/、$/u, ""));
    if (tail && known) return { said: tail.groups?.["P"] ?? "", doubts: [], read: true };
    const clause = clauseOf(rest);
    const unknown = closer.test(clause.replace(/、$/u, "")) ? "" : clause;
    const after = rest.slice(clause.length);
    const narrower = narrows.test(after) ? after : "";
    // What others do changes nothing for these.
    const read = (/^[,;:。!?]?$/u.test(after) || others.test(after)) && unknown === "";
    if (unknown === "" && narrower === "") return { said: "", doubts: [], read };
    return { said: "", doubts: [`“${unknown}${narrower}” behind it may narrow it`], read };
  };

  return (signed, match, all) => {
    const { text } = signed;
    const at = all.indexOf(match);
    const linked = (i: number): boolean =>
      LINK.test(text.slice(all[i]?.end ?? 0, all[i + 1]?.start ?? 0)) && all[i + 1]?.whole === true;
    let last = at;
    while (match.whole && last + 1 < all.length && linked(last)) last += 1;
    let first = at;
    while (match.whole && first > 0 && all[first - 1]?.whole === true && linked(first - 1)) first -= 1;
    // What a chain begins with holds for all of it.
    const before = beforeOf(text, all[first] ?? match, all[first - 1]);
    const begun = topicOf(text.slice(0, all[0]?.start));
    const lead = match.whole ? leadOf(before) || (begun ?? "") : "";
    const known = leadOf(before) !== "" || opener.test(before);
    const end = all[last]?.end ?? match.end;
    const tail = match.whole
      ? tailOf(text, end, all[last + 1])
      : { said: "", read: true, doubts: leftOf(text.slice(end, all[at + 1]?.start), closer) };
    return {
      said: lead || tail.said,
      doubts: [
        ...(known ? [] : [`“${before}” before it is not understood`]),
        ...(match.whole && begun === undefined ? ["what its sentence is about is not understood"] : []),
        ...(match.phrase.doubt === undefined || tail.read || lead !== "" ? [] : [match.phrase.doubt]),
        ...(lead !== "" && tail.said !== "" ? ["two things may be the part it is of"] : []),
        ...tail.doubts,
      ].map((doubt) => signed.plain(doubt)),
    };
  };
}

const clauseOf = (text: string): string => /^[^,;:。!?]*/u.exec(text)?.[0] ?? "";

/** Behind a phrase that is complete. */
function leftOf(rest: string, closer: RegExp): string[] {
  const left = clauseOf(rest).replace(/、$/u, "");
  return closer.test(left) ? [] : [`“${left}” behind it is not understood`];
}

/** From the beginning of its clause, or from the end of the phrase before it. */
function beforeOf(text: string, match: Match, previous: Match | undefined): string {
  const marks = [...",;:。"].map((mark) => text.lastIndexOf(mark, match.start - 1) + 1);
  return text.slice(Math.max(0, ...marks, previous?.end ?? 0), match.start);
}
