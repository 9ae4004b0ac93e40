/** What is left out: 除了广州, 珠三角以外, 不算深圳. */
import { type Bind, type Context, isAsk, isEntity, isOp, runLength, spanOf } from "./context.ts";
import { entityFilter } from "./filters.ts";
import { addFilter, addFlag } from "./heard.ts";
import { as, is, type Token } from "./senses.ts";

/** The most after Shenzhen, 仅次于深圳: those that follow it. Otherwise the word only says when. */
export const behind: Bind = (context, at) => {
  const { tokens, heard } = context;
  if (!isOp(tokens[at], "behind")) return 0;
  const length = runLength(context, at + 1);
  if (length === 0 || !is(tokens[at + 1], "city", "cluster")) return 1;
  for (let i = 1; i <= length; i += 1) exclude(context, tokens[at + i]);
  addFlag(heard, "behind", spanOf(tokens[at]));
  return 1 + length;
};

/** 除了广州、深圳（以外）; outside the Pearl River Delta; 不算广州, where a list is asked for. */
export const exceptBefore: Bind = (context, at) => {
  const token = context.tokens[at];
  if (isOp(token, "leave-out") && is(context.tokens[at + 1], "tier")) return 0;
  if (!isOp(token, "except", "outside") && !leavesOut(context, at) && !spares(context, at)) return 0;
  const role = is(context.tokens[at + 2], "noun") ? at + 3 : at + 2;
  if (
    isOp(token, "except", "leave-out") &&
    is(context.tokens[at + 1], "cluster") &&
    is(context.tokens[role], "tier")
  ) {
    // 除了半导体的核心城市, 不算半导体的核心: whoever has that role is left out.
    context.closed = true;
    return deny(context, token);
  }
  const length = runLength(context, at + 1);
  if (length === 0) return exceptWord(context, at);
  // 除去 2025 年目标超过 …的，其余: those are left out of which that is true.
  if (is(context.tokens[at + 1], "year") && is(context.tokens[at + 1 + length], "measure", "status"))
    return deny(context, token);
  for (let i = 1; i <= length; i += 1) exclude(context, context.tokens[at + i]);
  const closed = isOp(context.tokens[at + length + 1], "except-after") ? 1 : 0;
  return 1 + length + closed;
};

/** 别列广州, 不要粤东的: where a clause begins with it, what stands behind it is not wanted. */
const spares = ({ tokens }: Context, at: number): boolean =>
  isOp(tokens[at], "except-after") &&
  (at === 0 || tokens[at]?.opens === true) &&
  isEntity(tokens[at + 1]) &&
  tokens[at + 1]?.opens !== true;

function deny({ heard }: Context, token: Token | undefined): number {
  addFlag(heard, "not", spanOf(token));
  heard.negations.push(1);
  return 1;
}

/** 除了刀剪: what nobody knows is left out by name. */
function exceptWord({ tokens, heard }: Context, at: number): number {
  const word = tokens[at + 1];
  if (!word || (word.sense !== undefined && !is(word, "thing"))) return 0;
  addFilter(heard, { dim: "word", in: [as(word, "thing")?.id ?? word.surface], not: true }, spanOf(word));
  return isOp(tokens[at + 2], "except-after") ? 3 : 2;
}

/** 不含, 不在, 不是: with a list asked for and a name of something else behind them, they leave it out. */
function leavesOut(context: Context, at: number): boolean {
  const { tokens, lists, dataset } = context;
  // 没点到粤西以外的: the region is left out by what stands behind it.
  if (!lists || isOp(tokens[at + 1 + runLength(context, at + 1)], "except-after")) return false;
  if (asksWithin(context, at)) return false;
  if (isOp(tokens[at], "leave-out")) return isEntity(tokens[at + 1]);
  if (!isOp(tokens[at], "not") || isListedIn(context, at)) return false;
  // 非新兴集群 is one word, whatever follows.
  const prefix =
    is(tokens[at + 1], "class", "set") && dataset.words.prefixes.includes(tokens[at]?.surface ?? "");
  return prefix || (is(tokens[at + 1], "set", "document", "class", "year") && !is(tokens[at + 2], "tier"));
}

/** 没被《意见》的先进材料名单点到: the document is whose list it is, and who is not on it is wanted. */
const isListedIn = ({ tokens }: Context, at: number): boolean =>
  is(tokens[at + 1], "document") && tokens.slice(at + 2).some((t) => is(t, "cluster", "tier"));

/** 没点到粤北哪些市: nothing follows, so that it is the region whose cities are wanted. */
const asksWithin = ({ tokens }: Context, at: number): boolean =>
  is(tokens[at + 1], "set") && isAsk(tokens[at + 2], "which-city") && at + 3 === tokens.length;

/** 珠三角以外, 广州除外. */
export const exceptAfter: Bind = (context, at) => {
  if (context.closed) return 0;
  const length = runLength(context, at);
  const last = context.tokens[at + length];
  const closes =
    isOp(last, "except-after") || (isOp(last, "leave-out") && closesClause(context, at + length));
  if (length === 0 || !closes || spares(context, at + length)) return 0;
  for (let i = 0; i < length; i += 1) exclude(context, context.tokens[at + i]);
  return length + 1;
};

/** 广州不算，还有哪些: what is left out stands before, and a new clause follows. */
const closesClause = ({ tokens, lists }: Context, at: number): boolean =>
  lists && tokens[at + 1]?.opens === true;

function exclude(context: Context, token: Token | undefined): void {
  const filter = entityFilter(context.dataset, token?.sense);
  if (token && filter) addFilter(context.heard, { ...filter, not: true }, spanOf(token));
}
