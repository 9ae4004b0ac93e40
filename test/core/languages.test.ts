/** One bot, three languages: what is said may differ, what is claimed may not. */
import { describe, expect, it, vi } from "vitest";
import { SETTINGS } from "../../src/daily/commands.ts";
import { createBot } from "../../src/core/bot.ts";
import { MOST_SUGGESTION_BYTES } from "../../src/core/compose.ts";
import { toPlain, toShort } from "../../src/core/plain.ts";
import { split } from "../../src/core/short.ts";
import { EN } from "../../src/core/say/en.ts";
import { createVoices, text } from "../../src/core/say/say.ts";
import type { Catalogue } from "../../src/core/say/texts.ts";
import { type Answer, type Item, type Locale, LOCALES } from "../../src/core/types.ts";
import { toTraditional } from "../../src/text/traditional.ts";
import { readGolden } from "../golden/judge.ts";
import { dataset } from "../support/bot.ts";
import { LAID_OVER, LIBRARY } from "./every-source.ts";
import { CONVERSATIONS } from "./every-text.ts";

const golden = readGolden(new URL("../golden/questions.jsonl", import.meta.url));

interface Asked {
  text: string;
  chat: string;
}

const questions: readonly Asked[] = [
  ...golden.map((q) => ({ text: q.text, chat: q.chat ?? q.id })),
  ...CONVERSATIONS.flatMap((turns, i) => turns.map((turn) => ({ text: turn, chat: `talk ${i}` }))),
];

/** Which texts were said in English. */
const said = (Object.keys(EN) as (keyof Catalogue)[]).map((key) => ({ key, spy: vi.spyOn(EN, key) }));

/** Every question in its conversation, a second apart. */
function answersIn(locale: Locale): Answer[] {
  const bot = createBot(LAID_OVER, SETTINGS, { library: LIBRARY });
  return questions.map(({ text: words, chat }, i) =>
    bot({ text: words, chat: { platform: "test", id: chat }, at: i * 1000, locale }),
  );
}

const answers: Readonly<Record<Locale, readonly Answer[]>> = {
  "zh-CN": answersIn("zh-CN"),
  "zh-TW": answersIn("zh-TW"),
  en: answersIn("en"),
};

/** @returns the questions whose answer has the fault, with what is wrong. */
const faulty = (locale: Locale, faultOf: (answer: Answer) => string | undefined): string[] =>
  answers[locale].flatMap((answer, i) => {
    const fault = faultOf(answer);
    return fault === undefined ? [] : [`${questions[i]?.text.slice(0, 40)}: ${fault}`];
  });

const itemsOf = ({ title, blocks }: Answer): Item[] => [
  title,
  ...blocks.flatMap((b) => (b.kind === "facts" ? b.items : [])),
];

/** What an answer claims, and on what: no words. */
const claimOf = (answer: Answer): unknown => ({
  outcome: answer.outcome,
  verdict: answer.verdict,
  facts: answer.facts,
  clusters: answer.clusters,
  cities: answer.cities,
  picture: answer.picture,
  // How much 更多 shows depends on how much was shown before it, and so on the length of the words.
  kinds: answer.whole ? [] : answer.blocks.map((b) => b.kind),
  marks: answer.whole ? [] : itemsOf(answer).map(({ facts, marks }) => ({ facts, marks })),
  sources: answer.sources.map(({ mark, key, grade, url }) => ({ mark, key, grade, url })),
});

describe("the same is claimed in every language:", () => {
  it.each(LOCALES.filter((l) => l !== "zh-CN"))("%s", (locale) => {
    const differ = questions.filter(
      (_, i) => JSON.stringify(claimOf(own(locale, i))) !== JSON.stringify(claimOf(own("zh-CN", i))),
    );
    expect(differ.map((q) => q.text)).toEqual([]);
  });
});

const own = (locale: Locale, i: number): Answer => {
  const answer = answers[locale][i];
  if (!answer) throw new Error(`no answer ${i}`);
  return answer;
};

/** Characters that Traditional Chinese writes too: 公里, 中游, 台山, 斗門, 麻涌, 若干. */
const BOTH = new Set("里游台斗涌干");

describe.each(LOCALES)("the short form in %s", (locale) => {
  it("is followed by what its first line promises, however long that is", () => {
    expect(
      faulty(locale, (answer) => {
        const told = (blocks: Answer["blocks"]): boolean => blocks.some((block) => block.kind === "facts");
        const isBare = answer.title.facts.length === 0 && told(answer.blocks);
        return isBare && !told(split(answer).short.blocks) ? answer.title.text : undefined;
      }),
    ).toEqual([]);
  });
});

describe("Traditional Chinese", () => {
  it("holds no character that only Simplified has", () => {
    const simplified = (char: string): boolean => !BOTH.has(char) && toTraditional(char) !== char;
    expect(
      faulty("zh-TW", (answer) => {
        const found = [...`${toPlain(answer)}${toShort(answer)}`].filter(simplified);
        return found.length === 0 ? undefined : found.join("");
      }),
    ).toEqual([]);
  });

  it("is the Simplified answer by character", () => {
    const labels = ({ next }: Answer): string[] => next.map((n) => n.label);
    for (const [i, answer] of answers["zh-CN"].entries())
      expect(labels(own("zh-TW", i))).toEqual(labels(answer).map(toTraditional));
  });
});

describe("English", () => {
  /** Brackets hold Chinese names and the asker's own words; a reference is in no language. */
  const bare = (words: string): string =>
    words
      .replaceAll(/q:\S+/g, "")
      .replaceAll(/\[[^[\]]*\]/g, "")
      .replaceAll(/\[[^[\]]*\]/g, "");

  it("holds no Han character nor full-width sign outside brackets", () => {
    expect(
      faulty(
        "en",
        (answer) =>
          /.*[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF].*/u.exec(
            bare(`${toPlain(answer)}\n${toShort(answer)}`),
          )?.[0],
      ),
    ).toEqual([]);
  });

  it("begins lines with a capital, a figure, a quotation or somebody's own words, and joins words once", () => {
    expect(
      faulty("en", (answer) =>
        itemsOf(answer)
          .map((item) => item.text)
          .find((line) => !/^[A-Z\d"[]/.test(line) || / {2}|\.\.|,,|;;| [,;.]|undefined|NaN/.test(line)),
      ),
    ).toEqual([]);
  });

  it("begins with what the claim got", () => {
    const begins = {
      yes: /^(?:Yes|Right)\b/,
      no: /^(?:No|Not right)\b/,
      unsaid: /^(?:The documents (?:do not say so|name no)|It depends on)\b/,
    };
    expect(
      faulty("en", ({ verdict, title }) =>
        verdict === undefined || begins[verdict].test(title.text) ? undefined : `${verdict}, ${title.text}`,
      ),
    ).toEqual([]);
  });

  it("says every text there is", () => {
    expect(said.filter(({ spy }) => spy.mock.calls.length === 0).map(({ key }) => key)).toEqual([]);
  });
});

describe("what is offered in English", () => {
  const bot = createBot(dataset, SETTINGS);
  const outcome = (words: string): string =>
    bot({ text: words, chat: { platform: "test", id: "offer" }, locale: "en" }).outcome;
  const { say } = createVoices(dataset).en;
  const clusters = dataset.clusters.map((c) => c.id);
  const cities = dataset.cities.map((c) => c.id);

  it("is understood", () => {
    const offered = new Set(answers.en.flatMap(({ next }) => next.map((n) => n.ask)));
    const lists = Object.values(dataset.english.suggestions).flat();
    expect([...offered, ...lists].filter((ask) => outcome(ask) === "unknown")).toEqual([]);
    expect(offered.size).toBeGreaterThan(100);
  });

  it("fits a button, whatever it names", () => {
    const each = [
      ...clusters.flatMap((name) => [
        ...(["overview", "target", "result", "cores"] as const).map((about) => text("ask", { about, name })),
        ...clusters.map((other) => text("ask", { about: "compare", name, other })),
        ...cities.map((city) => text("ask", { about: "role", name: city, other: name })),
      ]),
      ...cities.map((name) => text("ask", { about: "core-of", name })),
    ];
    const long = each.map(say).filter((words) => words.length > MOST_SUGGESTION_BYTES);
    expect(long).toEqual([]);
  });
});
