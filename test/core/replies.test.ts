/** Somebody replies to an answer, perhaps one that somebody else asked for: it is what is gone on from. */
import { describe, expect, it } from "vitest";
import { createBot } from "../../src/core/bot.ts";
import type { About, Answer, Chat, Question } from "../../src/core/types.ts";
import { dataset, newBot } from "../support/bot.ts";

const chatOf = (user: string): Chat => ({ platform: "test", id: "street", user });

/** A street where people ask one after the other, a minute apart. */
function street() {
  const bot = newBot();
  let at = 0;
  return (user: string, text: string, about?: About): Answer => {
    at += 60_000;
    const question: Question = { text, chat: chatOf(user), at };
    return bot(about ? { ...question, about } : question);
  };
}

/** What both answers are about, so that two ways of asking the same can be held beside each other. */
const gist = ({ outcome, title, clusters, cities, facts }: Answer) => ({
  outcome,
  title: title.text,
  clusters,
  cities,
  facts,
});

const ASKED = "珠海在半导体是什么角色";
const WHOLE = "佛山在半导体是什么角色";

describe("a reply to somebody else's answer", () => {
  it("goes on from that answer, where who replies has said nothing yet", () => {
    const ask = street();
    const answer = ask("A", ASKED);
    expect(gist(ask("B", "佛山呢", { answer }))).toEqual(gist(ask("C", WHOLE)));
  });

  it("goes on from that answer, not from what who replies talked about last", () => {
    const ask = street();
    const answer = ask("A", ASKED);
    ask("B", "智能家电有哪些核心城市");
    expect(gist(ask("B", "佛山呢", { answer }))).toEqual(gist(ask("C", WHOLE)));
  });

  it("goes on from that answer, though who asked for it went on to something else", () => {
    const ask = street();
    const answer = ask("A", ASKED);
    ask("A", "智能家电有哪些核心城市");
    expect(gist(ask("B", "佛山呢", { answer }))).toEqual(gist(ask("C", WHOLE)));
    expect(gist(ask("A", "佛山呢", { answer }))).toEqual(gist(ask("C", WHOLE)));
  });

  it("is the conversation of who replies from then on, and leaves the other's alone", () => {
    const ask = street();
    const answer = ask("A", ASKED);
    ask("A", "智能家电有哪些核心城市");
    ask("B", "佛山呢", { answer });
    expect(ask("B", "东莞呢").clusters).toEqual(["半导体与集成电路"]);
    expect(ask("A", "东莞呢").clusters).toEqual(["智能家电"]);
  });

  it("with a whole question owes nothing to it", () => {
    const ask = street();
    const answer = ask("A", ASKED);
    const question = "佛山在智能家电是什么角色";
    expect(gist(ask("B", question, { answer }))).toEqual(gist(ask("C", question)));
  });

  it("shows more of it, and why it is so", () => {
    const ask = street();
    const answer = ask("A", "半导体有哪些核心城市");
    const why = ask("B", "为什么", { answer });
    expect(new Set(why.facts)).toEqual(new Set(answer.facts));
  });

  it("shows what was not shown yet, however often more is asked for", () => {
    const ask = street();
    const answer = ask("A", "半导体");
    const more = ask("A", "更多", { answer });
    expect(ask("A", "更多", { answer: more })).toEqual(again("半导体", "更多", "更多"));
  });

  it("is answered in the language of who replies, whatever the other asked for", () => {
    const bot = createBot(dataset);
    bot({ text: "speak English", chat: chatOf("A"), at: 0 });
    const answer = bot({ text: ASKED, chat: chatOf("A"), at: 1 });
    const reply = bot({ text: "佛山呢", chat: chatOf("B"), at: 2, about: { answer } });
    expect([answer.locale, reply.locale]).toEqual(["en", "zh-CN"]);
  });

  it("long after, still goes on from it: a reply is no guess", () => {
    const bot = newBot();
    const answer = bot({ text: ASKED, chat: chatOf("A"), at: 0 });
    const later = bot({ text: "佛山呢", chat: chatOf("B"), at: 3_600_000, about: { answer } });
    expect(gist(later)).toEqual(gist(street()("C", WHOLE)));
  });

  it("goes on from a post that nobody asked for", () => {
    const bot = newBot();
    const answer = bot({ text: WHOLE, chat: { platform: "daily", id: "" } });
    const reply = bot({ text: "珠海呢", chat: chatOf("B"), at: 0, about: { answer } });
    expect(gist(reply)).toEqual(gist(street()("C", ASKED)));
  });
});

/** The last answer to somebody who asks all that in a row. */
function again(...texts: readonly string[]): Answer | undefined {
  const ask = street();
  return texts.map((text) => ask("C", text)).at(-1);
}

describe("a part that was picked out", () => {
  it("says which of several is meant", () => {
    const ask = street();
    const answer = ask("A", "珠海有哪些集群");
    const reply = ask("B", "佛山呢", { answer, quote: "半导体与集成电路" });
    expect(gist(reply)).toEqual(gist(ask("C", WHOLE)));
  });

  it("that names nothing changes nothing", () => {
    const ask = street();
    const answer = ask("A", ASKED);
    expect(gist(ask("B", "佛山呢", { answer, quote: "，2025 年" }))).toEqual(gist(ask("C", WHOLE)));
  });

  it("is enough where the answer itself is forgotten", () => {
    const ask = street();
    ask("B", "智能家电有哪些核心城市");
    const first = ask("A", ASKED).title.text;
    expect(gist(ask("B", "佛山呢", { quote: first }))).toEqual(gist(ask("C", WHOLE)));
  });

  it("that names nothing of a forgotten answer leaves the conversation as it was", () => {
    const ask = street();
    ask("B", ASKED);
    expect(gist(ask("B", "佛山呢", { quote: "你好" }))).toEqual(gist(ask("C", WHOLE)));
  });
});
