/** From what a person typed to text that can be matched: one script, one width, one case, nothing invisible. */
import { Converter } from "opencc-js/t2cn";

/** Longer questions are not questions: people paste whole articles. In UTF-16 units after clean-up. */
export const MAX_QUESTION = 300;

const toSimplified = Converter({ from: "t", to: "cn" });

/** Taiwan and Hong Kong words whose characters convert but whose term differs. Applied after conversion. */
const REGIONAL_WORDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/积体电路/g, "集成电路"],
  [/晶片/g, "芯片"],
  [/软体/g, "软件"],
  [/硬体/g, "硬件"],
  [/资讯/g, "信息"],
  [/雷射/g, "激光"],
  [/镭射/g, "激光"],
  [/机械人/g, "机器人"],
  [/积层制造/g, "增材制造"],
  [/3d列印/g, "3d打印"],
  [/数位/g, "数字"],
  [/网路/g, "网络"],
  [/超高画质/g, "超高清"],
  [/视讯|影音/g, "视频"],
  [/奈米/g, "纳米"],
  [/太阳能板/g, "光伏"],
  [/电单车/g, "摩托车"],
  [/生技医药|生医/g, "生物医药"],
  [/家电业/g, "家电产业"],
  [/汽车业/g, "汽车产业"],
  [/半导体业/g, "半导体产业"],
  [/群聚/g, "集群"],
  [/大陆/g, ""],
  [/支援/g, "支持"],
  [/智慧(?=型|家电|机器人)型?/g, "智能"],
  [/兆元?/g, "万亿"],
  [/几多/g, "多少"],
  [/点解/g, "为什么"],
  [/边个/g, "哪个"],
  [/边度/g, "哪里"],
  [/边啲/g, "哪些"],
  [/几时/g, "什么时候"],
  [/[系是](?:唔系|唔是|咪)/g, "是不是"],
  [/有冇/g, "有没有"],
  [/[嗰]个/g, "那个"],
  [/呢个/g, "这个"],
  [/入面/g, "里面"],
  [/喺/g, "在"],
  [/嘅/g, "的"],
  [/啲/g, "些"],
  [/[㗎呀喎啫噃]/g, "啊"],
  [/乜嘢|咩/g, "什么"],
  [/唔/g, "不"],
  [/冇/g, "没有"],
  [/佢/g, "它"],
];

// Control and format characters, surrogates left alone, private use: never shown, never matched.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;
const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u{1f1e6}-\u{1f1ff}]|\u{20e3}|\u{fe0f}/gu;
const MENTION = /(^|[\s,，。])@[\w.-]{2,40}|<@[!&]?\d+>|<#\d+>|<a?:\w+:\d+>/gu;

/**
 * Text ready for the lexicon. Line breaks and tabs become spaces; punctuation stays, because it separates words.
 * Linear in the length of the input, of which at most 4,000 UTF-16 units are read.
 */
export function normalize(text: string): string {
  const visible = text
    .slice(0, 4000)
    .replace(/[\n\r\t\v\f\u2028\u2029]/g, " ")
    .replace(MENTION, "$1 ")
    .normalize("NFKC")
    .replace(/[\n\r\t\v\f\u2028\u2029]/g, " ")
    .replace(EMOJI, " ")
    .replace(INVISIBLE, "");
  const simplified = toSimplified(visible).toLowerCase();
  const regional = REGIONAL_WORDS.reduce((t, [from, to]) => t.replace(from, to), simplified);
  return (
    regional
      .replace(/[‐‑‒–—―~～]/g, "-")
      .replace(/[“”„‟"「」『』]/g, '"')
      // Quotes stay around a single character only: “稳” is a term, “十四五” is a name like any other.
      .replace(/"(?!\p{Script=Han}")(?<!"\p{Script=Han}")/gu, "")
      .replace(/[‘’']/g, "'")
      .replace(/\s+/g, " ")
      .trim()
  );
}

/** The sentences of normalised text, each with whether it ended in a question mark. */
export function sentences(text: string): { text: string; asked: boolean }[] {
  const found: { text: string; asked: boolean }[] = [];
  for (const part of text.replace(/\.(?= |$)/g, "。").matchAll(/([^。！？!?;；]+)([。！？!?;；]*)/gu)) {
    const sentence = (part[1] ?? "").trim();
    if (sentence !== "") found.push({ text: sentence, asked: /[?？]/u.test(part[2] ?? "") });
  }
  return found;
}

export const isHan = (char: string): boolean => /\p{Script=Han}/u.test(char);
