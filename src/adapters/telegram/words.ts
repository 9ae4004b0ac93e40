/** What the bot says by itself. Everything else comes from the core. */

export const TOO_FAST = "问得有点快，请过一分钟再问。";
export const APOLOGY = "抱歉，这次没能答上来，请换个说法再问一次。";
export const OLD_BUTTON = "这个按钮已经失效，请直接打字问我。";
export const OLD_PAGE = "这一页已经过期，请再问一次。";
export const FOLDED = "内容较长，这里只显示一部分；私聊我可以看全文。";

/** The introduction to a group, as HTML. @param username the bot's own, plain letters. */
export const introduction = (username: string): string =>
  [
    "<b>大家好，我是粤群。</b>",
    "我回答广东 20 个战略性产业集群和 21 个市的问题，每条都带来源。",
    `在群里这样问：/cluster@${username} 半导体，或者 @${username} 深圳是哪些集群的核心，也可以直接回复我的消息。`,
    "没有叫我的时候，我不出声。",
  ].join("\n");

export const pageOf = (index: number, pages: number): string => `<i>第 ${index + 1} 页，共 ${pages} 页</i>`;
