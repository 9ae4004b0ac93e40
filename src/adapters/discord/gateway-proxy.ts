/** A proxy for the gateway, for which discord.js has no option: its WebSocket is replaced before it is loaded. */
import { createRequire } from "node:module";
import { HttpsProxyAgent } from "https-proxy-agent";

/** The part of the module `ws` that is replaced; the gateway asks it for nothing but a connection. */
interface Sockets {
  WebSocket: new (address: string, protocols: string[], options: object) => object;
}

/**
 * Makes every gateway connection of this process go through a proxy.
 * @param address of an HTTP or HTTPS proxy that knows CONNECT.
 * @throws Error when discord.js was loaded before: the proxy would be passed by unnoticed.
 */
export function proxyGateway(address: string): void {
  const fromDiscord = createRequire(createRequire(import.meta.url).resolve("discord.js"));
  const gateway = fromDiscord.resolve("@discordjs/ws");
  if (fromDiscord.cache[gateway])
    throw new Error("discord.js was loaded before its proxy was set; start with the proxy configured");
  const sockets = createRequire(gateway)("ws") as Sockets;
  const agent = new HttpsProxyAgent(address);
  sockets.WebSocket = class extends sockets.WebSocket {
    constructor(gatewayAddress: string, protocols: string[], options: object) {
      super(gatewayAddress, protocols, { ...options, agent });
    }
  };
}
