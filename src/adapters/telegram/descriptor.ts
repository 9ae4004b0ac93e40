/** Telegram, as the program knows it. Its library is loaded only where something is made or asked. */
import * as z from "zod";
import type { Repeat } from "../../shared/repeat.ts";
import { address, port, text } from "../../shared/settings.ts";
import type { Descriptor, Way } from "../shared/descriptor.ts";

const settings = z
  .object({
    TELEGRAM_TOKEN: text.optional(),
    /** Address of the Bot API. */
    TELEGRAM_API_ROOT: address.optional(),
    /** Receive by webhook instead of polling: the public address, and the port to listen on. */
    TELEGRAM_WEBHOOK_URL: address.optional(),
    TELEGRAM_WEBHOOK_PORT: port.optional(),
    /** Address to listen on; 127.0.0.1 unless given. */
    TELEGRAM_WEBHOOK_HOST: text.optional(),
    TELEGRAM_WEBHOOK_SECRET: z
      .string()
      .regex(/^[\w-]{1,256}$/, "must be 1 to 256 letters, digits, _ or -")
      .optional(),
    /** Whether a daily post that may have arrived is sent again. */
    DAILY_TELEGRAM: z.enum(["at-most-once", "at-least-once"]).default("at-most-once"),
  })
  .refine(
    (c) =>
      c.TELEGRAM_WEBHOOK_URL === undefined ||
      (c.TELEGRAM_WEBHOOK_PORT !== undefined && c.TELEGRAM_WEBHOOK_SECRET !== undefined),
    {
      path: ["TELEGRAM_WEBHOOK_URL"],
      message: "also needs TELEGRAM_WEBHOOK_PORT and TELEGRAM_WEBHOOK_SECRET",
    },
  );
type Settings = z.infer<typeof settings> & Way;

/** It has no key by which it would recognise a repetition. */
const REPEAT: Readonly<Record<Settings["DAILY_TELEGRAM"], Repeat>> = {
  "at-most-once": "never",
  "at-least-once": "always",
};

function webhookOf({
  TELEGRAM_WEBHOOK_URL: url,
  TELEGRAM_WEBHOOK_PORT: listenOn,
  TELEGRAM_WEBHOOK_HOST: host,
  TELEGRAM_WEBHOOK_SECRET: secretToken,
}: Settings): { url: string; port: number; host: string | undefined; secretToken: string } | undefined {
  return url === undefined || listenOn === undefined || secretToken === undefined
    ? undefined
    : { url, port: listenOn, host, secretToken };
}

export const descriptor = {
  name: "telegram",
  settings,
  token: "TELEGRAM_TOKEN",
  libraries: ["telegraf", "node-fetch"],
  /** A token begins with the id of its account. */
  account: (token) => token.split(":")[0],
  repeat: ({ DAILY_TELEGRAM }) => REPEAT[DAILY_TELEGRAM],
  /** Three seconds' worth at its limit. */
  mostAtOnce: 90,
  sharesInbox: true,
  async create(token, given, { complete, news, ...shared }) {
    const { TELEGRAM_API_ROOT: apiRoot, HTTPS_PROXY: proxy } = given;
    const { createTelegramAdapter } = await import("./index.ts");
    return createTelegramAdapter({
      ...shared,
      token,
      apiRoot,
      proxy,
      webhook: webhookOf(given),
      complete: (typed, most, locale) => complete(typed, "both", most, locale),
      handlers: news,
    });
  },
  async examine(token, given, { now, ...tools }) {
    const { TELEGRAM_API_ROOT: apiRoot, TELEGRAM_WEBHOOK_URL: webhookUrl, HTTPS_PROXY } = given;
    const { checkTelegram } = await import("./checks.ts");
    return checkTelegram({
      ...tools,
      token,
      apiRoot,
      webhookUrl,
      proxy: HTTPS_PROXY !== undefined,
      nowS: () => now() / 1_000,
    });
  },
  operations: [],
} as const satisfies Descriptor<Settings>;
