/** What is counted: 打造 10 家以上百亿级企业, 建成示范项目 10 个以上, 公用充电桩超过 21 万个. */
import type { Extraction } from "../../dataset/extraction.ts";
import type { Amount } from "./amounts.ts";
import { measured, type Measured, ownerOf, valuesOf } from "./measured.ts";
import type { MeasureTests } from "./measure-tests.ts";
import type { Subject } from "./subject.ts";

export type Count = (left: string, right: string, amount: Amount) => Measured[];

export function createCounts(
  figures: Extraction["figures"],
  tests: MeasureTests,
  subjectOf: (text: string) => Subject,
): Count {
  const verbal = new RegExp(figures.verbal.join("|"), "u");
  /** Behind a verb of making the noun follows the number, or stands between them. */
  const nounOf = (left: string, right: string): { noun: string; subject: Subject } | undefined => {
    if (tests.makes.test(left)) {
      const noun = (tests.noun.exec(right) ?? tests.long.exec(right))?.groups?.["noun"];
      return noun === undefined ? undefined : { noun, subject: subjectOf(left.replace(tests.makes, "")) };
    }
    const made = tests.made.exec(left)?.groups?.["noun"];
    if (made !== undefined) return { noun: made, subject: subjectOf("") };
    const subject = subjectOf(tests.counting.exec(left)?.groups?.["noun"] ?? "");
    return subject.of === undefined ? undefined : { noun: subject.of, subject };
  };
  return (left, right, amount) => {
    const found = nounOf(left, right);
    if (!found || tests.not.test(found.noun)) return [];
    const of = found.noun.replaceAll(/[“”"]|^的/gu, "");
    const owner = ownerOf(found.subject);
    const doubts =
      verbal.test(of) && !of.includes("的")
        ? [...owner.doubts, "what is counted is not plain"]
        : owner.doubts;
    const measure = tests.enterprise.test(of) ? "enterprises" : "count";
    return valuesOf(amount, figures).map((v) => measured(measure, of, { ...owner, doubts }, v, amount.start));
  };
}
