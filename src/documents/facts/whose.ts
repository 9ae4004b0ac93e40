/** Of which city a document is, and whose a figure is of which its sentence names no city: 我市, 全省. */
import type { Extraction } from "../../dataset/extraction.ts";
import type { Imported, Passage } from "../../dataset/passages.ts";
import type { Names } from "./names.ts";
import { tidy } from "./tidy.ts";

/** @returns the cities; undefined where it is of a city that nothing names, or of a part of one. */
export type ReadOwner = (
  imported: Imported,
  passage: Passage,
  before: string,
) => readonly string[] | undefined;

/** As long as 佛山市: what follows makes 佛山市政府 of it, which is no city. */
const CITY = 3;

/** @returns a function of what stands before a figure in its sentence. */
export function createOwner(names: Names, { figures: { owners } }: Extraction): ReadOwner {
  const own = new RegExp(owners.city.join("|"), "u");
  const below = new RegExp(owners.below.join("|"), "u");
  const province = new RegExp(owners.province.join("|"), "u");

  /** One city at the beginning: 佛山市人民政府, 2024年佛山市政府工作报告. */
  const beginsWith = (text: string): readonly string[] => {
    const bare = tidy(text).replace(/^(?:20\d\d年度?|[《“"])+/u, "");
    const { text: signs, listOf } = names.sign(bare.slice(0, CITY));
    const list = listOf(signs);
    return list?.foreign === false && list.ids.length === 1 ? list.ids : [];
  };
  const cityOf = ({ issuer = "", title }: Imported): readonly string[] =>
    [title, issuer].map(beginsWith).find((ids) => ids.length > 0) ?? [];

  return (imported, { section }, before) => {
    if (below.test(before)) return undefined;
    const city = cityOf(imported);
    if (!own.test(before)) return province.test(before) ? [] : city;
    return [city, ...section.toReversed().map(beginsWith)].find((ids) => ids.length > 0);
  };
}
