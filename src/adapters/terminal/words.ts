/** What the terminal says by itself, a language each. */
import type { Locale } from "../../core/types.ts";
import { inTraditional } from "../../text/table.ts";

/** A language that lacks a text does not compile. */
export interface Words {
  greeting: string;
  prompt: string;
  /** Of the lines that were typed, where they are kept: what /privacy and /forget say. */
  history: {
    title: string;
    heading: string;
    kept: (at: { file: string; most: number }) => string;
    note: string;
    forgotten: (at: { file: string }) => string;
    stays: (at: { file: string; why: string }) => string;
  };
}

const ZH: Words = {
  greeting: "粤群：广东 20 个战略性产业集群和 21 个市，问一句答一句。/help 看用法，/quit 离开。",
  prompt: "粤群> ",
  history: {
    title: "说的话不离开这台机器；记下的只有下面这些。",
    heading: "这台机器上的文件",
    kept: ({ file, most }) => `在这里输入的最近 ${most} 行，用 ↑ 找回，只有你的用户能读：${file}`,
    note: "/forget 删除输入过的全部内容。",
    forgotten: ({ file }) => `已删除在这里输入过的全部内容：${file}。`,
    stays: ({ file, why }) => `删不掉 ${file}（${why}），请自己删除。`,
  },
};

const EN: Words = {
  greeting:
    "Yuequn: Guangdong's 20 strategic industrial clusters and 21 cities, one question a line. /help says how, /quit leaves.",
  prompt: "yuequn> ",
  history: {
    title: "What is said here does not leave this machine; only what is listed here is stored.",
    heading: "In a file on this machine",
    kept: ({ file, most }) =>
      `The last ${most} lines typed here, for ↑ to bring back, which only your user can read: ${file}`,
    note: "/forget deletes all that was typed.",
    forgotten: ({ file }) => `Deleted all that was typed here: ${file}.`,
    stays: ({ file, why }) => `${file} cannot be deleted (${why}); please delete it yourself.`,
  },
};

export const WORDS: Readonly<Record<Locale, Words>> = { "zh-CN": ZH, "zh-TW": inTraditional(ZH), en: EN };
