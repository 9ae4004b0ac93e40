/** The environment, checked. Only main.ts reads it, and hands it here. */
import { resolve } from "node:path";
import * as z from "zod";

const optional = z.string().trim().min(1).optional();
const address = z.url({ protocol: /^https?$/ }).optional();
/** Proxies are written with and without a scheme; of the kinds there are, HTTP ones can be used. */
const proxy = z
  .string()
  .trim()
  .transform((text) => (text.includes("://") ? text : `http://${text}`))
  .pipe(
    z.url({
      protocol: /^https?$/,
      error: "must be http://[user:password@]host:port; SOCKS proxies cannot be used",
    }),
  )
  .optional();
const port = z.coerce.number().int().min(1).max(65_535).optional();
const id = z
  .string()
  .regex(/^\d{15,21}$/, "must be the number Discord shows, 15 to 21 digits")
  .optional();

export const Config = z
  .object({
    /** Folder of the dataset. */
    YUEQUN_DATA: optional,
    DISCORD_TOKEN: optional,
    DISCORD_APP_ID: id,
    /** Address of the Discord API without version. */
    DISCORD_API_ROOT: address,
    TELEGRAM_TOKEN: optional,
    /** Address of the Telegram Bot API. */
    TELEGRAM_API_ROOT: address,
    /** Receive by webhook instead of polling: the public address, and the port to listen on. */
    TELEGRAM_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
    TELEGRAM_WEBHOOK_PORT: port,
    TELEGRAM_WEBHOOK_SECRET: z
      .string()
      .regex(/^[\w-]{1,256}$/, "must be 1 to 256 letters, digits, _ or -")
      .optional(),
    /** http://[user:password@]host:port of a proxy. */
    HTTPS_PROXY: proxy,
    /** Folder of the database file. */
    DATA_DIR: z.string().trim().min(1).default("var"),
    /** A PostgreSQL server instead of the file, for several processes. */
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    /** How late a daily post may be; later ones are skipped. */
    DAILY_GRACE_MINUTES: z.coerce.number().int().min(1).max(1_440).default(180),
    /** Whether a daily post that may have arrived on Telegram is sent again. */
    DAILY_TELEGRAM: z.enum(["at-most-once", "at-least-once"]).default("at-most-once"),
    /** Port for /healthz, /readyz and /metrics; nothing listens without it. */
    HEALTH_PORT: port,
    /** Keep the questions nobody could answer, cleaned of what points to a person. */
    LOG_UNANSWERED: z.enum(["true", "false"]).default("false"),
    /** Address to listen on; 127.0.0.1 unless given. */
    HEALTH_HOST: optional,
    LOG_LEVEL: z
      .string()
      .trim()
      .toLowerCase()
      .pipe(z.enum(["debug", "info", "warn", "error", "silent"]))
      .default("info"),
    /** How the log is written: for people or for programs; unless given, by whether a terminal shows it. */
    LOG_FORMAT: z
      .string()
      .trim()
      .toLowerCase()
      .pipe(z.enum(["text", "json"]))
      .optional(),
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
export type Config = z.infer<typeof Config>;

type Variable = keyof Config;

const DATA: readonly Variable[] = ["YUEQUN_DATA"];
const TOKENS: readonly Variable[] = ["DISCORD_TOKEN", "TELEGRAM_TOKEN"];
const STORE: readonly Variable[] = ["DATA_DIR", "DATABASE_URL", "LOG_UNANSWERED", ...TOKENS];
const DISCORD: readonly Variable[] = ["DISCORD_TOKEN", "DISCORD_APP_ID", "DISCORD_API_ROOT", "HTTPS_PROXY"];

/** What a command reads of the environment: what others need, and is wrong, is none of its business. */
export const READS = {
  data: DATA,
  tokens: [...DATA, ...TOKENS],
  store: [...DATA, ...STORE],
  discord: [...DATA, ...DISCORD],
  everything: Object.keys(Config.shape) as Variable[],
} as const satisfies Record<string, readonly Variable[]>;

/**
 * @param variables those that are read, see `READS`. @param root folder that relative paths start from.
 * @throws Error naming every variable that is wrong, never its value.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  variables: readonly Variable[] = READS.everything,
  root = process.cwd(),
): Config {
  // Proxies are written in either case.
  const both: Readonly<Record<string, string | undefined>> = {
    ...environment,
    HTTPS_PROXY: environment["HTTPS_PROXY"] ?? environment["https_proxy"],
  };
  const filled = variables.flatMap((name) => {
    const value = both[name];
    return value === undefined || value.trim() === "" ? [] : [[name, value] as const];
  });
  const parsed = Config.safeParse(Object.fromEntries(filled));
  if (parsed.success) return { ...parsed.data, DATA_DIR: resolve(root, parsed.data.DATA_DIR) };
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(
    `The configuration is not usable; .env.example explains every variable.\n${lines.join("\n")}`,
  );
}
