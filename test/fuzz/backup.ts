/** Backups as disks, networks and editors leave them: cut, with bits turned, with pages gone. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { withBackup } from "../../src/store/copy.ts";
import { openStore } from "../../src/store/open.ts";
import { type Sums, sumOf, TABLES } from "../../src/store/sums.ts";
import { BOT, NINE, subscribe } from "../support/daily.ts";
import { border } from "./border.ts";
import { oddText } from "./odd.ts";

const change = fc.oneof(
  fc.record({ how: fc.constant("cut"), at: fc.nat() }),
  fc.record({ how: fc.constant("turn"), at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ how: fc.constant("turn"), at: fc.nat({ max: 110 }), by: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ how: fc.constant("zero"), at: fc.nat(), length: fc.integer({ min: 1, max: 5_000 }) }),
  fc.record({ how: fc.constant("swap"), at: fc.nat(), length: fc.nat() }),
  fc.record({ how: fc.constant("write"), at: fc.nat(), text: oddText }),
);
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

interface Input {
  changes: Change[];
  /** A log beside it, as after a copy by hand. */
  log?: Uint8Array | undefined;
  /** Not a backup at all. */
  instead?: Uint8Array | undefined;
}

const inputs = fc.record<Input>({
  changes: fc.array(change, { minLength: 1, maxLength: 3 }),
  log: fc.option(fc.uint8Array({ maxLength: 200 }), { nil: undefined, freq: 10 }),
  instead: fc.option(fc.uint8Array({ maxLength: 300 }), { nil: undefined, freq: 20 }),
});

const PAGE = 4_096;

function changed(whole: Buffer, changes: readonly Change[]): Buffer {
  let bytes: Buffer = Buffer.from(whole);
  for (const one of changes) {
    const at = one.at % Math.max(1, bytes.length);
    if (one.how === "cut") bytes = bytes.subarray(0, at);
    if ("by" in one && bytes.length > 0) bytes[at] = (bytes[at] ?? 0) ^ one.by;
    if (one.how === "zero" && "length" in one) bytes.fill(0, at, Math.min(bytes.length, at + one.length));
    if (one.how === "swap" && "length" in one) swap(bytes, at, one.length);
    if ("text" in one) bytes.write(one.text, at);
  }
  return bytes;
}

function swap(bytes: Buffer, one: number, other: number): void {
  const pages = Math.max(1, Math.floor(bytes.length / PAGE));
  const [a, b] = [one, other].map((page) => (page % pages) * PAGE) as [number, number];
  const kept = Buffer.from(bytes.subarray(a, a + PAGE));
  bytes.copy(bytes, a, b, b + PAGE);
  kept.copy(bytes, b);
}

const CLEAR =
  /(?:is no backup of Yuequn: name one|made by a newer version of Yuequn .*Update the program|is damaged or only half written .*take another backup).*Nothing was changed\.$/su;

async function sample(folder: string): Promise<Buffer> {
  const store = await openStore({ dataDir: folder });
  for (let i = 0; i < 40; i += 1) await subscribe(store, String(i), NINE);
  await store.settings.set(BOT, "3", "en");
  await store.seen.add(BOT, ["5", "6"], NINE);
  await store.backup(join(folder, "good.db"));
  await store.close();
  return readFileSync(join(folder, "good.db"));
}

const sums = (file: string): Promise<Sums> =>
  withBackup(file, async (copy) => {
    const all: Sums = {};
    for (const table of TABLES) all[table] = await sumOf(copy, table);
    return all;
  });

export const backup = border<Input>({
  name: "backup",
  corpus: [
    { changes: [{ how: "cut", at: 0 }] },
    { changes: [{ how: "cut", at: PAGE }] },
    { changes: [{ how: "turn", at: 18, by: 3 }] },
    { changes: [{ how: "cut", at: 99 }], log: new Uint8Array(64) },
  ],
  inputs,
  async open() {
    const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "yuequn-fuzz-"));
    const before = process.env["TMPDIR"];
    // Copies are made there to be looked into.
    process.env["TMPDIR"] = folder;
    const whole = await sample(folder);
    const file = join(folder, "copy.db");
    const good = JSON.stringify(await sums(join(folder, "good.db")));
    return {
      async meet({ changes, log, instead }) {
        const bytes = instead ? Buffer.from(instead) : changed(whole, changes);
        writeFileSync(file, bytes);
        rmSync(`${file}-wal`, { force: true });
        if (log) writeFileSync(`${file}-wal`, log);
        const said = await sums(file).then(
          (found) => (JSON.stringify(found) === good ? "whole" : "other rows than were written"),
          (error: unknown) => (error instanceof Error ? error.message : String(error)),
        );
        if (!readFileSync(file).equals(bytes)) throw new Error("the backup was written to");
        if (said === "whole") return bytes.equals(whole) ? "untouched" : "harmless";
        if (!CLEAR.test(said)) throw new Error(said);
        return "refused";
      },
      close() {
        if (before === undefined) delete process.env["TMPDIR"];
        else process.env["TMPDIR"] = before;
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
});
