/** Commands about what a chat has set, where nothing is stored that could be set: the terminal, or no database. */
import type { Draft } from "../compose.ts";

/** @param example of the command, as one would write it in a chat. */
export const dailyReply = (example: string): Draft => ({
  outcome: "clarify",
  title: { text: `每日一条要在 Telegram 或 Discord 的聊天里设置，例如 ${example}`, facts: [] },
  next: ["/fact", "/privacy"],
});

/** What the bot keeps about chats and people, the same wherever it is asked. */
export const privacyReply = (): Draft => ({
  outcome: "clarify",
  title: { text: "我不保存任何人说的话；记下的只有下面这些。", facts: [] },
  blocks: [
    {
      kind: "list",
      heading: "内存里，不写进文件",
      items: [
        "每段对话的上一轮，十分钟后作废，用来听懂“那珠海呢”这样的追问",
        "最近一分钟每个人、每个聊天问了几次，用来限速",
      ],
    },
    {
      kind: "list",
      heading: "数据库里，只有这些",
      items: [
        "每日一条的订阅：聊天编号、时间、时区、主题",
        "一个聊天已经收到过哪些事实，以及每次投递的结果",
        "处理过的消息编号，保留 48 小时，防止同一条消息回答两次",
      ],
    },
    { kind: "note", text: "消息文字、姓名和其他个人资料都不保存。/forget 删除这个聊天的全部记录。" },
  ],
  // No button for /forget: it would be pressed by mistake.
  next: ["/sources", "/help"],
});

export const forgetReply = (): Draft => ({
  outcome: "clarify",
  title: { text: "这里没有保存任何东西。", facts: [] },
  next: ["/privacy", "/help"],
});
