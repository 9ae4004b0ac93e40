/** Whole turns: what acts on the last answer, what asks about the bot, and the terms of the glossary. */
import type { Fault, Parts } from "./dataset.ts";

interface Turn {
  file: string;
  id: string;
  name: string;
}

/** @returns one name for two turns, and answers about the bot that cannot be filled in. */
export function turnFaults(parts: Parts): Fault[] {
  const terms = namesIn("glossary.json", parts.glossary);
  const about = namesIn("about.json", parts.about);
  const acts = Object.entries(parts.words.acts).flatMap(([id, names]) =>
    names.map((name): Turn => ({ file: "words.json", id: `acts ${id}`, name })),
  );
  const declared = new Map(parts.about.map((a) => [a.id, a.act]));
  const isMeant = (a: Turn, b: Turn): boolean =>
    b.file === "about.json" && a.id === `acts ${declared.get(b.id) ?? ""}`;
  return [
    ...shared(terms, parts, () => false),
    ...shared([...acts, ...about], parts, isMeant),
    ...placeholders(parts),
    ...idleActs(parts),
  ];
}

const namesIn = (file: string, entries: readonly { id: string; names: readonly string[] }[]): Turn[] =>
  entries.flatMap(({ id, names }) => names.map((name) => ({ file, id, name })));

/** Without punctuation, spaces and the particle at the end: 依据呢 is 依据. */
function bare(text: string, particles: readonly string[]): string {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\p{P}\p{S}\s]/gu, "");
  const closer = particles.find((p) => plain.endsWith(p) && plain.length > p.length) ?? "";
  return plain.slice(0, plain.length - closer.length);
}

function shared(turns: readonly Turn[], { words }: Parts, isMeant: (a: Turn, b: Turn) => boolean): Fault[] {
  const owners = new Map<string, Turn>();
  return turns.flatMap((turn) => {
    const key = bare(turn.name, words.turnClosers);
    const other = owners.get(key);
    if (!other) owners.set(key, turn);
    if (!other || (other.file === turn.file && other.id === turn.id) || isMeant(other, turn)) return [];
    return [{ file: turn.file, id: turn.id, problem: sharedProblem(other, turn) }];
  });
}

function sharedProblem(a: Turn, b: Turn): string {
  const remedy =
    b.file === "about.json" && a.file === "words.json"
      ? `remove it from one, or declare "act": "${a.id.slice("acts ".length)}"`
      : "remove it from one of them";
  return `“${b.name}” is also “${a.name}” of ${a.id} (${a.file}); ${remedy}`;
}

const FILLED: ReadonlySet<string> = new Set(["facts", "sources", "newest", "clusters", "cities", "release"]);

function placeholders({ about }: Parts): Fault[] {
  return about.flatMap(({ id, text }) =>
    [...text.matchAll(/\{(\w*)\}/g)]
      .map(([, name = ""]) => name)
      .filter((name) => !FILLED.has(name))
      .map((name) => ({
        file: "about.json",
        id,
        problem: `nothing fills {${name}}; use one of ${[...FILLED].join(", ")}`,
      })),
  );
}

/** An act declared by words that are none of its own. */
function idleActs({ about, words }: Parts): Fault[] {
  return about.flatMap(({ id, names, act }) => {
    if (act === undefined) return [];
    const own = new Set(names.map((name) => bare(name, words.turnClosers)));
    if (words.acts[act].some((name) => own.has(bare(name, words.turnClosers)))) return [];
    return [
      { file: "about.json", id, problem: `declares the act ${act} but shares no words with it; remove it` },
    ];
  });
}
