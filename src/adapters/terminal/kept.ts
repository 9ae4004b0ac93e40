/** What /privacy and /forget say of the lines that a terminal keeps, and does of them. */
import { type Command, createParser, isCall } from "../../core/commands.ts";
import type { Answer, Block } from "../../core/types.ts";
import { type History, MOST_LINES } from "./history.ts";
import { WORDS } from "./words.ts";

/** An answer as it is here, where lines are kept. */
export type Here = (text: string, answer: Answer) => Answer;

/** @param history absent where nothing is kept: what others say is true then. */
export function createHere(commands: readonly Command[], history: History | undefined): Here {
  if (history === undefined) return (_text, answer) => answer;
  const parse = createParser(commands);
  return (text, answer) => {
    const call = parse(text);
    const name = isCall(call) ? call.command.name : undefined;
    if (name === "privacy") return told(answer, history);
    return name === "forget" ? titled(answer, forgotten(answer, history)) : answer;
  };
}

const titled = (answer: Answer, text: string): Answer => ({ ...answer, title: { ...answer.title, text } });

function told(answer: Answer, { file }: History): Answer {
  const words = WORDS[answer.locale].history;
  const items = [words.kept({ file, most: MOST_LINES })];
  const lists = answer.blocks.filter(({ kind }) => kind !== "note");
  const blocks: Block[] = [
    { kind: "list", heading: words.heading, items },
    ...lists,
    { kind: "note", text: words.note },
  ];
  return { ...titled(answer, words.title), blocks };
}

function forgotten({ locale }: Answer, history: History): string {
  const words = WORDS[locale].history;
  const { file } = history;
  try {
    history.forget();
    return words.forgotten({ file });
  } catch (error) {
    return words.stays({ file, why: error instanceof Error ? error.message : String(error) });
  }
}
