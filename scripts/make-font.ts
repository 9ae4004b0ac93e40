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
const DRAWN = ["cities", "clusters", "conflicts", "documents", "facts", "sources"];
const CODE = ["src/core", "src/core/replies", "src/pictures", "src/pictures/scenes"];
const ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 32 + i));

const read = (path: string): string => readFileSync(new URL(path, root), "utf8");

function drawn(): string {
  const code = CODE.flatMap((folder) =>
    readdirSync(new URL(folder, root), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => read(`${folder}/${entry.name}`)),
  );
  const texts = [ASCII, ...DRAWN.map((file) => read(`data/${file}.json`)), ...code];
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
