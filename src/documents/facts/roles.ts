/** Roles of cities in the phrasings by which a plan lays a cluster out: `roles` of data/extraction.json. */
import type { Extraction, RolePhrase } from "../../dataset/extraction.ts";
import type { Imported, Passage } from "../../dataset/passages.ts";
import { createJudge } from "./doubts.ts";
import { type Cities, LIST, type Names, type Signed } from "./names.ts";
import { type About, aboutOf } from "./place.ts";
import type { Found } from "./proposal.ts";
import type { Sentence } from "./tidy.ts";

export type ReadRoles = (imported: Imported, passage: Passage, sentence: Sentence) => Found[];

/** A phrase where it stands in a sentence. */
interface Match {
  phrase: RolePhrase;
  start: number;
  end: number;
  groups: Record<string, string | undefined>;
}

const FREE = '[^,;:。!?\\uf000-\\uf8ff“”"]';

/** {P} stands for up to 30 characters of one clause that name no city: a part of a cluster. */
export function compile(say: string, places: Readonly<Record<string, string>>): RegExp {
  const filled = say.replaceAll(/\{(\p{Script=Han}+)\}/gu, (whole, name: string) =>
    name === "产业名" ? `${FREE}{2,16}?` : (places[name] ?? whole),
  );
  const read = filled
    .replaceAll(/\{([AB])\}/gu, `(?<$1>${LIST})`)
    .replaceAll(/\{([PQ])\}/gu, `(?<$1>${FREE}{2,30}?)`)
    .replaceAll("{T}", '[^,;:。!?“”"]{2,40}?')
    .replaceAll("{gap}", `${FREE}{2,16}?`)
    .replaceAll("{end}", "(?=[,;:。!?]|$)");
  return new RegExp(read, "gu");
}

export function createRoles(names: Names, words: Extraction): ReadRoles {
  const phrases = words.roles.map((phrase) => ({ phrase, expression: compile(phrase.say, words.places) }));
  const judge = createJudge(words.doubts);
  const opener = new RegExp(`^(?:${words.openers.join("|")}|、)*$`, "u");
  const closer = new RegExp(`^(?:${words.closers.join("|")})*$`, "u");
  const narrowing = new RegExp(words.narrowing, "u");
  const partOf = createPart(names, words.parts);
  const several = new RegExp(words.parts.several.join("|"), "u");

  return (imported, passage, { raw, text }) => {
    const signed = names.sign(text);
    const matches = chosen(
      phrases.flatMap(({ phrase, expression }) => matchesOf(signed.text, phrase, expression)),
    );
    const doubts = matches.length === 0 ? undefined : judge(text);
    if (doubts === undefined) return [];
    return matches.flatMap((match) =>
      match.phrase.gives.flatMap((given): Found[] => {
        const cities = signed.listOf(match.groups[given.list] ?? "");
        if (cities === undefined || cities.foreign || cities.ids.length === 0) return [];
        const said = match.groups[given.part ?? ""] ?? "";
        const around = aboutOf(names, imported, passage, said === "" ? text : text.replaceAll(said, ","));
        const { part, cluster } = partOf(said, around.clusters);
        const about: About = cluster === undefined ? around : { clusters: [cluster], doubts: [] };
        if (about.clusters.length === 0) return [];
        const task = match.groups["task"];
        const named = about.clusters.some((own) => signed.text.includes(own));
        const isWhole = given.part === undefined && task === undefined && !named;
        return [
          {
            content: {
              clusters: [...about.clusters],
              cities: [...cities.ids],
              topics: task === undefined ? ["role", "layout"] : ["task"],
              role: roleOf(match, given, cities, part),
            },
            ...(task !== undefined && { told: { task: signed.plain(task) } }),
            sentence: raw,
            doubts: [
              ...doubts,
              ...about.doubts,
              ...(match.phrase.doubt === undefined ? [] : [match.phrase.doubt]),
              ...(several.test(said) ? ["it lists several things"] : []),
              ...(isWhole ? strangeBehind(signed, match, matches, closer, narrowing) : []),
              ...strangeBeside(signed, match, matches, given.list, opener),
            ],
          },
        ];
      }),
    );
  };
}

function roleOf(
  { groups }: Match,
  { tier, label }: RolePhrase["gives"][number],
  { open, total }: Cities,
  part: string | undefined,
): NonNullable<Found["content"]["role"]> {
  return {
    tier,
    label: label ?? groups["label"] ?? tier,
    ...(part !== undefined && { part }),
    ...(open && { open }),
    ...(total !== undefined && { total }),
  };
}

function matchesOf(text: string, phrase: RolePhrase, expression: RegExp): Match[] {
  return [...text.matchAll(expression)].map((found) => ({
    phrase,
    start: found.index,
    end: found.index + found[0].length,
    groups: found.groups ?? {},
  }));
}

/** Of phrases that overlap the longer one is meant. */
function chosen(matches: readonly Match[]): Match[] {
  const taken: Match[] = [];
  for (const match of matches.toSorted((a, b) => b.end - b.start - (a.end - a.start)))
    if (taken.every((t) => match.end <= t.start || match.start >= t.end)) taken.push(match);
  return taken.toSorted((a, b) => a.start - b.start);
}

/**
 * What stands between the phrase and the beginning of its clause, or another phrase before it, has to be known; what
 * stands before a list must not belong to it.
 */
function strangeBeside(
  signed: Signed,
  match: Match,
  others: readonly Match[],
  list: string,
  opener: RegExp,
): string[] {
  const { text } = signed;
  const ends = others.map((m) => m.end).filter((end) => end <= match.start);
  const marks = [...",;:。"].map((mark) => text.lastIndexOf(mark, match.start - 1) + 1);
  const before = text.slice(Math.max(0, ...marks, ...ends), match.start);
  const known = opener.test(before);
  const at = text.indexOf(match.groups[list] ?? "");
  const broken = /[、和与及)]$/u.test(text.slice(0, at)) && !ends.includes(at - 1);
  return [
    ...(known ? [] : [`“${signed.plain(before)}” before it is not understood`]),
    ...(broken ? ["the list of cities begins with something unknown"] : []),
  ];
}

/** What stands behind a phrase that names no part may say what part it is of: 以湛江为核心打造绿色钢铁产业集群. */
function strangeBehind(
  { text, plain }: Signed,
  { end }: Match,
  others: readonly Match[],
  closer: RegExp,
  narrowing: RegExp,
): string[] {
  const next = Math.min(text.length, ...others.map((m) => m.start).filter((start) => start >= end));
  const [clause = ""] = /^[^,;:。!?]*/u.exec(text.slice(end, next)) ?? [];
  const after = text.slice(end + clause.length, next);
  const unknown = closer.test(clause.replace(/[、]$/u, "")) ? "" : clause;
  const narrows = unknown !== "" || narrowing.test(after);
  return narrows
    ? [`“${plain(`${unknown}${narrowing.test(after) ? after : ""}`)}” behind it may narrow it`]
    : [];
}

/**
 * What a phrase holds at the place of a part → the part's name, where it names one; the cluster, where it names another
 * or this one as a whole (推动智能家电产业在…).
 */
function createPart(
  names: Names,
  { before, after, none }: Extraction["parts"],
): (text: string, clusters: readonly string[]) => { part?: string; cluster?: string } {
  const first = new RegExp(`^(?:${before.join("|")})+`, "u");
  const last = new RegExp(`(?:${after.join("|")})$`, "u");
  return (text, clusters) => {
    let part = text.replace(first, "");
    while (part.length > 2 && last.test(part)) part = part.replace(last, "");
    const cluster = names.clusterCalled(part);
    if (cluster !== undefined) return { cluster };
    // 精密仪器设备科技产业园: of all of the cluster.
    const rest = clusters.reduce((left, own) => left.replace(own, ""), part);
    return rest.length < 2 || none.includes(rest) ? {} : { part };
  };
}
