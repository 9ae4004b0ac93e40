/** The terminal as a platform: one person, one chat, line by line. */
import { createInterface } from "node:readline";
import type { Adapter, Answer, Asker, Attend, Locale, Picture } from "../../core/types.ts";
import { createTurns } from "../shared/turns.ts";
import { render, renderColour } from "./render.ts";

const CHAT = { platform: "terminal", id: "terminal" };
/** Whoever sits at the terminal may do everything. */
const OWNER: Asker = { isAdmin: () => Promise.resolve(true) };
const QUIT = new Set(["/quit", "/exit", "exit", "quit", "退出", "再见"]);

export interface TerminalOptions {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream & { isTTY?: boolean };
  /** Called when the person leaves: end of input, /quit or Ctrl-C. */
  onLeave: () => void;
  /** A picture in characters, undefined for one that has no such form. */
  sketch?: (picture: Picture, colour: boolean, locale: Locale) => string | undefined;
}

export function createTerminal({ input, output, onLeave, sketch }: TerminalOptions): Adapter {
  const colour = output.isTTY === true;
  const show = (answer: Answer): void => {
    const tiles = answer.picture && sketch?.(answer.picture, colour, answer.locale);
    const text = colour ? renderColour(answer) : render(answer);
    output.write(`${[text, tiles].filter((part) => part !== undefined).join("\n\n")}\n\n`);
  };
  let lines: ReturnType<typeof createInterface> | undefined;
  /** Each line is answered after the one before, and leaving waits for the last. */
  const turns = createTurns();
  const inTurn = (task: () => Promise<void>): void => void turns.run(CHAT.id, task);
  let left = false;
  return {
    platform: "terminal",
    start(attend: Attend) {
      lines = createInterface({ input, output, prompt: "粤群> ", terminal: colour });
      output.write("粤群：广东 20 个战略性产业集群和 21 个市，问一句答一句。/help 看用法，/quit 离开。\n\n");
      lines.prompt();
      lines.on("line", (line) => {
        if (QUIT.has(line.trim().toLowerCase())) return lines?.close();
        inTurn(async () => {
          if (line.trim() !== "") show(await attend({ text: line, chat: CHAT, at: Date.now() }, OWNER));
          if (!left) lines?.prompt();
        });
      });
      lines.on("SIGINT", () => lines?.close());
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
