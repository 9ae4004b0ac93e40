/** What cities are besides their roles, as facts. */
import type { Fact } from "../../dataset/schema.ts";
import type { Relations } from "./relations.ts";

/** The fact of each city that states its plate, area code, region and metropolitan area. */
export const referenceFacts = ({ dataset }: Relations, cities: readonly string[]): Fact[] =>
  cities.flatMap((city) => {
    const facts = dataset.factsOfCity.get(city) ?? [];
    return facts.find((f) => dataset.document.get(f.document)?.reference) ?? [];
  });
