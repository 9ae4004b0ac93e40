/** What the READMEs and the documents beside them promise exists. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
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

const READMES = ["README.md", "README.zh-CN.md"];
const DOCS = readdirSync(new URL("../docs", import.meta.url), { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".md"),
);

describe.each([...READMES, "DESIGN.md", ...DOCS.map((name) => `docs/${name}`)])("%s", (file) => {
  const text = read(file);

  it("names only scripts there are", () => {
    const named = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map((m) => m[1] ?? "");
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  it("links only files there are", () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((m) => m[1] ?? "");
    const base = new URL(`../${file}`, import.meta.url);
    for (const link of links) expect(existsSync(new URL(link, base)), link).toBe(true);
  });
});

describe.each(READMES)("%s", (file) => {
  const text = read(file);

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

/** What can be counted of a text whoever wrote it, and in whichever language. */
const shapeOf = (text: string) => ({
  headings: [...text.replaceAll(/^```[\s\S]*?^```/gmu, "").matchAll(/^(#+) /gmu)].map(
    ([, level = ""]) => level.length,
  ),
  code: [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```/gmu)].map(
    ([, language, code]) => `${language}\n${code}`,
  ),
  drawn: [...text.matchAll(/^ {4}\S.*$/gmu)].map(([line]) => line).filter((line) => line.includes("▶")),
  tables: [...text.matchAll(/(?:^\|.*\n){2,}/gmu)].map(([table]) =>
    table
      .trim()
      .split("\n")
      .map((row) => row.replaceAll("\\|", "").split("|").length),
  ),
  steps: [...text.matchAll(/^(\d+)\. /gmu)].map(([, number]) => number),
  bold: [...text.matchAll(/^\*\*/gmu)].length,
  pictures: [...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/gu)].map(([, file]) => file),
  links: [...text.matchAll(/(?<!!)\[[^\]]*\]\(([^)]+)\)/gu)]
    .flatMap(([, to = ""]) => (to.startsWith("README") ? [] : to))
    .toSorted(),
  commands: [
    ...new Set([...text.matchAll(/npm run (?:--silent )?([\w:-]+)/gu)].map(([, name = ""]) => name)),
  ].toSorted(),
  variables: [...new Set(text.match(/\b[A-Z]+_[A-Z_]+\b/gu))].toSorted(),
});

it("the Chinese README says what the English one says: the same headings, code, tables, steps, links and names", () => {
  const [english, chinese] = READMES.map((file) => shapeOf(read(file)));
  expect(english?.headings.length).toBeGreaterThan(10);
  expect(english?.tables.length).toBeGreaterThan(3);
  expect(chinese).toEqual(english);
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
