/** The whole bot behind a border: the core, the settings in front of it, and a store of its own. */
import { rmSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../src/app/config.ts";
import { createPosting } from "../../src/app/posting.ts";
import { createManners, type Manners } from "../../src/adapters/shared/manners.ts";
import { createBot } from "../../src/core/bot.ts";
import type { Answer, Attend, Question, Vote } from "../../src/core/types.ts";
import { SETTINGS } from "../../src/daily/commands.ts";
import { createLanguages } from "../../src/daily/languages.ts";
import { createVotes } from "../../src/feedback/votes.ts";
import type { LogFields, Logger } from "../../src/shared/log.ts";
import { openStore } from "../../src/store/open.ts";
import { dataset } from "../support/bot.ts";
import { TOKEN } from "../support/discord/world.ts";

export const TELEGRAM_TOKEN = "7000000001:TEST-token_for_the_loopback_server0";

export interface WholeBot {
  attend: Attend;
  vote: Vote;
  log: Logger;
  /** What was logged since it was asked last. */
  logged(): string[];
  close(): Promise<void>;
}

/** Nobody is too fast for it. */
export const patient = (): Manners => createManners({ count: 1e9, windowMs: 1 }, { count: 1e9, windowMs: 1 });

/** The core is tried with every input at a border of its own, and takes most of the time. */
const RARE = 8;
const isRare = (text: string): boolean =>
  [...text].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % RARE === 0;

/** Says the question again, wherever an answer can hold words. */
function echo({ text: asked, locale = "zh-CN" }: Question): Answer {
  // No answer says a long question again.
  const text = `答：${[...asked].slice(0, 200).join("")}`;
  const item = { text, facts: ["F001"], marks: [1] };
  const source = { mark: 1, key: "k", document: text, locator: text, grade: "official", url: null } as const;
  return {
    outcome: "answer",
    locale,
    title: item,
    blocks: [
      { kind: "note", text, brief: text },
      { kind: "facts", heading: text, items: [item] },
      { kind: "list", items: [text] },
    ],
    sources: [source],
    next: [{ label: "帮助", ask: "/help" }],
    clusters: [],
    cities: [],
    facts: ["F001"],
    kind: "fact",
  };
}

export async function wholeBot(): Promise<WholeBot> {
  const dataDir = mkdtempSync(join(tmpdir(), "yuequn-fuzz-"));
  const store = await openStore({ dataDir });
  const storage = { current: () => store, close: () => store.close() };
  const lines: string[] = [];
  const write = (fields: LogFields, message: string): void =>
    void lines.push(`${message} ${JSON.stringify(fields)}`);
  const log: Logger = { info: () => undefined, warn: write, error: write };
  const onTrouble = (what: string, error: unknown): void => log.warn({ reason: String(error) }, what);
  const languages = createLanguages({ store: storage.current, onTrouble });
  const config = readConfig({ DATA_DIR: dataDir, TELEGRAM_TOKEN, DISCORD_TOKEN: TOKEN });
  const { attend } = createPosting(config, dataset, createBot(dataset, SETTINGS), {
    storage,
    languages,
    platforms: [],
    log,
  });
  return {
    attend: (question, asker) => (isRare(question.text) ? attend(question, asker) : echo(question)),
    vote: createVotes({ dataset, store: storage.current, now: Date.now, onTrouble }),
    log,
    logged: () => lines.splice(0),
    async close() {
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
