/** The answer to a frame that was understood wholly: the most specific predicate first. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Draft } from "../compose.ts";
import { asksFor, type Frame, has, namesEntity, theClass } from "../frame.ts";
import { classReply, membersReply } from "./classes.ts";
import { conflictReply } from "./conflict.ts";
import { figuresReply, noFigure } from "./figures.ts";
import { profileReply } from "./profile.ts";
import * as refuse from "./refuse.ts";
import { topicsReply } from "./topics.ts";
import { citiesReply } from "./cities.ts";
import { bare, byRole, comparison } from "./by-role.ts";
import { under } from "./under.ts";
import { byStrongTopic, byTopic } from "./by-topic.ts";

/** The answer to a frame that was understood wholly; undefined where it asks for nothing we file. */
export function typedReply(dataset: Dataset, frame: Frame): Draft | undefined {
  if (has(frame, "most")) return unranked(dataset, frame);
  const draft = enumerated(frame, byPredicate(dataset, frame));
  const weak = draft === undefined || draft.outcome !== "answer";
  if (!weak || frame.documents.length === 0) return draft;
  return elsewhere(dataset, frame) ?? draft;
}

/** 哪五个: a fact that names the whole without its parts is near, but no answer. */
function enumerated(frame: Frame, draft: Draft | undefined): Draft | undefined {
  if (draft?.outcome !== "answer" || frame.listed === undefined) return draft;
  const lines = (draft.blocks ?? []).flatMap((b) => (b.kind === "facts" ? b.items : []));
  const parts = Math.max(0, ...[draft.title, ...lines].map((c) => c.text.split(/[、；]/).length));
  if (parts >= frame.listed || lines.length >= frame.listed) return draft;
  return under("文件没有逐项写明，相关的说法是：", draft);
}

/** This document does not say so; others do. */
function elsewhere(dataset: Dataset, frame: Frame): Draft | undefined {
  const draft = byPredicate(dataset, { ...frame, documents: [] });
  if (draft?.outcome !== "answer") return undefined;
  const names = frame.documents.map((id) => dataset.document.get(id)?.short ?? id).join("、");
  const yesno = has(frame, "yesno");
  const heading = `${yesno ? "文件没有这样说：" : ""}我们手上的${names}没有这样写，其他文件有：`;
  return under(heading, draft, yesno ? "answer" : "clarify");
}

/** 最大、最多、排名: the documents do not rank, except where a fact itself tells a rank. */
function unranked(dataset: Dataset, frame: Frame): Draft | undefined {
  const rest: Frame = { ...frame, ops: frame.ops.filter((op) => op !== "most") };
  if (frame.topics.some((t) => t === "rating" || t === "honour")) return topicsReply(dataset, rest);
  const draft = byPredicate(dataset, rest);
  const told =
    draft?.title.facts[0]?.text.includes(frame.superlative ?? "?") || draft?.title.text.includes("最高");
  if (draft && draft.outcome !== "answer" && !namesEntity(frame)) return refuse.noRanking();
  if (draft?.outcome !== "answer" || told) return draft;
  return under("文件没有排这个名次。相关的说法是：", draft);
}

function byPredicate(dataset: Dataset, frame: Frame): Draft | undefined {
  const profile = profileReply(dataset, frame);
  if (profile && !isFigure(frame) && frame.tiers.length === 0 && frame.topics.length === 0) return profile;
  return (
    (asksFor(frame, "conflict") ? conflictReply(dataset, frame) : undefined) ??
    (asksFor(frame, "belongs") && frame.clusters.length > 0 ? classReply(dataset, frame) : undefined) ??
    complement(frame) ??
    both(dataset, frame) ??
    (has(frame, "compare") && !isFigure(frame) ? comparison(dataset, frame) : undefined) ??
    byStrongTopic(dataset, frame) ??
    byFigure(dataset, frame) ??
    byClass(dataset, frame) ??
    byRole(dataset, frame) ??
    byTopic(dataset, frame) ??
    bare(dataset, frame)
  );
}

/** 核心城市和目标: two wishes about one cluster, answered one after the other. */
function both(dataset: Dataset, frame: Frame): Draft | undefined {
  const [cluster] = frame.clusters;
  const cities = frame.tiers.length > 0;
  const single = frame.clusters.length === 1 && frame.cities.length === 0 && frame.amounts.length === 0;
  if (
    cluster === undefined ||
    !single ||
    !cities ||
    frame.statuses.length === 0 ||
    has(frame, "yesno") ||
    has(frame, "most")
  )
    return undefined;
  const roles = citiesReply(dataset, { ...frame, statuses: [], measures: [], years: [] }, cluster);
  const figures = figuresReply(dataset, { ...frame, tiers: [], asks: [] });
  if (roles.outcome !== "answer" || figures?.outcome !== "answer") return undefined;
  return {
    ...roles,
    blocks: [...(roles.blocks ?? []), { kind: "facts", heading: "数字", items: [figures.title] }],
  };
}

/** 没有布局的是哪个: what the documents leave out cannot be listed from what they say. */
const complement = (frame: Frame): Draft | undefined => (has(frame, "not") ? refuse.notListed() : undefined);

function byFigure(dataset: Dataset, frame: Frame): Draft | undefined {
  if (!isFigure(frame)) return undefined;
  const draft = figuresReply(dataset, frame);
  if (draft) return { ...draft, ...figuresPicture(frame) };
  return has(frame, "compare") ? comparison(dataset, frame) : noFigure(frame);
}

/** Figures of a whole class have a shape; those of one cluster are a sentence. */
function figuresPicture(frame: Frame): Pick<Draft, "picture"> {
  const scope = theClass(frame);
  return scope === undefined || namesEntity(frame) ? {} : { picture: { kind: "figures", scope } };
}

const isFigure = (frame: Frame): boolean =>
  frame.measures.length > 0 ||
  frame.statuses.length > 0 ||
  (frame.figure && frame.tiers.length === 0) ||
  frame.amounts.some((a) => /亿|%|percent|illion|万/.test(a.unit)) ||
  (frame.years.length > 0 &&
    (namesEntity(frame) || frame.scopes.length > 0) &&
    frame.topics.length === 0 &&
    frame.tiers.length === 0 &&
    frame.asks.length === 0);

/** 一共有 21 个集群吗 */
const isTotal = (frame: Frame): boolean =>
  has(frame, "yesno") &&
  frame.text.includes("集群") &&
  frame.scopes.length === 0 &&
  frame.documents.length === 0 &&
  frame.amounts.length === 1 &&
  frame.amounts[0]?.unit === "个";

function byClass(dataset: Dataset, frame: Frame): Draft | undefined {
  if (frame.cities.length > 0 || frame.tiers.length > 0 || frame.topics.length > 0) return undefined;
  if (frame.clusters.length > 0) {
    return frame.scopes.length > 0 || asksFor(frame, "class") ? classReply(dataset, frame) : undefined;
  }
  const lists =
    (frame.scopes.length > 0 && !frame.policy && frame.documents.length === 0) ||
    (frame.policy && asksFor(frame, "which-cluster", "members"));
  const counts = asksFor(frame, "which-cluster") && frame.asks.length === 1;
  if (isTotal(frame)) return membersReply(dataset, { ...frame, scopes: ["全部"] });
  return lists || counts ? membersReply(dataset, frame) : undefined;
}
