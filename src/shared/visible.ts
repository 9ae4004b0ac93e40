/** What others wrote, shown to an operator. */

/** It must neither begin a line of its own nor command the terminal, nor turn the writing around. */
export const visible = (text: string): string =>
  text.replace(
    /[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
