/** /document and /quote: what a document says, and where a fact stands in it. */
import type { Dataset } from "../../dataset/dataset.ts";
import { type Imported, type Library, NO_LIBRARY, type Passage } from "../../dataset/passages.ts";
import type { Fact } from "../../dataset/schema.ts";
import { withoutCommands } from "../../text/echo.ts";
import { type Draft, type DraftBlock, factSection, line, overviewOf } from "../compose.ts";
import { named } from "../query.ts";
import { readId } from "../quote/passage.ts";
import type { Quote, Quoter } from "../quote/quoter.ts";
import { filtersOf } from "../read/heard.ts";
import type { Reading } from "../read/read.ts";
import { text, type Text } from "../say/say.ts";
import type { Called } from "./command.ts";
import { tellSuperseded } from "./fact.ts";
import { noQuote, notQuotable, tellPassage } from "./quoted.ts";

const MOST_FACTS = 20;
const MOST_SECTIONS = 30;

/** What was named: a document, a cluster, a year, in any order. */
interface Wanted {
  documents: readonly string[];
  clusters: readonly string[];
  years: readonly string[];
  /** As typed: the id or the title of an imported document. */
  typed: string;
}

function wantedIn({ questions }: Reading, rest: string): Wanted {
  const filters = questions.flatMap(filtersOf);
  return {
    documents: named(filters, "document"),
    clusters: named(filters, "cluster"),
    years: named(filters, "year"),
    typed: rest.trim(),
  };
}

/** /document: facts of a document, by the places they stand in, and the sections of what was imported. */
export function documentNamed({ relations: { dataset }, quoter, reading, rest }: Called): Draft | undefined {
  const { library = NO_LIBRARY } = quoter ?? {};
  const wanted = wantedIn(reading, rest);
  const imported = library.documents().filter((one) => isWanted(dataset, one, wanted));
  const facts = factsOf(dataset, wanted);
  if (wanted.documents.length + wanted.clusters.length + imported.length === 0) return undefined;
  if (facts.length + imported.length === 0)
    return { outcome: "clarify", title: line(text("noDocument")), next: "documents", aside: true };
  const [cluster] = wanted.clusters;
  return {
    outcome: facts.length > 0 ? "answer" : "clarify",
    title: line(titleOf(facts, imported, cluster)),
    blocks: [
      ...byDocument(facts.slice(0, MOST_FACTS)),
      ...imported.flatMap((one) => contentsOf(library, one)),
    ],
    clusters: wanted.clusters,
    reference: null,
    next: cluster === undefined ? "documents" : [overviewOf(cluster)],
  };
}

function titleOf(facts: readonly Fact[], [first]: readonly Imported[], cluster: string | undefined): Text {
  const documents = [...new Set(facts.map((fact) => fact.document))];
  return documents.length === 0 && first
    ? text("documentHolds", { title: first.title })
    : text("documentSays", { documents, cluster, facts: facts.length });
}

const byDocument = (facts: readonly Fact[]): DraftBlock[] =>
  [...new Set(facts.map((fact) => fact.document))].flatMap((id) =>
    factSection(
      facts.filter((fact) => fact.document === id),
      text("name", id),
    ),
  );

/** Without a year every edition is meant. Facts in the order in which they stand in the document. */
function factsOf(dataset: Dataset, { documents, clusters, years }: Wanted): Fact[] {
  if (documents.length + clusters.length === 0) return [];
  const ofYear = (id: string): boolean =>
    years.length === 0 || years.includes(String(dataset.document.get(id)?.year));
  // 行动计划 2023: the year chooses among the editions, where one of them is of that year.
  const isChosen = documents.length === 0 || documents.some(ofYear);
  const isOf = ({ document }: Fact): boolean =>
    (documents.length === 0 || documents.includes(document)) && (!isChosen || ofYear(document));
  const about = ({ clusters: own }: Fact): boolean =>
    clusters.length === 0 || clusters.some((cluster) => own.includes(cluster));
  const place = ({ passage, paragraph }: Fact): number =>
    passage?.paragraph ?? paragraph ?? Number.MAX_SAFE_INTEGER;
  return dataset.facts
    .filter((fact) => !fact.disputed && isOf(fact) && about(fact))
    .toSorted((a, b) => place(a) - place(b));
}

function isWanted(dataset: Dataset, one: Imported, { documents, clusters, years, typed }: Wanted): boolean {
  if (typed !== "" && (one.id === typed || one.title === typed)) return true;
  if (documents.length + clusters.length === 0) return false;
  const own = one.document === undefined ? undefined : dataset.document.get(one.document);
  const year = own?.year ?? one.date?.slice(0, 4);
  return (
    (documents.length === 0 || documents.includes(one.document ?? "")) &&
    (clusters.length === 0 || clusters.includes(one.cluster ?? "")) &&
    (years.length === 0 || years.includes(String(year)))
  );
}

/** The sections, in their order, with the pages they stand on. */
function contentsOf(library: Library, one: Imported): DraftBlock[] {
  const sections = new Map<string, Passage[]>();
  for (const passage of library.passages(one.id)) {
    const name = passage.section.join(" › ");
    sections.set(name, [...(sections.get(name) ?? []), passage]);
  }
  const items = [...sections]
    .slice(0, MOST_SECTIONS)
    .map(([name, passages]) =>
      text("contents", { section: name, pages: pagesOf(passages), passages: passages.length }),
    );
  return [{ kind: "list", heading: text("documentHolds", { title: one.title }), items }];
}

function pagesOf(passages: readonly Passage[]): readonly [number, number] | undefined {
  const pages = passages.flatMap(({ page }) => page ?? []);
  return pages.length === 0 ? undefined : [Math.min(...pages), Math.max(...pages)];
}

// One passage ----------------------------------------------------------------------------------------------------------

/** /quote: the passage a fact was taken from, or the passage of that id, between its neighbours. */
export function quoteNamed(called: Called): Draft | undefined {
  const {
    rest,
    relations: { dataset },
  } = called;
  const typed = rest.trim();
  if (typed === "") return undefined;
  const id = typed.toUpperCase();
  const fact = dataset.fact.get(id);
  const place = fact ? fact.passage : readId(typed);
  const found = place && passageAt(called.quoter, place);
  if (found) return found;
  if (fact) return notQuotable(dataset, id);
  return tellSuperseded(dataset, id) ?? noQuote(withoutCommands(typed.slice(0, MOST_ECHO)));
}

const MOST_ECHO = 40;

/** @returns undefined where it has not been imported. */
export function passageAt(
  quoter: Quoter | undefined,
  { document, paragraph }: { document: string; paragraph: number },
): Draft | undefined {
  const near = (at: number): Quote[] => {
    const quote = quoter?.at(document, at);
    return quote ? [quote] : [];
  };
  const quote = quoter?.at(document, paragraph);
  return quote && tellPassage(quote, near(paragraph - 1), near(paragraph + 1));
}
