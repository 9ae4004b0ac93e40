/** What was added is found: in any script and width, the most telling first, and at once. */
import { chmodSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { Imported } from "../../src/dataset/passages.ts";
import { openLibrary, type OpenLibrary } from "../../src/documents/library.ts";
import { FILE } from "../../src/documents/schema.ts";
import { type Draft, openStore } from "../../src/documents/store.ts";
import { indexed, isNamed, phraseOf } from "../../src/documents/words.ts";
import { cleanUp, folder, later } from "../support/process.ts";

afterEach(cleanUp);

const document = (id: string, more: Partial<Imported> = {}): Imported => ({
  id,
  title: "某年计划",
  grade: "official",
  hash: id,
  pages: null,
  ...more,
});
const drafts = (...texts: readonly (string | Partial<Draft>)[]): Draft[] =>
  texts.map((given, i) => ({
    paragraph: i + 1,
    page: null,
    section: [],
    text: "",
    ...(typeof given === "string" ? { text: given } : given),
  }));

function add(dataDir: string, one: Imported, passages: readonly Draft[], replace = false) {
  const store = openStore(join(dataDir, FILE));
  try {
    return store.add(one, passages, { replace, now: 0 });
  } finally {
    store.close();
  }
}

function opened(dataDir: string): OpenLibrary {
  const library = openLibrary({ dataDir, onTrouble: (problem) => expect.fail(problem) });
  later(() => library.close());
  return library;
}

const textsOf = (library: OpenLibrary, asked: readonly (readonly string[])[], limit = 10): string[] =>
  library.find(asked, limit).map(({ text }) => text);

describe("a look-up", () => {
  it("finds Traditional, full-width and grouped writing by the ordinary one", () => {
    const dataDir = folder();
    add(dataDir, document("a"), drafts("廣東省積體電路產業營業收入２，５００億元", "建设 5G 基站"));
    const library = opened(dataDir);
    expect(textsOf(library, [["广东省"], ["2500亿"]])).toEqual(["廣東省積體電路產業營業收入２，５００億元"]);
    expect(textsOf(library, [["5g基站"]])).toEqual(["建设 5G 基站"]);
    expect(textsOf(library, [["250"]])).toEqual([]);
  });

  it("takes any wording of each thing asked for, and every thing has to be named", () => {
    const dataDir = folder();
    add(dataDir, document("a"), drafts("深圳发展集成电路", "深圳发展汽车", "珠海发展半导体"));
    const library = opened(dataDir);
    expect(
      textsOf(library, [
        ["深圳", "深圳市"],
        ["半导体", "集成电路"],
      ]),
    ).toEqual(["深圳发展集成电路"]);
    expect(textsOf(library, [["深圳"], ["机器人"]])).toEqual([]);
    expect(textsOf(library, [])).toEqual([]);
    expect(textsOf(library, [["，"]])).toEqual([]);
  });

  it.each([3, 40])(
    "puts what names most in its text first, of equals the shorter, among %s of each",
    (count) => {
      const dataDir = folder();
      const section = ["深圳的半导体"];
      const many = Array.from({ length: count }, (_, i) => [
        { text: `产业${"甲".repeat(i)}`, section },
        { text: `深圳产业${"甲".repeat(i)}`, section },
        { text: `深圳的半导体${"甲".repeat(i)}`, section },
      ]).flat();
      add(dataDir, document("a"), drafts(...many));
      const found = textsOf(opened(dataDir), [["深圳"], ["半导体"]], count * 2);
      const by = (start: string): string[] =>
        Array.from({ length: count }, (_, i) => `${start}${"甲".repeat(i)}`);
      expect(found).toEqual([...by("深圳的半导体"), ...by("深圳产业")]);
    },
  );

  it("counts the title of the document and the headings above a cell", () => {
    const dataDir = folder();
    const row = {
      table: 1,
      caption: "布局",
      headings: [["城市"], ["新兴产业", "半导体"]],
      cells: ["广州", "★"],
    };
    add(dataDir, document("a", { title: "行动计划" }), drafts({ text: "广州 | ★", row }, "广州"));
    const [first] = opened(dataDir).find([["广州"], ["半导体"], ["行动计划"]], 5);
    expect(first).toEqual({ document: "a", paragraph: 1, page: null, section: [], text: "广州 | ★", row });
  });
});

it("any stretch of a text finds it, and nothing that is not there does", () => {
  const han = fc.string({
    unit: fc.constantFrom(..."深圳市珠海半导体5gA，。 "),
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(han, fc.nat(), fc.nat(), (text, a, b) => {
      const [from, to] = [
        Math.min(a % text.length, b % text.length),
        Math.max(a % text.length, b % text.length) + 1,
      ];
      const isWordEdge = (at: number): boolean =>
        !/[0-9a-z][0-9a-z]/iu.test(text.slice(Math.max(0, at - 1), at + 1));
      const phrase = phraseOf(text.slice(from, to));
      if (phrase !== undefined && isWordEdge(from) && isWordEdge(to))
        expect(isNamed(phrase, indexed(text))).toBe(true);
    }),
  );
  expect(isNamed({ words: "圳珠", open: false }, indexed("深圳、珠海"))).toBe(false);
  expect(isNamed(phraseOf("圳5g") ?? { words: "", open: true }, indexed("深圳，5g"))).toBe(false);
});

describe("while it is open", () => {
  it("sees what another process adds, replaces and removes", () => {
    const dataDir = folder();
    const library = opened(dataDir);
    expect(library.documents()).toEqual([]);
    add(dataDir, document("a"), drafts("深圳"));
    expect(textsOf(library, [["深圳"]])).toEqual(["深圳"]);
    expect(library.document("a")?.title).toBe("某年计划");
    expect(add(dataDir, document("a", { hash: "b" }), drafts("珠海")).outcome).toBe("taken");
    expect(add(dataDir, document("a", { hash: "b", title: "新" }), drafts("珠海"), true).outcome).toBe(
      "replaced",
    );
    expect(textsOf(library, [["深圳"]])).toEqual([]);
    expect(library.passage("a", 1)?.text).toBe("珠海");
    expect(library.document("a")?.title).toBe("新");
    expect(add(dataDir, document("c", { hash: "b" }), drafts("珠海")).document.id).toBe("a");
    const store = openStore(join(dataDir, FILE));
    expect([store.remove("a"), store.remove("a")]).toEqual([true, false]);
    store.close();
    expect(textsOf(library, [["珠海"]])).toEqual([]);
    expect(library.documents()).toEqual([]);
  });

  it("goes on with another file that took its place", () => {
    const [dataDir, other] = [folder(), folder()];
    add(dataDir, document("a"), drafts("深圳"));
    const library = opened(dataDir);
    expect(textsOf(library, [["深圳"]])).toEqual(["深圳"]);
    for (const end of ["", "-wal", "-shm"]) rmSync(join(dataDir, FILE + end), { force: true });
    expect(textsOf(library, [["深圳"]])).toEqual([]);
    add(other, document("b"), drafts("珠海"));
    add(dataDir, document("b"), drafts("珠海"));
    expect(textsOf(library, [["珠海"]])).toEqual(["珠海"]);
  });

  it("finds nothing in a damaged file, and says so once with the remedy", () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, FILE), "no database at all, ".repeat(500));
    const told: string[] = [];
    const library = openLibrary({ dataDir, onTrouble: (problem) => told.push(problem) });
    expect([library.find([["深圳"]], 5), library.documents(), library.passages("a")]).toEqual([[], [], []]);
    expect(told).toEqual([expect.stringMatching(/library\.db cannot be used .*move it away/u)]);
  });
});

it("the file is its owner's alone", () => {
  const dataDir = folder();
  chmodSync(dataDir, 0o755);
  add(dataDir, document("a"), drafts("深圳"));
  expect(statSync(join(dataDir, FILE)).mode & 0o777).toBe(0o600);
});

it("a document that cannot be written whole is not there at all", () => {
  const dataDir = folder();
  const same = drafts("深圳").concat(drafts("珠海"));
  expect(() => add(dataDir, document("a"), same)).toThrow(/constraint/iu);
  const library = opened(dataDir);
  expect([library.documents(), library.find([["深圳"]], 5)]).toEqual([[], []]);
});
