/** Files that are wrong, damaged or made to do harm: a clear line, bounded time and memory, and nothing half added. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, ftruncateSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { openLibrary } from "../../src/documents/library.ts";
import { type ApartOptions, readApart } from "../../src/documents/read/apart.ts";
import { cleanUp, folder, start } from "../support/process.ts";
import { documentXml, makeDocx } from "./docx.ts";
import { makePdf } from "./pdf.ts";
import { CMAPS } from "./reading.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const THREAD = join(ROOT, "dist/read-document.js");

// The thread is the compiled one.
beforeAll(() => void execFileSync(process.execPath, [join(ROOT, "launch.mjs"), "--version"]), 60_000);
afterEach(cleanUp);

function written(name: string, bytes: Uint8Array | string): string {
  const file = join(folder(), name);
  writeFileSync(file, bytes);
  return file;
}

const read = (file: string, options: Partial<ApartOptions> = {}) =>
  readApart(file, { thread: THREAD, cmaps: CMAPS, ...options });

const TEXT = "以广州、深圳为核心，建设半导体产业集聚区，到2025年营业收入突破4000亿元。";

/** One that shows a picture and no text. */
const scan = (pages: number): string => {
  const kids = Array.from({ length: pages }, (_, i) => `${i + 3} 0 R`).join(" ");
  const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>`;
  const bodies = [
    `<</Type/Catalog/Pages 2 0 R>>`,
    `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`,
    ...Array<string>(pages).fill(page),
  ];
  return pdfOf(bodies);
};

function pdfOf(bodies: readonly string[]): string {
  const objects = bodies.map((body, i) => `${i + 1} 0 obj\n${body}\nendobj\n`).join("");
  return `%PDF-1.4\n${objects}trailer<</Size ${bodies.length + 1}/Root 1 0 R>>\n%%EOF`;
}

/** A zip whose part names a way out of it: the library of the test writes no such name, so it is put in afterwards. */
function escaping(): Uint8Array {
  const bytes = Buffer.from(
    zipSync({ "word/document.xml": strToU8("<a/>"), "xx/xx/etc/passwd": strToU8("x") }),
  );
  return Buffer.from(bytes.toString("latin1").replaceAll("xx/xx/etc/passwd", "../../etc/passwd"), "latin1");
}

const bomb = (): Uint8Array => makeDocx([], { "word/document.xml": new Uint8Array(20 * 2 ** 20).fill(0x20) });

const OLE = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);

describe("is refused with the remedy", () => {
  it.each([
    ["an empty file", "a.pdf", () => "", /it is empty/u],
    [
      "a PDF with a password",
      "a.pdf",
      () => makePdf([{ text: TEXT }], { userPassword: "secret" }),
      /password: save it without/u,
    ],
    ["a scan", "a.pdf", () => scan(3), /scan: 3 of its 3 pages have no text; .*ocrmypdf/u],
    [
      "half a PDF",
      "a.pdf",
      async () => (await makePdf([{ text: TEXT }])).subarray(0, 2_000),
      /damaged|no text/u,
    ],
    ["a PDF that is none after its first line", "a.pdf", () => `%PDF-1.7\n${"x".repeat(5_000)}`, /damaged/u],
    ["half a DOCX", "a.docx", () => makeDocx([{ text: TEXT }]).subarray(0, 400), /damaged/u],
    [
      "a DOCX with a password",
      "a.docx",
      () => Buffer.concat([OLE, Buffer.from("EncryptedPackage", "utf16le")]),
      /password/u,
    ],
    ["a file of the old Word", "a.docx", () => OLE, /\.doc\): save it as \.docx/u],
    [
      "a spreadsheet",
      "a.docx",
      () => zipSync({ "xl/workbook.xml": strToU8("<a/>") }),
      /a spreadsheet: save it as/u,
    ],
    ["a picture", "a.pdf", () => Buffer.from("89504e470d0a1a0a0000", "hex"), /picture: .*ocrmypdf/u],
    [
      "bytes",
      "a.txt",
      () => Buffer.from(Array.from({ length: 4_000 }, (_, i) => (i * 7919) % 256)),
      /characters cannot be read|no text/u,
    ],
    ["a name that leads out of a zip", "a.docx", escaping, /leads out of it/u],
    ["a zip bomb", "a.docx", bomb, /20 MB unpacked/u],
    [
      "elements nested thirty thousand deep",
      "a.html",
      () => `<html>${"<div>".repeat(30_000)}x`,
      /nested too deeply/u,
    ],
    ["a PDF of 6,000 pages", "a.pdf", () => scan(6_000), /6000 pages, and 5000 are the most/u],
    ["nothing but spaces", "a.txt", () => " \n".repeat(9), /no text in it/u],
  ])("%s", async (_, name, make, said) => {
    await expect(read(written(name, await make()))).rejects.toThrow(said);
  });

  it("a text of 500 MB, without reading it", async () => {
    const file = written("a.txt", "字");
    ftruncateSync(openSync(file, "r+"), 500 * 2 ** 20);
    const before = process.memoryUsage.rss();
    await expect(read(file)).rejects.toThrow(/500 MB, and 32 MB are the most/u);
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 2 ** 20);
  });

  it("a part that says it is small and is not", async () => {
    const bytes = Buffer.from(bomb());
    const size = Buffer.alloc(4);
    size.writeUInt32LE(20 * 2 ** 20);
    const small = Buffer.alloc(4);
    small.writeUInt32LE(1_000);
    const lying = Buffer.from(
      bytes.toString("latin1").replaceAll(size.toString("latin1"), small.toString("latin1")),
      "latin1",
    );
    await expect(read(written("a.docx", lying))).rejects.toThrow(/damaged \(too many bytes/u);
  });

  it("what takes more memory than it may", async () => {
    const file = written("a.html", `<html><body>${"<p>字".repeat(400_000)}`);
    await expect(read(file, { limits: { heapMib: 32, processMib: 4_000, seconds: 60 } })).rejects.toThrow(
      /more memory/u,
    );
  });

  it("what takes more time than it may", async () => {
    const file = written("a.html", `<html><body>${"<p>字".repeat(400_000)}`);
    await expect(read(file, { limits: { heapMib: 2_000, processMib: 4_000, seconds: 0.3 } })).rejects.toThrow(
      /could not be read in 0\.3 s/u,
    );
  });
});

describe("is read", () => {
  it.each([
    ["a PDF that is called a text", "a.txt", () => makePdf([{ text: TEXT }])],
    [
      "a PDF that only its owner may change",
      "a.pdf",
      () => makePdf([{ text: TEXT }], { ownerPassword: "secret" }),
    ],
    ["a DOCX that is called a PDF", "a.pdf", () => makeDocx([{ text: TEXT }])],
    ["HTML that is called a text", "a.txt", () => `<!doctype html><p>${TEXT}</p>`],
    [
      "entities that would grow without end, unexpanded",
      "a.docx",
      () =>
        makeDocx([], {
          "word/document.xml": strToU8(
            documentXml([{ text: TEXT }]).replace(
              "?><",
              '?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><',
            ),
          ),
        }),
    ],
  ])("%s", async (_, name, make) => {
    const { passages } = await read(written(name, await make()));
    expect(passages.map(({ text }) => text)).toEqual([TEXT]);
  });

  it("a file with macros, without them, and that is said", async () => {
    const file = written("a.docm", makeDocx([{ text: TEXT }], { "word/vbaProject.bin": OLE }));
    const { passages, remarks } = await read(file);
    expect(passages.map(({ text }) => text)).toEqual([TEXT]);
    expect(remarks).toEqual([expect.stringMatching(/macros: they were neither run nor read/u)]);
  });

  it("a PDF of 2,000 pages", async () => {
    const parts = Array.from({ length: 2_000 }, (_, i) => [
      { text: `第${i}项${TEXT}` },
      { pageBreak: true as const },
    ])
      .flat()
      .slice(0, -1);
    const { pages, passages } = await read(written("a.pdf", await makePdf(parts)));
    expect(pages).toBe(2_000);
    expect(passages.at(-1)).toMatchObject({ page: 2_000, text: `第1999项${TEXT}` });
  });
});

it("stopped with Ctrl-C, nothing is added and nothing of it is left running", async () => {
  const dataDir = folder();
  const big = written("大.html", `<html><body>${`<p>${TEXT}`.repeat(200_000)}`);
  const run = start({ DATA_DIR: dataDir }, "documents", "add", big, "--as", "big");
  setTimeout(() => run.child.kill("SIGINT"), 1_500);
  expect(await run.code).toBe(130);
  expect(await run.logs).toMatch(/Stopped; nothing of this file was added/u);
  const library = openLibrary({ dataDir, onTrouble: (problem) => expect.fail(problem) });
  expect(library.documents()).toEqual([]);
  library.close();
  expect(existsSync(big)).toBe(true);
});

it("two processes add at once, and each document is whole", async () => {
  const dataDir = folder();
  const files = [1, 2, 3, 4].map((i) =>
    written(`文${i}.txt`, `第${i}份\n${`${TEXT}第${i}份。\n`.repeat(500)}`),
  );
  const codes = files.map(
    (file, i) => start({ DATA_DIR: dataDir }, "documents", "add", file, "--as", `own/${i}`).code,
  );
  expect(await Promise.all(codes)).toEqual([0, 0, 0, 0]);
  const library = openLibrary({ dataDir, onTrouble: (problem) => expect.fail(problem) });
  expect(library.documents().map(({ id }) => library.passages(id).length)).toEqual([501, 501, 501, 501]);
  expect(
    library
      .documents()
      .map(({ hash }) => hash)
      .toSorted(),
  ).toEqual(
    files
      .map((file) =>
        createHash("sha256")
          .update(execFileSync("cat", [file]))
          .digest("hex"),
      )
      .toSorted(),
  );
  library.close();
});
