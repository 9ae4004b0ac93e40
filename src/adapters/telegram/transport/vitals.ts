/** Whether the bot is alive, from what its calls came to. */
import type { Health } from "../../../shared/health.ts";

export interface Vitals {
  /** A call that receives went well. */
  ok(): void;
  /** Telegram knows the token, whatever else is wrong. */
  known(): void;
  /** A call that receives failed. @param reason without a token. @param denied the token is not known. */
  failed(reason: string, denied: boolean): void;
  health(): Health;
}

/** @param freshMs how long after the last good call the bot still counts as alive. */
export function createVitals(now: () => number, freshMs: number): Vitals {
  let lastOk = -Infinity;
  let authenticated = false;
  let reason: string | undefined = "not started";
  return {
    ok() {
      lastOk = now();
      authenticated = true;
      reason = undefined;
    },
    known() {
      authenticated = true;
    },
    failed(why, denied) {
      reason = why;
      if (denied) authenticated = false;
    },
    health() {
      if (reason !== undefined) return { alive: false, authenticated, reason };
      if (now() - lastOk <= freshMs) return { alive: true, authenticated };
      return {
        alive: false,
        authenticated,
        reason: `nothing heard from Telegram for ${Math.round((now() - lastOk) / 1000)} s`,
      };
    },
  };
}
