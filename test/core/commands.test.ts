import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/app/commands.ts";
import { createParser } from "../../src/core/commands.ts";
import { toPlain, toShort } from "../../src/core/plain.ts";
import { ask, newBot, say } from "../support/bot.ts";

const parse = createParser(COMMANDS);

describe("commands", () => {
  it.each([
    ["/cluster 半导体", "半导体与集成电路是十大战略性新兴产业集群之一"],
    ["/city 深圳", "深圳被 15 个集群点名，其中 12 个列为核心"],
    ["/role 深圳 半导体", "深圳在半导体与集成电路集群的角色：核心"],
    ["/list 支柱", "十大战略性支柱产业集群："],
    ["/list", "一共 20 个集群"],
    ["/compare 广州 深圳", "广州、深圳都被点名的集群有"],
    ["/compare 半导体 新能源", "半导体与集成电路、新能源都点名的城市有"],
    ["/sources", "条事实"],
    ["/daily on 09:00 深圳", "设置要在机器人所在的聊天里改，例如 /daily on 09:00"],
    ["/privacy", "聊天编号、时间、时区、主题"],
    ["/forget", "这里没有保存任何东西"],
    ["/help", "/cluster 半导体"],
    ["/start", "你好，我是粤群"],
    ["/start@YuequnBot F025", "激光与增材制造"],
    ["/cluster@YuequnBot 半导体", "半导体与集成电路是十大战略性新兴产业集群之一"],
  ])("%s", (text, part) => {
    expect(say(text)).toContain(part);
  });

  it.each(["zh-CN", "en"] as const)("/start takes five lines and three buttons (%s)", (locale) => {
    const answer = newBot()({ text: "/start", chat: { platform: "test", id: "one" }, locale });
    expect(toShort(answer)).toBe(toPlain(answer));
    expect(1 + answer.blocks.length).toBeLessThanOrEqual(5);
    expect(answer.next).toHaveLength(3);
  });

  it.each(["/fact", "/fact 新能源", "/fact 深圳", "/fact 支柱"])("%s tells one sourced fact", (text) => {
    const answer = ask(text);
    expect(answer.outcome).toBe("answer");
    expect(answer.facts).toHaveLength(1);
  });

  it.each(
    COMMANDS.filter((c) => !["none", "class", "topic", "question"].includes(c.argument)).map((c) => c.name),
  )("/%s without an argument says what is missing and offers something that works", (name) => {
    const answer = ask(`/${name}`);
    expect(answer.outcome).toBe("clarify");
    expect(answer.next.length).toBeGreaterThan(0);
    for (const { ask: next } of answer.next) expect(ask(next).outcome).not.toBe("unknown");
  });

  it.each(["cluster", "city", "role", "compare"])(
    "/%s with an unknown argument offers the nearest",
    (name) => {
      const answer = ask(`/${name} 不存在的东西`);
      expect(answer.outcome).toBe("clarify");
      expect(answer.next.length).toBeGreaterThan(0);
    },
  );

  it("/ask is the question behind it, in its conversation", () => {
    const bot = newBot();
    const chat = { platform: "test", id: "ask" };
    const told = (words: string, at: number) => toPlain(bot({ text: words, chat, at }));
    expect(told("/ask 半导体有哪些核心城市", 0)).toBe(say("半导体有哪些核心城市"));
    expect(told("/ask@bot 那佛山呢", 1000)).toContain("佛山在半导体与集成电路集群的角色");
    expect(told("/ask", 2000)).toBe(say("/help"));
  });

  it("an unknown command lists the known ones", () => {
    expect(toPlain(ask("/foo"))).toContain("/cluster");
  });

  it.each(
    COMMANDS.filter(({ argument }) => argument !== "none").flatMap(({ name }) =>
      ["/evil", "深圳 /evil", "/evil 半导体", "a /evil b", "&/evil@bot"].map((rest) => `/${name} ${rest}`),
    ),
  )("shows nothing back that a chat would make a command of: %s", (words) => {
    expect(toPlain(ask(words))).not.toMatch(/(?<!\w)\/evil/u);
  });

  it.each([
    "/cluster 火星殖民地",
    "/cluster",
    "/city 北京",
    "/compare 广州 火星",
    "/fact F999",
    "/nosuch",
    "/ask 腾讯是半导体企业吗",
    "/ask 写首诗",
    "/ask !!",
    "第三个呢",
    "［9］是什么",
  ])("%s gets what concerns only whoever asked", (words) => {
    expect(ask(words).aside).toBe(true);
  });

  it.each([
    "/cluster 半导体",
    "/cluster 材料",
    "/city 南山",
    "/fact",
    "/help",
    "/sources",
    "/ask",
    "2019年广东GDP",
    "你好",
  ])("%s gets what everybody may read", (words) => {
    expect(ask(words)).not.toHaveProperty("aside");
  });

  it("reads the command, the bot name and the rest", () => {
    expect(parse("/City@bot 深圳")).toMatchObject({ command: { name: "city" }, rest: "深圳" });
    expect(parse("你好")).toBeUndefined();
    expect(parse("/nope")).toBe("unknown");
  });
});
