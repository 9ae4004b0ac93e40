/** Where the start-up time goes: the same steps as `ask`, each timed, in a process that has loaded nothing yet. */
import { readdirSync, readFileSync } from "node:fs";
import type { Steps } from "./findings.ts";

const DATA = "data";

function readAll(): void {
  for (const file of readdirSync(DATA)) {
    if (file.endsWith(".json")) JSON.parse(readFileSync(`${DATA}/${file}`, "utf8"));
  }
}

/** Answers `question` step by step. Libraries come first, so that each pays for itself and not for its importer. */
export async function startUpSteps(question: string): Promise<Steps> {
  const steps: Steps = [{ step: "node, until the first line", ms: performance.now() }];
  const step = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    steps.push({ step: name, ms: performance.now() - started });
    return result;
  };
  await step("import zod", () => import("zod"));
  await step("import opencc-js/t2cn", () => import("opencc-js/t2cn"));
  await step("import minisearch", () => import("minisearch"));
  const { loadDataset } = await step(
    "import src/dataset (builds the schemas)",
    () => import("../../src/dataset/load.ts"),
  );
  const { createBot } = await step(
    "import src/core (builds the converter)",
    () => import("../../src/core/bot.ts"),
  );
  const { toPlain } = await import("../../src/core/plain.ts");
  await step("read and parse data/*.json (extra: done again by the next)", readAll);
  const dataset = await step("loadDataset", () => loadDataset(DATA));
  const ask = await step("createBot", () => createBot(dataset));
  const answer = await step("the first question", () =>
    ask({ text: question, chat: { platform: "bench", id: "steps" } }),
  );
  await step("toPlain", () => toPlain(answer));
  return steps;
}
