/** Every border of the program that somebody else writes to. */
import type { Border } from "./border.ts";
import { discord } from "./discord.ts";
import { telegram } from "./telegram.ts";

export const BORDERS: readonly Border[] = [telegram, discord];
