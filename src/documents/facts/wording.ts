/** Sentences of our own, made from what was typed and nothing else. */
import { amount } from "../../core/say/en-amounts.ts";
import { EN_NAMES } from "../../core/say/en-names.ts";
import { english, type Lingo } from "../../core/say/lingo.ts";
import { ZH_NAMES } from "../../core/say/zh-names.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import type { Act, Figure } from "../../dataset/schema.ts";
import { quantity } from "../../text/units.ts";
import type { Found } from "./proposal.ts";
import type { Titled } from "./titled.ts";

export interface Worded {
  text: string;
  /** Undefined where something it names has no English. */
  english?: string;
}

export type Word = (found: Found, titled: Titled) => Worded;

export function createWord(dataset: Dataset): Word {
  const lingo = english(dataset);
  return (found, titled) => {
    const said = inEnglish(found, titled, lingo);
    const usable = said !== undefined && !/\p{Script=Han}/u.test(said);
    return { text: spaced(inChinese(found, titled)), ...(usable && { english: capital(said) }) };
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A space between Chinese and digits, as everywhere. */
const spaced = (text: string): string =>
  text.replaceAll(/(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=[\p{Script=Han}])/gu, " ");

const ACTS: Readonly<Partial<Record<Act, readonly [zh: string, en: string]>>> = {
  issued: ["印发", "issued"],
  published: ["公布", "published"],
  signed: ["落款", "signed"],
  started: ["起施行", "in force from"],
};

function inChinese(found: Found, titled: Titled): string {
  const { clusters, cities, role, figures, dates, numbers } = found.content;
  const cluster = clusters.map((c) => `${c}集群`).join("、");
  if (role && found.told?.task !== undefined)
    return `${titled.zh}给${listed(found)}的${cluster}任务：${found.told.task}`;
  if (role) {
    const part = role.part === undefined ? "" : `的${role.part}方面`;
    return `${titled.zh}在${cluster}${part}把${listed(found)}列为${role.label}`;
  }
  if (figures?.[0]) {
    const whose = [cities.join("、"), cluster].filter(Boolean).join("的");
    const status = ZH_NAMES.statuses[figures[0].status];
    return `${titled.zh}：${whose} ${figures[0].year} 年${status}，${figures.map(figureZh).join("，")}`;
  }
  if (dates?.[0]) {
    const [year = "", month = "", day = ""] = dates[0].date.split("-");
    return `${titled.whole}${year} 年 ${Number(month)} 月 ${Number(day)} 日${ACTS[dates[0].act]?.[0] ?? ""}`;
  }
  if (numbers?.[0] !== undefined) return `${titled.whole}的文号是${numbers[0]}`;
  if (found.told?.issuers) return `${titled.whole}由${found.told.issuers.join("、")}印发`;
  const [from, to] = found.told?.years ?? [0, 0];
  return `${titled.whole}的期限是 ${from}—${to} 年`;
}

/** 广州、深圳等; 广州、深圳、佛山这 3 市. */
function listed({ content: { cities, role } }: Found): string {
  const names = cities.join("、");
  if (role?.open === true) return `${names}等`;
  return role?.total === undefined ? names : `${names}这 ${role.total} 市`;
}

function figureZh({ measure, value, unit = "", words = "", bound, of }: Figure): string {
  const what = `${ZH_NAMES.measures[measure]}${of === undefined ? "" : `（${of}）`}`;
  if (value === undefined) return `${what}${words}`;
  const said = `${value}${unit === "%" ? "%" : ` ${unit}`}`;
  if (bound === "over") return `${what} ${said}以上`;
  if (bound === "under") return `${what} ${said}以内`;
  return `${what}${bound === "about" ? "约" : ""} ${said}`;
}

/** Names that have no English come out in Chinese: whoever asks looks for them. */
function inEnglish({ content, told }: Found, titled: Titled, lingo: Lingo): string | undefined {
  const { clusters, cities, role, figures, dates } = content;
  const cluster = clusters.map((c) => `${lingo.name(c)} cluster`).join(", ");
  const city = cities.map((c) => lingo.name(c)).join(", ");
  if (told !== undefined && told.years === undefined) return undefined;
  if (role) {
    const part = role.part === undefined ? "" : ` (${lingo.name(role.part)})`;
    const rest =
      role.open === true ? " and others" : role.total === undefined ? "" : ` (${role.total} in all)`;
    return `${titled.en}, ${cluster}${part}: ${city}${rest}; role: ${lingo.name(role.label)}`;
  }
  if (figures?.[0]) {
    const whose = [city, cluster].filter(Boolean).join(", ");
    const { year, status } = figures[0];
    return `${titled.en}, ${whose}, ${year} ${EN_NAMES.statuses[status]}: ${figures.map((f) => figureEn(f, lingo)).join(", ")}`;
  }
  if (titled.wholeEn === undefined) return undefined;
  if (dates?.[0]) return `${titled.wholeEn}: ${ACTS[dates[0].act]?.[1] ?? ""} ${dayOf(dates[0].date)}`;
  return told?.years && `${titled.wholeEn}: for ${told.years[0]}–${told.years[1]}`;
}

function figureEn({ measure, value, unit = "", words = "", bound, of }: Figure, lingo: Lingo): string {
  const what = `${EN_NAMES.measures[measure]}${of === undefined ? "" : ` (${lingo.name(of)})`}`;
  if (value === undefined) return `${what} ${lingo.name(words)}`;
  const said = amount(quantity(value, unit).value, unit, lingo);
  const ends = { over: " or more", under: " or less", about: "" };
  return `${what} ${bound === "about" ? "about " : ""}${said}${bound === undefined ? "" : ends[bound]}`;
}

const dayOf = (date: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
