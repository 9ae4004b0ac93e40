import { describe, expect, it } from "vitest";
import { FRAMES } from "../../src/core/say/frame.ts";
import { blockLines, toPlain } from "../../src/core/plain.ts";
import { ask } from "../support/bot.ts";

const marksIn = (text: string): string[] => [...new Set(text.match(/［\d+］/g))].toSorted();

describe("plain text", () => {
  it.each(["/city 深圳", "/city 广州", "/matrix", "/figures 支柱", "半导体集群以哪些城市为核心"])(
    "%s: each mark of the text stands by itself among the sources",
    (text) => {
      const answer = ask(text);
      const said = [answer.title, ...answer.blocks.flatMap((b) => (b.kind === "facts" ? b.items : []))];
      const used = [...new Set(said.flatMap((i) => i.marks.map((m) => `［${m}］`)))].toSorted();
      const whole = toPlain(answer);
      const told = [
        answer.title.text,
        ...answer.blocks.flatMap((b) => blockLines(b, FRAMES[answer.locale])),
      ].join("\n");
      expect(used.length).toBeGreaterThan(0);
      expect(marksIn(whole.slice(whole.lastIndexOf("来源：")))).toEqual(used);
      expect(marksIn(told).filter((m) => !used.includes(m))).toEqual([]);
    },
  );
});
