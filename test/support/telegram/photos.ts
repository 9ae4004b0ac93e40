/**
 * Ours, for tests: the files the bot sent, and the file ids that stand for them.
 * A photo must be a PNG or a JPEG by its bytes, at most 10 MB, width and height together at most 10000,
 * neither more than 20 times the other.
 * Not covered: other image formats, decoding of pixels, getFile and downloads, sending by address
 * (refused: this server fetches nothing).
 */

import type { Params } from "./params.ts";
import { badRequest, type PhotoSize, type UploadedFile } from "./types.ts";

const MAX_PHOTO_BYTES = 10 * 1024 * 1024;
const PREVIEW_SIDE = 320;

type Dimensions = { width: number; height: number };

export class PhotoStore {
  readonly #byId = new Map<string, PhotoSize[]>();
  readonly #data = new Map<string, Buffer>();
  #next = 1;

  /** The photo that a parameter names: an upload of that field, an attach:// upload, or a known file id. */
  resolve(params: Params, field: string, value: string): PhotoSize[] {
    const attached = value.startsWith("attach://") ? value.slice("attach://".length) : undefined;
    const upload = attached === undefined ? params.file(field) : params.file(attached);
    if (upload) return this.#store(upload);
    if (attached !== undefined || value === "") throw badRequest("there is no photo in the request");
    if (/^https?:\/\//i.test(value)) throw badRequest("failed to get HTTP URL content");
    const known = this.#byId.get(value);
    if (!known) throw badRequest("wrong file identifier/HTTP URL specified");
    return known;
  }

  /** The bytes behind a file id, for assertions. */
  data(fileId: string): Buffer | undefined {
    return this.#data.get(fileId);
  }

  /** Checks an upload and gives it its sizes, the largest last. */
  #store(upload: UploadedFile): PhotoSize[] {
    if (upload.data.length === 0) throw badRequest("file must be non-empty");
    if (upload.data.length > MAX_PHOTO_BYTES) {
      throw badRequest(
        `file "${upload.filename}" of size ${upload.data.length} bytes is too big for a photo`,
      );
    }
    const full = readDimensions(upload.data);
    if (!full) throw badRequest("IMAGE_PROCESS_FAILED");
    checkDimensions(full);
    const scale = PREVIEW_SIDE / Math.max(full.width, full.height);
    const sizes = scale < 1 ? [scaled(full, scale), full] : [full];
    const photo = sizes.map((size) => this.#size(size, upload.data));
    for (const size of photo) this.#byId.set(size.file_id, photo);
    return photo;
  }

  #size({ width, height }: Dimensions, data: Buffer): PhotoSize {
    const number = this.#next++;
    const file_id = `AgACAgTest${number.toString().padStart(8, "0")}`;
    this.#data.set(file_id, data);
    return { file_id, file_unique_id: `AQADTest${number}`, width, height, file_size: data.length };
  }
}

/** A smaller copy's measures. */
function scaled({ width, height }: Dimensions, scale: number): Dimensions {
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/** The documented limits of a photo's measures. */
function checkDimensions({ width, height }: Dimensions): void {
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (width + height > 10_000 || !(ratio <= 20)) throw badRequest("PHOTO_INVALID_DIMENSIONS");
}

/** Width and height from the header of a PNG or a JPEG. */
function readDimensions(data: Buffer): Dimensions | undefined {
  const isPng = data.length >= 24 && data.subarray(0, 8).toString("hex") === "89504e470d0a1a0a";
  if (isPng) return { width: data.readUInt32BE(16), height: data.readUInt32BE(20) };
  const isJpeg = data.length >= 4 && data.readUInt16BE(0) === 0xffd8;
  return isJpeg ? readJpegFrame(data) : undefined;
}

/** Walks the segments of a JPEG to its frame header. */
function readJpegFrame(data: Buffer): Dimensions | undefined {
  let at = 2;
  while (at + 9 <= data.length && data[at] === 0xff) {
    const marker = data.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) };
    at += 2 + data.readUInt16BE(at + 2);
  }
  return undefined;
}
