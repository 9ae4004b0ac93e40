/** What a check found, and how it is told. Pure. */
import { visible } from "./visible.ts";

export interface Finding {
  /** What was looked at: `telegram: token`. */
  check: string;
  /** `warn`: it works, but not as one may think. `fail`: it does not work. */
  state: "ok" | "warn" | "fail";
  /** One line, without tokens and passwords. */
  said: string;
  /** What to do; with everything but `ok`. */
  remedy?: string;
}

export const ok = (check: string, said: string): Finding => ({ check, state: "ok", said });
export const warn = (check: string, said: string, remedy: string): Finding => ({
  check,
  state: "warn",
  said,
  remedy,
});
export const fail = (check: string, said: string, remedy: string): Finding => ({
  check,
  state: "fail",
  said,
  remedy,
});

export const hasFailed = (findings: readonly Finding[]): boolean =>
  findings.some(({ state }) => state === "fail");

/** A line each, and below it what to do. What platforms and files say is shown and does nothing. */
export function linesOf(findings: readonly Finding[]): string[] {
  const width = Math.max(0, ...findings.map(({ check }) => check.length));
  return findings.flatMap(({ state, check, said, remedy }) => [
    `${state.padEnd(4)}  ${check.padEnd(width)}  ${visible(said)}`,
    ...(remedy === undefined ? [] : [`${" ".repeat(width + 8)}→ ${visible(remedy)}`]),
  ]);
}
