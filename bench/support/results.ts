/** RESULTS.md: one section per benchmark between two markers; a run replaces its own and leaves the others. */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

const HEAD = `# Measurements

Each section is written by \`npm run bench -- NAME\` between its markers; what stands between them is replaced by the next run.
`;

const marker = (name: string): { begin: string; end: string } => ({
  begin: `<!-- bench:${name} -->`,
  end: `<!-- /bench:${name} -->`,
});

/** @returns `document` with the section `name` replaced, or appended where it had none. */
function withSection(document: string, name: string, section: string): string {
  const { begin, end } = marker(name);
  const block = `${begin}\n\n${section.trim()}\n\n${end}`;
  const from = document.indexOf(begin);
  const to = document.indexOf(end, from + begin.length);
  if (from === -1 || to === -1) return `${document.trimEnd()}\n\n${block}\n`;
  return document.slice(0, from) + block + document.slice(to + end.length);
}

/** Writes the section in one step: a run that is stopped leaves the whole old file. */
export function writeSection(path: string, name: string, section: string): void {
  const document = existsSync(path) ? readFileSync(path, "utf8") : HEAD;
  writeFileSync(`${path}.new`, withSection(document, name, section));
  renameSync(`${path}.new`, path);
  process.stderr.write(`wrote the section “${name}” of bench/RESULTS.md\n`);
}
