/** What stands at the head and the tail of a document: its number, who issued it and when, the years it is for. */
import type { Extraction } from "../../dataset/extraction.ts";
import type { Imported, Passage } from "../../dataset/passages.ts";
import type { Act } from "../../dataset/schema.ts";
import type { Found } from "./proposal.ts";
import { tidy } from "./tidy.ts";

export type ReadHead = (imported: Imported, passage: Passage) => Found[];

const DATE = "(?<year>20\\d\\d)(?:年|-|/|\\.)(?<month>\\d{1,2})(?:月|-|/|\\.)(?<day>\\d{1,2})日?";
/** A line of its own is short; what is told in a paragraph is told of something else. */
const LINE = 60;

export function createHead({ heads }: Extraction): ReadHead {
  const org = `[\\p{Script=Han}]{2,20}(?:${heads.org.join("|")})[、,]?`;
  const dates = heads.dates.map(({ say, act }) => ({
    act,
    test: new RegExp(say.replaceAll("{org}", org).replace("{D}", DATE), "u"),
  }));
  const number = new RegExp(`^(?:(?:${heads.numberNames.join("|")}):?)?(?<number>${heads.number})$`, "u");
  const valid = new RegExp(heads.valid.replace("{D}", DATE), "u");
  const notice = new RegExp(heads.notice, "u");
  const issuer = new RegExp(`(?:${heads.org.join("|")})$`, "u");

  return (imported, { text: raw }) => {
    const text = tidy(raw);
    const about = { clusters: imported.cluster === undefined ? [] : [imported.cluster], cities: [] };
    const found = (content: Partial<Found["content"]>, told?: Found["told"]): Found => ({
      content: { ...about, topics: ["document"], ...content },
      ...(told && { told }),
      sentence: raw,
      doubts: [],
    });
    const own = number.exec(text)?.groups?.["number"];
    const dated = dates.flatMap(({ test, act }) => {
      const date = isLine(text, act) ? dateIn(test.exec(text)) : undefined;
      return date === undefined ? [] : [found({ topics: ["date"], dates: [{ act, date }] })];
    });
    const [, issued = "", title = ""] = notice.exec(spaced(raw)) ?? [];
    const issuers = issued.split(/[\s、,]+/u).filter((name) => issuer.test(name));
    const years = yearsOf(title) ?? validity(dated[0], dateIn(valid.exec(text)));
    return [
      ...(own === undefined ? [] : [found({ topics: ["docno"], numbers: [numbered(own)] })]),
      ...dated,
      ...(issuers.length === 0 ? [] : [found({ topics: ["issuer"] }, { issuers })]),
      ...(years === undefined ? [] : [found({ topics: ["period"] }, { years })]),
    ];
  };
}

const isLine = (text: string, act: Act): boolean => act === "started" || text.length <= LINE;

/** Spaces tell several issuers apart. */
const spaced = (text: string): string => text.normalize("NFKC").trim().replaceAll(/\s+/gu, " ");

const dateIn = (found: RegExpExecArray | null): string | undefined => {
  const { year, month = "", day = "" } = found?.groups ?? {};
  return year === undefined ? undefined : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
};

/** As the dataset writes them: 粤府函〔2020〕82 号. */
const numbered = (number: string): string =>
  number
    .replace(/[[(]/u, "〔")
    .replace(/[\])]/u, "〕")
    .replace(/(\d+)号$/u, "$1 号");

function yearsOf(title: string): readonly [number, number] | undefined {
  const [, from, to] = /(20\d\d)年?[-—–~至](20\d\d)年?/u.exec(tidy(title)) ?? [];
  return from === undefined || to === undefined ? undefined : [Number(from), Number(to)];
}

/** From when it comes into force. */
function validity(
  started: Found | undefined,
  until: string | undefined,
): readonly [number, number] | undefined {
  const from = started?.content.dates?.[0];
  if (from?.act !== "started" || until === undefined) return undefined;
  return [Number(from.date.slice(0, 4)), Number(until.slice(0, 4))];
}
