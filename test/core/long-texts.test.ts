/** However long and odd a text is, it is answered; what each costs is measured by `npm run bench -- long`. */
import { describe, expect, it } from "vitest";
import { longText, PIECES, SYLLABLES } from "../support/long-texts.ts";
import { newBot } from "../support/bot.ts";

describe("a long text", () => {
  const ask = newBot();
  const say = (text: string) => ask({ text, chat: { platform: "test", id: "long" } });

  it.each(PIECES)("of nothing but %s gets an answer with a first line", (piece) => {
    expect(say(longText(piece)).title.text).not.toBe("");
  });

  it("of one word that falls into syllables in more ways than can be tried comes to an end", () => {
    expect(say(SYLLABLES).outcome).toBe("unknown");
  });
});
