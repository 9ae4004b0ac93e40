/** The alternative of a picture, for those who cannot see it: the same facts, a line a group. */
import { ordered, TIERS } from "../core/ask/relations.ts";
import type { Dataset } from "../dataset/dataset.ts";
import type { Fact } from "../dataset/schema.ts";
import { type Track, trackWords } from "./amounts.ts";
import { type Stances, those } from "./findings.ts";
import { listed, namesIn, type Pen } from "./pen.ts";
import { isNamed, type LegendEntry, legendKeys, legendOf, type Stance, wordOf } from "./stance.ts";
import { groupsOf, type Table } from "./table.ts";
import type { Kind, Words } from "./words.ts";

type Said = Stance | undefined;

/**
 * 省级文件点名 7 个市：核心 3、协同或配套 4; empty where the province names nobody. Roles for a part are counted apart;
 * those in an industry beside the cluster are not counted among the named, as in the answers.
 */
export function roleCounts(pen: Pen, stances: readonly Said[], of: Kind): string[] {
  const { words } = pen;
  const given = stances.filter((s) => s?.kind === "province");
  const named = given.filter(isNamed);
  const whole = counts(
    pen,
    named.filter((s) => !s.partial),
  );
  const part = counts(
    pen,
    named.filter((s) => s.partial),
  );
  const beside = counts(
    pen,
    given.filter((s) => s?.sub),
  );
  const [first, ...rest] = [whole, part === "" ? "" : words.altPart(part)].filter((line) => line !== "");
  const lead = first === undefined ? [] : [words.altNamed(of, named.length, first), ...rest];
  return [...lead, ...(beside === "" ? [] : [words.altBeside(beside)])];
}

const counts = ({ words, frame }: Pen, stances: readonly Said[]): string =>
  TIERS.flatMap((tier) => {
    const count = stances.filter((s) => s?.tier === tier).length;
    return count > 0 ? [`${words.tiers[tier]} ${count}`] : [];
  }).join(frame.and);

/** 核心：广州、深圳、珠海；只指一部分：佛山 — one line a legend entry. */
function lineOf(
  pen: Pen,
  { key, text }: LegendEntry,
  said: Stances,
  order: readonly { id: string }[],
): string {
  const { words, frame } = pen;
  const names = (isPart: boolean): string => {
    const ids = those(said, order, (s) => legendKeys(s)[0] === key && isPartial(s) === isPart);
    return namesIn(pen, ids).join(frame.and);
  };
  const blank = [...said].flatMap(([id, s]) => (s === undefined && key === "none" ? [id] : []));
  const whole = key === "none" ? namesIn(pen, ordered(blank, order)).join(frame.and) : names(false);
  const part = names(true);
  const parts = [whole, part === "" ? "" : words.altPart(part)].filter((one) => one !== "");
  return `${words.told(text, parts.join(frame.semicolon))}${words.stop}`;
}

const isPartial = (stance: Stance): boolean => stance.kind === "province" && stance.partial;

/** The lines of everything said, in the order of the legend. */
const saidLines = (pen: Pen, said: Stances, order: readonly { id: string }[]): string[] =>
  legendOf(pen.words, [...said.values()])
    .filter(({ key }) => key !== "part")
    .map((entry) => lineOf(pen, entry, said, order));

export function mapAlt(dataset: Dataset, pen: Pen, cluster: string, stances: Stances): string {
  const { words, lingo, frame } = pen;
  const lead = roleCounts(pen, [...stances.values()], "city").join(frame.semicolon) || words.altNobody.city;
  const disputed = those(stances, dataset.cities, (s) => s.disputed);
  const doubt = disputed.length > 0 ? [words.altDisputed(listed(pen, disputed))] : [];
  return [words.altMap(lingo.name(cluster), lead), ...saidLines(pen, stances, dataset.cities), ...doubt].join(
    "\n",
  );
}

export function cardAlt(
  dataset: Dataset,
  pen: Pen,
  city: string,
  stances: Stances,
  figures: readonly Fact[],
): string {
  const { words, lingo, frame } = pen;
  const lead =
    roleCounts(pen, [...stances.values()], "cluster").join(frame.semicolon) || words.altNobody.cluster;
  const said = new Map([...stances].filter(([, s]) => s !== undefined));
  return [
    words.altCard(lingo.name(city), lead),
    ...saidLines(pen, said, dataset.clusters),
    ...figures.map((fact) => `${lingo.brief(fact)}${words.stop}`),
  ].join("\n");
}

/** A line a cluster: how many cities have which role; the cells themselves would be too many for a description. */
export function matrixAlt(dataset: Dataset, pen: Pen, cells: ReadonlyMap<string, Said>): string {
  const { words, lingo, frame } = pen;
  const lines = dataset.clusters.map(({ id }) => {
    const own = [...cells].flatMap(([key, s]) => (key.startsWith(`${id}|`) ? [s] : []));
    const given = own.filter((s) => s?.kind === "province");
    const whole = counts(
      pen,
      given.filter((s) => s?.partial === false),
    );
    const part = counts(
      pen,
      given.filter((s) => s?.partial),
    );
    const told = [whole, part === "" ? "" : words.altPart(part)].filter((text) => text !== "");
    return words.told(lingo.name(id), told.join(frame.semicolon) || words.altNobody.city);
  });
  return [words.altMatrix, ...lines].join("\n");
}

/** 绿色石化：产业规模：2025 年目标 2 以上, a line a cluster. */
export function figuresAlt(
  pen: Pen,
  what: string,
  tracks: readonly Track[],
  unit: Parameters<typeof trackWords>[2],
): string {
  const { words, lingo } = pen;
  const lines = tracks.map(
    (track) =>
      `${words.told(lingo.name(track.cluster), trackWords(pen, track, unit, words.otherKind))}${words.stop}`,
  );
  return [`${what}${words.stop}${words.unit(unit.name)}${words.stop}`, ...lines].join("\n");
}

/** A line a row, by group: 广州：半导体与集成电路 核心、新能源 名单（部分）. */
export function compareAlt(pen: Pen, title: string, table: Table): string {
  const { words, lingo, frame } = pen;
  const lines = groupsOf(table).flatMap(({ rows }) =>
    rows.map(({ id, cells }) => {
      const told = cells.flatMap((stance, i) =>
        stance ? [`${lingo.name(table.columns[i] ?? "")} ${stanceWords(words, stance)}`] : [],
      );
      return `${words.told(lingo.name(id), told.join(frame.and))}${words.stop}`;
    }),
  );
  return [words.altCompare(title), ...lines].join("\n");
}

/** 核心; 核心（部分）; 报道. */
const stanceWords = (words: Words, stance: Stance): string =>
  isPartial(stance)
    ? words.bracketed(words.tiers[stance.tier], words.part)
    : stance.kind === "province"
      ? words.tiers[stance.tier]
      : wordOf(words, stance);
