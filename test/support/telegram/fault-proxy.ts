/**
 * Ours, for tests: a proxy on loopback that forwards HTTP, and WebSocket upgrades as raw sockets, to a
 * target and on request delays, drops or answers what matches. A rule is used `times` times (once unless
 * told), the oldest first.
 * Not covered: https targets, trailers, faults in the middle of a stream, anything that is not HTTP/1.1.
 */

import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { connect, type AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";

type FaultRule = {
  /** Which requests: by path and query, or by the whole request; all when absent. */
  match?: RegExp | ((request: IncomingMessage) => boolean);
  times?: number;
  delayMs?: number;
  /** Cut the connection instead of forwarding, or after the target has answered. */
  drop?: "before" | "after";
  /** Answer this instead of forwarding. */
  answer?: { status: number; body?: string; headers?: Record<string, string> };
};

export type FaultProxy = {
  url: string;
  /** Path and query of every request seen, upgrades too. */
  seen: string[];
  inject: (rule: FaultRule) => void;
  clear: () => void;
  /** Cuts every open connection at once. */
  dropAll: () => void;
  close: () => Promise<void>;
};

/** Starts a proxy to a target such as "http://127.0.0.1:1234". */
export async function createFaultProxy(target: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(target);
  const seen: string[] = [];
  const sockets = new Set<Duplex>();
  let rules: (FaultRule & { left: number })[] = [];

  /** Takes the rule for a request and waits out its delay. */
  const take = async (request: IncomingMessage): Promise<FaultRule> => {
    const { url = "" } = request;
    seen.push(url);
    const fits = ({ match }: FaultRule) =>
      !match || (match instanceof RegExp ? match.test(url) : match(request));
    const rule = rules.find((candidate) => candidate.left > 0 && fits(candidate));
    if (!rule) return {};
    rule.left--;
    if (rule.delayMs !== undefined) await sleep(rule.delayMs);
    return rule;
  };

  const forward = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { drop, answer } = await take(request);
    if (drop === "before") return void request.socket.destroy();
    if (answer) return void response.writeHead(answer.status, answer.headers).end(answer.body);
    const { method, url: path, headers } = request;
    const outgoing = httpRequest({ hostname, port, method, path, headers, agent: false }, (incoming) => {
      if (drop === "after") return void incoming.resume().on("end", () => request.socket.destroy());
      response.writeHead(incoming.statusCode ?? 502, incoming.headers);
      incoming.pipe(response);
    });
    outgoing.on("error", () => request.socket.destroy());
    response.on("close", () => outgoing.destroy());
    request.pipe(outgoing);
  };

  const upgrade = async (request: IncomingMessage, client: Duplex, head: Buffer): Promise<void> => {
    client.on("error", () => client.destroy());
    const { drop, answer } = await take(request);
    if (drop === "before") return void client.destroy();
    if (answer)
      return void client.end(
        `HTTP/1.1 ${answer.status} Refused\r\nconnection: close\r\n\r\n${answer.body ?? ""}`,
      );
    const upstream = connect(Number(port), hostname, () => {
      const lines = request.rawHeaders.flatMap((name, i, all) =>
        i % 2 === 0 ? [`${name}: ${all[i + 1]}`] : [],
      );
      upstream.write(`${request.method} ${request.url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
      if (drop === "after") upstream.once("data", () => client.destroy());
    });
    upstream.on("error", () => client.destroy()).on("close", () => client.destroy());
    client.on("close", () => upstream.destroy());
  };

  const server = createServer((request, response) => void forward(request, response));
  server.on(
    "upgrade",
    (request: IncomingMessage, socket: Duplex, head: Buffer) => void upgrade(request, socket, head),
  );
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const dropAll = () => sockets.forEach((socket) => socket.destroy());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    inject: (rule) => void rules.push({ ...rule, left: rule.times ?? 1 }),
    clear: () => void (rules = []),
    dropAll,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      dropAll();
      await closed;
    },
  };
}
