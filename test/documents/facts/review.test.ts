/** A review: full-screen and line by line, and a terminal that is left as it was. */
import { EventEmitter } from "node:events";
import { PassThrough, Readable } from "node:stream";
import type { ReadStream, WriteStream } from "node:tty";
import { describe, expect, it } from "vitest";
import type { Proposal } from "../../../src/documents/facts/proposal.ts";
import type { Desk } from "../../../src/documents/facts/review/desk.ts";
import { reviewOnScreen } from "../../../src/documents/facts/review/full.ts";
import { reviewByLines } from "../../../src/documents/facts/review/lines.ts";
import { cut, screen, wrap } from "../../../src/documents/facts/review/screen.ts";
import { begin, countsOf, decided, moved, type Review } from "../../../src/documents/facts/review/state.ts";
import { from } from "./sentence.ts";

const proposals = [
  "以广州、深圳、珠海为核心，带动佛山、东莞等地协同发展。",
  "到2025年，营业收入突破4000亿元。",
].flatMap((text) => from(text));
const review = (): Review =>
  begin(
    "plans-2023/半导体",
    proposals.map((proposal, i) => ({ proposal, key: String(i) })),
  );

/** Notes what is asked of it. */
function desk(keep: (proposal: Proposal) => string = () => "L100-1"): Desk & { noted: string[] } {
  const noted: string[] = [];
  const memory = {
    of: () => undefined,
    note: (key: string, decision: string) => void noted.push(`${key} ${decision}`),
  };
  return { keep, memory, editor: undefined, noted };
}

describe("the state", () => {
  it("begins at what is open, and goes on there after each decision", () => {
    const items = proposals.map((proposal, i) => ({
      proposal,
      key: `${i}`,
      ...(i === 0 && { decision: "skipped" as const }),
    }));
    const begun = begin("x", items);
    expect(begun.at).toBe(1);
    const one = decided(begun, "accepted", "");
    expect(one.at).toBe(2);
    expect(decided(one, "skipped", "").at).toBe(2);
    expect(countsOf(one)).toBe("1 of 3 open, 1 accepted, 1 skipped");
    expect(moved(begun, -9).at).toBe(0);
  });
});

describe("the screen", () => {
  it("has as many rows as the terminal, none wider, with all there is to judge by", () => {
    const rows = screen(review(), { columns: 40, rows: 30 }, false);
    expect(rows).toHaveLength(30);
    for (const row of rows) expect(cut(row, 40)).toBe(row);
    expect(rows.join("")).toContain("“以广州、深圳、珠海为核心");
    expect(rows.join("\n")).not.toContain("\u001b");
  });

  it.each([1, 3, 8])("fits into %i rows", (height) => {
    expect(screen(review(), { columns: 20, rows: height }, true)).toHaveLength(height);
  });

  it("counts two columns for a Chinese character", () => {
    expect(wrap("广州abc", 4)).toEqual(["广州", "abc"]);
  });
});

/** Ours: a terminal that remembers what was written to it. */
function terminal() {
  const input = Object.assign(new PassThrough(), {
    raw: false,
    setRawMode: (on: boolean) => Object.assign(input, { raw: on }),
  });
  const written: string[] = [];
  const output = Object.assign(new EventEmitter(), {
    columns: 60,
    rows: 20,
    write: (text: string) => written.push(text) > 0,
  });
  return {
    input,
    written,
    terminal: {
      input: input as unknown as ReadStream,
      output: output as unknown as WriteStream,
      colour: false,
    },
  };
}

describe("on the whole screen", () => {
  it.each([
    ["q", "q"],
    ["Ctrl-C", "\u0003"],
  ])("%s leaves the terminal as it was", async (_, key) => {
    const { input, written, terminal: own } = terminal();
    const left = reviewOnScreen(desk(), review(), own);
    input.write(key);
    await left;
    expect(input.raw).toBe(false);
    expect(written.at(0)).toContain("\u001b[?1049h");
    expect(written.at(-1)).toContain("\u001b[?1049l");
  });

  it("accepts, skips and moves by keys, and notes each decision", async () => {
    const own = desk();
    const { input, terminal: screened } = terminal();
    const left = reviewOnScreen(own, review(), screened);
    input.write("a\u001b[Bsq");
    expect(countsOf(await left)).toBe("1 of 3 open, 1 accepted, 1 skipped");
    expect(own.noted).toEqual(["0 accepted", "2 skipped"]);
  });

  it("says what is wrong with a fact, which stays open", async () => {
    const refused = desk(() => {
      throw new Error("2 fault(s)");
    });
    const { input, terminal: own } = terminal();
    const left = reviewOnScreen(refused, review(), own);
    input.write("aq");
    expect(await left).toMatchObject({ message: "2 fault(s)", at: 0 });
    expect(refused.noted).toEqual([]);
  });
});

describe("line by line", () => {
  it("asks for each, takes fields as JSON, and ends with its input", async () => {
    const kept: Proposal[] = [];
    const own = desk((proposal) => `L100-${kept.push(proposal)}`);
    const said: string[] = [];
    const input = Readable.from(["e\n", '{"note": "试"}\n', "a\n", "s\n"]);
    const left = await reviewByLines(own, review(), { input, print: (line) => void said.push(line) });
    expect(kept.map((p) => p.fact.note)).toEqual(["试"]);
    expect(countsOf(left)).toBe("1 of 3 open, 1 accepted, 1 skipped");
    expect(said.join("\n")).toContain("accepted as L100-1");
  });
});
