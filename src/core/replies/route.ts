/** Which reply a reading gets. Order matters: refusals first, then the most specific predicate. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Draft } from "../compose.ts";
import { asksFor, type Frame, has, hasPredicate, namesEntity, type Reading } from "../frame.ts";
import { MAX_QUESTION } from "../normalize.ts";
import type { Search } from "../search.ts";
import { UNSAID } from "../verdict.ts";
import { closestReply } from "./closest.ts";
import { namesDisputed } from "./disputed.ts";
import { matrixReply } from "./pictures.ts";
import * as refuse from "./refuse.ts";
import { dailyReply } from "./settings.ts";
import { subjectOf } from "./subject.ts";
import { documentsReply, greetingReply, helpReply, thanksReply } from "./talk.ts";
import { typedReply } from "./typed.ts";

export function route(dataset: Dataset, search: Search, reading: Reading): Draft {
  return withVerdict(reading.frame, draftFor(dataset, search, reading));
}

/** Whatever answers a question that wants yes or no begins with one, or says that the documents do not. */
function withVerdict(frame: Frame, draft: Draft): Draft {
  const wanted = has(frame, "yesno") && !has(frame, "compare") && !asksFor(frame, "conflict");
  if (!wanted || draft.outcome !== "answer" || VERDICT.test(draft.title.text)) return draft;
  return { ...draft, title: { ...draft.title, text: `${UNSAID}${draft.title.text}` } };
}

const VERDICT = /^(?:是：|不是|文件没有这样说|这个数有争议)/;

function draftFor(dataset: Dataset, search: Search, reading: Reading): Draft {
  const { frame } = reading;
  if (reading.text === "") return refuse.emptyReply();
  if (reading.text.length > MAX_QUESTION) return refuse.tooLongReply();
  if (reading.askCity !== undefined) return refuse.whichCity(reading.askCity);
  if (reading.blocked.length > 0) return refuse.blockedReply(has(frame, "yesno"));
  if (reading.talk.includes("help") && frame.cities.length === 0) return helpReply();
  if (SUBSCRIBE.test(reading.text)) return dailyReply(settingFor(reading));
  if (MATRIX.test(reading.text) && !namesEntity(frame)) return matrixReply(dataset);
  const unknown = [...reading.residual, ...reading.outside, ...frame.things];
  if (reading.outside.some((word) => !inSomeFact(dataset, word, frame)))
    return refuse.outsideReply(has(frame, "yesno"));
  const [doubt] = reading.ambiguous;
  if (doubt && frame.clusters.length === 0) return refuse.whichCluster(doubt.surface, doubt.options);
  const typed = typedReply(dataset, frame);
  if (typed?.outcome === "answer" && (asksFor(frame, "conflict") || namesDisputed(dataset, frame)))
    return typed;
  if (unknown.length > 0)
    return closestReply(dataset, search, reading, unknown, hasPredicate(frame) ? typed : undefined);
  return typed ?? talkReply(dataset, reading) ?? refusal(frame);
}

/** Wanting a post every day is a setting, not a question: how it is set is the answer. */
const SUBSCRIBE = /订阅|退订|每[天日].{0,4}(?:[发推]|一条|来一)|subscribe/;

function settingFor({ frame, text }: Reading): string {
  if (/退订|取消|别|不/.test(text)) return "/daily off";
  return ["/daily on 09:00", ...frame.cities, ...frame.clusters].slice(0, 2).join(" ");
}

/** The whole at once has no other name. */
const MATRIX = /矩阵|全景图|总览图|matrix/;

const inSomeFact = (dataset: Dataset, word: string, frame: Frame): boolean => {
  const [cluster] = frame.clusters;
  const [city] = frame.cities;
  const pool =
    cluster !== undefined
      ? dataset.factsOfCluster.get(cluster)
      : city !== undefined
        ? dataset.factsOfCity.get(city)
        : [];
  return pool?.some((f) => f.text.toLowerCase().includes(word)) ?? false;
};

function talkReply(dataset: Dataset, { frame, talk, text }: Reading): Draft | undefined {
  if (talk.includes("help")) return helpReply();
  if (asksFor(frame, "sources")) return documentsReply(dataset);
  if (talk.includes("greeting")) return greetingReply();
  if (talk.includes("thanks")) return thanksReply();
  return /[\p{L}\p{N}]/u.test(text) ? undefined : refuse.emptyReply();
}

function refusal(frame: Frame): Draft {
  const named = namesEntity(frame) || frame.scopes.length > 0;
  return named || hasPredicate(frame)
    ? refuse.notInDocuments(subjectOf(frame), has(frame, "yesno"))
    : refuse.unreadable();
}
