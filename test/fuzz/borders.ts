/** Every border of the program that somebody else writes to. */
import type { Border } from "./border.ts";
import { backup } from "./backup.ts";
import { config } from "./config.ts";
import { datasetFolder } from "./dataset.ts";
import { discord } from "./discord.ts";
import { jsonl } from "./jsonl.ts";
import { presses } from "./presses.ts";
import { telegram } from "./telegram.ts";
import { webhook } from "./webhook.ts";

export const BORDERS: readonly Border[] = [
  telegram,
  discord,
  presses,
  jsonl,
  config,
  backup,
  datasetFolder,
  webhook,
];
