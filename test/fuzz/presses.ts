/** What buttons carry, votes and references: written by us once, and by anybody since. */
import fc from "fast-check";
import { parsePress } from "../../src/adapters/discord/pages.ts";
import { readData } from "../../src/adapters/telegram/pages.ts";
import { readVote } from "../../src/adapters/shared/votes.ts";
import { KINDS } from "../../src/core/types.ts";
import { openReference, referTo } from "../../src/core/reference.ts";
import { createVotes } from "../../src/feedback/votes.ts";
import { dataset, newBot } from "../support/bot.ts";
import { border } from "./border.ts";
import { oddText } from "./odd.ts";

const REFERENCES = [
  "q:role.value;city=深圳;cluster=新能源",
  "q:figure.value;value>=400000000000元@4000 亿元",
  "q:role.list;?city!=深圳;.want=city;.quantifier=all",
  "q:class.list;cluster*=半导体与集成电路,新能源;.said=x%3B",
] as const;
const CARRIED = [
  ...REFERENCES,
  "v1:+:members:F001,F002",
  "v1:-:fact:F025",
  "page:ab12:3",
  "p:ab12:3",
  "ask:/help",
  "c:/daily on",
] as const;

/** A good one with a piece of it replaced. */
const near = fc
  .tuple(fc.constantFrom(...CARRIED), fc.nat(), fc.nat({ max: 6 }), oddText)
  .map(([good, at, length, by]) => {
    const from = at % (good.length + 1);
    return good.slice(0, from) + by + good.slice(from + length);
  });
const joined = fc
  .array(
    fc.constantFrom(
      "q:",
      "v1:",
      "role",
      "figure",
      ".",
      "value",
      ";",
      "?",
      "=",
      "!",
      "*",
      "@",
      ",",
      ">=",
      "1e999",
      "9".repeat(30),
      "city",
      "cluster",
      "深圳",
      "__proto__",
      ".expected=",
      "%",
      "%E4%BD",
      "+",
      ":",
      "members",
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(""));

const FACT = /^[A-Z]{1,2}\d{1,4}(?:-\d+)?$/u;

export const presses = border<string>({
  name: "presses",
  corpus: [
    "v1:+:__proto__:F001",
    "v1:+:members:",
    "q:role.value;__proto__=x",
    "page:__proto__:0",
    "q:",
    "ask:",
    "q:role.value;.expected=1e999",
    "q:figure.value;value>=1e400@x",
  ],
  inputs: fc.oneof(near, joined, oddText),
  open() {
    const ask = newBot();
    const vote = createVotes({ dataset, store: () => undefined, now: Date.now, onTrouble: () => undefined });
    return {
      async meet(text) {
        const ballot = readVote(text);
        if (ballot) {
          if (!KINDS.includes(ballot.kind) || !ballot.facts.some((id) => FACT.test(id)))
            throw new Error("a vote for nothing");
          if ((await vote(ballot, text)) !== "lost") throw new Error("a vote was counted without a store");
        }
        const carried = [readData(text), parsePress(text)];
        if (ballot && carried.some((one) => one?.kind !== "vote"))
          throw new Error("a vote on one platform alone");
        const query = openReference(dataset, text);
        if (query === undefined) return carried.some(Boolean) ? "a button" : "nothing";
        if (query === "broken") return "refused";
        const told = ask({ text, chat: { platform: "fuzz", id: "1" } });
        if (told.title.text === "") throw new Error("a reference without an answer");
        const again = referTo(query);
        const reopened = again === undefined ? query : openReference(dataset, again);
        if (JSON.stringify(reopened) !== JSON.stringify(query))
          throw new Error(`another query by ${again ?? ""}`);
        return "a reference";
      },
    };
  },
});
