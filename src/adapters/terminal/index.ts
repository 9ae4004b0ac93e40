/** The terminal as a platform: one person, one chat, line by line. */
import { createInterface } from "node:readline";
import type { Adapter, Answer, Ask } from "../../core/types.ts";
import { render, renderColour } from "./render.ts";

const CHAT = { platform: "terminal", id: "terminal" };
const QUIT = new Set(["/quit", "/exit", "exit", "quit", "退出", "再见"]);

export interface TerminalOptions {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream & { isTTY?: boolean };
  /** Called when the person leaves: end of input, /quit or Ctrl-C. */
  onLeave: () => void;
}

export function createTerminal({ input, output, onLeave }: TerminalOptions): Adapter {
  const colour = output.isTTY === true;
  const show = (answer: Answer): void => {
    output.write(`${colour ? renderColour(answer) : render(answer)}\n\n`);
  };
  let lines: ReturnType<typeof createInterface> | undefined;
  return {
    platform: "terminal",
    start(ask: Ask) {
      lines = createInterface({ input, output, prompt: "粤群> ", terminal: colour });
      output.write("粤群：广东 20 个战略性产业集群和 21 个市，问一句答一句。/help 看用法，/quit 离开。\n\n");
      lines.prompt();
      lines.on("line", (line) => {
        if (QUIT.has(line.trim().toLowerCase())) return lines?.close();
        if (line.trim() !== "") show(ask({ text: line, chat: CHAT, at: Date.now() }));
        lines?.prompt();
      });
      lines.on("SIGINT", () => lines?.close());
      lines.on("close", () => {
        output.write("\n");
        onLeave();
      });
      return Promise.resolve();
    },
    post(_chat, answer) {
      show(answer);
      return Promise.resolve({ id: "" });
    },
    stop() {
      lines?.close();
      return Promise.resolve();
    },
  };
}
