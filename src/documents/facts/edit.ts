/** A proposal as an editor is given it, and back. */
import * as z from "zod";
import { Fact } from "../../dataset/schema.ts";
import type { Proposal } from "./proposal.ts";

const Edited = z.strictObject({ fact: Fact, english: z.string().trim().min(1).optional() });

export const toEdit = ({ fact, english }: Proposal): string =>
  `${JSON.stringify({ fact, ...(english !== undefined && { english }) }, null, 2)}\n`;

/** @returns the proposal with what was written in the place of its fact. @throws Error saying which field is wrong. */
export function fromEdit(proposal: Proposal, written: string): Proposal {
  const { fact, english } = parsed(Edited, json(written));
  const { english: _, ...rest } = proposal;
  return { ...rest, fact, ...(english !== undefined && { english }) };
}

/** @param patch fields of the fact: {"role": {"tier": "key", "label": "重点"}}; null takes a field away. @throws Error */
export function patched(proposal: Proposal, patch: string): Proposal {
  const fields = parsed(z.record(z.string(), z.unknown()), json(patch));
  const merged = Object.entries({ ...proposal.fact, ...fields }).filter(([, value]) => value !== null);
  const fact = parsed(Fact, Object.fromEntries(merged));
  // The English was of the old one.
  const { english, ...rest } = proposal;
  return "text" in fields || english === undefined ? { ...rest, fact } : { ...rest, english, fact };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(
      `That is not JSON (${error instanceof Error ? error.message : String(error)}); nothing is changed.`,
      { cause: error },
    );
  }
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const found = schema.safeParse(value);
  if (found.success) return found.data;
  throw new Error(z.prettifyError(found.error));
}
