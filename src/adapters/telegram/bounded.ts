/** Memory that does not grow for ever. */

/** Drops the oldest of those kept where there is one too many. */
export function forgetOldest(kept: Map<string, unknown> | Set<string>, most: number): void {
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}
