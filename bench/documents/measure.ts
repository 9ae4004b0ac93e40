/** Measures, and prints what it found as JSON: node bench/documents/measure.ts DOCUMENTS PAGES. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runDocuments } from "../../src/documents/command.ts";
import { openLibrary } from "../../src/documents/library.ts";
import { openStore } from "../../src/documents/store.ts";
import { loadDataset } from "../../src/dataset/load.ts";
import { type DocxPart, makeDocx } from "../../test/documents/docx.ts";
import { type Drawn, makePdf } from "../../test/documents/pdf.ts";
import { percentile } from "../support/numbers.ts";
import { createChance, draftsOf, paragraph, questions } from "./corpus.ts";
import type { ImportFindings } from "./import.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const [, , documents = "500", pages = "200"] = process.argv;
const folder = mkdtempSync(join(tmpdir(), "yuequn-bench-"));
const dataset = loadDataset(join(ROOT, "data"), false);
const chance = createChance(3);

/** As the command adds it, from the file to the index. */
async function imported(format: string, name: string, bytes: Uint8Array | string, count: number) {
  process.stderr.write(`adding ${format}\n`);
  const file = join(folder, name);
  writeFileSync(file, bytes);
  let rss = 0;
  const look = setInterval(() => (rss = Math.max(rss, process.memoryUsage.rss())), 50);
  const [from, busy] = [performance.now(), process.cpuUsage()];
  const code = await runDocuments(
    {
      dataset: () => dataset,
      dataDir: join(folder, "imports"),
      thread: join(ROOT, "dist/read-document.js"),
      cmaps: join(ROOT, "assets/cmaps/"),
      now: 0,
      print: () => undefined,
      warn: (line) => void process.stderr.write(`${line}\n`),
      signal: new AbortController().signal,
    },
    ["add", file, "--as", format],
  );
  clearInterval(look);
  if (code !== 0) throw new Error(`${name} was not taken`);
  return {
    format,
    pages: count,
    seconds: (performance.now() - from) / 1_000,
    busy: processorMs(busy) / 1_000,
    rss,
  };
}

const TABLE = [
  ["城市", "汽车", "半导体", "机器人"],
  ...Array.from({ length: 20 }, (_, i) => [`城市${i}`, "★", "", "★"]),
];

/** A page: some 700 characters, and a table in the place of half of them on every fifth. */
function drawn(count: number): Drawn[] {
  return Array.from({ length: count }, (_, i): Drawn[] => [
    { text: paragraph(chance) },
    { text: paragraph(chance) },
    ...(i % 5 === 0 ? [{ table: TABLE, ruled: i % 10 === 0 }] : [{ text: paragraph(chance) }]),
    { pageBreak: true },
  ]).flat();
}

async function imports(count: number) {
  const parts = drawn(count);
  const texts = parts.flatMap((part) => ("text" in part ? [part.text] : []));
  const docx = parts.flatMap((part): DocxPart[] =>
    "text" in part
      ? [{ text: part.text }]
      : "table" in part
        ? [{ table: TABLE.map((row) => row.map((text) => ({ text }))) }]
        : [],
  );
  const pdf = await makePdf(parts.slice(0, -1), { header: "粤群公报", numbered: true });
  return [
    await imported("PDF", "a.pdf", pdf, count),
    await imported("DOCX", "a.docx", makeDocx(docx), count),
    await imported(
      "HTML",
      "a.html",
      `<!doctype html>${texts.map((text) => `<p>${text}</p>`).join("")}`,
      count,
    ),
    await imported("TXT", "a.txt", texts.join("\n"), count),
  ];
}

/** Of this process, which waits for nothing while it looks up: what others on the machine take is not in it. */
function processorMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
}

function filled(count: number): number {
  const store = openStore(join(folder, "library.db"));
  const from = performance.now();
  for (let i = 1; i <= count; i += 1) {
    if (i % 50 === 0) process.stderr.write(`${i} of ${count} documents\n`);
    const document = {
      id: `made/${i}`,
      title: `某年第 ${i} 号计划`,
      grade: "official" as const,
      hash: String(i),
      pages: 50,
    };
    store.add(document, draftsOf(i), { replace: false, now: 0 });
  }
  store.settle();
  store.close();
  return (performance.now() - from) / 1_000;
}

function looked(): Pick<ImportFindings, "find" | "kinds" | "startMs" | "rss"> {
  const from = performance.now();
  const library = openLibrary({
    dataDir: folder,
    onTrouble: (problem) => process.stderr.write(`${problem}\n`),
  });
  library.documents();
  library.find([["深圳"], ["半导体"]], 5);
  const startMs = performance.now() - from;
  let found = 0;
  const times = questions(2_000).map(({ kind, asked }) => {
    const busy = process.cpuUsage();
    if (library.find(asked, 5).length > 0) found += 1;
    return { kind, took: processorMs(busy) };
  });
  globalThis.gc?.();
  const spread = (took: readonly number[]) => ({ p50: percentile(took, 0.5), p99: percentile(took, 0.99) });
  const all = times.map(({ took }) => took);
  const kinds = [...new Set(times.map(({ kind }) => kind))].map((kind) => ({
    kind,
    ...spread(times.filter((one) => one.kind === kind).map(({ took }) => took)),
  }));
  const rss = process.memoryUsage.rss();
  library.close();
  return {
    find: { count: all.length, found, max: Math.max(...all), ...spread(all) },
    kinds,
    startMs,
    rss,
  };
}

try {
  // The filling first: what reading leaves behind in memory is not the look-up's.
  const addSeconds = filled(Number(documents));
  const findings = {
    documents: Number(documents),
    passages: Number(documents) * 400,
    bytes: statSync(join(folder, "library.db")).size,
    addSeconds,
    ...looked(),
    imports: await imports(Number(pages)),
  };
  process.stdout.write(JSON.stringify(findings));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
