/** From bytes to text, whatever they were written in: UTF-8, UTF-16, GB 18030 (with GBK and GB 2312) or Big5. */
import { analyse } from "chardet";
import { Refused } from "./refused.ts";

/** As much as the statistics of characters need. */
const SAMPLE_BYTES = 2 ** 16;

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "gb18030", "big5"] as const;
type Encoding = (typeof ENCODINGS)[number];

/**
 * @param declared what the file says of itself; only believed where it can be read so.
 * @throws Refused where it can be read as none of them.
 */
export function decoded(bytes: Uint8Array, declared?: string): string {
  const marked = byMark(bytes) ?? byZeros(bytes);
  const tried = marked === undefined ? [...named(declared), "utf-8" as const, ...guessed(bytes)] : [marked];
  for (const encoding of tried) {
    const text = strictly(bytes, encoding);
    if (text !== undefined) return text;
  }
  throw new Refused(
    "its characters cannot be read: it is neither UTF-8, UTF-16, GB 18030 nor Big5. Save it as UTF-8, and add it again.",
  );
}

/** ISO-8859-1 and its like stand in many files that are something else. */
function named(declared: string | undefined): Encoding[] {
  const name = declared?.toLowerCase().replaceAll("_", "-") ?? "";
  if (/^(?:gb-?2312|gbk|gb-?18030|x-gbk)$/u.test(name)) return ["gb18030"];
  if (/^(?:big5|big5-hkscs|x-x-big5)$/u.test(name)) return ["big5"];
  return [];
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function byMark([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

/** Half of every digit, space and line break of UTF-16 is a zero byte, and always the same half. */
function byZeros(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  });
  if (even + odd === 0 || bytes.length % 2 === 1) return undefined;
  if (even === 0) return "utf-16le";
  return odd === 0 ? "utf-16be" : undefined;
}

/** Most bytes are both GB 18030 and Big5: which of them is told by how often its characters are used. */
function guessed(bytes: Uint8Array): Encoding[] {
  const found = analyse(bytes.subarray(0, SAMPLE_BYTES));
  const sure = (name: string): number => found.find((one) => one.name === name)?.confidence ?? 0;
  const both = [
    { encoding: "gb18030" as const, confidence: sure("GB18030") },
    { encoding: "big5" as const, confidence: sure("Big5") },
  ];
  return both
    .filter(({ confidence }) => confidence > 0)
    .toSorted((a, b) => b.confidence - a.confidence)
    .map(({ encoding }) => encoding);
}
