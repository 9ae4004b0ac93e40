/** How the bot does on questions of one seed, table by table. */
import { dataset, newBot } from "../support/bot.ts";
import { questions } from "./generate.ts";
import { type Judgement, judge } from "./judge.ts";
import { loadTables } from "./tables.ts";

export interface Tally {
  letter: string;
  asked: number;
  right: number;
  false: number;
}

/** @param count questions of each table. */
export async function tally(count: number, seed: number): Promise<Tally[]> {
  const bot = newBot();
  const tables = await loadTables();
  return tables.map(({ letter, phrasings }) => {
    const judged = questions(dataset, phrasings, count, seed).map(({ text, truth }) =>
      judge(bot({ text, chat: { platform: "test", id: "oracle" } }), truth),
    );
    const n = (wanted: Judgement): number => judged.filter((j) => j === wanted).length;
    return { letter, asked: judged.length, right: n("right"), false: n("false") };
  });
}
