/** The commands that set something or tell what is set: each with its texts, what it does, and what it says elsewhere. */
import type { Guest } from "../core/commands.ts";
import type { Answer, Locale, Question } from "../core/types.ts";
import { parseDaily } from "./command.ts";
import type { LanguageSetting } from "./language.ts";
import * as notices from "./notices.ts";
import type { Guard, Place } from "./place.ts";
import type { Records } from "./records.ts";
import type { Subscribing } from "./subscribing.ts";
import { speechIn } from "./tongues.ts";
import type { Speech } from "./words.ts";

/** What the commands are done with. */
export interface Desk {
  subscribing: Subscribing;
  language: LanguageSetting;
  records: Records;
}

/** A command given in a chat that has settings. */
export interface SettingCall {
  place: Place;
  /** What stands behind the command. */
  rest: string;
  question: Question;
  guard: Guard;
}

export interface SettingCommand extends Guest {
  run: (desk: Desk, call: SettingCall) => Promise<Answer>;
  /** What it says without a store; unless given, that there is none. */
  withoutStore?: (desk: Desk, speech: Speech) => Answer;
}

const settingIsElsewhere =
  (example: string) =>
  (locale: Locale): Answer =>
    notices.elsewhere(speechIn(locale), example);

export const SETTINGS: readonly SettingCommand[] = [
  {
    name: "daily",
    zhName: "每日",
    group: "chat",
    argument: "schedule",
    zh: "每天一条政策事实：开启、关闭、暂停、状态",
    en: "One policy fact a day: on, off, pause, status",
    example: "/daily on 09:00",
    exampleEn: "/daily on 09:00",
    wishes: { subscribe: "/daily on 09:00", unsubscribe: "/daily off" },
    run: ({ subscribing }, { place, rest, guard }) => subscribing(place, parseDaily(rest), guard),
    elsewhere: settingIsElsewhere("/daily on 09:00"),
  },
  {
    name: "language",
    zhName: "语言",
    aliases: ["语言", "語言"],
    group: "chat",
    argument: "language",
    zh: "用什么语言回答：简体、繁体、英文，或自动",
    en: "The language of answers: zh, tw, en or auto",
    example: "/language en",
    exampleEn: "/language en",
    run: ({ language }, { place, rest, question, guard }) => language.command(place, rest, question, guard),
    elsewhere: (locale) => notices.spoken(speechIn(locale)),
  },
  {
    name: "forget",
    zhName: "删除记录",
    group: "chat",
    argument: "none",
    zh: "删除这个聊天的全部记录",
    en: "Delete everything stored about this chat",
    example: "/forget",
    exampleEn: "/forget",
    run: ({ records }, { place, guard }) => guard(() => records.forget(place)),
    elsewhere: (locale) => notices.forgotten(speechIn(locale), false),
  },
  {
    name: "privacy",
    zhName: "隐私",
    group: "bot",
    argument: "none",
    zh: "这个机器人记下什么",
    en: "What this bot stores",
    example: "/privacy",
    exampleEn: "/privacy",
    run: ({ records }, { place }) => records.tell(place),
    // Only on platforms there are people whose texts could be kept.
    elsewhere: (locale) => notices.privacy(speechIn(locale), { texts: false, turns: false }),
    withoutStore: ({ records }, speech) => records.general(speech),
  },
];
