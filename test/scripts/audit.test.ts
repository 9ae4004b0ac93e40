/** `npm run audit` on a registry of loopback, and `npm run sbom`. */
import { execFileSync, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { text as readAll } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import * as z from "zod";
import { cleanUp, folder, later } from "../support/process.ts";

afterEach(cleanUp);

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const HOLE = {
  id: 1,
  url: "https://github.com/advisories/GHSA-aaaa-bbbb-cccc",
  title: "A hole",
  severity: "high",
  vulnerable_versions: "<999.0.0",
  cwe: [],
  cvss: { score: 7, vectorString: null },
};

/** A registry that knows of these holes; 404 for all else it is asked. @returns its address. */
async function registry(holes: Record<string, object[]> | undefined): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    const isAsked = request.url?.endsWith("/advisories/bulk") === true && holes !== undefined;
    response.writeHead(isAsked ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(isAsked ? holes : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  later(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

async function audit(address: string, exceptions: readonly object[] = []) {
  const list = join(folder(), "exceptions.json");
  writeFileSync(list, JSON.stringify(exceptions));
  const args = ["--import", "tsx", join(ROOT, "scripts/audit.ts"), list];
  const env = { ...process.env, npm_config_registry: address, npm_config_update_notifier: "false" };
  const child = spawn(process.execPath, args, { cwd: ROOT, env });
  const code = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { said: await readAll(child.stderr), code: await code };
}

const exception = (expires: string) => ({
  advisory: "GHSA-aaaa-bbbb-cccc",
  package: "zod",
  reason: "only reached with input that this program never makes",
  expires,
});

it("says that nothing was checked where nobody can be asked, and fails nobody's change for it", async () => {
  for (const address of ["http://127.0.0.1:1", await registry(undefined)]) {
    const { said, code } = await audit(address);
    expect(said).toMatch(/WARNING: the registry could not be asked/u);
    expect(code).toBe(0);
  }
});

it("fails for a hole, names it, and says what to do", async () => {
  const { said, code } = await audit(await registry({ zod: [HOLE] }));
  expect(said).toMatch(/high: zod: A hole: https:.*GHSA-aaaa-bbbb-cccc/u);
  expect(said).toMatch(/audit-exceptions\.json why/u);
  expect(code).toBe(1);
});

it("lets pass what is excepted, until the exception ends, and nothing else", async () => {
  const address = await registry({ zod: [HOLE] });
  expect((await audit(address, [exception("2999-01-01")])).code).toBe(0);
  const late = await audit(address, [exception("2020-01-01")]);
  expect(late.said).toMatch(/ended on 2020-01-01/u);
  expect(late.code).toBe(1);
  expect((await audit(address, [{ ...exception("2999-01-01"), package: "pg" }])).code).toBe(1);
});

it("is content where nothing is known, and names exceptions nobody needs", async () => {
  const { said, code } = await audit(await registry({}), [exception("2999-01-01")]);
  expect(said).toMatch(/GHSA-aaaa-bbbb-cccc in zod is found no more/u);
  expect(code).toBe(0);
});

const Sbom = z.object({
  metadata: z.object({ component: z.object({ name: z.string() }) }),
  components: z.array(z.object({ name: z.string(), version: z.string() })),
});

it("the list of what it is made of names every dependency, no tool, and is the same every time", () => {
  const make = (): string => {
    execFileSync(process.execPath, [join(ROOT, "scripts/sbom.mjs")], { stdio: "pipe" });
    return readFileSync(join(ROOT, "dist/sbom.cdx.json"), "utf8");
  };
  const first = make();
  const { metadata, components } = Sbom.parse(JSON.parse(first));
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")));
  const names = components.map(({ name }) => name);
  expect(metadata.component.name).toBe("yuequn");
  expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  expect(names).not.toContain("vitest");
  expect(make()).toBe(first);
});
