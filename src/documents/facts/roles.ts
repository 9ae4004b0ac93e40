/** Roles of cities in the phrasings by which a plan lays a cluster out: `roles` of data/extraction.json. */
import type { Extraction, RolePhrase } from "../../dataset/extraction.ts";
import type { Imported, Passage } from "../../dataset/passages.ts";
import { createAround } from "./around.ts";
import { createJudge } from "./doubts.ts";
import type { Cities, Names, Signed } from "./names.ts";
import { createPhrases, type Match } from "./phrases.ts";
import { type About, aboutOf } from "./place.ts";
import type { Found } from "./proposal.ts";
import type { Sentence } from "./tidy.ts";

export type ReadRoles = (imported: Imported, passage: Passage, sentence: Sentence) => Found[];

export function createRoles(names: Names, words: Extraction): ReadRoles {
  const phrasesIn = createPhrases(words);
  const judge = createJudge(words.doubts);
  const around = createAround(words);
  const partOf = createPart(names, words.parts);
  const aside = new RegExp(words.parts.aside.join("|"), "u");

  /** Whether a phrase is of a part by what stands around it: behind a semicolon that may hold on. */
  const saysPart = (text: string, clusters: readonly string[]): boolean => {
    const signed = names.sign(text);
    const all = phrasesIn(signed.text);
    const saids = all.filter(({ whole }) => whole).map((match) => around(signed, match, all).said);
    return saids.some((said) => said !== "" && partOf(said, clusters, false).part !== undefined);
  };

  return (imported, passage, { raw, text, lead }) => {
    const signed = names.sign(text);
    const matches = phrasesIn(signed.text);
    const doubts = matches.length === 0 ? undefined : judge(text);
    if (doubts === undefined) return [];
    return matches.flatMap((match) => {
      const beside = around(signed, match, matches);
      return match.phrase.gives.flatMap((given): Found[] => {
        const cities = signed.listOf(match.groups[given.list] ?? "");
        if (cities === undefined || cities.foreign || cities.ids.length === 0) return [];
        const said = match.groups[given.part ?? ""] ?? beside.said;
        const place = aboutOf(names, imported, passage, said === "" ? text : text.replaceAll(said, ","));
        const { part, cluster, doubts: unclear } = partOf(said, place.clusters, given.part !== undefined);
        const about: About = cluster === undefined ? place : { clusters: [cluster], doubts: [] };
        if (about.clusters.length === 0) return [];
        const held = match.whole && said === "" && saysPart(lead, about.clusters);
        const task = match.groups["task"];
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
              ...unclear,
              ...(held ? ["it may be of the part that is named before it"] : []),
              ...(aside.test(task ?? "") ? ["it may be about more than the cluster"] : []),
              ...beside.doubts,
              ...brokenBefore(signed, match, matches, given.list),
            ],
          },
        ];
      });
    });
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

/** What stands before a list must not belong to it. */
function brokenBefore({ text }: Signed, match: Match, others: readonly Match[], list: string): string[] {
  const at = text.indexOf(match.groups[list] ?? "");
  const follows = others.some(({ end }) => end <= match.start && end === at - 1);
  return at <= match.start && /[、和与及)]$/u.test(text.slice(0, at)) && !follows
    ? ["the list of cities begins with something unknown"]
    : [];
}

interface Part {
  part?: string;
  cluster?: string;
  doubts: string[];
}

/** Longer than any name. */
const LONG = 18;

/**
 * What a phrase holds at the place of a part → the part's name, where it names one; the cluster, where it names another
 * or this one as a whole (推动智能家电产业在…).
 */
function createPart(
  names: Names,
  { before, after, none, same, several, unclear, aside }: Extraction["parts"],
): (text: string, clusters: readonly string[], asked: boolean) => Part {
  const first = new RegExp(`^(?:${before.join("|")})+`, "u");
  const last = new RegExp(`(?:${after.join("|")})$`, "u");
  const list = new RegExp(several.join("|"), "u");
  const strange = new RegExp(unclear.join("|"), "u");
  const generic = new RegExp(`(?:${none.join("|")})$`, "u");
  const other = new RegExp(aside.join("|"), "u");
  return (text, clusters, asked) => {
    const bare = (name: string): string =>
      name.length > 2 && last.test(name) ? bare(name.replace(last, "")) : name;
    const part = bare(text.replace(first, ""));
    // 精密仪器科技园区: of all of the cluster, too.
    const name = generic.test(part) ? part.replace(generic, "") : part;
    const cluster = names.clusterCalled(part) ?? names.clusterCalled(name);
    if (cluster !== undefined) return { cluster, doubts: [] };
    // 精密仪器设备科技产业园: of all of the cluster.
    const rest = bare(clusters.reduce((left, own) => left.replace(own, ""), part));
    if (same.includes(rest) || (rest.length < 2 && part !== rest)) return { doubts: [] };
    if (rest.length < 2 || none.includes(rest))
      return { doubts: asked && part === rest ? ["which part it is of is not plain"] : [] };
    const doubts = [
      ...(list.test(text) ? ["it lists several things"] : []),
      ...(strange.test(part) || part.length > LONG ? ["which part it is of is not plain"] : []),
      ...(other.test(part) ? ["it may be about more than the cluster"] : []),
    ];
    return { part, doubts };
  };
}
