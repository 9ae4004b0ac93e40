/** The names most like a text nobody understood: for offers, never for assertions. Also serves autocomplete. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { ArgumentKind } from "../commands.ts";
import { createNormalizer } from "./normalize.ts";

/** Up to `most` official names, best first; the best known ones where nothing is like the text. */
export function nearest(dataset: Dataset, text: string, kind: ArgumentKind, most = 3): string[] {
  const cities = kind === "city" || kind === "two";
  const both = [...clusterNames(dataset), ...dataset.aliases.cities];
  const pool = kind === "either" ? both : cities ? dataset.aliases.cities : clusterNames(dataset);
  const found = ranked(dataset, text, pool);
  return [...new Set([...found, ...popular(dataset, cities)])].slice(0, most);
}

/** Those the facts say most of. */
function popular(dataset: Dataset, cities: boolean): string[] {
  const facts = cities ? dataset.factsOfCity : dataset.factsOfCluster;
  return [...facts].toSorted((a, b) => b[1].length - a[1].length).map(([id]) => id);
}

/** Names to offer while someone types: everything that begins with or contains the text, best first. */
export function complete(
  dataset: Dataset,
  text: string,
  kind: "cluster" | "city" | "both",
  most: number,
): string[] {
  const pools = [
    ...(kind === "city" ? [] : clusterNames(dataset)),
    ...(kind === "cluster" ? [] : dataset.aliases.cities),
  ];
  const typed = createNormalizer(dataset)(text);
  if (typed === "") return pools.map((p) => p.id).slice(0, most);
  return ranked(dataset, typed, pools).slice(0, most);
}

interface Named {
  id: string;
  names: string[];
}

const clusterNames = (dataset: Dataset): Named[] =>
  dataset.aliases.clusters.map((c) => ({ id: c.id, names: [...c.names, ...c.kin, ...c.related] }));

function ranked(dataset: Dataset, text: string, pool: readonly Named[]): string[] {
  const typed = createNormalizer(dataset)(text);
  const sounds = Object.entries(dataset.pinyin).filter(
    ([sound]) => typed.length > 1 && sound.startsWith(typed.replaceAll(" ", "")),
  );
  const spelt = new Set(sounds.map(([, word]) => word));
  return pool
    .map(({ id, names }) => ({ id, score: Math.max(...names.map((name) => likeness(name, typed, spelt))) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ id }) => id);
}

function likeness(name: string, typed: string, spelt: ReadonlySet<string>): number {
  if (name === typed) return 5;
  if (name.startsWith(typed)) return 4;
  if (spelt.has(name)) return 3;
  if (typed.length > 0 && name.includes(typed)) return 2;
  const shared = [...new Set(typed)].filter(
    (char) => /\p{Script=Han}/u.test(char) && name.includes(char),
  ).length;
  return shared / (name.length + 1);
}
