/** A Dockerfile read into its stages. As much of the language as ours uses; anything else is an error, not ignored. */

export interface Instruction {
  name: string;
  /** What stands behind it, its lines joined. */
  text: string;
}

export interface Stage {
  name: string | undefined;
  base: string;
  instructions: Instruction[];
}

const KNOWN = new Set([
  "COPY",
  "CMD",
  "ENTRYPOINT",
  "ENV",
  "EXPOSE",
  "HEALTHCHECK",
  "RUN",
  "STOPSIGNAL",
  "USER",
  "VOLUME",
  "WORKDIR",
]);

/** @throws Error naming an instruction that is not understood. */
export function readStages(dockerfile: string): Stage[] {
  const lines = dockerfile
    .split("\n")
    .filter((line) => !/^\s*#/u.test(line))
    .join("\n")
    .replace(/\\\n\s*/gu, "")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const stages: Stage[] = [];
  for (const line of lines) {
    const [, name = "", text = ""] = /^(\w+)\s+(.*)$/u.exec(line) ?? [];
    if (name === "ARG" && stages.length === 0) continue;
    if (name === "FROM") {
      const [, base = "", as] = /^(\S+)(?:\s+AS\s+(\S+))?$/u.exec(text) ?? [];
      stages.push({ name: as, base, instructions: [] });
    } else if (KNOWN.has(name)) stages.at(-1)?.instructions.push({ name, text });
    else throw new Error(`${line}: this script does not know ${name}; teach it, or leave it out`);
  }
  return stages;
}

/** `["node", "launch.mjs"]`. */
export const execForm = (text: string): string[] => JSON.parse(text) as string[];

/** `A=1 B=2`, without quotes. */
export const pairs = (text: string): string[] => text.split(/\s+/u);

/** The last one of a name. */
export const lastOf = ({ instructions }: Stage, name: string): string | undefined =>
  instructions.findLast((one) => one.name === name)?.text;

/** Names that .dockerignore lets in: ours shuts everything out and names what may come. */
export function letIn(dockerignore: string): string[] {
  const lines = dockerignore.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  if (lines[0] !== "*" || lines.slice(1).some((line) => !/^![\w.-]+$/u.test(line)))
    throw new Error(".dockerignore: this script knows “*” and then “!name” alone");
  return lines.slice(1).map((line) => line.slice(1));
}
