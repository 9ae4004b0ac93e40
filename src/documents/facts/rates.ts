/** Shares and growth: per cents of something, which the words before them name. */
import type { Extraction } from "../../dataset/extraction.ts";
import { type Head, type Measured, ownerOf } from "./measured.ts";
import type { MeasureTests } from "./measure-tests.ts";
import type { Subject } from "./subject.ts";

/** What a per cent is of, without its value. */
export type Rate = Omit<Measured, "at">;

export interface Rates {
  /** @param last the figure before it in the sentence: 营业收入约 300 亿元，占全国的 5%. */
  of(left: string, last: Head | undefined): Rate | undefined;
  /** 营业收入年均增速与全省经济社会发展增速基本同步. */
  inWords(text: string): Measured[];
  /** What grows, so that what follows may be of it: 营业收入年均增长 10%，达到 800 亿元. */
  grower(left: string): Head | undefined;
}

export function createRates(
  { pace, grows, yearly, nearly, entire }: Extraction["figures"],
  tests: MeasureTests,
  headOf: (left: string) => Head | undefined,
  subjectOf: (text: string) => Subject,
): Rates {
  // 年主营业务收入 grows as 主营业务收入 does.
  const nameOf = ({ of = "", word }: Head): string =>
    of === word ? word : `${of}${word.replace(/^年/u, "")}`;

  const grown = new RegExp(`(?:${grows.join("|")})$`, "u");

  /** 三市合计占九成: of what was told before it for all of the province. */
  const shareOfLast = (left: string, last: Head | undefined): Rate | undefined => {
    const { subject, nearly: near = "" } = tests.shareOfLast.exec(left)?.groups ?? {};
    const bound = nearly[near];
    if (subject === undefined || last === undefined || last.cities.length > 0) return undefined;
    const { of, cities, doubts } = subjectOf(subject);
    if (of !== undefined || cities.length === 0) return undefined;
    return {
      measure: "share",
      of: `${nameOf(last)}占${entire}`,
      clusters: last.clusters,
      cities,
      doubts,
      ...(bound && { bound }),
    };
  };

  const share = (left: string, last: Head | undefined): Rate | undefined => {
    const { subject = "", whole = "", nearly: near = "" } = tests.share.exec(left)?.groups ?? {};
    const bound = nearly[near];
    const about = bound === undefined ? {} : { bound };
    if (whole === "") return undefined;
    if (subject === "")
      return last && { measure: "share", of: `${nameOf(last)}占${whole}`, ...ownerOf(last), ...about };
    const { of, ...owner } = subjectOf(subject);
    if (of === undefined) return undefined;
    const head = headOf(subject);
    const plain = head === undefined ? grown.test(of) : head.doubts.length === 0;
    const doubts = plain ? owner.doubts : [...owner.doubts, "what it is a share of is not plain"];
    return { measure: "share", of: `${of}占${whole}`, ...owner, doubts, ...about };
  };

  /** 深加工产值占比. */
  const partly = (left: string): Rate | undefined => {
    const found = tests.partly.exec(left)?.groups;
    const { of, ...owner } = subjectOf(found?.["subject"] ?? "");
    return found && of !== undefined ? { measure: "share", of, ...owner } : undefined;
  };

  /** 研发投入年均增长: no measure of ours, but its growth is told. */
  const other = (subject: string, counted: string): Rate | undefined => {
    const { of, ...owner } = subjectOf(subject);
    return of !== undefined && grown.test(of)
      ? { measure: "growth", of: `${of}${counted}`, ...ownerOf(owner) }
      : undefined;
  };

  const risen = (left: string): Rate | undefined => {
    const head = headOf(tests.rise.exec(left)?.groups?.["subject"] ?? "");
    return head && { measure: "growth", of: `${nameOf(head)}${yearly}`, ...ownerOf(head), yearly: true };
  };

  const growth = (left: string, last: Head | undefined): Rate | undefined => {
    if (last && tests.grew.test(left))
      return { measure: "growth", of: `${nameOf(last)}${yearly}`, ...ownerOf(last), yearly: true };
    const found = tests.growth.exec(left)?.groups;
    const counted = pace[found?.["pace"] ?? ""];
    if (!found || counted === undefined) return risen(left);
    const subject = found["subject"] ?? "";
    const head = subject === "" ? last : headOf(subject);
    if (!head) return other(subject, counted);
    const through = counted !== yearly && { through: true as const };
    return { measure: "growth", of: `${nameOf(head)}${counted}`, ...ownerOf(head), ...through };
  };

  return {
    of(said, last) {
      const left = said.replace(/^[、和与及]/u, "");
      return partly(left) ?? share(left, last) ?? shareOfLast(left, last) ?? growth(left, last);
    },
    grower(left) {
      const { subject = "" } = (tests.growth.exec(left) ?? tests.rise.exec(left))?.groups ?? {};
      return headOf(subject.replace(tests.against, ""));
    },
    inWords(text) {
      const found = tests.same.exec(text);
      const { subject = "", pace: said = "", words = "" } = found?.groups ?? {};
      const head = found ? headOf(subject) : undefined;
      const counted = pace[said];
      if (!found || !head || counted === undefined) return [];
      const at = found.index + found[0].length;
      // 高于全省增速 3 个百分点: it says more than that.
      if (/^\d/u.test(text.slice(at))) return [];
      return [{ measure: "growth", words, of: `${nameOf(head)}${counted}`, ...ownerOf(head), at }];
    },
  };
}
