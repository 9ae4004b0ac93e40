/** Commands are text too: each does what its free question would, and says what it missed. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { CommandCall } from "../commands.ts";
import type { Draft } from "../compose.ts";
import { type Frame, hasPredicate, type Reading } from "../frame.ts";
import { nearest } from "../nearest.ts";
import type { Search } from "../search.ts";
import { membersReply } from "./classes.ts";
import { compareCities, compareClusters } from "./compare.ts";
import { whichCluster } from "./refuse.ts";
import { figuresTable, mapReply, matrixReply } from "./pictures.ts";
import { route } from "./route.ts";
import { factReply, namedFact } from "./fact.ts";
import { dailyReply, forgetReply, privacyReply } from "./settings.ts";
import { documentsReply, helpReply } from "./talk.ts";

/** @param seed chooses the fact of /fact. */
export function commandReply(
  dataset: Dataset,
  search: Search,
  call: CommandCall,
  reading: Reading,
  seed: number,
): Draft {
  const { frame } = reading;
  switch (call.command.argument) {
    case "none":
      return plain(dataset, call.command.name);
    case "daily":
      return dailyReply(call.command.example);
    case "class":
      return call.command.name === "figures" ? figuresTable(dataset, frame) : membersReply(dataset, frame);
    case "either":
      return mapReply(dataset, frame) ?? missing(dataset, call, reading, "集群或城市");
    case "topic":
      return (
        namedFact(dataset, call.rest) ??
        factReply(dataset, frame, seed) ??
        missing(dataset, call, reading, "集群或城市")
      );
    case "two":
      return compared(dataset, frame) ?? missing(dataset, call, reading, "两个城市或两个集群");
    case "cluster":
      return entity(dataset, search, call, reading, frame.clusters.length > 0, "集群");
    case "city":
      return entity(dataset, search, call, reading, frame.cities.length > 0, "城市");
    case "cluster-and-city":
      return role(dataset, search, call, reading);
  }
}

function plain(dataset: Dataset, name: string): Draft {
  switch (name) {
    case "sources":
      return documentsReply(dataset);
    case "matrix":
      return matrixReply(dataset);
    case "privacy":
      return privacyReply();
    case "forget":
      return forgetReply();
    default:
      return helpReply();
  }
}

function compared(dataset: Dataset, frame: Frame): Draft | undefined {
  if (frame.cities.length > 1) return compareCities(dataset, frame, frame.cities);
  return frame.clusters.length > 1 ? compareClusters(dataset, frame) : undefined;
}

function entity(
  dataset: Dataset,
  search: Search,
  call: CommandCall,
  reading: Reading,
  found: boolean,
  what: string,
): Draft {
  const [doubt] = reading.ambiguous;
  if (!found && doubt) return whichCluster(doubt.surface, doubt.options);
  return found || hasPredicate(reading.frame)
    ? route(dataset, search, reading)
    : missing(dataset, call, reading, what);
}

function role(dataset: Dataset, search: Search, call: CommandCall, reading: Reading): Draft {
  const { clusters, cities } = reading.frame;
  if (clusters.length === 0 && cities.length === 0) return missing(dataset, call, reading, "城市和集群");
  return route(dataset, search, { ...reading, frame: { ...reading.frame, asks: ["role"] } });
}

const MOST_ECHO = 20;

/** What was read, what was not, and the nearest things there are. */
function missing(dataset: Dataset, call: CommandCall, reading: Reading, what: string): Draft {
  const known = [...reading.frame.cities, ...reading.frame.clusters];
  const read = known.length > 0 ? `读到${known.join("、")}，` : "";
  const text = reading.text.slice(0, MOST_ECHO);
  const problem =
    reading.text === "" ? `/${call.command.name} 后面要写${what}` : `${read}没认出“${text}”里的${what}`;
  return {
    outcome: "clarify",
    title: { text: `${problem}，例如 ${call.command.example}`, facts: [] },
    next: nearest(dataset, reading.text, call.command.argument).map((name) => nextText(call, name, known)),
  };
}

const nextText = (call: CommandCall, name: string, known: readonly string[]): string =>
  call.command.argument === "two" || call.command.argument === "cluster-and-city"
    ? `/${call.command.name} ${known[0] ?? (call.command.argument === "two" ? "广州" : "深圳")} ${name}`
    : `/${call.command.name} ${name}`;

export const unknownCommand = (): Draft => ({
  ...helpReply(),
  title: { text: "没有这个命令。能用的命令有：", facts: [] },
});
