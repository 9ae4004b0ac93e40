/** The line somebody types: what is kept of it, what Tab does, and what Ctrl-C. */
import { createInterface, type Interface } from "node:readline";
import type { Complete } from "./complete.ts";
import { type History, MOST_LINES } from "./history.ts";

export interface Editing {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream & { isTTY?: boolean };
  prompt: string;
  complete?: Complete | undefined;
  history?: History | undefined;
}

/** Lines as they are entered; it closes at the end of input, at Ctrl-D and at Ctrl-C in an empty line. */
export function openEditor({ input, output, prompt, complete, history }: Editing): Interface {
  const lines = createInterface({
    input,
    output,
    prompt,
    terminal: output.isTTY === true,
    ...(complete && { completer: complete }),
    ...(history && { history: history.lines, historySize: MOST_LINES, removeHistoryDuplicates: true }),
  });
  if (history) lines.on("history", ([newest]) => newest !== undefined && history.add(newest));
  lines.on("SIGINT", createInterrupt(lines));
  return lines;
}

/** The first Ctrl-C takes back what is typed, as in a shell; at an empty line, or a second time, it leaves. */
function createInterrupt(lines: Interface): () => void {
  let pressed = false;
  lines.on("line", () => (pressed = false));
  return () => {
    if (lines.line === "" || pressed) return lines.close();
    pressed = true;
    lines.write(null, { ctrl: true, name: "e" });
    lines.write(null, { ctrl: true, name: "u" });
  };
}
