/** Which facts carry the figure a frame asks for, best first. Pure look-ups. */
import type { Dataset } from "../dataset/dataset.ts";
import type { Fact, Figure, Measure, Status } from "../dataset/schema.ts";
import { documentYear, layerRank } from "./facts.ts";
import { type Frame, theClass } from "./frame.ts";

export interface Found {
  fact: Fact;
  /** The figure of the fact that fits the question. */
  figure: Figure;
}

/** Counts of things are asked for by name, never by 多少. */
const COUNTS: ReadonlySet<Measure> = new Set(["mentions", "count"]);
/** How big is it: 营收, 产值, 规模 are near enough to offer one for another, saying so. */
const SIZES: readonly Measure[] = ["revenue", "scale", "output-value"];
const MEASURE_ORDER: readonly Measure[] = [
  "revenue",
  "scale",
  "output-value",
  "value-added",
  "growth",
  "output",
];
const STATUS_ORDER: readonly Status[] = ["result", "target", "base", "threshold"];

export const isSize = (measure: Measure): boolean => SIZES.includes(measure);

/** Facts about exactly what the frame names: cluster and city, cluster, city, class, or the whole. */
export function candidates(dataset: Dataset, frame: Frame): readonly Fact[] {
  const { clusters, cities } = frame;
  if (clusters.length > 0) {
    const facts = clusters.flatMap((c) => dataset.factsOfCluster.get(c) ?? []);
    return cities.length > 0
      ? facts.filter((f) => f.cities.some((c) => cities.includes(c)) || inRegion(f, frame))
      : facts.filter((f) => f.cities.length === 0 && !f.regions);
  }
  if (cities.length > 0) return cities.flatMap((c) => dataset.factsOfCity.get(c) ?? []);
  return groupFacts(dataset, frame).filter((f) => f.cities.length === 0);
}

/** Facts of the asked class; of the whole where 20 个集群 is said; of both classes and the whole otherwise. */
function groupFacts(dataset: Dataset, frame: Frame): Fact[] {
  const one = theClass(frame);
  const whole = frame.scopes.includes("全部") ? ["全部"] : ["全部", "支柱", "新兴"];
  return (one ? [one] : whole).flatMap((g) => dataset.factsOfGroup.get(g) ?? []);
}

const inRegion = (fact: Fact, frame: Frame): boolean =>
  frame.set !== undefined && fact.regions?.some((region) => region === frame.set) === true;

export const inDocuments = (dataset: Dataset, fact: Fact, documents: readonly string[]): boolean =>
  documents.length === 0 ||
  documents.includes(fact.document) ||
  documents.some((id) => {
    const document = dataset.document.get(id);
    return fact.text.includes(document?.called ?? document?.short ?? id);
  });

/** Every fact with a fitting figure, each once, best first. */
export function findFigures(dataset: Dataset, frame: Frame): Found[] {
  const found = candidates(dataset, frame)
    .filter((fact) => inDocuments(dataset, fact, frame.documents) && !fact.background)
    .flatMap((fact) => {
      const figures = (fact.figures ?? []).filter((figure) => fits(figure, frame));
      const best = figures.toSorted((a, b) => wholeness(fact, a, frame) - wholeness(fact, b, frame))[0];
      return best ? [{ fact, figure: best }] : [];
    });
  const unique = [...new Map(found.map((f) => [f.fact.id, f])).values()];
  return unique.toSorted((a, b) => compare(dataset, frame, a, b));
}

function fits(figure: Figure, frame: Frame): boolean {
  const { measures, statuses, years } = frame;
  if (measures.length > 0 ? !measures.includes(figure.measure) : COUNTS.has(figure.measure)) return false;
  if (figure.status === "threshold" && !wantsThreshold(frame)) return false;
  if (statuses.length > 0 && !statuses.includes(figure.status)) return false;
  return years.length === 0 || years.includes(figure.year);
}

const wantsThreshold = (frame: Frame): boolean =>
  (frame.measures.length > 0 && !frame.measures.includes("investment")) ||
  frame.amounts.length > 0 ||
  frame.statuses.includes("threshold") ||
  frame.topics.includes("threshold");

/** A figure of the whole comes before a figure of a part; of the asked part before all others. */
function wholeness(fact: Fact, figure: Figure, frame: Frame): number {
  const measure = frame.measures.length > 0 ? 0 : rank(MEASURE_ORDER, figure.measure);
  if (frame.parts.some((part) => figure.of !== undefined && plain(figure.of).includes(plain(part))))
    return measure;
  const apart = frame.parts.length > 0 && !namesPart(fact, frame) ? 30 : 0;
  return measure + apart + (figure.of === undefined ? 10 : 20);
}

export const namesPart = (fact: Fact, frame: Frame): boolean =>
  frame.parts.some((part) => {
    const name = plain(part);
    const ofs = (fact.figures ?? []).flatMap((f) => (f.of === undefined ? [] : [plain(f.of)]));
    return (
      plain(fact.text).includes(name) ||
      ofs.some((of) => of.includes(name) || (of.length > 1 && name.includes(of)))
    );
  });

/** 新能源汽车 and 新能源车, 4K 产业 and 4K are one thing. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("汽车", "车")
    .replaceAll(/产业$|[ ]/g, "");

const PARTS_OF_A_YEAR = /上半年|下半年|季度|\d 月|前 ?\d+ ?个月/;

/** A figure of the first half answers no question about the second, nor about the whole year. */
export function isOfPeriod(fact: Fact, frame: Frame): boolean {
  if (frame.periods.length === 0) return true;
  if (frame.periods.includes("全年")) return !PARTS_OF_A_YEAR.test(fact.text);
  return frame.periods.every((period) => fact.text.includes(period.replace(/^第/, "")));
}

const rank = <T>(order: readonly T[], item: T): number => {
  const at = order.indexOf(item);
  return at < 0 ? order.length : at;
};

function compare(dataset: Dataset, frame: Frame, a: Found, b: Found): number {
  const disputed = Number(a.fact.disputed ?? false) - Number(b.fact.disputed ?? false);
  // Asked of a city alone: figures of the whole city before those of one of its clusters.
  const city = frame.clusters.length === 0 ? a.fact.clusters.length - b.fact.clusters.length : 0;
  const part = Number(namesPart(b.fact, frame)) - Number(namesPart(a.fact, frame));
  const order = frame.statuses.length > 0 ? frame.statuses : STATUS_ORDER;
  const status = rank(order, a.figure.status) - rank(order, b.figure.status);
  const draft = Math.floor(layerRank(dataset, a.fact) / 3) - Math.floor(layerRank(dataset, b.fact) / 3);
  const whole = wholeness(a.fact, a.figure, frame) - wholeness(b.fact, b.figure, frame);
  const layer = layerRank(dataset, a.fact) - layerRank(dataset, b.fact);
  const year = b.figure.year - a.figure.year;
  const edition = documentYear(dataset, b.fact) - documentYear(dataset, a.fact);
  const recent = a.figure.status === "target" ? layer || edition : year || layer;
  return disputed || city || part || status || draft || whole || recent || edition;
}
