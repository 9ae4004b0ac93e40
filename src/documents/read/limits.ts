/**
 * What a file may cost. The largest official documents (a province's five-year plan with annexes) have some 300 pages and
 * a megabyte of text; ten times that is read, and nothing that could only be meant to do harm.
 */
const MIB = 2 ** 20;

/** Sizes of files in bytes, looked at before anything is read. Pictures make PDF and DOCX large, and nothing else. */
export const MOST_BYTES = { text: 32 * MIB, docx: 200 * MIB, pdf: 300 * MIB } as const;

export const MOST_PAGES = 5_000;

/** Parts of a DOCX: entries, bytes of one unpacked, and how much smaller packing may have made it. XML packs 1 : 40. */
export const ZIP = { entries: 10_000, bytes: 128 * MIB, ratio: 200, ratioFrom: MIB } as const;

/** The thread that reads: heap and everything of the process in MiB, and seconds. 2,000 pages take half a minute. */
export const THREAD = { heapMib: 1_024, processMib: 1_800, seconds: 300 } as const;
