/** The table of rules is its own test: the example of each is heard by that rule, and all of it is used. */
import { describe, expect, it, vi } from "vitest";
import type { Query } from "../../../src/core/query.ts";
import { interpret } from "../../../src/core/read/interpret.ts";
import { createReader } from "../../../src/core/read/read.ts";
import { RULES } from "../../../src/core/read/rules.ts";
import { dataset } from "../../support/bot.ts";

/** Every query carries the name of the rule that made it. */
vi.mock(import("../../../src/core/read/rules.ts"), async (load) => {
  const table = await load();
  return {
    ...table,
    RULES: table.RULES.map((rule) => ({
      ...rule,
      query: (heard) => ({ ...rule.query(heard), madeBy: rule.name }),
    })),
  };
});

const reader = createReader(dataset);

/** What each question of a text is taken for. */
function taken(text: string): (Query & { madeBy?: string })[] {
  return reader.read(text, 2025).questions.flatMap((heard) => interpret(heard).slice(0, 1));
}

describe("the table of rules", () => {
  it("gives every rule a name of its own", () => {
    const names = RULES.map((rule) => rule.name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it("gives every rule an example of its own", () => {
    const examples = RULES.map((rule) => rule.example);
    expect(examples).not.toContain("");
    expect(examples.filter((example, i) => examples.indexOf(example) !== i)).toEqual([]);
  });
});

describe.each(RULES.map(({ name, example }) => ({ name, example })))(
  "$name: $example",
  ({ name, example }) => {
    it("is heard by its rule", () => {
      expect(taken(example).map((query) => query.madeBy)).toEqual([name]);
    });

    it("is used to the last word", () => {
      expect(taken(example).flatMap((query) => query.unused)).toEqual([]);
    });
  },
);
