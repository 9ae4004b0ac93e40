/** What docs/SECURITY.md says of the code and no other test sees. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../src", import.meta.url));
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replaceAll("\\", "/"));

/** Without comments. */
const codeOf = (file: string): string =>
  readFileSync(`${SRC}/${file}`, "utf8").replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gmu, "");
const filesWith = (pattern: RegExp): string[] =>
  files.filter((file) => pattern.test(codeOf(file))).toSorted();

it("makes connections to the platforms, the database and what the operator names, and nowhere else", () => {
  const CONNECTS =
    /(?<![.\w])fetch\(|\b(?:https?|http2|net|tls|dgram)"|from "(?:undici|node-fetch|ws|https-proxy-agent|pg|telegraf|discord\.js)"|\b(?:WebSocket|EventSource|XMLHttpRequest)\b/u;
  const outside = filesWith(CONNECTS).filter((file) => !file.startsWith("adapters/"));
  expect(outside).toEqual([
    "app/health.ts",
    "doctor/machine.ts",
    "doctor/web.ts",
    "shared/network.ts",
    "store/inspect.ts",
    "store/listen.ts",
    "store/postgres.ts",
  ]);
});

it("asks for no address by itself in an adapter: their libraries do, at the platform's", () => {
  const asks = /(?<![.\w])(?:fetch|request|get)\(\s*(?:`|"|new URL|url)/u;
  expect(
    filesWith(asks).filter((file) => file.startsWith("adapters/") && !file.endsWith("/checks.ts")),
  ).toEqual([]);
});

it("compares the webhook's secret in constant time", () => {
  const code = codeOf("adapters/telegram/transport/listener.ts");
  expect(code).toMatch(/timingSafeEqual\(digest\(/u);
  expect(code).not.toMatch(/[=!]==?\s*(?:options\.)?secret|secret(?:Token)?\s*[=!]==?/u);
});

it("starts no other program but the one that tells systemd and the operator's editor, and makes no code of text", () => {
  expect(filesWith(/node:child_process/u)).toEqual(["app/notify.ts", "documents/facts/command.ts"]);
  expect(filesWith(/\beval\(|new Function\(|node:vm/u)).toEqual([]);
});

it("docs/SECURITY.md names tests that there are, for every threat but those that a library keeps away", () => {
  const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  const text = readFileSync(at("../docs/SECURITY.md"), "utf8");
  const threats = text.slice(text.indexOf("| threat")).split("\n\n", 1)[0]?.split("\n").slice(2) ?? [];
  expect(threats.length).toBeGreaterThan(10);
  for (const threat of threats) {
    const named = [...(threat.split("|")[3] ?? "").matchAll(/`([^`]+)`/gu)].map(([, name = ""]) => name);
    if (named.length === 0) expect(threat).toMatch(/Kysely|see below/u);
    for (const name of named)
      expect(existsSync(at(`./${name}`)) || existsSync(at(`./${name}.test.ts`)), name).toBe(true);
  }
});
