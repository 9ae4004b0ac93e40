/** Calls to the Bot API, counted. */
import { TelegramError } from "telegraf";
import type { Measures, RequestKind } from "../../../shared/measures.ts";
import type { Api } from "./api.ts";

export function measured(api: Api, measures: Measures): Api {
  return {
    async call(method, payload, options) {
      const kind = kindOf(method);
      try {
        const result = await api.call(method, payload, options);
        measures.request("telegram", kind, 200);
        return result;
      } catch (error) {
        measures.request("telegram", kind, error instanceof TelegramError ? error.code : 0);
        throw error;
      }
    },
  };
}

const kindOf = (method: string): RequestKind =>
  /^(?:send|edit)/u.test(method) ? "send" : method === "getUpdates" ? "receive" : "other";
