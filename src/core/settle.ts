/** What only the whole question tells: yes or no, only, not, editions, weak words. */
import { asksFor, type Frame, has, namesEntity, type Reading, push } from "./frame.ts";
import type { Sense, Token } from "./tokens.ts";
import { DATE_UNIT, hanNumber } from "./numbers.ts";
import type { Part } from "./clauses.ts";

/** Asks for a list, as 哪些 does and 名单 does not. */
const asksList = (token: Token): boolean => /哪|which|what/.test(token.surface);

/** A 没有 counts only in the clause that asks for a list: 既然不在名单，那有什么任务 asks for no complement. */
export function withoutLooseNot(part: Part): Part {
  if (part.tokens.some(asksList)) return part;
  const keep = (s: Sense): boolean => !(s.kind === "op" && s.op === "not");
  return {
    ...part,
    tokens: part.tokens.map((t) => (t.senses.every(keep) ? t : { ...t, senses: [{ kind: "stop" }] })),
  };
}

const WH = /[哪谁啥几什怎何]|多少|多大|多久|what|which|who|how|when|where/;

/** What only the whole question tells: weak words, questions without 吗, how much it leans on the turn before. */
export function settle(reading: Reading, parts: readonly Part[], weakKey: boolean): void {
  const { frame, text } = reading;
  const roleLike = frame.cities.length > 0 || asksFor(frame, "which-city", "which-cluster");
  if (frame.amounts.some((a) => /[处次]/.test(a.unit))) push(frame.topics, "mention");
  const listed = /哪([二两三四五六七八九十]+|\d+)/.exec(text)?.[1];
  if (listed !== undefined) frame.listed = hanNumber(listed) ?? Number(listed);
  if (/叫.+还是/.test(text)) push(frame.topics, "document");
  if (frame.documents.length > 1 && /更多|更少|次数/.test(text)) push(frame.topics, "mention");
  frame.text = text;
  frame.comparative = /比.{1,12}(?:多|少|高|低|大|小|强|快|早|晚)/.test(text);
  if (ONLY.test(text)) push(frame.ops, "only");
  frame.negated =
    has(frame, "yesno") &&
    NEGATED.test(text.replace(/(.)不\1/g, "")) &&
    (CONFIRM.test(text) || HEARSAY.test(text) || LEFT_OUT.test(text));
  if (frame.amounts.some((a) => a.unit === DATE_UNIT) && frame.topics.length === 0)
    push(frame.topics, "date");
  if (
    has(frame, "count") &&
    /集群|cluster/.test(text) &&
    !namesEntity(frame) &&
    frame.topics.length === 0 &&
    frame.tiers.length === 0
  ) {
    push(frame.scopes, ...(frame.scopes.length === 0 ? (["全部"] as const) : []));
    // Clusters are counted, not what they make.
    frame.figure &&= frame.measures.length > 0;
  }
  settleEditions(reading, parts);
  if (weakKey && roleLike && frame.topics.length === 0) push(frame.tiers, "key");
  const asked = parts.some((p) => p.asked);
  const auxiliary = /^(?:is|are|was|were|does|do|did|has|have|can)\b/.test(text);
  const stated = asked && !WH.test(text) && (/[是有在属算了都]/.test(text) || frame.amounts.length > 0);
  const ends =
    /[吗么嘛吧](?:[。?!啊 ]|$)|\bright[?. ]*$/.test(text) &&
    !/(?:什么|怎么|那么|这么)(?:[。?! ]|$)/.test(text) &&
    // 还有吗 wishes for more of the same.
    !/^还有(?:别的|其他|其它|更多)?[吗么]/.test(text);
  if (auxiliary || stated || ends) push(frame.ops, "yesno");
  if (has(frame, "yesno") && WH.test(text) && !CONFIRM.test(text)) dropYesNo(frame);
  reading.followUp =
    /^(?:那么?|还有|换成|and|what about|how about)/.test(text) ||
    /(?:呢|ne)[?？ ]*$/.test(text) ||
    (text.length <= 12 && /也|再看|换/.test(text));
  preferClusterAlias(reading);
}

/** 只以, 就深圳一个, 没有别的: the question claims that nobody else is meant. */
const ONLY =
  /只(?!能|要|住|不过|想|问|查)|仅|唯一|唯独|就[^,，。]{1,8}(?:一个|一家|一城|一市|两个|两市)|没有(?:别|其他|其它)/;

/** Never rhetorical, as 不是 … 吗 often is. */
const LEFT_OUT = /没有?被|未被|没有?列/;

const NEGATED = /并非|并不|不是|没有?被|未被|不属于|不在|没有?列/;

const HEARSAY = /并非|听说|据说|有人说/;

/** 行动计划 alone means both editions; with 2023-2025 beside it, that one. */
function settleEditions({ frame }: Reading, parts: readonly Part[]): void {
  const tokens = parts.flatMap((p) => p.tokens);
  const documents = tokens.map((t) => t.senses.flatMap((s) => (s.kind === "document" ? [s.id] : [])));
  const exact = documents.filter((ids) => ids.length === 1).flat();
  if (exact.length > 0) frame.documents = [...new Set(exact)];
}

/** 哪些城市是核心吗 is still a which-question; 知道…吗 is politeness. */
const CONFIRM =
  /是不是|是否|有没有|在不在|真的假的|(?:对吧|对吗|对不对|对不|是吧|是吗|没错吧|属实吗|真的吗|吧)[?？!！。 ]*$/;

function dropYesNo(frame: Frame): void {
  frame.ops = frame.ops.filter((op) => op !== "yesno");
}

/** An ambiguous short name is settled by a full one beside it: 先进材料和前沿新材料 leaves no question. */
function preferClusterAlias(reading: Reading): void {
  reading.ambiguous = reading.ambiguous.filter(
    ({ options }) => !options.some((option) => reading.frame.clusters.includes(option)),
  );
}
