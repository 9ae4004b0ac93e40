/** The log as people and as programs read it. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { readableLine, type LogEntry } from "../src/app/log-line.ts";
import { readConfig } from "../src/app/config.ts";
import { cleanUp, folder, later, start } from "./support/process.ts";

afterEach(cleanUp);

const at = new Date(2026, 10, 30, 9, 0, 1, 25);
const line = (entry: Partial<LogEntry>, colour = false): string =>
  readableLine({ at, level: "info", message: "started", fields: {}, ...entry }, colour);

describe("a line for people", () => {
  it("has time, level, message and what else is known", () => {
    expect(line({ fields: { platform: "telegram", waitMs: 5, why: undefined } })).toBe(
      "09:00:01.025 INFO  started  platform=telegram waitMs=5",
    );
  });

  it("quotes what has spaces, quotes or nothing in it", () => {
    expect(line({ fields: { reason: 'no "answer"', empty: "" } })).toMatch(
      /reason="no \\"answer\\"" empty=""$/u,
    );
  });

  it("stays one line and commands no terminal, whatever a platform says", () => {
    const evil = "a\n09:00:02.000 INFO  forged\u001B[2J\u009B31m\u2028\u202Ereversed";
    const shown = line({ message: evil, fields: { reason: evil } });
    expect(shown).not.toMatch(/[\p{Cc}\u2028\u202E]/u);
    expect(shown).toContain(String.raw`\u000a09:00:02.000`);
  });

  it("has colours only where they are wanted", () => {
    expect(line({ level: "warn" }, true)).toContain("\u001B[33mWARN \u001B[0m");
    expect(line({ level: "warn" })).not.toContain("\u001B");
  });
});

/** No platform can be reached: the process says so and ends. */
const NOWHERE = { TELEGRAM_TOKEN: "1:x", TELEGRAM_API_ROOT: "http://127.0.0.1:1" };

async function firstLine(env: Record<string, string>): Promise<string> {
  const bot = start({ ...NOWHERE, ...env });
  const seen = new Promise<string>((resolve) =>
    bot.child.stderr.once("data", (text: Buffer) => resolve(String(text).split("\n")[0] ?? "")),
  );
  const first = await seen;
  bot.child.kill("SIGTERM");
  await bot.code;
  return first;
}

describe("the log of a process", () => {
  it("is JSON where no terminal shows it, and text where that is wanted", async () => {
    expect(JSON.parse(await firstLine({}))).toMatchObject({ level: expect.any(Number) });
    expect(await firstLine({ LOG_FORMAT: "text" })).toMatch(/^\d\d:\d\d:\d\d\.\d{3} (?:INFO|WARN) {2}/u);
  });

  it.runIf(process.platform === "linux")(
    "is text where a terminal shows it, and JSON where that is wanted",
    async () => {
      expect(await onTerminal({})).toMatch(/\d\d:\d\d:\d\d\.\d{3}.*(?:INFO|WARN)/u);
      expect(await onTerminal({ LOG_FORMAT: "json" })).toContain('{"level":');
    },
  );

  it("writes nothing below its level", async () => {
    expect(await firstLine({ LOG_FORMAT: "text", LOG_LEVEL: "error", DATA_DIR: "/dev/null/x" })).toMatch(
      /ERROR/u,
    );
  });

  it("takes no other format", () => {
    expect(() => readConfig({ LOG_FORMAT: "xml" })).toThrow("LOG_FORMAT");
    expect(readConfig({ LOG_FORMAT: "JSON" }).LOG_FORMAT).toBe("json");
  });
});

/** The first line that a terminal shows: `script` gives the process one. */
async function onTerminal(env: Record<string, string>): Promise<string> {
  const launch = fileURLToPath(new URL("../launch.mjs", import.meta.url));
  const child = spawn("script", ["-qec", `exec '${process.execPath}' '${launch}'`, "/dev/null"], {
    env: { PATH: process.env["PATH"] ?? "", DATA_DIR: folder(), ...NOWHERE, ...env },
  });
  later(() => void child.kill("SIGKILL"));
  let shown = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => (shown += part));
  await expect.poll(() => shown).toContain("\n");
  return shown;
}
