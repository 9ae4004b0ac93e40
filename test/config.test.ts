/** The environment: each command reads what it uses, and says what is wrong with that. */
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { READS, readConfig } from "../src/app/config.ts";

const FOREIGN = {
  HTTPS_PROXY: "socks5://127.0.0.1:1080",
  DATABASE_URL: "mysql://root@127.0.0.1/test",
  HEALTH_PORT: "none",
};

describe("a command reads what it uses", () => {
  it("answers whatever else the environment holds", () => {
    expect(() => readConfig(FOREIGN, READS.data)).not.toThrow();
    expect(() => readConfig(FOREIGN, READS.tokens)).not.toThrow();
  });

  it("names every variable of its own that is wrong, and what is wanted, but not its value", () => {
    const read = (): unknown => readConfig(FOREIGN);
    expect(read).toThrow(/HTTPS_PROXY: must be http:\/\/.*SOCKS/);
    expect(read).toThrow(/DATABASE_URL/);
    expect(read).toThrow(/HEALTH_PORT/);
    expect(read).not.toThrow(/1080/);
  });
});

describe("values as people write them", () => {
  it.each([
    ["127.0.0.1:7890", "http://127.0.0.1:7890"],
    ["http://127.0.0.1:7890", "http://127.0.0.1:7890"],
  ])("takes %s for a proxy", (written, meant) => {
    expect(readConfig({ https_proxy: written }).HTTPS_PROXY).toBe(meant);
  });

  it.each(["INFO", "Info", " info "])("takes %s for a level of the log", (level) => {
    expect(readConfig({ LOG_LEVEL: level }).LOG_LEVEL).toBe("info");
  });

  it("keeps the database beside the program, wherever that is started from", () => {
    expect(readConfig({}, READS.store, "/srv/yuequn").DATA_DIR).toBe(resolve("/srv/yuequn", "var"));
    expect(readConfig({ DATA_DIR: "/data" }, READS.store, "/srv/yuequn").DATA_DIR).toBe("/data");
  });
});
