/** What a document is called in a fact's sentence, and under which document of the dataset its facts are kept. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { Layer } from "../../dataset/documents.ts";
import type { Extraction } from "../../dataset/extraction.ts";
import type { Imported } from "../../dataset/passages.ts";
import type { Names } from "./names.ts";
import { tidy } from "./tidy.ts";

export interface Titled {
  /** Of the dataset. */
  document: string;
  layer: Layer;
  /** 行动计划（2023—2025）, 2024 年行动计划（2024—2027 年）. */
  zh: string;
  en: string;
  /** As a thing that was issued. */
  whole: string;
  wholeEn?: string;
}

/**
 * The document it is the text of; else the heading for drafts, for cities' own plans, or for reports: what the dataset
 * does not know as a document of the province gives no role.
 */
export function titledOf(dataset: Dataset, names: Names, { heads }: Extraction, imported: Imported): Titled {
  const { title, issuer, cluster } = imported;
  const own = dataset.document.get(imported.document ?? imported.id.split("/")[0] ?? "");
  if (own) {
    const english = dataset.english.documents[own.id]?.short;
    const clusterEn = dataset.cluster.get(cluster ?? "")?.english;
    const of = cluster === undefined || own.period === undefined ? "" : `${cluster}集群`;
    const whole = english === undefined || (of !== "" && clusterEn === undefined) ? undefined : english;
    return {
      document: own.id,
      layer: own.layer,
      zh: own.short,
      en: english ?? own.short,
      whole: `${of}${own.short}`,
      ...(whole !== undefined && { wholeEn: of === "" ? whole : `${whole}, ${clusterEn} cluster` }),
    };
  }
  const draft = heads.drafts.some((word) => title.includes(word));
  const city = issuer === undefined ? false : names.sign(tidy(issuer).slice(0, 4)).text.startsWith("\uf000");
  const under = draft ? heads.under.draft : city ? heads.under.city : heads.under.report;
  const { zh, en } = kindOf(heads, imported);
  return {
    document: under,
    layer: dataset.document.get(under)?.layer ?? "report",
    zh,
    en,
    whole: `《${title}》`,
  };
}

/** By what kind of document it is, its year and the years it is for. */
function kindOf({ kinds, kind }: Extraction["heads"], { title, date }: Imported): { zh: string; en: string } {
  const [zh, en] = Object.entries(kinds).find(([name]) => title.includes(name)) ?? [kind.zh, kind.en];
  const [, from, to] = /(20\d\d)年?[-—–~至](20\d\d)/u.exec(tidy(title)) ?? [];
  const year = date?.slice(0, 4);
  const years = from === undefined || to === undefined ? "" : `（${from}—${to} 年）`;
  return {
    zh: `${year === undefined ? "" : `${year} 年`}${zh}${years}`,
    en: `the ${year === undefined ? "" : `${year} `}${en}${years === "" ? "" : ` (${from}–${to})`}`,
  };
}
