/** One meaning for each surface, written as questions are read. Otherwise the first table wins and nobody notices. */
import { type Fault, groupBy, type Parts } from "./dataset.ts";
import type { Regional } from "./language.ts";
import { replacement, replacements } from "./regional.ts";
import { type Surface, surfacesOf } from "./surfaces.ts";

export function surfaceFaults(parts: Parts): Fault[] {
  const all = surfacesOf(parts);
  const replaced = replacements(parts.regional);
  return [...meaningFaults(parts, all), ...all.flatMap((s) => spellingFaults(s, replaced))];
}

/** Of the surfaces that read alike, each after the first, where the data does not declare both meanings. */
function meaningFaults(parts: Parts, all: readonly Surface[]): Fault[] {
  return [...groupBy(all, (s) => [s.surface.toLowerCase()]).values()].flatMap((group) =>
    group.slice(1).flatMap((later, i) => {
      const faulty = group.slice(0, i + 1).find((earlier) => !isMeant(parts, earlier, later));
      return faulty ? [{ file: later.file, id: later.surface, problem: problemOf(faulty, later) }] : [];
    }),
  );
}

const OPERATOR = /^(?:ops|bounds) /;
const IDLE = /^(?:filler|followUps)$/;

function problemOf(a: Surface, b: Surface): string {
  if (a.meaning === b.meaning) return `is listed twice in ${a.meaning}; remove one`;
  const [idle, operator] = IDLE.test(b.meaning) ? [b, a] : [a, b];
  if (IDLE.test(idle.meaning) && OPERATOR.test(operator.meaning))
    return `is an operator (${operator.meaning}) and would be dropped as ${idle.meaning}; remove it from ${idle.meaning}`;
  return `means both ${a.meaning} (${a.file}) and ${b.meaning} (${b.file}); remove it from one of them`;
}

/**
 * Two meanings that the data itself declares: editions that share what they are called, and a named thing that is a
 * district as well, looked up as a word and known to belong to a city.
 */
function isMeant(parts: Parts, a: Surface, b: Surface): boolean {
  if (a.meaning === b.meaning) return false;
  const called = [a, b].map((s) => calledOf(parts, s));
  if (called[0] !== undefined && called[0] === called[1]) return true;
  const [thing, district] = a.meaning.startsWith("things ") ? [a, b] : [b, a];
  const city = parts.aliases.things.find((t) => `things ${t.id}` === thing.meaning)?.districtOf;
  return city !== undefined && district.meaning === `districts ${city}`;
}

const calledOf = ({ documents }: Parts, { meaning }: Surface): string | undefined =>
  documents.find((d) => `documents ${d.id}` === meaning)?.called;

type Replace = (text: string) => string;

/** A surface that a question never contains once it is normalised. */
function spellingFaults({ surface, file }: Surface, replaced: Replace): Fault[] {
  const read = asRead(surface, replaced);
  if (read === surface.toLowerCase()) return [];
  const problem = `is never found, because questions are read as “${read}”; write that, or remove it`;
  return [{ file, id: surface, problem }];
}

/** As core/read/normalize.ts reads it, but for Traditional characters: test/dataset compares with the real thing. */
function asRead(surface: string, replaced: Replace): string {
  const read = replaced(surface.normalize("NFKC").toLowerCase()).replace(/\s+/g, " ").trim();
  if (!QUOTE.test(read)) return read;
  return read.replace(/[“”„‟"「」『』]/g, '"').replace(/"(?!\p{Script=Han}")(?<!"\p{Script=Han}")/gu, "");
}

const QUOTE = /[“”„‟"「」『』]/;

/** Replacements themselves: each once, each reachable, and their exceptions longer words that contain them. */
export function regionalFaults({ regional, aliases }: Parts): Fault[] {
  const names = [
    ...[...aliases.clusters, ...aliases.cities, ...aliases.sets, ...aliases.things].map((n) => n.id),
    ...aliases.blocked,
  ];
  return regional.flatMap((rule, i) =>
    regionalProblems(rule, regional.slice(0, i), names).map((problem) => ({
      file: "regional.json",
      id: rule.from,
      problem,
    })),
  );
}

function regionalProblems(rule: Regional, before: readonly Regional[], names: readonly string[]): string[] {
  const { from, except = [] } = rule;
  const replaced = replacement(rule);
  const twice = before.some((r) => r.from === from) ? ["is listed twice; remove one"] : [];
  const taken = before.find((r) => r.from !== from && from.includes(r.from) && replacement(r)(from) !== from);
  const late = taken ? [`never applies, because ${taken.from} is replaced before it; move it up`] : [];
  const idle = except
    .filter((word) => word === from || !word.includes(from))
    .map((word) => `has the exception ${word}, which is no longer word that contains it; remove it`);
  const inside = names
    .filter((name) => replaced(name) !== name)
    .map((name) => `is part of the name ${name}; add that to its except`);
  return [...twice, ...late, ...idle, ...inside];
}
