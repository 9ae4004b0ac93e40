/** What the READMEs promise exists. */
import { existsSync, readFileSync } from "node:fs";
import { PermissionsBitField } from "discord.js";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { READS } from "../src/app/config.ts";
import { COMMANDS } from "../src/app/commands.ts";
import { toShort } from "../src/core/plain.ts";
import { newBot } from "./support/bot.ts";

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read("package.json")));

describe.each(["README.md", "README.zh-CN.md"])("%s", (file) => {
  const text = read(file);

  it("names only scripts there are", () => {
    const named = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map((m) => m[1] ?? "");
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  it("links only files there are", () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((m) => m[1] ?? "");
    for (const link of links) expect(existsSync(new URL(`../${link}`, import.meta.url)), link).toBe(true);
  });

  it("invites the Discord bot with the permissions it names, no more", () => {
    const [, bits = "0"] = /discord\.com\/oauth2\S+permissions=(\d+)/.exec(text) ?? [];
    const { bitfield } = new PermissionsBitField([
      "ViewChannel",
      "SendMessages",
      "SendMessagesInThreads",
      "EmbedLinks",
      "AttachFiles",
      "ReadMessageHistory",
    ]);
    expect(BigInt(bits)).toBe(bitfield);
  });

  it("shows every command", () => {
    for (const { name } of COMMANDS) expect(text).toContain(`/${name}`);
  });
});

it("README.md shows an answer that the bot gives, to the word", () => {
  const [, question = "", sample = ""] =
    /\$ npm run --silent ask -- "([^"]+)"\n([\s\S]*?)\n…\n/.exec(read("README.md")) ?? [];
  expect(toShort(newBot()({ text: question, chat: { platform: "test", id: "readme" } })).split("\n")).toEqual(
    expect.arrayContaining(sample.split("\n")),
  );
  expect(sample).toMatch(/［1］/);
});

it("CI runs the README's test command", () => {
  expect(read(".ci/run")).toContain("npm test");
});

it(".env.example names every variable the configuration reads", () => {
  for (const variable of READS.everything) expect(read(".env.example")).toContain(`${variable}=`);
});
