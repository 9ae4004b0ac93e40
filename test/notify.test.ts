/** What systemd is told, and when. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createNotify } from "../src/app/notify.ts";
import { SILENT } from "../src/shared/log.ts";
import { until } from "./support/daily.ts";
import { cleanUp, folder } from "./support/process.ts";

afterEach(cleanUp);

/** Stands for systemd-notify: writes down what it is told. */
function teller(): { program: string; told: () => string } {
  const at = folder();
  const program = join(at, "notify");
  const file = join(at, "told");
  writeFileSync(program, `#!/bin/sh\necho "$NOTIFY_SOCKET $*" >> '${file}'\n`);
  chmodSync(program, 0o755);
  return { program, told: () => (existsSync(file) ? readFileSync(file, "utf8") : "") };
}

describe("systemd", () => {
  it("is told that the service is ready, and that it stops", async () => {
    const { program, told } = teller();
    const notify = createNotify("/run/socket", SILENT, program);
    notify.ready();
    await until("it is told", () => told() === "/run/socket --ready\n");
    notify.stopping();
    await until("it is told", () => told().endsWith("/run/socket STOPPING=1\n"));
  });

  it("is told nothing where it did not ask, and its absence is one line of warning", async () => {
    const { program, told } = teller();
    createNotify(undefined, SILENT, program).ready();
    const warned: string[] = [];
    const log = { ...SILENT, warn: (_fields: object, message: string) => void warned.push(message) };
    createNotify("/run/socket", log, "/nowhere/systemd-notify").ready();
    await until("it is said", () => warned.length === 1);
    expect(warned[0]).toContain("Type=exec");
    expect(told()).toBe("");
  });
});
