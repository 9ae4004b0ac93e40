/**
 * `npm run audit`: asks the registry for known holes in what is installed by package-lock.json, and fails for each that
 * audit-exceptions.json does not explain. Where the registry cannot be asked it says so and does not fail: no network is no
 * fault of a change.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const LIST = process.argv[2] ?? `${ROOT}audit-exceptions.json`;
/** Nobody waits longer for a registry that does not answer. */
const MOST_MS = 30_000;

const Exceptions = z.array(
  z.strictObject({
    /** GHSA-…, as the registry names it. */
    advisory: z.string().regex(/^GHSA(?:-[\da-z]{4}){3}$/u),
    package: z.string(),
    /** Why it does not concern this program, or why nothing can be done yet. */
    reason: z.string().min(20),
    /** The last day on which that is believed without another look. */
    expires: z.iso.date(),
  }),
);

const Advisory = z.object({ name: z.string(), title: z.string(), url: z.string(), severity: z.string() });
type Advisory = z.infer<typeof Advisory>;
/** A name alone says that what it depends on has a hole. */
const Report = z.object({
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), Advisory])) })),
});

/** @returns undefined where nobody could be asked. */
function askRegistry(): Advisory[] | undefined {
  const { stdout } = spawnSync("npm", ["audit", "--json", "--fetch-retries=0"], {
    cwd: ROOT,
    encoding: "utf8",
    timeout: MOST_MS,
    shell: process.platform === "win32",
  });
  const report = Report.safeParse(parsed(stdout)).data;
  if (!report) return undefined;
  const named = Object.values(report.vulnerabilities).flatMap(({ via }) => via);
  const all = named.filter((one) => typeof one !== "string");
  return [...new Map(all.map((one) => [`${one.name} ${one.url}`, one])).values()];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const idOf = ({ url }: Advisory): string => url.split("/").at(-1) ?? "";
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const today = new Date().toISOString().slice(0, 10);
const exceptions = Exceptions.parse(JSON.parse(readFileSync(LIST, "utf8")));
const found = askRegistry();

if (found === undefined)
  say("audit: WARNING: the registry could not be asked for known holes; nothing was checked.");
else {
  const matches = (advisory: Advisory) => (one: (typeof exceptions)[number]) =>
    one.advisory === idOf(advisory) && one.package === advisory.name;
  const open = found.filter(
    (one) => !exceptions.some((known) => known.expires >= today && matches(one)(known)),
  );
  for (const one of open) {
    const expired = exceptions.find(matches(one));
    say(`audit: ${one.severity}: ${one.name}: ${one.title}: ${one.url}`);
    if (expired) say(`       its exception ended on ${expired.expires}: look again`);
  }
  for (const { advisory, package: name } of exceptions)
    if (!found.some((one) => idOf(one) === advisory && one.name === name))
      say(`audit: ${advisory} in ${name} is found no more: take it out of audit-exceptions.json`);
  say(`audit: ${found.length} known holes, ${found.length - open.length} of them excepted.`);
  if (open.length > 0) {
    say(
      "Update the package, or write into audit-exceptions.json why it does not concern this program, and until when.",
    );
    process.exitCode = 1;
  }
}
