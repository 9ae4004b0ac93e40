/** A review line by line: for terminals without a screen, and for input that comes from a pipe. */
import { createInterface } from "node:readline/promises";
import { accept, type Desk, edit, skip } from "./desk.ts";
import { details } from "./screen.ts";
import { countsOf, current, moved, type Review } from "./state.ts";

export interface Lines {
  input: NodeJS.ReadableStream;
  print: (line: string) => void;
}

const ASK = "a accept, e edit, s skip, n next, q quit:";

/** @returns the review as it was left. The end of the input leaves it. */
export async function reviewByLines(desk: Desk, begun: Review, { input, print }: Lines): Promise<Review> {
  let review = begun;
  const reader = createInterface({ input, crlfDelay: Infinity });
  const typed = reader[Symbol.asyncIterator]();
  const next = async (): Promise<string | undefined> => {
    const { value, done } = await typed.next();
    return done === true ? undefined : value.trim();
  };
  const show = (): void => {
    const item = current(review);
    print(`\n${review.title}: ${countsOf(review)}`);
    for (const line of item ? details(item.proposal) : ["Nothing is proposed."]) print(line);
    print(ASK);
  };
  try {
    while (review.items.some((item) => item.decision === undefined)) {
      show();
      const key = await next();
      if (key === undefined || key === "q") break;
      if (key === "e" && !desk.editor) print('Fields to change, as JSON, such as {"note": "…"}:');
      const patch = key === "e" && !desk.editor ? await next() : undefined;
      review = answered(desk, review, key, patch);
      if (review.message !== "") print(review.message);
    }
    return review;
  } finally {
    reader.close();
  }
}

function answered(desk: Desk, review: Review, key: string, patch: string | undefined): Review {
  if (key === "a") return accept(desk, review);
  if (key === "s") return skip(desk, review);
  if (key === "e") return edit(desk, review, patch);
  return key === "n" ? moved(review, 1) : review;
}
