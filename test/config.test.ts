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

describe("shards", () => {
  const SHARED = { DATABASE_URL: "postgres://localhost/yuequn" };

  it.each([
    ["0", [0]],
    ["0,2", [0, 2]],
    ["0-2", [0, 1, 2]],
    [" 1 , 2 - 3 ", [1, 2, 3]],
  ])("takes %s for those of this process", (written, ids) => {
    expect(readConfig({ ...SHARED, DISCORD_SHARDS: "4", SHARD_IDS: written }).SHARD_IDS).toEqual(ids);
  });

  it.each([
    ["many", "", /DISCORD_SHARDS: must be auto, or how many/],
    ["0", "", /DISCORD_SHARDS: must be auto, or how many/],
    ["4", "0;1", /SHARD_IDS: must be numbers from 0 and ranges/],
    ["4", "3-1", /SHARD_IDS: must be numbers from 0 and ranges/],
    ["4", "0,", /SHARD_IDS: must be numbers from 0 and ranges/],
    ["4", "0-2,1", /SHARD_IDS: names a shard twice/],
    ["4", "3,4", /SHARD_IDS: names shard 4, but DISCORD_SHARDS=4 has 0 to 3/],
    ["auto", "0", /SHARD_IDS: also needs DISCORD_SHARDS as a number/],
    ["", "0", /SHARD_IDS: also needs DISCORD_SHARDS as a number/],
  ])("DISCORD_SHARDS=%s with SHARD_IDS=%s is refused with what is wanted", (count, ids, message) => {
    expect(() => readConfig({ ...SHARED, DISCORD_SHARDS: count, SHARD_IDS: ids })).toThrow(message);
  });

  it("leaves some to other processes only where all share a database", () => {
    const part = { DISCORD_SHARDS: "4", SHARD_IDS: "0,1" };
    expect(() => readConfig(part)).toThrow(
      /SHARD_IDS: leaves some of the bot to other processes: set the DATABASE_URL/,
    );
    expect(() => readConfig({ ...part, SHARD_IDS: "0-3" })).not.toThrow();
    expect(() => readConfig({ DISCORD_SHARDS: "4" })).not.toThrow();
  });
});
