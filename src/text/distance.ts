/**
 * Edits between two short strings: insert, delete, replace, or swap two neighbours (optimal string alignment).
 * Quadratic; callers pass names, never whole texts.
 */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      row.push(cell(a, b, i, j, row, previous, before));
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** Whether exactly one edit (insert, delete, replace, swap of neighbours) leads from `a` to `b`. No allocation. */
export function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a === b) return false;
  let start = 0;
  while (start < short.length && short.charAt(start) === long.charAt(start)) start += 1;
  let end = 0;
  while (
    end < short.length - start &&
    short.charAt(short.length - 1 - end) === long.charAt(long.length - 1 - end)
  )
    end += 1;
  const left = long.length - start - end;
  if (left <= 1) return true;
  const swapped =
    short.charAt(start) === long.charAt(start + 1) && short.charAt(start + 1) === long.charAt(start);
  return short.length === long.length && left === 2 && swapped;
}

function cell(
  a: string,
  b: string,
  i: number,
  j: number,
  row: readonly number[],
  previous: readonly number[],
  before: readonly number[],
): number {
  const same = a.charAt(i - 1) === b.charAt(j - 1);
  const best = Math.min(
    (previous[j] ?? 0) + 1,
    (row[j - 1] ?? 0) + 1,
    (previous[j - 1] ?? 0) + (same ? 0 : 1),
  );
  const swapped =
    i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1);
  return swapped ? Math.min(best, (before[j - 2] ?? 0) + 1) : best;
}
