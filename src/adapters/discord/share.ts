/** Which of a bot's shards a process receives, as an operator writes it. Knows no library. */
import * as z from "zod";
import { text } from "../../shared/settings.ts";

/** A shard: the servers whose id, without its lowest 22 bits, leaves this remainder divided by how many there are. */
export interface Share {
  /** Of this process, each once. */
  ids: readonly number[];
  /** How many shards the bot has, in all processes together. */
  count: number;
  /** Other processes receive the rest. */
  isPart: boolean;
}

/** What Discord allows a bot at most: 16 × 1,024. */
const MOST_SHARDS = 16_384;
const NUMBER = "must be auto, or how many shards there are in all processes together";
const LIST = "must be numbers from 0 and ranges of them with commas between, such as 0,1 or 0-3";

/** Within a union only what is no number at all is told in the union's words. */
const COUNT = z.coerce.number<string>(NUMBER).int(NUMBER).min(1, NUMBER).max(MOST_SHARDS, NUMBER);

export const shardSettings = {
  /** How many shards there are; as many as Discord recommends where auto. */
  DISCORD_SHARDS: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(
      z.union([z.literal("auto"), COUNT], {
        error: NUMBER,
      }),
    )
    .default("auto"),
  /** Those this process receives; all of them unless given. */
  SHARD_IDS: text
    .refine((written) => written.split(",").every((part) => idsIn(part).length > 0), {
      error: LIST,
      abort: true,
    })
    .transform((written) => written.split(",").flatMap(idsIn))
    .refine((ids) => new Set(ids).size === ids.length, { error: "names a shard twice: name each once" })
    .optional(),
};

const RANGE = /^\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?$/u;

/** None of a range that goes backwards, nor of what is no range. */
function idsIn(part: string): number[] {
  const [, first, last = first] = RANGE.exec(part) ?? [];
  const length = Number(last) - Number(first) + 1;
  return length > 0 ? Array.from({ length }, (_, i) => Number(first) + i) : [];
}

export interface ShardSettings {
  DISCORD_SHARDS: number | "auto";
  SHARD_IDS?: number[] | undefined;
}

/** Why the two do not fit each other. */
export function misfit({ DISCORD_SHARDS: count, SHARD_IDS: ids }: ShardSettings): string | undefined {
  if (ids === undefined) return undefined;
  if (count === "auto") return "also needs DISCORD_SHARDS as a number, the same in every process";
  const beyond = ids.find((id) => id >= count);
  return beyond === undefined
    ? undefined
    : `names shard ${beyond}, but DISCORD_SHARDS=${count} has 0 to ${count - 1}: correct one of them, the same in every process`;
}

/** @returns undefined where this process receives everything, over as many connections as Discord recommends. */
export function shareOf({ DISCORD_SHARDS: count, SHARD_IDS: ids }: ShardSettings): Share | undefined {
  if (count === "auto") return undefined;
  const all = Array.from({ length: count }, (_, i) => i);
  return { count, ids: ids ?? all, isPart: ids !== undefined && ids.length < count };
}
