/** Structured logs on stderr: one JSON object a line for programs, one readable line for people. */
import { writeSync } from "node:fs";
import { pino } from "pino";
import type { LogFields, Logger } from "../shared/log.ts";
import type { Config } from "./config.ts";
import { readableLine } from "./log-line.ts";

export interface LogOptions {
  /** Nothing below it is written. */
  level: Config["LOG_LEVEL"];
  format: "text" | "json";
  colour: boolean;
}

const STDERR = 2;

/** Callers pass no texts of messages and no tokens. */
export function createLog(options: LogOptions): Logger {
  return options.format === "json" ? jsonLog(options.level) : textLog(options);
}

function jsonLog(level: Config["LOG_LEVEL"]): Logger {
  const log = pino({ level, base: null }, pino.destination({ fd: STDERR, sync: true }));
  return {
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  };
}

const LEVELS = ["debug", "info", "warn", "error", "silent"] as const satisfies Config["LOG_LEVEL"][];

function textLog({ level: least, colour }: LogOptions): Logger {
  const at =
    (level: "info" | "warn" | "error") =>
    (fields: LogFields, message: string): void => {
      if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return;
      write(readableLine({ at: new Date(), level, message, fields }, colour));
    };
  return { info: at("info"), warn: at("warn"), error: at("error") };
}

/** A terminal that went away, or is too slow just now, must not end the process. */
function write(line: string): void {
  try {
    writeSync(STDERR, `${line}\n`);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "EAGAIN" && code !== "EPIPE" && code !== "EIO") throw error;
  }
}
