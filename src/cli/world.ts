/** Where a command runs, and what it finds there. */
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import * as z from "zod";
import { type Config, type Environment, READS, readConfig } from "../app/config.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { loadDataset } from "../dataset/load.ts";
import { type Library, NO_LIBRARY } from "../dataset/passages.ts";
import { FILE } from "../documents/schema.ts";

export interface World {
  environment: Environment;
  /** The program's folder, with a slash at its end. */
  root: string;
  /** Where .env is read and what is written is kept, with a slash at its end. */
  home: string;
}

/** @throws Error naming every variable that is wrong. */
export const configIn = (
  { environment, home }: World,
  variables: (typeof READS)[keyof typeof READS],
): Config => readConfig(environment, variables, home);

/** Where the data are: all of them in the first folder, what is added to it in the others. */
export interface DataFolders {
  first: string;
  over: string[];
}

/**
 * The folders of YUEQUN_DATA, a list as of PATH, lie over the shipped one; one that is a whole dataset takes the place of
 * it and of those before it.
 */
export function foldersIn(
  { root }: World,
  { YUEQUN_DATA: list = "" }: Pick<Config, "YUEQUN_DATA">,
): DataFolders {
  const folders = list.split(delimiter).flatMap((folder) => folder.trim() || []);
  const all = [`${root}data`, ...folders];
  const start = all.findLastIndex((folder, i) => i === 0 || existsSync(join(folder, "clusters.json")));
  const [first = `${root}data`, ...over] = all.slice(start);
  return { first, over };
}

/** What was shipped was checked before it was: `npm run data:check`. */
export function datasetIn(world: World, config: Config): Dataset {
  const { first, over } = foldersIn(world, config);
  return loadDataset(first, first !== `${world.root}data`, over);
}

/** All of it checked, what was shipped too. @throws DatasetError listing every fault. */
export function checkedIn(world: World, config: Pick<Config, "YUEQUN_DATA">): Dataset {
  const { first, over } = foldersIn(world, config);
  return loadDataset(first, true, over);
}

/** Imported documents; without any, what reads them is not even loaded. It is closed with the process. */
export async function libraryIn(world: World): Promise<Library> {
  const dataDir = configIn(world, READS.store).DATA_DIR;
  if (!existsSync(join(dataDir, FILE))) return NO_LIBRARY;
  return (await import("../documents/library.ts")).openLibrary({ dataDir, onTrouble: warn });
}

const Package = z.looseObject({ version: z.string() });

export const versionOf = ({ root }: World): string =>
  Package.parse(JSON.parse(readFileSync(`${root}package.json`, "utf8"))).version;

/** Colours go to a terminal that shows them, and to nobody who does not want them: https://no-color.org. */
export const hasColour = ({ environment }: World, stream: { isTTY?: boolean } = process.stdout): boolean =>
  stream.isTTY === true && (environment["NO_COLOR"] ?? "") === "" && environment["TERM"] !== "dumb";

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
export const warn = (line: string): void => void process.stderr.write(`${line}\n`);
