import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ABOUT_MESSAGE, argumentsOf, completes, definitions } from "../../src/adapters/discord/commands.ts";
import { difference, registerCommands } from "../../src/adapters/discord/register.ts";
import { zonesLike } from "../../src/adapters/discord/zones.ts";
import { COMMANDS } from "../../src/app/commands.ts";
import { createTongues } from "../../src/daily/tongues.ts";
import { dataset } from "../support/bot.ts";
import { parseDaily } from "../../src/daily/command.ts";
import { createWorld, TOKEN, type World } from "../support/discord/world.ts";

const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;

describe("the definitions", () => {
  const all = definitions(COMMANDS);
  const parts = all.flatMap((command) => [
    command,
    ...(command.options ?? []).flatMap((option) => [
      option,
      ...("options" in option ? (option.options ?? []) : []),
    ]),
  ]);

  it("cover the one table of commands", () => {
    expect(all.map(({ name }) => name)).toEqual(COMMANDS.map(({ name }) => name));
  });

  it("have Latin names in lower case, and legal Chinese ones beside them", () => {
    for (const part of parts) {
      expect(part.name).toMatch(/^[a-z]{1,32}$/u);
      for (const locale of ["zh-CN", "zh-TW"] as const)
        expect(part.name_localizations?.[locale]).toMatch(NAME);
    }
  });

  it("have no two commands of one name in any language", () => {
    for (const locale of ["zh-CN", "zh-TW"] as const) {
      expect(new Set(all.map((command) => command.name_localizations?.[locale])).size).toBe(all.length);
    }
  });

  it("are described in both Chinese scripts and English, in 100 characters", () => {
    for (const { description, description_localizations: said } of parts) {
      const texts = [description, said?.["zh-CN"], said?.["zh-TW"], said?.["en-US"], said?.["en-GB"]];
      for (const text of texts)
        expect(text?.length).toSatisfy((length: number) => length >= 1 && length <= 100);
    }
  });

  it("say traditional characters in traditional script", () => {
    expect(all.find(({ name }) => name === "compare")?.name_localizations?.["zh-TW"]).toBe("比較");
  });

  it("complete every option that names a cluster or a city", () => {
    expect(completes(COMMANDS, "cluster", "cluster")).toBe("cluster");
    expect(completes(COMMANDS, "role", "city")).toBe("city");
    expect(completes(COMMANDS, "compare", "second")).toBe("both");
    expect(completes(COMMANDS, "daily", "topic")).toBe("both");
    expect(completes(COMMANDS, "daily", "zone")).toBe("zone");
    expect(completes(COMMANDS, "list", "class")).toBeUndefined();
    expect(completes(COMMANDS, "gone", "city")).toBeUndefined();
  });

  const typed = (subcommand: string | undefined, values: Record<string, string | number> = {}): string =>
    argumentsOf(COMMANDS, "daily", { subcommand, values: new Map(Object.entries(values)) }).join(" ");

  it("write sub-commands and the values of options as one would type the command", () => {
    expect(typed("on", { topic: "深圳", zone: "Asia/Shanghai", time: "09:00" })).toBe(
      "on time:09:00 zone:Asia/Shanghai topic:深圳",
    );
    expect(typed("on", { time: "" })).toBe("on");
    expect(typed("pause", { days: 3 })).toBe("pause 3d");
    expect(typed("pause")).toBe("pause 7d");
    for (const one of ["off", "now", "status"]) expect(typed(one)).toBe(one);
  });

  it("take what Discord still offers of an older form, or already of a newer one, as it comes", () => {
    expect(typed(undefined, { action: "on", time: "09:00", topic: "深圳" })).toBe("on 09:00 深圳");
    expect(typed(undefined, { action: "pause", days: 7 })).toBe("pause 7");
    expect(typed(undefined, { settings: "on 08:30 半导体" })).toBe("on 08:30 半导体");
    expect(typed("tomorrow", { at: "noon" })).toBe("tomorrow noon");
    expect(argumentsOf(COMMANDS, "gone", { values: new Map([["name", "x"]]) })).toEqual(["x"]);
  });

  it("are understood as they are written: every sub-command of /daily is one of the text form", () => {
    for (const { name } of all.find((command) => command.name === "daily")?.options ?? [])
      expect(parseDaily(typed(name)).kind).toBe(name === "status" ? "show" : name);
    expect(parseDaily(typed("on", { time: "8:30", zone: "tokyo", topic: "new energy" }))).toEqual({
      kind: "on",
      time: "08:30",
      zone: "Asia/Tokyo",
      topic: "new energy",
    });
  });

  it.each<[string, Record<string, string | number>, RegExp]>([
    ["on", { zone: "foo" }, /“foo”这个时区/u],
    ["on", { zone: "09:00" }, /“09:00”这个时区/u],
    ["on", { time: "foo" }, /“foo”不是一天里的时间/u],
    ["on", { time: "Asia/Tokyo", topic: "深圳" }, /“Asia.Tokyo”不是一天里的时间/u],
    ["pause", { days: 400 }, /365 天/u],
    ["pause", { days: "foo" }, /“foo”/u],
  ])("name what is wrong in the option it was given for: %s %o", (subcommand, values, problem) => {
    const call = parseDaily(typed(subcommand, values));
    if (call.kind !== "wrong") throw new Error("it was taken");
    expect(call.problem(createTongues(dataset)["zh-CN"])).toMatch(problem);
  });

  it.each([
    ["北京", "Asia/Shanghai"],
    ["東京", "Asia/Tokyo"],
    ["new york", "America/New_York"],
    ["us", "us"],
    ["asia/tokyo", "asia/tokyo"],
    ["UTC+8", "UTC+8"],
    ["est", "est"],
    ["火星", "火星"],
  ])("take a time zone that was typed and not chosen for what it means: %s", (said, zone) => {
    expect(typed("on", { zone: said })).toBe(`on zone:${zone}`);
  });

  it("are for everywhere, but for what only makes sense where the bot can post", () => {
    for (const { name, integration_types, contexts } of [...all, ABOUT_MESSAGE]) {
      const isAtHome = name === "daily";
      expect(integration_types, name).toEqual(isAtHome ? [0] : [0, 1]);
      expect(contexts, name).toEqual(isAtHome ? [0, 1] : [0, 1, 2]);
    }
  });

  it("have an entry in the menu of a message, without a description: Discord insists", () => {
    expect(ABOUT_MESSAGE).toMatchObject({
      type: 3,
      name: "Ask about this",
      name_localizations: { "zh-CN": "问粤群", "zh-TW": "問粵群", "en-GB": "Ask about this" },
    });
    expect(ABOUT_MESSAGE).not.toHaveProperty("description");
  });

  it("offer time zones, the common ones first", () => {
    expect(zonesLike("")[0]).toBe("Asia/Shanghai");
    expect(zonesLike("hong kong")).toEqual(["Asia/Hong_Kong"]);
    expect(zonesLike("北京时间")).toEqual(["Asia/Shanghai"]);
    expect(zonesLike("Kathmandu").length + zonesLike("Katmandu").length).toBeGreaterThan(0);
    expect(zonesLike("nowhere")).toEqual([]);
  });

  it("ask for required options first", () => {
    for (const part of parts) {
      const options = "options" in part ? (part.options ?? []) : [];
      const required = options.map((option) => option.required === true);
      expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
    }
  });
});

describe("the difference", () => {
  it("is empty for what Discord makes of our own commands", () => {
    const held = definitions(COMMANDS).map((command) => ({
      ...command,
      id: "1",
      version: "2",
      type: 1,
      nsfw: false,
      default_member_permissions: null,
    }));
    expect(difference(held, definitions(COMMANDS))).toEqual([]);
  });

  it("names what is new, changed and gone", () => {
    const [first, second, ...rest] = definitions(COMMANDS);
    const held = [{ ...first, name: first?.name ?? "", description: "old" }, ...rest, { name: "gone" }];
    expect(difference(held, definitions(COMMANDS))).toEqual([
      `~ ${first?.name}: description`,
      `+ ${second?.name}`,
      "- gone",
    ]);
  });
});

describe("registering", () => {
  let world: World;
  let lines: string[];

  beforeAll(async () => {
    world = await createWorld();
  });
  beforeEach(() => {
    lines = [];
    world.proxy.clear();
  });
  afterAll(() => world.stop());

  const register = (guild?: string): Promise<number> =>
    registerCommands({
      token: TOKEN,
      commands: COMMANDS,
      apiRoot: world.apiRoot,
      guild,
      print: (line) => lines.push(line),
    });
  const LIST = /\/commands\?with_localizations/u;
  /** The server of the tests does not list commands. */
  const held = (commands: readonly object[]) =>
    world.proxy.inject({
      match: LIST,
      answer: {
        status: 200,
        body: JSON.stringify(commands),
        headers: { "content-type": "application/json" },
      },
    });
  const puts = () => world.proxy.forwarded.filter(({ method }) => method === "PUT");

  it("prints what is new and tells Discord once", async () => {
    held([]);
    const names = [...COMMANDS, ABOUT_MESSAGE].map(({ name }) => name);
    expect(await register()).toBe(names.length);
    expect(lines).toEqual(names.map((name) => `+ ${name}`));
    expect(puts()).toHaveLength(1);
    expect(await world.twin.prisma.applicationCommand.count({ where: { guildId: null } })).toBe(names.length);
  });

  it("a second time changes nothing", async () => {
    const before = puts().length;
    held([...definitions(COMMANDS), ABOUT_MESSAGE]);
    expect(await register()).toBe(0);
    expect(lines).toEqual(["The commands are up to date."]);
    expect(puts()).toHaveLength(before);
  });

  it("for one server leaves the others alone, and does not say where else they are", async () => {
    held([]);
    await register(world.twin.guildId);
    expect(await world.twin.prisma.applicationCommand.count({ where: { guildId: world.twin.guildId } })).toBe(
      COMMANDS.length + 1,
    );
    expect(puts().at(-1)?.body).not.toMatch(/integration_types|contexts/u);
  });

  it.each([
    [401, 0, /DISCORD_TOKEN/u],
    [404, 10_004, /Unknown Guild/u],
  ])("says in one line why Discord refused with %i, without the token", async (status, code, reason) => {
    world.proxy.inject({
      answer: {
        status,
        body: JSON.stringify({ message: "Unknown Guild", code }),
        headers: { "content-type": "application/json" },
      },
    });
    const failure = await register("1").then(String, String);
    expect(failure).toMatch(reason);
    expect(failure).not.toContain(TOKEN);
  });
});
