/** Lines of the batch mode, and behind them every question there is: the core itself. */
import { Readable, Writable } from "node:stream";
import fc from "fast-check";
import * as z from "zod";
import { Line, runBatch } from "../../src/adapters/terminal/batch.ts";
import { LOCALES } from "../../src/core/types.ts";
import { newBot } from "../support/bot.ts";
import { border } from "./border.ts";
import { damaged, isWellFormed, type Json, oddJson, oddText } from "./odd.ts";

const Answered = z.object({
  id: z.string(),
  outcome: z.enum(["answer", "clarify", "unknown"]),
  text: z.string().min(1),
  short: z.string().min(1),
  locale: z.enum(LOCALES),
  sources: z.array(z.object({ document: z.string(), url: z.string().nullable() })),
});
const Refused = z.object({ line: z.number().int(), error: z.string().min(1) });

/** Several lines of bytes. */
type Input = Uint8Array;
const bytes = (text: string): Uint8Array => Buffer.from(text, "utf8");

const good = fc.record(
  {
    id: oddText,
    text: oddText,
    chat: fc.constantFrom("a", "b", "__proto__"),
    locale: fc.constantFrom(...LOCALES),
  },
  { requiredKeys: ["id", "text"] },
);
const line = fc.oneof(
  { weight: 6, arbitrary: good.map((one) => JSON.stringify(one)) },
  { weight: 3, arbitrary: damaged(good as fc.Arbitrary<Json>).map((one) => JSON.stringify(one)) },
  { weight: 1, arbitrary: oddJson.map((one) => JSON.stringify(one)) },
  { weight: 1, arbitrary: oddText },
);
const cut = fc.tuple(line, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)));
const inputs: fc.Arbitrary<Input> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.oneof(line, line, line, cut), fc.constantFrom("", "\n", "\r\n"))
      .map((parts) => bytes(parts.join(""))),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
);

/** What is promised of a line, worked out from its text alone. */
function expected(text: string): "answered" | "refused" | "blank" {
  if (text.trim() === "") return "blank";
  try {
    return Line.safeParse(JSON.parse(text.replace(/^\uFEFF/u, ""))).success ? "answered" : "refused";
  } catch {
    return "refused";
  }
}

const linesIn = (input: Input): string[] =>
  Buffer.from(input)
    .toString("utf8")
    .split("\n")
    .map((one) => one.replace(/\r$/u, ""));

/** Without the digits of the question, of marks and of the years of documents. */
function unasked(said: string, asked: string): string {
  const question = Line.parse(JSON.parse(asked.replace(/^\uFEFF/u, ""))).text.normalize("NFKC");
  const known = new Set(question.match(/\p{Nd}+/gu));
  return said
    .normalize("NFKC")
    .replaceAll(/\[\d+\]|\b20\d\d\b/gu, "")
    .replaceAll(/\p{Nd}+/gu, (digits) => (known.has(digits) ? "" : digits));
}

function check(told: unknown, text: string): void {
  if (expected(text) === "refused") return void Refused.parse(told);
  const { outcome, sources, short, text: whole } = Answered.parse(told);
  if (outcome === "answer" && sources.length === 0) throw new Error("an answer without a source");
  if (outcome === "unknown" && /\p{Nd}/u.test(unasked(short, text)))
    throw new Error(`a digit in what is not known: ${short}`);
  if (!isWellFormed(whole)) throw new Error("half of a sign in an answer");
}

export const jsonl = border<Input>({
  name: "jsonl",
  corpus: [
    bytes('{"id":"1","text":"深圳\u2028是半导体的核心吗"}\n'),
    bytes('\uFEFF{"id":"1","text":"深圳"}'),
    bytes('{"id":"1","text":"\\ud800","chat":"__proto__"}'),
    bytes('{"id":"1","text":"切换繁体\\ud800in 至少 /ask please"}'),
    bytes('{"__proto__":{"id":"1"},"text":"x"}'),
    bytes(`{"id":"1","text":${"[".repeat(20_000)}`),
    bytes('{"id":"1","text":"深圳"}\r{"id":"2","text":"佛山"}'),
  ],
  inputs,
  open() {
    let ask = newBot();
    let number = 0;
    return {
      async meet(input) {
        number += 1;
        if (number % 1_000 === 0) ask = newBot();
        const out: string[] = [];
        const output = new Writable({
          write(chunk, _encoding, done) {
            out.push(String(chunk));
            done();
          },
        });
        const malformed = await runBatch(ask, Readable.from([Buffer.from(input)]), output);
        const lines = linesIn(input).filter((text) => expected(text) !== "blank");
        const told = out.join("").split("\n").slice(0, -1);
        if (told.length !== lines.length) throw new Error(`${lines.length} lines in, ${told.length} out`);
        for (const [i, text] of lines.entries()) check(JSON.parse(told[i] ?? ""), text);
        if (malformed !== lines.filter((text) => expected(text) === "refused").length)
          throw new Error("counted wrongly");
        return lines.length === 0 ? "blank" : malformed > 0 ? "refused" : "answered";
      },
    };
  },
});
