/** styles.xml of a DOCX: which styles are headings. */
import { numberOf, readXml } from "./xml.ts";

/** What a paragraph takes from its style. */
export interface Style {
  /** 1 the outermost heading. */
  level?: number;
  isTitle?: boolean;
  /** Its list, and its level in there. */
  list?: number;
  depth?: number;
}

interface Written extends Style {
  basedOn?: string;
}

const HEADING = /^(?:heading|标题)\s*([1-9])$/iu;
const TITLE = /^(?:title|标题)$/iu;
/** Styles are based on one another; beyond this they go in circles. */
const DEEPEST = 20;

/** By the id that paragraphs name. */
export function stylesIn(xml: string): (id: string) => Style {
  const written = new Map<string, Written>();
  let style: Written = {};
  readXml(xml, {
    open(name, attributes) {
      if (name === "w:style") written.set(attributes["w:styleId"] ?? "", (style = {}));
      else note(style, name, attributes["w:val"], numberOf(attributes));
    },
  });
  return (id) => inherited(written, id);
}

function note(style: Written, name: string, value: string | undefined, number: number | undefined): void {
  if (name === "w:basedOn" && value !== undefined) style.basedOn = value;
  if (name === "w:name" && value !== undefined) {
    const level = HEADING.exec(value)?.[1];
    if (level !== undefined) style.level = Number(level);
    if (TITLE.test(value)) style.isTitle = true;
  }
  if (number === undefined) return;
  // 9 is the level of plain text.
  if (name === "w:outlineLvl" && number < 9) style.level ??= number + 1;
  if (name === "w:numId") style.list = number;
  if (name === "w:ilvl") style.depth = number;
}

function inherited(written: ReadonlyMap<string, Written>, id: string): Style {
  const found: Style = {};
  let at = written.get(id);
  for (let step = 0; at !== undefined && step < DEEPEST; step += 1) {
    const { basedOn, ...own } = at;
    Object.assign(found, { ...own, ...found });
    at = basedOn === undefined ? undefined : written.get(basedOn);
  }
  return found;
}
