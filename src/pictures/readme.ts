/** The pictures of the README: one of each kind, and a chat. They are committed, and the tests hold new ones against them. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { buildRelations } from "../core/ask/relations.ts";
import { createBot } from "../core/bot.ts";
import type { Picture } from "../core/types.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { gate, makeOne } from "./build.ts";
import { sceneOf } from "./catalog.ts";
import type { Font } from "./font.ts";
import { createDraw } from "./render.ts";
import type { Scene } from "./scene.ts";
import { chatScene } from "./scenes/chat.ts";
import { openStudio } from "./studio.ts";

const SHOWN: Readonly<Record<string, Picture>> = {
  map: { kind: "map", cluster: "半导体与集成电路" },
  card: { kind: "card", city: "东莞" },
  matrix: { kind: "matrix" },
  figures: { kind: "figures", scope: "新兴" },
  "compare-clusters": { kind: "compare-clusters", clusters: ["半导体与集成电路", "智能家电"] },
  "compare-cities": { kind: "compare-cities", cities: ["广州", "深圳"] },
};

const ASKED = ["半导体有哪些核心城市？", "那佛山呢？"];

/** File name in `docs/` → what it shows. The answers are the bot's own. */
export function readmeScenes(dataset: Dataset, font: Font): Map<string, Scene> {
  const bot = createBot(dataset);
  const chat = { platform: "readme", id: "readme" };
  const turns = ASKED.map((text, i) => ({ question: text, answer: bot({ text, chat, at: i * 1000 }) }));
  const relations = buildRelations(dataset);
  const scenes = Object.entries(SHOWN).map(
    ([name, picture]) => [name, sceneOf(relations, font, picture, "zh-CN")] as const,
  );
  return new Map(
    [...scenes, ["chat", chatScene(dataset, font, turns)] as const].map(([name, s]) => [`${name}.png`, s]),
  );
}

/** Writes them. @returns their names. */
export async function buildReadme(dataset: Dataset, folder: string, fonts: string): Promise<string[]> {
  const studio = await openStudio(fonts);
  const scenes = readmeScenes(dataset, studio.font);
  gate(studio, [...scenes.values()]);
  const draw = await createDraw(studio.files);
  await mkdir(folder, { recursive: true });
  for (const [name, scene] of scenes) await makeOne(draw, scene, join(folder, name));
  return [...scenes.keys()];
}
