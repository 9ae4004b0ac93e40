/** Parts of a zip, unpacked in memory and never anywhere else; what is too large, or packed to burst, is refused. */
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { ZIP } from "./limits.ts";
import { Refused } from "./refused.ts";

export interface Zip {
  names: ReadonlySet<string>;
  /** Undefined where there is no such part. @throws Refused */
  part(name: string): Promise<Uint8Array | undefined>;
}

/** @throws Refused where it is damaged, locked, or has names that lead out of it. */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const zip = await opened(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const entries = await listed(zip);
  return {
    names: new Set(entries.keys()),
    async part(name) {
      const entry = entries.get(name);
      return entry === undefined ? undefined : unpacked(zip, entry);
    },
  };
}

const damaged = (error: Error): Refused =>
  /relative path|absolute path|invalid characters/iu.test(error.message)
    ? new Refused(`a name in it leads out of it (${error.message}): it is no document. Do not open it.`)
    : new Refused(`it is damaged (${error.message}): open it in its own program, and save it again.`);

const opened = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    // `lazyEntries`: one entry after the other. Not closed by itself, so that parts can be read afterwards.
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) reject(damaged(error));
      else resolve(zip);
    });
  });

const listed = (zip: ZipFile): Promise<Map<string, Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on("error", (error: Error) => reject(damaged(error)));
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry: Entry) => {
      entries.set(entry.fileName, entry);
      if (entries.size > ZIP.entries)
        reject(new Refused(`it has more than ${ZIP.entries} parts: it is no document.`));
      else zip.readEntry();
    });
    zip.readEntry();
  });

function unpacked(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  if (entry.isEncrypted()) throw new Refused("it is protected by a password: save it without one.");
  // What it says of its own size is held against what comes out, by the library; here it is held against reason.
  assertReasonable(entry.uncompressedSize, entry);
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(damaged(error));
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on("data", (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > ZIP.bytes) stream.destroy(bursting(size, entry));
      });
      stream.on("error", (cause) => reject(cause instanceof Refused ? cause : damaged(cause)));
      stream.on("end", () => resolve(Buffer.concat(chunks)));
    });
  });
}

function assertReasonable(size: number, entry: Entry): void {
  const ratio = size / Math.max(1, entry.compressedSize);
  if (size > ZIP.bytes || (size > ZIP.ratioFrom && ratio > ZIP.ratio)) throw bursting(size, entry);
}

const bursting = (size: number, { fileName }: Entry): Refused =>
  new Refused(
    `${fileName} in it would be ${(size / 2 ** 20).toFixed(0)} MB unpacked: no document is packed like that. Do not open it.`,
  );
