/** Cities or clusters by how often the province names them. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { RankingRows } from "../ask/rows.ts";
import type { Tally } from "../query.ts";
import {
  type Draft,
  type DraftBlock,
  factSection,
  type Line,
  line,
  note,
  overviewOf,
  section,
} from "../compose.ts";
import { text } from "../say/say.ts";
import type { InParts } from "../say/texts.ts";
import { aboutListed, factsOf, inPartsOf, onePer } from "./lines.ts";
import { otherOf } from "../ask/universe.ts";

type Ranked = RankingRows["entries"][number];

const rankLines = (entries: readonly Ranked[], want: RankingRows["want"]): Line[] =>
  entries.map(({ name, count, rows }) => {
    const other = otherOf(want);
    const members = [...new Set(rows.map((r) => r[other]))];
    return line(text("rankLine", { name, count, members }), factsOf(onePer(rows, other)));
  });

const aboutRanked = (
  entries: readonly Ranked[],
  want: RankingRows["want"],
): Pick<Draft, "clusters" | "cities" | "next"> => {
  const names = entries.map((e) => e.name);
  return { ...aboutListed(want, names, []), next: names.slice(0, 2).map((name) => overviewOf(name)) };
};

/** Two or more that were named, by how often the province names them. */
function tellCounts(dataset: Dataset, rows: RankingRows): Draft {
  const { entries, want, scope, extreme, verdict: judged } = rows;
  // Nobody is named: nothing to rest on, whichever is asked for.
  if (entries.every(({ count }) => count === 0)) return namesNobody(judged !== undefined);
  const told = rows.stated.filter((r) =>
    entries.some((e) => e.rows.length === 0 && r.cities.includes(e.name)),
  );
  const facts = factsOf([...entries.flatMap((e) => onePer(e.rows, otherOf(want))), ...told]);
  return {
    outcome: "answer",
    ...(judged && { verdict: judged.verdict }),
    title: line(
      text("counts", {
        entries,
        tiers: scope.tiers,
        want,
        extreme,
        judged,
        inParts: partsOf(dataset, rows, entries),
        incomplete: rows.incomplete,
      }),
      facts,
    ),
    blocks: [...ownCounts(rows), ...section(rankLines(entries, want)), note(text("closedToday"))],
    ...aboutRanked(entries, want),
    ...listedIn(entries),
  };
}

/** Those with so many; each with how many it has. */
function tellTallied(dataset: Dataset, rows: RankingRows, tally: Tally): Draft {
  const { entries, want, scope } = rows;
  const facts = factsOf(entries.flatMap((e) => onePer(e.rows, otherOf(want))));
  const inParts = partsOf(dataset, rows, entries);
  // Whether a list that may go on has at most so many is not known.
  const isLeast = tally.cmp === ">" || tally.cmp === ">=";
  const sure = entries.filter((e) => isLeast || !e.open);
  const totals = [...new Set(rows.stated.flatMap((r) => r.cities))];
  const unsure = entries.filter((e) => !sure.includes(e)).map((e) => e.name);
  return {
    outcome: entries.length > 0 ? "answer" : "unknown",
    title: line(
      text("tallied", { entries: sure, unsure, totals, tally, want, tiers: scope.tiers, inParts }),
      facts,
    ),
    blocks: [...section(rankLines(entries, want)), ...ownCounts(rows), note(text("closedToday"))],
    ...aboutRanked(entries, want),
  };
}

/** How many each has. */
function tellApiece(dataset: Dataset, rows: RankingRows): Draft {
  const { entries, want, scope } = rows;
  const some = entries.filter((e) => e.count > 0);
  return {
    outcome: some.length > 0 ? "answer" : "unknown",
    title: line(
      text("apiece", {
        entries: some,
        none: entries.filter((e) => e.count === 0).map((e) => e.name),
        open: some.some((e) => e.open),
        want,
        tiers: scope.tiers,
        inParts: partsOf(dataset, rows, entries),
      }),
      factsOf(some.flatMap((e) => onePer(e.rows, otherOf(want)))),
    ),
    blocks: [...section(rankLines(some, want)), ...ownCounts(rows), note(text("closedToday"))],
    ...aboutRanked(some, want),
    ...listedIn(some),
  };
}

/** What documents say of how many there are, which are more than are listed. */
const ownCounts = ({ stated }: RankingRows): DraftBlock[] =>
  factSection([...new Set(stated.map((r) => r.fact))], text("heading", "ownCounts"));

/** Roles in an industry beside the cluster are not counted, which is said of those that are told. */
const partsOf = (dataset: Dataset, { inParts, want }: RankingRows, told: readonly Ranked[]): InParts =>
  inPartsOf(
    dataset,
    inParts.filter((r) => told.some((e) => e.name === r[want])),
    want,
  );

const listedIn = (entries: readonly Ranked[]): Pick<Draft, "listed"> => ({
  listed: entries.map((e) => e.name),
});

/** As many as are wanted, and those that are level with the last of them. */
const topOf = (entries: readonly Ranked[], top: number): Ranked[] =>
  entries.filter((e, i) => i < top || e.count === entries[top - 1]?.count);

const namesNobody = (verdict: boolean): Draft => ({
  outcome: "unknown",
  ...(verdict && { verdict: "unsaid" as const }),
  title: line(text("nothing", { verdict })),
});

const MOST_RANKED = 5;
const MOST_TITLE_FACTS = 12;

/** Those most, or least, often named. */
export function tellRanking(dataset: Dataset, rows: RankingRows): Draft {
  const { entries, want, scope, extreme } = rows;
  if (rows.each) return tellApiece(dataset, rows);
  if (rows.compared) return tellCounts(dataset, rows);
  if (rows.tally) return tellTallied(dataset, rows, rows.tally);
  const named = entries.filter((e) => e.count > 0);
  const held = extreme === "max" ? named : entries;
  const [first] = held;
  if (!first) return namesNobody(false);
  const { count } = first;
  if (rows.top > 1)
    return { ...tellCounts(dataset, { ...rows, entries: topOf(held, rows.top) }), ...listedIn(held) };
  const top = held.filter((e) => e.count === count);
  const names = top.map((e) => e.name);
  // A number that is more than is listed rests on who states it.
  const told = rows.stated.filter((r) =>
    top.some((e) => e.least > e.rows.length && r.cities.includes(e.name)),
  );
  const facts = factsOf([...told, ...top.flatMap((e) => e.rows)]).slice(0, MOST_TITLE_FACTS);
  return {
    outcome: "answer",
    title: line(
      text("ranking", {
        top: names,
        count,
        want,
        tiers: scope.tiers,
        extreme,
        leaving: want === "city" ? scope.notCities : scope.notClusters,
        behind: rows.behind,
        inParts: partsOf(dataset, rows, top),
      }),
      facts,
    ),
    blocks: [
      ...section(rankLines(named.slice(0, MOST_RANKED), want)),
      ...ownCounts(rows),
      note(text("closedToday")),
    ],
    ...aboutRanked(top, want),
    ...listedIn(held),
  };
}
