/** What an imported document is known by. Pure. */
import type { Dataset } from "../dataset/dataset.ts";
import type { Imported } from "../dataset/passages.ts";
import { normal } from "./normal.ts";

export type Named = Pick<Imported, "id" | "document" | "cluster">;

/** As long as an answer can name. */
const LONGEST = 100;
const PART = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ._·（）()〔〕《》“”-]*$/u;

/**
 * Reads `plans-2023/半导体`: a document of the dataset, a cluster by any of its names, which becomes the one it has in the
 * dataset. Anything else stands for itself.
 * @returns a problem in words where it can be no id.
 */
export function readId(
  written: string,
  dataset: Pick<Dataset, "aliases" | "document">,
): Named | { problem: string } {
  const parts = written
    .normalize("NFC")
    .trim()
    .split("/")
    .map((part) => part.trim());
  if (parts.length > 2 || written.length > LONGEST || !parts.every(isName))
    return {
      problem: `“${written}” can be no id: give one or two names of letters and digits, plans-2023/半导体.`,
    };
  const [first = "", second] = parts;
  const document = dataset.document.has(first) ? first : undefined;
  const cluster = clusterOf(second ?? first, dataset);
  return {
    id: [
      second === undefined ? (cluster ?? first) : first,
      ...(second === undefined ? [] : [cluster ?? second]),
    ].join("/"),
    ...(document !== undefined && { document }),
    ...(cluster !== undefined && { cluster }),
  };
}

/** No name of a folder above, of a hidden file, or of a device. */
const isName = (part: string): boolean => PART.test(part) && !part.endsWith(".") && !part.includes("..");

/** 半导体产业集群 is 半导体. */
const CLUSTER = /(?:产业)?集群$/u;

function clusterOf(name: string, { aliases }: Pick<Dataset, "aliases">): string | undefined {
  const plain = normal(name);
  const wanted = [plain, plain.replace(CLUSTER, "")];
  return aliases.clusters.find(({ id, names, kin }) =>
    [id, ...names, ...kin].some((one) => wanted.includes(normal(one))),
  )?.id;
}
