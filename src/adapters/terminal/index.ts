/** The terminal as a platform: one person, one chat, line by line. */
import {
  type Command,
  createParser,
  isCall,
  type LanguageChoice,
  readLanguage,
} from "../../core/commands.ts";
import type { Adapter, Answer, Asker, Attend, Locale, Picture } from "../../core/types.ts";
import { createTurns } from "../shared/turns.ts";
import type { Complete } from "./complete.ts";
import { openEditor } from "./editor.ts";
import type { History } from "./history.ts";
import { createHere } from "./kept.ts";
import { renderColour, renderText } from "./render.ts";
import { WORDS } from "./words.ts";
import { wrapped } from "./wrap.ts";

const CHAT = { platform: "terminal", id: "terminal" };
/** Whoever sits at the terminal may do everything. */
const OWNER: Asker = { isAdmin: () => Promise.resolve(true) };
export const QUIT: readonly string[] = ["/quit", "/exit", "exit", "quit", "退出", "再见"];

/** What is known of the screen; it may be made narrower at any time. */
interface Screen {
  colour: boolean;
  columns: number;
}

export interface TerminalOptions {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
  /** Every command there is. */
  commands: readonly Command[];
  /** Called when the person leaves: end of input, /quit, Ctrl-D or Ctrl-C at an empty line. */
  onLeave: () => void;
  /** Whether colours are wanted; without this wherever the output is a terminal. */
  colour?: boolean;
  /** Of what is said; that of each question unless given. */
  locale?: Locale | undefined;
  /** All of each answer, not its short form. */
  long?: boolean;
  /** A picture in characters, undefined for one that has no such form. */
  sketch?: (picture: Picture, screen: Screen, locale: Locale) => string | undefined;
  /** What Tab offers. */
  complete?: Complete;
  /** Lines of earlier chats, which those of this one are added to; given only where somebody types. */
  history?: History | undefined;
}

/** As many as a terminal says it has. Where nobody knows, in a file or a pipe, there is room for everything. */
export const columnsIn = ({ columns }: { columns?: number }): number => columns || Infinity;

/** Reads the language that `/language en` sets; undefined for any other text. */
export function createLanguageIn(commands: readonly Command[]): (text: string) => LanguageChoice | undefined {
  const parse = createParser(commands);
  return (text) => {
    const call = parse(text);
    return isCall(call) && call.command.argument === "language" ? readLanguage(call.rest) : undefined;
  };
}

export function createTerminal({
  input,
  output,
  commands,
  onLeave,
  sketch,
  complete,
  history,
  locale,
  long = false,
  colour = output.isTTY === true,
}: TerminalOptions): Adapter {
  const words = WORDS[locale ?? "zh-CN"];
  const languageIn = createLanguageIn(commands);
  /** What is set here; nothing of it outlives the process. */
  let set = locale;
  const here = createHere(commands, history);
  const show = (answer: Answer): void => {
    const columns = columnsIn(output);
    const tiles = answer.picture && sketch?.(answer.picture, { colour, columns }, answer.locale);
    const text = (colour ? renderColour : renderText)(answer, long, columns);
    const parts = [text, ...(tiles === undefined ? [] : [wrapped(tiles, columns)])];
    output.write(`${parts.join("\n\n")}\n\n`);
  };
  async function answerTo(text: string, attend: Attend): Promise<Answer> {
    const choice = languageIn(text);
    if (choice !== undefined) set = choice === "auto" ? undefined : choice;
    const question = { text, chat: CHAT, at: Date.now(), ...(set !== undefined && { locale: set }) };
    const answered = await attend(question, OWNER);
    // Only a wish for another language is answered in that.
    if (set !== undefined) set = answered.locale;
    return here(text, answered);
  }
  let lines: ReturnType<typeof openEditor> | undefined;
  /** Each line is answered after the one before, and leaving waits for the last. */
  const turns = createTurns();
  const inTurn = (task: () => Promise<void>): void => void turns.run(CHAT.id, task);
  let left = false;
  return {
    platform: "terminal",
    start(attend: Attend) {
      lines = openEditor({ input, output, prompt: words.prompt, complete, history });
      output.write(`${wrapped(words.greeting, columnsIn(output))}\n\n`);
      lines.prompt();
      lines.on("line", (line) => {
        if (QUIT.includes(line.trim().toLowerCase())) return lines?.close();
        inTurn(async () => {
          if (line.trim() !== "") show(await answerTo(line, attend));
          if (!left) lines?.prompt();
        });
      });
      lines.on("close", () => {
        left = true;
        inTurn(async () => {
          output.write("\n");
          onLeave();
        });
      });
      return Promise.resolve();
    },
    async post(_chat, answer, posting) {
      await posting?.before?.();
      show(answer);
      return { id: "" };
    },
    stop() {
      lines?.close();
      return Promise.resolve();
    },
  };
}
