/** What takes the place of what: each entry at most once, by one that comes with it or later, and never in a circle. */
import type { Fault } from "./dataset.ts";

/** An entry, the folder it is from by its place in the row (the first is 0), and its file. */
export interface Placed<T> {
  entry: T;
  at: number;
  file: string;
}

interface Superseding {
  id: string;
  supersedes?: string | undefined;
}

/** @returns old id → that of the one which took its place; faults name the file of the newer entry. */
export function supersede<T extends Superseding>(
  placed: readonly Placed<T>[],
  faults: Fault[],
): Map<string, string> {
  const first = new Map(placed.toReversed().map((p) => [p.entry.id, p]));
  const heirs = new Map<string, string>();
  for (const { entry, at, file } of placed) {
    const { id, supersedes: old } = entry;
    if (old === undefined) continue;
    const problem = problemOf(old, at, first, heirs);
    if (problem === undefined) heirs.set(old, id);
    else faults.push({ file, id, problem });
  }
  for (const { entry, file } of placed)
    if (isCircle(entry.id, heirs))
      faults.push({
        file,
        id: entry.id,
        problem: "takes, over others, its own place; remove one of the supersedes",
      });
  return heirs;
}

function problemOf<T>(
  old: string,
  at: number,
  first: ReadonlyMap<string, Placed<T>>,
  heirs: ReadonlyMap<string, string>,
): string | undefined {
  const found = first.get(old);
  if (!found) return `supersedes “${old}”, which does not exist`;
  if (found.at === 0 && at === 0) return `supersedes “${old}” of its own release; remove that one instead`;
  if (found.at > at) return `supersedes “${old}” of a later folder; put that folder before this one`;
  const heir = heirs.get(old);
  return heir === undefined
    ? undefined
    : `supersedes “${old}”, which ${heir} has superseded; supersede ${heir}`;
}

function isCircle(id: string, heirs: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  let heir = heirs.get(id);
  while (heir !== undefined && heir !== id && !seen.has(heir)) {
    seen.add(heir);
    heir = heirs.get(heir);
  }
  return heir === id;
}

/** The last of those that took the place of one another. */
export function lastHeir(id: string, heirs: ReadonlyMap<string, string>): string {
  const next = heirs.get(id);
  return next === undefined ? id : lastHeir(next, heirs);
}
