/** A benchmark that is a program of its own: run it, and put what it prints into a section. */
import { run } from "./child.ts";
import { machine } from "./machine.ts";

/** @param file in bench/. @returns the section as Markdown. */
export async function runScript(
  title: string,
  file: string,
  args: readonly string[],
  libraries: readonly string[],
): Promise<string> {
  const { stdout } = await run(process.execPath, ["--import", "tsx", `bench/${file}`, ...args]);
  return `## ${title}\n\n${machine(libraries)}\n\n${stdout.trim()}`;
}
