/** Whether Discord still takes our token. The gateway cannot tell: after one 401 it stays up while every call fails. */
import { type REST, Routes } from "discord.js";
import type { Logger } from "../../shared/log.ts";
import { redact } from "../../shared/redact.ts";
import { createBackoff } from "../../shared/backoff.ts";
import { TOKEN_REFUSED, tokenProblem } from "./failure.ts";

/** A bot whose calls are silent asks Discord who it is: whoever watches it wants to know within 30 s that nobody knows it. */
const CHECK_MS = 10_000;
/** Without any success this long, whatever the reason, it counts as not authenticated. */
const STALE_MS = 180_000;

export interface Access {
  /** Follows the answers of a client's REST; a new client replaces the last. */
  watch: (rest: REST) => void;
  /** The token was refused elsewhere, by the gateway. */
  refuse: (reason: string) => void;
  state: () => { authenticated: boolean; reason?: string };
  stop: () => void;
}

export interface AccessOptions {
  token: string;
  log: Logger;
  now: () => number;
}

export function createAccess({ token, log, now }: AccessOptions): Access {
  let rest: REST | undefined;
  let refused: string | undefined;
  let accepted = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  let checking = false;
  let told = false;
  const backoff = createBackoff({ firstMs: 1000, mostMs: 600_000 });

  const accept = (): void => {
    accepted = now();
    told = false;
    backoff.reset();
    if (refused !== undefined) log.info({}, "discord: the token is accepted again");
    refused = undefined;
  };
  const refuse = (reason: string): void => {
    // A token that never worked is told by whoever tried to start.
    if (refused === undefined && accepted !== -Infinity)
      log.error({ reason }, "discord: not authenticated any more, trying again");
    refused = reason;
    plan(backoff.next());
  };
  const check = async (): Promise<void> => {
    // A 401 makes the library forget the token: it is given again, in case the refusal was a mistake.
    if (refused !== undefined) rest?.setToken(token);
    await rest?.get(Routes.user());
  };
  /** Once an outage. A refused token was told of already. */
  const failed = (error: unknown): void => {
    if (!told && tokenProblem(error) === undefined)
      log.warn({ reason: redact(error, token) }, "discord: check failed");
    told = true;
  };
  const plan = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(due, ms);
    timer.unref();
  };
  const due = (): void => {
    const silent = now() - accepted;
    if (refused === undefined && silent < CHECK_MS) return plan(CHECK_MS - silent);
    plan(CHECK_MS);
    if (checking) return;
    checking = true;
    check()
      .catch(failed)
      .finally(() => (checking = false));
  };

  return {
    watch(next) {
      rest = next;
      next.on("response", (request, { status }) => {
        if (request.data.auth === false || rest !== next) return;
        if (status === 401) refuse(TOKEN_REFUSED);
        else if (status < 400) accept();
      });
      plan(CHECK_MS);
    },
    refuse,
    state() {
      if (refused !== undefined) return { authenticated: false, reason: refused };
      if (now() - accepted <= STALE_MS) return { authenticated: true };
      return { authenticated: false, reason: "no call to Discord has succeeded recently" };
    },
    stop: () => clearTimeout(timer),
  };
}
