/** Simplified → Traditional Chinese by character, as Taiwan and Hong Kong write it; words are never exchanged for others. */
import { Converter } from "opencc-js/cn2t";

/** Loaded with the program, built at the first text: most processes never answer in Traditional. */
let converter: ((text: string) => string) | undefined;

export function toTraditional(text: string): string {
  const convert = converter ?? Converter({ from: "cn", to: "tw" });
  converter = convert;
  return convert(text).replace(ONLY, "只");
}

/** 不是只有 comes out as 是隻有: 隻 counts animals and ships, behind a number. */
const ONLY = /(?<![\d一二三四五六七八九十百千萬兩幾每這那船])隻/gu;
