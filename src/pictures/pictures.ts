/** A picture for an answer: taken from those made beforehand, or drawn now. Never throws, never shows a stale one. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { LRUCache } from "lru-cache";
import { buildRelations, type Relations } from "../core/ask/relations.ts";
import type { Locale, Picture } from "../core/types.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { tellOnce } from "../shared/once.ts";
import { sceneOf } from "./catalog.ts";
import { createDraw, type Draw, QUICK } from "./render.ts";
import { fileName, type Scene } from "./scene.ts";
import { missingGlyphs, openStudio, type Studio } from "./studio.ts";

export interface Drawn {
  /** ASCII, with the language and a hash of the content: the same name is the same picture. */
  name: string;
  /** A PNG. */
  bytes: Uint8Array;
  width: number;
  height: number;
  /** The same facts in words of the same language, at most 1,000 characters. */
  alt: string;
}

export interface Pictures {
  /** @returns undefined where it cannot be drawn; the reason is told once, and the answer goes out as text. */
  draw(picture: Picture, locale: Locale): Promise<Drawn | undefined>;
}

export interface PicturesOptions {
  dataset: Dataset;
  /** Where `npm run pictures` puts them; may be missing. */
  folder: string;
  /** The folder `assets/font`. */
  fonts: string;
  /** One line a reason: no renderer for this platform, a glyph the font does not have. */
  onTrouble: (reason: string) => void;
}

const MOST_SCENES = 100;
const MOST_BYTES = 8 * 2 ** 20;

interface Planned {
  scene: Scene;
  name: string;
}

/** Costs nothing until the first picture is asked for. */
export function createPictures(options: PicturesOptions): Pictures {
  const studio = once(() => openStudio(options.fonts));
  const relations = once(() => Promise.resolve(buildRelations(options.dataset)));
  const draw = once(async () => createDraw((await studio()).files));
  const planned = new LRUCache<string, Planned>({ max: MOST_SCENES });
  const kept = new LRUCache<string, Uint8Array>({
    maxSize: MOST_BYTES,
    sizeCalculation: (bytes) => bytes.length,
  });
  const inTurn = createTurns();
  const trouble = tellOnce(options.onTrouble);

  async function drawn(picture: Picture, locale: Locale): Promise<Drawn> {
    const { scene, name } = plan(await relations(), await studio(), { picture, locale }, planned);
    // One after the other: the same picture asked for twice is drawn once, and a burst needs no more memory.
    const bytes = kept.get(name) ?? (await inTurn(() => bytesOf(scene, name)));
    return { name, bytes, width: scene.width, height: scene.height, alt: scene.alt };
  }

  async function bytesOf(scene: Scene, name: string): Promise<Uint8Array> {
    const bytes = kept.get(name) ?? (await madeBefore(options.folder, name)) ?? (await now(draw, scene));
    kept.set(name, bytes);
    return bytes;
  }

  return {
    async draw(picture, locale) {
      try {
        return await drawn(picture, locale);
      } catch (error) {
        trouble(`${picture.kind}: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
      }
    },
  };
}

function plan(
  relations: Relations,
  { font, versions }: Studio,
  wanted: { picture: Picture; locale: Locale },
  planned: LRUCache<string, Planned>,
): Planned {
  const key = JSON.stringify(wanted);
  const known = planned.get(key);
  if (known) return known;
  const scene = sceneOf(relations, font, wanted.picture, wanted.locale);
  const [missing] = missingGlyphs(font, scene);
  if (missing !== undefined) throw new Error(`${missing}; run npm run font`);
  const fresh = { scene, name: fileName(scene, versions) };
  planned.set(key, fresh);
  return fresh;
}

const madeBefore = (folder: string, name: string): Promise<Uint8Array | undefined> =>
  readFile(join(folder, name)).catch(() => undefined);

const now = async (draw: () => Promise<Draw>, scene: Scene): Promise<Uint8Array> =>
  (await draw())(scene, QUICK);

/** A failure is tried again when asked the next time. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

/** Runs one thing after the other. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
