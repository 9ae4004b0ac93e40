/** How an answer to a golden question is judged. Shared by the tests and the benchmark. */
import { readFileSync } from "node:fs";
import * as z from "zod";

const needle = z.union([z.string(), z.array(z.string())]);

export const Golden = z.strictObject({
  id: z.string(),
  kind: z.string(),
  text: z.string(),
  /** Lines with the same chat are turns of one conversation. */
  chat: z.string().optional(),
  /** Every outcome that would be right. */
  outcome: z.array(z.enum(["answer", "clarify", "unknown"])).min(1),
  /** Each must stand in an answer; a list means any of them. */
  must: z.array(needle).optional(),
  /** None may stand in whatever is said. */
  mustNot: z.array(z.string()).optional(),
  /** An answer cites at least one of these facts. */
  facts: z.array(z.string()).optional(),
  /** How a yes/no answer may begin. */
  starts: needle.optional(),
});
export type Golden = z.infer<typeof Golden>;

export interface Said {
  outcome: "answer" | "clarify" | "unknown";
  text: string;
  facts: readonly string[];
}

/** `wrong` asserts something it should not; `refused` withholds what it could have said. */
export type Verdict = "right" | "wrong" | "refused";

export function readGolden(url: URL): Golden[] {
  const lines = readFileSync(url, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  return lines.map((line) => Golden.parse(JSON.parse(line)));
}

const stands = (text: string, wanted: string | readonly string[]): boolean =>
  typeof wanted === "string" ? text.includes(wanted) : wanted.some((w) => text.includes(w));

const begins = (text: string, wanted: string | readonly string[]): boolean =>
  typeof wanted === "string" ? text.startsWith(wanted) : wanted.some((w) => text.startsWith(w));

/** The reason an answer is not right, or undefined. */
export function complaint(golden: Golden, said: Said): string | undefined {
  const forbidden = (golden.mustNot ?? []).find((word) => said.text.includes(word));
  if (forbidden !== undefined) return `says “${forbidden}”`;
  if (!golden.outcome.includes(said.outcome))
    return `outcome ${said.outcome}, expected ${golden.outcome.join(" or ")}`;
  if (said.outcome !== "answer" && golden.outcome.includes("answer") && golden.outcome.length > 1)
    return undefined;
  if (said.outcome === "unknown") return undefined;
  const missing = (golden.must ?? []).find((word) => !stands(said.text, word));
  if (missing !== undefined) return `does not say ${JSON.stringify(missing)}`;
  if (said.outcome === "clarify") return undefined;
  if (golden.starts !== undefined && !begins(said.text, golden.starts))
    return `does not begin with ${JSON.stringify(golden.starts)}`;
  if (golden.facts && !golden.facts.some((id) => said.facts.includes(id)))
    return `cites none of ${golden.facts.join(", ")}`;
  return undefined;
}

export function judge(golden: Golden, said: Said): Verdict {
  const forbidden = (golden.mustNot ?? []).some((word) => said.text.includes(word));
  if (complaint(golden, said) === undefined) return "right";
  return forbidden || said.outcome === "answer" ? "wrong" : "refused";
}
