/** Answers about figures: the first line is the figure itself, with its year; what it was held against follows. */
import type { Dataset } from "../../dataset/dataset.ts";
import { type FigureRow, sizeOf } from "../ask/relations.ts";
import type {
  Entry,
  FigureBestRows,
  FigureListRows,
  FigureRows,
  FigureVerdictRows,
  ReachedRows,
  RevisedRows,
  Scope,
} from "../ask/rows.ts";
import {
  type Draft,
  type DraftBlock,
  factLine,
  factSection,
  type Line,
  line,
  note,
  section,
  urgentNote,
} from "../compose.ts";
import { text } from "../say/say.ts";
import type { Text } from "../say/say.ts";
import { aboutListed, factsOf } from "./lines.ts";
import { nextForFigures } from "./next.ts";

/** What an answer about figures is about: what was asked, or else whose the figure is. */
export const about = (
  dataset: Dataset,
  { clusters, cities, statuses }: Scope,
  row: FigureRow | undefined,
): Pick<Draft, "clusters" | "cities" | "next"> => ({
  clusters: clusters.length > 0 ? clusters : (row?.clusters ?? []),
  cities: cities.length > 0 ? cities : (row?.cities ?? []),
  next: nextForFigures(dataset, clusters, cities, statuses.includes("target")),
});

const MOST_RELATED = 5;

/** The fact of the figure and those beside it; a disputed one only where the figure is in the same dispute. */
function relatedBlock(lead: FigureRow, rows: readonly FigureRow[]): DraftBlock[] {
  const related = rows.filter((r) => !r.fact.disputed || r.fact.conflict === lead.fact.conflict);
  return section([lead, ...related.slice(0, MOST_RELATED)].map((r) => factLine(r.fact)));
}

export function tellFigures(dataset: Dataset, { best, sides, others, relaxed, scope }: FigureRows): Draft {
  const draft = best.giver === "draft" && scope.documents.length === 0;
  // 产值 for 产业规模 is the same thing by another measure, and said so.
  const near = relaxed.length > 1 || (relaxed.length === 1 && relaxed[0] !== "measure");
  return {
    outcome: near || draft ? "clarify" : "answer",
    title:
      sides.length > 0 && !near && !draft
        ? line(text("figureSides", { asked: scope, row: best, sides }), factsOf([best, ...sides]))
        : line(figureTitle(best, scope, relaxed.length > 0, draft), [best.fact]),
    blocks: relatedBlock(best, others),
    ...about(dataset, scope, best),
    ...classPicture(scope),
  };
}

function figureTitle(row: FigureRow, asked: Scope, relaxed: boolean, draft: boolean): Text {
  if (relaxed) return text("figureNear", { asked, row });
  return draft ? text("figureDraft", row) : text("figure", row);
}

/** Figures of a whole class have a shape; those of one cluster are a sentence. */
const classPicture = ({ classes, clusters, cities }: Scope): Pick<Draft, "picture"> => {
  const [one] = classes;
  return one !== undefined && classes.length === 1 && clusters.length + cities.length === 0
    ? { picture: { kind: "figures", scope: one } }
    : {};
};

export function tellFigureVerdict(dataset: Dataset, rows: FigureVerdictRows): Draft {
  const { verdict, negated, row, scope, besides } = rows;
  const under = scope.bounds.some((b) => b.cmp.startsWith("<"));
  const far = rows.far && verdict === "yes";
  return {
    outcome: "answer",
    verdict,
    title: line(
      text("figureVerdict", { asked: scope, row, besides, verdict, negated, under, far, why: rows.why }),
      factsOf([row, ...besides]),
    ),
    blocks: [
      ...(rows.open.length === 0
        ? []
        : [urgentNote(text("partsOpen", { parts: rows.open, agree: verdict === "unsaid" }))]),
      ...relatedBlock(row, [...besides, ...rows.others]),
    ],
    ...about(dataset, scope, row),
  };
}

const entryLines = (entries: readonly Entry[]): Line[] =>
  entries.map((entry) => line(text("figureEntry", entry), [entry.row.fact]));

const namesOf = (entries: readonly Entry[]): string[] => entries.map((e) => e.name);

const aboutEntries = ({
  scope,
  want,
  entries,
}: FigureListRows | FigureBestRows): Pick<Draft, "clusters" | "cities" | "listed" | "next"> => ({
  ...aboutListed(want, namesOf(entries), want === "city" ? scope.clusters : scope.cities),
  listed: namesOf(entries),
  next: "figures",
});

const MOST_KNOWN = 3;

/** Those whose figure passes; where none does, the largest there are. */
export function tellFigureList(_dataset: Dataset, rows: FigureListRows): Draft {
  const { entries, unsure, known, total, scope, negated } = rows;
  const shown = entries.length > 0 ? entries : known.slice(0, MOST_KNOWN);
  const measures = new Set([...entries, ...unsure].map((e) => e.row.measure));
  const names = namesOf(entries);
  return {
    outcome: "answer",
    title: line(
      text("figureList", { scope, names, known: known.length, total, negated }),
      shown.map((e) => e.row.fact),
    ),
    blocks: [
      ...section(entryLines(shown)),
      ...section(entryLines(unsure), text("unsure", namesOf(unsure))),
      ...(measures.size > 1 ? [note(text("mixed"))] : []),
    ],
    ...aboutEntries(rows),
  };
}

const MOST_RANKED = 10;
const FEWEST_RANKED = 3;

/** The first so many, and whoever has as much as the last of them. */
const withTies = (entries: readonly Entry[], count: number): Entry[] =>
  entries.filter((e, i) => i < count || entries.slice(0, count).some((t) => sizeOf(t.row) === sizeOf(e.row)));

/** The largest or smallest, of those that have such a figure. */
export function tellFigureBest(_dataset: Dataset, rows: FigureBestRows): Draft {
  const { entries, scope, extreme, total, negated } = rows;
  const first = entries[rows.nth - 1];
  if (!first) throw new Error("a ranking needs an entry");
  const top =
    rows.nth > 1 ? entries.filter((e) => sizeOf(e.row) === sizeOf(first.row)) : withTies(entries, rows.top);
  const claimed = rows.claimed?.join("、");
  const verdict =
    namesOf(withTies(entries, 1)).includes(claimed ?? "") === negated ? ("no" as const) : ("yes" as const);
  // Of one or two that have such a figure, the largest is not the largest of all.
  const few = entries.length < FEWEST_RANKED && entries.length < total;
  if (rows.unlike.length > 0) return unranked(rows, claimed !== undefined);
  const words =
    claimed === undefined
      ? text("figureBest", {
          ...first,
          extreme,
          names: namesOf(top),
          nth: rows.nth,
          tied: top.length > rows.top,
          assumed: rows.assumed,
          known: entries.length,
          total,
        })
      : text("figureBestVerdict", {
          ...first,
          claimed,
          names: namesOf(withTies(entries, 1)),
          verdict,
          negated,
          extreme,
        });
  return {
    outcome: few ? "clarify" : "answer",
    ...(claimed !== undefined && !few && { verdict }),
    title: line(
      words,
      top.map((e) => e.row.fact),
    ),
    blocks: [
      ...section(entryLines(entries.slice(0, MOST_RANKED))),
      ...(rows.comparable ? [] : [note(text("mixed"))]),
    ],
    ...aboutEntries(rows),
    ...classPicture(scope),
  };
}

/** What may not be ranked stands side by side. */
const unranked = (rows: FigureBestRows, isClaim: boolean): Draft => ({
  outcome: isClaim ? "answer" : "clarify",
  ...(isClaim && { verdict: "unsaid" as const }),
  title: line(text("unranked", rows.unlike)),
  blocks: [...section(entryLines(rows.entries.slice(0, MOST_RANKED)))],
  ...aboutEntries(rows),
});

/** Whether a target was changed, by what the documents say one after the other. */
export function tellRevised(dataset: Dataset, rows: RevisedRows): Draft {
  const { first, last, scope, verdict, negated, change } = rows;
  const facts = factsOf(last ? [first, last] : [first]);
  return {
    outcome: "answer",
    ...(last && { verdict }),
    title: line(text("revised", { first, last, verdict, negated, change }), facts),
    blocks: factSection(facts),
    ...about(dataset, scope, first),
  };
}

/** Whether a target was met, by the result. */
export function tellReached(dataset: Dataset, rows: ReachedRows): Draft {
  const { target, result, scope, verdict, negated, others } = rows;
  const facts = factsOf(result ? [result, target] : [target]);
  const beside = verdict === "unsaid" ? factsOf(others.slice(0, MOST_RELATED)) : [];
  return {
    outcome: "answer",
    ...(result && { verdict }),
    title: line(text("reached", { target, result, verdict, negated }), facts),
    blocks: factSection([...facts, ...beside]),
    ...about(dataset, scope, target),
  };
}
