/**
 * Performs what the Dockerfile says without an engine: its steps, read from it, in folders that are the root of what runs
 * in them, with this machine's Node and tools in place of the base image. Then starts the result as compose.yaml does, as
 * process 1 of its own, with a user without rights and nothing but the volume to write to, and sees that it answers, is
 * healthy and stops. Needs root, Linux and the registry; takes a minute.
 */
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { privateChat, user } from "../test/support/telegram/incoming.ts";
import { createTelegramServer } from "../test/support/telegram/server.ts";
import { execForm, lastOf, letIn, readStages } from "./container/dockerfile.ts";
import { buildLines, runLines } from "./container/steps.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

if (process.platform !== "linux" || process.getuid?.() !== 0)
  throw new Error("this needs Linux and root: it mounts and changes the root");

const work = mkdtempSync(join(tmpdir(), "yuequn-container-"));
const places = { stages: join(work, "stages"), context: join(work, "context") };
mkdirSync(places.context);
for (const name of letIn(read(".dockerignore")))
  cpSync(join(ROOT, name), join(places.context, name), { recursive: true });

const server = await createTelegramServer({});
const port = await freePort();
const stages = readStages(read("Dockerfile"));
const last = stages.at(-1);
if (!last) throw new Error("the Dockerfile has no stage");
const passed = ["NODE_EXTRA_CA_CERTS"].flatMap((name) =>
  process.env[name] === undefined ? [] : [`${name}=${process.env[name]}`],
);
const settings = [
  `TELEGRAM_TOKEN=${server.token}`,
  `TELEGRAM_API_ROOT=${server.apiRoot}`,
  `HEALTH_PORT=${port}`,
];
const script = [
  "set -euo pipefail",
  ...buildLines(stages, places, passed),
  ...runLines(last, stages.length - 1, places, settings),
];

const child = spawn(
  "unshare",
  ["--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "bash", "-c", script.join("\n")],
  { stdio: ["ignore", "inherit", "inherit"] },
);
const ended = new Promise<number | null>((resolve) => child.on("close", resolve));

try {
  const ann = user(7, "Ann");
  server.message(privateChat(ann), ann, "/map 半导体");
  await Promise.race([
    server.waitFor(() => server.sent(ann.id)[0], 600_000),
    ended.then((code) => {
      throw new Error(`it ended with ${code} before it answered`);
    }),
  ]);
  say(`it answers, ${server.callsOf("sendPhoto").length === 1 ? "with a picture" : "WITHOUT A PICTURE"}`);
  const [, health = "[]"] = /CMD\s+(\[.*\])$/u.exec(lastOf(last, "HEALTHCHECK") ?? "") ?? [];
  const [program = "", ...args] = execForm(health);
  execFileSync(program, args, { env: { PATH: process.env["PATH"], HEALTH_PORT: String(port) } });
  say("its health check is content");
  if (!existsSync(join(places.stages, "volume", "yuequn.db"))) throw new Error("nothing is in the volume");
  say("its data is in the volume");
  const first = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").trim();
  process.kill(Number(first), "SIGTERM");
  const code = await ended;
  if (code !== 0) throw new Error(`it ended with ${code} after SIGTERM`);
  say("process 1 stops at SIGTERM with 0");
  say(
    `installed: ${execFileSync("du", ["-sm", join(places.stages, String(stages.length - 1), "app")], { encoding: "utf8" }).split("\t")[0]} MB`,
  );
} finally {
  child.kill("SIGKILL");
  await server.close();
  rmSync(work, { recursive: true, force: true });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
