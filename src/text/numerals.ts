/** Chinese numerals. Used to read questions and to check the data. */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const TEN_THOUSAND = 10_000;

/** The characters a Chinese number is written in, for use inside a regular expression's class. */
export const NUMERALS = "零〇一二两三四五六七八九十百千廿万";

/** 十一 → 11, 廿 → 20, 三百二 → 302, 一点五 → 1.5, 二〇 → 20. Undefined where the characters make no number. */
export function hanNumber(text: string): number | undefined {
  const [whole = "", fraction] = text.replaceAll("廿", "二十").split("点");
  const integer = /[十百千万]/.test(whole) ? grouped(whole) : positional(whole);
  if (integer === undefined || fraction === undefined) return integer;
  const decimals = positional(fraction);
  return decimals === undefined ? undefined : Number(`${integer}.${decimals}`);
}

/** 二〇二五 → 2025. */
export function positional(text: string): number | undefined {
  const digits = [...text].map((char) => DIGITS[char]);
  return digits.includes(undefined) || text === "" ? undefined : Number(digits.join(""));
}

/** 一万九千 → 19000. */
function grouped(text: string): number {
  const [high = "", low] = text.split("万");
  return low === undefined ? scaled(high) : scaled(high) * TEN_THOUSAND + scaled(low);
}

function scaled(text: string): number {
  let total = 0;
  let digit = 0;
  for (const char of text) {
    const scale = SCALES[char];
    if (scale === undefined) digit = DIGITS[char] ?? 0;
    else {
      total += (digit === 0 ? 1 : digit) * scale;
      digit = 0;
    }
  }
  return total + digit;
}

/** The first number in a text, in digits or in characters: 哪五个 → 5, top 3 → 3. */
export function numberIn(text: string): number | undefined {
  const found = new RegExp(`\\d+|[${NUMERALS}]+`, "u").exec(text)?.[0];
  return found === undefined ? undefined : (hanNumber(found) ?? Number(found));
}

/** Each at the place of what it says. */
export const ENGLISH_NUMBERS: readonly string[] = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
