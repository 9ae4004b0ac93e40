/**
 * Cuts assets/font/*.ttf from Noto Sans SC to the characters the pictures can draw: all of data/ that is shown, and
 * whatever the code's templates write. Run it (`npm run font`) when `npm run pictures` names a glyph that is missing.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import subsetFont from "subset-font";

const root = new URL("../", import.meta.url);
const origin = dirname(
  createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans-sc/package.json"),
);

/** What people type is never drawn, and the tables of sounds are not text. */
const DRAWN = /^(?:cities|clusters|conflicts|documents|facts\/[\w-]+)\.json$/;
const CODE = ["src/core", "src/pictures"];
const ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 32 + i));

const read = (path: string): string => readFileSync(new URL(path, root), "utf8");

/** Files of a folder and those below it, as paths within it. */
const filesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" }).map((file) =>
    file.replaceAll("\\", "/"),
  );

function drawn(): string {
  const data = filesIn("data").filter((file) => DRAWN.test(file));
  const code = CODE.flatMap((folder) =>
    filesIn(folder).flatMap((file) => (file.endsWith(".ts") ? [`${folder}/${file}`] : [])),
  );
  const texts = [ASCII, ...data.map((file) => read(`data/${file}`)), ...code.map(read)];
  return [...new Set(texts.join(""))].toSorted().join("");
}

const text = drawn();
mkdirSync(new URL("assets/font", root), { recursive: true });
for (const weight of ["400Regular", "700Bold"]) {
  const whole = readFileSync(`${origin}/${weight}/NotoSansSC_${weight}.ttf`);
  const file = `assets/font/NotoSansSC-${weight.slice(3)}.ttf`;
  const cut = await subsetFont(whole, text, { targetFormat: "truetype" });
  writeFileSync(new URL(file, root), cut);
  process.stdout.write(`${file}: ${(cut.length / 1024).toFixed(0)} KB\n`);
}
copyFileSync(`${origin}/LICENSE_FONT`, new URL("assets/font/OFL.txt", root));
