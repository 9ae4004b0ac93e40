/** Cities or clusters by how often the province names them. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { RankingRows } from "../ask/rows.ts";
import { type Draft, type Line, line, note, overviewOf, section } from "../compose.ts";
import { text } from "../say/say.ts";
import type { InParts } from "../say/texts.ts";
import { aboutListed, factsOf, inPartsOf, onePer, otherOf } from "./lines.ts";

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
  const facts = factsOf(entries.flatMap((e) => onePer(e.rows, otherOf(want))));
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
      }),
      facts,
    ),
    blocks: [...section(rankLines(entries, want)), note(text("closedToday"))],
    ...aboutRanked(entries, want),
  };
}

/** Roles in an industry beside the cluster are not counted, which is said of those that are told. */
const partsOf = (dataset: Dataset, { inParts, want }: RankingRows, told: readonly Ranked[]): InParts =>
  inPartsOf(
    dataset,
    inParts.filter((r) => told.some((e) => e.name === r[want])),
    want,
  );

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
  if (rows.compared) return tellCounts(dataset, rows);
  const named = entries.filter((e) => e.count > 0);
  const held = extreme === "max" ? named : entries;
  const [first] = held;
  if (!first) return namesNobody(false);
  const { count } = first;
  const top = held.filter((e) => e.count === count);
  const names = top.map((e) => e.name);
  const facts = factsOf(top.flatMap((e) => e.rows)).slice(0, MOST_TITLE_FACTS);
  return {
    outcome: "answer",
    title: line(
      text("ranking", {
        top: names,
        count,
        want,
        tiers: scope.tiers,
        extreme,
        inParts: partsOf(dataset, rows, top),
      }),
      facts,
    ),
    blocks: [...section(rankLines(named.slice(0, MOST_RANKED), want)), note(text("closedToday"))],
    ...aboutRanked(top, want),
  };
}
