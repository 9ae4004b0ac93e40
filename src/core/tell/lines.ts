/** Lines that several tellers share: one role word, its members and its document. */
import { type Dataset, groupBy } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import { GIVERS, ordered, type RoleRow } from "../ask/relations.ts";
import { type Draft, type DraftBlock, factSection, type Line, line, section } from "../compose.ts";
import { text } from "../say/say.ts";
import type { InParts, Want } from "../say/texts.ts";

const MOST_PER_GIVER = 4;
const MOST_OTHERS = 2;

/** The source's own word with the part it is about: 核心（创新网络）. */
export const labelOf = ({ label, part }: RoleRow): string =>
  part === undefined || label.includes(part) ? label : `${label}（${part}）`;

export const labelsOf = (rows: readonly RoleRow[]): string[] => [...new Set(rows.map(labelOf))];

export const factsOf = (rows: readonly { fact: Fact }[]): Fact[] => [...new Set(rows.map((r) => r.fact))];

/** Names of the rows, in the order of the dataset. */
export const namesOf = (dataset: Dataset, rows: readonly RoleRow[], want: Want): string[] =>
  ordered(
    rows.map((r) => r[want]),
    want === "city" ? dataset.cities : dataset.clusters,
  );

/** Who has a role in an industry beside the cluster only, each with those industries. */
export const inPartsOf = (dataset: Dataset, rows: readonly RoleRow[], want: Want): InParts =>
  namesOf(dataset, rows, want).map((name) => ({
    name,
    parts: [...new Set(rows.filter((r) => r[want] === name).flatMap((r) => r.part ?? []))],
  }));

/** The roles that are only in an industry beside the cluster, below a list that leaves them out. */
export const inPartLines = (dataset: Dataset, rows: readonly RoleRow[], want: Want): DraftBlock[] =>
  section(groupLines(dataset, rows, want), text("heading", "inParts"));

/** What an answer that lists cities (or clusters) is about. */
export const aboutListed = (
  want: Want,
  listed: readonly string[],
  others: readonly string[],
): Pick<Draft, "clusters" | "cities"> =>
  want === "city" ? { cities: listed, clusters: others } : { clusters: listed, cities: others };

/** The first row of each name: the strongest, for a title's marks. */
export const onePer = (rows: readonly RoleRow[], want: Want): RoleRow[] =>
  [...new Map(rows.toReversed().map((r) => [r[want], r])).values()].toReversed();

/** One line per role word and document: 核心：广州、深圳、珠海（行动计划 2023—2025）. Its marks are those of its own facts. */
export function groupLines(dataset: Dataset, rows: readonly RoleRow[], want: Want): Line[] {
  return [...groupBy(rows, (row) => [`${labelOf(row)}|${row.document}`]).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const names = namesOf(dataset, group, want);
    const words = text("group", {
      label: labelOf(first),
      names,
      document: first.document,
      count: names.length > 3,
    });
    return line(
      words,
      factsOf([...groupBy(group, (r) => [r[want]]).values()].flatMap((own) => own.slice(0, 1))),
    );
  });
}

/** A block a giver, the province first. */
export function giverBlocks(rows: readonly RoleRow[]): DraftBlock[] {
  return GIVERS.flatMap((giver) => {
    const facts = factsOf(rows.filter((r) => r.giver === giver));
    const most = giver === "province" ? MOST_PER_GIVER : MOST_OTHERS;
    return factSection(facts.slice(0, most), text("giver", giver));
  });
}

/** What cities and reports say, a line each: never mixed with what the province gave. */
export function otherLines(dataset: Dataset, rows: readonly RoleRow[], want: Want): DraftBlock[] {
  return (["city", "report"] as const).flatMap((giver) => {
    const own = onePer(
      rows.filter((r) => r.giver === giver),
      want,
    );
    if (own.length === 0) return [];
    const words = text("names", namesOf(dataset, own, want));
    return section([line(words, factsOf(own))], text("giver", giver));
  });
}
