/** What one PostgreSQL has to carry for 100,000 chats, worked out from what an answer was measured to cost. */
import { table } from "../../test/support/table.ts";
import type { Cost } from "./database.ts";

const CHATS = 100_000;
/** Questions of a chat a day: a group that asks often. */
const A_DAY = 5;
/** The busiest hour has this share of a day. */
const RUSH = 0.12;
/** Telegram lets a bot send this many messages a second, so that no more than this is ever answered. */
const MOST_A_SECOND = 30;
const PROCESSES = 4;
/** Connections of a process: its pool, and one that listens. */
const CONNECTIONS = 6;
/** Bytes a row with its index: the number of an update, kept for 48 hours; a conversation's turn, kept for ten minutes. */
const SEEN_BYTES = 150;
const TURN_BYTES = 2_000;

export function onPaper({ commits, writes, walBytes, cpuMs }: Cost): string {
  const day = CHATS * A_DAY;
  const rush = (day * RUSH) / 3_600;
  const rows = [
    ["questions a day", day.toLocaleString("en")],
    ["answers a second in the busiest hour", rush.toFixed(1)],
    ["answers a second at most, by Telegram's limit", String(MOST_A_SECOND)],
    ["transactions a second, busiest hour / at most", both(commits, rush)],
    ["rows written a second", both(writes, rush)],
    ["WAL KiB a second", both(walBytes / 1_024, rush)],
    ["share of one core", both(cpuMs / 10, rush, " %")],
    [`connections of ${PROCESSES} processes`, String(PROCESSES * CONNECTIONS)],
    ["rows of updates seen, 48 hours", `${(2 * day).toLocaleString("en")}, ${mb(2 * day * SEEN_BYTES)} MB`],
    [
      "turns of conversations at most, ten minutes",
      `${(MOST_A_SECOND * 600).toLocaleString("en")}, ${mb(MOST_A_SECOND * 600 * TURN_BYTES)} MB`,
    ],
    ["rows of questions that wait", "as many as wait: deleted once answered"],
  ];
  return `On paper, ${CHATS.toLocaleString("en")} chats that ask ${A_DAY} times a day:\n\n${table(["one PostgreSQL carries", ""], rows)}`;
}

const both = (each: number, rush: number, unit = ""): string =>
  `${(each * rush).toFixed(0)}${unit} / ${(each * MOST_A_SECOND).toFixed(0)}${unit}`;

const mb = (bytes: number): string => (bytes / 1e6).toFixed(0);
