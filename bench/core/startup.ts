/** Start-up as a person feels it: from spawning the process to its exit with the answer printed. */
import { measured, run } from "../support/child.ts";
import { median } from "../support/numbers.ts";
import { Steps } from "./findings.ts";

/** One that a look-up answers, and one in free text, for which the full-text index is built. */
export const STRUCTURED = "佛山的智能家电";
const FREE_TEXT = "哪里有港珠澳大桥";

export interface StartUp {
  runs: number;
  /** What was started → median wall time in milliseconds, the fastest and the slowest. */
  times: { what: string; median: number; fastest: number; slowest: number }[];
  steps: Steps;
}

const COMMANDS: readonly { what: string; program: string; args: readonly string[] }[] = [
  { what: "`node -e 0` (node itself)", program: process.execPath, args: ["-e", "0"] },
  {
    what: `\`node dist/main.js ask ${STRUCTURED}\``,
    program: process.execPath,
    args: ["dist/main.js", "ask", STRUCTURED],
  },
  {
    what: `\`node dist/main.js ask ${FREE_TEXT}\``,
    program: process.execPath,
    args: ["dist/main.js", "ask", FREE_TEXT],
  },
  { what: "`npm --version` (npm itself)", program: "npm", args: ["--version"] },
  {
    what: `\`npm run --silent ask -- ${STRUCTURED}\``,
    program: "npm",
    args: ["run", "--silent", "ask", "--", STRUCTURED],
  },
];

/** Medians of `runs` rounds, the commands taking turns, after one round that is not counted. */
export async function measureStartUp(runs: number): Promise<StartUp> {
  const times = COMMANDS.map((): number[] => []);
  for (let round = 0; round <= runs; round += 1) {
    for (const [i, { program, args }] of COMMANDS.entries()) {
      const { ms } = await run(program, args);
      if (round > 0) times[i]?.push(ms);
    }
  }
  return {
    runs,
    times: COMMANDS.map(({ what }, i) => ({
      what,
      median: median(times[i] ?? []),
      fastest: Math.min(...(times[i] ?? [])),
      slowest: Math.max(...(times[i] ?? [])),
    })),
    steps: await medianSteps(runs),
  };
}

async function medianSteps(runs: number): Promise<Steps> {
  const all: Steps[] = [];
  for (let i = 0; i < runs; i += 1) all.push(Steps.parse(await measured("steps", STRUCTURED)));
  return (all[0] ?? []).map(({ step }, i) => ({
    step,
    ms: median(all.map((steps) => steps[i]?.ms ?? Number.NaN)),
  }));
}
