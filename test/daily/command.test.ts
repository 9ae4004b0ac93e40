/** How people write /daily. */
import { describe, expect, it } from "vitest";
import { parseDaily } from "../../src/daily/command.ts";
import { createTongues } from "../../src/daily/tongues.ts";
import { dataset } from "../support/bot.ts";

const tongues = createTongues(dataset);

describe("/daily", () => {
  it.each([
    ["", { kind: "show", view: "settings" }],
    ["on", { kind: "on" }],
    ["on 09:00", { kind: "on", time: "09:00" }],
    ["on 8:30 Asia/Tokyo 深圳", { kind: "on", time: "08:30", zone: "Asia/Tokyo", topic: "深圳" }],
    ["on 深圳 asia/tokyo 8:30", { kind: "on", time: "08:30", zone: "Asia/Tokyo", topic: "深圳" }],
    ["開啟 晚上 9 点半 半導體", { kind: "on", time: "21:30", topic: "半導體" }],
    ["on 9 pm", { kind: "on", time: "21:00" }],
    ["on 0930", { kind: "on", time: "09:30" }],
    ["on ９：３０", { kind: "on", time: "09:30" }],
    ["on 12am UTC", { kind: "on", time: "00:00", zone: "UTC" }],
    ["on 7点 北京时间 支柱", { kind: "on", time: "07:00", zone: "Asia/Shanghai", topic: "支柱" }],
    ["on 09:00 utc+8", { kind: "on", time: "09:00", zone: "Etc/GMT-8" }],
    ["09:00 深圳", { kind: "on", time: "09:00", topic: "深圳" }],
    ["on time:9 pm zone:tokyo topic:深圳", { kind: "on", time: "21:00", zone: "Asia/Tokyo", topic: "深圳" }],
    [
      "on 時間： 9点 时区：東京 主题： 广东 汽车",
      { kind: "on", time: "09:00", zone: "Asia/Tokyo", topic: "广东 汽车" },
    ],
    ["on topic:09:00", { kind: "on", topic: "09:00" }],
    ["off", { kind: "off" }],
    ["退訂", { kind: "off" }],
    ["pause 7d", { kind: "pause", days: 7 }],
    ["pause 7", { kind: "pause", days: 7 }],
    ["暂停 两周", { kind: "pause", days: 14 }],
    ["暫停3天", { kind: "pause", days: 3 }],
    ["NOW", { kind: "now" }],
    ["状态", { kind: "show", view: "settings" }],
    ["set 12:00", { kind: "set", time: "12:00" }],
    ["时间 7点半", { kind: "set", time: "07:30" }],
    ["topics", { kind: "show", view: "topics" }],
  ])("%s", (text, call) => {
    expect(parseDaily(text)).toEqual(call);
  });

  it.each([
    ["on 25:00", /“25:00”不是一天里的时间/u, "/daily on 09:00"],
    ["on 7:70", /“7:70”/u, "/daily on 09:00"],
    ["on 8", /“8”/u, "/daily on 09:00"],
    ["on 09:00 10:00", /两个时间/u, "/daily on 09:00"],
    ["on 09:00 Mars/Base", /“Mars\/Base”这个时区/u, "/daily on 09:00 Asia/Shanghai"],
    ["on 09:00 UTC+30", /“UTC\+30”这个时区/u, "/daily on 09:00 Asia/Shanghai"],
    ["on 09:00 火星时间", /“火星时间”这个时区/u, "/daily on 09:00 Asia/Shanghai"],
    ["on zone:foo", /没有“foo”这个时区/u, "/daily on 09:00 Asia/Shanghai"],
    ["on zone:New York", /没有“New York”这个时区/u, "/daily on 09:00 Asia/Shanghai"],
    ["on zone:09:00", /没有“09:00”这个时区/u, "/daily on 09:00 Asia/Shanghai"],
    ["on time:foo", /“foo”不是一天里的时间/u, "/daily on 09:00"],
    ["on time:Asia/Tokyo", /“Asia／Tokyo”不是|“Asia\/Tokyo”不是/u, "/daily on 09:00"],
    ["on time:9:00 10:00", /“9:00 10:00”不是/u, "/daily on 09:00"],
    ["pause", /多久/u, "/daily pause 7d"],
    ["pause soon", /“soon”/u, "/daily pause 7d"],
    ["pause 0d", /“0d”/u, "/daily pause 7d"],
    ["pause 900d", /365 天/u, "/daily pause 7d"],
    ["whatever", /“\/daily whatever”/u, "/daily on 09:00 Asia/Shanghai 深圳"],
  ])("%s is wrong: says what, and gives an example", (text, problem, example) => {
    const call = parseDaily(text);
    if (call.kind !== "wrong") throw new Error(`${text} was taken`);
    expect(call.problem(tongues["zh-CN"])).toMatch(problem);
    expect(call.example(tongues["zh-CN"])).toBe(example);
  });

  it.each(["zh-CN", "zh-TW", "en"] as const)(
    "gives only examples that it understands itself: %s",
    (locale) => {
      for (const text of ["on 25:00", "on 09:00 Mars/Base", "pause", "whatever"]) {
        const call = parseDaily(text);
        if (call.kind === "wrong")
          expect(parseDaily(call.example(tongues[locale]).replace("/daily ", "")).kind).not.toBe("wrong");
      }
    },
  );

  it.each([
    ["東京時間", "Asia/Tokyo"],
    ["东京时间", "Asia/Tokyo"],
    ["tokyo", "Asia/Tokyo"],
    ["Beijing", "Asia/Shanghai"],
  ])("knows the zone %s", (word, zone) => {
    expect(parseDaily(`on 09:00 ${word}`)).toEqual({ kind: "on", time: "09:00", zone });
  });
});
