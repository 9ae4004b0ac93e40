/**
 * What a TrueType font can draw and how wide: its cmap (format 4 or 12) and hmtx tables, nothing else.
 * A renderer leaves out a glyph it does not have without a word, so every string is held against this first.
 */

/** A font's coverage: code point → advance in em. */
export interface Face {
  advances: ReadonlyMap<number, number>;
}

/** The two weights the pictures are drawn with. */
export interface Font {
  regular: Face;
  bold: Face;
}

/** @throws Error where the file is no TrueType font with a Unicode cmap. */
export function readFace(file: Uint8Array): Face {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const unitsPerEm = view.getUint16(table(view, "head") + 18);
  const metrics = view.getUint16(table(view, "hhea") + 34);
  const hmtx = table(view, "hmtx");
  const advance = (glyph: number): number =>
    view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm;
  return { advances: new Map([...glyphs(view)].map(([code, glyph]) => [code, advance(glyph)])) };
}

function table(view: DataView, tag: string): number {
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const entry = 12 + 16 * i;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((n) => view.getUint8(entry + n)));
    if (name === tag) return view.getUint32(entry + 8);
  }
  throw new Error(`The font has no table “${tag}”; make it anew with npm run font.`);
}

/** The fullest Unicode cmap: format 12 where there is one, else format 4. */
function glyphs(view: DataView): Map<number, number> {
  const cmap = table(view, "cmap");
  const count = view.getUint16(cmap + 2);
  const offsets = Array.from({ length: count }, (_, i) => cmap + view.getUint32(cmap + 4 + 8 * i + 4));
  const whole = offsets.find((at) => view.getUint16(at) === 12);
  if (whole !== undefined) return format12(view, whole);
  const basic = offsets.find((at) => view.getUint16(at) === 4);
  if (basic !== undefined) return format4(view, basic);
  throw new Error("The font has no cmap of format 4 or 12; make it anew with npm run font.");
}

function format12(view: DataView, at: number): Map<number, number> {
  const found = new Map<number, number>();
  for (let i = 0; i < view.getUint32(at + 12); i += 1) {
    const group = at + 16 + 12 * i;
    const [start, end, glyph] = [view.getUint32(group), view.getUint32(group + 4), view.getUint32(group + 8)];
    for (let code = start; code <= end; code += 1) found.set(code, glyph + code - start);
  }
  return found;
}

function format4(view: DataView, at: number): Map<number, number> {
  const found = new Map<number, number>();
  const size = view.getUint16(at + 6);
  for (let segment = 0; segment < size; segment += 2) {
    const end = view.getUint16(at + 14 + segment);
    const start = view.getUint16(at + 16 + size + segment);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph = glyphIn(view, at + 16 + size + segment, size, code);
      if (glyph !== 0) found.set(code, glyph);
    }
  }
  return found;
}

/** @param start where the segment's start code stands; delta and range offset follow one array length apart. */
function glyphIn(view: DataView, start: number, size: number, code: number): number {
  const delta = view.getUint16(start + size);
  const at = start + 2 * size;
  const range = view.getUint16(at);
  if (range === 0) return (code + delta) & 0xffff;
  const glyph = view.getUint16(at + range + 2 * (code - view.getUint16(start)));
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}

const face = (font: Font, bold: boolean): Face => (bold ? font.bold : font.regular);

/** Width of a line in pixels; a glyph that is not there counts as a full square. */
export function widthOf(font: Font, text: string, size: number, bold = false): number {
  const { advances } = face(font, bold);
  let em = 0;
  for (const char of text) em += advances.get(char.codePointAt(0) ?? 0) ?? 1;
  return em * size;
}

/** Characters of a string the font cannot draw, each once. */
export function uncovered(font: Font, text: string, bold = false): string[] {
  const { advances } = face(font, bold);
  return [...new Set(text)].filter((char) => !advances.has(char.codePointAt(0) ?? 0));
}
