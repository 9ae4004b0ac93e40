/** The words of `figures` in data/extraction.json as expressions over what stands before and behind an amount. */
import type { Extraction } from "../../dataset/extraction.ts";
import type { Measure } from "../../dataset/schema.ts";

/** The longest first, so that 年均复合 is not read as 年均. */
export const anyOf = (words: readonly string[]): string =>
  `(?:${words.toSorted((a, b) => b.length - a.length).join("|")})`;

export type MeasureTests = ReturnType<typeof createTests>;

export function createTests(figures: Extraction["figures"]) {
  const bounds = Object.values(figures.bounds).flatMap((b) => b.before);
  const one = anyOf([...figures.verbs, ...bounds]);
  const verb = `${one}*`;
  /** 由 2020 年的 … 提高到 2025 年的. */
  const dated = `(?:${one}|[由从到至]?20\\d\\d年[底末]?的?)*`;
  const measures = Object.entries(figures.measures);
  const words = anyOf(measures.flatMap(([, surfaces]) => surfaces));
  const pace = anyOf(Object.keys(figures.pace));
  const rise = anyOf(figures.growth);
  const against = `(?:${figures.compared.before.join("|")})`;
  const near = anyOf(Object.keys(figures.nearly));
  const make = `${anyOf(figures.makes)}出?`;
  const makes = `${make}(?:[和与及或、并]?${make})*`;
  return {
    measures: measures.map(([measure, surfaces]) => {
      const expression = `^(?<subject>.*?)(?<!\\d)(?<word>${anyOf(surfaces)})${anyOf(figures.total)}?${dated}$`;
      return [measure as Measure, new RegExp(expression, "u")] as const;
    }),
    /** 营业收入、工业增加值分别达到. */
    respectively: new RegExp(`^(?<heads>.+?)分别${verb}$`, "u"),
    /** Between measures of a list, not within 生物医药与健康. */
    /** 产业规模和增加值力争超, without 分别. */
    several: new RegExp(`^(?<heads>.+?(?<=${words})(?:、|和|与|及).+?(?<=${words}))${verb}$`, "u"),
    scaled: new RegExp(`(?<=.|^)${anyOf(figures.scaled)}的?$`, "u"),
    next: new RegExp(`(?<=${words})(?:、|和|与|及)`, "u"),
    share: new RegExp(
      `^(?<subject>.*?)(?<nearly>${near})?占(?<whole>[^占]{2,20}?)的?${anyOf(figures.share)}?${verb}$`,
      "u",
    ),
    shareOfLast: new RegExp(`^(?<subject>.+?)(?<nearly>${near})?占${verb}$`, "u"),
    against: new RegExp(`${against}20\\d\\d年[底末]?$`, "u"),
    partly: new RegExp(`^(?<subject>.+?)占比${verb}$`, "u"),
    /** 增长 15%, of what stands before it. */
    grew: new RegExp(`^(?:实现)?${rise}${verb}$`, "u"),
    growth: new RegExp(`^(?<subject>.*?)(?<pace>${pace})${rise}?${verb}$`, "u"),
    /** 营业收入增速达到 15%: over which years it does not say. */
    rise: new RegExp(`^(?<subject>.+?)(?:的|实现)?${rise}${verb}$`, "u"),
    same: new RegExp(`(?<subject>[^,;:]*?)(?<pace>${pace})${rise}(?<words>${anyOf(figures.same)})`, "u"),
    /** 2022 年达到, 其中安全应急产业约: the measure is the one before. */
    again: new RegExp(`^${dated}$`, "u"),
    within: new RegExp(`^其中,?(?<subject>[^,]{2,16}?)${verb}$`, "u"),
    /** 其中机床 600 亿元、船舶 1200 亿元. */
    too: new RegExp(`^[、和与及]?(?<subject>[^,、\\d]{2,16}?)${verb}$`, "u"),
    /** 营业收入较 2020 年翻一番, 产业规模持续扩大: how much stands in the clause behind it. */
    moved: new RegExp(
      `^(?<head>.+?)(?:${against}20\\d\\d年[底末]?|在20\\d\\d年[底末]?的?基础上)?(?:${figures.moved.join("|")})$`,
      "u",
    ),
    counted: new Set(figures.counted),
    makes: new RegExp(`${makes}${verb}$`, "u"),
    made: new RegExp(`${makes}(?<noun>[^,;:、]{2,24}?)(?:数量|总数|数)?${verb}$`, "u"),
    counting: new RegExp(`^(?<noun>[^,;:、]{2,30}?)(?:数量|总数|数)?${one}+$`, "u"),
    /** 建成基地 3 个、园区 5 个: what is made is told once. */
    more: new RegExp(
      `^(?:其中,?|[、和与及])?(?<noun>[\\p{Script=Han}\\d]{2,20}?)(?:数量|总数|数)?${verb}$`,
      "u",
    ),
    /** 建设 10 个以上加工基地、原料基地: all of these are ten. */
    also: /^[^,;:。、]*、[^\d,;:。]*(?:[,;:。]|$)/u,
    noun: /^(?<noun>[^,;:。、\d]{2,24}?)(?=[,;:。、]|和\d|$)/u,
    long: /^(?<noun>[^,;:。、]{2,24}?)(?=[,;:。、]|$)/u,
    not: new RegExp(`(?:${figures.not.join("|")})$`, "u"),
    enterprise: new RegExp(`${anyOf(figures.enterprise)}$`, "u"),
    /** 规上企业 620 家: what stands there and needs no verb. */
    standing: new RegExp(`^${anyOf(figures.standing)}.*${anyOf(figures.enterprise)}$`, "u"),
    /** 投资 10 亿元以上的项目: it says which projects. */
    attributive: new RegExp(
      `^的(?!${anyOf(figures.share)})\\p{Script=Han}|^${anyOf(figures.enterprise)}`,
      "u",
    ),
  };
}
