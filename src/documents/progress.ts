/** How far the reading of a file is, as a bar on a terminal. */

const WIDTH = 24;
/** Oftener than this nobody sees it. In milliseconds. */
const PAUSE_MS = 80;

/** @returns what is told of each step; it shows nothing where nobody looks. */
export function progressOn(
  name: string,
  show: ((text: string) => void) | undefined,
): (done: number, all: number) => void {
  let shown = -PAUSE_MS;
  return (done, all) => {
    const now = performance.now();
    if (show === undefined || (now - shown < PAUSE_MS && done < all)) return;
    shown = now;
    const full = all === 0 ? WIDTH : Math.round((WIDTH * done) / all);
    show(`${name}  ${"█".repeat(full)}${"░".repeat(WIDTH - full)}  ${done}/${all}`);
  };
}
