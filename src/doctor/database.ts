/** What is found of the database. */
import { dirname } from "node:path";
import type { Condition } from "../store/inspect.ts";
import { fail, type Finding, ok, warn } from "../shared/finding.ts";
import { clockFinding } from "../shared/reach.ts";

const CHECK = "database";
const LOW_BYTES = 200 * 1024 * 1024;
const OTHERS = 0o077;
const OTHERS_WRITE = 0o022;

/** @param now milliseconds since the epoch. */
export function databaseFindings(condition: Condition, now: number): Finding[] {
  const { place, exists, clock } = condition;
  return [
    schemaFinding(condition),
    ...(exists || condition.readOnly !== undefined ? [writeFinding(condition)] : []),
    ...modeFinding(condition),
    ...folderModeFinding(condition),
    ...spaceFinding(condition),
    ...(clock === undefined ? [] : clockFinding(`${CHECK}: clock`, now - clock)),
  ].map((finding) => (finding.check === CHECK ? { ...finding, said: `${place}: ${finding.said}` } : finding));
}

function schemaFinding({ exists, pending, unknown }: Condition): Finding {
  if (!exists) return ok(CHECK, "is made when the bot first starts");
  if (unknown.length > 0)
    return fail(
      CHECK,
      `was made by a newer version of Yuequn (${unknown.join(", ")})`,
      "Update the program, or use another DATA_DIR or DATABASE_URL.",
    );
  return pending.length === 0
    ? ok(CHECK, "its tables are up to date")
    : ok(CHECK, `${pending.length} migrations are made at the next start (${pending.join(", ")})`);
}

const writeFinding = ({ readOnly }: Condition): Finding =>
  readOnly === undefined
    ? ok(`${CHECK}: writing`, "possible")
    : fail(
        `${CHECK}: writing`,
        readOnly,
        "Let this user write to it: chown the folder and its files, or grant it the rights on the server.",
      );

function modeFinding({ mode, place }: Condition): Finding[] {
  if (mode === undefined) return [];
  const check = `${CHECK}: file mode`;
  return (mode & OTHERS) === 0
    ? [ok(check, octal(mode))]
    : [
        warn(
          check,
          `${octal(mode)}: other users of this machine can read who subscribed`,
          `chmod 600 '${place}'*`,
        ),
      ];
}

/** Who may write there can put another file in its place; what is in it nobody else can read. */
function folderModeFinding({ folderMode, place }: Condition): Finding[] {
  if (folderMode === undefined || (folderMode & OTHERS_WRITE) === 0) return [];
  const said = `${octal(folderMode)}: other users of this machine can put another database there`;
  return [warn(`${CHECK}: folder mode`, said, `chmod 700 '${dirname(place)}'`)];
}

const octal = (mode: number): string => mode.toString(8).padStart(4, "0");

function spaceFinding({ freeBytes }: Condition): Finding[] {
  if (freeBytes === undefined) return [];
  const check = `${CHECK}: disk`;
  const said = `${Math.round(freeBytes / 1024 / 1024)} MB free`;
  return freeBytes < LOW_BYTES
    ? [warn(check, said, "Free some space: a full disk stops the daily posts.")]
    : [ok(check, said)];
}
