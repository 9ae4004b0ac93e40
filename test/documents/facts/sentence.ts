/** One sentence in a document of one cluster, and what is proposed from it. */
import { loadExtraction } from "../../../src/dataset/extraction.ts";
import type { Imported, Passage, TableRow } from "../../../src/dataset/passages.ts";
import { createPropose } from "../../../src/documents/facts/propose.ts";
import type { Proposal } from "../../../src/documents/facts/proposal.ts";
import { DATA, dataset } from "../../support/bot.ts";

export const words = loadExtraction(DATA);
export const propose = createPropose(dataset, words);

export const PLAN: Imported = {
  id: "plans-2023/半导体与集成电路",
  document: "plans-2023",
  cluster: "半导体与集成电路",
  title: "广东省培育半导体与集成电路战略性新兴产业集群行动计划（2023—2025年）",
  issuer: "广东省工业和信息化厅",
  date: "2023-12",
  grade: "official",
  hash: "0".repeat(64),
  pages: 12,
};

export const passage = (text: string, section: readonly string[] = [], row?: TableRow): Passage => ({
  document: PLAN.id,
  paragraph: 1,
  page: 3,
  section,
  text,
  ...(row && { row }),
});

export const from = (text: string, section: readonly string[] = [], imported = PLAN): Proposal[] =>
  propose(imported, [passage(text, section)]);

export const sure = (proposals: readonly Proposal[]): Proposal[] =>
  proposals.filter((p) => p.confidence === "sure");

/** What is said of roles, in short: core 广州、深圳. */
export const rolesOf = (proposals: readonly Proposal[]): string[] =>
  proposals.flatMap(({ fact: { role, cities } }) =>
    role
      ? [`${role.tier} ${cities.join("、")}${role.open ? "等" : ""}${role.part ? ` ${role.part}` : ""}`]
      : [],
  );

/** revenue target 2025 over 4000亿元. */
export const figuresOf = (proposals: readonly Proposal[]): string[] =>
  proposals.flatMap(({ fact }) =>
    (fact.figures ?? []).map((f) =>
      [f.measure, f.status, f.year, f.bound, `${f.value ?? ""}${f.unit ?? ""}${f.words ?? ""}`, f.of]
        .filter((part) => part !== undefined)
        .join(" "),
    ),
  );
