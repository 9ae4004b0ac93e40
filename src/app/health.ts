/** GET /healthz: the process serves. GET /readyz: every platform receives and is known by its token. GET /metrics. */
import { createServer, type Server } from "node:http";
import type { Health } from "../shared/health.ts";

export interface HealthServer {
  port: number;
  close(): Promise<void>;
}

export interface HealthOptions {
  port: number;
  /** Address to listen on; the loopback alone unless given. */
  host?: string | undefined;
  /** Which data answer, as they call themselves. */
  data?: readonly string[];
  /** The health of each platform, by name. Ready means: there is one, and all are alive and authenticated. */
  report: () => Record<string, Health>;
  /** What /metrics says. */
  metrics?: { text: () => Promise<string>; contentType: string } | undefined;
}

interface Reply {
  status: number;
  type: string;
  body: string;
}

const LOOPBACK = "127.0.0.1";

/** @throws Error naming the remedy when the address cannot be listened on. */
export async function serveHealth(options: HealthOptions): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    void replyTo(path, options)
      .catch(() => json(500, { error: "this could not be found out; the log may say why" }))
      .then(({ status, type, body }) => response.writeHead(status, { "content-type": type }).end(body));
  });
  await listen(server, options);
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : options.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Prometheus keeps its connection open between two looks.
        server.closeIdleConnections();
      }),
  };
}

const json = (status: number, body: object): Reply => ({
  status,
  type: "application/json",
  body: JSON.stringify(body),
});

async function replyTo(path: string, { data = [], report, metrics }: HealthOptions): Promise<Reply> {
  if (path === "/healthz") return json(200, { ok: true, data });
  if (path === "/metrics" && metrics)
    return { status: 200, type: metrics.contentType, body: await metrics.text() };
  if (path !== "/readyz") return json(404, { error: "there are /healthz, /readyz and /metrics" });
  const platforms = report();
  const states = Object.values(platforms);
  const ready = states.length > 0 && states.every((s) => s.alive && s.authenticated);
  return json(ready ? 200 : 503, { ready, data, platforms });
}

/** Why an address cannot be listened on, in words an operator can act on. */
const REMEDIES: Readonly<Record<string, string>> = {
  EADDRINUSE: "another program listens there; choose another HEALTH_PORT",
  EACCES: "this user may not listen there; choose a HEALTH_PORT above 1023",
  EADDRNOTAVAIL: "this machine has no such address; set HEALTH_HOST to one it has, or to 0.0.0.0 for all",
  ENOTFOUND: "there is no such host; set HEALTH_HOST to an address of this machine, or to 0.0.0.0 for all",
};

function listen(server: Server, { port, host = LOOPBACK }: HealthOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const remedy = REMEDIES[error.code ?? ""] ?? error.message;
      reject(new Error(`HEALTH_PORT ${port} on ${host} cannot be listened on: ${remedy}.`));
    });
    server.listen(port, host, resolve);
  });
}
