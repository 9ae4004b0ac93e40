/** Texts of the greatest length that is read, each of one thing over and over: what a step costs that is not linear. */

/** As `MOST_READ` of the bot. */
const LENGTH = 4000;

export const PIECES = [
  "不",
  "三",
  "比",
  "吗",
  "都",
  "村",
  "分之",
  "一半",
  "广州深圳",
  "广州、",
  "半导体汽车软件",
  "顺德南沙",
  "华为比亚迪",
  "除了广州",
  "2023年",
  "3000亿，",
  "12 ",
  "（）",
  "“不”",
  "abc ",
  "xian",
  "guang zhou ",
  "a，",
  "广州，",
  "广州呢？",
  "不是，",
  "https://a.b/c?d=",
  "广州a1（不",
  "占全国四成，",
] as const;

export const longText = (piece: string): string => piece.repeat(Math.floor(LENGTH / piece.length));

/** One word that falls into syllables in more ways than can be tried. */
export const SYLLABLES = `${"xian".repeat(100)}q`;
