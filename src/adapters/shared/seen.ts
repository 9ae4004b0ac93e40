/** Remembers what was already taken up: platforms deliver some events twice. */

/** Ids remembered; a repeat comes within seconds, so this is far more than needed. */
const MOST_IDS = 5000;

/** @returns a function that is true the first time it sees an id; the oldest ids are forgotten first. */
export function createSeen(most: number = MOST_IDS): (id: string) => boolean {
  const ids = new Set<string>();
  return (id) => {
    if (ids.has(id)) return false;
    ids.add(id);
    const [oldest] = ids;
    if (ids.size > most && oldest !== undefined) ids.delete(oldest);
    return true;
  };
}
