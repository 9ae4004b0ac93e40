/** Runs in a thread of its own, see slow-host.ts: while it waits, nothing takes up connections. */
import { connect, createServer } from "node:net";
import { parentPort, workerData } from "node:worker_threads";

const { target, gate } = workerData;
const open = new Int32Array(gate);

const server = createServer((client) => {
  const upstream = connect(target, "127.0.0.1");
  for (const socket of [client, upstream])
    socket.on("error", () => [client, upstream].map((s) => s.destroy()));
  client.pipe(upstream).pipe(client);
});
server.listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
  parentPort.postMessage(server.address().port, []);
  // After the message has left.
  setTimeout(() => Atomics.wait(open, 0, 0), 20);
});
