/** Roles in tables: marks and words where a cluster and a city meet, and lists of cities under 核心城市. */
import type { Extraction } from "../../dataset/extraction.ts";
import type { Imported, Passage, TableRow } from "../../dataset/passages.ts";
import type { Tier } from "../../dataset/schema.ts";
import type { Names } from "./names.ts";
import type { Found } from "./proposal.ts";
import { tidy } from "./tidy.ts";

interface Meaning {
  tier: Tier;
  label: string;
}

/** What the marks of a table mean, by mark. */
export type Legend = ReadonlyMap<string, Meaning>;

export interface ReadTables {
  /** @param around passages before and behind the table, where a note may explain it. */
  legend(caption: string, around: readonly string[]): Legend;
  roles(imported: Imported, passage: Passage & { row: TableRow }, legend: Legend): Found[];
}

export function createTables(names: Names, { tables }: Extraction): ReadTables {
  const mark = `[${tables.marks}]`;
  const said = `(?:${tables.says.join("|")})`;
  const entry = new RegExp(
    `[“"]?(?<mark>${mark}+)[”"]?(?:${said}|:|=|-)*(?<label>[\\p{Script=Han}]{2,12})`,
    "gu",
  );
  const reversed = new RegExp(`(?<label>[\\p{Script=Han}]{2,12})[(:](?<mark>${mark}+)[)]?`, "gu");

  const meaningOf = (label: string): Meaning | undefined => {
    const found = tables.tiers.find(({ words }) => words.some((w) => label.includes(w)));
    return found && { tier: found.tier, label };
  };
  const explained = (text: string): (readonly [string, Meaning])[] => {
    const entries = [...text.matchAll(entry)];
    return (entries.length > 0 ? entries : [...text.matchAll(reversed)]).flatMap(({ groups = {} }) => {
      const meaning = meaningOf(groups["label"] ?? "");
      return meaning ? [[groups["mark"] ?? "", meaning] as const] : [];
    });
  };
  /** A cell that is a mark, or a word of the tiers and nothing else. */
  const cellMeaning = (cell: string, legend: Legend): Meaning | undefined =>
    legend.get(cell) ??
    (tables.tiers.some(({ words }) =>
      words.some((w) => cell === w || tables.cities.some((c) => cell === `${w}${c}`)),
    )
      ? meaningOf(cell)
      : undefined);

  /** The column of a heading such as 核心城市. */
  const listMeaning = (heading: string): Meaning | undefined =>
    tables.cities.some((c) => heading.endsWith(c)) && heading.length <= 8 ? meaningOf(heading) : undefined;

  return {
    legend: (caption, around) => new Map([...around.map(tidy), tidy(caption)].flatMap(explained)),
    roles(imported, { row, text, section }, legend) {
      const cells = row.cells.map(tidy);
      const headings = row.headings.map((h) => tidy(h.at(-1) ?? ""));
      // 核心城市：中山 is a list of one, not what the row is about.
      const subjects = cells.filter((_, i) => listMeaning(headings[i] ?? "") === undefined);
      const city = firstOf(subjects, names.cityCalled);
      const cluster = firstOf(subjects, names.clusterCalled) ?? imported.cluster;
      const columns = headings.filter((h) => names.cityCalled(h) !== undefined).length;
      const partial = columns > 0 && columns < names.cities;
      const topics = ["role", "layout"] as const;
      const found = (
        clusters: string[],
        cities: string[],
        { tier, label }: Meaning,
        open = false,
      ): Found => ({
        content: { clusters, cities, topics: [...topics], role: { tier, label, ...(open && { open }) } },
        sentence: text,
        doubts: [
          ...(section.length === 0 && row.caption === undefined ? ["the table has no title"] : []),
          ...(partial && cities.length > 1
            ? ["the table does not have all cities: others may be missing"]
            : []),
        ],
      });
      const listed = headings.flatMap((heading, i) => {
        const meaning = listMeaning(heading);
        const signed = names.sign(cells[i] ?? "");
        const list = signed.text.length === 1 ? signed.listOf(signed.text) : undefined;
        return meaning && list && !list.foreign && cluster !== undefined && city === undefined
          ? [found([cluster], [...list.ids], meaning, list.open)]
          : [];
      });
      if (listed.length > 0) return listed;
      const named = city === undefined ? names.cityCalled : names.clusterCalled;
      if (city === undefined && cluster === undefined) return [];
      const marked = headings.map((heading, i) => {
        const id = named(heading);
        const meaning = cellMeaning(cells[i] ?? "", legend);
        return id !== undefined && meaning ? { id, meaning } : undefined;
      });
      const kinds = groupedByMeaning(marked.filter((m) => m !== undefined));
      return kinds.map(({ meaning, ids }) =>
        city === undefined ? found([cluster ?? ""], ids, meaning) : found(ids, [city], meaning),
      );
    },
  };
}

function firstOf(cells: readonly string[], named: (text: string) => string | undefined): string | undefined {
  for (const cell of cells) {
    const id = named(cell);
    if (id !== undefined) return id;
  }
  return undefined;
}

function groupedByMeaning(
  marked: readonly { id: string; meaning: Meaning }[],
): { meaning: Meaning; ids: string[] }[] {
  const groups = new Map<string, { meaning: Meaning; ids: string[] }>();
  for (const { id, meaning } of marked) {
    const group = groups.get(meaning.label) ?? { meaning, ids: [] };
    group.ids.push(id);
    groups.set(meaning.label, group);
  }
  return [...groups.values()];
}
