/** `documents facts`: what an imported document seems to state. */
import { parseArgs } from "node:util";
import { READS } from "../app/config.ts";
import { loadExtraction } from "../dataset/extraction.ts";
import { loadDataset } from "../dataset/load.ts";
import type { Library } from "../dataset/passages.ts";
import { type FactsCommand, printFacts, reviewFacts } from "../documents/facts/command.ts";
import { UsageError } from "../shared/usage-error.ts";
import { configIn, datasetIn, folderOf, hasColour, say, warn, type World } from "./world.ts";

/** @param args what follows `facts`: an id, and `--review`. @returns the exit code. @throws UsageError */
export async function documentsFacts(
  world: World,
  library: Library,
  args: readonly string[],
): Promise<number> {
  const { id, review } = factsArgs(args);
  const command = commandIn(world, library);
  if (review) await reviewFacts(command, id);
  else printFacts(command, id);
  return 0;
}

function factsArgs(args: readonly string[]): { id: string; review: boolean } {
  const options = { review: { type: "boolean", default: false } } as const;
  const { values, positionals } = checked(() =>
    parseArgs({ args: [...args], options, allowPositionals: true }),
  );
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0)
    throw new UsageError("facts takes one id: npm run --silent documents -- facts ID [--review]");
  return { id, review: values.review };
}

function checked<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : "facts takes an id and --review.");
  }
}

function commandIn(world: World, library: Library): FactsCommand {
  const { environment, root } = world;
  const config = configIn(world, READS.store);
  const own = config.YUEQUN_DATA;
  const { stdin: input, stdout: output } = process;
  const hasScreen = input.isTTY && output.isTTY && environment["TERM"] !== "dumb";
  return {
    dataset: () => datasetIn(world, config),
    words: () => loadExtraction(`${root}data`),
    library,
    keeping:
      own === undefined
        ? undefined
        : {
            folder: own,
            facts: () => loadDataset(folderOf(world, config), false).facts,
            check: (folder) => void loadDataset(folder, true),
          },
    decisions: `${config.DATA_DIR}/documents-decided.json`,
    editor: environment["VISUAL"] ?? environment["EDITOR"],
    terminal: hasScreen ? { input, output, colour: hasColour(world) } : undefined,
    input,
    print: say,
    warn,
  };
}
