/** The numbers of several documents at once: what the facts hold of them. */
import { only, type Query } from "../query.ts";
import { factTest } from "./match.ts";
import type { Relations } from "./relations.ts";
import type { NumbersRows } from "./rows.ts";

/** Facts that give a document's number, of the documents and clusters that are meant. Undefined where there are none. */
export function selectNumbers({ dataset }: Relations, { where }: Query): NumbersRows | undefined {
  const isMeant = factTest(dataset, only(where, "document", "class", "topic", "cluster"));
  const facts = dataset.facts.filter((f) => f.numbers !== undefined && isMeant(f));
  return facts.length > 1 ? { kind: "document-numbers", facts } : undefined;
}
