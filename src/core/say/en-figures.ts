/** Figures, in English. */
import { equal } from "../../text/units.ts";
import type { Verdict } from "../ask/amounts.ts";
import type { FigureRow } from "../ask/relations.ts";
import type { Bound } from "../query.ts";
import type { FigureCompareRows } from "../ask/rows.ts";
import { amountOf, askedAmount, differenceOf } from "./en-amounts.ts";
import { EN_NAMES } from "./en-names.ts";
import { bounded, figureAsked, groupOf, isClass } from "./en-scope.ts";
import { dated, kindOf, measureOf, owned, timeOf, told } from "./en-told.ts";
import { article, capital, documentOf, join, judge, names, sentence, verb, when } from "./en-words.ts";
import { isAskedFor, isAtLeast, isOfOne, nameless, number, sizeOf, unmarked } from "./figure.ts";
import type { Lingo } from "./lingo.ts";
import type { Catalogue, FigureTexts } from "./texts.ts";

const DIFFERENCES: Readonly<Record<FigureCompareRows["differ"][number], string>> = {
  measure: "measure",
  year: "year",
  of: "period",
  part: "thing counted",
  base: "unit",
  draft: "draft for comments",
  doubt: "reliability",
};

/** Two figures of one thing are told apart by what they are: target and result. */
const sideName = (name: string, lingo: Lingo): string =>
  isClass(name)
    ? groupOf(name, lingo)
    : (Object.entries(EN_NAMES.statuses).find(([id]) => id === name)?.[1] ?? lingo.inline(name));

const extremeOf = (extreme: "max" | "min"): string => (extreme === "max" ? "largest" : "smallest");

/** Why a claim is neither so nor not. */
const OPEN = {
  draft: "no official document gives this, so it is neither confirmed nor denied; a draft for comments says",
  divided: "sources differ, so it is neither confirmed nor denied; one says",
  slip: "the unit does not match; the documents say",
  unsaid: "the documents do not say so",
} as const;

const REACHED = {
  yes: ["Yes, met", "Right, not met"],
  no: ["No, not met yet", "Not right, it was met"],
  unsaid: ["The documents do not say so directly", "The documents do not say so directly"],
} as const;

/** 12 of 20 have this figure. */
const covered = (known: number, total: number): string =>
  `the documents give this figure for ${known} of ${total}`;

type Sides = FigureTexts["largerVerdict"]["sides"];
const eachAmount = (sides: Sides, lingo: Lingo): string =>
  sides
    .map(
      ({ name, row }) =>
        `${/^\d{4}$/.test(name) ? timeOf(row) : sideName(name, lingo)} ${amountOf(row, lingo)}`,
    )
    .join(", ");

/** The largest of several; of two the larger, and by how much. */
function larger({ top, rest, direction, asked }: FigureTexts["larger"], lingo: Lingo): string {
  const [next = top] = rest;
  const name = sideName(top.name, lingo);
  if (equal(sizeOf(top.row), sizeOf(next.row)))
    return sentence(`${name} and ${sideName(next.name, lingo)} are equal: ${told(top.row, lingo)}`);
  if (rest.length > 1) {
    const others = eachAmount(rest, lingo);
    return sentence(`${extremeOf(direction)}: ${name}, ${amountOf(top.row, lingo)}; ${others}`);
  }
  const measure = asked || top.row.measure === "revenue" ? "" : `${EN_NAMES.measures[top.row.measure]}: `;
  const both = `${measure}${amountOf(top.row, lingo)} against ${amountOf(next.row, lingo)}`;
  const more = direction === "max" ? "larger" : "smaller";
  return sentence(`${more}: ${name}, by ${differenceOf(top.row, next.row, lingo)} (${both})`);
}

/** Each beside the others; what all of them are is said once. */
function sideBySide({ axis, sides }: FigureTexts["sideBySide"], lingo: Lingo): string {
  const [first, ...others] = sides.flatMap((s) => s.row ?? []);
  const whole = sides.map(({ name, row, near }) => {
    const said = row
      ? told(row, lingo)
      : `not found in the documents${near ? `, only ${told(near, lingo)}` : ""}`;
    return `${sideName(name, lingo)}: ${said}`;
  });
  if (!first || others.length + 1 < sides.length) return sentence(whole.join("; "));
  const rows = [first, ...others];
  if (axis === "measure") {
    const measures = rows.map((r) => `${kindOf(r)} ${amountOf(r, lingo)}`);
    return sentence(`${timeOf(first)}: ${measures.join(", ")}`);
  }
  const alike = others.every((r) => kindOf(r) === kindOf(first) && timeOf(r) === timeOf(first));
  const known = sides.flatMap(({ name, row }) => (row ? [{ name, row }] : []));
  return sentence(
    alike ? `${timeOf(first)}, ${kindOf(first)}: ${eachAmount(known, lingo)}` : whole.join("; "),
  );
}

/** Of those with such a figure, those that pass. */
function figureList(args: FigureTexts["figureList"], lingo: Lingo): string {
  const { scope, names: ids, known, total, negated } = args;
  const what = article(bounded(scope, lingo));
  const { length } = ids;
  if (length === 0) {
    const none = negated ? `all have ${what}` : `none has ${what}`;
    return sentence(`none: of the ${known} with such a figure, ${none}`);
  }
  const has = negated ? verb(length, "does not have", "do not have") : verb(length, "has", "have");
  return sentence(`${length} ${has} ${what}: ${names(ids, lingo)} (${covered(known, total)})`);
}

const CHANGED: Readonly<Record<Verdict, string>> = {
  yes: "Yes, changed",
  no: "Not changed",
  unsaid: "The documents do not say",
};

/** What the older and the newer document say. */
function revised({ first, last, change, ...judged }: FigureTexts["revised"], lingo: Lingo): string {
  if (!last)
    return sentence(`only one document has this target, none says it was changed: ${told(first, lingo)}`);
  const lead = change === "changed" && !judged.negated ? CHANGED[judged.verdict] : judge(judged);
  if (equal(sizeOf(first), sizeOf(last))) return `${lead}: both documents say ${amountOf(last, lingo)}.`;
  const way = isAtLeast(last, first) ? "raised" : "lowered";
  const from = `${amountOf(first, lingo)} (${lingo.name(first.fact.document)})`;
  return `${lead}: ${way} from ${from} to ${amountOf(last, lingo)} (${lingo.name(last.fact.document)}).`;
}

/** 七成 is 70%: an English answer names no amount in Chinese. */
const saidAmount = ({ text, amount }: Bound, lingo: Lingo): string =>
  amount.base === "%" ? `${number(amount.value)}%` : askedAmount(text, lingo);

export const EN_FIGURES: Catalogue<FigureTexts> = {
  revised,
  figure: (row, lingo) => sentence(owned(row, lingo)),
  figureSides: ({ asked, row, sides }, lingo) => {
    const own = isAskedFor(asked, row) ? told(row, lingo) : owned(row, lingo);
    const others = sides.map((side) => ` or ${amountOf(side, lingo)}`).join("");
    return sentence(capital(`${own}${others}; the sources differ`));
  },
  figureNear: ({ asked, row }, lingo) => {
    const same = isAskedFor(asked, row) && (asked.parts.length === 0 || row.figure.of !== undefined);
    const missing = figureAsked(same ? nameless(asked) : asked, lingo);
    const whose = join(asked.documents.map((d) => documentOf(d, lingo)));
    const lead = whose === "" ? "the documents give" : `there is in ${whose}`;
    return sentence(`${lead} no ${missing}; ${same ? told(row, lingo) : owned(row, lingo)}`);
  },
  figureDraft: (row, lingo) =>
    sentence(`no official document gives it; a draft for comments says: ${owned(unmarked(row), lingo)}`),
  figureVerdict: ({ asked, row, verdict, negated, under, far, why, besides }, lingo) => {
    const each = (r: FigureRow): string => (isAskedFor(asked, r) ? told(r, lingo) : owned(r, lingo));
    const own = verdict === "unsaid" && why === "draft" ? unmarked(row) : row;
    const rest = besides.map((r) => (isOfOne(r, row) ? amountOf(r, lingo) : each(r)));
    const figure = capital([each(own), ...rest].join("; "));
    const elsewhere = asked.documents.length > 0 && !asked.documents.includes(row.document);
    const from = when(elsewhere, ` (from ${lingo.name(row.document)})`);
    if (verdict === "unsaid") return sentence(`${OPEN[why ?? "unsaid"]}: ${figure}${from}`);
    const lead = verdict === "yes" && under ? "Right" : judge({ verdict, negated });
    return sentence(`${lead}${when(far && !negated, ", by far")}: ${figure}`);
  },
  partsOpen: ({ parts, agree }, lingo) =>
    sentence(
      `${when(agree, "the rest is as claimed; ")}not judged: ${join(parts.map((p) => saidAmount(p, lingo)))}`,
    ),
  figureList,
  figureEntry: ({ name, row }, lingo) => capital(`${lingo.inline(name)}: ${told(row, lingo)}`),
  figureBest: ({ name, row, extreme, names: ids, nth, tied, assumed, known, total }, lingo) => {
    const top = `${lingo.inline(name)}, ${told(row, lingo)}`;
    if (known === 1 && total > 1)
      return sentence(`of ${total}, the documents give this figure for one only: ${top}`);
    const most = extremeOf(extreme);
    const place = nth > 1 ? `no. ${nth}, counted from the ${most},` : `the ${most}`;
    const by = when(assumed, `by ${measureOf(row, lingo)}, `);
    const ties = when(tied, " (with a tie)");
    const rest = ids.length > 1 ? ids.filter((id) => id !== name) : [];
    const which =
      rest.length > 0
        ? `${by}the ${ids.length} ${most}${ties} are ${top}; ${names(rest, lingo)}`
        : `${by}${place} is ${top}`;
    return sentence(`${which} (${covered(known, total)})`);
  },
  figureBestVerdict: ({ claimed, name, names: ids, row, extreme, ...judged }, lingo) => {
    const most = extremeOf(extreme);
    const other = when(!ids.includes(claimed), `, not ${names(claimed.split("、"), lingo)}`);
    const which = ids.length > 1 ? `${names(ids, lingo)} (a tie` : `${lingo.inline(name)} (`;
    const first = `${which}${ids.length > 1 ? "; " : ""}${told(row, lingo)})`;
    return sentence(`${judge(judged)}: the ${most} of those with a figure is ${first}${other}`);
  },
  unranked: (differ) =>
    `Not measured alike (${join(differ.map((d) => DIFFERENCES[d]))}), so they cannot be ranked; each of them:`,
  larger,
  comparedBy: (row, lingo) => sentence(measureOf(row, lingo)),
  largerVerdict: ({ sides, ...judged }, lingo) =>
    sentence(
      `${judge(judged)}: ${sides.map(({ name, row }) => `${sideName(name, lingo)}, ${told(row, lingo)}`).join("; ")}`,
    ),
  notComparable: (differ) =>
    `Not measured alike (${join(differ.map((d) => DIFFERENCES[d]))}), so not directly comparable; the two sides:`,
  apart: ({ sides, differ }, lingo) =>
    sentence(
      `not directly comparable (${join(differ.map((d) => DIFFERENCES[d]))}): ${eachAmount(sides, lingo)}`,
    ),
  sideBySide,
  gapBetween: ({ from, to }, lingo) =>
    sentence(
      `${isAtLeast(to, from) ? "up" : "down"} by ${differenceOf(to, from, lingo)}: ${dated(from, lingo)}, ${dated(to, lingo)}`,
    ),
  gapToTarget: ({ target, result }, lingo) => {
    const gap = differenceOf(target, result, lingo);
    const lead = isAtLeast(result, target) ? `target passed by ${gap}` : `${gap} short`;
    return sentence(`${lead}: ${dated(result, lingo)}, ${dated(target, lingo)}`);
  },
  reached: ({ target, result, verdict, negated }, lingo) =>
    sentence(
      result
        ? `${REACHED[verdict][negated ? 1 : 0]}: ${capital(owned(result, lingo))}; ${told(target, lingo)}`
        : `I found only the target, no result: ${owned(target, lingo)}`,
    ),
  figuresTable: ({ class: group }, lingo) =>
    `The ten ${lingo.name(group)} clusters: starting figure, target and latest result; unlike measures cannot be compared.`,
  noFigures: ({ cluster }, lingo) => capital(`${lingo.inline(cluster)}: none found in the documents`),
  unsure: (ids, lingo) =>
    sentence(`it is not clear on which side these are ("about", "over"): ${names(ids, lingo)}`),
  mixed: () =>
    "The clusters are measured differently (revenue, industry scale, output value); they stand here as the documents give them.",
};
