/** From the passages of a document to the facts they seem to state. */
import type { Dataset } from "../../dataset/dataset.ts";
import { PartialDate, type Source } from "../../dataset/documents.ts";
import type { Extraction } from "../../dataset/extraction.ts";
import type { Imported, Passage, TableRow } from "../../dataset/passages.ts";
import type { Fact } from "../../dataset/schema.ts";
import { createFigures } from "./figures.ts";
import { createHead } from "./heads.ts";
import { createNames } from "./names.ts";
import type { Found, Proposal } from "./proposal.ts";
import { createRoles } from "./roles.ts";
import { createTableFigures } from "./table-figures.ts";
import { createTables } from "./tables.ts";
import { sentencesOf } from "./tidy.ts";
import { type Titled, titledOf } from "./titled.ts";
import { createWord } from "./wording.ts";

/** @returns in the order of the document; pure, so that the same document gives the same. */
export type Propose = (imported: Imported, passages: readonly Passage[]) => Proposal[];

/** Ids are those of nobody until a proposal is accepted. */
const PROVISIONAL = "D000";

/** How far from a table a note may stand that explains its marks. */
const NEAR = 3;

/** Made once a dataset: the patterns are compiled here. */
export function createPropose(dataset: Dataset, words: Extraction): Propose {
  const names = createNames(dataset, words);
  const roles = createRoles(names, words);
  const figures = createFigures(names, words);
  const head = createHead(words);
  const tables = createTables(names, words);
  const tableFigures = createTableFigures(names, words);
  const word = createWord(dataset);

  const inText = (imported: Imported, passage: Passage): Found[] => [
    ...head(imported, passage),
    ...sentencesOf(passage.text).flatMap((sentence) => [
      ...roles(imported, passage, sentence),
      ...figures(imported, passage, sentence),
    ]),
  ];
  const inRow = (
    imported: Imported,
    passage: Passage & { row: TableRow },
    all: readonly Passage[],
  ): Found[] => {
    const legend = tables.legend(passage.row.caption ?? "", notesOf(passage, all));
    return [...tables.roles(imported, passage, legend), ...tableFigures(imported, passage)];
  };

  return (imported, passages) => {
    const titled = titledOf(dataset, names, words, imported);
    const source = sourceOf(imported);
    const found = passages.flatMap((passage) =>
      (isRow(passage) ? inRow(imported, passage, passages) : inText(imported, passage)).map((one) => ({
        one,
        passage,
      })),
    );
    return found.map(({ one, passage }, i): Proposal => {
      const { text, english } = word(one, titled);
      const fact: Fact = {
        id: `${PROVISIONAL}-${i + 1}`,
        document: titled.document,
        source: source.id,
        paragraph: passage.paragraph,
        passage: {
          document: imported.id,
          paragraph: passage.paragraph,
          ...(passage.page !== null && { page: passage.page }),
        },
        text,
        ...one.content,
        ...(one.content.role && { role: tierBy(titled, one.content.role) }),
      };
      return {
        fact,
        source,
        ...(english !== undefined && { english }),
        evidence: {
          sentence: one.sentence,
          page: passage.page,
          paragraph: passage.paragraph,
          section: passage.section,
        },
        confidence: one.doubts.length === 0 ? "sure" : "doubtful",
        doubts: [...new Set(one.doubts)],
      };
    });
  };
}

const isRow = (passage: Passage): passage is Passage & { row: TableRow } => passage.row !== undefined;

/** What stands just before and behind the table. */
function notesOf({ row }: Passage & { row: TableRow }, all: readonly Passage[]): string[] {
  const own = all.flatMap((p, i) => (p.row?.table === row.table ? [i] : []));
  const first = own[0] ?? 0;
  const last = own.at(-1) ?? 0;
  return [...all.slice(Math.max(0, first - NEAR), first), ...all.slice(last + 1, last + 1 + NEAR)]
    .filter((p) => p.row === undefined)
    .map((p) => p.text);
}

/** Only the province, and drafts of it, call a city something: what others say is told under headings of their own. */
function tierBy({ layer }: Titled, role: NonNullable<Fact["role"]>): NonNullable<Fact["role"]> {
  if (layer === "city") return { ...role, tier: "city" };
  return layer === "report" ? { ...role, tier: "news" } : role;
}

const sourceOf = ({ id, title, issuer, date, grade, url }: Imported): Source => ({
  id,
  title,
  publisher: issuer ?? null,
  date: PartialDate.safeParse(date).data ?? null,
  grade,
  url: url !== undefined && URL.canParse(url) ? url : null,
});
