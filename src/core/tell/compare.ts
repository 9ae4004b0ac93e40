/** Cities or clusters side by side. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { CompareRows } from "../ask/rows.ts";
import type { RoleRow } from "../ask/relations.ts";
import type { Command } from "../commands.ts";
import {
  overviewOf,
  type Draft,
  type DraftBlock,
  factSection,
  type Line,
  line,
  section,
  besideEachOther,
} from "../compose.ts";
import { nearest } from "../read/nearest.ts";
import { text } from "../say/say.ts";
import type { Text } from "../say/say.ts";
import type { Want } from "../say/texts.ts";
import { aboutListed, factsOf, giverBlocks, inPartsOf, labelsOf, namesOf, onePer } from "./lines.ts";
import { otherOf } from "../ask/universe.ts";

const MOST_LINES = 8;

/** The compared with their roles in whole clusters (in one that is named, also in a part of it), and of the other dimension everything somebody has a role with. */
interface Table extends CompareRows {
  whole: readonly RoleRow[];
  subjects: readonly string[];
  holdersOf: (subject: string) => string[];
}

function tableOf(dataset: Dataset, rows: CompareRows): Table {
  const { of, names } = rows;
  const other = otherOf(of);
  const whole = rows.rows.filter((r) => !r.sub || (of === "city" && rows.scope.clusters.length > 0));
  const holdersOf = (subject: string): string[] =>
    names.filter((name) => whole.some((r) => r[of] === name && r[other] === subject));
  return { ...rows, whole, subjects: namesOf(dataset, whole, other), holdersOf };
}

/** What two or more have in common, and what only one of them has. */
export function tellCompare(dataset: Dataset, rows: CompareRows): Draft {
  const { of, names, scope } = rows;
  const [first] = names;
  if (first !== undefined && names.length === 1) return tellAlone(dataset, rows, first);
  const table = tableOf(dataset, rows);
  const { whole, subjects, holdersOf } = table;
  const common = subjects.filter((s) => holdersOf(s).length === names.length);
  // Few clusters that were named are told one by one.
  const narrow = subjects.length <= MOST_LINES && scope.clusters.length > 0 && of === "city";
  const single = narrow && subjects.length === 1 ? pairLine(table, subjects[0] ?? "") : undefined;
  const pairs = (narrow ? subjects : common).slice(0, MOST_LINES);
  const inParts = rows.rows.filter((r) => !whole.includes(r));
  const blocks = [
    ...(single ? giverBlocks(whole) : section(pairs.map((subject) => pairLine(table, subject)))),
    ...section(narrow ? [] : names.flatMap((name) => aloneLine(table, name))),
    ...giverBlocks([...inParts, ...rows.others]),
    ...figureBlock(rows),
  ];
  return {
    outcome: blocks.length > 0 ? "answer" : "unknown",
    title:
      single ?? line(compareTitle(dataset, table, common), common.length > 0 ? [] : factsOf(sharedOf(table))),
    blocks,
    ...aboutListed(of, names, of === "city" ? scope.clusters : []),
    next: names.slice(0, 3).map((name) => overviewOf(name)),
    ...(names.length <= 4 && !narrow && { picture: pictureOf(rows) }),
  };
}

/** That they have nothing in common is said only where each has a list. */
function compareTitle(dataset: Dataset, table: Table, common: readonly string[]): Text {
  const { of, names, rows, scope } = table;
  const silent = names.filter((name) => !rows.some((r) => r[of] === name));
  return silent.length > 0
    ? text("notCompared", { names: silent, of, clusters: scope.clusters, tiers: scope.tiers })
    : text("compared", { names, of, common, inParts: inPartsOf(dataset, sharedOf(table), otherOf(of)) });
}

/** What all have a role in, and one of them only in an industry beside it. */
function sharedOf({ of, names, rows, whole }: Table): RoleRow[] {
  const other = otherOf(of);
  const has = (own: readonly RoleRow[], name: string, subject: string): boolean =>
    own.some((r) => r[of] === name && r[other] === subject);
  return rows.filter(
    (r) =>
      r.sub &&
      names.every((name) => has(rows, name, r[other])) &&
      !names.every((name) => has(whole, name, r[other])),
  );
}

/** What one has and none of the others. */
function aloneLine({ of, whole, subjects, holdersOf }: Table, name: string): Line[] {
  const own = subjects.filter((s) => holdersOf(s).join() === name);
  const held = whole.filter((r) => r[of] === name && own.includes(r[otherOf(of)]));
  const words = text("onlyOne", { name, names: own });
  return own.length === 0 ? [] : [line(words, factsOf(onePer(held, otherOf(of))))];
}

/** What each of the compared is in one cluster (or has in one city). */
function pairLine({ of, names, whole }: Table, subject: string): Line {
  const own = whole.filter((r) => r[otherOf(of)] === subject);
  const strongest = names.flatMap((name) => own.find((r) => r[of] === name) ?? []);
  const said = names.map((name) => ({ name, labels: labelsOf(strongest.filter((r) => r[of] === name)) }));
  return line(text("pairLine", { subject, said }), factsOf(strongest));
}

/** One thing cannot be compared: what is held of it, and who else there is. */
const tellAlone = (dataset: Dataset, { of, rows, scope }: CompareRows, name: string): Draft => ({
  ...askOther(dataset, of, name),
  blocks: giverBlocks(rows),
  ...aboutListed(of, [name], of === "city" ? scope.clusters : []),
});

/** The command as it is shown: a free question that names one thing is answered with its example. */
export const COMPARE: Command = {
  name: "compare",
  zhName: "比较",
  group: "ask",
  argument: "two",
  zh: "比较两个城市或两个集群",
  en: "Compare two cities or two clusters",
  example: "/compare 广州 深圳",
  exampleEn: "/compare Guangzhou Shenzhen",
};

/** 比较广州: of two names one. */
export const askOther = (dataset: Dataset, of: Want, name: string): Draft =>
  askSecond(dataset, of, name, text("second", { first: name, command: COMPARE }));

/** Asks for the other of two, and offers some. */
export const askSecond = (dataset: Dataset, of: Want, name: string, words: Text): Draft => ({
  outcome: "clarify",
  title: line(words),
  ...aboutListed(of, [name], []),
  next: nearest(dataset, "", of)
    .filter((other) => other !== name)
    .map((other) => besideEachOther(name, other)),
});

const pictureOf = ({ of, names }: CompareRows): NonNullable<Draft["picture"]> =>
  of === "city" ? { kind: "compare-cities", cities: names } : { kind: "compare-clusters", clusters: names };

/** For clusters, their newest target and result stand below. */
function figureBlock({ of, names, figures }: CompareRows): DraftBlock[] {
  if (of === "city") return [];
  const usable = figures
    .filter((f) => f.figure.of === undefined && f.giver !== "draft" && !f.fact.disputed)
    .toSorted((a, b) => b.figure.year - a.figure.year || b.edition - a.edition);
  const newest = names.flatMap((name) =>
    (["target", "result"] as const).flatMap(
      (status) => usable.find((f) => f.clusters.includes(name) && f.status === status)?.fact ?? [],
    ),
  );
  return factSection(newest, text("heading", "figures"));
}
