/** Lines that the role replies share: one role word, its members and its document. */
import type { Fact, Tier } from "../../dataset/schema.ts";
import { claim, type Claim, type DraftBlock } from "../compose.ts";
import { KIND_HEADINGS, ROLE_KINDS } from "../facts.ts";
import { type ByKind, type Group } from "../roles.ts";

export const MOST_PER_KIND = 3;

const MOST_OTHERS = 2;

export const join = (items: readonly string[]): string => items.join("、");

export const factBlock = (heading: string, facts: readonly Fact[]): DraftBlock[] =>
  facts.length === 0 ? [] : [{ kind: "facts", heading, items: facts.map(claim) }];

export const kindBlocks = (kinds: ByKind): DraftBlock[] =>
  ROLE_KINDS.flatMap((kind) =>
    factBlock(
      KIND_HEADINGS[kind],
      kinds[kind].slice(0, kind === "province" ? MOST_PER_KIND + 1 : MOST_OTHERS),
    ),
  );

const groupClaim = (group: Group): Claim => ({
  text: `${group.label}：${join(group.members)}（${group.document.replace("（", " ").replace("）", "")}）`,
  facts: group.facts,
});

export const groupBlock = (heading: string, list: readonly Group[]): DraftBlock[] =>
  list.length === 0 ? [] : [{ kind: "facts", heading, items: list.map(groupClaim) }];

export const OPEN_NOTE: DraftBlock = { kind: "note", text: "原文名单带“等”字，不一定齐全。" };

export const matchesTier = (fact: Fact, tiers: readonly Tier[]): boolean =>
  tiers.length === 0 || (fact.role !== undefined && tiers.includes(fact.role.tier));
