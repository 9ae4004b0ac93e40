/** What Tab makes of what stands before the cursor: commands, clusters and cities. */
import { type ArgumentKind, type Command, createParser, isCall } from "../../core/commands.ts";
import { createNormalizer } from "../../core/read/normalize.ts";
import { createVoices } from "../../core/say/say.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { toTraditional } from "../../text/traditional.ts";

/** What could stand in the place of the end of a line, and that end, as Node's line editor takes them. */
export type Complete = (line: string) => [string[], string];

/** No name is longer; what stands before is not looked at. */
const LONGEST_NAME = 60;

type Kind = "cluster" | "city";

interface Named {
  kind: Kind;
  /** In Chinese, in English, then what else it is called: each as written, and as it is compared. */
  names: { written: string; compared: string }[];
}

/** So many of them are official. */
const OFFICIAL = 2;

const BOTH: readonly Kind[] = ["cluster", "city"];
/** What the argument of a command can name. */
const NAMED_BY: Readonly<Partial<Record<ArgumentKind, readonly Kind[]>>> = {
  cluster: ["cluster"],
  city: ["city"],
  document: ["cluster"],
  "cluster-and-city": BOTH,
  two: BOTH,
  either: BOTH,
  topic: BOTH,
  schedule: BOTH,
  question: BOTH,
};

/**
 * Capitals, width and script are as one likes. A name is completed in the language and script it was begun in.
 * @param words of the terminal itself, such as /quit, which are completed like commands.
 */
export function createCompleter(
  dataset: Dataset,
  commands: readonly Command[],
  words: readonly string[],
): Complete {
  const compared = createNormalizer(dataset);
  const parse = createParser(commands);
  const calls = [
    ...commands.map(({ name, argument }) => `/${name}${argument === "none" ? "" : " "}`),
    ...commands.flatMap(({ aliases = [] }) => aliases.map((alias) => `/${alias} `)),
    ...words,
  ];
  /** Made at the first Tab, which many never press. */
  let named: Named[] | undefined;

  function namesFor(line: string): ReturnType<Complete> {
    named ??= namedIn(dataset, compared);
    const call = parse(line);
    const kinds = isCall(call) ? (NAMED_BY[call.command.argument] ?? []) : BOTH;
    const pool = named.filter(({ kind }) => kinds.includes(kind));
    // Behind a space another word begins: only a command tells which.
    if (/\s$/u.test(line))
      return [
        isCall(call) && call.rest === "" ? pool.flatMap(({ names }) => names[0]?.written ?? []) : [],
        "",
      ];
    for (const end of endsOf(line)) {
      const names = beginning(pool, compared(end));
      if (names.length > 0) return [names.map((name) => inScriptOf(end, name)), end];
    }
    return [[], line];
  }

  return (line) => {
    const begun = /^\s*([/／]\S*)$/u.exec(line)?.[1];
    const typed = begun?.normalize("NFKC").toLowerCase();
    const found = typed === undefined ? [] : calls.filter((call) => call.startsWith(typed));
    return begun !== undefined && found.length > 0 ? [found, begun] : namesFor(line);
  };
}

function namedIn(dataset: Dataset, compared: (text: string) => string): Named[] {
  const { lingo } = createVoices(dataset).en;
  const { clusters, cities } = dataset.aliases;
  const named = (kind: Kind, { id, names }: { id: string; names: string[] }): Named => ({
    kind,
    names: [id, lingo.name(id), ...names].map((written) => ({ written, compared: compared(written) })),
  });
  return [...cities.map((one) => named("city", one)), ...clusters.map((one) => named("cluster", one))];
}

/** The ends of a line that could be the beginning of a name, the longest first. Latin words are not cut. */
function endsOf(line: string): string[] {
  const starts = [...line.matchAll(/(?<![\p{Script=Latin}\p{Nd}])[\p{L}\p{Nd}]|\p{Script=Han}/gu)];
  return starts.map(({ index }) => line.slice(index)).filter((end) => end.length <= LONGEST_NAME);
}

/**
 * One name of each that begins so, the official one if it does; nicknames (广州湾 of 湛江) only where no official name
 * does. A nickname in full stands for the official name in its language.
 */
function beginning(pool: readonly Named[], typed: string): string[] {
  if (typed === "") return [];
  const found = pool.flatMap(({ names }) => {
    const at = names.findIndex(({ compared }) => compared.startsWith(typed));
    return at < 0 ? [] : [{ names, at }];
  });
  const official = found.filter(({ at }) => at < OFFICIAL);
  return (official.length > 0 ? official : found).flatMap(({ names, at }) => {
    const name = names[at];
    if (name?.compared !== typed) return name?.written ?? [];
    return names[/\p{Script=Han}/u.test(name.written) ? 0 : 1]?.written ?? [];
  });
}

/** Traditional where what was typed is. */
function inScriptOf(typed: string, name: string): string {
  if (name.startsWith(typed)) return name;
  const traditional = toTraditional(name);
  return traditional.startsWith(typed) ? traditional : name;
}
