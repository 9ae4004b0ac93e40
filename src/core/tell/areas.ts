/** Metropolitan areas: who lies in one, which there are, and whether a city is in one. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { AreaRows, AreasRows, AreaVerdictRows } from "../ask/rows.ts";
import { type Draft, line, overviewOf, section } from "../compose.ts";
import { text } from "../say/say.ts";

export function tellArea(_dataset: Dataset, { area, facts }: AreaRows): Draft {
  return {
    outcome: "answer",
    title: line(text("area", area), facts),
    cities: area.cities.map((c) => c.id),
    next: area.cities.slice(0, 3).map((c) => overviewOf(c.id)),
  };
}

export function tellAreas(_dataset: Dataset, { areas, none, beside, facts }: AreasRows): Draft {
  const words =
    none === undefined
      ? text(
          "areas",
          areas.map((a) => a.name),
        )
      : text("noArea", { cities: none, beside });
  const each = none === undefined ? areas : [];
  return {
    outcome: "answer",
    title: line(words, facts),
    blocks: section(each.map((area) => line(text("area", area), []))),
    cities: [...(none ?? []), ...(none === undefined ? [] : beside)].map((c) => c.id),
    next: areas.flatMap((a) => a.cities[0] ?? []).map((c) => overviewOf(c.id)),
  };
}

export function tellAreaVerdict(_dataset: Dataset, { cities, facts, judged }: AreaVerdictRows): Draft {
  const [first, ...others] = cities.map((city, i) =>
    line(text("inArea", { city, ...(i === 0 && { judged }) }), facts.slice(i, i + 1)),
  );
  return {
    outcome: "answer",
    verdict: judged.verdict,
    title: first ?? line(text("areas", [])),
    blocks: section(others),
    cities: cities.map((c) => c.id),
    next: cities.map((c) => overviewOf(c.id)),
  };
}
