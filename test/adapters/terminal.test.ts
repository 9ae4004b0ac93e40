import { spawn } from "node:child_process";
import { PassThrough, Readable } from "node:stream";
import { text as readAll } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { SETTINGS } from "../../src/daily/commands.ts";
import { COMMANDS } from "../../src/app/commands.ts";
import { runBatch } from "../../src/adapters/terminal/batch.ts";
import { createTerminal, type TerminalOptions } from "../../src/adapters/terminal/index.ts";
import { render, renderColour, renderText } from "../../src/adapters/terminal/render.ts";
import { createBot } from "../../src/core/bot.ts";
import { LOCALES } from "../../src/core/types.ts";
import { createTextMap } from "../../src/pictures/text-map.ts";
import { ask, dataset, newBot } from "../support/bot.ts";

const Result = z.strictObject({
  id: z.string(),
  outcome: z.enum(["answer", "clarify", "unknown"]),
  text: z.string(),
  short: z.string(),
  locale: z.enum(LOCALES),
  clusters: z.array(z.string()),
  cities: z.array(z.string()),
  facts: z.array(z.string()),
  sources: z.array(
    z.strictObject({ document: z.string(), locator: z.string(), grade: z.string(), url: z.url().nullable() }),
  ),
  ms: z.number(),
});

async function batch(...lines: readonly string[]): Promise<{ malformed: number; results: unknown[] }> {
  const output = new PassThrough();
  const written = readAll(output);
  const malformed = await runBatch(newBot(), Readable.from(lines.map((line) => `${line}\n`)), output);
  output.end();
  const results = (await written)
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  return { malformed, results };
}

describe("batch mode", () => {
  it("answers each line in order, in the agreed shape", async () => {
    const { malformed, results } = await batch(
      '{"id":"a","text":"半导体有哪些核心城市"}',
      '{"id":"b","text":"天气"}',
    );
    const [first, second] = results.map((r) => Result.parse(r));
    expect(malformed).toBe(0);
    expect(first).toMatchObject({ id: "a", outcome: "answer", clusters: ["半导体与集成电路"] });
    expect(first?.cities).toEqual(["广州", "深圳", "珠海"]);
    expect(second).toMatchObject({ id: "b", outcome: "unknown", facts: [], sources: [] });
  });

  it("says all of an answer, and what the terminal shows of it", async () => {
    const { results } = await batch('{"id":"a","text":"半导体"}');
    const { text, short } = Result.parse(results[0]);
    expect(text).toBe(render(ask("半导体")));
    expect(short).toBe(renderText(ask("半导体"), false));
    expect(text).toContain("数字：");
    expect(short).not.toContain("数字：");
  });

  it("shares the context of one chat and of no other", async () => {
    const { results } = await batch(
      '{"id":"1","text":"深圳在半导体集群的角色","chat":"x"}',
      '{"id":"2","text":"那珠海呢","chat":"y"}',
      '{"id":"3","text":"那珠海呢","chat":"x"}',
      '{"id":"4","text":"那珠海呢"}',
    );
    const clusters = results.map((r) => Result.parse(r).clusters);
    expect(clusters[2]).toEqual(["半导体与集成电路"]);
    expect(clusters[1]).not.toEqual(["半导体与集成电路"]);
    expect(clusters[3]).toEqual(clusters[1]);
  });

  it.each([
    "{",
    "[]",
    "1",
    '{"id":1,"text":"x"}',
    '{"id":"a"}',
    '{"text":"x"}',
    "null",
    '{"id":"a","text":1}',
  ])("reports the malformed line %s and goes on", async (line) => {
    const { malformed, results } = await batch(line, '{"id":"b","text":"半导体"}');
    expect(malformed).toBe(1);
    expect(results[0]).toMatchObject({ line: 1, error: expect.any(String) });
    expect(Result.parse(results[1]).outcome).toBe("answer");
  });

  it("ends a line where JSON does, and not at other ends of lines that stand in a text", async () => {
    const text = "深圳\u2028是半导体的\u0085核心吗\u2029";
    const { malformed, results } = await batch(
      JSON.stringify({ id: "a", text }),
      '{"id":"b","text":"深圳"}\r',
    );
    expect(malformed).toBe(0);
    expect(results.map((r) => Result.parse(r).id)).toEqual(["a", "b"]);
  });

  it("streams thousands of lines", async () => {
    const lines = Array.from({ length: 3000 }, (_, i) =>
      JSON.stringify({ id: String(i), text: "半导体的目标", chat: String(i % 7) }),
    );
    const { results } = await batch(...lines);
    expect(results.map((r) => Result.parse(r).id)).toEqual(lines.map((_, i) => String(i)));
  });
});

describe("the terminal chat", () => {
  async function chat(...lines: readonly string[]): Promise<string> {
    return chatWith({}, ...lines);
  }

  async function chatWith(shownAs: Partial<TerminalOptions>, ...lines: readonly string[]): Promise<string> {
    const input = new PassThrough();
    const output = new PassThrough();
    const shown = readAll(output);
    const left = new Promise<void>((resolve) => {
      void createTerminal({ input, output, commands: COMMANDS, onLeave: resolve, ...shownAs }).start(
        createBot(dataset, SETTINGS),
      );
    });
    for (const line of lines) input.write(`${line}\n`);
    input.end();
    await left;
    output.end();
    return shown;
  }

  it("answers, remembers and leaves", async () => {
    const shown = await chat("半导体有哪些核心城市", "那新能源呢", "/quit");
    expect(shown).toContain("半导体与集成电路集群的核心城市有 3 个：广州、深圳、珠海");
    expect(shown).toContain("新能源");
  });

  it("shows the short form, and all of it where that is wanted", async () => {
    const [short, long] = await Promise.all([chat("半导体"), chatWith({ long: true }, "半导体")]);
    expect(short).toContain("还可以问：更多｜");
    expect(short).not.toContain("数字：");
    expect(long).toContain("数字：");
    expect(long).not.toContain("更多");
  });

  it("speaks the language it was started in, until another is asked for", async () => {
    const shown = await chatWith(
      { locale: "en" },
      "半导体",
      "/language tw",
      "半导体",
      "/language auto",
      "半导体",
    );
    const [greeting, english = "", , traditional = "", , simplified = ""] = shown.split("yuequn> ").slice(0);
    expect(greeting).toContain("/quit leaves");
    expect(english).toContain("Sources:");
    expect(traditional).toContain("來源：");
    expect(simplified).toContain("来源：");
    expect(simplified).not.toContain("來源：");
  });

  it("hears a wish for another language", async () => {
    const shown = await chatWith({ locale: "zh-TW" }, "reply in English please", "半导体");
    expect(shown).toContain("Sources:");
  });

  it.each([true, false])("colours the first line and dims the sources (long: %s)", (long) => {
    const lines = renderColour(ask("半导体"), long).split("\n");
    expect(lines[0]).toContain("\u001b[1m");
    expect(lines[1]).not.toContain("\u001b[");
    expect(lines.filter((line) => line.includes("来源")).every((line) => line.includes("\u001b[2m"))).toBe(
      true,
    );
    expect(lines.at(-1)).toContain("\u001b[2m");
  });
});

describe("the command line", () => {
  const launch = fileURLToPath(new URL("../../launch.mjs", import.meta.url));

  async function run(args: readonly string[], input = "", env: Record<string, string> = {}) {
    const child = spawn(process.execPath, [launch, ...args], { env: { ...process.env, ...env } });
    child.stdin.end(input);
    const [out, error, code] = await Promise.all([
      readAll(child.stdout),
      readAll(child.stderr),
      new Promise<number | null>((resolve) => child.on("close", resolve)),
    ]);
    return { out, error, code };
  }

  it("answers once and exits 0", async () => {
    const { out, code } = await run(["ask", "半导体集群以哪些城市为核心"]);
    expect(out).toContain("广州、深圳、珠海");
    expect(code).toBe(0);
  });

  it("answers short, in a language and at length where that is wanted", async () => {
    const [short, long, english] = await Promise.all([
      run(["ask", "半导体"]),
      run(["ask", "半导体", "--long"]),
      run(["ask", "--lang", "en", "半导体"]),
    ]);
    expect(long.out).toContain("数字：");
    expect(short.out).not.toContain("数字：");
    expect(short.out).toContain("来源：");
    expect(english.out).toContain("Sources: ");
  });

  it("takes a language for the lines of a batch that demand none, which stay complete", async () => {
    const lines = ['{"id":"a","text":"半导体"}', '{"id":"b","text":"半导体","locale":"zh-TW"}'];
    const { out, code } = await run(["ask", "--jsonl", "--lang", "en"], lines.join("\n"));
    const results = out
      .trim()
      .split("\n")
      .map((line) => Result.parse(JSON.parse(line)));
    expect(code).toBe(0);
    expect(results.map(({ locale }) => locale)).toEqual(["en", "zh-TW"]);
    for (const { text, short } of results)
      expect(text.split("\n").length).toBeGreaterThan(short.split("\n").length);
  });

  it.each([
    [["ask", "半导体", "--lang", "fr"], "--lang fr: give zh, tw or en."],
    [["ask", "半导体", "--loud"], "--loud"],
    [["--lang", "fr"], "--lang fr: give zh, tw or en."],
    [["--loud"], "--loud"],
  ])("%j is wrong use: says what and what instead", async (args, said) => {
    const { error, code } = await run(args);
    expect(error).toContain(said);
    expect(code).toBe(2);
  });

  it("opens the chat with the same options", async () => {
    const { out, code } = await run(["--lang", "en", "--long"], "半导体\n");
    expect(out).toContain("Sources:");
    expect(code).toBe(0);
  });

  it("exits 1 when a line was malformed", async () => {
    const { out, code } = await run(["ask", "--jsonl"], '{"id":"a","text":"半导体"}\nno\n');
    expect(out.trim().split("\n")).toHaveLength(2);
    expect(code).toBe(1);
  });

  it("explains itself, and exits 2 on wrong use", async () => {
    expect((await run(["--help"])).out).toContain("npm start");
    expect(await run(["nonsense"])).toMatchObject({ code: 2 });
    expect(await run(["ask"])).toMatchObject({ code: 2 });
  });

  it("does not start on a faulty dataset, and lists the faults", async () => {
    const { error, code } = await run(["ask", "半导体"], "", { YUEQUN_DATA: "/nowhere" });
    expect(code).toBe(1);
    expect(error).toMatch(/fault\(s\) in the dataset at .*data, \/nowhere:/u);
    expect(error).toContain("/nowhere -: cannot be read");
  });
});

describe("a picture in the terminal", () => {
  const sketch = createTextMap(dataset);

  async function chat(...lines: readonly string[]): Promise<string> {
    const output = new PassThrough();
    const shown = readAll(output);
    await new Promise<void>((resolve, reject) => {
      const input = Readable.from(lines.map((line) => `${line}\n`));
      createTerminal({ input, output, commands: COMMANDS, onLeave: resolve, sketch })
        .start(newBot())
        .catch(reject);
    });
    output.end();
    return shown;
  }

  it("is the tiles under the answer", async () => {
    const shown = await chat("半导体有哪些核心城市");
    expect(shown).toMatch(/中山协\* 东莞协\* 深圳核\*/u);
    expect(shown.indexOf("来源")).toBeLessThan(shown.indexOf("核＝核心"));
  });

  it("is not there where the answer is a sentence", async () => {
    expect(await chat("深圳是半导体的核心吗")).not.toContain("核＝核心");
  });
});
