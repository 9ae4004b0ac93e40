/** What a look-up of metropolitan areas gives. */
import type { City, Fact } from "../../dataset/schema.ts";
import type { Judged } from "./amounts.ts";

/** A metropolitan area: who lies in it, and whom its plan only touches. */
export interface Area {
  name: string;
  cities: City[];
  beside: City[];
}

export interface AreaRows {
  kind: "area";
  area: Area;
  facts: Fact[];
}

export interface AreasRows {
  kind: "areas";
  areas: Area[];
  /** Who is placed in none, where that is asked. */
  none: City[] | undefined;
  beside: City[];
  facts: Fact[];
}

/** Whether cities lie in an area. */
export interface AreaVerdictRows {
  kind: "area-verdict";
  cities: City[];
  facts: Fact[];
  judged: Judged;
}
