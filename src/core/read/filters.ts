/** One token → a constraint, a flag, or neither. */
import type { Dataset } from "../../dataset/dataset.ts";
import { ClusterClass } from "../../dataset/schema.ts";
import type { Filter, Members } from "../query.ts";
import type { Context } from "./context.ts";
import { addFilter, type addFlag, type Heard } from "./heard.ts";
import { plainNumber } from "./numbers.ts";
import { as, type Sense, type Token } from "./senses.ts";

export function entityFilter({ aliases }: Dataset, sense: Sense | undefined): Members | undefined {
  switch (sense?.kind) {
    case "cluster":
      return { dim: "cluster", in: [sense.id] };
    case "city":
      return { dim: "city", in: [sense.id] };
    case "set":
      return { dim: "city", in: aliases.sets.find((s) => s.id === sense.id)?.cities ?? [], as: sense.id };
    case "class":
      return { dim: "class", in: [sense.id] };
    case "classes":
      return { dim: "class", in: [...ClusterClass.options] };
    case "tier":
      return { dim: "tier", in: [sense.tier] };
    case "document":
      return { dim: "document", in: sense.ids };
    case "year":
      return { dim: "year", in: [String(sense.year)] };
    default:
      return undefined;
  }
}

/** A number names its document, unless it is the number that is asked about. */
function numberFilter({ documents }: Dataset, number: string, asked: boolean): Filter {
  const document = asked
    ? undefined
    : documents.find((d) => d.number !== undefined && plainNumber(d.number) === number);
  return document ? { dim: "document", in: [document.id] } : { dim: "number", in: [number] };
}

export function plainFilter({ dataset, tokens, year }: Context, token: Token): Filter | undefined {
  const { sense } = token;
  switch (sense?.kind) {
    case undefined:
      return { dim: "word", in: [token.surface] };
    case "stranger":
    case "elsewhere":
      return { dim: "word", in: [token.surface] };
    case "district":
      return { dim: "city", in: [sense.city] };
    case "thing":
      return { dim: "word", in: [sense.id] };
    case "measure":
      return { dim: "measure", in: [sense.measure] };
    case "status":
      return { dim: "status", in: [sense.status] };
    case "topic":
      return { dim: "topic", in: [sense.topic] };
    case "act":
      return { dim: "act", in: [sense.act] };
    case "series":
      return { dim: "series", in: [sense.series] };
    case "giver":
      return { dim: "giver", in: [sense.giver] };
    case "period":
      return { dim: "period", in: [sense.period] };
    case "wholeYear":
      return { dim: "period", in: ["whole"] };
    case "date":
      return { dim: "date", in: [[sense.month, ...(sense.day === undefined ? [] : [sense.day])].join("-")] };
    case "ordinal":
      return { dim: "place", in: [String(sense.place)] };
    case "of-two":
      return { dim: "place", in: [sense.which] };
    case "number":
      return numberFilter(
        dataset,
        sense.number,
        tokens.some((t) => as(t, "topic")?.topic === "docno"),
      );
    case "relativeYear":
      return year === undefined ? undefined : { dim: "year", in: [String(year + sense.offset)] };
    default:
      return undefined;
  }
}

export function flagOf(sense: Sense | undefined): Parameters<typeof addFlag>[1] | undefined {
  switch (sense?.kind) {
    case "ask":
      return sense.ask;
    case "op":
      return sense.op;
    case "noun":
      return `noun-${sense.of}`;
    case "whole":
    case "everything":
    case "policy":
    case "yearly":
    case "relativeYear":
    case "weakKey":
    case "auxiliary":
      return sense.kind;
    default:
      return undefined;
  }
}

/** The facts' own word for a part: nev → 新能源汽车. */
const partOf = ({ aliases }: Dataset, surface: string): string =>
  aliases.parts.find((p) => p.names.includes(surface))?.id ?? surface;

/** What a token tells besides constraints and wishes. */
export function note(dataset: Dataset, heard: Heard, { sense, surface, start }: Token): void {
  if (sense?.kind === "ambiguous") heard.ambiguous.push({ surface, options: sense.options });
  if (sense?.kind === "pronoun") heard.pronoun = sense.of;
  if (sense?.kind === "followUp") heard.followUp = true;
  if (sense?.kind === "district") heard.districts.push({ surface, city: sense.city });
  if (sense?.kind === "cluster" && sense.how !== "part") heard.byName = true;
  if (sense?.kind !== "cluster" || sense.how === "name") return;
  heard.related.push({ surface, cluster: sense.id });
  if (sense.how === "part")
    addFilter(
      heard,
      { dim: "part", in: [partOf(dataset, surface)] },
      { start: 0, end: 0, text: surface },
      start,
    );
}
