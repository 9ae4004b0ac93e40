/** GET /healthz: the process serves. GET /readyz: every platform receives and is known by its token. */
import { createServer, type Server } from "node:http";

export interface PlatformHealth {
  alive: boolean;
  authenticated: boolean;
  reason?: string;
}

export interface HealthServer {
  port: number;
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1 only.
 * @param report the health of each platform, by name. Ready means: there is one, and all are alive and authenticated.
 * @throws Error when the port is taken.
 */
export async function serveHealth(
  port: number,
  report: () => Record<string, PlatformHealth>,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const { status, body } = answer(request.url ?? "", report);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await listen(server, port);
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function answer(url: string, report: () => Record<string, PlatformHealth>): { status: number; body: object } {
  const path = url.split("?")[0];
  if (path === "/healthz") return { status: 200, body: { ok: true } };
  if (path !== "/readyz") return { status: 404, body: { error: "there are /healthz and /readyz" } };
  const platforms = report();
  const states = Object.values(platforms);
  const ready = states.length > 0 && states.every((s) => s.alive && s.authenticated);
  return { status: ready ? 200 : 503, body: { ready, platforms } };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", () => reject(new Error(`HEALTH_PORT ${port} cannot be listened on; is it taken?`)));
    server.listen(port, "127.0.0.1", resolve);
  });
}
