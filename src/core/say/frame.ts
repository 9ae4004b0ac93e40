/** The words around an answer, a language each: what renderers of every platform need. A missing one does not compile. */
import type { Grade } from "../../dataset/documents.ts";
import { toTraditional } from "../../text/traditional.ts";
import type { Citation, Locale } from "../types.ts";
import { EN_NAMES } from "./en-names.ts";
import { ZH_NAMES } from "./zh-names.ts";

export interface Frame {
  /** Before the sources, and before what one could ask next. */
  sources: string;
  moreSources: string;
  askAlso: string;
  more: string;
  /** A page that goes on. */
  continued: string;
  /** Between sentences of one line; between names. */
  comma: string;
  semicolon: string;
  colon: string;
  /** Between names, and between suggestions. */
  and: string;
  bar: string;
  unsigned: string;
  undated: string;
  noLink: string;
  link: string;
  mark: (mark: number) => string;
  /** Between marks and the source they stand before. */
  gap: string;
  paragraph: (number: number) => string;
  page: (number: number) => string;
  /** The operator's folder a fact is from. */
  local: (name: string) => string;
  /** A source in a few words: its document, where and when it was read, its address. */
  cited: (source: Pick<Citation, "document" | "locator" | "url">) => string;
  /** So many lines, or sources, are not shown. */
  andMore: (count: number) => string;
  andMoreSources: (count: number) => string;
  grades: Readonly<Record<Grade, string>>;
}

const ZH: Frame = {
  sources: "来源",
  moreSources: "来源（续）",
  askAlso: "还可以问",
  more: "更多",
  continued: "（续）",
  comma: "，",
  semicolon: "；",
  colon: "：",
  and: "、",
  bar: "｜",
  unsigned: "未署名",
  undated: "日期不详",
  noLink: "未附链接",
  link: "链接",
  mark: (mark) => `［${mark}］`,
  gap: "",
  paragraph: (number) => `第 ${number} 段`,
  page: (number) => `第 ${number} 页`,
  local: (name) => `本地数据：${name}`,
  cited: ({ document, locator, url }) => `${document}（${locator}）${url ?? "未附链接"}`,
  andMore: (count) => `……另有 ${count} 条`,
  andMoreSources: (count) => `……另有 ${count} 处来源`,
  grades: ZH_NAMES.grades,
};

const EN: Frame = {
  sources: "Sources",
  moreSources: "Sources (continued)",
  askAlso: "Also ask",
  more: "More",
  continued: " (continued)",
  comma: ", ",
  semicolon: "; ",
  colon: ": ",
  and: ", ",
  bar: " | ",
  unsigned: "unsigned",
  undated: "undated",
  noLink: "no link",
  link: "link",
  mark: (mark) => `[${mark}]`,
  gap: " ",
  paragraph: (number) => `para. ${number}`,
  page: (number) => `p. ${number}`,
  local: (name) => `local data: ${name}`,
  cited: ({ document, locator, url }) => `${document} (${locator}) ${url ?? "no link"}`,
  andMore: (count) => `… and ${count} more`,
  andMoreSources: (count) => `… and ${count} more ${count === 1 ? "source" : "sources"}`,
  grades: EN_NAMES.grades,
};

/** The Chinese frame by character. */
function traditional(frame: Frame): Frame {
  const t = toTraditional;
  return {
    ...frame,
    sources: t(frame.sources),
    moreSources: t(frame.moreSources),
    askAlso: t(frame.askAlso),
    more: t(frame.more),
    continued: t(frame.continued),
    unsigned: t(frame.unsigned),
    undated: t(frame.undated),
    noLink: t(frame.noLink),
    link: t(frame.link),
    page: (number) => t(frame.page(number)),
    local: (name) => `${t("本地数据：")}${name}`,
    cited: ({ document, locator, url }) => `${document}（${locator}）${url ?? t("未附链接")}`,
    andMore: (count) => t(frame.andMore(count)),
    andMoreSources: (count) => t(frame.andMoreSources(count)),
    grades: Object.fromEntries(Object.entries(frame.grades).map(([k, v]) => [k, t(v)])) as Frame["grades"],
  };
}

let traditionalFrame: Frame | undefined;

export const FRAMES: Readonly<Record<Locale, Frame>> = {
  "zh-CN": ZH,
  /** Made at the first Traditional answer: the table of characters is large. */
  get "zh-TW"() {
    traditionalFrame ??= traditional(ZH);
    return traditionalFrame;
  },
  en: EN,
};
