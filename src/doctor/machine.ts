/** What is found on this machine: files, ports, the way to the proxy. */
import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import { connect, createServer } from "node:net";
import { dirname } from "node:path";
import { parse } from "dotenv";
import { fail, type Finding, ok, warn } from "../shared/finding.ts";

const OTHERS = 0o077;

/** @param known variables that are read. */
export function envFileFindings(file: string, known: readonly string[]): Finding[] {
  const check = ".env";
  if (!existsSync(file)) return [ok(check, "there is none; settings come from the environment")];
  const strangers = Object.keys(parse(readFileSync(file))).filter((name) => !known.includes(name));
  const isOpen = process.platform !== "win32" && (statSync(file).mode & OTHERS) !== 0;
  const found = [
    ...strangers.map((name) =>
      warn(check, `${name} is read by nobody`, "Is it misspelt? .env.example has every name."),
    ),
    ...(isOpen
      ? [warn(check, "other users of this machine can read the tokens in it", `chmod 600 '${file}'`)]
      : []),
  ];
  return found.length > 0 ? found : [ok(check, "read")];
}

/** The folder of the database, or where it will be made. */
export function folderFinding(folder: string): Finding {
  const check = "data folder";
  const nearest = (path: string): string => (existsSync(path) ? path : nearest(dirname(path)));
  try {
    accessSync(nearest(folder), constants.W_OK);
    return ok(check, folder);
  } catch {
    return fail(check, `${folder} cannot be written to`, "chown it to this user, or set DATA_DIR.");
  }
}

const CONNECT_MS = 5_000;

/** @param address http://[user:password@]host:port; only host and port are told. */
export function proxyFinding(address: string): Promise<Finding> {
  const { hostname, port, protocol } = new URL(address);
  const at = `${hostname}:${port || (protocol === "https:" ? "443" : "80")}`;
  const check = "proxy";
  return new Promise((resolve) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/gu, ""), port: Number(at.split(":").at(-1)) });
    const end = (finding: Finding): void => {
      socket.destroy();
      resolve(finding);
    };
    const remedy = "Start the proxy, or correct or remove HTTPS_PROXY.";
    socket.setTimeout(CONNECT_MS, () => end(fail(check, `${at} does not answer`, remedy)));
    socket.once("error", (error) => end(fail(check, `${at}: ${error.message}`, remedy)));
    socket.once("connect", () => end(ok(check, `${at} answers`)));
  });
}

/** Whether the health server can listen, or does already. */
export async function portFinding(port: number, host = "127.0.0.1"): Promise<Finding> {
  const check = "health port";
  const problem = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const probe = createServer();
    probe.once("error", resolve);
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
  if (problem === undefined) return ok(check, `${host}:${port} is free`);
  if (problem.code === "EADDRINUSE" && (await isBot(port, host)))
    return ok(check, `${host}:${port}: the bot runs and answers`);
  return fail(
    check,
    `${host}:${port}: ${problem.message}`,
    "Choose another HEALTH_PORT, or a HEALTH_HOST that this machine has.",
  );
}

async function isBot(port: number, host: string): Promise<boolean> {
  const asked = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  try {
    const response = await fetch(`http://${asked.includes(":") ? `[${asked}]` : asked}:${port}/healthz`, {
      signal: AbortSignal.timeout(CONNECT_MS),
    });
    return response.status === 200;
  } catch {
    return false;
  }
}
