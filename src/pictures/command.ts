/** The command `pictures`: what it is asked to draw, and what it says about it. */
import type { Dataset } from "../dataset/dataset.ts";
import { buildPictures } from "./build.ts";
import { buildReadme } from "./readme.ts";

const HELP = `Draws from the dataset. Pictures that are current are kept, stale ones removed.

  npm run pictures                     all maps, cards, the matrix and the figures, into pictures/
  npm run pictures -- --readme         those of the README, into docs/
  npm run pictures -- --if-possible    where there is no renderer for this machine, say so and end well

Exit codes: 0 well, 1 a glyph is missing, a picture is too heavy, or nothing can be drawn, 2 wrong use.`;

const OPTIONS = ["--readme", "--if-possible", "--help"];

export interface PicturesCommand {
  dataset: () => Dataset;
  folders: { pictures: string; docs: string; fonts: string };
  print: (line: string) => void;
  warn: (line: string) => void;
}

/** @returns the exit code. */
export async function runPictures(command: PicturesCommand, args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => !OPTIONS.includes(arg));
  if (unknown !== undefined) {
    command.warn(`There is no option “${unknown}”.\n\n${HELP}`);
    return 2;
  }
  if (args.includes("--help")) {
    command.print(HELP);
    return 0;
  }
  try {
    await (args.includes("--readme") ? readme(command) : build(command));
    return 0;
  } catch (error) {
    if (!args.includes("--if-possible")) throw error;
    command.warn(`No pictures: ${error instanceof Error ? error.message : String(error)}`);
    command.warn("The bot runs without them and answers in text.");
    return 0;
  }
}

async function build({ dataset, folders, print, warn }: PicturesCommand): Promise<void> {
  const from = performance.now();
  const built = await buildPictures({
    dataset: dataset(),
    folder: folders.pictures,
    fonts: folders.fonts,
    say: warn,
  });
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  print(`pictures/: ${built.made} made, ${built.kept} current, ${built.removed} removed, ${seconds} s`);
}

async function readme({ dataset, folders, print }: PicturesCommand): Promise<void> {
  for (const name of await buildReadme(dataset(), folders.docs, folders.fonts)) print(`docs/${name}`);
}
