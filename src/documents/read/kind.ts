/** What a file is, by its content: names lie. */
import { extname } from "node:path";
import { Refused } from "./refused.ts";

export type Kind = "pdf" | "docx" | "html" | "markdown" | "text";

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

/** As far as a PDF may have something before its first line. */
const HEAD_BYTES = 1_024;
/** As much as tells HTML from other text. */
const TEXT_BYTES = 4_096;

/**
 * @param start of the file, 64 KiB of it are enough. A zip is taken for a DOCX here; whether it is one its parts tell.
 * @throws Refused naming what it is instead.
 */
export function kindOf(start: Uint8Array, name: string): Kind {
  if (start.length === 0) throw new Refused("it is empty.");
  const head = Buffer.from(start.subarray(0, HEAD_BYTES)).toString("latin1");
  if (head.includes("%PDF-")) return "pdf";
  if (startsWith(start, 0x50, 0x4b)) return "docx";
  refuseOthers(start, head);
  return textKind(start, name);
}

const PICTURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];
/** Rar, 7z, gzip, bzip2. */
const ARCHIVES: readonly (readonly number[])[] = [
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
  [0x42, 0x5a, 0x68],
];
const OLE: readonly number[] = [0xd0, 0xcf, 0x11, 0xe0];

function refuseOthers(start: Uint8Array, head: string): void {
  if (PICTURES.some((magic) => startsWith(start, ...magic)))
    throw new Refused("it is a picture: make a PDF with text of it first, for instance with ocrmypdf.");
  if (startsWith(start, ...OLE)) {
    // In UTF-16, as the directory of such a file has it.
    const isLocked = Buffer.from(start).includes(Buffer.from("EncryptedPackage", "utf16le"));
    throw new Refused(
      isLocked
        ? "it is protected by a password: save it without one."
        : "it is of the format before DOCX (.doc): save it as .docx or PDF.",
    );
  }
  if (head.startsWith("{\\rtf")) throw new Refused("it is RTF: save it as .docx or PDF.");
  if (ARCHIVES.some((magic) => startsWith(start, ...magic)))
    throw new Refused("it is an archive: unpack it, and add what is in it.");
}

const HTML =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|div|table|p|h[1-6])\b/iu;

function textKind(start: Uint8Array, name: string): Kind {
  // Of UTF-16 every second byte of the markup is zero.
  const plain = Buffer.from(start.subarray(0, TEXT_BYTES)).toString("latin1").replaceAll("\0", "");
  const extension = extname(name).toLowerCase();
  if (HTML.test(plain.replace(/^(?:ï»¿|ÿþ|þÿ)/u, ""))) return "html";
  return extension === ".md" || extension === ".markdown" ? "markdown" : "text";
}
