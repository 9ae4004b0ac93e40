/** What a sentence is about where it does not say so itself: the cluster of its section, else of its document. */
import type { Imported, Passage } from "../../dataset/passages.ts";
import type { Names } from "./names.ts";
import { tidy } from "./tidy.ts";

export interface About {
  clusters: readonly string[];
  doubts: readonly string[];
}

/** @param text without what names a part: 推动新能源汽车产业在…. */
export function aboutOf(names: Names, imported: Imported, { section }: Passage, text: string): About {
  const own = [...new Set(names.clustersIn(text).map((c) => c.id))];
  const around = clusterAround(names, imported, section);
  if (own.length === 1) {
    const other = around !== undefined && !own.includes(around);
    return {
      clusters: own,
      doubts: other ? [`the sentence names another cluster than its document, ${around}`] : [],
    };
  }
  if (own.length > 1) {
    const known = around !== undefined && own.includes(around);
    return { clusters: known ? [around] : [], doubts: ["the sentence names several clusters"] };
  }
  return around === undefined
    ? { clusters: [], doubts: ["no cluster is named in the sentence, its section or its document"] }
    : { clusters: [around], doubts: [] };
}

/** The innermost heading that names one. */
function clusterAround(names: Names, imported: Imported, section: readonly string[]): string | undefined {
  for (const heading of section.toReversed()) {
    const found = [...new Set(names.clustersIn(tidy(heading)).map((c) => c.id))];
    if (found.length === 1) return found[0];
    if (found.length > 1) return undefined;
  }
  return imported.cluster;
}
