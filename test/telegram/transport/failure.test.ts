/** What certainly delivered nothing, and what may have: as telegraf's client words it. */
import { expect, test } from "vitest";
import { toPostError } from "../../../src/adapters/telegram/transport/failure.ts";

const failed = (code: string, reason: string): Error =>
  Object.assign(new Error(`request to https://api.telegram.org/ failed, reason: ${reason}`), { code });

test.each([
  ["ECONNREFUSED", "connect ECONNREFUSED 127.0.0.1:443"],
  ["ENOTFOUND", "getaddrinfo ENOTFOUND api.telegram.org"],
  // All addresses of a host at once: the reason is empty.
  ["ECONNREFUSED", ""],
  ["ETIMEDOUT", "connect ETIMEDOUT 149.154.167.220:443"],
  ["CERT_HAS_EXPIRED", "certificate has expired"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "self-signed certificate"],
])("%s, %s: nothing was sent", (code, reason) => {
  expect(toPostError(failed(code, reason))).toMatchObject({ kind: "temporary", isProof: true });
});

test.each([
  ["ETIMEDOUT", "read ETIMEDOUT"],
  ["ECONNRESET", "socket hang up"],
  ["EPIPE", "write EPIPE"],
  ["ERR_STREAM_PREMATURE_CLOSE", "Premature close"],
])("%s, %s: it may have arrived", (code, reason) => {
  expect(toPostError(failed(code, reason))).toMatchObject({ kind: "uncertain", isProof: false });
});
