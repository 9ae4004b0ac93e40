/**
 * Ours, for tests: what stands in front of several processes. A round-robin HTTP balancer that tries the next one where
 * one cannot be reached, and a way for connections of any protocol that can stand still.
 * Not covered: health checks, TLS, upgrades.
 */
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { connect, createServer as createSocketServer, type AddressInfo, type Socket } from "node:net";
import { buffer } from "node:stream/consumers";

export interface Balancer {
  port: number;
  /** Ends as a balancer that is restarted does: everything open is cut, and it is back a moment later. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const listen = (
  server: { listen: Server["listen"]; address: Server["address"] },
  port: number,
): Promise<number> =>
  new Promise((resolve) => {
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });

/** @param targets ports, as they are at the moment. */
export async function createBalancer(targets: () => readonly number[]): Promise<Balancer> {
  let turn = 0;
  const make = (): Server => createServer((request, response) => void pass(request, response));

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const body = await buffer(request);
      const all = targets();
      turn += 1;
      for (let tried = 0; tried < all.length; tried += 1) {
        const status = await forward(request, body, all[(turn + tried) % all.length] ?? 0);
        if (status !== "unreachable") return void response.writeHead(status).end();
      }
      response.writeHead(502).end();
    } catch {
      response.destroy();
    }
  }

  let server = make();
  const port = await listen(server, 0);
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    port,
    async restart() {
      await close();
      server = make();
      await listen(server, port);
    },
    close,
  };
}

/** What was passed on and then cut may have been taken: it is not passed to another. */
function forward(
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  port: number,
): Promise<number | "unreachable"> {
  return new Promise((resolve) => {
    const options = { host: "127.0.0.1", port, method, path: url, headers, agent: false };
    const outgoing = httpRequest(options, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode ?? 502));
      answer.on("error", () => resolve(502));
    });
    outgoing.on("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "ECONNREFUSED" ? "unreachable" : 502),
    );
    outgoing.end(body);
  });
}

export interface Way {
  port: number;
  /** Nothing gets through, and nothing is cut, until `goOn`. */
  pause(): void;
  goOn(): void;
  close(): Promise<void>;
}

/** A way to a port of this machine. */
export async function createWay(target: number): Promise<Way> {
  const sockets = new Set<Socket>();
  let isPaused = false;
  const join = (from: Socket, to: Socket): void => {
    sockets.add(from);
    from.on("data", (data) => void (to.writable && to.write(data)));
    from.on("error", () => to.destroy());
    from.on("close", () => {
      sockets.delete(from);
      to.destroy();
    });
    if (isPaused) from.pause();
  };
  const server = createSocketServer((incoming) => {
    const outgoing = connect(target, "127.0.0.1");
    join(incoming, outgoing);
    join(outgoing, incoming);
  });
  const port = await listen(server as unknown as Server, 0);
  const all = (step: (socket: Socket) => void): void => {
    for (const socket of sockets) step(socket);
  };
  return {
    port,
    pause() {
      isPaused = true;
      all((socket) => socket.pause());
    },
    goOn() {
      isPaused = false;
      all((socket) => socket.resume());
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        all((socket) => socket.destroy());
      }),
  };
}
