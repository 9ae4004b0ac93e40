/** Connections to Telegram: kept open, and where none can be made, saying which host, which addresses and why. */
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { Duplex } from "node:stream";
import { HttpsProxyAgent } from "https-proxy-agent";
import { nameHost } from "../../../shared/network.ts";

/** As long as telegraf's own agent has it. */
const KEPT = { keepAlive: true, keepAliveMsecs: 10_000 };

/** @param proxy http(s)://[user:password@]host:port */
export function createAgent(apiRoot: string, proxy: string | undefined): HttpAgent {
  if (proxy !== undefined) return new ThroughProxy(proxy, { keepAlive: true });
  return apiRoot.startsWith("http:") ? new Plain(KEPT) : new Secure(KEPT);
}

/** Before anybody else hears of it: node-fetch keeps nothing of an error but its message. */
function named<T>(socket: T, host: string | null | undefined): T {
  if (isSocket(socket)) socket.prependOnceListener("error", (error) => nameHost(error, host ?? "?"));
  return socket;
}

const isSocket = (socket: unknown): socket is Duplex =>
  typeof socket === "object" && socket !== null && "prependOnceListener" in socket;

class Plain extends HttpAgent {
  override createConnection(...args: Parameters<HttpAgent["createConnection"]>) {
    return named(super.createConnection(...args), args[0].host);
  }
}

class Secure extends HttpsAgent {
  override createConnection(...args: Parameters<HttpsAgent["createConnection"]>) {
    return named(super.createConnection(...args), args[0].host);
  }
}

class ThroughProxy extends HttpsProxyAgent<string> {
  override async connect(...args: Parameters<HttpsProxyAgent<string>["connect"]>) {
    try {
      return await super.connect(...args);
    } catch (error) {
      nameHost(error, `the proxy ${this.proxy.hostname}`);
      throw error;
    }
  }
}
