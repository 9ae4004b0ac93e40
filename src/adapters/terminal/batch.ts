/** The batch contract: one JSON object a line in, one a line out, in order, with flat memory. */
import { once } from "node:events";
import { StringDecoder } from "node:string_decoder";
import * as z from "zod";
import { toShort } from "../../core/plain.ts";
import { type Answer, type Ask, LOCALES } from "../../core/types.ts";
import { render } from "./render.ts";

export const Line = z.looseObject({
  id: z.string(),
  text: z.string(),
  chat: z.string().optional(),
  locale: z.enum(LOCALES).optional(),
});

/** Turns of one `chat` are this far apart: a conversation in a file never expires. */
const TURN_MS = 1000;

/** What one answered line says. `text` is exactly what the terminal shows, without colour. */
function result(id: string, answer: Answer, ms: number): object {
  return {
    id,
    outcome: answer.outcome,
    text: render(answer),
    short: toShort(answer),
    locale: answer.locale,
    clusters: answer.clusters,
    cities: answer.cities,
    facts: answer.facts,
    ...(answer.passages && { passages: answer.passages }),
    sources: answer.sources.map(({ document, locator, grade, url }) => ({ document, locator, grade, url })),
    ms,
  };
}

function parse(line: string): z.infer<typeof Line> | { error: string } {
  try {
    const parsed = Line.safeParse(JSON.parse(line));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    return {
      error: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not an object"}`.replace(/^: /, ""),
    };
  } catch {
    return { error: "not a JSON object" };
  }
}

/**
 * Answers every line of `input` on `output`. A malformed line yields `{"line", "error"}` and the run goes on.
 * @returns the number of malformed lines.
 */
export async function runBatch(
  ask: Ask,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<number> {
  let malformed = 0;
  let number = 0;
  let at = 0;
  for await (const line of linesOf(input)) {
    number += 1;
    if (line.trim() === "") continue;
    const parsed = parse(line.replace(/^\uFEFF/, ""));
    if ("error" in parsed) malformed += 1;
    at += TURN_MS;
    const said = "error" in parsed ? { line: number, error: parsed.error } : answerLine(ask, parsed, at);
    if (!output.write(`${JSON.stringify(said)}\n`)) await once(output, "drain");
  }
  return malformed;
}

/** Not readline's: it ends lines at U+2028, too, which may stand in any text of JSON. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  for await (const chunk of input) {
    const [first = "", ...others] = (typeof chunk === "string" ? chunk : decoder.write(chunk)).split("\n");
    rest += first;
    for (const other of others) {
      yield rest;
      rest = other;
    }
  }
  yield rest + decoder.end();
}

function answerLine(ask: Ask, { id, text, chat, locale }: z.infer<typeof Line>, at: number): object {
  const said = { text, ...(locale && { locale }) };
  const started = performance.now();
  // A line without a chat is a conversation of its own: it neither leaves nor finds a context.
  const answer =
    chat === undefined
      ? ask({ ...said, chat: { platform: "batch", id } })
      : ask({ ...said, chat: { platform: "batch", id: chat }, at });
  return result(id, answer, Math.round((performance.now() - started) * 1000) / 1000);
}
