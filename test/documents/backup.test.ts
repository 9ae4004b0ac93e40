/** The documents of an operator come back with a backup, with what was typed when they were added. */
import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { backUpLibrary, libraryBeside, libraryOf } from "../../src/documents/backup.ts";
import { openLibrary } from "../../src/documents/library.ts";
import { FILE } from "../../src/documents/schema.ts";
import { openStore } from "../../src/documents/store.ts";
import { cleanUp, folder } from "../support/process.ts";

afterEach(cleanUp);

function withDocument(dataDir: string, id = "plans-2023/新能源"): string {
  const store = openStore(join(dataDir, FILE));
  const document = {
    id,
    title: "某年计划",
    number: "粤工信〔2023〕8 号",
    grade: "official",
    hash: id,
    pages: 3,
  } as const;
  const text = "以阳江、汕尾为重点发展海上风电。";
  store.add(document, [{ paragraph: 1, page: 2, section: [], text }], { replace: false, now: 0 });
  store.close();
  return dataDir;
}

function found(dataDir: string): (string | undefined)[] {
  const library = openLibrary({ dataDir, onTrouble: (problem) => expect.fail(problem) });
  try {
    return library.find([["海上风电"]], 5).map(({ document }) => library.document(document)?.number);
  } finally {
    library.close();
  }
}

describe("the library beside a backup", () => {
  it("comes back whole, readable for its owner alone", () => {
    const [from, to] = [withDocument(folder()), folder()];
    const file = join(from, "backup.db");
    expect(backUpLibrary(from, file)).toBe(1);
    expect(statSync(libraryBeside(file)).mode & 0o777).toBe(0o600);
    expect(libraryOf(file, to, false)?.()).toBe(1);
    expect(statSync(join(to, FILE)).mode & 0o777).toBe(0o600);
    expect(found(to)).toEqual(["粤工信〔2023〕8 号"]);
    withDocument(to, "later");
    expect(found(to)).toHaveLength(2);
  });

  it("is copied while another adds to it", () => {
    const from = withDocument(folder());
    const store = openStore(join(from, FILE));
    expect(backUpLibrary(from, join(from, "backup.db"))).toBe(1);
    store.close();
  });

  it("is none where no document was added", () => {
    const from = folder();
    expect(backUpLibrary(from, join(from, "backup.db"))).toBeUndefined();
    expect(libraryOf(join(from, "backup.db"), from, false)).toBeUndefined();
  });

  it("takes the place of documents only by force", () => {
    const [from, to] = [withDocument(folder()), withDocument(folder(), "own")];
    const file = join(from, "backup.db");
    backUpLibrary(from, file);
    expect(() => libraryOf(file, to, false)).toThrow("--force");
    expect(libraryOf(file, to, true)?.()).toBe(1);
    expect(found(to)).toEqual(["粤工信〔2023〕8 号"]);
  });

  it("is refused where it is damaged, and nothing is changed", () => {
    const [from, to] = [folder(), join(folder(), "new")];
    mkdirSync(to);
    writeFileSync(libraryBeside(join(from, "backup.db")), "no database");
    expect(() => libraryOf(join(from, "backup.db"), to, true)).toThrow("damaged");
    expect(existsSync(join(to, FILE))).toBe(false);
  });

  it("leaves a file that is there already", () => {
    const from = withDocument(folder());
    const file = join(from, "backup.db");
    writeFileSync(libraryBeside(file), "mine");
    expect(() => backUpLibrary(from, file)).toThrow("name a new file");
  });
});
