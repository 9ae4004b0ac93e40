/** Requests to Discord's REST, counted: each that leaves, also those the library repeats by itself. */
import { DefaultRestOptions, type RESTOptions } from "discord.js";
import type { Measures, RequestKind } from "../../shared/measures.ts";

type MakeRequest = RESTOptions["makeRequest"];

/** How requests are made, for the library. */
export function measured(
  measures: Measures,
  send: MakeRequest = DefaultRestOptions.makeRequest,
): MakeRequest {
  return async (url, init) => {
    const kind = kindOf(init.method ?? "GET", new URL(url).pathname);
    try {
      const response = await send(url, init);
      measures.request("discord", kind, response.status);
      return response;
    } catch (error) {
      measures.request("discord", kind, 0);
      throw error;
    }
  };
}

/** Messages of channels and answers to interactions; reading them is neither. */
const kindOf = (method: string, path: string): RequestKind =>
  method !== "GET" && /\/(?:messages|callback|webhooks)\b/u.test(path) ? "send" : "other";
