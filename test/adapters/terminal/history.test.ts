/** Lines typed in earlier chats: whose they are, how many, and how they go. */
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type History, MOST_LINES, openHistory } from "../../../src/adapters/terminal/history.ts";
import { createHere } from "../../../src/adapters/terminal/kept.ts";
import { COMMANDS } from "../../../src/app/commands.ts";
import { LOCALES } from "../../../src/core/types.ts";
import { newBot } from "../../support/bot.ts";
import { cleanUp, folder } from "../../support/process.ts";

let file: string;
let troubles: string[];
const open = (): History => openHistory(file, (said) => troubles.push(said));
const written = (): string[] => readFileSync(file, "utf8").split("\n").slice(0, -1);
const modeOf = (path: string): number => statSync(path).mode & 0o777;

beforeEach(() => {
  file = join(folder(), "var", "history.txt");
  troubles = [];
});
afterEach(cleanUp);

describe("what was typed", () => {
  it("is there the next time, the newest first", () => {
    const history = open();
    for (const line of ["半导体", "那珠海呢"]) history.add(line);
    expect(open().lines).toEqual(["那珠海呢", "半导体"]);
  });

  it("is its owner's alone, also where others could read it before", () => {
    open().add("半导体");
    expect(modeOf(file)).toBe(0o600);
    expect(modeOf(join(file, ".."))).toBe(0o700);
    chmodSync(file, 0o644);
    open();
    expect(modeOf(file)).toBe(0o600);
  });

  it("is no file before anything is typed", () => {
    open();
    expect(existsSync(file)).toBe(false);
  });

  it("is not kept twice in a row, empty, endless or with what commands a terminal", () => {
    const history = open();
    for (const line of ["a", "a", "  ", "x".repeat(5_000), "\u001b[2J", "b", "a"]) history.add(line);
    expect(written()).toEqual(["a", "b", "a"]);
  });

  it("is cut to the newest lines, within a chat and at the next one", () => {
    const history = open();
    for (let i = 0; i < 2 * MOST_LINES; i++) history.add(`line ${i}`);
    expect(written().length).toBeLessThanOrEqual(MOST_LINES * 1.2);
    expect(open().lines).toHaveLength(MOST_LINES);
    expect(written()).toHaveLength(MOST_LINES);
    expect(open().lines[0]).toBe(`line ${2 * MOST_LINES - 1}`);
    expect(modeOf(file)).toBe(0o600);
  });

  it("of two chats at once is all kept", () => {
    const [one, other] = [open(), open()];
    one.add("半导体");
    other.add("深圳");
    one.add("珠海");
    expect(written()).toEqual(["半导体", "深圳", "珠海"]);
  });

  it("by somebody else in the file is not believed", () => {
    mkdirSync(join(file, ".."));
    writeFileSync(file, "半导体\n\u001b]0;x\u0007\n\ncut off");
    expect(open().lines).toEqual(["半导体"]);
  });

  it("costs no chat where it cannot be kept, and that is said once", () => {
    mkdirSync(file, { recursive: true });
    const history = open();
    history.add("半导体");
    history.add("深圳");
    expect(history.lines).toEqual([]);
    expect(troubles).toHaveLength(1);
    expect(troubles[0]).toMatch(/history\.txt cannot be used .*set DATA_DIR/u);
  });
});

describe.each(LOCALES)("in %s", (locale) => {
  const bot = newBot();
  const answerTo = (text: string, history: History | undefined) =>
    createHere(COMMANDS, history)(text, bot({ text, locale, chat: { platform: "terminal", id: "1" } }));

  it("/privacy tells of the file", () => {
    const answer = answerTo("/privacy", open());
    expect(JSON.stringify(answer)).toContain(file);
    expect(answer.blocks[0]).toMatchObject({ kind: "list" });
    expect(answer.blocks.filter(({ kind }) => kind === "note")).toHaveLength(1);
  });

  it("/forget removes it, and what ↑ brings back", () => {
    const history = open();
    history.add("半导体");
    writeFileSync(`${file}.new`, "半导体\n");
    const again = open();
    expect(answerTo("/forget", again).title.text).toContain(file);
    for (const one of [file, `${file}.new`]) expect(existsSync(one)).toBe(false);
    expect(again.lines).toEqual([]);
  });

  it("/forget says where it cannot", () => {
    mkdirSync(file, { recursive: true });
    const { text } = answerTo("/forget", open()).title;
    expect(text).toContain(file);
    expect(text).toMatch(/自己删除|自己刪除|yourself/u);
  });

  it("nothing else is said otherwise, nor where nothing is kept", () => {
    const plain = bot({ text: "/privacy", locale, chat: { platform: "terminal", id: "1" } });
    expect(answerTo("/privacy", undefined)).toEqual(plain);
    expect(answerTo("/help", open())).toEqual(answerTo("/help", undefined));
  });
});
