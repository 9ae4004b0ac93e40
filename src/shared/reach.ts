/** The first request to a platform: can it be reached, is the token good, is the clock right. */
import { fail, type Finding, ok, warn } from "./finding.ts";

export interface Reply {
  status: number;
  /** JSON, or undefined where it was none. */
  body: unknown;
  /** How far this machine's clock is ahead of the server's, in milliseconds; undefined where it does not say. */
  clockAheadMs: number | undefined;
}

/** @throws Error in one line without secrets where no answer comes. */
export type Get = (url: string, headers?: Record<string, string>) => Promise<Reply>;

/** A date has whole seconds, and the way takes time. */
const SLIGHTLY_OFF_MS = 5_000;
const FAR_OFF_MS = 60_000;

/** What the clock is compared with is the platform's. */
export function clockFinding(check: string, aheadMs: number | undefined): Finding[] {
  if (aheadMs === undefined) return [];
  const off = Math.abs(aheadMs);
  if (off <= SLIGHTLY_OFF_MS) return [ok(check, "right")];
  const said = `${Math.round(off / 1_000)} s ${aheadMs > 0 ? "ahead" : "behind"}`;
  const remedy = "Set the clock by the network: timedatectl set-ntp true. Daily posts go by it.";
  return [off > FAR_OFF_MS ? fail(check, said, remedy) : warn(check, said, remedy)];
}

/** @param reason why no answer came. */
export const unreached = (check: string, reason: string, proxy: boolean): Finding =>
  fail(
    check,
    `cannot be reached: ${reason}`,
    proxy
      ? "The way leads through HTTPS_PROXY: check that it lets this host through."
      : "Check network and name resolution; behind a firewall or in mainland China set HTTPS_PROXY.",
  );

/** Neither well nor a refused token. */
export const strange = (check: string, { status }: Reply): Finding =>
  fail(check, `answered ${status}`, "Try again in a minute; if it stays, check the address of the API.");
