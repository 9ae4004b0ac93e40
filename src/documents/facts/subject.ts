/** What stands before a measure: whose it is, and which part of a cluster it is of. */
import type { Extraction } from "../../dataset/extraction.ts";
import type { Names } from "./names.ts";

export interface Subject {
  cities: readonly string[];
  clusters: readonly string[];
  /** The part or other thing it is of. */
  of?: string;
  /** Of firms, parks or projects: a figure of these is none of the cluster. */
  firms: boolean;
  doubts: string[];
}

/** @returns a function from 到2025年佛山市智能家电产业 to its city and cluster. */
export function createSubject(names: Names, { figures }: Extraction): (text: string) => Subject {
  const firms = new RegExp(`(?<!规模以上|规上)(?:${figures.firms.join("|")})$`, "u");
  const strip = new RegExp(`^(?:${longest(figures.subjects)})+|(?:${longest(figures.subjects)})+$`, "gu");
  return (text) => {
    const clause = text
      .slice(Math.max(text.lastIndexOf(","), text.lastIndexOf(":")) + 1)
      .replaceAll(TIME, "");
    const found = names.clustersIn(clause);
    const cluster = found.length === 1 ? found[0] : undefined;
    const without = cluster ? clause.slice(0, cluster.start) + clause.slice(cluster.end) : clause;
    const signed = names.sign(without);
    const signs = [...signed.text].flatMap((sign) => signed.listOf(sign) ?? []);
    const own = signs.length === 1 && signs[0]?.foreign === false ? signs[0] : undefined;
    const left = stripped(signed.text.replaceAll(/[\ue000-\uf8ff]/gu, ""), strip);
    // 汽车产量: of the whole cluster.
    const bareId = cluster === undefined && left !== "" ? names.clusterCalled(left) : undefined;
    const bare = bareId === undefined ? undefined : [bareId];
    // 集成电路产量: of one half of it.
    const rest = bareId === undefined || bareId.split("与").includes(left) ? left : "";
    const doubts = [
      ...(signs.length > 1 || signs[0]?.foreign ? ["whose figure it is is not plain"] : []),
      ...(cluster?.half ? ["it may be of a half of the cluster alone"] : []),
      ...(found.length > 1 ? ["of which cluster it is is not plain"] : []),
    ];
    return {
      cities: own?.ids ?? [],
      clusters: cluster ? [cluster.id] : (bare ?? []),
      // 规模以上智能家电企业: what it is of holds the cluster's name.
      ...(rest !== "" && { of: signs.length === 0 && cluster ? stripped(clause, strip) : rest }),
      firms: firms.test(rest),
      doubts,
    };
  };
}

const TIME = /(?:截至|到|至)?(?:20\d\d年?[-—–~至])?20\d\d年(?:年?底|末|间|期间)?(?:前|以前)?/gu;

const longest = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).join("|");

function stripped(text: string, strip: RegExp): string {
  const next = text.replaceAll(strip, "");
  return next === text ? text : stripped(next, strip);
}
