/** What tellers of roles say of the question: its subject, and how it narrowed the rows. */
import type { Dataset } from "../../dataset/dataset.ts";
import { isDisputed } from "../ask/disputes.ts";
import type { RoleRow } from "../ask/relations.ts";
import type { Scope } from "../ask/rows.ts";
import type { Draft } from "../compose.ts";
import type { Want } from "../say/texts.ts";

/** The scope without its documents: a refusal holds no figure, not even that of a document's name. */
export const undocumented = (scope: Scope): Scope => ({ ...scope, documents: [], notDocuments: [] });

/** The clusters whose cities are asked for, or the cities (by the name of their set) whose clusters are. */
export const subjectOf = (scope: Scope, want: Want): string[] =>
  want === "city" ? scope.clusters : scope.set === undefined ? scope.cities : [scope.set];

/** Sources that disagree about one of the cities. */
export const isDoubtful = (dataset: Dataset, rows: readonly RoleRow[]): boolean =>
  rows.some((r) => isDisputed(dataset, r));

/** The very fact that is told names the district. */
export const isToldOf = (draft: Draft | undefined, district: string): boolean =>
  draft?.kind === "statements" &&
  draft.verdict === undefined &&
  draft.title.facts.length > 0 &&
  draft.title.facts.every((f) => f.text.includes(district));
