/** Sentences made of phrases, with what they say. */
import type { Dataset } from "../../../../src/dataset/dataset.ts";
import type { FigurePhrase, GivenFigure } from "./figure-phrases.ts";
import { partsOf } from "./parts.ts";
import type { RolePhrase } from "./role-phrases.ts";
import { type Chance, type List, listOf, slotsIn } from "./slots.ts";
import type { Truth } from "./truth.ts";
import type { Writing } from "./writing.ts";

/** The document that is being made. */
export interface Plan {
  dataset: Dataset;
  chance: Chance;
  cluster: string;
  from: number;
  to: number;
  writing: Writing;
}

export interface Sentence {
  text: string;
  says: Truth[];
}

/** One, two or three sentences a paragraph, in any order. */
export function paragraphs(
  { chance, writing }: Plan,
  section: readonly string[],
  sentences: readonly Sentence[],
): void {
  const left = chance.shuffle(sentences);
  while (left.length > 0) {
    const taken = left.splice(0, chance.between(1, 3));
    writing.add(
      section,
      taken.map((s) => s.text).join(""),
      taken.flatMap((s) => s.says),
    );
  }
}

export function role(made: Plan, phrase: RolePhrase): Sentence {
  const { text, lists, words } = fill(made, phrase.say);
  const says = phrase.gives.map(([tier, list, part, told]): Truth => {
    const { cities, open, total } = lists[list] ?? { cities: [] };
    return {
      kind: "role",
      clusters: [made.cluster],
      cities,
      tier,
      ...(part !== undefined && { part: words[part] ?? "" }),
      ...(open && { open }),
      ...(total !== undefined && { total }),
      ...(told !== undefined && { says: words[told] ?? "" }),
    };
  });
  return { text, says };
}

export function figure(made: Plan, phrase: FigurePhrase): Sentence {
  const { text, lists, words } = fill(made, phrase.say, phrase.say.includes("{A}") ? 2 : undefined);
  return { text, says: phrase.gives.map((given) => figureTruth(made, given, lists, words)) };
}

function figureTruth(
  { cluster }: Plan,
  { slot, year, of, cities: whose, ...rest }: GivenFigure,
  lists: Readonly<Record<string, List>>,
  words: Readonly<Record<string, string>>,
): Truth {
  const named = lists[(whose ?? "").charAt(0)]?.cities ?? [];
  const own = whose === undefined ? [] : whose === "a" ? named : [named[Number(whose.charAt(1))] ?? ""];
  const part = of?.replace("{K}", cluster).replace(/P/u, words["P"] ?? "");
  return {
    kind: "figure",
    clusters: [cluster],
    cities: own,
    ...rest,
    year: Number(words[year]),
    ...(slot !== undefined && { value: Number(words[slot]) }),
    ...(part !== undefined && { of: part }),
  };
}

interface Filled {
  text: string;
  lists: Record<string, List>;
  words: Record<string, string>;
}

/** A phrase with its slots filled: no city and no part twice. */
export function fill({ dataset, chance, cluster, from, to }: Plan, phrase: string, exactly?: number): Filled {
  const parts = chance.sample(partsOf(cluster), 2);
  const low = chance.between(3, 60) * 100;
  const words: Record<string, string> = {
    K: cluster,
    P: parts[0] ?? "",
    Q: parts[1] ?? "",
    n: String(low),
    m: String(low + chance.between(1, 20) * 50 + 7),
    t: `${chance.between(1, 3)}.${chance.between(1, 9)}`,
    p: String(chance.between(3, 40)),
    q: String(chance.between(2, 9)),
    k: String(chance.between(10, 30)),
    Y: String(to),
    S: String(from - chance.between(1, 2)),
  };
  const cities = chance.shuffle(dataset.cities.map((c) => c.id));
  const lists: Record<string, List> = {};
  for (const slot of slotsIn(phrase).filter((s) => /^[ABCa]$/u.test(s)))
    lists[slot] = listOf(
      cities,
      slot === "a" ? 1 : (exactly ?? chance.between(1, 5)),
      chance,
      slotSuffix(phrase, slot),
    );
  const text = phrase.replaceAll(/\{(\w)\}/gu, (_, slot: string) => lists[slot]?.text ?? words[slot] ?? "");
  return { text, lists, words };
}

/** What stands behind a list decides whether it can end in 等地. */
const slotSuffix = (phrase: string, slot: string): "plain" | "free" =>
  new RegExp(`\\{${slot}\\}(?:市|大学|双核|\\{)`, "u").test(phrase) ? "plain" : "free";
