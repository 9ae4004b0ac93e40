/**
 * The table of what can be asked. A rule says when it applies, which operators it understands, and what query it makes;
 * its example is its test. A rule that leaves a constraint or an operator unused gives way to one that uses them all;
 * of two that use as much the earlier wins.
 */
import { CITY_RULES } from "./rules/cities.ts";
import { CLASS_RULES } from "./rules/classes.ts";
import { DOCUMENT_RULES } from "./rules/documents.ts";
import { FIGURE_RULES } from "./rules/figures.ts";
import { REST_RULES } from "./rules/rest.ts";
import { ROLE_RULES } from "./rules/roles.ts";
import { TALLY_RULES } from "./rules/tallies.ts";
import type { Rule } from "./rules/rule.ts";
import { TOPIC_RULES } from "./rules/topics.ts";

export type { Rule } from "./rules/rule.ts";

export const RULES: readonly Rule[] = [
  ...DOCUMENT_RULES,
  ...CITY_RULES,
  ...CLASS_RULES,
  ...TOPIC_RULES,
  ...FIGURE_RULES,
  ...TALLY_RULES,
  ...ROLE_RULES,
  ...REST_RULES,
];
