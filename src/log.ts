/** Structured logs, one JSON object a line on stderr. */
import { pino } from "pino";
import type { Logger } from "./shared/log.ts";
import type { Config } from "./config.ts";

/** @param level nothing below it is written. Callers pass no texts of messages and no tokens. */
export function createLog(level: Config["LOG_LEVEL"]): Logger {
  const log = pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
  return {
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  };
}
