/** The words of pictures in English. */
import { EN_NAMES } from "../core/say/en-names.ts";
import type { Held, Kind, Words } from "./words.ts";

const NUMERALS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const counted = (count: number): string => NUMERALS[count] ?? String(count);

/** Guangzhou, Shenzhen and Zhuhai. */
const list = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The words of a predicate, for one and for more. */
const ROLES: Readonly<Record<Held["tier"], readonly [one: string, more: string]>> = {
  core: ["is core", "are core"],
  key: ["is a key city", "are key cities"],
  base: ["is a base", "are bases"],
  support: ["supports", "support"],
  listed: ["is listed", "are listed"],
  task: ["has a task", "have tasks"],
  city: ["plans by itself", "plan by themselves"],
  news: ["is reported", "are reported"],
};

/** Two are named, more are counted. */
const some = (names: readonly string[]): string =>
  names.length > 2 ? `${counted(names.length)} cities` : list(names);

/** Who is core for the whole is always named. */
function held({ tier, part, names }: Held): string {
  const who = tier === "core" && !part ? list(names) : some(names);
  return `${who} ${ROLES[tier][names.length > 1 ? 1 : 0]}${part ? " (in part)" : ""}`;
}

const capital = <T extends string>(names: Readonly<Record<T, string>>): Record<T, string> =>
  Object.fromEntries(Object.entries<string>(names).map(([key, name]) => [key, upper(name)])) as Record<
    T,
    string
  >;

const PLURALS: Readonly<Record<Kind, string>> = { city: "cities", cluster: "clusters" };

export const EN: Words = {
  list,
  number: (value) => String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ","),
  semicolon: "; ",
  stop: ".",
  star: " *",
  told: (what, text) => `${what}: ${text}`,
  bracketed: (text, more) => `${text} (${more})`,
  numbered: (mark, document) => `${mark} ${document}`,
  marked: (text, marks) => `${text} ${marks}`,

  role: {
    core: "Core",
    key: "Key",
    base: "Base",
    support: "Support",
    listed: "Listed",
    task: "Task",
    city: "Plan",
    news: "Report",
  },
  own: { city: "Plan", report: "Report", draft: "Draft" },
  tiers: capital(EN_NAMES.tiers),
  ownLong: { city: "The city's own plan", report: "Reported", draft: "Draft for comments" },
  part: "in part",
  partLong: "Thick frame: a part or a sub-industry only",
  blank: "Not mentioned, not ruled out",
  regions: { 珠三角: "Pearl River Delta", 粤东: "East", 粤西: "West", 粤北: "North" },
  classes: { 支柱: "Pillar clusters", 新兴: "Emerging clusters" },
  ten: { 支柱: "Ten pillar clusters", 新兴: "Ten emerging clusters" },
  mapKicker: (cluster, _, named) =>
    `${cluster}${named > 0 ? ` | ${named} ${named === 1 ? "city" : "cities"} named by the province` : ""}`,
  mapTitle: ({ held: all, beside, industry }) => {
    const one = beside.length === 1;
    const rest =
      beside.length > 0
        ? [`${some(beside)} ${one ? "is" : "are"} named only for ${industry ?? "a sub-industry"}`]
        : [];
    const said = [...all.map(held), ...rest].join("; ");
    return said === "" ? "Provincial documents name no city" : upper(said);
  },
  mapOthers: "Below are only cities' own plans, reports or drafts for comments",
  openList: "Some of the lists are open-ended and may not be complete.",
  parts: (lines) => `In part: ${lines.join("; ")}.`,
  cardTitle: ({ city, named, core, beside }) => {
    if (named === 0 && beside === 0) return `The provincial documents we hold do not name ${city}`;
    if (named === 0) return `Provincial documents name ${city} in a sub-industry only`;
    const clusters = `${named} ${named === 1 ? "cluster" : "clusters"}`;
    return `${city} is named in ${clusters} and core in ${core === 0 ? "none" : core}`;
  },
  cardBeside: (count) => `${count} more ${count === 1 ? "names" : "name"} it for a sub-industry only`,
  ownHeading: "Not given by the province",
  figures: "Figures",
  note: (text) => `Note: ${text}.`,
  matrixKicker: "20 clusters × 21 cities",
  matrixTitle: (most) =>
    list(
      most.map(({ name, count }, i) =>
        i === 0 ? `${name} is core in ${count} clusters` : `${name} in ${count}`,
      ),
    ),
  matrixHow: "One statement a cell, the province's first; darker is stronger",
  matrixDoubts: (cells, clusters) =>
    `* Sources disagree about ${cells} cells in ${counted(clusters.length)} clusters; each is told when asked.`,

  money: { name: "RMB billion", worth: 1e9, places: 0 },
  moreMoney: { name: "RMB trillion", worth: 1e12, places: 2 },
  measures: capital(EN_NAMES.measures),
  figuresKicker: (ten) => `${ten}: start, latest result, 2025 target`,
  figuresTitle: (reached, behind) => {
    const said = [
      ...(reached.length > 0
        ? [`${list(reached)} ${reached.length === 1 ? "has reached its" : "have reached their"} 2025 target`]
        : []),
      ...(behind ? [`${behind.name} is at ${behind.share}`] : []),
    ];
    return said.join("; ") || "No result can be held against a target";
  },
  unit: (name) => `Unit: ${name}`,
  base: "Start",
  latest: "Latest",
  target: "Target",
  hollow: "○ hollow: another definition, or a part only",
  otherKind: " (another definition or a part)",
  amount: (value, bound) =>
    ({
      exact: value,
      atLeast: `${value} or more`,
      over: `over ${value}`,
      about: `about ${value}`,
      upTo: `up to ${value}`,
      under: `under ${value}`,
    })[bound],
  dated: (year, amount) => `${amount} in ${year}`,
  aim: (year, amount) => `${year === "" ? "" : `${year} `}target ${amount}`,
  draftAim: (amount) => `a draft says ${amount}, not drawn`,
  share: (percent, bound) =>
    bound === "over" ? `over ${percent}%` : bound === "about" ? `about ${percent}%` : `${percent}%`,
  ofTarget: (share) => `${share} of target`,
  notAlike: "not comparable",
  noMoney: (clusters) => `No sums to draw: ${clusters}.`,
  noted: (clusters) => `More to know, told when asked: ${clusters}.`,

  compareKicker: {
    city: "Cities compared: roles in the clusters",
    cluster: "Clusters compared: roles of the cities",
  },
  compareTitle: (of, names, common) => {
    const other = of === "city" ? "cluster" : "city";
    const what = `${counted(common)} ${common < 2 ? other : PLURALS[other]}`;
    const both = names.length === 2 ? "both" : "all";
    return of === "city"
      ? `${list(names)} are ${both} named in ${what}`
      : `${upper(what)} ${common < 2 ? "is" : "are"} named in ${names.length === 2 ? "both" : "all of"} ${list(names)}`;
  },
  group: ({ of, all, named, only, rows }) => {
    const many = `${named === all ? `All ${counted(all)}` : upper(counted(named))} ${named === 1 ? (of === "city" ? "city" : "cluster") : PLURALS[of]}`;
    const who = only === undefined ? (all === 2 ? `Both ${PLURALS[of]}` : many) : `Only ${only}`;
    return `${who} (${rows})`;
  },
  groupOthers: (rows) => `Not named by the province: sub-industries, city plans, reports (${rows})`,

  doubt: (texts, more) => `* Sources disagree: ${texts.join("; ")}${more ? "; more when asked" : ""}.`,
  about: (text, names) => `${text} (${names})`,
  documents: (given, others) => {
    const named = [
      given && `Provincial documents: ${given}`,
      others && `${given === "" ? "Based on" : "others"}: ${others}`,
    ];
    return `${named.filter((text) => text !== "").join("; ")}.`;
  },
  documentCount: (given, others) => {
    const named =
      given > 0
        ? `Based on ${given} provincial ${given === 1 ? "document" : "documents"}`
        : "No provincial document";
    return `${named}${others === "" ? "" : `; others: ${others}`}; list: /sources.`;
  },
  nothing: "The documents we hold do not mention it.",
  published: (sources, total, newest) => {
    const more = total > sources.length ? ` and others, ${total} in all` : "";
    return `Published by ${sources.join(", ")}${more}${more !== "" && newest ? `; newest ${newest}` : ""}.`;
  },
  grades: (grades) => `Grades: ${grades}.`,

  sketch: {
    key: (letter, text) => `${letter} = ${text}`,
    blank: "blank = not mentioned, which does not mean nothing is there",
    part: "~ = a part or a sub-industry only",
    doubt: "* = sources disagree",
    both: "! = a part only, and sources disagree",
    narrow: (columns) => `This window is too narrow: the picture needs ${columns} columns.`,
  },
  altMap: (cluster, counts) => `Map: ${cluster}; ${counts}.`,
  altCard: (city, counts) => `City card: ${city}; ${counts}.`,
  altMatrix: "Matrix: 20 clusters × 21 cities; how many cities have which role from the province.",
  altCompare: (title) => `Compared: ${title}. What is not listed, the documents do not mention.`,
  altNamed: (of, count, counts) =>
    `provincial documents name ${count} ${count === 1 ? of : PLURALS[of]}: ${counts}`,
  altNobody: {
    city: "provincial documents name no city",
    cluster: "the provincial documents we hold do not name it",
  },
  altPart: (names) => `in part: ${names}`,
  altBeside: (counts) => `for a sub-industry only: ${counts}`,
  altDisputed: (names) => `Sources disagree about ${names}.`,
  altUnsaid: "not in the documents",
};
