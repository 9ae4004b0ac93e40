/** Lines typed in earlier chats, in a file that only its owner can read. */
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

/** What a shell keeps; the file is cut to it when it has grown by a fifth. */
export const MOST_LINES = 500;
const SLACK = MOST_LINES / 5;
/** Longer ones were pasted, and are no questions. In UTF-16 units. */
const MOST_CHARACTERS = 600;
const OWNER_ALONE = 0o600;

export interface History {
  /** Where the lines are. */
  file: string;
  /** The newest first, as the line editor holds them; it is emptied when they are forgotten. */
  lines: string[];
  /** Kept at once, so that a crash loses nothing; not twice in a row. Never throws. */
  add(line: string): void;
  /** @throws Error where the file cannot be removed. */
  forget(): void;
}

/**
 * Several chats may share the file: lines are appended one by one.
 * @param onTrouble told once where lines cannot be read or kept, with the remedy; the chat goes on without.
 */
export function openHistory(file: string, onTrouble: (said: string) => void): History {
  let works = true;
  const trying = <T>(work: () => T, otherwise: T): T => {
    try {
      return works ? work() : otherwise;
    } catch (error) {
      works = false;
      onTrouble(
        `${file} cannot be used (${error instanceof Error ? error.message : String(error)}); what is typed is not kept. Make it writable for this user, or set DATA_DIR.`,
      );
      return otherwise;
    }
  };
  const lines = trying(() => read(file), []).toReversed();
  let kept = lines.length;
  let newest = lines[0];
  return {
    file,
    lines,
    add: (line) =>
      trying(() => {
        if (!isKept(line) || line === newest) return;
        newest = line;
        append(file, line);
        kept += 1;
        if (kept > MOST_LINES + SLACK) kept = read(file).length;
      }, undefined),
    forget() {
      for (const one of [file, unfinished(file)]) rmSync(one, { force: true });
      lines.length = 0;
      kept = 0;
      newest = undefined;
    },
  };
}

/** Nothing empty, and nothing that would command the terminal. */
const isKept = (line: string): boolean =>
  line.trim() !== "" && line.length <= MOST_CHARACTERS && !/\p{Cc}/u.test(line);

/** The newest lines, the oldest of them first; older ones are removed from the file. */
function read(file: string): string[] {
  if (!existsSync(file)) return [];
  chmodSync(file, OWNER_ALONE);
  const written = readFileSync(file, "utf8").split("\n").slice(0, -1);
  const lines = written.filter(isKept).slice(-MOST_LINES);
  if (lines.length < written.length) replace(file, lines);
  return lines;
}

function append(file: string, line: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  appendFileSync(file, `${line}\n`, { mode: OWNER_ALONE });
}

/** What a crash in the middle of a cut leaves behind. */
const unfinished = (file: string): string => `${file}.new`;

function replace(file: string, lines: readonly string[]): void {
  rmSync(unfinished(file), { force: true });
  writeFileSync(unfinished(file), lines.map((line) => `${line}\n`).join(""), { mode: OWNER_ALONE });
  renameSync(unfinished(file), file);
}
