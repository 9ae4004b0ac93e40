/** Drives the fault proxy with the real telegraf library over loopback. */

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { createFaultProxy } from "../support/fault-proxy.ts";
import { cleanups, newBot, server, serverPerTest } from "../support/telegram/harness.ts";

serverPerTest();

describe("the fault proxy", () => {
  test("answers, drops before and after, delays", async () => {
    const proxy = await createFaultProxy(server.apiRoot);
    cleanups.push(() => proxy.close());
    const { telegram } = newBot(proxy.url);
    const send = (text: string) =>
      telegram.sendMessage(11, text).then(
        () => "ok",
        (error: Error) => error.name,
      );
    proxy.inject({ match: /sendMessage/, answer: { status: 502, body: "bad gateway" } });
    expect(await send("answered")).toBe("Error");
    proxy.inject({ match: /sendMessage/, drop: "before" });
    expect(await send("before")).toBe("FetchError");
    proxy.inject({ match: /sendMessage/, drop: "after" });
    expect(await send("after")).toBe("FetchError");
    proxy.inject({ match: /sendMessage/, delayMs: 60 });
    const started = Date.now();
    expect(await send("late")).toBe("ok");
    expect(Date.now() - started).toBeGreaterThanOrEqual(55);
    expect(server.sent(11).map((message) => message.text)).toEqual(["after", "late"]);
    expect(proxy.seen).toHaveLength(4);
  });

  test("carries an upgrade as raw bytes and cuts it", async () => {
    const echo = createServer();
    echo.on("upgrade", (_request, socket) => {
      socket.write("HTTP/1.1 101 Switching Protocols\r\nupgrade: echo\r\nconnection: upgrade\r\n\r\n");
      socket.on("data", (data: Buffer) => socket.write(data));
      socket.on("error", () => socket.destroy());
    });
    await new Promise<void>((resolve) => echo.listen(0, "127.0.0.1", resolve));
    const proxy = await createFaultProxy(`http://127.0.0.1:${(echo.address() as AddressInfo).port}`);
    cleanups.push(
      () => echo.close(),
      () => proxy.close(),
    );
    const { request } = await import("node:http");
    const opened = request(`${proxy.url}/gateway`, {
      headers: { connection: "upgrade", upgrade: "echo" },
    }).end();
    const closed = await new Promise<string>((resolve) => {
      opened.on("upgrade", (_response, socket) => {
        let got = "";
        socket.on("data", (data: Buffer) => {
          got += data.toString();
          proxy.dropAll();
        });
        socket.on("close", () => resolve(got));
        socket.on("error", () => undefined);
        socket.write("ping");
      });
    });
    expect(closed).toBe("ping");
  });
});
