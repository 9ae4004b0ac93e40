/** Which script a character is written in. */

export const isHan = (char: string): boolean => /\p{Script=Han}/u.test(char);

/** Letters and digits of the Latin alphabet, in lower case: words of it must stand alone. */
export const isLatin = (char: string): boolean => /[a-z0-9]/.test(char);
