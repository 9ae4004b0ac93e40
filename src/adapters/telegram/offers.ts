/** Answers inline queries: somebody who types asks with every few letters, and only the last of them matters. */
import { createManners } from "../shared/manners.ts";
import type { Incoming } from "./incoming.ts";
import type { Suggest } from "./inline.ts";
import type { Transport } from "./transport/types.ts";

export interface OffersParts {
  suggest: Suggest;
  call: Transport["call"];
  /** Lets others have a turn first. */
  breath: () => Promise<void>;
  now: () => number;
}

type Query = Extract<Incoming, { kind: "inline" }>;

/** Someone who types asks with every few letters. */
const INLINE_ALLOWANCE = { count: 60, windowMs: 60_000 };
/** How long Telegram may show somebody the same inline results, in seconds. */
const INLINE_CACHE_S = 300;

export function createOffers({ suggest, call, breath, now }: OffersParts): (query: Query) => Promise<void> {
  const manners = createManners(INLINE_ALLOWANCE, INLINE_ALLOWANCE);
  /** The newest inline query of each person who waits for one. */
  const typing = new Map<string, string>();
  return async ({ id, query, user, hint }) => {
    typing.set(user, id);
    await breath();
    // Who types on has no use for the answer to an earlier letter.
    const isLate = (): boolean => typing.get(user) !== id;
    if (isLate()) return;
    try {
      if (manners.admit(user, user, now()) !== "answer") return;
      const results = await suggest(query, hint);
      if (isLate()) return;
      // Others may use another language.
      const cached = { cache_time: INLINE_CACHE_S, is_personal: true };
      await call("answerInlineQuery", { inline_query_id: id, results, ...cached });
    } finally {
      if (!isLate()) typing.delete(user);
    }
  };
}
