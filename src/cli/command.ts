/** What can be typed. */
import type { World } from "./world.ts";

/** One way to type it, and what that does, in lines. */
export type Usage = readonly [typed: string, ...does: readonly string[]];

export interface CliCommand {
  name: string;
  /** For `--help`. */
  usages: readonly Usage[];
  /** It has a help of its own. */
  helpsItself?: true;
  /** @returns the exit code. @throws UsageError for wrong use; any other error in words for who typed it. */
  run(world: World, args: readonly string[]): number | Promise<number>;
}
