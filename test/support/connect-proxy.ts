/** Ours, for tests: an HTTP proxy on loopback that knows only CONNECT, as proxies for the open internet do. */
import { createServer, type IncomingMessage } from "node:http";
import { connect, type AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

export interface ConnectProxy {
  url: string;
  /** Host and port of every tunnel asked for. */
  tunnels: string[];
  close(): Promise<void>;
}

export async function createConnectProxy(): Promise<ConnectProxy> {
  const tunnels: string[] = [];
  const sockets = new Set<Duplex>();
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on("connect", (request: IncomingMessage, client: Duplex) => {
    const { hostname, port } = new URL(`http://${request.url}`);
    tunnels.push(request.url ?? "");
    const upstream = connect(Number(port || 80), hostname, () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) sockets.add(socket.on("error", () => socket.destroy()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tunnels,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
