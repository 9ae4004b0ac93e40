/** Discord as a platform. The library is loaded only when the adapter starts. */
import type { Attend } from "../../core/types.ts";
import { PostError } from "../../shared/post-error.ts";
import type { Platform } from "../shared/descriptor.ts";
import type { DiscordOptions } from "./options.ts";
import type { Service } from "./service.ts";

/**
 * `start` resolves once messages are received, rejects in one line on a wrong token, and waits for a network that is
 * not there yet. `stop` finishes the answers in flight, within 5 s. `post` rejects with a PostError; its `fence.key`
 * is what Discord recognises a repeated post by for some minutes, made of chat and answer unless given.
 */
export function createDiscordAdapter(options: DiscordOptions): Platform {
  let service: Service | undefined;
  let starting: Promise<void> | undefined;
  let stopped = false;
  const begin = async (attend: Attend): Promise<void> => {
    // The gateway's proxy must be in place before the library is loaded.
    if (options.proxy !== undefined) (await import("./gateway-proxy.ts")).proxyGateway(options.proxy);
    const { createService } = await import("./service.ts");
    if (stopped) return;
    service = createService(options, attend);
    await service.start();
  };
  return {
    platform: "discord",
    start: (attend) => (starting ??= begin(attend)),
    async post(chat, answer, fence) {
      if (!service || stopped) throw new PostError("temporary", "Discord is not connected");
      return service.post(chat, answer, fence);
    },
    async stop() {
      stopped = true;
      await service?.stop();
    },
    health: () =>
      service?.health() ?? {
        alive: false,
        authenticated: false,
        reason: "Discord was not started",
      },
  };
}
