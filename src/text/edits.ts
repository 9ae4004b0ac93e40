/** How short a name may be and still be read from a misspelling one edit away. The data check proves the distances. */

export const MIN_EDIT_HAN = 5;
export const MIN_EDIT_LATIN = 6;
