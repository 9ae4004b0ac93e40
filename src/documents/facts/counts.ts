/** What is counted: 打造 10 家以上百亿级企业, 建成示范项目 10 个以上, 公用充电桩超过 21 万个. */
import type { Extraction } from "../../dataset/extraction.ts";
import type { Amount } from "./amounts.ts";
import { measured, type Measured, ownerOf, valuesOf } from "./measured.ts";
import type { MeasureTests } from "./measure-tests.ts";
import type { Subject } from "./subject.ts";

/** @param listed whether something else was counted just before it. */
export type Count = (left: string, right: string, amount: Amount, listed: boolean) => Measured[];

interface Counted {
  noun: string;
  subject: Subject;
  /** Words before it that are no subject of its own. */
  strange?: string;
}

export function createCounts(
  figures: Extraction["figures"],
  tests: MeasureTests,
  subjectOf: (text: string) => Subject,
): Count {
  const verbal = new RegExp(figures.verbal.join("|"), "u");
  const became = new RegExp(`(?:${figures.verbal.join("|")})+$`, "u");
  const cut = new RegExp(figures.notCounted.join("|"), "u");
  const makes = new RegExp(`^(?:${[...figures.makes, ...figures.acts].join("|")})`, "u");
  const madeBy = (before: string, noun: string): Counted => {
    const { of: strange, ...subject } = subjectOf(before);
    return { noun, subject, ...(strange !== undefined && { strange }) };
  };
  /** Behind a verb of making the noun follows the number, or stands between them. */
  const nounOf = (left: string, right: string, listed: boolean): Counted | undefined => {
    const goesOn = listed && /[、和与及]$/u.test(left);
    if (goesOn || tests.makes.test(left)) {
      const noun = (tests.noun.exec(right) ?? tests.long.exec(right))?.groups?.["noun"];
      if (noun === undefined) return undefined;
      const made = madeBy(goesOn ? "" : left.replace(tests.makes, ""), noun);
      return tests.also.test(right) ? { ...made, strange: right } : made;
    }
    const made = tests.made.exec(left);
    const noun = made?.groups?.["noun"];
    if (made && noun !== undefined) return madeBy(left.slice(0, made.index), noun);
    const more = listed ? tests.more.exec(left)?.groups?.["noun"] : undefined;
    if (more !== undefined && !makes.test(more)) return { noun: more, subject: subjectOf("") };
    const counting = tests.counting.exec(left)?.groups?.["noun"];
    const subject = subjectOf(counting ?? left.replace(/^[、和与及]/u, ""));
    if (counting === undefined && !tests.standing.test(subject.of ?? "")) return undefined;
    if (subject.of === undefined) return undefined;
    return { noun: subject.of, subject, ...(makes.test(subject.of) && { strange: subject.of }) };
  };
  return (left, right, amount, listed) => {
    const found = nounOf(left, right, listed);
    if (!found || tests.not.test(found.noun)) return [];
    const named = found.noun.replaceAll(/[“”"]|^的/gu, "");
    const of = named.replace(became, "") || named;
    const owner = ownerOf(found.subject);
    const plain = (!verbal.test(of) || of.includes("的")) && found.strange === undefined && !cut.test(of);
    const doubts = plain ? owner.doubts : [...owner.doubts, "what is counted is not plain"];
    const measure = tests.enterprise.test(of) ? "enterprises" : "count";
    return valuesOf(amount, figures).map((v) => measured(measure, of, { ...owner, doubts }, v, amount.start));
  };
}
