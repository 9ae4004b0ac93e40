/** `npm run fuzz`: the long run. Hands each border as many inputs as wanted, and says what became of them. */
import { parseArgs } from "node:util";
import { BORDERS } from "./borders.ts";
import type { Border, Fault, Found } from "./border.ts";

const HELP = `Hands every border of the program inputs that nobody should send, and sees that its promises hold.

  npm run fuzz                                  10,000 inputs a border
  npm run fuzz -- --runs 1000000 --seed 7       more, and others

  --runs N      inputs a border (10,000)
  --seed N      of chance: the same number gives the same inputs (1)
  --border B    one of ${BORDERS.map(({ name }) => name).join(", ")}; all unless given
  --help        this text

Promised: nothing crashes, nothing is rejected that nobody waits for, every question in order is answered, everything else is
refused in a line that says what is wrong with it.
Exit codes: 0 all kept, 1 a promise broken, 2 wrong use, 130 stopped with Ctrl-C.`;

/** How often a word about progress is due. */
const EVERY_MS = 10_000;

const ending = new AbortController();
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const aside = (line: string): void => void process.stderr.write(`${line}\n`);

class UsageError extends Error {}

interface Options {
  runs: number;
  seed: number;
  borders: readonly Border[];
}

function read(args: readonly string[]): Options | "help" {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: args.filter((arg) => arg !== "--"),
    options: { runs: text, seed: text, border: text, help: { type: "boolean", short: "h" } },
  });
  if (values.help === true) return "help";
  const borders = BORDERS.filter(({ name }) => values.border === undefined || values.border === name);
  if (borders.length === 0)
    throw new UsageError(
      `--border ${values.border}: give one of ${BORDERS.map(({ name }) => name).join(", ")}.`,
    );
  return { runs: whole("runs", values.runs ?? "10000"), seed: whole("seed", values.seed ?? "1"), borders };
}

function whole(name: string, value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1 || number > 2 ** 31)
    throw new UsageError(`--${name} ${value}: give a whole number above 0.`);
  return number;
}

async function fuzz({ runs, seed, borders }: Options): Promise<number> {
  let broken = 0;
  for (const border of borders) {
    const started = performance.now();
    let told = started;
    const onProgress = (inputs: number, faults: number): void => {
      if (performance.now() - told < EVERY_MS) return;
      told = performance.now();
      const rate = Math.round((1_000 * inputs) / (told - started));
      aside(`  ${border.name}: ${inputs} of ${runs}, ${rate} a second, ${faults} faults`);
    };
    const found = await border.try({ runs, seed, onProgress, onFault, signal: ending.signal });
    tell(found, performance.now() - started);
    broken += found.faults.length;
    if (ending.signal.aborted) return 130;
  }
  say(broken === 0 ? "Every promise was kept." : `${broken} times a promise was broken.`);
  return broken === 0 ? 0 : 1;
}

const onFault = ({ said, input, seed }: Fault): void =>
  say(`\nBROKEN  ${said}\n  input  ${input}\n  seed   ${seed}\n`);

function tell({ name, inputs, became, faults }: Found, ms: number): void {
  const counts = [...became].toSorted(([, a], [, b]) => b - a).map(([what, times]) => `${what} ${times}`);
  say(
    `${name}: ${inputs} inputs in ${(ms / 1_000).toFixed(0)} s: ${counts.join(", ")}; ${faults.length} faults`,
  );
}

async function main(args: readonly string[]): Promise<number> {
  const options = read(args);
  if (options !== "help") return fuzz(options);
  say(HELP);
  return 0;
}

function fail(error: unknown): number {
  const isMisuse =
    error instanceof UsageError ||
    (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));
  aside(isMisuse ? `${error.message}\n\n${HELP}` : String(error instanceof Error ? error.stack : error));
  return isMisuse ? 2 : 1;
}

process.once("SIGINT", () => ending.abort());
process.exitCode = await main(process.argv.slice(2)).catch(fail);
