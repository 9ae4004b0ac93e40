/** Saying no, politely, with a reason and something to ask instead. Never a figure in it. */
import type { Draft } from "../compose.ts";

const OFFER = ["半导体集群以哪些城市为核心", "深圳是哪些集群的核心", "/help"];

const refusal = (text: string, next: readonly string[] = OFFER): Draft => ({
  outcome: "unknown",
  title: { text, facts: [] },
  next: [...next],
});

export const emptyReply = (): Draft => ({
  outcome: "clarify",
  title: { text: "没有读到问题。可以问广东的产业集群，或者某个城市在集群里的角色。", facts: [] },
  next: OFFER,
});

export const tooLongReply = (): Draft => refusal("这段话太长了。请用一句话问一个问题。");

export const outsideReply = (yesno: boolean): Draft =>
  refusal(
    `${yesno ? "文件没有这样说：" : ""}这个问题不在我们的文件范围里。我只回答广东战略性产业集群和各市的角色。`,
  );

export const blockedReply = (yesno: boolean): Draft =>
  refusal(
    `${yesno ? "文件没有这样说，也" : "文件里"}没有这个机构或名称的内容。我只回答产业集群和各市的角色。`,
  );

export function notInDocuments(subject: string, yesno: boolean, next?: readonly string[]): Draft {
  const what = subject === "" ? "这件事" : `${subject}的这件事`;
  return refusal(`${yesno ? "文件没有这样说：没有写" : "我们手上的文件没有写"}${what}。`, next);
}

export const unreadable = (): Draft => refusal("没看懂这句话。可以直接说集群或城市的名字。");

export const noRanking = (): Draft => ({
  outcome: "clarify",
  title: { text: "文件没有排名次。可以看一个城市或一个集群在文件里的角色和数字。", facts: [] },
  next: ["/compare 广州 深圳", "深圳是哪些集群的核心", "/list 支柱"],
});

export const notListed = (): Draft => refusal("这要看文件没写到什么，我们不能据此列名单：没写到不等于没有。");

/** A name that could mean several clusters. */
export const whichCluster = (surface: string, options: readonly string[]): Draft => ({
  outcome: "clarify",
  title: { text: `“${surface}”可能指${options.join("、")}，你问的是哪一个？`, facts: [] },
  clusters: options,
  next: options.map((option) => `/cluster ${option}`),
});

export const whichCity = (city: string): Draft => ({
  outcome: "clarify",
  title: { text: `你是说${city}吗？城市名我不猜，请确认一下。`, facts: [] },
  cities: [city],
  next: [`/city ${city}`],
});

export const needCluster = (what: string): Draft => ({
  outcome: "clarify",
  title: { text: `你想问哪个集群${what}？`, facts: [] },
  next: ["半导体与集成电路有哪些核心城市", "生物医药与健康有哪些核心城市", "/list 新兴"],
});
