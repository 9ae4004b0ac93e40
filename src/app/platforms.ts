/** Every platform there is: a row each. Nothing else in the program names one. */
import { descriptor as discord } from "../adapters/discord/descriptor.ts";
import { descriptor as telegram } from "../adapters/telegram/descriptor.ts";

export const PLATFORMS = [discord, telegram] as const;
export type Row = (typeof PLATFORMS)[number];

/** The variables that say which platforms are wanted. */
export const TOKENS = PLATFORMS.map(({ token }) => token);
