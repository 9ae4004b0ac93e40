/** The environment, checked. Only main.ts reads it, and hands it here. */
import { resolve } from "node:path";
import * as z from "zod";
import type { Descriptor } from "../adapters/shared/descriptor.ts";
import { type Role, ROLES } from "../shared/roles.ts";
import { port, text } from "../shared/settings.ts";
import { PLATFORMS, TOKENS } from "./platforms.ts";

/** Proxies are written with and without a scheme; of the kinds there are, HTTP ones can be used. */
const proxy = z
  .string()
  .trim()
  .transform((written) => (written.includes("://") ? written : `http://${written}`))
  .pipe(
    z.url({
      protocol: /^https?$/,
      error: "must be http://[user:password@]host:port; SOCKS proxies cannot be used",
    }),
  );
const word = z.string().trim().toLowerCase();

/** Words with commas between them. */
const roles = text
  .transform((written) => written.toLowerCase().split(/[\s,]+/u))
  .refine((words): words is Role[] => words.every((said) => ROLES.some((role) => role === said)), {
    error: `must be some of ${ROLES.join(",")}`,
  });

/** What belongs to no platform. */
const Settings = z.object({
  /** Folder of the dataset. */
  YUEQUN_DATA: text.optional(),
  /** http://[user:password@]host:port of a proxy. */
  HTTPS_PROXY: proxy.optional(),
  /** Folder of the database file. */
  DATA_DIR: text.default("var"),
  /** A PostgreSQL server instead of the file, for several processes. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** What of the work this process does. */
  RUN: roles.default([...ROLES]),
  /** How late a daily post may be; later ones are skipped. */
  DAILY_GRACE_MINUTES: z.coerce.number().int().min(1).max(1_440).default(180),
  /** Port for /healthz, /readyz and /metrics; nothing listens without it. */
  HEALTH_PORT: port.optional(),
  /** Keep the questions nobody could answer, cleaned of what points to a person. */
  LOG_UNANSWERED: z.enum(["true", "false"]).default("false"),
  /** Address to listen on; 127.0.0.1 unless given. */
  HEALTH_HOST: text.optional(),
  LOG_LEVEL: word.pipe(z.enum(["debug", "info", "warn", "error", "silent"])).default("info"),
  /** How the log is written: for people or for programs; unless given, by whether a terminal shows it. */
  LOG_FORMAT: word.pipe(z.enum(["text", "json"])).optional(),
});

/** Processes that share the work share a database. */
const General = Settings.refine(
  ({ RUN, DATABASE_URL }) => DATABASE_URL !== undefined || ROLES.every((role) => RUN.includes(role)),
  { path: ["RUN"], message: "leaves work to other processes, with which only a DATABASE_URL is shared" },
);

/** Each checks its own variables; together they are the configuration. */
const PARTS = [General, ...PLATFORMS.map(({ settings }) => settings)] as const;

/** `A | B` as `A & B`. */
type Together<T> = (T extends unknown ? (part: T) => void : never) extends (all: infer A) => void ? A : never;
export type Config = Together<z.infer<(typeof PARTS)[number]>>;
type Variable = keyof Config;

const DATA: readonly Variable[] = ["YUEQUN_DATA"];
const STORE: readonly Variable[] = ["DATA_DIR", "DATABASE_URL", "LOG_UNANSWERED", ...TOKENS];

/** The variables of a schema. */
const namesIn = ({ shape }: (typeof PARTS)[number]): Variable[] => Object.keys(shape) as Variable[];

/** What a command reads of the environment: what others need, and is wrong, is none of its business. */
export const READS = {
  data: DATA,
  tokens: [...DATA, ...TOKENS],
  store: [...DATA, ...STORE],
  everything: PARTS.flatMap(namesIn),
} as const satisfies Record<string, readonly Variable[]>;

/** What something is done on a platform with. */
export const readsOf = ({ settings }: (typeof PLATFORMS)[number]): Variable[] => [
  ...namesIn(settings),
  "HTTPS_PROXY",
];

export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that cannot be used as it is, and why: never its value. */
export interface Fault {
  variable: string;
  message: string;
}

export type Checked = { config: Config } | { faults: Fault[] };

/** @param variables those that are read, see `READS`. @param root folder that relative paths start from. */
export function checkConfig(
  environment: Environment,
  variables: readonly Variable[] = READS.everything,
  root = process.cwd(),
): Checked {
  const values = valuesOf(environment, variables);
  const parsed = PARTS.map((part) => part.safeParse(values));
  const faults = parsed.flatMap(({ error }) => error?.issues ?? []);
  if (faults.length > 0)
    return { faults: faults.map(({ path, message }) => ({ variable: path.join("."), message })) };
  // Every part is there: none has a fault.
  const config = Object.assign({}, ...parsed.map(({ data }) => data)) as Config;
  const left = variables.includes("DATABASE_URL") ? leftToOthers(config) : [];
  if (left.length > 0) return { faults: left };
  return { config: { ...config, DATA_DIR: resolve(root, config.DATA_DIR) } };
}

/** What leaves chats to other processes, with which nothing is shared. */
const leftToOthers = (config: Config): Fault[] =>
  PLATFORMS.flatMap((row: Descriptor<Config>) => {
    const variable = config.DATABASE_URL === undefined ? row.leavesToOthers?.(config) : undefined;
    return variable === undefined ? [] : [{ variable, message: UNSHARED }];
  });
const UNSHARED = "leaves some of the bot to other processes: set the DATABASE_URL that all of them share";

/** Those that are set to something. */
function valuesOf(environment: Environment, variables: readonly Variable[]): Record<string, string> {
  // Proxies are written in either case.
  const both = { ...environment, HTTPS_PROXY: environment["HTTPS_PROXY"] ?? environment["https_proxy"] };
  const filled = variables.flatMap((name) => {
    const value = (both as Environment)[name];
    return value === undefined || value.trim() === "" ? [] : [[name, value] as const];
  });
  return Object.fromEntries(filled);
}

/** As `checkConfig`. @throws Error naming every variable that is wrong, never its value. */
export function readConfig(
  environment: Environment,
  variables: readonly Variable[] = READS.everything,
  root = process.cwd(),
): Config {
  const checked = checkConfig(environment, variables, root);
  if ("config" in checked) return checked.config;
  const lines = checked.faults.map(({ variable, message }) => `  ${variable}: ${message}`);
  throw new Error(
    `The configuration is not usable; .env.example explains every variable.\n${lines.join("\n")}`,
  );
}
