/** Where a command runs, and what it finds there. */
import { readFileSync } from "node:fs";
import * as z from "zod";
import { type Config, type Environment, READS, readConfig } from "../app/config.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { loadDataset } from "../dataset/load.ts";

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

export const folderOf = ({ root }: World, config: Config): string => config.YUEQUN_DATA ?? `${root}data`;

/** What was shipped was checked before it was: `npm run data:check`. */
export const datasetIn = (world: World, config: Config): Dataset =>
  loadDataset(folderOf(world, config), config.YUEQUN_DATA !== undefined);

const Package = z.looseObject({ version: z.string() });

export const versionOf = ({ root }: World): string =>
  Package.parse(JSON.parse(readFileSync(`${root}package.json`, "utf8"))).version;

/** Colours go to a terminal that shows them, and to nobody who does not want them: https://no-color.org. */
export const hasColour = ({ environment }: World, stream: { isTTY?: boolean } = process.stdout): boolean =>
  stream.isTTY === true && (environment["NO_COLOR"] ?? "") === "" && environment["TERM"] !== "dumb";

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
export const warn = (line: string): void => void process.stderr.write(`${line}\n`);
