/** The footer of a picture: a number a document, with the grades of what we read of it. */
import { giverOf } from "../core/ask/relations.ts";
import { FRAMES } from "../core/say/frame.ts";
import { chinese } from "../core/say/lingo.ts";
import type { Dataset } from "../dataset/dataset.ts";
import type { Conflict } from "../dataset/documents.ts";
import type { Fact } from "../dataset/schema.ts";

export interface Sources {
  /** ［1］ for a fact's document. */
  mark: (fact: Fact) => string;
  /** ［1］［3］, each once, in order. */
  marks: (facts: readonly Fact[]) => string;
  /** ［1］《意见》（2020）、［3］…｜官方文件转载、新闻报道: documents of the same grades share a line. */
  lines: string[];
}

const documentOf = (dataset: Dataset, { document }: Fact): string => chinese(dataset).document(document);

const gradeOf = (dataset: Dataset, { source }: Fact): string =>
  FRAMES["zh-CN"].grades[dataset.source.get(source)?.grade ?? "industry"];

/** Numbers the documents of the facts, in the order they come. */
export function sourcesOf(dataset: Dataset, facts: readonly Fact[]): Sources {
  const grades = new Map<string, Set<string>>();
  for (const fact of facts) {
    const document = documentOf(dataset, fact);
    grades.set(document, (grades.get(document) ?? new Set()).add(gradeOf(dataset, fact)));
  }
  const order = [...grades.keys()];
  const number = (fact: Fact): number => order.indexOf(documentOf(dataset, fact)) + 1;
  const mark = (fact: Fact): string => `［${number(fact)}］`;
  return {
    mark,
    marks: (of) =>
      [...new Set(of.map(number))]
        .toSorted((a, b) => a - b)
        .map((n) => `［${n}］`)
        .join(""),
    lines: byGrade(grades),
  };
}

function byGrade(grades: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const lines = new Map<string, string[]>();
  for (const [i, [document, of]] of [...grades].entries()) {
    const key = [...of].join("、");
    lines.set(key, [...(lines.get(key) ?? []), `［${i + 1}］${document}`]);
  }
  return [...lines].map(([grade, documents]) => `${documents.join("、")}｜${grade}`);
}

/** Names of documents, those of the province apart; and how close to the original what we read of them is. */
function cited(
  dataset: Dataset,
  facts: readonly Fact[],
): { given: string[]; others: string[]; grades: string } {
  const documents = (kept: (fact: Fact) => boolean): string[] => [
    ...new Set(facts.filter(kept).map((f) => documentOf(dataset, f))),
  ];
  const given = documents((f) => giverOf(dataset, f) === "province");
  const others = documents((f) => giverOf(dataset, f) !== "province").filter((d) => !given.includes(d));
  const grades = new Set(facts.map((f) => gradeOf(dataset, f)));
  return { given, others, grades: [...grades].join("、") };
}

/** Where every fact stands on its own tile: the documents without numbers. */
export function documentLines(dataset: Dataset, facts: readonly Fact[]): string[] {
  if (facts.length === 0) return ["我们手上的文件没有提到。"];
  const { given, others, grades } = cited(dataset, facts);
  const rest = given.length > 0 ? "其他：" : "依据：";
  const named = [prefixed("省级文件：", given.join("、")), prefixed(rest, others.join("、"))];
  return [`${named.filter((text) => text !== "").join("；")}。`, `来源等级：${grades}。`];
}

/** Where there are too many to name. */
export function documentCounts(dataset: Dataset, facts: readonly Fact[]): string[] {
  const { given, others, grades } = cited(dataset, facts);
  return [
    `依据 ${given.length} 份省级文件，其余是${others.join("、")}；名单见 /sources。`,
    `来源等级：${grades}。`,
  ];
}

/** Nothing stays nothing. */
export const prefixed = (prefix: string, text: string): string => (text === "" ? "" : prefix + text);

/** The conflicts of the facts, each once; `cities` leaves out those that concern others only. */
export function conflictsOf(
  dataset: Dataset,
  facts: readonly Fact[],
  cities: readonly string[] = [],
): Conflict[] {
  const ids = [...new Set(facts.flatMap((f) => f.conflict ?? []))];
  return ids
    .flatMap((id) => dataset.conflict.get(id) ?? [])
    .filter(
      (c) => c.cities === undefined || cities.length === 0 || c.cities.some((city) => cities.includes(city)),
    );
}
