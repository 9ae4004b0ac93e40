/** City basics: plate, area code, region, metropolitan area, nicknames, members of a set of cities. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { AskWord } from "../../dataset/language.ts";
import type { City, Fact } from "../../dataset/schema.ts";
import { claim, type Draft } from "../compose.ts";
import { asksFor, type Frame, has } from "../frame.ts";
import { profileOf } from "./overview.ts";

const LINES: Partial<Record<AskWord, (city: City) => string>> = {
  plate: (c) => `${c.full}的车牌是${c.plate}`,
  "area-code": (c) => `${c.full}的电话区号是 ${c.areaCode}`,
  region: (c) => `${c.full}属${c.region}`,
  metro: (c) => `2023 年都市圈规划里，${c.full}的归属是：${c.metro}`,
  "english-name": (c) => `${c.full}的英文名是 ${c.english}`,
};

/** @returns undefined where the question is not about a city's basics. */
export function profileReply(dataset: Dataset, frame: Frame): Draft | undefined {
  if (frame.clusters.length > 0) return undefined;
  if (frame.nicknames.length > 0 && has(frame, "yesno")) return nicknameVerdict(dataset, frame);
  if (frame.set !== undefined) return setReply(dataset, frame, frame.set);
  if (asksFor(frame, "nickname")) return nicknameReply(dataset, frame);
  const ask = frame.asks.find((a) => LINES[a] !== undefined);
  const line = ask && LINES[ask];
  const cities = frame.cities.flatMap((id) => dataset.city.get(id) ?? []);
  if (!line || cities.length === 0) return undefined;
  return {
    outcome: "answer",
    title: {
      text: `${cities.map(line).join("；")}。`,
      facts: cities.flatMap((c) => profileOf(dataset, c.id)),
    },
    cities: frame.cities,
    next: frame.cities.slice(0, 2).map((c) => `/city ${c}`),
  };
}

/** 鹏城是哪里; 粤B 是哪个城市. */
export function identityReply(dataset: Dataset, frame: Frame, city: string): Draft {
  const [nickname] = frame.nicknames;
  const told = (dataset.factsOfCity.get(city) ?? []).filter(
    (f) => nickname && f.text.includes(nickname.surface),
  );
  const facts = [...told.slice(0, 1), ...profileOf(dataset, city)].slice(0, 1);
  return {
    outcome: "answer",
    title: { text: `${facts[0]?.text ?? city}。`, facts },
    cities: [city],
    next: [`/city ${city}`],
  };
}

function setReply(dataset: Dataset, frame: Frame, set: string): Draft | undefined {
  const members = dataset.aliases.sets.find((s) => s.id === set)?.cities ?? [];
  const facts = members.flatMap((c) => profileOf(dataset, c));
  if (frame.named.length > 0) return belongsReply(dataset, frame, set, members);
  const wants = asksFor(frame, "which-city", "members", "overview") || has(frame, "count");
  if (!wants && frame.asks.length > 0) return undefined;
  return {
    outcome: "answer",
    title: { text: `${set}指 ${members.length} 个市：${members.join("、")}。`, facts },
    cities: members,
    next: members.slice(0, 3).map((c) => `/city ${c}`),
  };
}

/** 梅州属于粤东吗. */
function belongsReply(
  dataset: Dataset,
  frame: Frame,
  set: string,
  members: readonly string[],
): Draft | undefined {
  if (!has(frame, "yesno")) return undefined;
  const inside = frame.named.every((c) => members.includes(c));
  const regions = frame.named.map((c) => `${c}属${dataset.city.get(c)?.region ?? ""}`).join("，");
  return {
    outcome: "answer",
    title: {
      text: `${inside ? "是" : "不是"}：按我们的城市资料，${regions}；${set}指${members.join("、")}。`,
      facts: frame.named.flatMap((c) => profileOf(dataset, c)),
    },
    cities: frame.named,
    next: frame.named.slice(0, 2).map((c) => `/city ${c}`),
  };
}

/** 中国瓷都是佛山吗: whose name that is in the facts; where only our own list knows it, that is said. */
function nicknameVerdict(dataset: Dataset, frame: Frame): Draft | undefined {
  const [nickname] = frame.nicknames;
  if (!nickname) return undefined;
  const fact = dataset.facts.find(
    (f) => f.cities.includes(nickname.city) && f.text.includes(nickname.surface),
  );
  if (!fact) return undefined;
  const same = frame.named.every((c) => c === nickname.city);
  return {
    outcome: "answer",
    title: { text: `${same !== frame.negated ? "是" : "不是"}：${fact.text}。`, facts: [fact] },
    cities: [nickname.city],
    next: [`/city ${nickname.city}`],
  };
}

function nicknameReply(dataset: Dataset, frame: Frame): Draft | undefined {
  const [city] = frame.cities;
  if (city === undefined) return undefined;
  const facts = (dataset.factsOfCity.get(city) ?? []).filter((f): f is Fact => f.topics.includes("nickname"));
  const [first, ...rest] = facts;
  const linked = (dataset.aliases.cities.find((c) => c.id === city)?.names ?? []).filter(
    (n) => /^\p{Script=Han}{1,5}$/u.test(n) && !n.startsWith(city),
  );
  if (!first) {
    return {
      outcome: "unknown",
      title: {
        text: `我们手上的文件没有写${city}的别称；提问时我们认得：${linked.join("、") || city}（我们自己的对应，不是文件的说法）。`,
        facts: [],
      },
      cities: [city],
      next: [`/city ${city}`],
    };
  }
  return {
    outcome: "answer",
    title: { text: `${first.text}。`, facts: [first] },
    blocks: rest.length > 0 ? [{ kind: "facts", items: rest.map(claim) }] : [],
    cities: [city],
    next: [`/city ${city}`],
  };
}
