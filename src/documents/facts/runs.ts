/** The amounts of a sentence with the words on both sides of them. */
import type { Amount } from "./amounts.ts";

export interface Run {
  /** One, or several that stand in one list. */
  list: readonly Amount[];
  /** The clause before it, from the amount before it on. */
  left: string;
  /** The clause before that, where no amount stands between. */
  earlier: string;
  right: string;
  /** Whether a number stands between it and the amount before it that is none of ours: 38 万人. */
  parted: boolean;
  /** What follows in its clause says which thing is meant: 收入达 2 万亿元、增加值达 6000 亿元的集群. */
  describes: boolean;
}

/** @param attributive whether what follows an amount makes it say which thing is meant: 超 50 亿元企业 20 家. */
export function runsOf(text: string, amounts: readonly Amount[], attributive: RegExp): Run[] {
  const found: { list: Amount[]; from: number; describes: boolean }[] = [];
  let from = 0;
  for (const amount of amounts) {
    const run = found.at(-1);
    const between = text.slice(run?.list.at(-1)?.end ?? 0, amount.start);
    if (attributive.test(text.slice(amount.end))) {
      if (run && !/[,;:。]/u.test(between)) run.describes = true;
      continue;
    }
    if (run && /^(?:、|和|及|与)?$/u.test(between)) run.list.push(amount);
    else found.push({ list: [amount], from, describes: false });
    from = amount.end;
  }
  return found.map(({ list, from: start, describes }) => {
    const before = text.slice(start, list[0]?.start);
    return {
      list,
      left: lastClause(before),
      earlier: lastClause(before.slice(0, -lastClause(before).length).replace(/[,;:。]$/u, "")),
      right: text.slice(list.at(-1)?.end),
      describes,
      parted: start > 0 && /\d/u.test(before.replaceAll(/20\d\d年?/gu, "")),
    };
  });
}

const lastClause = (text: string): string =>
  text.slice(Math.max(...[...",;:。"].map((mark) => text.lastIndexOf(mark))) + 1);
