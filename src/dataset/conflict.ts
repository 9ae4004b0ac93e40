/** Where the sources disagree. */
import * as z from "zod";

const id = z.string().min(1);
const text = z.string().trim().min(1);

/** A place where sources disagree, and what may be said about it. */
export const Conflict = z.strictObject({
  id,
  title: text,
  /** One or two sentences in our words; shown with every fact it concerns. */
  say: text,
  /** Amounts that another source gives, where no fact of ours holds them: asked for, they are neither right nor wrong. */
  others: z.array(z.strictObject({ value: z.number(), unit: text })).optional(),
  /** Only an answer that speaks of one of these cities needs to know. */
  cities: z.array(id).optional(),
});
export type Conflict = z.infer<typeof Conflict>;
