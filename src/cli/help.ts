/** What `--help` says. */
import { columnsOf } from "../text/columns.ts";
import type { CliCommand, Usage } from "./command.ts";

/** Where what a command does begins. */
const COLUMN = 37;

export const helpOf = (commands: readonly CliCommand[]): string => `${HEAD}

${[...commands.flatMap(({ usages }) => usages), VERSION].flatMap(linesOf).join("\n")}

${FOOT}`;

const HEAD = "Yuequn 粤群: answers about Guangdong's 20 strategic industrial clusters, with sources.";

const VERSION: Usage = ["node launch.mjs --version", "the version"];

const FOOT = `Installed as a package it is \`yuequn COMMAND\` (\`npx yuequn start\`, \`npx yuequn ask "问题"\`), with .env and var/ in
the folder it is started from.

Exit codes: 0 well, 1 faulty data or failure, 2 wrong use; --jsonl: 1 if a line was malformed.
Settings: see .env.example.`;

const linesOf = ([typed, ...does]: Usage): string[] =>
  does.map((line, i) => `  ${i === 0 ? padded(typed) : " ".repeat(COLUMN)}${line}`);

const padded = (typed: string): string => typed + " ".repeat(Math.max(1, COLUMN - columnsOf(typed)));
