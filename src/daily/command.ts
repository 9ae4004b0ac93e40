/** `/daily on 09:00 Asia/Shanghai 深圳` → what is wanted. The words may come in any order. */
import { withoutCommands } from "../text/echo.ts";
import { hanNumber } from "../text/numerals.ts";
import { toSimplified } from "../text/simplified.ts";
import type { Said, View, Words } from "./words.ts";
import { readZone } from "./zones.ts";

export type DailyCall =
  /** What is not said stays as it is, or is the default. `set`: it is on or off as it was. */
  | ({ kind: "on" | "set" } & Wish)
  | { kind: "off" | "now" }
  | { kind: "show"; view: View }
  | { kind: "pause"; days: number }
  | { kind: "wrong"; problem: Said; example: Said };

export interface Wish {
  time?: string;
  zone?: string;
  topic?: string;
}

type Verb = Exclude<DailyCall["kind"], "wrong" | "show"> | View;

const VERBS: Readonly<Record<Verb, readonly string[]>> = {
  on: ["on", "start", "subscribe", "开", "开启", "开通", "打开", "订阅", "开始"],
  off: ["off", "stop", "unsubscribe", "关", "关闭", "关掉", "停", "停止", "取消", "退订"],
  pause: ["pause", "暂停"],
  set: ["set", "改", "改成", "改为", "设", "设为"],
  now: ["now", "现在", "马上", "立即", "现在发一条"],
  settings: ["status", "settings", "状态", "查看", "设置"],
  times: ["times", "time", "时间"],
  zones: ["zones", "zone", "时区"],
  topics: ["topics", "topic", "主题"],
  clusters: ["clusters", "集群"],
  cities: ["cities", "城市"],
};

/** One width, one script, one case: what the verbs and the lengths of a pause are written in. */
const normalize = (text: string): string => toSimplified(text.normalize("NFKC")).toLowerCase();

/** The same in every language. */
const always =
  (text: string): Said =>
  () =>
    text;
const TIME_EXAMPLE = always("/daily on 09:00");
const ZONE_EXAMPLE = always("/daily on 09:00 Asia/Shanghai");
const PAUSE_EXAMPLE = always("/daily pause 7d");
const WHOLE_EXAMPLE: Said = ({ words }) => words.example;

/** @param text what stands after /daily. */
export function parseDaily(text: string): DailyCall {
  const [first, ...rest] = withoutCommands(text.normalize("NFKC")).split(/\s+/u).filter(Boolean);
  if (first === undefined) return { kind: "show", view: "settings" };
  const verb = verbOf(normalize(first));
  switch (verb) {
    case "on":
    case "set":
      return readWish(verb, rest);
    case "pause":
      return readPause(rest.join(""));
    case "off":
    case "now":
      return { kind: verb };
    case "times":
    case "zones":
    case "topics":
      // /daily time 08:00 says already what is wanted.
      return rest.length > 0 ? readWish("set", rest) : { kind: "show", view: verb };
    case "settings":
    case "clusters":
    case "cities":
      return { kind: "show", view: verb };
    case undefined:
      return glued(first, rest) ?? wrong((p) => p.usage({ word: first.slice(0, 12) }), WHOLE_EXAMPLE);
  }
}

const verbOf = (word: string): Verb | undefined =>
  (Object.keys(VERBS) as Verb[]).find((verb) => VERBS[verb].includes(word));

/** 暂停7天 without a space; /daily 09:00 without a verb means on. */
function glued(first: string, rest: readonly string[]): DailyCall | undefined {
  const pause = /^(?:pause|暂停)(.+)$/u.exec(normalize(first))?.[1];
  if (pause !== undefined) return readPause(pause + rest.join(""));
  return readTime(first) === undefined ? undefined : readWish("on", [first, ...rest]);
}

const wrong = (problem: (problems: Words["problems"]) => string, example: Said): DailyCall => ({
  kind: "wrong",
  problem: ({ words }) => problem(words.problems),
  example,
});

/** `zone:Asia/Tokyo topic:深圳`: what stands behind such a word is that, and is not taken for anything else. */
type Field = keyof Wish;
const LABEL = /^(?:(time|时间|時間)|(zone|时区|時區)|(topic|主题|主題)):(.*)$/iu;

/** A word, and what it was said to be. */
type Part = readonly [field: Field | undefined, word: string];

function partsOf(words: readonly string[]): Part[] {
  const parts: [field: Field | undefined, words: string[]][] = [[undefined, []]];
  for (const word of words) {
    const [, time, zone, , rest] = LABEL.exec(word) ?? [];
    if (rest === undefined) parts.at(-1)?.[1].push(word);
    else parts.push([time ? "time" : zone ? "zone" : "topic", rest === "" ? [] : [rest]]);
  }
  return parts.flatMap(([field, said]): Part[] => {
    const joined = field === "zone" || field === "topic" ? said : joinedHours(said);
    return field === undefined ? joined.map((word) => [field, word]) : [[field, joined.join(" ")]];
  });
}

/** @returns `false` too for what was said to be this and is not. */
function readAs(
  own: Field,
  [field, word]: Part,
  read: (word: string) => string | false | undefined,
): string | false | undefined {
  if (field === own) return read(word) ?? false;
  return field === undefined ? read(word) : undefined;
}

/** 东京 is a zone where it was said to be one; by itself it is 东京时间. */
const readNamedZone = (word: string): string | false | undefined => readZone(word) ?? readZone(`${word}时间`);

function readWish(kind: "on" | "set", words: readonly string[]): DailyCall {
  const wish: Wish = {};
  const topic: string[] = [];
  for (const part of partsOf(words)) {
    const [, word] = part;
    const time = readAs("time", part, readTime);
    const zone = time === undefined ? readAs("zone", part, part[0] ? readNamedZone : readZone) : undefined;
    if (time === false) return wrong((p) => p.time({ word: word.slice(0, 12) }), TIME_EXAMPLE);
    if (zone === false) return wrong((p) => p.zone({ word: word.slice(0, 30) }), ZONE_EXAMPLE);
    if (time !== undefined && wish.time !== undefined) return wrong((p) => p.twoTimes, TIME_EXAMPLE);
    if (time !== undefined) wish.time = time;
    else if (zone !== undefined) wish.zone = zone;
    else topic.push(word);
  }
  return { kind, ...wish, ...(topic.length > 0 && { topic: topic.join(" ") }) };
}

/** 9 am is one time, and so is 早上 9 点. */
function joinedHours(words: readonly string[]): string[] {
  const text = words.join(" ");
  return text
    .replace(/(\d) (am|pm)\b/giu, "$1$2")
    .replace(/(早上|上午|中午|下午|晚上|早|晚) (?=\d)/gu, "$1")
    .replace(/(\d) ?[点點](?: ?(半|\d{1,2}分?(?= |$)))?/gu, "$1点$2")
    .split(" ")
    .filter(Boolean);
}

const CLOCK =
  /^(早上|上午|中午|下午|晚上|早|晚)?(\d{1,2})(?:[:：.](\d{1,3})|点(?:(半)|(\d{1,2})分?)?|h)?(am|pm)?$/iu;
const BARE = /^(\d{2})(\d{2})$/u;

/** @returns HH:MM; `false` for what looks like a time and is none; undefined for anything else. */
export function readTime(word: string): string | false | undefined {
  const bare = BARE.exec(word);
  if (bare) return inDay(Number(bare[1]), Number(bare[2]));
  const clock = CLOCK.exec(word);
  if (!clock) return /^-?\d+[:：.]\S*$/u.test(word) ? false : undefined;
  const [, part = "", hours = "", minutes, half, after, twelve = ""] = clock;
  // A number alone may be anything.
  if (word === hours) return false;
  return inDay(hourOf(Number(hours), part, twelve.toLowerCase()), half ? 30 : Number(minutes ?? after ?? 0));
}

function hourOf(hour: number, part: string, twelve: string): number {
  const isLate = twelve === "pm" || /^(?:下午|晚上|晚)$/u.test(part);
  if (isLate && hour < 12) return hour + 12;
  return twelve === "am" && hour === 12 ? 0 : hour;
}

const inDay = (hour: number, minute: number): string | false =>
  hour < 24 && minute < 60 ? `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}` : false;

const MOST_DAYS = 365;
const UNIT_DAYS: Readonly<Record<string, number>> = {
  d: 1,
  天: 1,
  日: 1,
  w: 7,
  周: 7,
  星期: 7,
  m: 30,
  月: 30,
};
const PAUSE = /^(\d{1,4}|\p{Script=Han}{1,3}?)个?(d|天|日|w|周|星期|m|月)(?:ays?|eeks?|onths?)?$/u;

function readPause(text: string): DailyCall {
  const plain = normalize(text).replaceAll(" ", "");
  if (plain === "") return wrong((p) => p.howLong, PAUSE_EXAMPLE);
  const found = PAUSE.exec(/^\d+$/u.test(plain) ? `${plain}d` : plain);
  const count = found && (Number(found[1]) || hanNumber(found[1] ?? ""));
  const days = found && count ? count * (UNIT_DAYS[found[2] ?? ""] ?? 1) : undefined;
  if (days === undefined) return wrong((p) => p.length({ word: text.slice(0, 12) }), PAUSE_EXAMPLE);
  if (days > MOST_DAYS) return wrong((p) => p.tooLong({ days: MOST_DAYS }), PAUSE_EXAMPLE);
  return { kind: "pause", days };
}
