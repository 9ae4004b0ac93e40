/** `documents facts`: what an imported document seems to state. */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { READS } from "../app/config.ts";
import { loadExtraction } from "../dataset/extraction.ts";
import { loadDataset } from "../dataset/load.ts";
import type { Library } from "../dataset/passages.ts";
import { type FactsCommand, printFacts, reviewFacts } from "../documents/facts/command.ts";
import { UsageError, usedRightly } from "../shared/usage-error.ts";
import { configIn, foldersIn, hasColour, say, warn, type World } from "./world.ts";

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
  const { values, positionals } = usedRightly(() =>
    parseArgs({ args: [...args], options, allowPositionals: true }),
  );
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0)
    throw new UsageError("facts takes one id: npm run --silent documents -- facts ID [--review]");
  return { id, review: values.review };
}

function commandIn(world: World, library: Library): FactsCommand {
  const { environment, root } = world;
  const config = configIn(world, READS.store);
  const { first, over } = foldersIn(world, config);
  const own = over.at(-1);
  const others = over.slice(0, -1);
  const { stdin: input, stdout: output } = process;
  const hasScreen = input.isTTY && output.isTTY && environment["TERM"] !== "dumb";
  return {
    // The folder for what is accepted is made at the first of it.
    dataset: () =>
      loadDataset(
        first,
        false,
        over.filter((folder) => existsSync(folder)),
      ),
    words: () => loadExtraction(`${root}data`),
    library,
    keeping:
      own === undefined
        ? undefined
        : {
            folder: own,
            facts: () =>
              loadDataset(
                first,
                false,
                over.filter((folder) => existsSync(folder)),
              ).facts,
            check: (folder) => void loadDataset(first, true, [...others, folder]),
          },
    decisions: `${config.DATA_DIR}/documents-decided.json`,
    editor: environment["VISUAL"] ?? environment["EDITOR"],
    terminal: hasScreen ? { input, output, colour: hasColour(world) } : undefined,
    input,
    print: say,
    warn,
  };
}
