/** What a chat reads about its settings. Plain answers, so that every platform shows them as it shows all others. */
import type { Answer, Block } from "../core/types.ts";
import { EXAMPLE } from "./command.ts";
import { topicName } from "./topic.ts";
import { zoneName } from "./zones.ts";

/** The settings of a chat as they are told. */
export interface Told {
  time: string;
  zone: string;
  topic: string;
  state: "active" | "off" | "gone";
  next_run_at: number;
  paused_until: number | null;
}

/** @param next texts for buttons. */
export function notice(title: string, lines: readonly string[] = [], next: readonly string[] = []): Answer {
  return {
    outcome: "clarify",
    locale: "zh-CN",
    title: { text: title, facts: [], marks: [] },
    blocks: lines.map((text): Block => ({ kind: "text", text })),
    sources: [],
    next: next.map((ask) => ({ label: ask, ask })),
    clusters: [],
    cities: [],
    facts: [],
  };
}

const wish = ({ time, zone, topic }: Told): string =>
  `每天 ${time}（${zoneName(zone)}）一条，主题：${topicName(topic)}`;

const CHANGE = "改时间或主题再写一次 /daily on，暂停写 /daily pause 7d，关闭写 /daily off。";

export const turnedOn = (told: Told): Answer =>
  notice(
    `已开启：${wish(told)}。`,
    [`第一条：${moment(told.next_run_at, told.zone)}。${CHANGE}`],
    ["/daily now", "/daily status"],
  );

export const turnedOff = (wasOn: boolean): Answer =>
  wasOn
    ? notice("已关闭，不再每天发。", ["想再开，写 /daily on。"], ["/daily on"])
    : notice("这里本来就没有开。", [`要开启，例如 ${EXAMPLE}。`], ["/daily on"]);

export const paused = (told: Told, days: number): Answer =>
  notice(
    `已暂停 ${days} 天，下一条：${moment(told.next_run_at, told.zone)}。`,
    ["想提前恢复，写 /daily on。"],
    ["/daily on", "/daily status"],
  );

export function status(told: Told | undefined): Answer {
  if (!told || told.state === "off")
    return notice(
      "这里没有开每日一条。",
      [`要开启，例如 ${EXAMPLE}；时间、时区、主题都可以不写。`],
      ["/daily on"],
    );
  if (told.state === "gone")
    return notice("每日一条停了：上次发不进这个聊天。", ["要恢复，写 /daily on。"], ["/daily on"]);
  const next = moment(told.next_run_at, told.zone);
  return told.paused_until === null
    ? notice(`开着：${wish(told)}。`, [`下一条：${next}。${CHANGE}`], ["/daily now", "/daily off"])
    : notice(`暂停中：${wish(told)}。`, [`恢复后的第一条：${next}。提前恢复写 /daily on。`], ["/daily on"]);
}

export const wrong = (problem: string, example: string): Answer =>
  notice(`${problem}${/[？。！]$/u.test(problem) ? "" : "，"}例如 ${example}`, [], ["/daily status"]);

export const noFacts = (topic: string): Answer =>
  notice(`“${topicName(topic)}”没有可以单独讲的事实，换一个主题吧，例如 ${EXAMPLE}`, [], ["/daily status"]);

export const lostTopic = (topic: string): Answer =>
  notice(`主题“${topicName(topic)}”已经不在数据里了，请换一个，例如 ${EXAMPLE}`, [], ["/daily status"]);

export const ADMINS_ONLY = notice(
  "只有群管理员能改这个聊天的设置。",
  ["谁都可以用 /fact 要一条事实。"],
  ["/fact", "/daily status"],
);

export const CANNOT_CHECK = notice("这一刻查不到你是不是管理员，设置没有改，请稍后再试。");

export const NO_STORE = notice("这一刻用不了订阅的记录，设置没有改，请稍后再试。", ["提问不受影响。"]);

export const forgotten = (had: boolean): Answer =>
  had ? notice("已删除：这个聊天的订阅、发送记录和看过的事实都清空了。") : notice("这里没有保存任何东西。");

/** What the chat itself has, before the general part. */
export const held = (told: Told | undefined): Block => ({
  kind: "text",
  text: told && told.state !== "off" ? `这个聊天存着一条订阅：${wish(told)}。` : "这个聊天现在没有订阅。",
});

/** 11 月 27 日 09:00, in the zone of the chat. */
function moment(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat("zh-CN", {
    timeZone: zone,
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? "";
  return `${of("month")} 月 ${of("day")} 日 ${of("hour")}:${of("minute")}`;
}
