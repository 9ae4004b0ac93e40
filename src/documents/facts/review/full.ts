/** A review on the whole screen. However it ends, the terminal is as it was. */
import { createInterface, emitKeypressEvents } from "node:readline";
import type { ReadStream, WriteStream } from "node:tty";
import { accept, type Desk, edit, skip } from "./desk.ts";
import { screen } from "./screen.ts";
import { moved, type Review } from "./state.ts";

export interface Terminal {
  input: ReadStream;
  output: WriteStream;
  colour: boolean;
}

interface Key {
  name?: string;
  ctrl?: boolean;
}

const ENTER = "\u001b[?1049h\u001b[?25l";
const LEAVE = "\u001b[?25h\u001b[?1049l";
const HOME = "\u001b[H";
const REST_OF_LINE = "\u001b[K";
const PAGE = 10;

/** @returns the review as it was left: with q, Ctrl-C, or a signal. */
export async function reviewOnScreen(desk: Desk, begun: Review, terminal: Terminal): Promise<Review> {
  const { input, output, colour } = terminal;
  let review = begun;
  const draw = (): void => {
    // A terminal that does not say how large it is says 0.
    const size = { columns: output.columns || 80, rows: output.rows || 24 };
    output.write(`${HOME}${screen(review, size, colour).join(`${REST_OF_LINE}\r\n`)}${REST_OF_LINE}`);
  };
  const inScreen = (): void => {
    output.write(ENTER);
    input.setRawMode(true).resume();
  };
  const asBefore = (): void => {
    input.setRawMode(false).pause();
    output.write(LEAVE);
  };
  /** Outside of the screen: an editor, or a line that is typed. */
  const apart = async (work: () => Review | Promise<Review>): Promise<void> => {
    asBefore();
    try {
      review = await work();
    } finally {
      inScreen();
    }
  };
  emitKeypressEvents(input);
  inScreen();
  output.on("resize", draw);
  try {
    await new Promise<void>((resolve, reject) => {
      let busy = false;
      const leave = (): void => {
        input.off("keypress", press);
        process.off("SIGTERM", leave).off("SIGINT", leave);
        resolve();
      };
      const press = (_: string | undefined, key: Key): void => {
        if (busy) return;
        if (key.name === "q" || (key.ctrl === true && key.name === "c")) return leave();
        if (key.name !== "e") {
          review = pressed(desk, review, key.name);
          return draw();
        }
        busy = true;
        apart(() => edited(desk, review, terminal))
          .then(draw, reject)
          .finally(() => (busy = false));
      };
      input.on("keypress", press);
      process.once("SIGTERM", leave).once("SIGINT", leave);
      draw();
    });
    return review;
  } finally {
    output.off("resize", draw);
    asBefore();
  }
}

function pressed(desk: Desk, review: Review, name: string | undefined): Review {
  const steps: Readonly<Record<string, number>> = {
    up: -1,
    k: -1,
    down: 1,
    j: 1,
    pageup: -PAGE,
    pagedown: PAGE,
  };
  if (name === "a") return accept(desk, review);
  if (name === "s") return skip(desk, review);
  return moved(review, steps[name ?? ""] ?? 0);
}

async function edited(desk: Desk, review: Review, { input, output }: Terminal): Promise<Review> {
  if (desk.editor) return edit(desk, review);
  const reader = createInterface({ input, output });
  const patch = await new Promise<string>((resolve) => {
    reader.once("close", () => resolve(""));
    reader.question('EDITOR is not set. Fields to change, as JSON, such as {"note": "…"}: ', resolve);
  });
  reader.close();
  return edit(desk, review, patch);
}
