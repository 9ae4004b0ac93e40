/** What may come to the webhook's port: HTTP in and out of shape, byte for byte over a connection. */
import { createServer, connect } from "node:net";
import fc from "fast-check";
import { createLedger } from "../../src/adapters/telegram/transport/ledger.ts";
import { TIMING } from "../../src/adapters/telegram/transport/options.ts";
import { createVitals } from "../../src/adapters/telegram/transport/vitals.ts";
import { createWebhook } from "../../src/adapters/telegram/transport/webhook.ts";
import { SILENT } from "../../src/shared/log.ts";
import { border } from "./border.ts";
import { damaged, type Json, oddJson, oddText } from "./odd.ts";

interface Input {
  head: string;
  body: Uint8Array;
  /** How it has to end; undefined: however HTTP ends it, but not taken for an update. */
  wants?: 200 | 400 | 401 | 404;
}

const SECRET = "s3cret_for-the-fuzz";
const NAME = "X-Telegram-Bot-Api-Secret-Token";

const update = fc.record({
  update_id: fc.integer({ min: 1, max: 1e9 }),
  message: oddJson,
}) as fc.Arbitrary<Json>;
const json = (value: Json): Uint8Array => Buffer.from(JSON.stringify(value));
const headOf = (length: number, lines: readonly string[] = [], first = "POST /telegram HTTP/1.1"): string =>
  [first, "host: x", `content-length: ${length}`, "connection: close", ...lines, "", ""].join("\r\n");
const withSecret = [`${NAME}: ${SECRET}`];

const good = update.map((value): Input => {
  const body = json(value);
  return { head: headOf(body.length, withSecret), body, wants: 200 };
});
const wrongSecret = fc
  .tuple(update, fc.string({ unit: fc.constantFrom(..."aA0_-") }))
  .map(([value, secret]): Input => {
    const body = json(value);
    return { head: headOf(body.length, [`${NAME}: ${secret}`]), body, wants: 401 };
  });
const noUpdate = fc
  .oneof(
    fc.uint8Array({ maxLength: 100 }),
    oddText.map((text) => Buffer.from(text)),
    oddJson.map(json),
    fc.constantFrom(
      Buffer.from("[".repeat(100_000)),
      Buffer.from('{"a":'.repeat(50_000)),
      Buffer.alloc(1_048_577, 32),
    ),
  )
  .map((body): Input => ({ head: headOf(body.length, withSecret), body, wants: 400 }));
const broken = damaged(update).map((value): Input => {
  const body = json(value);
  return { head: headOf(body.length, withSecret), body };
});
const elsewhere = fc
  .tuple(fc.constantFrom("GET", "PUT", "POST", "HEAD", "DELETE"), fc.webPath())
  .map(([method, path]): Input => ({
    head: headOf(0, withSecret, `${method} /x${path} HTTP/1.1`),
    body: new Uint8Array(),
    wants: 404,
  }));
const strange = fc
  .tuple(
    fc.array(oddText, { maxLength: 3 }),
    fc.nat({ max: 2_000_000 }),
    fc.constantFrom("HTTP/1.1", "HTTP/9", ""),
    fc.uint8Array({ maxLength: 200 }),
  )
  .map(([lines, length, version, body]): Input => ({
    head: headOf(length, [...withSecret, ...lines], `POST /telegram ${version}`),
    body,
  }));
const noise = fc.uint8Array({ maxLength: 300 }).map((body): Input => ({ head: "", body }));

const inputs = fc.oneof(good, wrongSecret, noUpdate, broken, elsewhere, strange, noise);

/** Longer than anything takes; a request that is cut short has no answer at all. */
const MOST_MS = 3_000;

/** @returns the status, undefined where the connection ended without one, "never" where it did not end. */
function send(port: number, { head, body }: Input): Promise<number | undefined | "never"> {
  return new Promise((resolve) => {
    let said = "";
    const socket = connect({ port, host: "127.0.0.1" });
    const end = (what: number | undefined | "never"): void => {
      socket.destroy();
      resolve(what);
    };
    const told = (): number | undefined => {
      const status = /^HTTP\/1\.1 (\d{3})/u.exec(said)?.[1];
      return status === undefined ? undefined : Number(status);
    };
    socket.setTimeout(MOST_MS, () => end(told() ?? "never"));
    socket.on("data", (chunk) => {
      said += chunk.toString("latin1");
      if (told() !== undefined) end(told());
    });
    socket.on("error", () => end(told()));
    socket.on("close", () => end(told()));
    socket.on("connect", () => socket.end(Buffer.concat([Buffer.from(head, "utf8"), body])));
  });
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

export const webhook = border<Input>({
  name: "webhook",
  corpus: [
    { head: headOf(2), body: Buffer.from("{}"), wants: 401 },
    { head: headOf(2, [`${NAME}: undefined`]), body: Buffer.from("{}"), wants: 401 },
    { head: headOf(2, [...withSecret, ...withSecret]), body: Buffer.from("{}"), wants: 401 },
    { head: headOf(30, withSecret), body: json({ update_id: 1e308 }) },
  ],
  inputs,
  async open() {
    const port = await freePort();
    let handled = 0;
    let ledger = createLedger(TIMING.holdMs);
    const receiver = createWebhook(
      { url: `http://127.0.0.1:${port}/telegram`, port, secretToken: SECRET },
      {
        // It only receives here.
        api: { call: () => Promise.reject(new Error("nobody is asked")) },
        ledger: { ...ledger, accept: (id, work) => ledger.accept(id, work) },
        vitals: createVitals(Date.now, 1_000),
        timing: TIMING,
        kinds: [],
        log: SILENT,
        handle: async () => void (handled += 1),
      },
    );
    await receiver.open(new AbortController().signal);
    return {
      async meet(input) {
        handled = 0;
        ledger = createLedger(TIMING.holdMs);
        const status = await send(port, input);
        const { wants } = input;
        if (status === "never") throw new Error("a request without an end");
        if (wants !== undefined && status !== wants)
          throw new Error(`${status ?? "nothing"} instead of ${wants}`);
        if (handled !== (status === 200 ? 1 : 0))
          throw new Error(`${status ?? "nothing"}, and ${handled} updates were dealt with`);
        return String(status ?? "cut");
      },
      close: () => receiver.close(),
    };
  },
});
