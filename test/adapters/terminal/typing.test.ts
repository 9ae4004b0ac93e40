/** Somebody types at a real terminal: `script` gives the process one. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { columnsOf } from "../../../src/text/columns.ts";
import { cleanUp, folder, later, start } from "../../support/process.ts";

const LAUNCH = fileURLToPath(new URL("../../../launch.mjs", import.meta.url));
const UP = "\u001b[A";
const CTRL_C = "\u0003";
const CTRL_D = "\u0004";

afterEach(cleanUp);

/** A chat in a window of so many columns, and what it has shown. */
function sitDown(dataDir = folder(), columns = 60) {
  const command = `stty cols ${columns} rows 40; exec '${process.execPath}' '${LAUNCH}' --lang zh`;
  const child = spawn("script", ["-qec", command, "/dev/null"], {
    env: { PATH: process.env["PATH"] ?? "", DATA_DIR: dataDir, TERM: "xterm" },
  });
  later(() => void child.kill("SIGKILL"));
  let raw = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => (raw += part));
  const code = new Promise<number | null>((resolve) => child.on("close", resolve));
  const shown = (): string => stripVTControlCharacters(raw).replaceAll("\r", "");
  const sees = (text: string | RegExp) => expect.poll(shown).toMatch(text);
  const types = (keys: string): void => void child.stdin.write(keys);
  return { shown, sees, types, code, history: join(dataDir, "history.txt") };
}

describe("at a terminal", () => {
  it("answers are as wide as the window, with hanging items", async () => {
    const chat = sitDown();
    await chat.sees("粤群>");
    chat.types("/ask 半导体\r");
    await chat.sees("还可以问");
    chat.types("/quit\r");
    expect(await chat.code).toBe(0);
    const answer = chat
      .shown()
      .split("\n")
      .filter((line) => !/粤群>|https?:/u.test(line));
    expect(answer.some((line) => columnsOf(line) > 50)).toBe(true);
    for (const line of answer) expect(columnsOf(line), line).toBeLessThanOrEqual(60);
    expect(answer.some((line) => /^ {2}\S/u.test(line))).toBe(true);
  });

  it("Tab completes, and lists where there are several", async () => {
    const chat = sitDown();
    await chat.sees("粤群>");
    chat.types("／MAP ｓｈｅｎｚ\t");
    await chat.sees("／MAP Shenzhen");
    chat.types("\r");
    await chat.sees("深圳被 15 个集群点名");
    chat.types("/city 汕");
    // One key at a time: what comes at once is pasted, not typed.
    const listed = () => (chat.types("\t"), chat.shown());
    await expect.poll(listed).toMatch(/汕头\s+汕尾/u);
    chat.types(CTRL_C + CTRL_C);
    await chat.code;
  });

  it("what was typed is there the next time, for its owner alone, until /forget", async () => {
    const dataDir = folder();
    const first = sitDown(dataDir);
    await first.sees("粤群>");
    first.types("半导体的目标\r");
    await first.sees("4000 亿元");
    first.types(CTRL_D);
    expect(await first.code).toBe(0);
    expect(readFileSync(first.history, "utf8")).toBe("半导体的目标\n");
    expect(statSync(first.history).mode & 0o777).toBe(0o600);
    const second = sitDown(dataDir);
    await second.sees("粤群>");
    second.types(`${UP}\r`);
    await second.sees("4000 亿元");
    second.types("/forget\r");
    await second.sees("已删除");
    second.types(`${UP}${CTRL_D}`);
    await second.code;
    expect(existsSync(second.history)).toBe(false);
  });

  it("Ctrl-C takes back a line, and leaves at an empty one", async () => {
    const chat = sitDown();
    await chat.sees("粤群>");
    chat.types("深圳");
    await chat.sees("粤群> 深圳");
    chat.types(`${CTRL_C}佛山是谁\r`);
    await chat.sees("佛山是谁");
    await chat.sees("还可以问");
    expect(readFileSync(chat.history, "utf8")).toBe("佛山是谁\n");
    chat.types(CTRL_C);
    expect(await chat.code).toBe(0);
  });

  it("a second Ctrl-C leaves, whatever was typed since", async () => {
    const chat = sitDown();
    await chat.sees("粤群>");
    chat.types(`深圳${CTRL_C}`);
    chat.types(`佛山${CTRL_C}`);
    expect(await chat.code).toBe(0);
  });
});

it("a pipe leaves no history, and is told in lines as long as they are", async () => {
  const dataDir = folder();
  const chat = start({ DATA_DIR: dataDir, COLUMNS: "40" });
  chat.child.stdin.end("半导体\n/forget\n");
  expect(await chat.code).toBe(0);
  expect(existsSync(join(dataDir, "history.txt"))).toBe(false);
  const said = await chat.output;
  expect(said).toContain("这里没有保存任何东西。");
  expect(Math.max(...said.split("\n").map((line) => columnsOf(line)))).toBeGreaterThan(150);
});
