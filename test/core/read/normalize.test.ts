import { describe, expect, it } from "vitest";
import { createNormalizer, sentences } from "../../../src/core/read/normalize.ts";
import { dataset } from "../../support/bot.ts";

const normalize = createNormalizer(dataset);

describe("normalize", () => {
  it.each([
    ["半導體與積體電路", "半导体与集成电路"],
    ["軟體與資訊服務", "软件与信息服务"],
    ["晶片 雷射 機械人", "芯片 激光 机器人"],
    ["係唔係核心", "是不是核心"],
    ["ＩＣ　２０２５年", "ic 2025年"],
    ["Semiconductor", "semiconductor"],
    ["制造业“十四五”规划", "制造业十四五规划"],
    ["“稳”和“进”", '"稳"和"进"'],
    ["2021—2025", "2021-2025"],
    ["@YuequnBot 半导体", "半导体"],
    ["<@!123456> 半导体 😀🇨🇳", "半导体"],
    ["汽⻋集群", "汽车集群"],
    ["江⻔ ⻛电", "江门 风电"],
    ["軟體", "软件"],
    ["軟體機器人", "软体机器人"],
  ])("reads %s as %s", (text, clean) => {
    expect(normalize(text)).toBe(clean);
  });

  it("keeps 核心: it is not turned into 内核 on the way from Traditional", () => {
    expect(normalize("核心")).toBe("核心");
  });

  it("drops control characters, right-to-left marks and zero-width spaces", () => {
    expect(normalize("半\u202e导\u0007体\u200b核\u001b[31m心")).toBe("半导体核[31m心");
  });

  it("never lengthens a text without bound", () => {
    expect(normalize("﷽".repeat(10_000)).length).toBeLessThan(100_000);
  });
});

describe("sentences", () => {
  it("tells questions from statements", () => {
    expect(sentences("你好。深圳呢？")).toEqual([
      { text: "你好", asked: false },
      { text: "深圳呢", asked: true },
    ]);
  });
});
