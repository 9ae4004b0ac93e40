/** Answers about a series: how many clusters have passed a trillion, and which was the fourth. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Fact } from "../../dataset/schema.ts";
import type { SeriesRows } from "../ask/rows.ts";
import { type Draft, factSection, type Line, line } from "../compose.ts";
import { text } from "../say/say.ts";
import { factsOf } from "./lines.ts";

const MOST = 5;

/** The count of the newest year or the member that was asked for; the other years stand below. */
export function tellSeries(_dataset: Dataset, rows: SeriesRows): Draft {
  const { counts, members, scope, verdict: judged, place } = rows;
  const base = { clusters: scope.clusters, next: "series" as const };
  const title = judged ? judgedTitle(rows) : askedTitle(rows);
  if (!title)
    return { ...base, outcome: "unknown", title: line(text("nothing", { verdict: judged !== undefined })) };
  const ofCity = judged !== undefined && scope.cities.length > 0 && counts.length > 0;
  const told = !judged && !isAsked(rows) ? [] : title.facts;
  const rest = [...new Set([...factsOf(counts), ...members])].filter(
    (f) => f.brief !== undefined || !told.includes(f),
  );
  const one = !judged && (place !== undefined || scope.clusters.length > 0);
  return {
    ...base,
    outcome: "answer",
    ...(judged && { verdict: judged.verdict }),
    title,
    blocks: ofCity ? [] : factSection(rest.slice(0, MOST), text("heading", "counts")),
    ...(ofCity && { cities: scope.cities }),
    ...(one && { clusters: members[0]?.clusters ?? [] }),
  };
}

const isAsked = ({ scope, place }: SeriesRows): boolean => scope.clusters.length > 0 || place !== undefined;

function judgedTitle(rows: SeriesRows): Line | undefined {
  const { scope, expected, verdict: judged } = rows;
  const [count] = rows.counts;
  const [member] = rows.members;
  if (!judged) return undefined;
  const of = (fact: Fact): Line => line(text("statementVerdict", { fact, ...judged }), [fact]);
  if (count && scope.cities.length > 0) return of(count.fact);
  if (count && expected !== undefined)
    return line(text("seriesCountVerdict", { row: count, ...judged }), [count.fact]);
  if (member) return of(member);
  if (!count) return undefined;
  const unsaid = { fact: count.fact, verdict: "unsaid", negated: judged.negated } as const;
  return line(text("statementVerdict", unsaid), [count.fact]);
}

function askedTitle(rows: SeriesRows): Line | undefined {
  const [count] = rows.counts;
  const [member] = rows.members;
  if (isAsked(rows)) return member && line(text("statements", [member]), [member]);
  const listing = rows.listed ? rows.members.find((f) => f.ordinal === undefined) : undefined;
  if (listing) return line(text("statements", [listing]), [listing]);
  // 2023 年的有哪些: whoever counts them there names them too.
  const isNaming = rows.named && count?.fact.topics.includes("membership") === true;
  if (isNaming) return line(text("sentences", [count.fact]), [count.fact]);
  // Where the years differ the number before it is told too.
  const before = rows.counts.find((r) => r.figure.value !== count?.figure.value);
  const told = [count, before].flatMap((r) => r ?? []);
  return count && line(text("seriesCount", told), factsOf(told));
}
