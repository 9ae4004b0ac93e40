/** One line of the log for people: time, level, message, then what else is known of it. Pure. */
import type { LogFields } from "../shared/log.ts";
import { visible } from "../shared/visible.ts";

export interface LogEntry {
  at: Date;
  level: "info" | "warn" | "error";
  message: string;
  fields: LogFields;
}

/** SGR codes: https://en.wikipedia.org/wiki/ANSI_escape_code#Select_Graphic_Rendition_parameters. */
const COLOURS = { info: "32", warn: "33", error: "31", grey: "90" } as const;

/** `09:00:01.250 WARN  not receiving  platform=telegram waitMs=1000`, in local time. */
export function readableLine({ at, level, message, fields }: LogEntry, colour: boolean): string {
  const paint = (text: string, by: keyof typeof COLOURS): string =>
    colour ? `\u001B[${COLOURS[by]}m${text}\u001B[0m` : text;
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  const rest = known.map(([name, value]) => `${paint(`${name}=`, "grey")}${shown(value)}`);
  const start = [
    paint(timeOf(at), "grey"),
    paint(level.toUpperCase().padEnd(5), level),
    visible(message),
  ].join(" ");
  return rest.length === 0 ? start : `${start}  ${rest.join(" ")}`;
}

const two = (value: number): string => String(value).padStart(2, "0");

const timeOf = (at: Date): string =>
  `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${String(at.getMilliseconds()).padStart(3, "0")}`;

/** Words are quoted where one could not see where they end. */
function shown(value: LogFields[string]): string {
  const text = visible(String(value));
  return /^[^\s"=]+$/u.test(text) ? text : `"${text.replaceAll('"', '\\"')}"`;
}
