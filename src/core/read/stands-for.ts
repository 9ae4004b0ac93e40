/** Names that stand for constraints: a list of cities by the name it has, the policy as the source of what is claimed. */
import type { Dataset } from "../../dataset/dataset.ts";
import { type Filter, isMembers } from "../query.ts";
import { isEntity } from "./context.ts";
import { addFilter, has, hasDim, type Heard, valuesOf } from "./heard.ts";
import { is, type Token } from "./senses.ts";

/** 没有出现在“3+N”里: a list with a name is all of its tiers, unless one of them is named. */
export function layouts({ aliases }: Dataset, heard: Heard): void {
  const asksRole = has(
    heard,
    "which-city",
    "how-many-cities",
    "not",
    "yesno",
    "tag",
    "members",
    "noun-city",
    "which",
  );
  if (!asksRole || hasDim(heard, "tier", "measure", "value", "topic")) return;
  for (const { layout } of aliases.things.filter((t) => valuesOf(heard, "word").includes(t.id))) {
    const named = heard.filters.find(({ filter }) => filter.dim === "word");
    if (!layout || !named) continue;
    heard.filters = heard.filters.filter((h) => h !== named);
    const [span = { start: 0, end: 0, text: "" }] = named.spans;
    addFilter(heard, { dim: "tier", in: layout.tiers, as: span.text }, span);
    addFilter(heard, { dim: "document", in: [layout.document] }, span);
    if (!hasDim(heard, "cluster")) addFilter(heard, { dim: "cluster", in: [layout.cluster] }, span);
  }
}

/** 顺德是哪个集群的核心: roles are given to cities, and the one it lies in is told of. */
export function districtsOfRoles({ aliases }: Dataset, heard: Heard): void {
  if (!(hasDim(heard, "tier") || has(heard, "role", "belongs")) || hasDim(heard, "city")) return;
  for (const thing of aliases.things.filter((t) => valuesOf(heard, "word").includes(t.id))) {
    const named = heard.filters.find(({ filter }) => isWord(filter, thing.id));
    if (thing.districtOf === undefined || !named) continue;
    const [span = { start: 0, end: 0, text: thing.id }] = named.spans;
    heard.filters = heard.filters.filter((h) => h !== named);
    heard.districts.push({ surface: span.text, city: thing.districtOf });
    addFilter(heard, { dim: "city", in: [thing.districtOf] }, span);
  }
}

const isWord = (filter: Filter, id: string): boolean =>
  isMembers(filter) && filter.dim === "word" && filter.in.includes(id);

/** The food target for the whole agriculture and food cluster: not for the part that was named. */
export function wholly({ words }: Dataset, heard: Heard, tokens: readonly Token[]): void {
  const said = tokens.some(
    (t, i) => words.wholly.includes(t.surface) && is(tokens.slice(i + 1).find(isEntity), "cluster"),
  );
  if (said && heard.byName) heard.filters = heard.filters.filter(({ filter }) => filter.dim !== "part");
}

/** 省里 2025 年 GDP: the province itself, where nothing it could have given is named. */
export function provinceItself(heard: Heard): void {
  const isOwn =
    valuesOf(heard, "giver").join() === "province" &&
    hasDim(heard, "measure") &&
    !hasDim(heard, "cluster", "city", "class", "tier", "topic", "document", "act") &&
    !has(heard, "which-cluster", "noun-cluster", "whole", "yesno", "tag");
  if (!isOwn) return;
  heard.filters = heard.filters.filter(({ filter }) => filter.dim !== "giver");
  heard.province = true;
}

/** 这是 1+20 文件定的: what is said to be the policy's is judged by its documents, like that of a named one. */
export function policyAsSource({ documents }: Dataset, heard: Heard): void {
  const claims = hasDim(heard, "tier") && hasDim(heard, "cluster") && has(heard, "yesno", "tag", "hearsay");
  const [span] = heard.flags.get("policy") ?? [];
  if (!span || !claims || hasDim(heard, "document")) return;
  addFilter(heard, { dim: "document", in: documents.filter((d) => d.policy).map((d) => d.id) }, span);
}
