/** The folder of the dataset, one of its files in or out of shape. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { DatasetError, loadDataset } from "../../src/dataset/load.ts";
import { DATA } from "../support/bot.ts";
import { border } from "./border.ts";
import { damaged, type Json, oddJson, oddText } from "./odd.ts";

const FILES = readdirSync(DATA, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.replaceAll("\\", "/"))
  .toSorted();

interface Input {
  file: string;
  text: string;
}

const contents = new Map(FILES.map((file) => [file, readFileSync(join(DATA, file), "utf8")]));
const file = fc.constantFrom(...FILES);
const inOrder = (name: string): string => contents.get(name) ?? "";

const changed = file.chain((name) =>
  damaged(fc.constant(JSON.parse(inOrder(name)) as Json)).map((value): Input => ({
    file: name,
    text: JSON.stringify(value),
  })),
);
const cut = fc
  .tuple(file, fc.nat())
  .map(([name, at]): Input => ({ file: name, text: inOrder(name).slice(0, at % inOrder(name).length) }));
const other = fc.tuple(file, file).map(([name, from]): Input => ({ file: name, text: inOrder(from) }));
const odd = fc
  .tuple(
    file,
    fc.oneof(
      oddJson.map((value) => JSON.stringify(value)),
      oddText,
    ),
  )
  .map(([name, text]): Input => ({ file: name, text }));
const spliced = fc
  .tuple(file, fc.nat(), fc.nat({ max: 20 }), oddText)
  .map(([name, at, length, by]): Input => {
    const whole = inOrder(name);
    const from = at % whole.length;
    return { file: name, text: whole.slice(0, from) + by + whole.slice(from + length) };
  });

/** A line a fault: file, entry, what is wrong. */
const FAULT = /^\S+\.json|^facts$/u;

export const datasetFolder = border<Input>({
  name: "dataset",
  corpus: [
    { file: "words.json", text: inOrder("words.json") },
    { file: "words.json", text: '{"__proto__":{}}' },
    { file: "clusters.json", text: "[".repeat(20_000) },
    { file: "cities.json", text: "\uFEFF[]" },
  ],
  inputs: fc.oneof({ weight: 6, arbitrary: changed }, cut, other, odd, { weight: 2, arbitrary: spliced }),
  open() {
    const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "yuequn-fuzz-"));
    cpSync(DATA, folder, { recursive: true });
    return {
      meet({ file: name, text }) {
        writeFileSync(join(folder, name), text);
        try {
          loadDataset(folder, false);
          return "taken";
        } catch (error) {
          if (!(error instanceof DatasetError)) throw error;
          const unclear = error.faults.filter((one) => !FAULT.test(one.file) || one.problem === "");
          if (unclear.length > 0)
            throw new Error(`unclear: ${JSON.stringify(unclear.slice(0, 3))}`, { cause: error });
          return "refused";
        } finally {
          writeFileSync(join(folder, name), inOrder(name));
        }
      },
      close: () => rmSync(folder, { recursive: true, force: true }),
    };
  },
});
