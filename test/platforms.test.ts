/** What the program knows of its platforms is what each says of itself. */
import { describe, expect, it } from "vitest";
import { botOf, botsOf } from "../src/app/bots.ts";
import { READS, readConfig } from "../src/app/config.ts";
import { PLATFORMS, type Row } from "../src/app/platforms.ts";
import { CLI } from "../src/cli/commands.ts";

/** A token of each, and the account it belongs to. */
const TOKENS: Readonly<Record<Row["name"], readonly [token: string, account: string]>> = {
  discord: ["MTE4ODg4ODg4ODg4ODg4ODg4.GhIjKl.abcdefghijklmnopqrstuvwxyz0123456789AB", "118888888888888888"],
  telegram: ["1234567:AAaaBBbbCCccDDddEEeeFFffGGggHHhhIIi", "1234567"],
};

describe.each(PLATFORMS)("$name", (row) => {
  const [token, account] = TOKENS[row.name];
  const environment = { [row.token]: token };

  it("is wanted where its token is set, and nowhere else", () => {
    expect(botsOf(readConfig({}))).toEqual([]);
    expect(botsOf(readConfig(environment)).map((bot) => bot.row.name)).toEqual([row.name]);
    expect(botsOf(readConfig({ [row.token]: " " }))).toEqual([]);
  });

  it("is the same bot with a new token of the same account", () => {
    expect(botOf(row, token)).toBe(`${row.name}:${account}`);
    expect(botOf(row, `${token.slice(0, -1)}x`)).toBe(`${row.name}:${account}`);
  });

  it.each(["", "x", "a.b:c", "1"])("has a bot without a number for the strange token “%s”", (strange) => {
    expect(botOf(row, strange)).toBe(`${row.name}:bot`);
  });

  it("brings commands that begin with its name, and says what each does", () => {
    for (const { name, help } of row.operations) {
      expect(name).toMatch(new RegExp(`^${row.name}:`, "u"));
      expect(help.join("")).not.toBe("");
      expect(CLI.map((command) => command.name)).toContain(name);
    }
  });
});

it("no two read the same variable, nor one that belongs to none", () => {
  expect(READS.everything).toHaveLength(new Set(READS.everything).size);
});

it("no two commands have one name", () => {
  const names = CLI.map(({ name }) => name);
  expect(names).toHaveLength(new Set(names).size);
});

it("Telegram's operator alone says whether a post in doubt goes out again; Discord recognises it", () => {
  const repeats = (environment: Record<string, string>): string[] => {
    const config = readConfig(environment);
    return PLATFORMS.map((row) => row.repeat(config));
  };
  expect(repeats({})).toEqual(["key", "never"]);
  expect(repeats({ DAILY_TELEGRAM: "at-least-once" })).toEqual(["key", "always"]);
});
