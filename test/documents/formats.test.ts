/** What is written into a file of any format comes out again: paragraphs, sections, pages. */
import fc from "fast-check";
import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { Converter } from "opencc-js/cn2t";
import { makeDocx } from "./docx.ts";
import { type Drawn, makePdf } from "./pdf.ts";
import { placesOf, readBytes } from "./reading.ts";

const BODY =
  "以广州、深圳、珠海为核心，打造国内领先的半导体及集成电路产业集聚区，到2025年主营业务收入突破4000亿元，支持佛山、惠州、东莞、中山建设配套基地。";

/** What people write: Chinese with Latin and figures in it, no heading and no list. */
const sentence = fc
  .array(
    fc.constantFrom(
      "推进",
      "广州",
      "半导体",
      "创新平台",
      "AI",
      "5G 基站",
      "，",
      "营业收入 4000 亿元",
      "AI chip",
      "（含横琴）",
      "协同",
      "产业链",
    ),
    { minLength: 3, maxLength: 60 },
  )
  .map((words) => `各市${words.join("").replaceAll(/，+/gu, "，")}。`);

interface Part {
  heading: string;
  paragraphs: string[];
}
const HAN = "一二三四五六";
const parts = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  .map((all) =>
    all.map((paragraphs, i): Part => ({ heading: `${HAN.charAt(i)}、任务之${HAN.charAt(i)}`, paragraphs })),
  );

const wanted = (all: readonly Part[]) =>
  all.flatMap(({ heading, paragraphs }) => paragraphs.map((text) => ({ text, section: [heading] })));
const flat = (all: readonly Part[]) => all.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]);

describe.each<[string, string, (all: readonly Part[]) => Uint8Array | string]>([
  ["plain text", "a.txt", (all) => flat(all).join("\n")],
  [
    "plain text with indents and empty lines",
    "a.txt",
    (all) =>
      flat(all)
        .map((line) => `　　${line}\r\n\r\n`)
        .join(""),
  ],
  [
    "Markdown",
    "a.md",
    (all) => all.map(({ heading, paragraphs }) => `## ${heading}\n\n${paragraphs.join("\n\n")}\n\n`).join(""),
  ],
  [
    "HTML",
    "a.html",
    (all) =>
      `<!doctype html><nav>首页</nav>${all.map(({ heading, paragraphs }) => `<h2>${heading}</h2>${paragraphs.map((text) => `<p>　　${text}</p>`).join("\n")}`).join("")}<footer>版权</footer>`,
  ],
  [
    "DOCX by style",
    "a.docx",
    (all) =>
      makeDocx(
        all.flatMap(({ heading, paragraphs }) => [
          { text: heading, style: "2" },
          ...paragraphs.map((text) => ({ text })),
        ]),
      ),
  ],
  [
    "DOCX by outline",
    "a.docx",
    (all) =>
      makeDocx(
        all.flatMap(({ heading, paragraphs }) => [
          { text: heading, outline: 0 },
          ...paragraphs.map((text) => ({ text })),
        ]),
      ),
  ],
  [
    "DOCX whose numbers Word counts",
    "a.docx",
    (all) =>
      makeDocx(
        all.flatMap(({ heading, paragraphs }) => [
          { text: heading.slice(2), list: 7, style: "own" },
          ...paragraphs.map((text) => ({ text })),
        ]),
      ),
  ],
])("%s", (_, name, make) => {
  it("gives back its paragraphs below their headings", async () => {
    await fc.assert(
      fc.asyncProperty(parts, async (all) => {
        const read = await readBytes(make(all), name);
        expect(placesOf(read).map(({ text, section }) => ({ text, section }))).toEqual(wanted(all));
      }),
      { numRuns: 40 },
    );
  });
});

it("a PDF gives back its paragraphs, over lines and pages, below their headings and on the page they begin on", async () => {
  const long = fc.array(sentence, { minLength: 1, maxLength: 12 }).map((all) => all.join(""));
  await fc.assert(
    fc.asyncProperty(fc.array(long, { minLength: 1, maxLength: 9 }), async (texts) => {
      // What stands on one page alone cannot be known to be running.
      const drawn: Drawn[] = [...texts.map((text) => ({ text })), { pageBreak: true }, { text: BODY }];
      const bytes = await makePdf([{ text: "一、任务" }, ...drawn], {
        header: "广东省人民政府公报",
        numbered: true,
      });
      const read = await readBytes(bytes, "a.pdf");
      // A space at the break of a line is gone, and none is added in Chinese.
      const bare = (text: string): string => text.replaceAll(" ", "");
      expect(placesOf(read).map(({ text }) => bare(text))).toEqual([...texts, BODY].map(bare));
      expect(placesOf(read).every(({ section }) => section[0] === "一、任务")).toBe(true);
      const pages = placesOf(read).map(({ page }) => page ?? 0);
      expect(pages).toEqual(pages.toSorted((a, b) => a - b));
    }),
    { numRuns: 6 },
  );
});

it("a PDF's running header, its title and its pages", async () => {
  const bytes = await makePdf(
    [
      { title: "半导体产业集群行动计划" },
      { text: "一、总体要求" },
      { text: "（一）基础良好。" + BODY },
      { pageBreak: true },
      { text: "（二）目标" },
      { text: BODY },
      { pageBreak: true },
      { text: "附件1" },
      { text: BODY },
    ],
    { header: "广东省人民政府公报　2023 年第 8 期", numbered: true },
  );
  const read = await readBytes(bytes, "a.pdf");
  expect(read.title).toBe("半导体产业集群行动计划");
  expect(placesOf(read)).toEqual([
    { text: `（一）基础良好。${BODY}`, section: ["一、总体要求", "（一）基础良好"], page: 1 },
    { text: BODY, section: ["一、总体要求", "（二）目标"], page: 2 },
    { text: BODY, section: ["附件1"], page: 3 },
  ]);
});

it("a PDF whose font is not in it is read by the tables for Chinese fonts", async () => {
  // 深圳市半导体 in GBK, as older programs write it.
  const text = "BT /F1 16 Tf 72 700 Td <c9eedbdacad0b0ebb5bccce5> Tj ET";
  const bodies = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>",
    "<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>",
  ];
  const objects = bodies.map((body, i) => `${i + 1} 0 obj\n${body}\nendobj\n`).join("");
  const read = await readBytes(`%PDF-1.4\n${objects}trailer<</Size 8/Root 1 0 R>>\n%%EOF`, "a.pdf");
  expect(placesOf(read).map((one) => one.text)).toEqual(["深圳市半导体"]);
});

describe("DOCX", () => {
  it("has the pages on which Word last laid it out, and none where it did not", async () => {
    const read = await readBytes(
      makeDocx([{ text: "甲一。" }, { text: "乙二。", newPage: true }, { text: "丙三。" }]),
      "a.docx",
    );
    expect([read.pages, placesOf(read).map(({ page }) => page)]).toEqual([2, [1, 2, 2]]);
    expect((await readBytes(makeDocx([{ text: "甲一。" }]), "a.docx")).pages).toBeNull();
  });

  it("leaves out what was deleted, and what stands twice for older programs", async () => {
    const xml = `<w:document><w:p><w:r><w:t>留下</w:t></w:r><w:del><w:r><w:delText>删去</w:delText><w:t>删去</w:t></w:r></w:del><mc:AlternateContent><mc:Fallback><w:r><w:t>两次</w:t></w:r></mc:Fallback></mc:AlternateContent><w:ins><w:r><w:t>加上。</w:t></w:r></w:ins></w:p></w:document>`;
    const read = await readBytes(makeDocx([], { "word/document.xml": strToU8(xml) }), "a.docx");
    expect(placesOf(read).map(({ text }) => text)).toEqual(["留下加上。"]);
  });

  it("takes its title from the style of titles", async () => {
    const read = await readBytes(
      makeDocx([{ text: "行动计划", style: "T" }, { text: "一、甲", style: "2" }, { text: "正文。" }]),
      "a.docx",
    );
    expect([read.title, placesOf(read)]).toEqual([
      "行动计划",
      [{ text: "正文。", section: ["一、甲"], page: null }],
    ]);
  });
});

describe("sections", () => {
  it("are nested by number, whatever order they come in, and begin anew with a higher one", async () => {
    const lines = [
      "第一章 总则",
      "第一节 目的",
      "甲。",
      "一、范围",
      "（一）城市",
      "1.核心城市",
      "（1）广州",
      "乙。",
      "（二）集群",
      "丙。",
      "第二章 附则",
      "丁。",
    ];
    const read = await readBytes(lines.join("\n"), "a.txt");
    expect(placesOf(read).map(({ text, section }) => [text, section.join("/")])).toEqual([
      ["甲。", "第一章 总则/第一节 目的"],
      ["乙。", "第一章 总则/第一节 目的/一、范围/（一）城市/1.核心城市/（1）广州"],
      ["丙。", "第一章 总则/第一节 目的/一、范围/（二）集群"],
      ["丁。", "第二章 附则"],
    ]);
  });

  it("lose nothing: a numbered line with nothing below it is a passage", async () => {
    const read = await readBytes("名单如下。\n1.广州市\n2.深圳市\n", "a.txt");
    expect(placesOf(read).map(({ text }) => text)).toEqual(["名单如下。", "1.广州市", "2.深圳市"]);
  });
});

describe("lines that a margin has cut", () => {
  it("are one paragraph, Chinese without a space and Latin with one", async () => {
    const text = `　　${BODY.slice(0, 38)}\n${BODY.slice(38)}\n　　另起一段。\n`;
    expect(placesOf(await readBytes(text, "a.txt")).map((one) => one.text)).toEqual([BODY, "另起一段。"]);
    const latin =
      "The province builds a cluster of semicon-\nductors around Guangzhou and Shenzhen, and\nZhuhai.\n";
    expect(placesOf(await readBytes(latin, "a.txt")).map((one) => one.text)).toEqual([
      "The province builds a cluster of semiconductors around Guangzhou and Shenzhen, and Zhuhai.",
    ]);
  });
});

/** Node only reads these: each pair of bytes is read once, and noted. */
function encoded(text: string, encoding: string): Uint8Array {
  const bytes = new Map<string, readonly number[]>();
  for (let high = 0x81; high < 0xff; high += 1)
    for (let low = 0x40; low < 0xff; low += 1)
      bytes.set(new TextDecoder(encoding).decode(Uint8Array.of(high, low)), [high, low]);
  return Uint8Array.from([...text].flatMap((char) => bytes.get(char) ?? [char.charCodeAt(0)]));
}

describe("characters", () => {
  it.each([
    ["gb18030", BODY],
    ["big5", Converter({ from: "cn", to: "tw" })(BODY)],
  ])("of %s are told by how often they are used", async (encoding, text) => {
    const read = await readBytes(encoded(text, encoding), "a.txt");
    expect(placesOf(read).map((one) => one.text)).toEqual([text]);
  });

  it.each(["utf-16le", "utf-16be"])("of %s are read with a mark and without", async (encoding) => {
    const bytes = Buffer.from(`${BODY}\n第 2 段。`, "utf16le");
    if (encoding === "utf-16be") bytes.swap16();
    const mark = encoding === "utf-16le" ? [0xff, 0xfe] : [0xfe, 0xff];
    for (const start of [[], mark])
      expect(
        placesOf(await readBytes(Buffer.from([...start, ...bytes]), "a.txt")).map((one) => one.text),
      ).toEqual([BODY, "第 2 段。"]);
  });

  it("of HTML are those it names, unless they cannot be", async () => {
    const page = (charset: string): Buffer =>
      Buffer.concat([
        Buffer.from(`<html><meta charset="${charset}"><p>`),
        Buffer.from("d2d4b9e3d6ddceaabacbd0c4a1a3", "hex"),
      ]);
    expect(placesOf(await readBytes(page("gb2312"), "a.html")).map((one) => one.text)).toEqual([
      "以广州为核心。",
    ]);
    const text = `<html><meta charset="gb2312"><p>以广州为核心。</p>`;
    expect(placesOf(await readBytes(text, "a.html")).length).toBe(1);
  });

  it("of Traditional Chinese stay as they are", async () => {
    const text = Converter({ from: "cn", to: "tw" })(BODY);
    expect(placesOf(await readBytes(text, "a.txt")).map((one) => one.text)).toEqual([text]);
  });
});
