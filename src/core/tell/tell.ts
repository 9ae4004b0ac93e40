/** Rows → Draft: one teller a kind of rows. It is given no query, so that it cannot leave a constraint out. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Rows } from "../ask/rows.ts";
import type { Draft } from "../compose.ts";
import { tellCompare } from "./compare.ts";
import {
  tellFigureBest,
  tellFigureList,
  tellFigures,
  tellFigureVerdict,
  tellReached,
  tellRevised,
} from "./figures.ts";
import { tellArea, tellAreas, tellAreaVerdict } from "./areas.ts";
import { tellCities, tellClasses, tellClassVerdict, tellReference } from "./lists.ts";
import { tellMembers } from "./members.ts";
import { tellOverview } from "./overview.ts";
import { tellRanking } from "./ranking.ts";
import { tellSeries } from "./series.ts";
import { tellFigureCompare } from "./sides.ts";
import { tellConflicts, tellNothing, tellNumbers, tellStatements } from "./statements.ts";
import { tellCell, tellVerdict } from "./verdict.ts";

type Teller<R> = (dataset: Dataset, rows: R) => Draft;

const TELLERS: { [K in Rows["kind"]]: Teller<Extract<Rows, { kind: K }>> } = {
  members: tellMembers,
  cell: tellCell,
  "role-verdict": tellVerdict,
  compare: tellCompare,
  ranking: tellRanking,
  overview: tellOverview,
  figures: tellFigures,
  "figure-verdict": tellFigureVerdict,
  "figure-list": tellFigureList,
  "figure-best": tellFigureBest,
  "figure-compare": tellFigureCompare,
  reached: tellReached,
  revised: tellRevised,
  classes: tellClasses,
  "class-verdict": tellClassVerdict,
  reference: tellReference,
  cities: tellCities,
  area: tellArea,
  areas: tellAreas,
  "area-verdict": tellAreaVerdict,
  statements: tellStatements,
  "document-numbers": tellNumbers,
  series: tellSeries,
  conflicts: tellConflicts,
  none: tellNothing,
};

/** @returns what is said of the rows, before citations and suggestions. */
export function tell(dataset: Dataset, rows: Rows): Draft {
  const teller = TELLERS[rows.kind] as Teller<Rows>;
  return { ...teller(dataset, rows), kind: rows.kind };
}
