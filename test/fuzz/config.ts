/** What an operator may write into .env. */
import { parse } from "dotenv";
import fc from "fast-check";
import { createAdapters } from "../../src/app/adapters.ts";
import { botsOf } from "../../src/app/bots.ts";
import { checkConfig, READS } from "../../src/app/config.ts";
import { SILENT } from "../../src/shared/log.ts";
import { dataset } from "../support/bot.ts";
import { border } from "./border.ts";
import { oddText } from "./odd.ts";

const NAMES = [...READS.everything, "https_proxy", "__proto__", "PATH", ""];

const value = fc.oneof(
  oddText,
  fc.constantFrom(
    "1",
    "0",
    "65535",
    "65536",
    "1e3",
    "0x50",
    "true",
    "INFO",
    " json ",
    "text",
    "at-least-once",
    "a_b-C",
  ),
  fc.constantFrom(
    "1234567:AAaaBBbbCCccDDddEEeeFFffGGggHHhhIIi",
    "MTE4ODg4ODg4ODg4ODg4ODg4.GhIjKl.abcdefghijklmnopqrstuvwxyz0123456789AB",
  ),
  fc
    .tuple(
      fc.constantFrom("http://", "https://", "postgres://", "socks5://", "", "HTTP:", "javascript:"),
      fc.constantFrom("", "u:p%zz@", "u:pässwort@", "u@"),
      fc.constantFrom("127.0.0.1", "[::1]", "h", "例子.example", "", "256.1.1.1", "a b"),
      fc.constantFrom("", ":1", ":99999", "/x", "/%zz?a=%", "#x"),
    )
    .map((parts) => parts.join("")),
);

const file = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom("=", ": ", "", " = '", '="', "=`"), value), {
    maxLength: 8,
  })
  .map((lines) => lines.map((parts) => parts.join("")).join("\n"));
const environment = fc.array(fc.tuple(fc.constantFrom(...NAMES), value), { maxLength: 8 });

type Input = string | [string, string][];

/** Values of this length do not stand in a message by chance. */
const TELLING = 8;

/** What could have been written instead is no secret. */
const withoutOffers = (message: string): string => message.replaceAll(/"[\w-]+"/gu, "");

export const config = border<Input>({
  name: "config",
  corpus: [
    [
      ["TELEGRAM_WEBHOOK_URL", "https://x/"],
      ["TELEGRAM_WEBHOOK_PORT", "1"],
      ["TELEGRAM_WEBHOOK_SECRET", "a\n"],
    ],
    [["DATABASE_URL", "postgres://u:s3cret%zz@h/x"]],
    [
      ["__proto__", "x"],
      ["HTTPS_PROXY", "u:p@h:1"],
    ],
    "TELEGRAM_TOKEN='\nDISCORD_TOKEN=\"x",
  ],
  inputs: fc.oneof(file, environment),
  open: () => ({
    async meet(input) {
      const written = typeof input === "string" ? parse(input) : Object.fromEntries(input);
      const checked = checkConfig(written);
      if ("faults" in checked) {
        const said = JSON.stringify(checked.faults);
        for (const { variable, message } of checked.faults) {
          const own = written[variable] ?? "";
          if (!(READS.everything as readonly string[]).includes(variable) || message === "")
            throw new Error(`unclear: ${said}`);
          if (own.length >= TELLING && withoutOffers(message).includes(own))
            throw new Error(`shows a value: ${said}`);
        }
        return "refused";
      }
      const bots = botsOf(checked.config);
      if (bots.some(({ id }) => !/^[a-z]+:(?:\d{3,25}|bot)$/u.test(id)))
        throw new Error(`a bot ${JSON.stringify(bots)}`);
      const platforms = await createAdapters(checked.config, {
        dataset,
        storage: { current: () => undefined, close: () => Promise.resolve() },
        languages: { of: async () => undefined, moved: () => undefined } as never,
        vote: async () => "lost",
        draw: async () => undefined,
        log: SILENT,
      });
      if (platforms.length !== bots.length) throw new Error("a bot without a platform");
      return bots.length > 0 ? `${bots.length} bots` : "taken";
    },
  }),
});
