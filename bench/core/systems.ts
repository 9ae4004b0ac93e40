/** The systems compared, all behind one interface; the peers are in peers.ts. */
import { createBot } from "../../src/core/bot.ts";
import { toPlain } from "../../src/core/plain.ts";
import type { Golden } from "../../test/golden/judge.ts";
import type { System, Turn } from "./system.ts";
import { flexSearch, miniSearchDefaults, miniSearchTuned, orama } from "./peers.ts";

const yuequn: System = {
  name: "Yuequn core",
  build(dataset) {
    const ask = createBot(dataset);
    return ({ text, chat, at }) => {
      const answer = ask({
        text,
        locale: "zh-CN",
        chat: { platform: "bench", id: chat },
        ...(at === undefined ? {} : { at }),
      });
      return { outcome: answer.outcome, text: toPlain(answer), facts: answer.facts };
    };
  },
};

/** In the order in which each question is put to them. The first one is ours. */
export const SYSTEMS = {
  core: yuequn,
  minisearch: miniSearchDefaults,
  "minisearch-tuned": miniSearchTuned,
  orama,
  flexsearch: flexSearch,
} as const satisfies Record<string, System>;

export type SystemId = keyof typeof SYSTEMS;

export const isSystemId = (id: string): id is SystemId => Object.hasOwn(SYSTEMS, id);

/** A second between turns: no conversation expires. */
const TURN_MS = 1000;

/**
 * The golden questions as turns, in their order. Rounds do not see each other's conversations.
 * @param remembered every question is a conversation of its own that is kept, as from that many different people.
 */
export function turns(golden: readonly Golden[], round: number, remembered = false): Turn[] {
  return golden.map(({ id, text, chat }, i) => {
    const at = (round * golden.length + i + 1) * TURN_MS;
    if (chat === undefined && !remembered) return { text, chat: id };
    return { text, chat: `${round}/${chat ?? id}`, at };
  });
}
