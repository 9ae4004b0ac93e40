/**
 * Tells systemd when the service is ready and when it stops (Type=notify). Node has no datagram sockets of the local kind,
 * so systemd's own program says it: https://www.freedesktop.org/software/systemd/man/systemd-notify.html.
 */
import { execFile } from "node:child_process";
import type { Logger } from "../shared/log.ts";
import { redact } from "../shared/redact.ts";

export interface Notify {
  ready(): void;
  stopping(): void;
}

/** @param socket NOTIFY_SOCKET; undefined where nobody wants to be told. @param program that tells it. */
export function createNotify(socket: string | undefined, log: Logger, program = "systemd-notify"): Notify {
  const tell = (state: string): void => {
    if (socket === undefined) return;
    execFile(program, [state], { env: { ...ENVIRONMENT, NOTIFY_SOCKET: socket } }, (error) => {
      if (error) log.warn({ reason: redact(error) }, "systemd could not be told; set Type=exec in the unit");
    });
  };
  return { ready: () => tell("--ready"), stopping: () => tell("STOPPING=1") };
}

/** Where systemd puts its programs; nothing else of the environment is its business. */
const ENVIRONMENT = { PATH: "/usr/local/bin:/usr/bin:/bin" };
