/** What `npm pack` gives: the same bytes for the same input, and a program that runs wherever it lies. */
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { text as readAll } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { until } from "./support/daily.ts";
import { cleanUp, folder, later } from "./support/process.ts";
import { privateChat, user } from "./support/telegram/incoming.ts";
import { createTelegramServer } from "./support/telegram/server.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const { version } = z
  .looseObject({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")));
const MOST_BYTES = 15 * 1024 * 1024;

/**
 * A copy of the project as it is cloned, with the installed dependencies. Copies lie equally
 * deep, for a link is where it points to: the bundle names the way from one to the other.
 */
function copyOfProject(at: string): string {
  for (const name of readdirSync(ROOT).filter((one) => !NOT_OF_A_CLONE.has(one)))
    cpSync(join(ROOT, name), join(at, name), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(at, "node_modules"));
  return at;
}

/** What .gitignore leaves out. */
const NOT_OF_A_CLONE = new Set([".env", ".git", "dist", "node_modules", "pictures", "var"]);

/** @returns the path of the package. */
function pack(project: string): string {
  const into = folder();
  execFileSync("npm", ["pack", "--silent", "--pack-destination", into], {
    cwd: project,
    stdio: "pipe",
  });
  return join(into, readdirSync(into)[0] ?? "");
}

const digest = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");

/** Not bundled: they lie beside the package. */
const EXTERNAL = [
  "@photostructure",
  "@takumi-rs",
  "discord.js",
  "dotenv",
  "https-proxy-agent",
  "pg",
  "pg-cursor",
  "pino",
  "prom-client",
  "telegraf",
  "undici",
  "unpdf",
  "yauzl",
];

/** As npm would install it, where nobody may write: in a folder with a space and Chinese in its name. */
function install(packed: string): string {
  const modules = join(folder(), "my 机器人", "node_modules");
  const own = join(modules, "yuequn");
  mkdirSync(own, { recursive: true });
  execFileSync("tar", ["-xzf", packed, "-C", own, "--strip-components=1"]);
  for (const name of EXTERNAL) symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  const shut = (path: string): void => {
    const isFolder = statSync(path).isDirectory();
    if (isFolder) for (const name of readdirSync(path)) shut(join(path, name));
    chmodSync(path, isFolder ? 0o555 : 0o444);
  };
  shut(own);
  // Or it could not be removed again.
  later(() => void execFileSync("chmod", ["-R", "u+w", own]));
  return own;
}

/** Runs the installed program with no home and from another folder. */
function run(own: string, args: readonly string[], env: Record<string, string> = {}, cwd = "/") {
  const child = spawn(process.execPath, [join(own, "launch.mjs"), ...args], {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", ...env },
  });
  later(() => void child.kill("SIGKILL"));
  child.stdin.end();
  const code = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, code, output: readAll(child.stdout), errors: readAll(child.stderr) };
}

describe("a package", () => {
  let first = "";
  let own = "";
  beforeAll(() => {
    first = pack(copyOfProject(join(folder(), "one")));
    own = install(first);
  });
  afterAll(cleanUp);

  it("has the same bytes again, made in another folder", () => {
    expect(digest(pack(copyOfProject(join(folder(), "二 two"))))).toBe(digest(first));
  });

  it("is small, and holds nothing but what it needs", () => {
    expect(statSync(first).size).toBeLessThan(MOST_BYTES);
    expect(readdirSync(own).toSorted()).toEqual(
      [
        ".env.example",
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "README.zh-CN.md",
        "assets",
        "data",
        "dist",
        "docs",
        "launch.mjs",
        "package.json",
        "pictures",
      ].toSorted(),
    );
    expect(readdirSync(join(own, "pictures")).length).toBeGreaterThan(40);
  });

  it("answers, tells its version and checks its data where nothing can be written, without a home", async () => {
    const asked = run(own, ["ask", "半导体集群以哪些城市为核心"]);
    expect(await asked.output).toMatch(/广州.*深圳.*珠海/u);
    expect(await asked.errors).toBe("");
    expect(await asked.code).toBe(0);
    expect((await run(own, ["--version"]).output).trim()).toBe(version);
    expect(await run(own, ["data:check"]).output).toContain("no faults");
  });

  it("reads .env and keeps its data in the folder it is started from, and answers there", async () => {
    const server = await createTelegramServer({});
    later(() => server.close());
    const cwd = folder();
    const bot = run(own, ["start"], { TELEGRAM_TOKEN: server.token, TELEGRAM_API_ROOT: server.apiRoot }, cwd);
    const ann = user(7, "Ann");
    server.message(privateChat(ann), ann, "/map 半导体");
    await until("it answers", () => server.sent(ann.id).length > 0);
    await until("it keeps its data", () => readdirSync(cwd).includes("var"));
    expect(server.callsOf("sendPhoto").length).toBe(1);
    bot.child.kill("SIGTERM");
    expect(await bot.code).toBe(0);
  });
});
