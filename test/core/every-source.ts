/** What an operator brings, for the texts that are said of nothing else: a passage, a fact from it, a superseded fact. */
import type { Dataset } from "../../src/dataset/dataset.ts";
import { dataset } from "../support/bot.ts";
import { imported, libraryOf, passagesOf } from "../support/library.ts";

const PLAN = imported("plans-2023/甲", { document: "plans-2023", cluster: "新能源", title: "古月工坊年表" });

export const LIBRARY = libraryOf(
  [PLAN],
  passagesOf(
    PLAN.id,
    // In Traditional characters: what is quoted stays as it is, in whatever language.
    ...[
      "古月工坊在中山，共三座。",
      "到2025年，新能源集群營業收入目標8888億元。",
      `古月工坊在中山，共三座。${"本段列出每座工坊的地址。".repeat(15)}又有古日工坊。`,
    ].map((text) => ({ text, section: ["一、工坊"] })),
  ),
);

const [fact] = dataset.facts;
if (!fact) throw new Error("the dataset has no facts");
const own = [
  { ...fact, id: "L1", passage: { document: PLAN.id, paragraph: 1, page: 1 } },
  { ...fact, id: "L2", passage: { document: "gone", paragraph: 1 } },
];

/** The shipped data with two facts of an operator, one of which has taken the place of another. */
export const LAID_OVER: Dataset = {
  ...dataset,
  fact: new Map([...dataset.fact, ...own.map((one) => [one.id, one] as const)]),
  superseded: new Map([["L3", { fact: { ...fact, id: "L3" }, by: "L1" }]]),
};
