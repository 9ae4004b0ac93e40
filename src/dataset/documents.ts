/** What facts are taken from: documents, the sources we read them in, and where those disagree. */
import * as z from "zod";

const id = z.string().min(1);
const text = z.string().trim().min(1);

/** How close the text we read is to the original: shown in every answer. */
export const Grade = z.enum(["official", "official-copy", "news", "news-copy", "industry"]);
export type Grade = z.infer<typeof Grade>;

/** Who speaks in a document. Only `province` can give a city a role in a cluster. */
export const Layer = z.enum(["province", "draft", "city", "report"]);
export type Layer = z.infer<typeof Layer>;

/** What states a fact: a policy document, or the heading under which reports are kept. */
export const Document = z.strictObject({
  id,
  /** Itself, where it corrects what an earlier folder says of it. Only in a folder laid over another. */
  supersedes: id.optional(),
  name: text, // full name, as shown in /sources
  short: text, // as shown in answers
  called: text.optional(), // what other texts call it, where that is not the short name
  number: text.optional(), // 粤府函〔2020〕82 号
  layer: Layer,
  /** Year of issue; null where the sources do not tell, or where the heading holds many reports. */
  year: z.number().int().nullable(),
  period: z.tuple([z.number().int(), z.number().int()]).optional(), // first and last year it covers
  policy: z.literal(true).optional(), // part of “1+20”, or the press conference that presented it
  reference: z.literal(true).optional(), // what cities are, beside the policy: plates, codes, regions
});
export type Document = z.infer<typeof Document>;

/** A day, a month or a year: 2020-05-18, 2021-08, 2023. */
export const PartialDate = z.string().regex(/^20\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/);

/** Where we read a fact. What a reader sees is publisher, date and link; `remark` is for editors and never shown. */
export const Source = z.strictObject({
  id,
  title: text,
  /** Null where the text names nobody. */
  publisher: text.nullable(),
  /** Null where the text gives no date. */
  date: PartialDate.nullable(),
  grade: Grade,
  url: z.url().nullable(),
  remark: text.optional(),
});
export type Source = z.infer<typeof Source>;

/** A place where sources disagree, and what may be said about it. */
export const Conflict = z.strictObject({
  id,
  /** The conflict it takes the place of. Only in a folder laid over another. */
  supersedes: id.optional(),
  title: text,
  /** One or two sentences in our words; shown with every fact it concerns. */
  say: text,
  /** Amounts that another source gives, where no fact of ours holds them: asked for, they are neither right nor wrong. */
  others: z.array(z.strictObject({ value: z.number(), unit: text })).optional(),
  /** Neither of the two is taken: where they make different verdicts there is none. */
  undecided: z.literal(true).optional(),
  /** Only an answer that speaks of one of these cities needs to know. */
  cities: z.array(id).optional(),
});
export type Conflict = z.infer<typeof Conflict>;
