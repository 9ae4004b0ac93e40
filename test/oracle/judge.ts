/** Whether an answer is right, says something false, or says nothing. */
import type { Answer } from "../../src/core/types.ts";
import type { Truth } from "./cases.ts";
import { dataset } from "../support/bot.ts";

export type Judgement = "right" | "false" | "withheld";

export function judge(answer: Answer, truth: Truth): Judgement {
  return "verdict" in truth ? judgeVerdict(answer, truth.verdict) : judgeNames(answer, truth);
}

const ASSENT = /^(?:是的|是[：，,:]|对[：，,:。]|对的|没错|yes\b)/i;
const DISSENT = /^(?:不是[：，,:]|不对|错[：，,:]|no\b)/i;

function judgeVerdict(answer: Answer, truth: "yes" | "no" | "unsaid"): Judgement {
  const { outcome, verdict } = answer;
  if (outcome === "answer" && verdict !== undefined && verdict !== "unsaid" && verdict !== truth)
    return "false";
  // The words must not say what the field does not, whatever the answer calls itself.
  const title = answer.title.text;
  if (verdict !== truth || verdict === "unsaid") {
    if (truth !== "yes" && ASSENT.test(title)) return "false";
    if (truth !== "no" && DISSENT.test(title)) return "false";
  }
  if (truth === "unsaid") return "right";
  return outcome === "answer" && verdict === truth ? "right" : "withheld";
}

/** Says that there is none. */
const NONE = /^没有(?:[：，。]|这样)/;

function judgeNames(answer: Answer, truth: { names: string[]; of: "city" | "cluster" }): Judgement {
  const title = answer.title.text;
  const claimed = namesIn(title, truth.of);
  const isRight = claimed.length > 0 ? sameSet(claimed, truth.names) : saysNumber(title, truth.names.length);
  if (truth.names.length === 0) {
    if (/没有|没|无|不存在|0 个|none|no /i.test(title)) return "right";
    return answer.outcome === "answer" && claimed.length > 0 ? "false" : "withheld";
  }
  if (NONE.test(title)) return "false";
  if (answer.outcome === "answer") {
    if (isRight) return "right";
    // A yes or no to somebody asked for a list is beside the point rather than false; a list that is not the list is false.
    return claimed.length > 0 && answer.verdict === undefined ? "false" : "withheld";
  }
  return answer.outcome === "clarify" && isRight && claimed.length > 0 ? "right" : "withheld";
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name) => b.includes(name));

/** Answers to "how many" may give the number alone. */
const saysNumber = (title: string, n: number): boolean => new RegExp(`(?<!\\d)${n} ?(?:个|座)`).test(title);

/** The names listed: after the first colon, or where none stand there in the whole line. */
function namesIn(title: string, of: "city" | "cluster"): string[] {
  const spoken = title.replaceAll(/（[^）]*）/g, "");
  const colon = spoken.search(/[：:]/);
  const after = colon < 0 ? [] : find(spoken.slice(colon + 1), of);
  return after.length > 0 ? after : find(spoken, of);
}

function find(text: string, of: "city" | "cluster"): string[] {
  const known = of === "city" ? dataset.cities : dataset.clusters;
  return known.filter((k) => text.includes(k.id) || text.includes(k.english)).map((k) => k.id);
}
