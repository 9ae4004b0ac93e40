/** createBot(dataset): the one function every platform calls. */
import type { Dataset } from "../dataset/dataset.ts";
import { parseCommand } from "./commands.ts";
import { compose, type Draft, type DraftBlock } from "./compose.ts";
import { carryOver, createMemory } from "./context.ts";
import { asksFor, type Frame, hasPredicate, namesEntity, type Reading } from "./frame.ts";
import { commandReply, unknownCommand } from "./replies/command.ts";
import { lastSourcesReply } from "./replies/talk.ts";
import { route } from "./replies/route.ts";
import { createSearch } from "./search.ts";
import type { Ask, Question } from "./types.ts";
import { createUnderstander } from "./understand.ts";

/**
 * @param dataset checked by `loadDataset`.
 * @returns a function that answers any text, never throws, and remembers the last turn of each conversation.
 */
export function createBot(dataset: Dataset): Ask {
  const understander = createUnderstander(dataset);
  const search = createSearch(dataset);
  const memory = createMemory();

  const draftFor = (question: Question): { draft: Draft; reading: Reading } => {
    const call = parseCommand(question.text.slice(0, 4000));
    const reading = understander.read(call === undefined || call === "unknown" ? question.text : call.rest);
    if (call === "unknown") return { draft: unknownCommand(), reading };
    if (call) return { draft: commandReply(dataset, search, call, reading, question.at ?? 0), reading };
    const last = question.at === undefined ? undefined : memory.recall(question.chat, question.at);
    const sources = wantsSources(reading) && last ? lastSourcesReply(dataset, last.facts) : undefined;
    if (sources) return { draft: sources, reading: { ...reading, frame: last?.frame ?? reading.frame } };
    const { frame, carried } = carryOver(last, reading);
    const read = relaxed(reading, { ...reading, frame });
    return { draft: withNotes(route(dataset, search, read), carried, read), reading: read };
  };

  /** A year, a status or a measure taken over from the turn before must not be what makes the question unanswerable. */
  const relaxed = (own: Reading, merged: Reading): Reading => {
    if (own.frame === merged.frame) return merged;
    const { years, statuses, measures } = own.frame;
    const steps: Reading["frame"][] = [
      merged.frame,
      { ...merged.frame, years, statuses },
      { ...merged.frame, years, statuses, measures },
    ];
    const answered = steps.find(
      (step) => route(dataset, search, { ...merged, frame: step }).outcome === "answer",
    );
    return { ...merged, frame: answered ?? merged.frame };
  };

  const known = new Map<string, boolean>();
  /** A suggestion that would get a refusal is no suggestion. There are few different ones, so each is tried once. */
  const isAnswered = (text: string): boolean => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const answered = draftFor({ text, chat: NOBODY }).draft.outcome !== "unknown";
    if (known.size < MOST_KNOWN) known.set(text, answered);
    return answered;
  };

  return (question) => {
    const { draft, reading } = draftFor(question);
    const next = draft.next?.filter((text) => text !== question.text && isAnswered(text)) ?? [];
    const answer = compose(dataset, { ...draft, next });
    if (question.at !== undefined && isTurn(reading.frame)) {
      memory.keep(question.chat, { frame: reading.frame, facts: answer.facts, at: question.at });
    }
    return answer;
  };
}

const NOBODY = { platform: "", id: "" };
/** Suggestions are made of names and a few templates: some thousands at most. */
const MOST_KNOWN = 20_000;

/** Worth remembering: it named something or asked for something. */
const isTurn = (frame: Frame): boolean =>
  namesEntity(frame) || frame.scopes.length > 0 || hasPredicate(frame);

const wantsSources = ({ frame }: Reading): boolean =>
  asksFor(frame, "sources") && !namesEntity(frame) && frame.topics.length === 0;

/** How the question was read, where that was not obvious. */
function withNotes(draft: Draft, carried: readonly string[], reading: Reading): Draft {
  const notes: string[] = [];
  if (carried.length > 0) notes.push(`接上文：${carried.join("、")}。`);
  for (const { from, to } of reading.repaired) notes.push(`“${from}”按“${to}”理解。`);
  for (const { surface, cluster } of reading.related) {
    if (draft.outcome !== "unknown")
      notes.push(`“${surface}”按我们的归类算在${cluster}里，这不是文件的说法。`);
  }
  const blocks = notes.slice(0, 2).map((text): DraftBlock => ({ kind: "note", text }));
  return blocks.length === 0 || draft.outcome === "unknown"
    ? draft
    : { ...draft, blocks: [...blocks, ...(draft.blocks ?? [])] };
}
